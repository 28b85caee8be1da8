//! One return goes from hand to hand: the drafter signs, the approver opens the file and signs on top, then the seal.

use crate::officer::*;
use base64ct::{Base64, Base64UrlUnpadded, Encoding};
use pollster::block_on;
use return36a::quarterly::{Signature, SignedFile, read, write};
use return36a::registry::sha256_hex;
use return36a::session::view::{self, SignView, SignatureMark};
use return36a::session::{Action, Effect, Notice, Screen, hand};
use return36a::signing::{
    Algorithm, Certificate, KeyCard, Native, Password, Primitives, Role, no_randomness, open_p12,
};
use rsa::pkcs8::DecodePrivateKey;
use rsa::{Pkcs1v15Sign, RsaPrivateKey};
use sha2::Sha256;

/// 2017-06-12T02:00:00Z, 09:00 in Vietnam.
const NOW: i64 = 1_497_232_800;
const PASSWORD: &str = "mật khẩu dài";

impl Officer {
    /// Does something, and then what the page would do for it, with keys that follow from the seed.
    fn lives(&mut self, action: Action, seed: u8) -> Vec<Effect> {
        self.lives_at(action, seed, NOW)
    }

    fn lives_at(&mut self, action: Action, seed: u8, now: i64) -> Vec<Effect> {
        let told = self.does(action);
        for effect in told.clone() {
            if let Some(next) = carried_out(effect, seed, now) {
                self.lives_at(next, seed, now);
            }
        }
        told
    }

    fn shown(&self) -> SignView {
        view::sign(&self.state).unwrap()
    }

    /// Who has signed, and what is to be thought of it.
    fn signatures(&self) -> Vec<(String, SignatureMark)> {
        self.shown().signatures.into_iter().map(|of| (of.who, of.mark)).collect()
    }

    fn makes_a_key_and_signs(&mut self, seed: u8) {
        self.lives(Action::MakeKey { password: PASSWORD.into(), again: PASSWORD.into() }, seed);
        self.lives(Action::Sign { password: PASSWORD.into() }, seed);
    }

    fn file(&mut self) -> Vec<u8> {
        match self.does(Action::Export).as_slice() {
            [Effect::Download { bytes, .. }] => bytes.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn receives(&mut self, file: &[u8]) {
        self.lives(Action::OpenFile { name: "tep.json".into(), bytes: file.to_vec() }, 0);
    }

    fn card(&mut self) -> Vec<u8> {
        match self.does(Action::SaveCard).as_slice() {
            [Effect::Download { bytes, .. }] => bytes.clone(),
            other => panic!("{other:?}"),
        }
    }
}

/// What comes of an effect that the page carries out with the primitives.
fn carried_out(effect: Effect, seed: u8, now: i64) -> Option<Action> {
    let primitives = Native::new(move |bytes: &mut [u8]| {
        bytes.fill(seed);
        Ok(())
    });
    Some(match effect {
        Effect::MakeKey { order, password, role, holder } => {
            block_on(hand::make_key(&primitives, order, password, role, holder))
        }
        Effect::Sign(order) => block_on(hand::sign_return(&primitives, *order, now)),
        Effect::Attach { order, of, wanted, signature, by } => {
            block_on(hand::attach_signature(&primitives, order, of, &wanted, &signature, by.as_deref()))
        }
        Effect::AskToken { order, request } => Action::TokenAnswered { order, answer: token(&request), now },
        Effect::TrySignatures { of, file, keyring } => {
            block_on(hand::try_signatures(&primitives, of, &file, &keyring, now))
        }
        _ => return None,
    })
}

/// The return of Bộ Tài chính, signed by its drafter, and the drafter.
fn drafted() -> (Officer, Vec<u8>) {
    let mut drafter = Officer::of_finance();
    drafter.fills_all();
    drafter.makes_a_key_and_signs(1);
    let file = drafter.file();
    (drafter, file)
}

#[test]
fn drafter_approver_and_seal_sign_one_after_the_other() {
    let (mut drafter, file) = drafted();
    assert_eq!(drafter.signatures(), [("Người lập: Người lập".to_owned(), SignatureMark::Good)]);
    let mut approver = Officer::new();
    approver.receives(&file);
    assert_eq!(approver.state.screen, Screen::Review, "first the approver sees what is to be signed");
    assert_eq!(approver.signatures(), [("Người lập: chưa rõ là ai".to_owned(), SignatureMark::Unsure)]);
    assert!(approver.shown().unknown);
    approver.lives(Action::OpenFile { name: "the.json".into(), bytes: drafter.card() }, 0);
    assert!(
        approver.notice().starts_with("Đã mở thẻ khóa của Người lập (Người lập). Mã đối chiếu: "),
        "{}",
        approver.notice()
    );
    assert_eq!(approver.signatures(), [("Người lập: Người lập".to_owned(), SignatureMark::Good)]);
    assert_eq!(approver.shown().signatures[0].about[0], "Giờ ký do máy người ký ghi: 12/06/2017 09:00 (giờ Việt Nam).");
    approver.makes_a_key_and_signs(2);
    assert!(
        approver.notice().starts_with("Đã ký. Xuất tệp rồi chuyển cho người ký tiếp theo (con dấu)"),
        "{}",
        approver.notice()
    );
    assert_eq!(approver.signatures()[1], ("Người duyệt: Người duyệt".to_owned(), SignatureMark::Good));
    let file = approver.file();
    let mut clerk = Officer::new();
    clerk.receives(&file);
    clerk.makes_a_key_and_signs(3);
    assert_eq!(clerk.notice(), "Đã ký. Xuất tệp rồi gửi Văn phòng Chính phủ.");
    assert_eq!(clerk.signatures()[2], ("Con dấu: Bộ Tài chính".to_owned(), SignatureMark::Good));
    let file = read(&clerk.file()).unwrap();
    assert_eq!((file.signatures.len(), &file.content), (3, &drafter.draft().content));
    assert_eq!(clerk.does(Action::Sign { password: PASSWORD.into() }), []);
    assert!(
        clerk.notice().starts_with("Vai trò nào cũng có chữ ký, nhưng có chữ ký chưa kiểm tra được ở đây."),
        "two of them are only claims here: {}",
        clerk.notice()
    );
    for card in [drafter.card(), approver.card()] {
        clerk.lives(Action::OpenFile { name: "the.json".into(), bytes: card }, 0);
    }
    assert!(clerk.shown().roles.is_empty(), "nobody is left to sign");
    assert_eq!(clerk.does(Action::Sign { password: PASSWORD.into() }), []);
    assert!(clerk.notice().starts_with("Người lập, người duyệt và con dấu đều đã ký."), "{}", clerk.notice());
}

#[test]
fn each_role_signs_once_and_may_be_chosen_out_of_order() {
    let (mut drafter, _) = drafted();
    let names = |officer: &Officer| {
        officer.shown().roles.into_iter().map(|of| (of.name, of.free, of.chosen)).collect::<Vec<_>>()
    };
    assert_eq!(
        names(&drafter),
        [
            ("Người lập (đã ký)".into(), false, false),
            ("Người duyệt".into(), true, true),
            ("Con dấu".into(), true, false)
        ]
    );
    drafter.does(Action::ChooseRole(Role::Seal));
    assert!(names(&drafter)[2].2);
    drafter.does(Action::ChooseRole(Role::Drafter));
    assert!(names(&drafter)[1].2, "a role in which somebody has signed is not taken again");
    drafter.does(Action::ChooseRole(Role::Seal));
    let effects = drafter.lives(Action::MakeKey { password: PASSWORD.into(), again: PASSWORD.into() }, 4);
    assert!(
        matches!(&effects[..], [Effect::MakeKey { role: Role::Seal, holder, .. }] if holder.name == "Bộ Tài chính")
    );
    let card = KeyCard::read(&drafter.card()).unwrap();
    assert_eq!((card.role, card.name.as_str()), (Role::Seal, "Bộ Tài chính"));
}

#[test]
fn another_key_is_made_and_another_card_written_for_another_role() {
    let (mut drafter, _) = drafted();
    let effects = drafter.lives(Action::MakeKey { password: PASSWORD.into(), again: PASSWORD.into() }, 5);
    assert_eq!(effects.len(), 1);
    let saved = drafter.does(Action::SaveCard);
    assert!(
        matches!(&saved[..], [Effect::Download { name, .. }] if name == "36a_the-khoa_bo-tai-chinh_nguoi-duyet.json"),
        "{saved:?}"
    );
    drafter.does(Action::ChooseRole(Role::Seal));
    assert_eq!(drafter.state.key, None, "the approver's key does not sign as the seal");
}

#[test]
fn nothing_is_signed_on_top_of_a_broken_signature() {
    let (_, file) = drafted();
    let mut file: SignedFile = read(&file).unwrap();
    file.content.difficulties.push_str(" Thêm.");
    let mut approver = Officer::new();
    approver.receives(&write(&file));
    let (drafter, _) = drafted();
    approver
        .lives(Action::OpenFile { name: "the.json".into(), bytes: drafter.state.mark.clone().unwrap().card.into() }, 0);
    assert_eq!(approver.signatures()[0].1, SignatureMark::Bad);
    assert!(approver.shown().roles.is_empty() && !approver.shown().can_sign);
    assert_eq!(approver.does(Action::Sign { password: PASSWORD.into() }), []);
    assert!(
        approver.notice().starts_with("Tệp có chữ ký không khớp, nên không ký tiếp lên đó."),
        "{}",
        approver.notice()
    );
}

#[test]
fn what_was_signed_is_locked_until_the_signatures_are_taken_off() {
    let (_, file) = drafted();
    let mut approver = Officer::new();
    approver.receives(&file);
    assert_eq!(approver.types("/difficulties", "Khác"), []);
    assert!(matches!(&approver.state.notice, Some(Notice::Bad(_))));
    approver.does(Action::Unsign);
    assert!(approver.draft().signatures.is_empty() && approver.state.signatures.is_empty());
    approver.types("/difficulties", "Khác");
    assert_eq!(approver.draft().content.difficulties, "Khác");
}

#[test]
fn the_same_return_with_more_signatures_is_joined_with_the_one_that_is_kept() {
    let (mut drafter, file) = drafted();
    let mut approver = Officer::new();
    approver.receives(&file);
    approver.makes_a_key_and_signs(2);
    let back = approver.file();
    drafter.receives(&back);
    assert_eq!(drafter.signatures().len(), 2, "the drafter's own page gets the approver's signature too");
    drafter.receives(&file);
    assert_eq!(drafter.signatures().len(), 2, "and loses none to an older file");
}

#[test]
fn a_card_of_another_agency_or_without_a_return_is_no_use() {
    let (mut drafter, _) = drafted();
    let card = drafter.card();
    let mut other = Officer::new();
    other.lives(Action::OpenFile { name: "the.json".into(), bytes: card.clone() }, 0);
    assert!(
        other.notice().starts_with("Tệp the.json là thẻ khóa của người ký thuộc cơ quan khác"),
        "{}",
        other.notice()
    );
    let mut other = Officer::of("bo-ngoai-giao", "2017-Q2");
    other.lives(Action::OpenFile { name: "the.json".into(), bytes: card }, 0);
    assert!(other.state.known.cards().is_empty());
}

/// Bộ Tài chính's officer with a return that can be signed, written out.
fn ready() -> Officer {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.does(Action::Settle);
    officer
}

/// A certificate with its key as an authority gives it, and what opens it.
const P256: &[u8] = include_bytes!("../signing/fixtures/p256-aes.p12");
const RSA: &[u8] = include_bytes!("../signing/fixtures/rsa-aes.p12");

#[test]
fn a_certificate_signs_and_the_page_says_whose_it_is_and_that_nobody_vouches_for_it_here() {
    for file in [P256, RSA] {
        let mut officer = Officer::of_finance();
        officer.fills_all();
        officer.does(Action::KeyChosen { name: "ChungThu.P12".into(), bytes: file.to_vec() });
        assert!(officer.shown().certified);
        officer.lives_at(Action::Sign { password: "sai".into() }, 0, CERTIFIED);
        assert!(officer.notice().contains("ật khẩu"), "{}", officer.notice());
        officer.lives_at(Action::Sign { password: FIXTURES.into() }, 0, CERTIFIED);
        let shown = officer.shown();
        assert_eq!(shown.signatures.len(), 1, "{}", officer.notice());
        assert_eq!(shown.signatures[0].mark, SignatureMark::Unsure);
        assert!(
            shown.signatures[0].says.starts_with("Chữ ký khớp với nội dung và với chứng thư số ghi ở đây."),
            "{}",
            shown.signatures[0].says
        );
        assert!(shown.signatures[0].about[1].starts_with("Chứng thư số cấp cho "), "{:?}", shown.signatures[0].about);
        assert_eq!(officer.state.key, None, "the key is let go");
    }
}

/// 2027-01-15T08:00:00Z, when the fixtures' certificates are in force.
const CERTIFIED: i64 = 1_800_000_000;

/// The password of the certificates' files.
const FIXTURES: &str = "Mật khẩu thử";

#[test]
fn what_is_signed_with_another_program_is_verified_before_it_is_taken() {
    let mut officer = ready();
    let certificate = include_bytes!("../signing/fixtures/rsa2048.crt").to_vec();
    let effects = officer.does(Action::SignElsewhere { certificate: b"abc".to_vec(), now: CERTIFIED });
    assert_eq!(effects, []);
    assert!(officer.notice().starts_with("Tệp này không phải chứng thư số X.509."), "{}", officer.notice());
    let effects = officer.does(Action::SignElsewhere { certificate, now: CERTIFIED });
    let [Effect::Download { name, bytes }, Effect::Focus(next)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((name.as_str(), next.as_str()), ("36a_can-ky_2017-Q2_bo-tai-chinh_drafter.bin", "attach"));
    let away = officer.shown().elsewhere.unwrap();
    assert!(away.says.contains(&sha256_hex(bytes)), "{}", away.says);
    assert_eq!(away.command, format!("openssl dgst -sha256 -sign khoa.pem -out chu-ky.bin {name}"));
    officer.lives_at(Action::Attach { signature: vec![7; 256] }, 0, CERTIFIED);
    assert!(officer.draft().signatures.is_empty() && officer.state.elsewhere.is_some(), "{}", officer.notice());
    let signature = rsa_signature(bytes);
    officer.types("/difficulties", "Khác");
    officer.does(Action::Settle);
    officer.lives_at(Action::Attach { signature: signature.clone() }, 0, CERTIFIED);
    assert!(officer.draft().signatures.is_empty(), "the return has changed since");
    officer.types("/difficulties", "Chưa đủ căn cứ pháp lý");
    officer.lives_at(Action::Attach { signature }, 0, CERTIFIED);
    assert_eq!(officer.shown().signatures.len(), 1, "{}", officer.notice());
    assert_eq!(officer.state.elsewhere, None);
}

/// What `openssl dgst -sha256 -sign` gives for the key of the fixtures' RSA certificate.
fn rsa_signature(message: &[u8]) -> Vec<u8> {
    let primitives = Native::new(no_randomness);
    let keys = block_on(open_p12(&primitives, RSA, &Password::new(FIXTURES).unwrap())).unwrap();
    let identity = block_on(keys[0].identity(&primitives, Algorithm::Rs256)).unwrap();
    block_on(primitives.sign(&identity.private, message)).unwrap()
}

/// A stand-in for the service of a USB token: it signs any SHA-256 by the key of the fixtures' RSA certificate.
fn token(request: &str) -> Option<String> {
    let request: serde_json::Value = serde_json::from_str(request).unwrap();
    assert_eq!((&request["HashAlg"], &request["Encode"]), (&"SHA256".into(), &"RSA".into()));
    let hash = Base64::decode_vec(request["HashValue"].as_str().unwrap()).unwrap();
    let key = RsaPrivateKey::from_pkcs8_pem(include_str!("../signing/fixtures/rsa2048.pem")).unwrap();
    let signature = key.sign(Pkcs1v15Sign::new::<Sha256>(), &hash).unwrap();
    let certificate = Certificate::one(include_bytes!("../signing/fixtures/rsa2048.crt")).unwrap();
    let answer = serde_json::json!({
        "Status": 0,
        "Signature": Base64::encode_string(&signature),
        "CertBase64": Base64::encode_string(certificate.der()),
    });
    Some(answer.to_string())
}

#[test]
fn a_usb_token_is_asked_for_its_certificate_and_then_for_the_signature() {
    let mut officer = Officer::of_finance();
    assert_eq!(officer.does(Action::SignByToken), [], "what cannot be signed is not asked for");
    let mut officer = ready();
    let effects = officer.lives_at(Action::SignByToken, 0, CERTIFIED);
    assert!(matches!(&effects[..], [Effect::AskToken { .. }]));
    let shown = officer.shown();
    assert_eq!(shown.signatures.len(), 1, "{}", officer.notice());
    assert!(shown.signatures[0].who.starts_with("Người lập: "), "{}", shown.signatures[0].who);
    assert_eq!((&officer.state.token, officer.state.busy), (&None, false));
}

#[test]
fn what_a_tokens_service_says_is_trusted_with_nothing() {
    let asked = |answer: Option<&str>| {
        let mut officer = ready();
        officer.does(Action::SignByToken);
        let answer = answer.map(str::to_owned);
        let order = officer.state.order;
        officer.lives_at(Action::TokenAnswered { order, answer, now: CERTIFIED }, 0, CERTIFIED);
        assert!(officer.draft().signatures.is_empty() && !officer.state.busy);
        officer.notice().to_owned()
    };
    let begins = |says: String, beginning: &str| assert!(says.starts_with(beginning), "{says}");
    begins(asked(None), "Không thấy dịch vụ ký số trên máy này.");
    begins(asked(Some("xin chào")), "Dịch vụ ký số trả lời không đúng mẫu.");
    begins(
        asked(Some(r#"{"Status":0,"Signature":"AAAA","CertBase64":"AAAA"}"#)),
        "Dịch vụ ký số trả lời không đúng mẫu.",
    );
    let refused = asked(Some(r#"{"Status":13,"Message":"Người dùng hủy"}"#));
    assert!(refused.ends_with("Dịch vụ báo: Người dùng hủy."), "{refused}");
    // The second answer is by the same token, and of something else.
    let mut officer = ready();
    let effects = officer.does(Action::SignByToken);
    let [Effect::AskToken { order, request }] = &effects[..] else { panic!("{effects:?}") };
    let first = token(request);
    officer.does(Action::TokenAnswered { order: *order, answer: first.clone(), now: CERTIFIED });
    let order = officer.state.order;
    officer.lives_at(Action::TokenAnswered { order, answer: first, now: CERTIFIED }, 0, CERTIFIED);
    assert!(officer.draft().signatures.is_empty());
    begins(officer.notice().to_owned(), "Chữ ký không phải của các byte đã xuất ra");
}

#[test]
fn a_token_that_answers_a_screen_that_was_left_keeps_nobody_waiting() {
    let (_, file) = drafted();
    let mut approver = Officer::new();
    approver.receives(&file);
    approver.does(Action::SignByToken);
    let order = approver.state.order;
    assert!(approver.state.busy);
    let role = approver.shown().roles.iter().find(|of| of.chosen).map(|of| of.role);
    approver.does(Action::ChooseRole(Role::Seal));
    let now = approver.shown().roles.iter().find(|of| of.chosen).map(|of| of.role);
    assert_eq!((now, approver.notice()), (role, "Đang ký, xin chờ một chút rồi làm tiếp."));
    let effects = approver.does(Action::Unsign);
    assert!(effects.contains(&Effect::LeaveToken), "{effects:?}");
    assert!(!approver.state.busy && approver.state.token.is_none());
    let answer = token(&return36a::signing::token_request(&[7; 32]));
    assert_eq!(approver.does(Action::TokenAnswered { order, answer, now: CERTIFIED }), []);
}

#[test]
fn a_signature_that_stands_in_no_file_is_given_before_an_amendment() {
    let (_, file) = drafted();
    let mut approver = Officer::new();
    approver.receives(&file);
    approver.makes_a_key_and_signs(2);
    // The file with the drafter's signature alone is opened once more.
    approver.receives(&file);
    let effects = approver.does(Action::Amend);
    assert!(matches!(&effects[0], Effect::Download { bytes, .. } if read(bytes).unwrap().signatures.len() == 2));
}

/// What the screen says of the roles: their names, whether they may be chosen, which is.
fn roles(officer: &Officer) -> Vec<(String, bool, bool)> {
    officer.shown().roles.into_iter().map(|of| (of.name, of.free, of.chosen)).collect()
}

#[test]
fn a_signature_that_nobody_knows_closes_no_role() {
    let (_, file) = drafted();
    let mut approver = Officer::new();
    approver.receives(&file);
    let claimed = "Người lập (có chữ ký, chưa kiểm tra)".to_owned();
    assert_eq!(
        roles(&approver),
        [(claimed.clone(), true, false), ("Người duyệt".into(), true, true), ("Con dấu".into(), true, false)],
        "the next is the first role that no signature names"
    );
    approver.does(Action::ChooseRole(Role::Drafter));
    assert_eq!(roles(&approver)[0], (claimed, true, true), "somebody else may have signed in the drafter's name");
    approver.makes_a_key_and_signs(6);
    assert_eq!(approver.signatures().len(), 2, "{}", approver.notice());
    assert_eq!(approver.signatures()[1], ("Người lập: Người lập".to_owned(), SignatureMark::Good));
    assert_eq!(roles(&approver)[0], ("Người lập (đã ký)".to_owned(), false, false));
}

#[test]
fn what_is_wrong_with_a_signature_is_said_as_it_is() {
    let mut drafter = Officer::of_finance();
    drafter.fills_all();
    drafter.does(Action::ChooseRole(Role::Approver));
    drafter.makes_a_key_and_signs(1);
    let file = drafter.file();
    let mut card = KeyCard::read(&drafter.card()).unwrap();
    card.role = Role::Drafter;
    let mut clerk = Officer::new();
    clerk.receives(&file);
    clerk.lives(Action::OpenFile { name: "the.json".into(), bytes: card.json().unwrap().into_bytes() }, 0);
    assert_eq!(clerk.signatures()[0].1, SignatureMark::Bad);
    assert_eq!(clerk.does(Action::Sign { password: PASSWORD.into() }), []);
    assert!(
        clerk.notice().starts_with(
            "Một chữ ký trong tệp không dùng được, nên không ký tiếp lên đó. Chữ ký đúng nhưng sổ khóa không cho người này ký"
        ),
        "{}",
        clerk.notice()
    );
}

/// The drafted return's file with a signature that cannot be read beside the drafter's.
fn with_junk(file: &[u8]) -> Vec<u8> {
    let mut file: SignedFile = read(file).unwrap();
    file.signatures.push(Signature { protected: "e30".into(), signature: "AA".into() });
    write(&file)
}

#[test]
fn a_copy_with_a_signature_that_is_none_puts_nothing_beside_the_drafts_own() {
    let (mut drafter, file) = drafted();
    drafter.receives(&with_junk(&file));
    assert_eq!(drafter.draft().signatures.len(), 1);
    assert!(
        drafter.notice().starts_with("Tệp tep.json có 1 chữ ký không dùng được, nên không ghép vào báo cáo đang mở. "),
        "{}",
        drafter.notice()
    );
    assert_eq!(drafter.signatures()[0].1, SignatureMark::Good);
    // Beside the junk stands the approver's: that one is taken.
    let mut approver = Officer::new();
    approver.receives(&file);
    approver.makes_a_key_and_signs(2);
    let back = with_junk(&approver.file());
    drafter.receives(&back);
    assert_eq!(drafter.signatures().len(), 2);
    assert!(drafter.state.exported, "each of these stands in the file");
}

#[test]
fn nothing_is_joined_with_a_return_that_has_changed_meanwhile() {
    let (mut drafter, file) = drafted();
    let mut approver = Officer::new();
    approver.receives(&file);
    approver.makes_a_key_and_signs(2);
    let effects = drafter.does(Action::OpenFile { name: "tep.json".into(), bytes: approver.file() });
    drafter.does(Action::Unsign);
    for effect in effects {
        if let Some(action) = carried_out(effect, 0, NOW) {
            drafter.does(action);
        }
    }
    assert!(drafter.draft().signatures.is_empty());
}

#[test]
fn one_signature_is_taken_off_and_comes_back_from_its_file() {
    let (_, file) = drafted();
    let mut approver = Officer::new();
    approver.receives(&with_junk(&file));
    assert_eq!(approver.signatures()[1].1, SignatureMark::Bad);
    let junk = approver.shown().signatures[1].signature.clone();
    approver.lives(Action::TakeOff(junk), 0);
    assert_eq!(approver.notice(), "Đã gỡ một chữ ký. Muốn lấy lại thì mở lại tệp đã có chữ ký đó.");
    assert_eq!(approver.signatures(), [("Người lập: chưa rõ là ai".to_owned(), SignatureMark::Unsure)]);
    approver.makes_a_key_and_signs(2);
    assert_eq!(approver.signatures().len(), 2, "{}", approver.notice());
    let own = approver.shown().signatures[1].signature.clone();
    let effects = approver.lives(Action::TakeOff(own), 0);
    let Some(Effect::Download { bytes, .. }) = effects.first() else { panic!("{effects:?}") };
    assert_eq!(read(bytes).unwrap().signatures.len(), 2, "it stood in no file yet");
    assert_eq!(approver.signatures().len(), 1);
    let bytes = bytes.clone();
    approver.receives(&bytes);
    assert_eq!(approver.signatures().len(), 2);
    approver.does(Action::SignByToken);
    let first = approver.draft().signatures[0].clone();
    assert_eq!(approver.does(Action::TakeOff(first)), []);
    assert_eq!(approver.notice(), "Đang ký, xin chờ một chút rồi làm tiếp.");
}

#[test]
fn with_the_last_signature_the_lock_is_taken_off() {
    let (mut drafter, _) = drafted();
    let only = drafter.draft().signatures[0].clone();
    drafter.lives(Action::TakeOff(only), 0);
    assert!(drafter.draft().signatures.is_empty());
    drafter.types("/difficulties", "Khác");
    assert_eq!(drafter.draft().content.difficulties, "Khác");
}

#[test]
fn a_key_that_is_made_late_is_given_with_whom_it_is_for_and_not_loaded() {
    let (mut drafter, _) = drafted();
    let effects = drafter.does(Action::MakeKey { password: PASSWORD.into(), again: PASSWORD.into() });
    let [order @ Effect::MakeKey { .. }] = &effects[..] else { panic!("{effects:?}") };
    let late = carried_out(order.clone(), 5, NOW).unwrap();
    assert_eq!(drafter.does(Action::MakeKey { password: PASSWORD.into(), again: PASSWORD.into() }), []);
    assert_eq!(drafter.notice(), "Đang ký, xin chờ một chút rồi làm tiếp.");
    drafter.does(Action::KeyChosen { name: "khoa.pem".into(), bytes: PEM.into() });
    assert_eq!((drafter.notice(), &drafter.state.key), ("Đang ký, xin chờ một chút rồi làm tiếp.", &None));
    drafter.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    drafter.does(Action::Begin { random: Some([8; 16]) });
    let effects = drafter.does(late);
    assert!(
        matches!(&effects[..], [Effect::Download { name, .. }] if name == "36a_khoa_bo-tai-chinh_nguoi-duyet.pem"),
        "{effects:?}"
    );
    assert_eq!(
        drafter.notice(),
        "Khóa vừa tạo xong là của Bộ Tài chính, để ký với tư cách người duyệt; không dùng cho lần ký đang mở. Đã tải tệp \
         36a_khoa_bo-tai-chinh_nguoi-duyet.pem về máy: giữ kín, và chọn lại tệp này khi ký với tư cách đó."
    );
    assert_eq!((&drafter.state.key, &drafter.state.mark), (&None, &None));
}

#[test]
fn a_late_answer_touches_no_later_order() {
    let (_, file) = drafted();
    let mut approver = Officer::new();
    approver.receives(&file);
    approver.does(Action::KeyChosen { name: "khoa.pem".into(), bytes: PEM.into() });
    approver.does(Action::Sign { password: PASSWORD.into() });
    let order = approver.state.order;
    // The same return is opened again and signed again, before the first answer comes.
    approver.receives(&file);
    approver.does(Action::KeyChosen { name: "khoa.pem".into(), bytes: PEM.into() });
    approver.does(Action::Sign { password: PASSWORD.into() });
    let (signing, notice) = (approver.state.signing.clone(), approver.state.notice.clone());
    assert!(signing.is_some());
    for late in [
        Action::SigningFailed { order, code: "signing/password-wrong" },
        Action::SeveralKeys { order, names: vec!["một".into()] },
        Action::TokenAnswered { order, answer: None, now: NOW },
    ] {
        assert_eq!(approver.does(late), []);
        assert_eq!((&approver.state.signing, &approver.state.notice), (&signing, &notice));
    }
    let Action::Signed { of, signature, mark, .. } = approver.signed() else { panic!("a signature") };
    approver.does(Action::Signed { order, of, signature, mark });
    assert_eq!((approver.draft().signatures.len(), &approver.state.signing), (1, &signing));
    assert!(approver.state.key_names.is_empty());
}

#[test]
fn a_token_that_does_not_answer_is_left_by_a_button() {
    let mut officer = ready();
    assert!(!officer.shown().asks_token);
    let effects = officer.does(Action::SignByToken);
    let [Effect::AskToken { order, request }] = &effects[..] else { panic!("{effects:?}") };
    assert!(officer.shown().asks_token && officer.shown().busy);
    let effects = officer.does(Action::StopToken);
    assert_eq!(effects, [Effect::Focus("sign-by-token".into()), Effect::LeaveToken]);
    assert!(!officer.shown().asks_token && !officer.shown().busy);
    assert!(officer.notice().starts_with("Đã thôi chờ thiết bị."), "{}", officer.notice());
    let late = Action::TokenAnswered { order: *order, answer: token(request), now: CERTIFIED };
    assert_eq!(officer.does(late.clone()), []);
    assert!(officer.notice().starts_with("Đã thôi chờ thiết bị."), "what comes late says nothing");
    // It is asked again: the answer to the first question is none to the second.
    officer.does(Action::SignByToken);
    assert_eq!(officer.does(late), []);
    assert!(officer.shown().asks_token);
    assert_eq!(officer.does(Action::StopToken).len(), 2);
    assert_eq!(officer.does(Action::StopToken), [], "there is nothing to leave");
}

/// The authority that issued the fixtures' certificates, and its root.
const AUTHORITY: &[u8] = include_bytes!("../signing/fixtures/sub.pem");
const ROOT: &[u8] = include_bytes!("../signing/fixtures/root.pem");
const LEAF: &[u8] = include_bytes!("../signing/fixtures/rsa2048.crt");

impl Officer {
    fn chooses_authority(&mut self, name: &str, bytes: &[u8]) -> &str {
        self.does(Action::AuthorityChosen { name: name.into(), bytes: bytes.to_vec() });
        self.notice()
    }

    /// The subjects of the chain of the first signature, the signatory's first.
    fn chain(&self) -> Vec<String> {
        let header = Base64UrlUnpadded::decode_vec(&self.draft().signatures[0].protected).unwrap();
        let header: serde_json::Value = serde_json::from_slice(&header).unwrap();
        let x5c = header["x5c"].as_array().unwrap();
        let der = |text: &serde_json::Value| Base64::decode_vec(text.as_str().unwrap()).unwrap();
        let names = x5c.iter().map(|text| Certificate::from_der(&der(text)).unwrap().facts().common_name.clone());
        names.map(Option::unwrap).collect()
    }
}

#[test]
fn the_authoritys_certificates_go_along_with_what_a_token_signs() {
    for files in [vec![AUTHORITY], vec![ROOT, AUTHORITY], vec![AUTHORITY, ROOT, AUTHORITY]] {
        let mut officer = ready();
        for file in files {
            assert_eq!(officer.chooses_authority("ca.pem", file), "Chứng thư trong tệp ca.pem sẽ gửi kèm chữ ký.");
        }
        officer.lives_at(Action::SignByToken, 0, CERTIFIED);
        assert_eq!(officer.chain(), ["Người thử rsa2048", "Cấp dưới thử"], "leaf first, and no root");
    }
    let mut officer = ready();
    officer.lives_at(Action::SignByToken, 0, CERTIFIED);
    assert_eq!(officer.chain(), ["Người thử rsa2048"]);
}

#[test]
fn a_certificate_of_the_authority_may_be_der() {
    let mut officer = ready();
    let der = Certificate::one(AUTHORITY).unwrap().der().to_vec();
    officer.chooses_authority("ca.cer", &der);
    assert!(officer.shown().authorities[0].contains("Cấp dưới thử"), "{:?}", officer.shown().authorities);
    officer.lives_at(Action::SignByToken, 0, CERTIFIED);
    assert_eq!(officer.chain().len(), 2);
}

#[test]
fn what_is_no_authority_or_has_not_certified_the_signatory_does_not_go_along() {
    let mut officer = ready();
    for file in [b"abc".as_slice(), b"", LEAF, b"-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n"] {
        assert_eq!(
            officer.chooses_authority("ca.pem", file),
            "Tệp ca.pem không phải chứng thư số của tổ chức chứng thực. Chọn tệp chứng thư của nơi đã cấp chứng thư cho người \
             ký."
        );
        assert!(officer.state.authorities.is_empty());
    }
    officer.chooses_authority("ca.pem", ROOT);
    let effects = officer.lives_at(Action::SignByToken, 0, CERTIFIED);
    assert!(matches!(&effects[..], [Effect::AskToken { .. }]));
    assert!(officer.draft().signatures.is_empty() && !officer.state.busy);
    let says = "Trong các chứng thư gửi kèm có chứng thư không cấp cho người ký. Người ký cần chứng thư của: ";
    assert!(officer.notice().starts_with(says) && officer.notice().contains("Cấp dưới thử"), "{}", officer.notice());
    officer.does(Action::SignElsewhere { certificate: LEAF.to_vec(), now: CERTIFIED });
    assert!(officer.notice().starts_with(says), "{}", officer.notice());
    officer.does(Action::DropAuthorities);
    officer.lives_at(Action::SignByToken, 0, CERTIFIED);
    assert_eq!(officer.draft().signatures.len(), 1, "{}", officer.notice());
}

#[test]
fn the_authoritys_certificates_go_along_with_what_another_program_signs() {
    let together = |files: &[&[u8]]| files.concat();
    for (chosen, file) in [
        (Some(AUTHORITY), LEAF.to_vec()),
        (None, together(&[LEAF, AUTHORITY])),
        (None, together(&[ROOT, AUTHORITY, LEAF])),
    ] {
        let mut officer = ready();
        if let Some(chosen) = chosen {
            officer.chooses_authority("ca.pem", chosen);
        }
        let effects = officer.does(Action::SignElsewhere { certificate: file, now: CERTIFIED });
        let [Effect::Download { bytes, .. }, _] = &effects[..] else { panic!("{effects:?} {}", officer.notice()) };
        officer.lives_at(Action::Attach { signature: rsa_signature(bytes) }, 0, CERTIFIED);
        assert_eq!(officer.chain(), ["Người thử rsa2048", "Cấp dưới thử"]);
    }
}

#[test]
fn a_file_with_too_many_certificates_is_refused() {
    let mut officer = ready();
    let many: Vec<u8> = (0..21).flat_map(authority).collect();
    assert!(officer.chooses_authority("ca.pem", &many).starts_with("Tệp ca.pem có quá nhiều chứng thư."));
    assert!(officer.state.authorities.is_empty());
}

/// An authority's certificate that differs in one byte of its signature, which nobody tries before it is used.
fn authority(nth: u8) -> Vec<u8> {
    let mut der = Certificate::one(AUTHORITY).unwrap().der().to_vec();
    *der.last_mut().unwrap() ^= nth;
    Certificate::from_der(&der).unwrap().pem().into_bytes()
}
