//! The coordinator's query slip beside the officer's return, and the receipt, in the built page.

#[path = "../session/officer.rs"]
#[allow(dead_code, reason = "the browser needs only a filled return")]
pub mod native;

use crate::officer::field;
use crate::session::{Session, browse};
use return36a::collect::{Issued, Issuer, Receipt, ReturnMark, Slip, SlipHead, State, issue, slip};
use return36a::quarterly::{RegistryMark, Return, Signable, Signature, Signed, SignedFile, read, write, write_signed};
use return36a::registry::sha256_hex;
use return36a::signing::{KeyCard, Native, Password, PublicKey, Role, SigningKey, fingerprint, new_key, open_key};
use return36a::vietnamese::Date;
use serde_json::json;
use std::path::PathBuf;

const PASSWORD: &str = "mật khẩu của văn thư";

/// 2017-06-20T00:00:00Z.
const TIME: i64 = 1_497_916_800;

/// The coordinator's key.
fn key() -> SigningKey<return36a::signing::NativeKey> {
    let primitives = Native::new(|bytes: &mut [u8]| {
        bytes.fill(7);
        Ok(())
    });
    let password = Password::new(PASSWORD).expect("a password");
    let made = pollster::block_on(new_key(&primitives, &password, 1)).expect("a key");
    pollster::block_on(open_key(&primitives, made.pem.as_bytes(), &password)).expect("the key again")
}

fn day(day: u8) -> Date {
    Date::new(2017, 6, day).expect("a day")
}

fn issuer(key: PublicKey) -> Issuer {
    Issuer { agency: "van-phong-chinh-phu".into(), name: "Vụ Khoa giáo - Văn xã".into(), key }
}

fn signed<T: Issued>(content: T) -> Signed<T> {
    let primitives = Native::new(return36a::signing::no_randomness);
    pollster::block_on(issue(&primitives, &key(), content, TIME)).expect("a signature")
}

/// A return of Bộ Tài chính that lacks nothing, as it was sent.
fn sent() -> Return {
    let mut officer = native::Officer::of_finance();
    officer.fills_all();
    officer.draft().content.clone()
}

fn questions(about: &Return) -> Slip {
    let about = ReturnMark::of(about).expect("a mark");
    let (issued, answer_by) = (day(20), Some(day(25)));
    let head = SlipHead { random: [0x0f; 16], about, issued, answer_by, issuer: issuer(key().public) };
    let asked = [("/services/level3/answer", "Giảm 12 so với quý I, vì sao?"), ("", "Đề nghị gửi kèm văn bản.")];
    slip(head, asked.map(|(path, text)| (path.to_owned(), text.to_owned())))
}

/// The coordinator's questions about it, signed.
pub fn coordinators_slip() -> Vec<u8> {
    write_signed(&signed(questions(&sent())))
}

/// The coordinator's receipt for the return, signed.
pub fn coordinators_receipt() -> Vec<u8> {
    write_signed(&signed(receipt(&sent(), b"{}")))
}

fn receipt(about: &Return, file: &[u8]) -> Receipt {
    Receipt {
        schema: Receipt::SCHEMA.into(),
        about: ReturnMark::of(about).ok(),
        file_name: "36a_2017-Q2_bo-tai-chinh_r2.json".into(),
        file_sha256: sha256_hex(file),
        received: day(24),
        state: State::Accepted,
        errors: 0,
        warnings: 0,
        notes: 1,
        registry: RegistryMark { id: "36a-nq-cp".into(), version: "2017.1".into(), sha256: "1".repeat(64) },
        issued: day(24),
        issuer: issuer(key().public),
    }
}

/// The answer's field to a question of the slip.
fn answer(question: u8) -> String {
    format!("/answers/{}.{question}/text", "0f".repeat(16))
}

impl Session {
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    }
}

#[tokio::test]
async fn a_slip_is_answered_in_an_amended_file_and_its_receipt_verified_over_http() {
    browse(async |session| {
        session.open_over_http().await;
        whole_story(session).await;
    })
    .await;
}

#[tokio::test]
async fn a_slip_is_answered_in_an_amended_file_and_its_receipt_verified_from_disk() {
    browse(async |session| {
        session.open_from_disk().await;
        whole_story(session).await;
    })
    .await;
}

async fn whole_story(session: &Session) {
    let sent = sent();
    opens_the_slip(session, &sent).await;
    answers(session).await;
    let (file, bytes) = signs(session).await;
    let given = |question: u8| {
        let key = answer(question).split('/').nth(2).map(str::to_owned).expect("a key");
        file.content.answers.get(&key).map(|answer| answer.text.clone())
    };
    assert_eq!(given(1).as_deref(), Some("Đã gộp 12 dịch vụ trùng tên"));
    assert_eq!(given(2).as_deref(), Some("Gửi kèm văn bản 124/BC-BTC"));
    assert_eq!(file.content.revision, 2);
    assert_eq!(file.content.supersedes, ReturnMark::of(&sent).ok().map(|mark| mark.content_sha256));
    opens_the_receipt(session, &receipt(&file.content, &bytes)).await;
}

async fn opens_the_slip(session: &Session, sent: &Return) {
    let signatures = vec![Signature { protected: "e30".into(), signature: "AA".into() }];
    let bytes = write(&SignedFile { content: sent.clone(), signatures });
    let file = session.file("36a_2017-Q2_bo-tai-chinh_r1.json", &bytes);
    let paper = session.file("36a_phieu.json", &write_signed(&signed(questions(sent))));
    session.choose_file("#open-file", &paper).await;
    let refused = "Phiếu 36a_phieu.json hỏi về báo cáo quý II/2017 của Bộ Tài chính, mà máy này không có (đang mở: không có báo cáo nào). \
                   Mở tệp 36a_2017-Q2_bo-tai-chinh_r1.json trước, rồi mở lại phiếu.";
    session.shows(".notice__text", refused).await;
    session.choose_file("#open-file", &file).await;
    session.shows("h1", "Xem lại toàn bộ báo cáo").await;
    session.click_text("Về danh sách các phần").await;
    session.choose_file("#open-paper", &paper).await;
    session
        .shows(
            ".notice__text",
            "Đã mở phiếu yêu cầu chỉnh sửa: 2 câu hỏi. Báo cáo đã ký; chọn “Lập bản sửa đổi” để trả lời.",
        )
        .await;
    session.shows(".slip h2", "Phiếu yêu cầu chỉnh sửa ngày 20/06/2017").await;
    session.shows(".slip .fingerprint", &fingerprint(&key().public.thumbprint())).await;
    session.click_text("Lập bản sửa đổi").await;
    session.shows("h1", "Thông tin chung").await;
}

async fn answers(session: &Session) {
    session.fill_field("/amendment_reason", "Trả lời phiếu ngày 20/6/2017").await;
    session.shows(".questions-place .question__place", "Cả báo cáo").await;
    session.fill_field(&answer(2), "Gửi kèm văn bản 124/BC-BTC").await;
    session.kept().await;
    session.driver.refresh().await.expect("a reload");
    session.started().await;
    assert_eq!(session.value(&field(&answer(2))).await, "Gửi kèm văn bản 124/BC-BTC");
    session.click_text("Về danh sách các phần").await;
    session.shows("[data-section='dich-vu-cong'] .tag", "1 câu hỏi chờ trả lời").await;
    session.click_text("Câu hỏi 1 · Dịch vụ công trực tuyến mức độ 3 hiện có").await;
    session.shows("[data-path='/services/level3/answer'] .question__text", "Giảm 12 so với quý I, vì sao?").await;
    let focused = session.javascript("return document.activeElement.id").await;
    assert_eq!(
        Some(focused.as_str().unwrap_or_default()),
        field(&answer(1)).strip_prefix('#'),
        "the link leads to the answer"
    );
    // Typed in two goes, with the question drawn anew in between: the field stays the same one.
    session.type_into(&field(&answer(1)), "Đã gộp 12 ").await;
    session.type_into(&field(&answer(1)), "dịch vụ trùng tên").await;
    assert_eq!(session.value(&field(&answer(1))).await, "Đã gộp 12 dịch vụ trùng tên");
    session.click_text("Xem lại toàn bộ báo cáo").await;
    session.shows("#verdict", "Không còn lỗi. Có thể ký.").await;
    let review = session.element(".questions-place").await.text().await.expect("the questions");
    assert!(
        review.contains("Đã gộp 12 dịch vụ trùng tên") && review.contains("Gửi kèm văn bản 124/BC-BTC"),
        "{review}"
    );
}

async fn signs(session: &Session) -> (SignedFile, Vec<u8>) {
    session.click_text("Đến phần ký").await;
    session.type_into("#new-password", PASSWORD).await;
    session.type_into("#new-password-again", PASSWORD).await;
    session.click("#make-key").await;
    session.downloaded("36a_khoa_bo-tai-chinh.pem").await;
    session.type_into("#password", PASSWORD).await;
    session.click("#sign").await;
    session.tells("#signatures", "Chữ ký đúng.").await;
    session.click(".export").await;
    let bytes = std::fs::read(session.downloaded("36a_2017-Q2_bo-tai-chinh_r2.json").await).expect("the file");
    (read(&bytes).expect("a return"), bytes)
}

async fn opens_the_receipt(session: &Session, receipt: &Receipt) {
    session.click_text("Về danh sách các phần").await;
    let paper = signed(receipt.clone());
    let mut changed = paper.clone();
    changed.content.received = day(12);
    let changed = session.file("36a_bien-nhan-bi-sua.json", &write_signed(&changed));
    session.choose_file("#open-paper", &changed).await;
    session
        .shows(
            ".notice__text",
            "Chữ ký của tệp 36a_bien-nhan-bi-sua.json không khớp: tệp đã bị sửa sau khi ký, nên không mở. Xin lại tệp gốc từ Văn phòng Chính phủ.",
        )
        .await;
    let card = KeyCard {
        agency: "van-phong-chinh-phu".into(),
        name: "Vụ Khoa giáo - Văn xã".into(),
        role: Role::Coordinator,
        key: key().public,
        created: day(1),
    };
    let card = session.file("the-khoa.json", card.json().expect("a card").as_bytes());
    session.choose_file("#open-paper", &card).await;
    let opened = format!(
        "Đã mở thẻ khóa của Văn phòng Chính phủ (Vụ Khoa giáo - Văn xã). Mã đối chiếu: {}. So mã này với mã do Văn phòng Chính phủ cho biết.",
        fingerprint(&key().public.thumbprint())
    );
    session.shows(".notice__text", &opened).await;
    let good = session.file("36a_bien-nhan.json", &write_signed(&paper));
    session.choose_file("#open-paper", &good).await;
    session.shows("h1", "Biên nhận báo cáo").await;
    session.shows("#receipt-state", "Được tính").await;
    session.shows("#receipt-beside", "Nội dung đã nhận khớp với báo cáo trên máy này (bản thứ 2).").await;
    session.shows(".trust .good", "Chữ ký đúng, của Vụ Khoa giáo - Văn xã theo thẻ khóa đang mở.").await;
    prints_alone(session).await;
}

/// On paper there is the receipt and nothing else.
async fn prints_alone(session: &Session) {
    let media = |media: &'static str| async move {
        let sent = session.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": media })).await;
        sent.expect("another medium");
    };
    session.element("#print").await;
    media("print").await;
    let printed = session.page_text().await;
    assert!(printed.starts_with("Biên nhận báo cáo"), "{printed}");
    assert!(printed.contains(&fingerprint(&key().public.thumbprint())), "{printed}");
    for not_printed in ["Đã lưu", "In biên nhận", "Về danh sách các phần", "English"] {
        assert!(!printed.contains(not_printed), "{not_printed} is printed: {printed}");
    }
    media("").await;
    session.shows("#print", "In biên nhận").await;
}
