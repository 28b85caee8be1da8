use super::card::{agency, checked, name};
use super::members::Members;
use super::public_key::decode_32;
use super::{CertificateFacts, MemberError, Role, Validity};
use crate::registry::AgencyId;
use crate::vietnamese::{Date, is_nfc};
use serde_json::{Map, Value, json};

/// The longest name in a certificate that a keyring carries, in bytes of UTF-8.
const LONGEST_SUBJECT: usize = 2000;

/// For whom a certificate signs. A trusted chain says who somebody is, not for which agency; the coordinator does, after
/// comparing.
///
/// In a keyring: `{"certificate":"…","agency":"bo-tai-chinh","name":"…","roles":["approver"]}`, or in place of the hash
/// `subject` with the whole name and `issuer` with its authority's, `issuer_key` where that authority's key is known; and
/// `from` and `until` where they are said. A `subject` without `issuer`, as older files have it, means any authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Which certificate.
    pub bound: Bound,
    /// For which agency it signs.
    pub agency: AgencyId,
    /// The person's name, or the office's.
    pub name: String,
    /// As what it signs, at least one.
    pub roles: Vec<Role>,
    /// From when until when.
    pub valid: Validity,
}

/// Which certificate is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// This one alone: the base64url SHA-256 of its DER, 43 characters.
    Certificate(String),
    /// Any trusted one for this name by this authority, also the next after it.
    Subject {
        /// The name's line as [`CertificateFacts`] shows it.
        subject: String,
        /// Who certifies it; none in a line of an older keyring, which means whoever is trusted.
        by: Option<CertifiedBy>,
    },
}

/// The authority by whose certificates somebody is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertifiedBy {
    /// The line of its name as [`CertificateFacts`] shows it.
    pub name: String,
    /// The thumbprint of the key that certifies; none where it was not known when the line was written, and then any trusted
    /// key of that name does.
    pub key: Option<String>,
}

impl Bound {
    /// Any certificate of this one's name by its authority.
    pub fn name_in(facts: &CertificateFacts) -> Self {
        let by = CertifiedBy { name: facts.issuer.clone(), key: facts.issuer_key.clone() };
        Self::Subject { subject: facts.subject.clone(), by: Some(by) }
    }

    /// Whether the certificate of which this is known is meant. Where the key that certified it is not known, it is not the
    /// one that is asked for.
    pub fn fits(&self, facts: &CertificateFacts) -> bool {
        self.is_named_by(facts) && self.key().is_none_or(|key| facts.issuer_key.as_ref() == Some(key))
    }

    /// Whether it may be meant, once it is known which key certified it.
    pub fn may_fit(&self, facts: &CertificateFacts) -> bool {
        self.is_named_by(facts)
            && self.key().zip(facts.issuer_key.as_ref()).is_none_or(|(wanted, known)| wanted == known)
    }

    fn key(&self) -> Option<&String> {
        match self {
            Self::Subject { by: Some(by), .. } => by.key.as_ref(),
            _ => None,
        }
    }

    /// Whether the names are those that are meant, or the hash is.
    fn is_named_by(&self, facts: &CertificateFacts) -> bool {
        match self {
            Self::Certificate(thumbprint) => facts.thumbprint == *thumbprint,
            Self::Subject { subject, by } => {
                facts.subject == *subject && by.as_ref().is_none_or(|by| by.name == facts.issuer)
            }
        }
    }
}

impl Binding {
    /// Whether a keyring's file can carry it: names and lists of roles have their bounds there.
    pub fn is_sound(&self) -> bool {
        json_of(self).as_object().is_some_and(|members| Self::from_members(Members::of(members)).is_ok())
    }

    /// Whether the other one speaks of the same certificate for the same agency: one last day holds for both.
    pub fn shares_days_with(&self, other: &Self) -> bool {
        self.agency == other.agency && self.bound == other.bound
    }

    /// Whether both say the same, days apart.
    pub fn is_same_line(&self, other: &Self) -> bool {
        self.shares_days_with(other) && self.name == other.name && self.roles == other.roles
    }

    pub(super) fn from_members(mut members: Members) -> Result<Self, MemberError> {
        let binding = Self {
            bound: bound(&mut members)?,
            agency: checked(&mut members, "agency", agency)?,
            name: checked(&mut members, "name", name)?,
            roles: roles(&mut members)?,
            valid: read_limits(&mut members)?,
        };
        members.finish()?;
        Ok(binding)
    }
}

fn bound(members: &mut Members) -> Result<Bound, MemberError> {
    if !members.has("subject") {
        return checked(members, "certificate", hash).map(Bound::Certificate);
    }
    let subject = checked(members, "subject", line)?;
    let by = match members.has("issuer") {
        true => {
            let name = checked(members, "issuer", line)?;
            let key = members.has("issuer_key").then(|| checked(members, "issuer_key", hash)).transpose()?;
            Some(CertifiedBy { name, key })
        }
        false => None,
    };
    Ok(Bound::Subject { subject, by })
}

/// A SHA-256 in base64url.
fn hash(text: &str) -> Option<String> {
    decode_32(text).map(|_| text.to_owned())
}

/// A certificate's name.
fn line(text: &str) -> Option<String> {
    let shown = !text.is_empty() && !text.chars().any(char::is_control);
    (shown && text.len() <= LONGEST_SUBJECT && is_nfc(text)).then(|| text.to_owned())
}

fn roles(members: &mut Members) -> Result<Vec<Role>, MemberError> {
    let names = members.texts("roles")?;
    let roles = names.iter().map(|name| Role::from_name(name)).collect::<Option<Vec<_>>>();
    let distinct = roles.filter(|roles| !roles.is_empty() && roles.is_sorted_by(|one, next| one < next));
    distinct.ok_or_else(|| members.refused("roles"))
}

/// The binding's members in a keyring.
pub(super) fn json_of(binding: &Binding) -> Value {
    let roles: std::collections::BTreeSet<Role> = binding.roles.iter().copied().collect();
    let roles: Vec<&str> = roles.into_iter().map(Role::as_str).collect();
    let mut value = json!({ "agency": binding.agency, "name": binding.name, "roles": roles });
    if let Value::Object(members) = &mut value {
        members.extend(said_of(&binding.bound).into_iter().map(|(member, text)| (member.to_owned(), json!(text))));
        members.extend(limits(binding.valid));
    }
    value
}

/// The members that tell which certificate is meant.
fn said_of(bound: &Bound) -> Vec<(&'static str, &String)> {
    match bound {
        Bound::Certificate(thumbprint) => vec![("certificate", thumbprint)],
        Bound::Subject { subject, by } => {
            let name = by.as_ref().map(|by| ("issuer", &by.name));
            let key = by.as_ref().and_then(|by| Some(("issuer_key", by.key.as_ref()?)));
            [Some(("subject", subject)), name, key].into_iter().flatten().collect()
        }
    }
}

/// `from` and `until`, as far as they are said.
pub(super) fn limits(validity: Validity) -> Map<String, Value> {
    let said = [("from", validity.from), ("until", validity.until)];
    said.into_iter().filter_map(|(name, day)| Some((name.to_owned(), json!(day?.iso())))).collect()
}

pub(super) fn read_limits(members: &mut Members) -> Result<Validity, MemberError> {
    let mut day = |name: &str| match members.text_if_any(name)? {
        Some(text) => Date::parse_iso(&text).map(Some).map_err(|_| members.refused(name)),
        None => Ok(None),
    };
    let validity = Validity { from: day("from")?, until: day("until")? };
    match validity {
        Validity { from: Some(from), until: Some(until) } if from > until => Err(members.refused("until")),
        validity => Ok(validity),
    }
}
