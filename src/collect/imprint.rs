use super::ReturnMark;
use crate::quarterly::SCHEMA;

/// So many hexadecimal digits of a hash are enough to look for it: among 12,000 returns any two share them once in 60 times.
const FEWEST: usize = 8;
/// As many as SHA-256 has.
const ALL: usize = 64;

impl ReturnMark {
    /// What the QR code of a printed return says, in ASCII: schema, agency, quarter, revision, and the SHA-256 of its canonical
    /// bytes. `return36a/1 bo-tai-chinh 2017-Q2 r1 sha256:0f3c…`
    pub fn imprint(&self) -> String {
        let Self { agency, period, revision, content_sha256, .. } = self;
        format!("{SCHEMA} {agency} {period} r{revision} sha256:{content_sha256}")
    }
}

/// The hash that a person reads off a paper, or its beginning: 8 to 64 hexadecimal digits, in capitals or not, with spaces
/// and line ends anywhere, alone or after `sha256:` as in a QR code's whole text. None where the text is something else.
pub fn hash_sought(text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase();
    let named = ["sha256:", "sha-256:"].iter().find_map(|name| Some(text.rsplit_once(name)?.1));
    let digits: String = named.unwrap_or(&text).chars().filter(|c| !c.is_whitespace()).collect();
    let fits = (FEWEST..=ALL).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_hexdigit());
    fits.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::hash_sought;

    #[test]
    fn a_hash_is_read_as_papers_and_codes_have_it() {
        let whole = "0f3c9a2b".repeat(8);
        let grouped = whole.as_bytes().chunks(4).map(|part| std::str::from_utf8(part).unwrap()).collect::<Vec<_>>();
        let two_lines = format!("{}\n  {}", grouped[..8].join(" "), grouped[8..].join(" "));
        for text in [
            whole.clone(),
            whole.to_uppercase(),
            two_lines.clone(),
            format!("SHA-256: {two_lines}"),
            format!("return36a/1 bo-tai-chinh 2017-Q2 r1 sha256:{whole}\n"),
        ] {
            assert_eq!(hash_sought(&text).as_deref(), Some(whole.as_str()), "{text}");
        }
        assert_eq!(hash_sought(" 0F3C 9A2B ").as_deref(), Some("0f3c9a2b"));
    }

    #[test]
    fn what_is_no_hash_is_something_else() {
        let too_long = "0".repeat(65);
        for text in
            ["", "0f3c9a2", "Bộ Tài chính", "36a_2017-Q2_bo-tai-chinh_r1.json", "sha256:", "sha256:xyz", &too_long]
        {
            assert_eq!(hash_sought(text), None, "{text}");
        }
    }
}
