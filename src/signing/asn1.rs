//! The little ASN.1 that the files of others need beside the crates: BER brought to DER, and a value's parts.

use zeroize::Zeroizing;

/// How deep values may lie in one another; a PKCS#12 file needs about ten.
const DEEPEST: usize = 32;
/// How many values may leave their length open: for each as much room is wiped as the file is long.
const MOST_OPEN: usize = 256;

pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTETS: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OID: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;
const CONSTRUCTED: u8 = 0x20;
const CONSTRUCTED_OCTETS: u8 = OCTETS | CONSTRUCTED;

/// One value in DER.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    /// Its tag.
    pub tag: u8,
    /// What it holds.
    pub content: &'a [u8],
    /// All of it, with tag and length.
    pub whole: &'a [u8],
}

impl<'a> Node<'a> {
    /// The one value that these bytes are.
    pub fn only(bytes: &'a [u8]) -> Option<Self> {
        let (node, rest) = Self::first(bytes)?;
        rest.is_empty().then_some(node)
    }

    /// This value, if it has this tag.
    pub fn of(self, tag: u8) -> Option<Self> {
        (self.tag == tag).then_some(self)
    }

    /// The values in it, if it has this tag.
    pub fn parts(self, tag: u8) -> Option<Vec<Self>> {
        let mut rest = self.of(tag)?.content;
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let (part, after) = Self::first(rest)?;
            parts.push(part);
            rest = after;
        }
        Some(parts)
    }

    /// The number in it, if it is one from 0 to 2^32-1.
    pub fn small(self) -> Option<u32> {
        let bytes = self.of(INTEGER)?.content;
        let negative = bytes.first()? & 0x80 != 0;
        let digits = if bytes.len() > 4 { bytes.strip_prefix(&[0])? } else { bytes };
        (!negative && digits.len() <= 4).then(|| digits.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
    }

    fn first(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (tag, after_tag) = bytes.split_first()?;
        let (length, after_length) = length(after_tag)?;
        let (content, rest) = after_length.split_at_checked(length?)?;
        let whole = bytes.get(..bytes.len() - rest.len())?;
        is_short(*tag).then_some((Self { tag: *tag, content, whole }, rest))
    }
}

/// Whether the tag is written in one byte; no file of ours has another.
fn is_short(tag: u8) -> bool {
    tag & 0x1f != 0x1f
}

/// The length at the beginning of these bytes, none where it is indefinite, and what follows it.
fn length(bytes: &[u8]) -> Option<(Option<usize>, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    match first & 0x7f {
        short if first & 0x80 == 0 => Some((Some(usize::from(short)), rest)),
        0 => Some((None, rest)),
        digits @ 1..=4 => {
            let (digits, rest) = rest.split_at_checked(usize::from(digits))?;
            Some((Some(digits.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte))), rest))
        }
        _ => None,
    }
}

/// The one value that these bytes are in BER, in DER as far as lengths and split octet strings go. None where it is no BER,
/// nests deeper than 32 values or leaves more than 256 lengths open. Wiped when dropped, since it may hold a key.
pub(super) fn normal(ber: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut rest = ber;
    let mut der = room(ber);
    value(&mut rest, DEEPEST, &mut { MOST_OPEN }, &mut der)?;
    rest.is_empty().then_some(der)
}

/// Room enough for these bytes in DER, so that the vector never moves and leaves a copy behind.
fn room(ber: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(Vec::with_capacity(ber.len() + ber.len() / 64 + 64))
}

/// Copies the value at the beginning of `rest`, and leaves what follows it.
fn value(rest: &mut &[u8], depth: usize, open: &mut usize, der: &mut Vec<u8>) -> Option<()> {
    let (tag, after_tag) = rest.split_first()?;
    let (length, after_length) = length(after_tag)?;
    if !is_short(*tag) || (tag & CONSTRUCTED == 0 && length.is_none()) {
        return None;
    }
    let inside = match length {
        Some(length) => after_length.get(..length)?,
        None => after_length,
    };
    if tag & CONSTRUCTED == 0 {
        *rest = after_length.get(inside.len()..)?;
        write(*tag, &[inside], der);
        return Some(());
    }
    if length.is_none() {
        *open = open.checked_sub(1)?;
    }
    let mut after = inside;
    let mut parts = room(inside);
    loop {
        match (length, after) {
            (Some(_), []) | (None, [0, 0, ..]) => break,
            _ => value(&mut after, depth.checked_sub(1)?, open, &mut parts)?,
        }
    }
    *rest = match length {
        Some(length) => after_length.get(length..)?,
        None => after.get(2..)?,
    };
    match *tag {
        CONSTRUCTED_OCTETS => write(OCTETS, &[&joined(&parts)?], der),
        tag => write(tag, &[&parts], der),
    }
    Some(())
}

/// The octet strings in these bytes, one after another.
fn joined(parts: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut octets = room(parts);
    let mut rest = parts;
    while !rest.is_empty() {
        let (part, after) = Node::first(rest)?;
        octets.extend_from_slice(part.of(OCTETS)?.content);
        rest = after;
    }
    Some(octets)
}

/// Writes one value that holds these bytes.
pub(super) fn write(tag: u8, parts: &[&[u8]], der: &mut Vec<u8>) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let digits = length.to_be_bytes();
    let zeros = digits.iter().take_while(|byte| **byte == 0).count();
    let digits = digits.get(zeros..).unwrap_or_default();
    der.push(tag);
    match digits {
        [] => der.push(0),
        [short] if *short < 0x80 => der.push(*short),
        long => {
            der.push(0x80 | long.len() as u8);
            der.extend_from_slice(long);
        }
    }
    parts.iter().for_each(|part| der.extend_from_slice(part));
}

/// r and s of this many bytes each, from the ECDSA-Sig-Value of RFC 3279, section 2.2.3, in strict DER.
pub(super) fn plain_ecdsa(der: &[u8], half: usize) -> Option<Vec<u8>> {
    let parts = Node::only(der)?.parts(SEQUENCE)?;
    let [r, s] = parts.as_slice() else { return None };
    let plain = [padded(*r, half)?, padded(*s, half)?].concat();
    let mut again = Vec::new();
    write(SEQUENCE, &[r.whole, s.whole], &mut again);
    (again == der).then_some(plain)
}

/// A positive number in as many bytes as are asked for, if it was written in as few as it needs.
fn padded(number: Node<'_>, length: usize) -> Option<Vec<u8>> {
    let bytes = number.of(INTEGER)?.content;
    let digits = match bytes {
        [0, next, ..] if next & 0x80 == 0 => return None,
        [0, digits @ ..] => digits,
        [first, ..] if first & 0x80 != 0 => return None,
        digits => digits,
    };
    let zeros = length.checked_sub(digits.len())?;
    let mut written = Vec::new();
    write(INTEGER, &[bytes], &mut written);
    (!bytes.is_empty() && written == number.whole).then(|| [&vec![0; zeros][..], digits].concat())
}
