use sha2::{Digest, Sha256};

/// SHA-256 of these bytes in 64 hexadecimal digits, as files write hashes.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
