//! What comes in the mail and is no return at all.

use return36a::quarterly::SCHEMA;
use unicode_normalization::UnicodeNormalization;

/// A file that is not a return.
pub struct Alien {
    /// Its name, with the folder it lies in.
    pub name: &'static str,
    /// What it is, in English.
    pub about: &'static str,
    /// The code with which reading it as a return is refused.
    pub refused: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Files that are not returns; some of them are this signed file, spoilt.
pub fn aliens(signed: &[u8]) -> Vec<Alien> {
    let text = String::from_utf8_lossy(signed);
    let alien = |name, about, refused, bytes: Vec<u8>| Alien { name, about, refused, bytes };
    vec![
        alien("USB/bao cao.json", "an empty file", "read/not-json", Vec::new()),
        alien("USB/Công văn.txt", "a letter", "read/not-json", letter().into_bytes()),
        alien("Thư điện tử/Báo cáo 36a có dấu.pdf", "a scanned report", "read/not-utf8", pdf()),
        alien("Thư điện tử/IMG_2017.jpg", "a photo of a page", "read/not-utf8", photo()),
        alien("USB/so lieu.json", "JSON of something else", "read/unknown-member", tables().into_bytes()),
        alien("USB/tai ve do dang.json", "a return cut off", "read/not-json", cut(signed)),
        alien("USB/hai lan.json", "a member twice", "read/duplicate-member", twice(&text).into_bytes()),
        alien("USB/ban moi.json", "a newer schema", "read/newer-schema", newer(&text).into_bytes()),
        alien("USB/tu may Mac.json", "text not in NFC", "read/not-nfc", text.nfd().collect::<String>().into_bytes()),
        alien("USB/luu lai bang Notepad.json", "UTF-16", "read/not-utf8", utf_16(&text)),
        alien("USB/Báo cáo.docx", "a document that is a zip inside", "read/not-utf8", zip("word/document.xml")),
    ]
}

fn letter() -> String {
    "Kính gửi Văn phòng Chính phủ: báo cáo quý của cơ quan gửi kèm theo thư này.\r\n".to_owned()
}

fn pdf() -> Vec<u8> {
    // The second line of a PDF holds four bytes above 127, so that programs take it for binary (ISO 32000-1, 7.5.2).
    b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".to_vec()
}

fn photo() -> Vec<u8> {
    // SOI and APP0 with the name JFIF, then noise, then EOI.
    let head = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x48\x00\x48\x00\x00";
    let noise = (0..2_000_u32).map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes()[0]);
    head.iter().copied().chain(noise).chain([0xff, 0xd9]).collect()
}

fn tables() -> String {
    "{\"sheets\": [{\"name\": \"Sheet1\", \"rows\": [[\"STT\", \"Tên dịch vụ\", \"Mức độ\"]]}]}\n".to_owned()
}

fn cut(signed: &[u8]) -> Vec<u8> {
    signed[..signed.len() * 2 / 3].to_vec()
}

fn twice(text: &str) -> String {
    text.replacen("\"revision\": 1", "\"revision\": 1, \"revision\": 1", 1)
}

fn newer(text: &str) -> String {
    text.replacen(SCHEMA, "return36a/2", 1)
}

fn utf_16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// A zip with one empty file (APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16): an empty file's CRC-32 is 0.
fn zip(name: &str) -> Vec<u8> {
    let length = u16::try_from(name.len()).unwrap();
    // Version 2.0, no flags, stored, 1 June 2017 at 9:00, CRC, both sizes, the name's length, no extra field.
    let common = |signature: &[u8]| {
        let mut bytes = signature.to_vec();
        bytes.extend([20, 0, 0, 0, 0, 0, 0, 72, 193, 74]);
        bytes.extend([0; 12]);
        bytes.extend(length.to_le_bytes());
        bytes.extend([0; 2]);
        bytes
    };
    let mut bytes = common(b"PK\x03\x04");
    bytes.extend(name.as_bytes());
    let directory = u32::try_from(bytes.len()).unwrap();
    bytes.extend(common(b"PK\x01\x02\x14\x00"));
    // No comment, first disk, no attributes, at the archive's beginning.
    bytes.extend([0; 14]);
    bytes.extend(name.as_bytes());
    let size = u32::try_from(bytes.len()).unwrap() - directory;
    bytes.extend(b"PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00");
    bytes.extend(size.to_le_bytes());
    bytes.extend(directory.to_le_bytes());
    bytes.extend([0; 2]);
    bytes
}
