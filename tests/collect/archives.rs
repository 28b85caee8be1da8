//! What is taken out of an archive, and what is refused, with its code.

use return36a::collect::{
    ArchiveErrorCode, Bounds, Content, Examined, Outcome, Packed, content_of, files_in_zip, is_archive,
};
use return36a::quarterly::MOST_BYTES;
use return36a::registry::sha256_hex;
use return36a::text::{Language, unreadable_message};
use return36a::vietnamese::Date;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Small bounds, so that going past them costs little.
const SMALL: Bounds = Bounds { packed: 1 << 20, files: 5, unpacked: 40 << 20, depth: 2 };

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    zipped_by(CompressionMethod::Deflated, files)
}

fn zipped_by(method: CompressionMethod, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let dated = DateTime::from_date_and_time(2017, 6, 14, 8, 0, 0).unwrap();
    let options = SimpleFileOptions::default().compression_method(method).last_modified_time(dated);
    for (name, bytes) in files {
        if name.ends_with('/') {
            archive.add_directory(*name, options).unwrap();
            continue;
        }
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The files as `name: bytes`, what is refused as `name! code`, and the code at the end.
fn told(bytes: Vec<u8>, bounds: Bounds) -> Vec<String> {
    let files = match files_in_zip("a.zip", bytes, bounds) {
        Ok(files) => files,
        Err(error) => return vec![format!("! {error}")],
    };
    files
        .map(|file| match file {
            Ok(Packed { name, content: Content::Bytes(bytes), .. }) => {
                format!("{name}: {}", String::from_utf8_lossy(&bytes))
            }
            Ok(Packed { name, content: Content::Refused(examined), .. }) => format!("{name}! {}", code(&examined)),
            Err(error) => format!("! {error}"),
        })
        .collect()
}

fn code(examined: &Examined) -> &str {
    match &examined.outcome {
        Outcome::Unreadable { code, .. } => code,
        Outcome::Return(_) => "a return",
    }
}

/// The bytes with the first place of these replaced.
fn patched(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|window| window == from).unwrap();
    bytes[at..at + to.len()].copy_from_slice(to);
    bytes
}

#[test]
fn files_come_in_their_order_with_the_names_of_what_they_stand_in() {
    let inner = zipped(&[("2.json", b"two"), ("ghi chú/3.json", b"three")]);
    let archive = zipped(&[("1.json", b"one"), ("ghi chú/", b""), ("trong.zip", &inner), ("4.xlsx", b"PK\x03\x04")]);
    assert_eq!(
        told(archive.clone(), Bounds { files: 7, ..SMALL }),
        [
            "a.zip/1.json: one",
            "a.zip/trong.zip/2.json: two",
            "a.zip/trong.zip/ghi chú/3.json: three",
            "a.zip/4.xlsx: PK\u{3}\u{4}",
        ]
    );
    let first = files_in_zip("a.zip", archive, SMALL).unwrap().next().unwrap().unwrap();
    assert_eq!(first.dated, Date::new(2017, 6, 14).ok());
}

#[test]
fn only_zip_files_by_name_are_archives() {
    for name in ["a.zip", "B.ZIP", "thu.json.zip"] {
        assert!(is_archive(name), "{name}");
    }
    for name in ["a.xlsx", "a.docx", "zip", "a.zip.json", "a.7z", ""] {
        assert!(!is_archive(name), "{name}");
    }
}

#[test]
fn what_is_no_archive_or_an_empty_one_is_refused() {
    let whole = zipped(&[("1.json", b"one")]);
    for junk in [&b""[..], b"PK", b"{}", &whole[..whole.len() - 4], &whole[..30]] {
        assert_eq!(told(junk.to_vec(), SMALL), ["! archive/malformed at `a.zip`"], "{junk:?}");
    }
    assert_eq!(told(zipped(&[]), SMALL), ["! archive/empty at `a.zip`"]);
    let inside = zipped(&[("trống.zip", &zipped(&[])), ("hỏng.zip", b"PK"), ("1.json", b"one")]);
    let wanted = ["a.zip/trống.zip! archive/empty", "a.zip/hỏng.zip! archive/malformed", "a.zip/1.json: one"];
    assert_eq!(told(inside, SMALL), wanted);
}

#[test]
fn a_file_larger_than_a_return_is_named_by_its_hash_and_not_kept() {
    let large = vec![b' '; MOST_BYTES + 1];
    let archive = zipped(&[("scan.pdf", &large), ("1.json", b"one")]);
    let files: Vec<Packed> = files_in_zip("a.zip", archive, SMALL).unwrap().map(Result::unwrap).collect();
    let Content::Refused(examined) = &files[0].content else { panic!("{:?}", files[0].name) };
    assert_eq!((code(examined), examined.size), ("read/too-large", large.len() as u64));
    assert_eq!(examined.sha256, sha256_hex(&large));
    assert_eq!(files[1].content, Content::Bytes(b"one".to_vec()));
    assert!(matches!(content_of(&large[..], large.len()).unwrap(), Content::Bytes(bytes) if bytes == large));
}

#[test]
fn an_archive_that_bursts_is_given_up_and_what_came_before_stays() {
    let zeros = vec![0; 15 << 20];
    let bomb = zipped(&[("1.json", b"one"), ("a", &zeros), ("b", &zeros), ("c", &zeros), ("2.json", b"two")]);
    assert!(bomb.len() < 100_000, "{} bytes", bomb.len());
    let wanted =
        ["a.zip/1.json: one", "a.zip/a! read/too-large", "a.zip/b! read/too-large", "! archive/too-large at `a.zip/c`"];
    assert_eq!(told(bomb, SMALL), wanted);
    assert_eq!(told(vec![0; SMALL.packed + 1], SMALL), ["! archive/too-large at `a.zip`"]);
}

#[test]
fn more_files_than_the_bounds_allow_are_refused_also_in_archives_inside() {
    let names: Vec<String> = (0..6).map(|number| format!("{number}.json")).collect();
    let of = |count: usize| {
        let files: Vec<(&str, &[u8])> = names.iter().take(count).map(|name| (name.as_str(), &b""[..])).collect();
        zipped(&files)
    };
    assert_eq!(told(of(6), SMALL), ["! archive/too-many-files at `a.zip`"]);
    assert_eq!(told(of(5), SMALL).len(), 5);
    let nested = zipped(&[("1.json", b"one"), ("trong.zip", &of(4))]);
    assert_eq!(told(nested, SMALL), ["a.zip/1.json: one", "! archive/too-many-files at `a.zip/trong.zip`"]);
}

#[test]
fn archives_in_archives_end() {
    let deepest = zipped(&[("1.json", b"one")]);
    let deep = zipped(&[("c.zip", &deepest), ("2.json", b"two")]);
    let archive = zipped(&[("b.zip", &deep)]);
    assert_eq!(told(archive, SMALL), ["a.zip/b.zip/c.zip! archive/too-deep", "a.zip/b.zip/2.json: two"]);
}

#[test]
fn files_that_share_bytes_or_a_name_are_refused() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("1.json", SimpleFileOptions::default()).unwrap();
    archive.write_all(b"one").unwrap();
    archive.shallow_copy_file("1.json", "2.json").unwrap();
    let shared = archive.finish().unwrap().into_inner();
    assert_eq!(told(shared, SMALL), ["! archive/overlapping at `a.zip`"]);
    // The name in the list of files, which stands after the files.
    let twice = zipped(&[("1.json", b"one"), ("2.json", b"two")]);
    let list = twice.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    let twice = [&twice[..list], &patched(twice[list..].to_vec(), b"2.json", b"1.json")].concat();
    assert_eq!(told(twice, SMALL), ["! archive/same-name at `a.zip`"]);
}

#[test]
fn a_file_that_cannot_be_taken_out_is_refused_and_the_others_are_not() {
    let stored = |bytes: &[u8]| zipped_by(CompressionMethod::Stored, &[("1.json", bytes), ("2.json", b"two")]);
    let damaged = patched(stored(b"one"), b"one", b"0ne");
    assert_eq!(told(damaged.clone(), SMALL), ["a.zip/1.json! archive/damaged", "a.zip/2.json: two"]);
    let first = files_in_zip("a.zip", damaged, SMALL).unwrap().next().unwrap().unwrap();
    let Content::Refused(examined) = first.content else { panic!("{}", first.name) };
    assert_eq!((examined.sha256, examined.size), (sha256_hex(b"0ne"), 3), "named by the bytes in the archive");
    // The first entry of the list of files: general purpose bit 0 at 8, the method at 10.
    let changed = |at: usize, byte: u8| {
        let mut archive = stored(b"one");
        let list = archive.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        archive[list + at] = byte;
        archive
    };
    assert_eq!(told(changed(8, 1), SMALL), ["a.zip/1.json! archive/encrypted", "a.zip/2.json: two"]);
    assert_eq!(told(changed(10, 14), SMALL), ["a.zip/1.json! archive/method", "a.zip/2.json: two"]);
}

#[test]
fn no_bytes_make_it_panic() {
    let archive = zipped(&[("1.json", b"one"), ("trong.zip", &zipped(&[("2.json", b"two")]))]);
    for at in 0..archive.len() {
        for byte in [0, 1, 0x7f, 0xff] {
            let mut changed = archive.clone();
            changed[at] = byte;
            told(changed, SMALL);
        }
        told(archive[..at].to_vec(), SMALL);
    }
}

#[test]
fn every_code_has_its_own_sentence_in_both_languages() {
    for language in [Language::Vietnamese, Language::English] {
        let other = unreadable_message("archive/none-such", "", language);
        for code in ArchiveErrorCode::ALL {
            assert_ne!(unreadable_message(code.code(), "", language), other, "{}", code.code());
        }
    }
}
