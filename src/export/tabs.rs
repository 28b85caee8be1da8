use super::Sheet;
use std::collections::BTreeSet;

/// Letters of the longest name of a tab (Excel, "Specifications and limits"), in UTF-16 units.
const LONGEST: usize = 31;

/// A name for each tab that Excel takes: without `[ ] : * ? / \` and control characters, no apostrophe at either end, not
/// `History`, short, and no two alike in whatever case; where nothing is left of a name, the tab's number.
pub fn names(sheets: &[Sheet]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let safe = sheets.iter().zip(1..).map(|(sheet, number)| safe(&sheet.name, number));
    safe.map(|name| unique(&name, &mut taken)).collect()
}

fn safe(name: &str, number: usize) -> String {
    let refused = |c: char| c.is_control() || "[]:*?/\\\u{fffe}\u{ffff}".contains(c);
    let name = name.replace(refused, " ");
    let name = shortened(&trimmed(&name), LONGEST);
    if name.is_empty() || name.eq_ignore_ascii_case("history") { number.to_string() } else { name }
}

fn trimmed(name: &str) -> String {
    name.trim_matches(|c: char| c.is_whitespace() || c == '\'').to_owned()
}

/// The name cut to so many UTF-16 units, and trimmed again.
fn shortened(name: &str, most: usize) -> String {
    let mut units = 0;
    let kept = name.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= most
    });
    trimmed(&kept.collect::<String>())
}

/// The name, or `name (2)`, `name (3)` and so on where it is taken.
fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2;
    while !taken.insert(candidate.to_lowercase()) {
        let ending = format!(" ({number})");
        candidate = shortened(name, LONGEST - ending.len()) + &ending;
        number += 1;
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::export::Sheet;

    fn named(given: &[&str]) -> Vec<String> {
        let sheets: Vec<Sheet> =
            given.iter().map(|name| Sheet { name: (*name).to_owned(), ..Sheet::default() }).collect();
        names(&sheets)
    }

    #[test]
    fn names_are_safe() {
        let cases = [
            ("Nhiệm vụ chung", "Nhiệm vụ chung"),
            ("Mức độ 3/4: [a]*?\\", "Mức độ 3 4   a"),
            ("'Huế'", "Huế"),
            ("", "1"),
            (" \t'' ", "1"),
            ("HISTORY", "1"),
            ("a\0b\nc", "a b c"),
            ("Cung cấp dịch vụ công trực tuyến của các tỉnh", "Cung cấp dịch vụ công trực tuyế"),
            ("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
        ];
        for (given, name) in cases {
            assert_eq!(named(&[given]), [name], "{given:?}");
        }
    }

    #[test]
    fn no_two_names_are_alike_in_any_case() {
        let long = "Cung cấp dịch vụ công trực tuyến của các tỉnh";
        assert_eq!(
            named(&["Bảng", "BẢNG", "bảng (2)", "3", "", long, long]),
            [
                "Bảng",
                "BẢNG (2)",
                "bảng (2) (2)",
                "3",
                "5",
                "Cung cấp dịch vụ công trực tuyế",
                "Cung cấp dịch vụ công trực (2)"
            ]
        );
        let many = vec![long; 120];
        let names = named(&many);
        let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), 120);
        assert!(names.iter().all(|name| name.encode_utf16().count() <= 31));
    }
}
