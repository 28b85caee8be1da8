use super::{Issued, Issuer};
use crate::quarterly::{ReadError, Signable, Signed, parse_file, read_signed};
use crate::signing::{Keyring, SigningError, Subject};
use crate::vietnamese::Date;
use serde::{Deserialize, Serialize};

/// What the schema of a signed keyring says: that it is one, and of which form.
pub const SIGNED_KEYRING: &str = "return36a-signed-keyring/1";

/// A keyring as the coordinator gives it to others, signed: `{"keyring":{"schema":"return36a-signed-keyring/1","issuer":{…},
/// "issued":"2017-06-12","holds":{…}},"signatures":[…]}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssuedKeyring {
    /// [`SIGNED_KEYRING`].
    pub schema: String,
    /// Who issues it, and with which key.
    pub issuer: Issuer,
    /// The day on which it was issued.
    pub issued: Date,
    /// The keyring, as its own file.
    pub holds: Keyring,
}

impl IssuedKeyring {
    /// The keyring as this issuer gives it out on this day.
    pub fn new(holds: Keyring, issuer: Issuer, issued: Date) -> Self {
        Self { schema: SIGNED_KEYRING.to_owned(), issuer, issued, holds }
    }
}

impl Signable for IssuedKeyring {
    const MEMBER: &'static str = "keyring";
    const SCHEMA: &'static str = SIGNED_KEYRING;

    fn ill_formed(&self) -> Option<String> {
        self.issuer.ill_formed()
    }
}

impl Issued for IssuedKeyring {
    const SUBJECT: Subject = Subject::Keyring;

    fn issuer(&self) -> &Issuer {
        &self.issuer
    }
}

/// A keyring's file, by whether anybody answers for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyringFile {
    /// Unsigned, as the coordinator keeps it.
    Plain(Keyring),
    /// Signed; [`Proof::of`](super::Proof::of) gives what is needed to verify it.
    Signed(Box<Signed<IssuedKeyring>>),
}

impl KeyringFile {
    /// The keyring in it.
    pub fn keyring(&self) -> &Keyring {
        match self {
            Self::Plain(keyring) => keyring,
            Self::Signed(file) => &file.content.holds,
        }
    }
}

/// Why a keyring's file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyringFileError {
    /// As an unsigned one.
    Plain(SigningError),
    /// As a signed one.
    Signed(ReadError),
}

impl KeyringFileError {
    /// The code of the reader or of the signing room, and the place.
    pub fn code_and_place(&self) -> (&'static str, String) {
        match self {
            Self::Plain(error) => (error.code(), error.detail().unwrap_or_default()),
            Self::Signed(error) => (error.code().code(), error.place().to_owned()),
        }
    }
}

/// The keyring in this file. A file with signatures is read as a signed one, and refused as one.
pub fn read_keyring(bytes: &[u8]) -> Result<KeyringFile, KeyringFileError> {
    match Keyring::read(bytes) {
        Ok(keyring) => Ok(KeyringFile::Plain(keyring)),
        Err(_) if is_signed(bytes) => {
            read_signed(bytes).map(Box::new).map(KeyringFile::Signed).map_err(KeyringFileError::Signed)
        }
        Err(error) => Err(KeyringFileError::Plain(error)),
    }
}

fn is_signed(bytes: &[u8]) -> bool {
    parse_file(bytes).is_ok_and(|value| value.get("signatures").is_some())
}
