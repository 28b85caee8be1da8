use crate::registry::AgencyId;
use crate::signing::{Binding, Certificate, Crl, KeyCard, Keyring, Validity};

/// One line of the keyring, in it or waiting to come into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A key card, and from when until when it counts.
    Card(Box<KeyCard>, Validity),
    /// A root.
    Anchor(Box<Certificate>),
    /// A revocation list.
    Crl(Crl),
    /// For whom a certificate signs.
    Binding(Binding),
}

/// A key or certificate that is in the keyring with other days than a line brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherDays {
    /// The days that are there.
    pub there: Validity,
    /// The line's own.
    pub own: Validity,
    /// Whether one limit holds for both; it does not for a certificate that signs for two agencies.
    pub hold_for_both: bool,
}

impl Piece {
    /// Everything that a keyring holds.
    pub fn all_of(keyring: &Keyring) -> Vec<Self> {
        let cards = keyring.cards().iter().map(|card| Self::card(card.clone(), keyring.validity(card)));
        let anchors = keyring.anchors().iter().cloned().map(Box::new).map(Self::Anchor);
        let crls = keyring.crls().iter().cloned().map(Self::Crl);
        let bindings = keyring.bindings().iter().cloned().map(Self::Binding);
        cards.chain(anchors).chain(crls).chain(bindings).collect()
    }

    /// A card's piece.
    pub(super) fn card(card: KeyCard, validity: Validity) -> Self {
        Self::Card(Box::new(card), validity)
    }

    /// Whether the keyring says the same already. A line that says nothing of days agrees with whatever days are there.
    pub(super) fn is_in(&self, keyring: &Keyring) -> bool {
        match self {
            Self::Card(card, validity) => {
                let there = keyring.cards().contains(card);
                there && (validity.is_open() || keyring.validity(card) == *validity)
            }
            Self::Anchor(anchor) => keyring.anchors().contains(anchor),
            Self::Crl(crl) => keyring.crls().contains(crl),
            Self::Binding(binding) => {
                let agrees = |other: &Binding| binding.valid.is_open() || other.valid == binding.valid;
                keyring.bindings().iter().any(|other| other.is_same_line(binding) && agrees(other))
            }
        }
    }

    /// The days that the keyring says of the same key or certificate, where they are others than this line's.
    pub fn other_days(&self, keyring: &Keyring) -> Option<OtherDays> {
        let (there, own, hold_for_both) = match self {
            Self::Card(card, validity) => (keyring.days_of_key(&card.key), *validity, true),
            Self::Binding(binding) => {
                let mut same = keyring.bindings().iter().filter(|other| other.bound == binding.bound);
                let there = same.clone().find(|other| other.agency == binding.agency).or_else(|| same.next());
                (there.map(|there| there.valid), binding.valid, there.is_some_and(|of| of.agency == binding.agency))
            }
            Self::Anchor(_) | Self::Crl(_) => return None,
        };
        let there = there.filter(|there| *there != own)?;
        Some(OtherDays { there, own, hold_for_both })
    }

    /// Puts it into the keyring. A line that says days brings them for its key or certificate; one that says none takes over
    /// those that are there.
    pub(super) fn put_into(&self, keyring: &mut Keyring) {
        match self {
            Self::Card(card, validity) => {
                keyring.add(KeyCard::clone(card));
                if !validity.is_open() {
                    keyring.limit(card, *validity);
                }
            }
            // What certifies nobody was refused when it was read.
            Self::Anchor(anchor) => drop(keyring.trust(Certificate::clone(anchor))),
            Self::Crl(crl) => drop(keyring.add_crl(crl.clone())),
            Self::Binding(binding) => {
                keyring.bind(binding.clone());
                if !binding.valid.is_open() {
                    keyring.limit_binding(binding, binding.valid);
                }
            }
        }
    }

    /// Puts it into the keyring beside what is said of the same key or certificate: the narrower days hold.
    pub(super) fn put_beside(&self, keyring: &mut Keyring) {
        match self {
            Self::Card(card, validity) => drop(keyring.add_within(KeyCard::clone(card), *validity)),
            Self::Binding(binding) => drop(keyring.bind(binding.clone())),
            Self::Anchor(_) | Self::Crl(_) => self.put_into(keyring),
        }
    }

    /// Takes it out of the keyring.
    pub(super) fn take_out(&self, keyring: &mut Keyring) {
        match self {
            Self::Card(card, _) => keyring.remove(card),
            Self::Anchor(anchor) => keyring.distrust(anchor.thumbprint()),
            Self::Crl(crl) => {
                let at = keyring.crls().iter().position(|other| other == crl);
                at.into_iter().for_each(|at| keyring.remove_crl(at));
            }
            Self::Binding(binding) => keyring.unbind(binding),
        }
    }

    /// The agency that it speaks of.
    pub fn agency(&self) -> Option<&AgencyId> {
        match self {
            Self::Card(card, _) => Some(&card.agency),
            Self::Binding(binding) => Some(&binding.agency),
            Self::Anchor(_) | Self::Crl(_) => None,
        }
    }

    /// The name in the document of the list in which it stands.
    pub(super) fn list(&self) -> &'static str {
        match self {
            Self::Card(..) => "cards-title",
            Self::Anchor(_) => "anchors-title",
            Self::Crl(_) => "crls-title",
            Self::Binding(_) => "bindings-title",
        }
    }
}
