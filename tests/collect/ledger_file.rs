//! The ledger as a file: what was received, with the files themselves.

use crate::made::*;
use crate::reopened::reopened;
use return36a::collect::{LedgerErrorCode, ledger_json, read_ledger};
use return36a::quarterly::{RegistryMark, SignedFile, write};
use return36a::registry::sha256_hex;
use return36a::signing::Keyring;
use return36a::vietnamese::Date;

fn mark() -> RegistryMark {
    RegistryMark { id: "36a-nq-cp".into(), version: "2017.1".into(), sha256: "0".repeat(64) }
}

/// A ledger's file with one return, whose text is given here and not a return's: only its hash is looked at.
fn written() -> String {
    let text = "the return's own text\n";
    let mut file = Made::new("USB/1.json").arrived();
    file.examined.sha256 = sha256_hex(text.as_bytes());
    file.note = "Gửi qua thư".into();
    let mut copy = file.clone();
    copy.name = "copy.json".into();
    let mut ledger = ledger_of([file, copy, unreadable("photo.jpg", "read/not-utf8")]);
    ledger.set_aside(2, true);
    ledger_json(&ledger, mark(), &Keyring::default(), |_| Some(text.to_owned())).unwrap()
}

#[test]
fn the_files_are_in_it_each_once_with_days_notes_and_what_was_set_aside() {
    let (kept, keyring) = read_ledger(&written()).unwrap();
    assert_eq!(keyring, Keyring::default());
    assert_eq!((kept.period, &kept.registry), (period(), &mark()));
    let texts: Vec<bool> = kept.entries.iter().map(|entry| entry.text.is_some()).collect();
    assert_eq!(texts, [true, false, false], "the copy's text is the first one's");
    let [first, copy, photo] = &kept.entries[..] else { panic!("{kept:?}") };
    assert_eq!((first.note.as_str(), first.received, first.state.as_str()), ("Gửi qua thư", due(), "accepted"));
    assert_eq!((copy.sha256.as_str(), copy.state.as_str()), (first.sha256.as_str(), "duplicate"));
    assert_eq!((photo.set_aside, photo.unread().map(|file| file.name)), (true, Some("photo.jpg".into())));
    assert_eq!(first.unread(), None, "a return is examined again");
}

#[test]
fn a_file_that_was_changed_or_taken_out_is_refused_by_name() {
    let refused = |from: &str, to: &str| {
        let json = written();
        assert!(json.contains(from), "{from}");
        read_ledger(&json.replacen(from, to, 1)).map(|_| ()).unwrap_err()
    };
    let changed = refused("the return's own text", "another text");
    assert_eq!((changed.code, changed.place.as_str()), (LedgerErrorCode::FileChanged, "USB/1.json"));
    let missing = refused("\"text\": \"the return's own text\\n\"", "\"text\": null");
    assert_eq!((missing.code, missing.place.as_str()), (LedgerErrorCode::FileMissing, "USB/1.json"));
    assert_eq!(refused("return36a-ledger/1", "return36a-ledger/9").code, LedgerErrorCode::Newer);
    assert_eq!(refused("\"cards\"", "\"keys\"").code, LedgerErrorCode::KeyringMalformed);
    assert_eq!(refused("\"note\"", "\"notes\"").code, LedgerErrorCode::NotALedger);
    let of_first = format!("\"sha256\": \"{}\"", sha256_hex("the return's own text\n".as_bytes()));
    let unhashed = refused(&of_first, "\"sha256\": \"x\"");
    assert_eq!((unhashed.code, unhashed.place.as_str()), (LedgerErrorCode::NotALedger, "/entries/0/sha256"));
    for junk in ["", "[]", "{}", "{\"ledger\":"] {
        assert_eq!(read_ledger(junk).map(|_| ()).unwrap_err().code, LedgerErrorCode::NotALedger, "{junk}");
    }
}

#[test]
fn a_text_that_is_said_to_be_no_return_cannot_hide_its_copy() {
    let json = written().replacen("\"set_aside\": false,", "\"set_aside\": false, \"unreadable\": [\"x\", \"\"],", 1);
    let error = read_ledger(&json).map(|_| ()).unwrap_err();
    assert_eq!((error.code, error.place.as_str()), (LedgerErrorCode::NotALedger, "/entries/0/text"));
}

#[test]
fn a_file_that_came_twice_is_examined_as_of_each_day() {
    let content = Made::new("1").with(|made| made.content.document.date = Some(due())).content;
    let text = String::from_utf8(write(&SignedFile { content, signatures: Vec::new() })).unwrap();
    let before = day("2017-06-01");
    let came = |name: &str, received: Date| {
        let mut file = Made::new(name).with(|made| made.received = received).arrived();
        file.examined.sha256 = sha256_hex(text.as_bytes());
        file
    };
    let ledger = ledger_of([came("today", due()), came("before", before)]);
    let json = ledger_json(&ledger, mark(), &Keyring::default(), |_| Some(text.clone())).unwrap();
    let again = reopened(&json);
    let dated_ahead = |name: &str| {
        let findings = &entry(&again, name).filed().unwrap().findings;
        findings.iter().any(|found| found.rule == "heading-document-date-not-future")
    };
    assert_eq!((dated_ahead("today"), dated_ahead("before")), (false, true));
}

#[test]
fn a_return_whose_text_is_gone_cannot_be_written() {
    let ledger = ledger_of([Made::new("1").arrived()]);
    let error = ledger_json(&ledger, mark(), &Keyring::default(), |_| None).unwrap_err();
    assert_eq!((error.code, error.place.as_str()), (LedgerErrorCode::FileMissing, "1"));
}

#[test]
fn what_was_sent_back_is_kept_with_it_and_refused_where_it_is_ill_formed() {
    let json = written();
    assert!(!json.contains("\"sent\""), "nothing was sent");
    let receipts = |hash: &str| {
        let sent = format!("  \"sent\": {{ \"receipts\": {{ \"{hash}\": \"2017-06-20\" }} }}\n}}\n");
        read_ledger(&json.replace("  ]\n}\n", &format!("  ],\n{sent}")))
    };
    let (kept, _) = receipts(&"ab".repeat(32)).unwrap();
    assert_eq!((kept.sent.receipts.len(), kept.sent.slips.len()), (1, 0));
    let mut ledger = ledger_of([]);
    ledger.set_sent(kept.sent.clone());
    let again = ledger_json(&ledger, mark(), &Keyring::default(), |_| None).unwrap();
    assert_eq!(read_ledger(&again).unwrap().0.sent, kept.sent);
    let refused = receipts("x").map(|_| ()).unwrap_err();
    assert_eq!((refused.code, refused.place.as_str()), (LedgerErrorCode::NotALedger, "/sent/receipts/x"));
}
