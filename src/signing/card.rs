use super::members::Members;
use super::public_key::Jwk;
use super::{MemberError, PublicKey, Role, SigningError};
use crate::registry::AgencyId;
use crate::vietnamese::{Date, is_nfc};
use serde::Serialize;

/// What the first member of a key card says: that it is one, and of which form.
pub const CARD: &str = "return36a-key/1";
/// A card's file is no longer, in bytes; one has some four hundred.
const MOST_CARD: usize = 64 << 10;
/// The longest name on a card, in bytes of UTF-8.
const LONGEST_NAME: usize = 400;

/// What a signatory sends to the coordinator, who then knows whose signatures this key makes.
///
/// As a file: `{"card":"return36a-key/1","agency":"bo-tai-chinh","name":"…","role":"drafter","jwk":{…},"kid":"…",
/// "created":"2017-06-10"}`. The card is not signed: the coordinator compares the [`fingerprint`](super::fingerprint).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyCard {
    /// For which agency the key signs.
    pub agency: AgencyId,
    /// The person's name, or the office's where the key is its seal.
    pub name: String,
    /// As what the key signs.
    pub role: Role,
    /// The public key.
    pub key: PublicKey,
    /// The day on which the key was made.
    pub created: Date,
}

/// The card's members in the order in which people read them.
#[derive(Serialize)]
struct Written<'a> {
    card: &'a str,
    agency: &'a AgencyId,
    name: &'a str,
    role: &'a str,
    jwk: Jwk,
    kid: String,
    created: Date,
}

impl KeyCard {
    /// The card's file, indented, with a line feed at its end.
    pub fn json(&self) -> Result<String, SigningError> {
        let written = Written {
            card: CARD,
            agency: &self.agency,
            name: &self.name,
            role: self.role.as_str(),
            jwk: self.key.jwk_members(),
            kid: self.key.thumbprint(),
            created: self.created,
        };
        let json = serde_json::to_string_pretty(&written).map_err(|_| SigningError::JsonMalformed)?;
        Ok(json + "\n")
    }

    /// The card in this file. Exactly the members above, and the `kid` of this key.
    pub fn read(json: &[u8]) -> Result<Self, SigningError> {
        if json.len() > MOST_CARD {
            return Err(SigningError::JsonMalformed);
        }
        let (card, rest) = Self::from_members(Members::read(json)?)?;
        rest.finish()?;
        Ok(card)
    }

    /// The card, and the members that are not its own.
    pub(super) fn from_members(mut card: Members) -> Result<(Self, Members), MemberError> {
        card.form("card", CARD, &[])?;
        let read = Self {
            agency: checked(&mut card, "agency", agency)?,
            name: checked(&mut card, "name", name)?,
            role: checked(&mut card, "role", Role::from_name)?,
            key: PublicKey::from_members(card.object("jwk")?)?,
            created: checked(&mut card, "created", |text| Date::parse_iso(text).ok())?,
        };
        checked(&mut card, "kid", |text| (text == read.key.thumbprint()).then_some(()))?;
        Ok((read, card))
    }
}

pub(super) fn checked<T>(card: &mut Members, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, MemberError> {
    let text = card.text(name)?;
    read(&text).ok_or_else(|| card.refused(name))
}

pub(super) fn agency(text: &str) -> Option<AgencyId> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    ((1..=64).contains(&text.len()) && text.bytes().all(fits)).then(|| AgencyId::from(text))
}

pub(super) fn name(text: &str) -> Option<String> {
    let shown = !text.trim().is_empty() && !text.chars().any(char::is_control);
    (shown && text.len() <= LONGEST_NAME && is_nfc(text)).then(|| text.to_owned())
}
