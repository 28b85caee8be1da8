use super::SigningError;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A password as the UTF-8 of its NFC, so that it opens the key however the keyboard composes letters. Wiped when dropped.
pub struct Password(Zeroizing<String>);

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
        Ok(Self(normal))
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}
