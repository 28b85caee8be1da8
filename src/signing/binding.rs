use super::card::{agency, checked, name};
use super::members::Members;
use super::public_key::decode_32;
use super::{Certificate, CertificateFacts, MemberError, Role, Validity};
use crate::registry::AgencyId;
use crate::vietnamese::{Date, is_nfc};
use serde_json::{Map, Value, json};

/// The longest name in a certificate that a keyring carries, in bytes of UTF-8.
const LONGEST_SUBJECT: usize = 2000;

/// For whom a certificate signs. A trusted chain says who somebody is, not for which agency; the coordinator does, after
/// comparing.
///
/// In a keyring: `{"certificate":"…","agency":"bo-tai-chinh","name":"…","roles":["approver"]}`, or `subject` with the whole
/// name in place of the hash, and `from` and `until` where they are said.
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
    /// Any trusted one for this name, also the next after it: the name's line as [`CertificateFacts`] shows it.
    ///
    /// [`CertificateFacts`]: super::CertificateFacts
    Subject(String),
}

impl Bound {
    /// Whether this certificate is meant.
    pub fn fits(&self, certificate: &Certificate) -> bool {
        self.fits_facts(certificate.facts())
    }

    /// Whether the certificate of which this is known is meant.
    pub fn fits_facts(&self, facts: &CertificateFacts) -> bool {
        match self {
            Self::Certificate(thumbprint) => facts.thumbprint == *thumbprint,
            Self::Subject(subject) => facts.subject == *subject,
        }
    }
}

impl Binding {
    /// Whether a keyring's file can carry it: names and lists of roles have their bounds there.
    pub fn is_sound(&self) -> bool {
        json_of(self).as_object().is_some_and(|members| Self::from_members(Members::of(members)).is_ok())
    }

    pub(super) fn from_members(mut members: Members) -> Result<Self, MemberError> {
        let bound = if members.has("subject") {
            checked(&mut members, "subject", subject).map(Bound::Subject)?
        } else {
            let hash = |text: &str| decode_32(text).map(|_| text.to_owned());
            checked(&mut members, "certificate", hash).map(Bound::Certificate)?
        };
        let binding = Self {
            bound,
            agency: checked(&mut members, "agency", agency)?,
            name: checked(&mut members, "name", name)?,
            roles: roles(&mut members)?,
            valid: read_limits(&mut members)?,
        };
        members.finish()?;
        Ok(binding)
    }
}

fn subject(text: &str) -> Option<String> {
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
    let (member, text) = match &binding.bound {
        Bound::Certificate(thumbprint) => ("certificate", thumbprint),
        Bound::Subject(subject) => ("subject", subject),
    };
    if let Value::Object(members) = &mut value {
        members.insert(member.to_owned(), json!(text));
        members.extend(limits(binding.valid));
    }
    value
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
