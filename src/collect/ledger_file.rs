use super::{Arrived, Entry, Examined, Ledger, Outcome, Sent};
use crate::quarterly::{RegistryMark, is_hex, is_newer};
use crate::registry::{Period, sha256_hex, typed_text};
use crate::signing::Keyring;
use crate::vietnamese::Date;
use serde::ser::{Error as _, SerializeSeq};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::{fmt, io};

/// What the first member of a ledger's file says: that it is one, and of which form.
pub const LEDGER: &str = "return36a-ledger/1";

/// A ledger's file: what the coordinator received for a quarter, with the files themselves.
///
/// It is opened by taking its files in again, so that states follow from the files and not from what is written here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptLedger {
    /// [`LEDGER`].
    pub ledger: String,
    /// The quarter.
    pub period: Period,
    /// The registry in use.
    pub registry: RegistryMark,
    /// The keyring in use, as its own file.
    pub keyring: Value,
    /// What was received, in the order of arrival.
    pub entries: Vec<KeptEntry>,
    /// What was sent back about it.
    #[serde(default, skip_serializing_if = "Sent::is_empty")]
    pub sent: Sent,
}

/// One received file in a ledger's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptEntry {
    /// Its name.
    pub name: String,
    /// The day on which it was received.
    pub received: Date,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// How many bytes.
    pub size: u64,
    /// The state it had, for readers; it is worked out again.
    pub state: String,
    /// The coordinator's note.
    pub note: String,
    /// Whether the coordinator has set it aside.
    pub set_aside: bool,
    /// Why it is no return: the reader's code and place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unreadable: Option<(String, String)>,
    /// The file's text, where it is a return and not the same as an earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Why a file is not a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerError {
    /// What kind of mistake.
    pub code: LedgerErrorCode,
    /// Where, as far as the reader could tell.
    pub place: String,
}

/// Kinds of mistakes in a ledger's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerErrorCode {
    /// Not a ledger's file.
    NotALedger,
    /// Of a newer program, or its keyring is.
    Newer,
    /// Its keyring cannot be read.
    KeyringMalformed,
    /// A file in it is not the one that was received.
    FileChanged,
    /// A file in it is missing.
    FileMissing,
}

impl LedgerErrorCode {
    /// The stable code, by which the text room finds its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotALedger => "ledger/not-a-ledger",
            Self::Newer => "ledger/newer",
            Self::KeyringMalformed => "ledger/keyring-malformed",
            Self::FileChanged => "ledger/file-changed",
            Self::FileMissing => "ledger/file-missing",
        }
    }
}

impl fmt::Display for LedgerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at `{}`", self.code.code(), self.place)
    }
}

impl std::error::Error for LedgerError {}

impl KeptEntry {
    /// The entry as a ledger's file keeps it, without its text.
    pub fn of(entry: &Entry) -> Self {
        let file = &entry.file;
        let unreadable = match &file.examined.outcome {
            Outcome::Unreadable { code, place } => Some((code.clone(), place.clone())),
            Outcome::Return(_) => None,
        };
        Self {
            name: file.name.clone(),
            received: file.received,
            sha256: file.examined.sha256.clone(),
            size: file.examined.size,
            state: entry.state.code().to_owned(),
            note: file.note.clone(),
            set_aside: file.set_aside,
            unreadable,
            text: None,
        }
    }

    /// The entry on its way into a ledger, as far as no file is needed: what was no return is none.
    pub fn unread(&self) -> Option<Arrived> {
        let (code, place) = self.unreadable.clone()?;
        let outcome = Outcome::Unreadable { code, place };
        Some(self.arrived(Examined { sha256: self.sha256.clone(), size: self.size, outcome }))
    }

    /// The member that is not as it ought to be: what is no return has no text, and what is there twice stands for itself.
    fn ill_formed(&self) -> Option<&'static str> {
        match () {
            () if !is_hex(&self.sha256, 64) => Some("sha256"),
            () if self.unreadable.is_some() && self.text.is_some() => Some("text"),
            () => None,
        }
    }

    /// The entry on its way into a ledger with what was found in its file.
    pub fn arrived(&self, examined: Examined) -> Arrived {
        let (name, received, note) = (self.name.clone(), self.received, self.note.clone());
        Arrived { name, received, examined, note, set_aside: self.set_aside }
    }
}

/// Why a ledger's file was not written.
#[derive(Debug)]
pub enum WriteError {
    /// What it should hold is not there.
    Ledger(LedgerError),
    /// It cannot be written there.
    Io(io::Error),
}

/// The ledger's file; `text` gives the text of a received file by its hash.
///
/// # Errors
/// [`LedgerErrorCode::FileMissing`] where a return's text is not given.
pub fn ledger_json(
    ledger: &Ledger,
    registry: RegistryMark,
    keyring: &Keyring,
    text: impl FnMut(&str) -> Option<String>,
) -> Result<String, LedgerError> {
    let fault = |place: String| LedgerError { code: LedgerErrorCode::NotALedger, place };
    let mut bytes = Vec::new();
    write_ledger(&mut bytes, ledger, registry, keyring, text).map_err(|error| match error {
        WriteError::Ledger(error) => error,
        WriteError::Io(error) => fault(error.to_string()),
    })?;
    String::from_utf8(bytes).map_err(|error| fault(error.to_string()))
}

/// Writes the same file, of which no more than one entry is held in memory at a time.
///
/// # Errors
/// [`WriteError`]; what was written until then is no ledger.
pub fn write_ledger(
    mut out: impl io::Write,
    ledger: &Ledger,
    registry: RegistryMark,
    keyring: &Keyring,
    text: impl FnMut(&str) -> Option<String>,
) -> Result<(), WriteError> {
    let malformed = || LedgerError { code: LedgerErrorCode::KeyringMalformed, place: String::new() };
    let keyring = keyring.json().ok().and_then(|json| serde_json::from_str(&json).ok());
    let rows = Rows { ledger, text: RefCell::new(text), missing: RefCell::new(None) };
    let kept = Written {
        ledger: LEDGER,
        period: ledger.period(),
        registry,
        keyring: keyring.ok_or_else(|| WriteError::Ledger(malformed()))?,
        entries: &rows,
        sent: ledger.sent(),
    };
    let written = serde_json::to_writer_pretty(&mut out, &kept);
    if let Some(name) = rows.missing.take() {
        return Err(WriteError::Ledger(LedgerError { code: LedgerErrorCode::FileMissing, place: name }));
    }
    written.map_err(|error| WriteError::Io(error.into()))?;
    out.write_all(b"\n").map_err(WriteError::Io)
}

/// [`KeptLedger`] as it is written: its entries are made one by one.
#[derive(Serialize)]
struct Written<'a, E: Serialize> {
    ledger: &'a str,
    period: Period,
    registry: RegistryMark,
    keyring: Value,
    entries: &'a E,
    #[serde(skip_serializing_if = "Sent::is_empty")]
    sent: &'a Sent,
}

struct Rows<'a, T> {
    ledger: &'a Ledger,
    text: RefCell<T>,
    /// The file whose text was not given.
    missing: RefCell<Option<String>>,
}

impl<T: FnMut(&str) -> Option<String>> Serialize for Rows<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = BTreeSet::new();
        let mut list = serializer.serialize_seq(Some(self.ledger.entries().len()))?;
        for entry in self.ledger.entries() {
            let mut row = KeptEntry::of(entry);
            if row.unreadable.is_none() && written.insert(entry.file.examined.sha256.as_str()) {
                row.text = (self.text.borrow_mut())(&row.sha256);
                if row.text.is_none() {
                    self.missing.replace(Some(row.name));
                    return Err(S::Error::custom(LedgerErrorCode::FileMissing.code()));
                }
            }
            list.serialize_element(&row)?;
        }
        list.end()
    }
}

/// What a ledger's file of a newer program says of its form, whatever else stands in it.
fn newer_form(json: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Head {
        ledger: String,
    }
    let Head { ledger } = typed_text(json).ok()?;
    is_newer(&ledger, LEDGER).then_some(ledger)
}

/// The ledger in this file and its keyring. Each text must be what was received: its hash is worked out again.
///
/// # Errors
/// [`LedgerError`], with the place.
pub fn read_ledger(json: &str) -> Result<(KeptLedger, Keyring), LedgerError> {
    let fault = |code, place: String| LedgerError { code, place };
    let kept: KeptLedger = typed_text(json).map_err(|error| match newer_form(json) {
        Some(form) => fault(LedgerErrorCode::Newer, form),
        None => fault(LedgerErrorCode::NotALedger, error.to_string()),
    })?;
    if kept.ledger != LEDGER {
        let newer = is_newer(&kept.ledger, LEDGER);
        return Err(fault(if newer { LedgerErrorCode::Newer } else { LedgerErrorCode::NotALedger }, kept.ledger));
    }
    if let Some(place) = kept.sent.ill_formed() {
        return Err(fault(LedgerErrorCode::NotALedger, place));
    }
    let keyring = Keyring::read(kept.keyring.to_string().as_bytes());
    let keyring = keyring.map_err(|error| match error.is_newer() {
        true => fault(LedgerErrorCode::Newer, error.to_string()),
        false => fault(LedgerErrorCode::KeyringMalformed, error.to_string()),
    })?;
    let mut texts = BTreeSet::new();
    for (at, entry) in kept.entries.iter().enumerate() {
        if let Some(wrong) = entry.ill_formed() {
            return Err(fault(LedgerErrorCode::NotALedger, format!("/entries/{at}/{wrong}")));
        }
        match &entry.text {
            Some(text) if sha256_hex(text.as_bytes()) != entry.sha256 => {
                return Err(fault(LedgerErrorCode::FileChanged, entry.name.clone()));
            }
            Some(_) => drop(texts.insert(entry.sha256.as_str())),
            None if entry.unreadable.is_none() && !texts.contains(entry.sha256.as_str()) => {
                return Err(fault(LedgerErrorCode::FileMissing, entry.name.clone()));
            }
            None => {}
        }
    }
    Ok((kept, keyring))
}
