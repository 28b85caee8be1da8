//! Numbers that look drawn and are the same in every run.

/// A number for these words, spread over all 64 bits: FNV-1a, then the finalizer of SplitMix64.
pub fn drawn(words: &[&str]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in words.iter().flat_map(|word| word.bytes().chain([0xff])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    mixed(hash)
}

/// A number for these words from 0 to one below `end`.
pub fn below(end: i64, words: &[&str]) -> i64 {
    let end = u64::try_from(end).unwrap_or(1).max(1);
    i64::try_from(drawn(words) % end).unwrap_or(0)
}

/// Sixteen bytes for these words.
pub fn bytes(words: &[&str]) -> [u8; 16] {
    let first = drawn(words);
    (u128::from(first) << 64 | u128::from(mixed(first))).to_be_bytes()
}

/// A stream of bytes that begins with this number.
pub fn stream(mut state: u64) -> impl FnMut() -> u8 {
    move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(state).to_be_bytes()[0]
    }
}

fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
