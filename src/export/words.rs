//! What programs that open our files make of words, and how words are kept from it.

use std::borrow::Cow;

/// UTF-16 units of the longest text in a worksheet's cell (Excel, "Specifications and limits").
const TEXT_UNITS: usize = 32_767;
/// What ends a text that had to be cut.
const CUT: &str = "…";

/// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), the wide forms of East Asian ones
/// among them.
const FORMULA_BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would work the cell out instead of showing it. A plain number is no formula, and a lone hyphen,
/// our sign for no data, cannot be worked out.
pub fn is_formula(cell: &str) -> bool {
    let number = cell.strip_prefix(['-', '+']).unwrap_or_default();
    let plain = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    cell.starts_with(FORMULA_BEGINNINGS) && !plain && cell != super::NO_DATA
}

/// The cell of a text file with an apostrophe before what a spreadsheet would work out.
pub fn defused(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The text with line ends as LF, and the replacement character U+FFFD for each character that no XML 1.0 document may
/// hold (section 2.2, production 2), so that it opens and the reader sees that something stood there.
pub fn xml_text(text: &str) -> Cow<'_, str> {
    let refused = |c: char| (c.is_control() && !matches!(c, '\t' | '\n')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.contains(refused) {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n").replace(refused, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as a worksheet's cell may hold it; one that is longer ends in `…`.
pub fn cell_text(words: &str) -> String {
    let text = xml_text(words);
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > TEXT_UNITS
    });
    let mut kept = match end {
        None => text.into_owned(),
        Some((end, _)) => cut(&text[..end]),
    };
    // The workbook's writer takes a text between these marks for its own markup of rich text.
    if kept.starts_with("<r>") && kept.ends_with("</r>") {
        kept.push(' ');
    }
    kept
}

/// The text without its last letter, which makes room for the sign that it was cut.
fn cut(text: &str) -> String {
    let mut kept = text.to_owned();
    kept.pop();
    kept + CUT
}

/// How many lines the text takes in a column of so many characters, broken between words, and inside words that are
/// longer than a line. A text without a word takes one.
pub fn line_count(text: &str, width: usize) -> usize {
    text.split('\n').map(|line| lines_of_one(line, width.max(1))).sum()
}

fn lines_of_one(line: &str, width: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in line.split_whitespace() {
        let length = word.chars().count();
        let gap = usize::from(used > 0);
        if used + gap + length <= width {
            used += gap + length;
        } else {
            let more = length.div_ceil(width);
            lines += more - usize::from(used == 0);
            used = length - (more - 1) * width;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{line_count, xml_text};

    #[test]
    fn characters_that_xml_refuses_are_shown_as_replaced() {
        let cases = [
            ("Huế\tvà\nHà Nội", "Huế\tvà\nHà Nội"),
            ("một\r\nhai\rba", "một\nhai\nba"),
            ("a\0b\u{1}c\u{1b}[31m\u{7f}", "a\u{fffd}b\u{fffd}c\u{fffd}[31m\u{fffd}"),
            ("\u{fffe}\u{ffff}\u{85}", "\u{fffd}\u{fffd}\u{fffd}"),
            ("<r>&amp;😀</r>", "<r>&amp;😀</r>"),
        ];
        for (text, shown) in cases {
            assert_eq!(xml_text(text), shown, "{text:?}");
        }
    }

    #[test]
    fn lines_are_broken_between_words_and_inside_long_ones() {
        let cases = [
            ("", 10, 1),
            ("TT", 1, 2),
            ("Số lượng", 8, 1),
            ("Số lượng", 7, 2),
            ("một hai ba bốn", 7, 2),
            ("một\n\nhai", 9, 3),
            ("abcdefghij kl", 4, 4),
            ("ab abcdefghij", 4, 4),
            ("a b c", 0, 3),
        ];
        for (text, width, lines) in cases {
            assert_eq!(line_count(text, width), lines, "{text:?} in {width}");
        }
    }
}
