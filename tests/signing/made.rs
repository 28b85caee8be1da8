//! Certificates and revocation lists made byte by byte, sound until a test changes them.

use super::{Private, primitives};
use pollster::block_on;
use return36a::signing::*;

pub const NOW: i64 = 1_497_225_600;
const SIGNED_WITH_SHA256: &[u8] = b"\x2a\x86\x48\xce\x3d\x04\x03\x02";

pub fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = match content.len() {
        short @ 0..128 => vec![short as u8],
        medium @ 128..256 => vec![0x81, medium as u8],
        long => vec![0x82, (long >> 8) as u8, long as u8],
    };
    [&[tag][..], &length, content].concat()
}

pub fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, &parts.concat())
}

/// One attribute of a name: the last byte of its identifier, the tag of its text, the text.
pub fn name(parts: &[(u8, u8, &[u8])]) -> Vec<u8> {
    let part = |(id, tag, text): &(u8, u8, &[u8])| tlv(0x31, &sequence(&[&tlv(6, &[0x55, 4, *id]), &tlv(*tag, text)]));
    tlv(0x30, &parts.iter().flat_map(part).collect::<Vec<_>>())
}

pub fn common_name(text: &str) -> Vec<u8> {
    name(&[(6, 0x13, b"VN"), (10, 0x0c, "Cơ quan thử".as_bytes()), (3, 0x0c, text.as_bytes())])
}

/// An extension: the last byte of its identifier, whether it is critical, its value.
pub fn extension(id: u8, critical: bool, value: &[u8]) -> Vec<u8> {
    let critical = if critical { tlv(1, &[0xff]) } else { Vec::new() };
    sequence(&[&tlv(6, &[0x55, 0x1d, id]), &critical, &tlv(4, value)])
}

pub fn is_authority(path_length: Option<u8>) -> Vec<u8> {
    let length = path_length.map(|length| tlv(2, &[length])).unwrap_or_default();
    extension(19, true, &sequence(&[&tlv(1, &[0xff]), &length]))
}

/// KeyUsage with these bits: 0x80 digitalSignature, 0x40 nonRepudiation, 0x20 keyEncipherment, 0x04 keyCertSign.
pub fn usage(bits: u8) -> Vec<u8> {
    extension(15, true, &tlv(3, &[0, bits]))
}

/// A key of P-256 and a name: of an authority or of a person.
pub struct Holder {
    pub name: Vec<u8>,
    pub key: SigningKey<Private>,
}

impl Holder {
    /// A holder of this name whose key follows from the seed.
    pub fn new(text: &str, seed: u8) -> Self {
        let primitives = Native::new(move |bytes: &mut [u8]| {
            bytes.iter_mut().enumerate().for_each(|(at, byte)| *byte = seed.wrapping_mul(31).wrapping_add(at as u8));
            Ok(())
        });
        Self { name: common_name(text), key: super::fresh_key(&primitives) }
    }

    /// A sound certificate for this holder by that one, with these extensions.
    pub fn certified(&self, by: &Holder, extensions: &[Vec<u8>]) -> Certificate {
        Certificate::from_der(&Made::new(self, by, extensions).der()).unwrap()
    }

    /// A root of this holder.
    pub fn root(&self) -> Certificate {
        self.certified(self, &[is_authority(None), usage(0x04)])
    }

    pub fn sign_der(&self, message: &[u8]) -> Vec<u8> {
        let plain = block_on(primitives().sign(&self.key.private, message)).unwrap();
        p256::ecdsa::Signature::from_slice(&plain).unwrap().to_der().as_bytes().to_vec()
    }
}

/// A certificate, part by part.
pub struct Made<'a> {
    pub by: &'a Holder,
    pub version: Vec<u8>,
    pub serial: u8,
    pub algorithm: Vec<u8>,
    pub issuer: Vec<u8>,
    pub from: &'static [u8],
    pub until: &'static [u8],
    pub subject: Vec<u8>,
    pub spki: Vec<u8>,
    pub extensions: Vec<Vec<u8>>,
}

impl<'a> Made<'a> {
    pub fn new(holder: &Holder, by: &'a Holder, extensions: &[Vec<u8>]) -> Self {
        Self {
            by,
            version: tlv(0xa0, &tlv(2, &[2])),
            serial: 7,
            algorithm: sequence(&[&tlv(6, SIGNED_WITH_SHA256)]),
            issuer: by.name.clone(),
            from: b"170101000000Z",
            until: b"180101000000Z",
            subject: holder.name.clone(),
            spki: holder.key.public.spki(),
            extensions: extensions.to_vec(),
        }
    }

    pub fn der(&self) -> Vec<u8> {
        let validity = sequence(&[&tlv(0x17, self.from), &tlv(0x17, self.until)]);
        let extensions = match self.extensions.as_slice() {
            [] => Vec::new(),
            some => tlv(0xa3, &tlv(0x30, &some.concat())),
        };
        let body = sequence(&[
            &self.version,
            &tlv(2, &[self.serial]),
            &self.algorithm,
            &self.issuer,
            &validity,
            &self.subject,
            &self.spki,
            &extensions,
        ]);
        let signature = [&[0][..], &self.by.sign_der(&body)].concat();
        sequence(&[&body, &self.algorithm, &tlv(3, &signature)])
    }

    pub fn certificate(&self) -> Certificate {
        Certificate::from_der(&self.der()).unwrap()
    }
}

/// A revocation list of this authority with these serial numbers, all revoked on this day.
pub fn crl(by: &Holder, serials: &[u8], day: &[u8]) -> Vec<u8> {
    let entries = serials.iter().map(|serial| sequence(&[&tlv(2, &[*serial]), &tlv(0x17, day)])).collect();
    List { entries, ..List::new(by, b"170201000000Z") }.der()
}

/// A revocation list, part by part.
pub struct List<'a> {
    pub by: &'a Holder,
    pub issued: &'static [u8],
    pub entries: Vec<Vec<u8>>,
    pub extensions: Vec<Vec<u8>>,
}

impl<'a> List<'a> {
    /// One that this authority issued at this time, and that revokes nothing.
    pub fn new(by: &'a Holder, issued: &'static [u8]) -> Self {
        Self { by, issued, entries: Vec::new(), extensions: vec![extension(20, false, &tlv(2, &[1]))] }
    }

    /// The same with this serial number as well, taken back on 15 January 2017; `held` for a time only.
    pub fn revoking(mut self, serial: u8, held: bool) -> Self {
        let reason = tlv(0x30, &extension(21, false, &tlv(0x0a, &[6])));
        let reason = if held { reason } else { Vec::new() };
        self.entries.push(sequence(&[&tlv(2, &[serial]), &tlv(0x17, b"170115000000Z"), &reason]));
        self
    }

    pub fn der(&self) -> Vec<u8> {
        let algorithm = sequence(&[&tlv(6, SIGNED_WITH_SHA256)]);
        let entries = if self.entries.is_empty() { Vec::new() } else { tlv(0x30, &self.entries.concat()) };
        let extensions = tlv(0xa0, &tlv(0x30, &self.extensions.concat()));
        let (this, next) = (tlv(0x17, self.issued), tlv(0x17, b"170301000000Z"));
        let body = sequence(&[&tlv(2, &[1]), &algorithm, &self.by.name, &this, &next, &entries, &extensions]);
        let signature = [&[0][..], &self.by.sign_der(&body)].concat();
        sequence(&[&body, &algorithm, &tlv(3, &signature)])
    }

    pub fn read(&self) -> Crl {
        Crl::read(&self.der()).unwrap()
    }
}
