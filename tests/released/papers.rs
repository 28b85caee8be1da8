//! What the coordinator signs: `return36a-receipt/1`, `return36a-slip/1`, `return36a-registry/1`,
//! `return36a-signed-keyring/1`.

use crate::*;
use pollster::block_on;
use return36a::collect::{Issued, KeyringFile, Proof, SignedPaper, State as FileState, read_keyring, read_paper};
use return36a::quarterly::{ReadErrorCode, Signed, write_signed};
use return36a::signing::{Native, no_randomness};
use return36a::text::{Language, read_error_message};

/// The paper's signature is right, and it is written again byte for byte.
fn as_it_was<T: Issued>(paper: &Signed<T>, name: &str) {
    let verdict = block_on(Proof::of(paper).unwrap().verdict(&Native::new(no_randomness))).unwrap();
    assert_eq!(verdict.code(), "signing/valid", "{name}");
    assert_eq!(write_signed(paper), bytes(name), "{name}");
}

#[test]
fn a_receipt_is_read_as_it_was_signed() {
    let SignedPaper::Receipt(paper) = read_paper(&bytes("receipt-1.json")).unwrap() else { panic!("a receipt") };
    let receipt = &paper.content;
    assert_eq!((receipt.state, receipt.errors, receipt.warnings, receipt.notes), (FileState::Warned, 0, 2, 1));
    assert_eq!(receipt.file_sha256, sha256_hex(&bytes("return-1.json")));
    as_it_was(&paper, "receipt-1.json");
}

#[test]
fn a_slip_is_read_as_it_was_signed() {
    let SignedPaper::Slip(paper) = read_paper(&bytes("slip-1.json")).unwrap() else { panic!("a slip") };
    let asked: Vec<&str> = paper.content.questions.iter().map(|question| question.path.as_str()).collect();
    assert_eq!(asked, ["/services/level3/answer", ""]);
    as_it_was(&paper, "slip-1.json");
}

#[test]
fn a_registry_is_read_as_it_was_signed() {
    let SignedPaper::Registry(paper) = read_paper(&bytes("registry-1.json")).unwrap() else { panic!("a registry") };
    let registry = &paper.content.content;
    assert_eq!((registry.registry.version.as_str(), registry.agency.len(), registry.rule.len()), ("2018.1", 2, 4));
    as_it_was(&paper, "registry-1.json");
}

#[test]
fn a_signed_keyring_is_read_as_it_was_signed() {
    let KeyringFile::Signed(paper) = read_keyring(&bytes("signed-keyring-1.json")).unwrap() else { panic!("signed") };
    assert_eq!((paper.content.holds.cards().len(), paper.content.holds.bindings().len()), (2, 2));
    as_it_was(&paper, "signed-keyring-1.json");
}

#[test]
fn a_paper_of_a_newer_form_is_refused_whatever_else_is_new_in_it() {
    let says = "Tệp do bản mới hơn của trang này lập. Mở bằng bản trang mới hơn.";
    for kind in ["receipt", "slip", "registry", "signed-keyring"] {
        let (name, own) = (format!("{kind}-1.json"), format!("return36a-{kind}/1"));
        for newer in ["2", "99"].map(|edition| format!("return36a-{kind}/{edition}")) {
            let text = of_form(&name, &own, &newer).replace("[1.5]", "[1]");
            let error = match kind {
                "signed-keyring" => match read_keyring(text.as_bytes()).unwrap_err() {
                    return36a::collect::KeyringFileError::Signed(error) => error,
                    error => panic!("{error:?}"),
                },
                _ => read_paper(text.as_bytes()).unwrap_err(),
            };
            assert_eq!(error.code(), ReadErrorCode::NewerSchema, "{newer}");
            assert_eq!(read_error_message(&error, Language::Vietnamese), says, "{newer}");
            if kind != "signed-keyring" {
                let told = opened(&mut state(), &name, &text);
                assert_eq!(told, (vec![], format!("Không mở được tệp {name}. {says}")), "{newer}");
            }
        }
    }
}
