//! Who did not draft a return opens it, looks at it and signs on top: by a key made here, by a certificate, by a token.

use crate::driver::Companion;
use crate::quarter::keys::Signatory;
use crate::quarter::returns::Ground;
use crate::session::{Session, browse, browse_trusting};
use crate::story::foreign;
use base64ct::{Base64UrlUnpadded, Encoding};
use return36a::quarterly::{SignedFile, read};
use return36a::registry::Registry;
use std::path::{Path, PathBuf};

const PASSWORD: &str = "mật khẩu của người duyệt";
const FILE: &str = "36a_2017-Q2_bo-tai-chinh_r1.json";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signing/fixtures").join(name)
}

/// A drafted return and its drafter's card, as they come by mail.
pub fn drafted(session: &Session) -> [PathBuf; 2] {
    let registry = Registry::embedded().expect("the registry");
    let agency = registry.agency(&"bo-tai-chinh".into()).expect("the agency");
    let drafter = Signatory::of(agency);
    let content = Ground::of(registry).sound(&agency.id, "2017-Q2".parse().expect("a quarter"));
    let paths = ["da-lap.json", "the-nguoi-lap.json"].map(|name| session.folder().join(name));
    std::fs::write(&paths[0], drafter.signed(content)).expect("the return");
    std::fs::write(&paths[1], drafter.card.json().expect("the card")).expect("the card");
    paths
}

/// The approver has opened the draft and gone to the signing screen.
pub async fn opened(session: &Session) -> [PathBuf; 2] {
    let [file, card] = drafted(session);
    session.choose_file("#open-file", &file).await;
    session.shows("h1", "Xem lại toàn bộ báo cáo").await;
    session.shows("#verdict", "Đã ký.").await;
    session.click_text("Đến phần ký").await;
    session.tells("#signatures", "Người lập: chưa rõ là ai").await;
    [file, card]
}

/// The return's file as it goes out.
pub async fn exported(session: &Session) -> (PathBuf, SignedFile) {
    session.click(".export").await;
    let path = session.downloaded(FILE).await;
    let file = read(&std::fs::read(&path).expect("the file")).expect("a return");
    (path, file)
}

/// The approver knows the drafter by the card, makes a key, signs, and gives the own card.
pub async fn signs_by_a_new_key(session: &Session, card: &Path) -> PathBuf {
    session.choose_file("#signer-card", card).await;
    session.tells("#signatures", "Chữ ký đúng.").await;
    session.type_into("#new-password", PASSWORD).await;
    session.type_into("#new-password-again", PASSWORD).await;
    session.click("#make-key").await;
    session.downloaded("36a_khoa_bo-tai-chinh_nguoi-duyet.pem").await;
    session.puts_notice_away().await;
    session.click_text("Tải thẻ khóa").await;
    let own = session.downloaded("36a_the-khoa_bo-tai-chinh_nguoi-duyet.json").await;
    session.type_into("#password", PASSWORD).await;
    session.click("#sign").await;
    session.tells("#signatures", "Người duyệt: ").await;
    own
}

#[tokio::test]
async fn a_page_that_carries_a_drafted_return_is_looked_at_and_approved_on_another_machine() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("approval-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a memory stick");
    let [page, card] = ["trang.html", "the.json"].map(|name| folder.join(name));
    browse(async |session| {
        session.open_over_http().await;
        let [_, own] = opened(session).await;
        session.click("#save-page").await;
        let saved = session.downloaded("36a_2017-Q2_bo-tai-chinh_nhap.html").await;
        std::fs::copy(saved, &page).expect("the page on the stick");
        std::fs::copy(own, &card).expect("the card on the stick");
    })
    .await;
    browse(async |session| {
        session.open_file(&page).await;
        session.started().await;
        session.tells("#signatures", "Người lập: chưa rõ là ai").await;
        session.click_text("Về danh sách các phần").await;
        session.click_text("Xem lại toàn bộ báo cáo").await;
        session.shows("#verdict", "Đã ký.").await;
        session.click_text("Đến phần ký").await;
        signs_by_a_new_key(session, &card).await;
        let (_, file) = exported(session).await;
        assert_eq!(file.signatures.len(), 2, "the drafter's and the approver's");
    })
    .await;
    std::fs::remove_dir_all(&folder).expect("the stick");
}

#[tokio::test]
async fn an_approver_knows_the_drafter_by_the_card_and_signs_and_the_seal_is_a_certificate() {
    browse(async |session| {
        session.open_from_disk().await;
        let [_, card] = opened(session).await;
        let own = signs_by_a_new_key(session, &card).await;
        session.picture("approved").await;
        session.choose_file("#key-file", &fixture("p256-aes.p12")).await;
        session.type_into("#password", "Mật khẩu thử").await;
        session.click("#sign").await;
        session.tells("#signatures", "Con dấu: Người thử p256").await;
        session.tells("#signatures", "Chữ ký khớp với nội dung và với chứng thư số ghi ở đây.").await;
        let (path, file) = exported(session).await;
        assert_eq!(file.signatures.len(), 3);
        foreign::verify_file(&path, &[&card, &own]);
    })
    .await;
}

#[tokio::test]
async fn a_signature_by_another_program_is_attached() {
    browse(async |session| {
        session.open_over_http().await;
        opened(session).await;
        session.click_text("Ký bằng chương trình khác").await;
        session.choose_file("#certificate", &fixture("rsa2048.crt")).await;
        let wanted = session.downloaded("36a_can-ky_2017-Q2_bo-tai-chinh_approver.bin").await;
        let signature = session.folder().join("chu-ky.bin");
        let key = fixture("rsa2048.pem");
        let (key, out) = (key.to_str().expect("a path"), signature.to_str().expect("a path"));
        let signed = foreign::openssl(&["dgst", "-sha256", "-sign", key, "-out", out], &wanted, "");
        assert!(signed.agreed, "{}", signed.said);
        std::fs::write(session.folder().join("khac.bin"), [7; 256]).expect("a file");
        session.choose_file("#attach", &session.folder().join("khac.bin")).await;
        session.tells(".notice__text", "Chữ ký không phải của các byte đã xuất ra").await;
        session.choose_file("#attach", &signature).await;
        session.tells("#signatures", "Người duyệt: Người thử rsa2048").await;
        let (_, file) = exported(session).await;
        assert_eq!(file.signatures.len(), 2);
        assert_eq!(session.asked(), ["/"], "nothing but the page");
    })
    .await;
}

/// The stand-in for the token's service, with a certificate for its address; so many requests get no answer.
fn service(session: &Session, silent: &str) -> Companion {
    let [key, certificate] = ["tls.key", "tls.crt"].map(|name| session.folder().join(name).display().to_string());
    let made = [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=127.0.0.1",
        "-keyout",
        &key,
        "-out",
    ];
    let made = foreign::openssl(&made, Path::new(&certificate), "");
    assert!(made.agreed, "{}", made.said);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign/token.mjs");
    let [own, leaf] = ["rsa2048.pem", "rsa2048.crt"].map(|name| fixture(name).display().to_string());
    let mut service =
        Companion::start("node".into(), &[&script.display().to_string(), &key, &certificate, &own, &leaf, silent], &[]);
    assert_eq!(service.line(), "ready\n");
    service
}

/// One after the other: the service's address is the same for all.
#[tokio::test]
async fn a_usb_token_signs_and_one_that_does_not_answer_is_left_and_asked_again() {
    a_token_signs_through_the_service_on_the_same_machine().await;
    a_token_that_does_not_answer_is_left_and_asked_again().await;
}

async fn a_token_signs_through_the_service_on_the_same_machine() {
    browse_trusting(async |session| {
        let mut service = service(session, "0");
        session.open_from_disk().await;
        opened(session).await;
        session.click_text("Ký bằng USB token").await;
        session.choose_file("#token-authority", &fixture("sub.pem")).await;
        session.tells(".notice__text", "Chứng thư trong tệp sub.pem sẽ gửi kèm chữ ký.").await;
        session.click("#sign-by-token").await;
        session.tells("#signatures", "Người duyệt: Người thử rsa2048").await;
        for _ in ["its certificate", "the signature"] {
            let asked = service.line();
            assert!(
                asked.starts_with("/SignMsg {\"Encode\":\"RSA\",\"HashAlg\":\"SHA256\",\"HashValue\":\""),
                "{asked}"
            );
            assert!(!asked.contains("bo-tai-chinh"), "only a hash leaves the page: {asked}");
        }
        let (path, file) = exported(session).await;
        assert_eq!(file.signatures.len(), 2);
        assert_eq!(certificates(&file.signatures[1].protected), 2, "the token's own, and its authority's");
        assert!(path.is_file());
    })
    .await;
}

/// How many certificates a header names.
fn certificates(protected: &str) -> usize {
    let header = Base64UrlUnpadded::decode_vec(protected).expect("base64url");
    let header: serde_json::Value = serde_json::from_slice(&header).expect("a header");
    header["x5c"].as_array().expect("a chain").len()
}

async fn a_token_that_does_not_answer_is_left_and_asked_again() {
    browse_trusting(async |session| {
        let mut service = service(session, "1");
        session.open_from_disk().await;
        opened(session).await;
        session.click_text("Ký bằng USB token").await;
        session.click("#sign-by-token").await;
        assert!(service.line().starts_with("/SignMsg {"));
        session.click("#stop-token").await;
        session.tells(".notice__text", "Đã thôi chờ thiết bị.").await;
        session.gone("#stop-token").await;
        assert_eq!(service.line(), "left\n", "the page waits no longer");
        session.click("#sign-by-token").await;
        session.tells("#signatures", "Người duyệt: Người thử rsa2048").await;
    })
    .await;
}

#[tokio::test]
async fn a_signature_in_the_drafters_name_is_a_claim_and_is_taken_off() {
    browse(async |session| {
        session.open_from_disk().await;
        opened(session).await;
        session.tells("label[for='role-drafter']", "Người lập (có chữ ký, chưa kiểm tra)").await;
        let chosen = "return document.querySelector('input[name=role]:checked').id";
        assert_eq!(session.javascript(chosen).await, "role-approver");
        session.click(".take-off").await;
        session.tells(".notice__text", "Đã gỡ một chữ ký.").await;
        session.gone("#signatures").await;
        assert_eq!(session.javascript(chosen).await, "role-drafter");
    })
    .await;
}
