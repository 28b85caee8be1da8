use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc as is_normal};

/// The text in NFC, the form in which files and pages keep Vietnamese letters.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// Whether the text is in NFC already.
pub fn is_nfc(text: &str) -> bool {
    is_normal(text)
}

/// The text as it is compared in a search: lower case, without tone and letter marks, `đ` as `d`, one space
/// between words and none for punctuation. `Thừa Thiên - Huế` and `thua thien hue` share one key.
pub fn search_key(text: &str) -> String {
    let plain = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let plain: String = plain.map(|c| if c == 'đ' { 'd' } else { c }).collect();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{is_nfc, nfc, search_key};

    #[test]
    fn marks_and_punctuation_do_not_hinder_a_search() {
        let cases = [
            ("Bộ Tài chính", "bo tai chinh"),
            ("Thừa Thiên - Huế", "thua thien hue"),
            ("Đắk Lắk", "dak lak"),
            ("ĐĂK  LĂK", "dak lak"),
            ("Bà Rịa-Vũng Tàu", "ba ria vung tau"),
            ("", ""),
            (" - ", ""),
        ];
        for (text, key) in cases {
            assert_eq!(search_key(text), key);
            assert_eq!(search_key(&text.replace('ế', "e\u{302}\u{301}")), key);
        }
    }

    #[test]
    fn composed_and_decomposed_letters_become_one() {
        let decomposed = "Huê\u{301}";
        assert!(!is_nfc(decomposed));
        assert_eq!(nfc(decomposed), "Huế");
    }
}
