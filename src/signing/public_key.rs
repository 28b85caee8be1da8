use super::members::Members;
use super::{MemberError, SigningError};
use base64ct::{Base64UrlUnpadded, Encoding};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A public key of P-256: the two coordinates of its point, 32 bytes each, the most significant first.
///
/// Nothing here asks whether the point lies on the curve; with one that does not, no signature is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey {
    x: [u8; 32],
    y: [u8; 32],
}

/// What stands before the point in every SubjectPublicKeyInfo of P-256 (RFC 5480, section 2).
const SPKI: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce,
    0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

/// A JWK (RFC 7517) with the members that RFC 7638 counts, in the order in which it writes them.
#[derive(Serialize)]
pub(super) struct Jwk {
    crv: &'static str,
    kty: &'static str,
    x: String,
    y: String,
}

impl PublicKey {
    /// The key with these coordinates.
    pub fn new(x: [u8; 32], y: [u8; 32]) -> Self {
        Self { x, y }
    }

    /// The key of this uncompressed point (SEC 1, section 2.3.3), if that is its form.
    pub fn from_point(point: &[u8]) -> Option<Self> {
        let (0x04, rest) = point.split_first().map(|(form, rest)| (*form, rest))? else {
            return None;
        };
        let (x, y) = rest.split_at_checked(32)?;
        Some(Self { x: x.try_into().ok()?, y: y.try_into().ok()? })
    }

    /// The uncompressed point: 4, x, y (SEC 1, section 2.3.3).
    pub fn point(&self) -> [u8; 65] {
        let mut point = [4; 65];
        point[1..33].copy_from_slice(&self.x);
        point[33..].copy_from_slice(&self.y);
        point
    }

    /// The SubjectPublicKeyInfo in DER (RFC 5480, section 2).
    pub fn spki(&self) -> Vec<u8> {
        [&SPKI[..], &self.point()].concat()
    }

    /// The key of this JWK: exactly `kty`, `crv`, `x`, `y`, so that a private key never passes for a public one.
    pub fn from_jwk(jwk: &Value) -> Result<Self, SigningError> {
        let members = jwk.as_object().map(Members::of).ok_or(SigningError::JsonMalformed)?;
        Ok(Self::from_members(members)?)
    }

    pub(super) fn from_members(mut jwk: Members) -> Result<Self, MemberError> {
        for (name, value) in [("kty", "EC"), ("crv", "P-256")] {
            if jwk.text(name)? != value {
                return Err(jwk.refused(name));
            }
        }
        let mut coordinate = |name| {
            let text = jwk.text(name)?;
            decode_32(&text).ok_or_else(|| jwk.refused(name))
        };
        let key = Self::new(coordinate("x")?, coordinate("y")?);
        jwk.finish()?;
        Ok(key)
    }

    /// The key as JWK: `{"crv":"P-256","kty":"EC","x":"…","y":"…"}`.
    pub fn jwk(&self) -> Value {
        let Jwk { crv, kty, x, y } = self.jwk_members();
        serde_json::json!({"crv": crv, "kty": kty, "x": x, "y": y})
    }

    pub(super) fn jwk_members(&self) -> Jwk {
        Jwk { crv: "P-256", kty: "EC", x: self.x(), y: self.y() }
    }

    /// The key's identifier: the base64url SHA-256 of its JWK (RFC 7638), 43 characters.
    pub fn thumbprint(&self) -> String {
        let jwk = format!(r#"{{"crv":"P-256","kty":"EC","x":"{}","y":"{}"}}"#, self.x(), self.y());
        Base64UrlUnpadded::encode_string(&Sha256::digest(jwk))
    }

    /// The first coordinate in base64url.
    pub fn x(&self) -> String {
        Base64UrlUnpadded::encode_string(&self.x)
    }

    /// The second coordinate in base64url.
    pub fn y(&self) -> String {
        Base64UrlUnpadded::encode_string(&self.y)
    }
}

/// As a JWK.
impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.jwk_members().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_jwk(&Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// A thumbprint in groups of four characters, for two people to compare aloud: `0ZcO CORZ NYy- …`.
pub fn fingerprint(thumbprint: &str) -> String {
    let mut groups = String::new();
    for (at, character) in thumbprint.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            groups.push(' ');
        }
        groups.push(character);
    }
    groups
}

/// The 32 bytes that this text is in base64url without padding, if it is.
pub(super) fn decode_32(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let decoded = Base64UrlUnpadded::decode(text, &mut bytes).ok()?.len();
    (decoded == bytes.len()).then_some(bytes)
}
