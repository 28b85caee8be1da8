//! Each agency's key and card, and a key that nobody knows.

use super::chance::{drawn, stream};
use super::days::{day, morning};
use super::returns::payload;
use pollster::block_on;
use return36a::quarterly::{Return, Signature, SignedFile, write};
use return36a::registry::Agency;
use return36a::signing::{
    KeyCard, Native, Password, PrimitiveError, Primitives, Role, SigningKey, new_key, no_randomness, open_key, sign,
};

/// A private key of the native primitives.
pub type Private = return36a::signing::NativeKey;

/// A key with its card.
pub struct Signatory {
    key: SigningKey<Private>,
    /// What the coordinator knows of it.
    pub card: KeyCard,
}

impl Signatory {
    /// The agency's own key.
    pub fn of(agency: &Agency) -> Self {
        Self::drawn(agency, "own")
    }

    /// Another key of the same names, whose card the coordinator never got.
    pub fn stranger(agency: &Agency) -> Self {
        Self::drawn(agency, "stranger")
    }

    fn drawn(agency: &Agency, draw: &str) -> Self {
        let key = key(drawn(&["key", draw, agency.id.as_str()]));
        let card = KeyCard {
            agency: agency.id.clone(),
            name: format!("Đơn vị lập báo cáo mẫu của {}", agency.name),
            role: Role::Drafter,
            key: key.public,
            created: day(2015, 11, 2),
        };
        Self { key, card }
    }

    /// The signature of a return, made in the morning of the day of its document.
    pub fn signature(&self, content: &Return) -> Signature {
        let issued_at = morning(content.document.date.unwrap());
        block_on(sign(&Native::new(no_randomness), &self.key, self.card.role, issued_at, &payload(content))).unwrap()
    }

    /// The file of a return with its signature.
    pub fn signed(&self, content: Return) -> Vec<u8> {
        let signatures = vec![self.signature(&content)];
        write(&SignedFile { content, signatures })
    }
}

/// A key made and opened as an officer does, from bytes that begin with this number.
fn key(seed: u64) -> SigningKey<Private> {
    let primitives = primitives(seed);
    let password = Password::new("mật khẩu mẫu").unwrap();
    let made = block_on(new_key(&primitives, &password, 1)).unwrap();
    block_on(open_key(&primitives, made.pem.as_bytes(), &password)).unwrap()
}

fn primitives(seed: u64) -> impl Primitives<PrivateKey = Private> {
    let mut next = stream(seed);
    Native::new(move |bytes: &mut [u8]| {
        bytes.fill_with(&mut next);
        Ok::<(), PrimitiveError>(())
    })
}
