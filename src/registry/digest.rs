use sha2::{Digest, Sha256};
use std::io::{self, Read};

/// SHA-256 of these bytes in 64 hexadecimal digits, as files write hashes.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The same of all that is read, and how many bytes that was, without keeping them.
///
/// # Errors
/// The reader's.
pub fn sha256_and_size(mut from: impl Read) -> io::Result<(String, u64)> {
    let (mut hash, mut size, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok((hex(&hash.finalize()), size)),
            read => {
                hash.update(buffer.get(..read).unwrap_or_default());
                size += read as u64;
            }
        }
    }
}

fn hex(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
