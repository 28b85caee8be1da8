use super::members::{Members, MembersError};
use super::{KeyCard, PublicKey, SigningError};
use serde_json::Value;

/// What the first member of a keyring's file says: that it is one, and of which form.
pub const KEYRING: &str = "return36a-keyring/1";

/// Who may sign for whom: the cards whose fingerprints the coordinator has compared.
///
/// As a file: `{"keyring":"return36a-keyring/1","cards":[…]}`, each card with the members of its own file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keyring {
    cards: Vec<KeyCard>,
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

    /// Adds a card; false where the very same is there.
    pub fn add(&mut self, card: KeyCard) -> bool {
        let is_new = !self.cards.contains(&card);
        if is_new {
            self.cards.push(card);
        }
        is_new
    }

    /// Takes a card out.
    pub fn remove(&mut self, card: &KeyCard) {
        self.cards.retain(|other| other != card);
    }

    /// The keys that signatures are tried with.
    pub fn keys(&self) -> Vec<PublicKey> {
        self.cards.iter().map(|card| card.key).collect()
    }

    /// The cards of the key with this thumbprint: one key may sign in several roles.
    pub fn holders<'a>(&'a self, kid: &'a str) -> impl Iterator<Item = &'a KeyCard> {
        self.cards.iter().filter(move |card| card.key.thumbprint() == kid)
    }

    /// The keyring's file, indented, with a line feed at its end.
    pub fn json(&self) -> Result<String, SigningError> {
        let parsed = |text: String| serde_json::from_str::<Value>(&text).map_err(|_| SigningError::JsonMalformed);
        let cards: Vec<Value> = self.cards.iter().map(|card| card.json().and_then(parsed)).collect::<Result<_, _>>()?;
        let file = serde_json::json!({ "keyring": KEYRING, "cards": cards });
        Ok(serde_json::to_string_pretty(&file).map_err(|_| SigningError::JsonMalformed)? + "\n")
    }

    /// The keyring in this file. Exactly the members above, and each card as its own file demands.
    pub fn read(json: &[u8]) -> Result<Self, SigningError> {
        let mut members = Members::read(json).map_err(|error| match error {
            MembersError::NotAnObject => SigningError::JsonMalformed,
            MembersError::Member(error) => error.into(),
        })?;
        if members.text("keyring")? != KEYRING {
            return Err(members.refused("keyring").into());
        }
        let cards = members.objects("cards")?.into_iter().map(KeyCard::from_members).collect::<Result<Vec<_>, _>>()?;
        members.finish()?;
        Ok(Self::of(cards))
    }
}
