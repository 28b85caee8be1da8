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

    /// Whether the keyring says the same already. A card that says nothing of days agrees with whatever days are there.
    pub(super) fn is_in(&self, keyring: &Keyring) -> bool {
        match self {
            Self::Card(card, validity) => {
                let there = keyring.cards().contains(card);
                there && (validity.is_open() || keyring.validity(card) == *validity)
            }
            Self::Anchor(anchor) => keyring.anchors().contains(anchor),
            Self::Crl(crl) => keyring.crls().contains(crl),
            Self::Binding(binding) => keyring.bindings().contains(binding),
        }
    }

    /// Puts it into the keyring.
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
            Self::Binding(binding) => drop(keyring.bind(binding.clone())),
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
