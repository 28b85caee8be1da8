use super::binding::{Binding, json_of, limits, read_limits};
use super::members::Members;
use super::{Certificate, CertificateFacts, Crl, KeyCard, MemberError, PublicKey, SigningError, Validity, Within};
use crate::registry::AgencyId;
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

/// What the first member of a keyring's file says: that it is one, and of which form.
pub const KEYRING: &str = "return36a-keyring/2";
/// The form before certificates, which is still read.
const FIRST: &str = "return36a-keyring/1";

/// Who may sign for whom: the cards whose fingerprints the coordinator has compared, and the certificates, with the roots
/// and the revocation lists that the coordinator trusts. A first keyring trusts no root.
///
/// As a file: `{"keyring":"return36a-keyring/2","cards":[…],"anchors":["-----BEGIN CERTIFICATE-----…"],"crls":[["MIIB…",…],…],
/// "certificates":[…]}`, each card with the members of its own file and, where it has them, `from` and `until`. Days belong to
/// the key: of two cards of one key with different days, as older files may have them, the narrower hold for both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keyring {
    cards: Vec<KeyCard>,
    /// Of each card, in the same order.
    validities: Vec<Validity>,
    anchors: Vec<Certificate>,
    crls: Vec<Crl>,
    bindings: Vec<Binding>,
}

impl Keyring {
    /// The keyring of these cards, each once.
    pub fn of(cards: impl IntoIterator<Item = KeyCard>) -> Self {
        let mut keyring = Self::default();
        for card in cards {
            keyring.add(card);
        }
        keyring
    }

    /// The cards, in the order in which they were added.
    pub fn cards(&self) -> &[KeyCard] {
        &self.cards
    }

    /// Adds a card; false where the very same is there. Days limit a key: where one of its cards is here, this one takes over
    /// its days, else it is valid at any time.
    pub fn add(&mut self, card: KeyCard) -> bool {
        let is_new = !self.cards.contains(&card);
        if is_new {
            self.validities.push(self.days_of_key(&card.key).unwrap_or_default());
            self.cards.push(card);
        }
        is_new
    }

    /// Adds a card of which a file says these days; false where nothing is new. Where a card of its key is here, the narrower
    /// days hold for all of them.
    pub fn add_within(&mut self, card: KeyCard, validity: Validity) -> bool {
        let own = self.days_of_key(&card.key);
        let days = own.map_or(validity, |own| own.narrowed(validity));
        let is_new = self.add(card.clone());
        self.limit(&card, days);
        is_new || own != Some(days)
    }

    /// Takes a card out.
    pub fn remove(&mut self, card: &KeyCard) {
        if let Some(at) = self.cards.iter().position(|other| other == card) {
            self.cards.remove(at);
            self.validities.remove(at);
        }
    }

    /// From when until when this card counts.
    pub fn validity(&self, card: &KeyCard) -> Validity {
        let at = self.cards.iter().position(|other| other == card);
        at.and_then(|at| self.validities.get(at).copied()).unwrap_or_default()
    }

    /// From when until when this key counts; none where no card is of it.
    pub fn days_of_key(&self, key: &PublicKey) -> Option<Validity> {
        let at = self.cards.iter().position(|card| card.key == *key);
        at.and_then(|at| self.validities.get(at).copied())
    }

    /// Says from when until when a card counts, and with it every card of its key; false where it is not there.
    pub fn limit(&mut self, card: &KeyCard, validity: Validity) -> bool {
        let of_key = |(other, _): &(&KeyCard, &mut Validity)| other.key == card.key;
        let places = self.cards.iter().zip(&mut self.validities).filter(of_key);
        places.for_each(|(_, place)| *place = validity);
        self.cards.contains(card)
    }

    /// The keys that signatures are tried with.
    pub fn keys(&self) -> Vec<PublicKey> {
        self.cards.iter().map(|card| card.key).collect()
    }

    /// The cards of the key with this thumbprint: one key may sign in several roles.
    pub fn holders<'a>(&'a self, kid: &'a str) -> impl Iterator<Item = &'a KeyCard> {
        self.cards.iter().filter(move |card| card.key.thumbprint() == kid)
    }

    /// The roots that certificates are trusted by. Empty in a first keyring: then no certificate is trusted.
    pub fn anchors(&self) -> &[Certificate] {
        &self.anchors
    }

    /// Trusts a root, or an authority below one; false where it is there.
    ///
    /// # Errors
    /// [`SigningError::AnchorRefused`] where the certificate certifies nobody.
    pub fn trust(&mut self, anchor: Certificate) -> Result<bool, SigningError> {
        if !anchor.facts().is_authority || !anchor.signs_certificates() || anchor.key_kind().is_none() {
            return Err(SigningError::AnchorRefused(anchor.facts().subject.clone()));
        }
        let is_new = !self.anchors.contains(&anchor);
        self.anchors.extend(is_new.then_some(anchor));
        Ok(is_new)
    }

    /// Trusts the root of this thumbprint no longer.
    pub fn distrust(&mut self, thumbprint: &str) {
        self.anchors.retain(|anchor| anchor.thumbprint() != thumbprint);
    }

    /// The revocation lists.
    pub fn crls(&self) -> &[Crl] {
        &self.crls
    }

    /// Adds a revocation list; false where it is there.
    pub fn add_crl(&mut self, crl: Crl) -> bool {
        let is_new = !self.crls.contains(&crl);
        self.crls.extend(is_new.then_some(crl));
        is_new
    }

    /// Takes out the lists that another one replaces, as [`Crl::replaces`] says; what is left of two alike is the later in
    /// order. `signed_by` tells for a list which key was found to have signed it: one of which that is not known neither
    /// replaces another nor is replaced.
    pub fn drop_replaced(&mut self, signed_by: impl Fn(&Crl) -> Option<String>) {
        let known: Vec<Option<String>> = self.crls.iter().map(signed_by).collect();
        let lists: Vec<(&Crl, &Option<String>)> = self.crls.iter().zip(&known).collect();
        let is_replaced = |at: usize, (crl, key): &(&Crl, &Option<String>)| {
            let others = lists.iter().enumerate().filter(|(other, (_, by))| *other != at && key.is_some() && by == key);
            let mut over = others.filter(|(_, (other, _))| other.replaces(crl));
            over.any(|(place, (other, _))| place > at || !crl.replaces(other))
        };
        let stays = lists.iter().enumerate().filter(|(at, list)| !is_replaced(*at, list));
        self.crls = stays.map(|(_, (crl, _))| Crl::clone(crl)).collect();
    }

    /// Takes a revocation list out.
    pub fn remove_crl(&mut self, at: usize) {
        if at < self.crls.len() {
            self.crls.remove(at);
        }
    }

    /// Whose certificates sign for which agency.
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// Says for whom a certificate signs; false where nothing is new. Days limit a certificate for an agency: where other lines
    /// speak of the same, the days that all of them allow hold for all. Where there are none, each line keeps its own, and
    /// [`Keyring::within`] allows no day.
    pub fn bind(&mut self, binding: Binding) -> bool {
        let there: Vec<&Binding> = self.bindings.iter().filter(|other| other.shares_days_with(&binding)).collect();
        let same = there.iter().find(|other| other.is_same_line(&binding)).map(|same| same.valid);
        let common = there.iter().try_fold(binding.valid, |days, other| days.common(other.valid));
        match (common, same) {
            (Some(days), _) => {
                let changes = there.iter().any(|other| other.valid != days);
                self.limit_binding(&binding, days);
                self.bindings.extend(same.is_none().then_some(Binding { valid: days, ..binding }));
                changes || same.is_none()
            }
            (None, None) => {
                self.bindings.push(binding);
                true
            }
            (None, Some(own)) => {
                let days = own.narrowed(binding.valid);
                let lines = self.bindings.iter_mut().filter(|other| other.is_same_line(&binding));
                lines.for_each(|other| other.valid = days);
                days != own
            }
        }
    }

    /// Says from when until when a certificate counts for an agency, in every line that speaks of both.
    pub fn limit_binding(&mut self, binding: &Binding, validity: Validity) {
        let lines = self.bindings.iter_mut().filter(|other| other.shares_days_with(binding));
        lines.for_each(|other| other.valid = validity);
    }

    /// Takes it back, whatever its days.
    pub fn unbind(&mut self, binding: &Binding) {
        self.bindings.retain(|other| !other.is_same_line(binding));
    }

    /// What is said of the certificate of which this is known.
    pub fn bindings_of<'a>(&'a self, facts: &'a CertificateFacts) -> impl Iterator<Item = &'a Binding> {
        self.bindings.iter().filter(move |binding| binding.bound.fits(facts))
    }

    /// Whether a certificate counts for an agency at this time, in Unix seconds. Every line that means it, by its hash or by its
    /// name, must let it: days that one line has no longer, or not yet, are not lent by another.
    pub fn within(&self, facts: &CertificateFacts, agency: &AgencyId, time: i64) -> Within {
        let lines = self.bindings_of(facts).filter(|binding| binding.agency == *agency);
        let says: Vec<Within> = lines.map(|binding| binding.valid.at(time)).collect();
        let first = [Within::Late, Within::Early].into_iter().find(|within| says.contains(within));
        first.unwrap_or(Within::Inside)
    }

    /// Takes in what another keyring says; how much of it was new.
    pub fn merge(&mut self, other: &Self) -> usize {
        let mut new = 0;
        for (card, validity) in other.cards.iter().zip(&other.validities) {
            new += usize::from(self.add_within(card.clone(), *validity));
        }
        new += other.anchors.iter().filter(|anchor| matches!(self.trust((*anchor).clone()), Ok(true))).count();
        new += other.crls.iter().filter(|crl| self.add_crl((*crl).clone())).count();
        new + other.bindings.iter().filter(|binding| self.bind((*binding).clone())).count()
    }

    /// The keyring's file, indented, with a line feed at its end.
    pub fn json(&self) -> Result<String, SigningError> {
        Ok(serde_json::to_string_pretty(&self.value()?).map_err(|_| SigningError::JsonMalformed)? + "\n")
    }

    /// The keyring's file as a JSON value.
    pub fn value(&self) -> Result<Value, SigningError> {
        let cards = self.cards.iter().zip(&self.validities).map(|(card, validity)| {
            let mut members: Map<String, Value> =
                serde_json::from_str(&card.json()?).map_err(|_| SigningError::JsonMalformed)?;
            members.extend(limits(*validity));
            Ok(Value::Object(members))
        });
        Ok(serde_json::json!({
            "keyring": KEYRING,
            "cards": cards.collect::<Result<Vec<_>, SigningError>>()?,
            "anchors": self.anchors.iter().map(Certificate::pem).collect::<Vec<_>>(),
            "crls": self.crls.iter().map(Crl::pieces).collect::<Vec<_>>(),
            "certificates": self.bindings.iter().map(json_of).collect::<Vec<_>>(),
        }))
    }

    /// The keyring in this file. Exactly the members above, and each card as its own file demands.
    pub fn read(json: &[u8]) -> Result<Self, SigningError> {
        Ok(Self::from_members(Members::read(json)?)?)
    }

    fn from_members(mut members: Members) -> Result<Self, MemberError> {
        let form = members.form("keyring", KEYRING, &[FIRST])?;
        let mut keyring = Self::default();
        for members in members.objects("cards")? {
            let (card, mut rest) = KeyCard::from_members(members)?;
            let validity = if form == FIRST { Validity::default() } else { read_limits(&mut rest)? };
            rest.finish()?;
            keyring.add_within(card, validity);
        }
        if form == KEYRING {
            keyring.read_certificates(&mut members)?;
        }
        members.finish()?;
        Ok(keyring)
    }

    fn read_certificates(&mut self, members: &mut Members) -> Result<(), MemberError> {
        for (at, pem) in members.texts("anchors")?.iter().enumerate() {
            let trusted = Certificate::one(pem.as_bytes()).and_then(|anchor| self.trust(anchor));
            trusted.map_err(|_| members.refused(&format!("anchors/{at}")))?;
        }
        for (at, pieces) in members.lists_of_texts("crls")?.iter().enumerate() {
            let crl = Crl::from_base64(&pieces.concat()).ok_or_else(|| members.refused(&format!("crls/{at}")))?;
            self.add_crl(crl);
        }
        for binding in members.objects("certificates")? {
            self.bind(Binding::from_members(binding)?);
        }
        Ok(())
    }
}

/// As its own file.
impl Serialize for Keyring {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Keyring {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let members = value.as_object().map(Members::of).ok_or_else(|| D::Error::custom("no object"))?;
        Self::from_members(members).map_err(|error| D::Error::custom(SigningError::from(error)))
    }
}
