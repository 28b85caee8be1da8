//! A registry that the coordinator issues, opened, kept and left in the built page, from disk.

use crate::desk::goes;
use crate::edition::{ISSUER, file, key, next};
use crate::quarter::keys::Signatory;
use crate::quarter::returns::sound;
use crate::session::{Session, browse, page};
use return36a::registry::Registry;
use return36a::signing::fingerprint;
use std::path::PathBuf;
use std::process::Command;

const OWN: &str = "Danh mục 36a-nq-cp 2017.1, có sẵn trong trang";
const ISSUED: &str = "Danh mục 36a-nq-cp 2018.1, do Vụ Khoa giáo - Văn xã ban hành ngày 15/01/2018";

impl Session {
    fn registry_file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    }

    /// Waits until the ledger has a filter of these words.
    async fn picks(&self, words: &str) {
        let picks = "return [...document.querySelectorAll('.picks .pick')].map(pick => pick.textContent)";
        let found = self.until(async || {
            let told = self.javascript(picks).await;
            told.as_array()?.iter().any(|pick| pick == words).then_some(())
        });
        assert!(found.await.is_some(), "{words}");
    }

    async fn reloads(&self) {
        self.driver.refresh().await.expect("a reload");
        self.started().await;
    }
}

#[tokio::test]
async fn an_issued_registry_is_compared_taken_kept_and_left_again() {
    browse(async |session| {
        session.open_from_disk().await;
        session.shows("#registry-line", OWN).await;
        begins(session).await;
        takes(session).await;
        fills_the_new_task(session).await;
        starts_though_it_is_damaged(session).await;
    })
    .await;
}

/// The return of Bộ Y tế of quarter I/2018.
async fn begins(session: &Session) {
    session.type_into("#agency-search", "bo y te").await;
    session.click_text("Bộ Y tế").await;
    session.click("#period option[value='2018-Q1']").await;
    session.click("#begin").await;
    session.shows("h1", "Bộ Y tế").await;
    session.kept().await;
}

async fn takes(session: &Session) {
    let registry = next(Registry::embedded().expect("the registry"));
    let mut changed = String::from_utf8(file(registry.clone(), &key(1))).expect("text");
    changed = changed.replace("31 tháng 3 năm 2018", "30 tháng 3 năm 2018");
    let (changed, good) = (
        session.registry_file("danh-muc-bi-sua.json", changed.as_bytes()),
        session.registry_file("danh-muc.json", &file(registry, &key(1))),
    );
    session.click("#registry-line").await;
    session.shows("h1", "Danh mục và quy tắc kiểm tra").await;
    session.choose_file("#open-registry", &changed).await;
    session
        .shows(
            ".notice__text",
            "Chữ ký của tệp danh-muc-bi-sua.json không khớp: tệp đã bị sửa sau khi ký, nên không mở. Xin lại tệp gốc từ Văn phòng Chính phủ.",
        )
        .await;
    session.choose_file("#open-registry", &good).await;
    session.shows("#registry-offered", "Danh mục mới trong tệp danh-muc.json").await;
    session.shows("#offer-summary", "Từ 36a-nq-cp 2017.1 đến 36a-nq-cp 2018.1: 10 thay đổi.").await;
    let offer = session.element("#offer").await.text().await.expect("the offer");
    for says in [
        ISSUER,
        &fingerprint(&key(1).public.thumbprint()),
        "Thêm nhiệm vụ 13.7 (Bộ Y tế): Nhiệm vụ kiểm thử: kết nối hệ thống mẫu.",
        "Nhiệm vụ 13.6 (Bộ Y tế): thời hạn đổi từ “01/01/2018” thành “31/03/2018”.",
        "Quy tắc task-in-progress-says: mức độ đổi từ “cảnh báo” thành “lỗi”.",
        "Bộ Y tế, quý I/2018: Thêm: Nhiệm vụ 13.7.",
    ] {
        assert!(offer.contains(says), "{says}\n{offer}");
    }
    session.shows("#registry-line", OWN).await;
    session.click("#take-registry").await;
    session
        .shows(".notice__text", "So mã đối chiếu với Văn phòng Chính phủ, đánh dấu vào ô đã so, rồi mới dùng danh mục.")
        .await;
    session.click("#key-compared").await;
    session.click("#take-registry").await;
    session.shows("#registry-line", ISSUED).await;
    session.gone("#offer").await;
    session.reloads().await;
    session
        .shows(
            "#registry-line",
            "Danh mục 36a-nq-cp 2018.1, ghi là do Vụ Khoa giáo - Văn xã ban hành ngày 15/01/2018; khóa đã ký chưa được so từ khi \
             mở trang",
        )
        .await;
    session.tells("#in-use-trust", "Vẫn làm việc tiếp được").await;
    session.click_text("Tôi đã so mã đối chiếu với Văn phòng Chính phủ, hai mã giống nhau.").await;
    session.shows("#registry-line", ISSUED).await;
}

async fn fills_the_new_task(session: &Session) {
    session.click_text("Trang đầu").await;
    session.click_text("Mở").await;
    session.shows("h1", "Bộ Y tế").await;
    session.open_section("Nhiệm vụ cụ thể được giao").await;
    session.choose("/tasks/13.7/status", "in-progress").await;
    session.fill_field("/tasks/13.7/progress", "Đã chạy thử").await;
    session.kept().await;
    session.click("#registry-line").await;
    session.click_text("Quay về danh mục 36a-nq-cp 2017.1 của trang").await;
    session.shows("#registry-line", OWN).await;
    session.reloads().await;
    session.shows("#registry-line", OWN).await;
}

async fn starts_though_it_is_damaged(session: &Session) {
    session.javascript("localStorage.setItem('return36a/registry', '{\"registry\":')").await;
    session.reloads().await;
    session.shows("#registry-line", OWN).await;
    session
        .shows(
            ".notice__text",
            "Danh mục lưu trong trình duyệt bị hỏng nên không dùng. Trang đang dùng danh mục 36a-nq-cp 2017.1 có sẵn; mở lại tệp danh mục do Văn phòng Chính phủ ban hành.",
        )
        .await;
}

#[tokio::test]
async fn the_desk_examines_again_under_a_registry_that_was_taken() {
    browse(async |session| {
        session.open_from_disk().await;
        let registry = next(Registry::embedded().expect("the registry"));
        takes_a_return_of(session, &registry).await;
        session.picks("Được tính, danh mục khác (1)").await;
        session.click("#registry-line").await;
        let path = session.registry_file("danh-muc.json", &file(registry, &key(1)));
        session.choose_file("#open-registry", &path).await;
        session.click("#key-compared").await;
        session.click("#take-registry").await;
        session.shows("#registry-line", ISSUED).await;
        session.click_text("Trang đầu").await;
        session.click_text("Dành cho cán bộ tổng hợp (Văn phòng Chính phủ)").await;
        session.picks("Được tính (1)").await;
        session.click_text("36a_2017-Q4_bo-y-te_r1.json").await;
        session.shows("h1", "36a_2017-Q4_bo-y-te_r1.json").await;
        let entry = session.page_text().await;
        let sha256 = next(Registry::embedded().expect("the registry")).sha256().expect("a hash");
        assert!(entry.contains("36a-nq-cp 2018.1") && entry.contains(&sha256), "{entry}");
    })
    .await;
}

/// A return of Bộ Y tế for quarter IV/2017 that was checked with this registry, and the card of who signed it.
async fn takes_a_return_of(session: &Session, registry: &Registry) {
    let agency = registry.agency(&"bo-y-te".into()).expect("the ministry");
    let signatory = Signatory::of(agency);
    let content = sound(registry, &agency.id, "2017-Q4".parse().expect("a quarter"));
    let (card, bytes) = (signatory.card.json().expect("a card"), signatory.signed(content));
    session.click_text("Dành cho cán bộ tổng hợp (Văn phòng Chính phủ)").await;
    session.shows("h1", "Tiếp nhận").await;
    session.click("#desk-period option[value='2017-Q4']").await;
    goes(session, "Sổ khóa").await;
    session.choose_file("#add-cards", &session.registry_file("the-khoa.json", card.as_bytes())).await;
    session.click_text("Mã khớp, thêm").await;
    goes(session, "Tiếp nhận").await;
    session.fill("#received", "19/12/2017").await;
    session.choose_file("#take-files", &session.registry_file("36a_2017-Q4_bo-y-te_r1.json", &bytes)).await;
    session.shows("#ledger-found", "1 tệp").await;
}

impl Session {
    /// The built page with this registry put into it, as `cargo xtask bundle --registry` does.
    fn page_with(&self, registry: &[u8]) -> PathBuf {
        let [plain, file] = [("trang.html", page()), ("danh-muc.json", registry.to_vec())]
            .map(|(name, bytes)| self.registry_file(name, &bytes));
        let out = self.folder().join("Báo cáo 36a.html");
        let carried = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--package", "xtask", "--", "carry"])
            .args([&plain, &file, &out])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo");
        assert!(carried.status.success(), "{}", String::from_utf8_lossy(&carried.stderr));
        out
    }
}

#[tokio::test]
async fn a_page_that_carries_an_issued_registry_names_it_and_its_issuer() {
    browse(async |session| {
        let page = session.page_with(&file(next(Registry::embedded().expect("the registry")), &key(1)));
        session.open_file(&page).await;
        session.started().await;
        session.shows("#registry-line", ISSUED).await;
        begins(session).await;
        session.open_section("Nhiệm vụ cụ thể được giao").await;
        session.choose("/tasks/13.7/status", "in-progress").await;
        session.kept().await;
        session.click("#registry-line").await;
        session.shows("h1", "Danh mục và quy tắc kiểm tra").await;
        let shown = session.page_text().await;
        assert!(shown.contains(&fingerprint(&key(1).public.thumbprint())), "{shown}");
        assert!(!shown.contains("Quay về danh mục"), "it is the page's own: {shown}");
        session.reloads().await;
        session.shows("#registry-line", ISSUED).await;
        session.gone(".notice__text").await;
        // Somebody changes what it asks, and not the signature.
        let text =
            std::fs::read_to_string(&page).expect("the page").replace("31 tháng 3 năm 2018", "30 tháng 3 năm 2018");
        std::fs::write(&page, text).expect("the page");
        session.reloads().await;
        session.shows("#registry-line", OWN).await;
        session.tells(".notice__text", "Danh mục đã ký đi kèm trang bị hỏng hoặc đã bị sửa nên không dùng.").await;
    })
    .await;
}
