use super::SigningError;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A password as the UTF-8 of its NFC, so that it opens the key however the keyboard composes letters. Wiped when dropped.
pub struct Password {
    normal: Zeroizing<String>,
    typed: Zeroizing<String>,
}

impl Password {
    /// The password that was typed; an empty one is refused.
    pub fn new(typed: &str) -> Result<Self, SigningError> {
        if typed.is_empty() {
            return Err(SigningError::PasswordEmpty);
        }
        // NFC makes UTF-8 at most three times longer (Unicode Standard Annex 15, section 9). A string that had to grow
        // would leave an unwiped copy behind.
        let mut normal = Zeroizing::new(String::with_capacity(typed.len() * 3));
        normal.extend(typed.nfc());
        Ok(Self { normal, typed: Zeroizing::new(typed.to_owned()) })
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.normal.as_bytes()
    }

    /// The password in the forms in which other programs may have taken it: in NFC, and as it was typed where that differs.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        let typed = (*self.typed != *self.normal).then_some(self.typed.as_str());
        std::iter::once(self.normal.as_str()).chain(typed)
    }
}
