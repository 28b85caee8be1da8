use std::fmt;
use zeroize::Zeroizing;

/// A password on its way from its field to the key: wiped when dropped, and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The password as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(typed: String) -> Self {
        Self(Zeroizing::new(typed))
    }
}

impl From<&str> for Secret {
    fn from(typed: &str) -> Self {
        Self::from(typed.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret")
    }
}
