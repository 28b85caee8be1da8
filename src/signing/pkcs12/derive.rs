//! Keys from passwords as PKCS#12 makes them (RFC 7292, appendix B), and the ciphers that only old files use.

use super::Pkcs12Fault;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockCipherDecrypt, BlockModeDecrypt, InnerIvInit, KeyInit};
use des::TdesEde3;
use hmac::{Hmac, Mac};
use rc2::Rc2;
use sha1::Sha1;
use sha2::digest::block_api::EagerHash;
use sha2::digest::{Digest, OutputSizeUser};
use zeroize::{Zeroize, Zeroizing};

/// What a derived key is for (RFC 7292, appendix B.3).
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    Key = 1,
    Iv = 2,
    Mac = 3,
}

/// The password as its KDF takes it: two bytes a letter and two zeros at the end (appendix B.1).
pub(super) fn two_bytes_a_letter(password: &str) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(password.len() * 2 + 2));
    password.encode_utf16().chain([0]).for_each(|unit| bytes.extend_from_slice(&unit.to_be_bytes()));
    bytes
}

/// Fills `derived` by the KDF of appendix B.2 over this hash.
pub(super) fn derive<D: Digest>(
    block: usize,
    purpose: Purpose,
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    derived: &mut [u8],
) {
    let mut input = Zeroizing::new([repeated(salt, block).as_slice(), &repeated(password, block)].concat());
    for part in derived.chunks_mut(<D as Digest>::output_size()) {
        let mut hash = D::new_with_prefix(vec![purpose as u8; block]).chain_update(input.as_slice()).finalize();
        for _ in 1..iterations {
            hash = D::digest(&hash);
        }
        part.copy_from_slice(hash.get(..part.len()).unwrap_or_default());
        let added = repeated(&hash, block);
        input.chunks_mut(block).for_each(|block| add_with_one(block, &added));
        hash.as_mut_slice().zeroize();
    }
}

/// The bytes again and again until they fill whole blocks; nothing stays nothing.
fn repeated(bytes: &[u8], block: usize) -> Zeroizing<Vec<u8>> {
    let length = bytes.len().div_ceil(block) * block;
    Zeroizing::new(bytes.iter().copied().cycle().take(length).collect())
}

/// Adds another number and one to this one, both the most significant byte first; what does not fit is lost.
fn add_with_one(block: &mut [u8], other: &[u8]) {
    let mut carry = 1;
    for (byte, other) in block.iter_mut().zip(other).rev() {
        let sum = u16::from(*byte) + u16::from(*other) + carry;
        *byte = sum as u8;
        carry = sum >> 8;
    }
}

/// Whether this is the content's HMAC under a key derived from the password.
pub(super) fn is_mac<D>(block: usize, password: &[u8], salt: &[u8], iterations: u32, content: &[u8], mac: &[u8]) -> bool
where
    D: Digest + EagerHash,
    Hmac<D>: Mac + KeyInit,
{
    let mut key = Zeroizing::new(vec![0; <D as OutputSizeUser>::output_size()]);
    derive::<D>(block, Purpose::Mac, password, salt, iterations, &mut key);
    <Hmac<D> as KeyInit>::new_from_slice(&key)
        .is_ok_and(|hmac| Mac::chain_update(hmac, content).verify_slice(mac).is_ok())
}

/// The ciphers of appendix C.
#[derive(Clone, Copy)]
pub(super) enum OldCipher {
    TripleDes,
    Rc2Of128,
    Rc2Of40,
}

/// The block of SHA-1, in bytes.
const SHA1_BLOCK: usize = 64;

impl OldCipher {
    /// The plain bytes, none where the padding shows a wrong password.
    pub(super) fn decrypt(
        self,
        password: &[u8],
        salt: &[u8],
        iterations: u32,
        cipher: &[u8],
    ) -> Result<Option<Zeroizing<Vec<u8>>>, Pkcs12Fault> {
        let length = match self {
            Self::TripleDes => 24,
            Self::Rc2Of128 => 16,
            Self::Rc2Of40 => 5,
        };
        let (mut key, mut iv) = (Zeroizing::new(vec![0; length]), [0; 8]);
        derive::<Sha1>(SHA1_BLOCK, Purpose::Key, password, salt, iterations, &mut key);
        derive::<Sha1>(SHA1_BLOCK, Purpose::Iv, password, salt, iterations, &mut iv);
        match self {
            Self::TripleDes => TdesEde3::new_from_slice(&key).ok().map(|inner| decrypted(inner, &iv, cipher)),
            Self::Rc2Of128 | Self::Rc2Of40 => Some(decrypted(Rc2::new_with_eff_key_len(&key, length * 8), &iv, cipher)),
        }
        .ok_or(Pkcs12Fault::Malformed)
    }
}

fn decrypted<C: BlockCipherDecrypt>(inner: C, iv: &[u8; 8], cipher: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut buffer = Zeroizing::new(cipher.to_vec());
    let decryptor = cbc::Decryptor::inner_iv_slice_init(inner, iv).ok()?;
    let length = decryptor.decrypt_padded::<Pkcs7>(&mut buffer).ok()?.len();
    buffer.truncate(length);
    Some(buffer)
}
