//! The coordinator takes a whole quarter in, looks at it, keeps it, and answers an agency.

use crate::quarter::files::{COUNTING, Quarter, quarter};
use crate::session::{Session, browse};
use return36a::collect::{Receipt, Slip, State, read_ledger};
use return36a::quarterly::read_signed;
use return36a::registry::Registry;
use return36a::text::{Language, state_name};
use return36a::vietnamese::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The files of quarter II/2017, good and bad of every state.
pub static FILES: LazyLock<Quarter> =
    LazyLock::new(|| quarter(Registry::embedded().expect("the registry"), "2017-Q2".parse().expect("a quarter")));

#[tokio::test]
async fn a_quarter_is_taken_in_looked_at_and_kept_over_http() {
    browse(async |session| {
        session.open_over_http().await;
        collects(session).await;
        assert!(session.asked().iter().all(|path| path == "/"), "nothing but the page: {:?}", session.asked());
    })
    .await;
}

#[tokio::test]
async fn a_quarter_is_taken_in_looked_at_and_kept_from_disk() {
    browse(async |session| {
        session.open_from_disk().await;
        collects(session).await;
    })
    .await;
}

#[tokio::test]
async fn a_folder_and_an_archive_are_dropped() {
    browse(async |session| {
        session.open_from_disk().await;
        session.click_text("Dành cho cán bộ tổng hợp (Văn phòng Chính phủ)").await;
        session.shows("h1", "Tiếp nhận").await;
        session.click("#desk-period option[value='2017-Q2']").await;
        let (folder, archive) = (session.folder().join("USB"), session.folder().join("USB.zip"));
        std::fs::create_dir_all(folder.join("trong")).expect("a folder");
        let mut packed = zip::ZipWriter::new(std::fs::File::create(&archive).expect("a file"));
        for (at, sample) in FILES.samples.iter().take(6).enumerate() {
            let name = if at < 3 { format!("{at}.json") } else { format!("trong/{at}.json") };
            std::fs::write(folder.join(&name), &sample.bytes).expect("a file");
            packed.start_file(&name, zip::write::SimpleFileOptions::default()).expect("an entry");
            std::io::Write::write_all(&mut packed, &sample.bytes).expect("its bytes");
        }
        packed.finish().expect("an archive");
        session.drop_files(".drop", &[folder]).await;
        waits_for(session, "#ledger-found", "6 tệp").await;
        session.tells(".entries", "USB/trong/5.json").await;
        session.drop_files(".drop", &[archive]).await;
        waits_for(session, "#ledger-found", "12 tệp").await;
        session.tells(".entries", "USB.zip/trong/5.json").await;
        assert_eq!(counts(session).await.get("duplicate"), Some(&6), "the same files, by their bytes");
    })
    .await;
}

/// Goes from any screen to the desk of quarter II/2017.
pub async fn sits_down(session: &Session) {
    session.javascript("location.hash = '#tong-hop'").await;
    session.shows("h1", "Tiếp nhận").await;
    session.click("#desk-period option[value='2017-Q2']").await;
}

async fn collects(session: &Session) {
    session.click_text("Dành cho cán bộ tổng hợp (Văn phòng Chính phủ)").await;
    sits_down(session).await;
    takes_all_in(session).await;
    let counts = counts(session).await;
    assert_eq!(counts, foretold());
    looks_at_the_matrix(session).await;
    looks_behind_a_figure(session).await;
    looks_at_charts(session).await;
    saves_and_opens_the_ledger(session, &counts).await;
    session.driver.refresh().await.expect("a reload");
    session.started().await;
    waits_for(session, "#ledger-found", &format!("{} tệp", FILES.samples.len())).await;
    assert_eq!(self::counts(session).await, counts, "a reload keeps the ledger");
    answers(session).await;
}

/// Puts the notice away, which may lie over the tabs, and goes to another part of the desk.
pub async fn goes(session: &Session, part: &str) {
    session.puts_notice_away().await;
    session.click_text(part).await;
    session.element(".tab[aria-current]").await;
}

/// Dropped day by day, first without a card, so that nothing counts; then the cards come, and all is examined again.
pub async fn takes_all_in(session: &Session) {
    let days: BTreeSet<Date> = FILES.samples.iter().map(|sample| sample.received).collect();
    for day in days {
        session.fill("#received", &day.vietnamese()).await;
        let of = FILES.samples.iter().enumerate().filter(|(_, sample)| sample.received == day);
        let paths: Vec<PathBuf> = of.map(|(at, sample)| written(session, at, &sample.name, &sample.bytes)).collect();
        session.drop_files(".drop", &paths).await;
        let count = paths.len();
        waits_for(session, ".notice__text", &format!("Đã kiểm tra xong {count} tệp.")).await;
    }
    waits_for(session, "#ledger-found", &format!("{} tệp", FILES.samples.len())).await;
    assert!(!counts(session).await.contains_key("accepted"), "no key is known yet");
    goes(session, "Sổ khóa").await;
    session.shows("h1", "Sổ khóa").await;
    let cards = FILES.cards.iter().enumerate();
    let paths: Vec<PathBuf> = cards
        .map(|(at, card)| written(session, 1000 + at, "the.json", card.json().expect("a card").as_bytes()))
        .collect();
    session.choose_files("#add-cards", &paths).await;
    session.click_text("Đã đối chiếu cả 93 thẻ, thêm tất cả").await;
    session.shows("#keys-summary", "93 thẻ của 93 cơ quan.").await;
    waits_until(session, "return !document.querySelector('.work') && !!document.querySelector('.notice__text')").await;
    goes(session, "Tiếp nhận").await;
    session.shows("h1", "Tiếp nhận").await;
    waits_until(session, "return !document.querySelector('.work')").await;
}

/// A file in a folder of its own, so that many can have one name.
fn written(session: &Session, at: usize, name: &str, bytes: &[u8]) -> PathBuf {
    let folder = session.folder().join(format!("file-{at:04}"));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(Path::new(name).file_name().expect("a name"));
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// How many files are in each state, as the filters tell.
async fn counts(session: &Session) -> BTreeMap<String, usize> {
    let told =
        session.javascript("return [...document.querySelectorAll('.picks .pick')].map(pick => pick.textContent)").await;
    let told: Vec<String> = serde_json::from_value(told).expect("texts");
    let count = |state: &State| {
        let name = state_name(*state, Language::Vietnamese);
        told.iter().find_map(|text| text.strip_prefix(name)?.strip_prefix(" (")?.strip_suffix(')')?.parse().ok())
    };
    State::ALL.iter().filter_map(|state| Some((state.code().to_owned(), count(state)?))).collect()
}

fn foretold() -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for sample in &FILES.samples {
        *counts.entry(sample.state.to_owned()).or_default() += 1;
    }
    counts
}

async fn looks_at_the_matrix(session: &Session) {
    goes(session, "Tình hình gửi").await;
    session.shows("h1", "Tình hình gửi").await;
    session.picture("desk-filing").await;
    let count = FILES.samples.iter().filter(|sample| COUNTING.contains(&sample.state));
    let agencies: BTreeSet<_> = count.filter_map(|sample| sample.agency.clone()).collect();
    let told = "const cells = [...document.querySelectorAll('.counts tbody tr:last-child td')].map(cell => +cell.textContent); return cells[0] + cells[1]";
    assert_eq!(session.javascript(told).await, agencies.len());
    let letter = session.value("#letter-missing").await;
    assert!(letter.contains("- 3 tỉnh, thành phố: thành phố Đà Nẵng; tỉnh Hà Tĩnh; tỉnh Kiên Giang."), "{letter}");
    session.click_text("Sao chép").await;
    session.shows(".notice__text", "Đã sao chép. Dán vào công văn bằng Ctrl+V.").await;
}

async fn looks_behind_a_figure(session: &Session) {
    goes(session, "Bảng số liệu").await;
    session.click_text("Xếp hạng địa phương").await;
    session.element(".figures").await;
    session.picture("desk-table").await;
    session.click(".figures tbody tr:first-child td:last-child .figure").await;
    session.element("#figure-title:focus").await;
    let agency = session.element(".grounds tbody th").await.text().await.expect("a name");
    session.click(".grounds tbody td a").await;
    session.shows(".answer dd", &agency).await;
    session.driver.back().await.expect("back");
    session.element(".figures").await;
}

async fn looks_at_charts(session: &Session) {
    goes(session, "Biểu đồ").await;
    session.shows("h1", "Biểu đồ").await;
    session.javascript("document.querySelector('svg.map').scrollIntoView()").await;
    session.picture("desk-map").await;
    assert_eq!(session.count("svg.map g[data-agency]").await, 63);
    assert_eq!(session.count("svg[role='img'] > title").await, session.count("svg[role='img']").await);
    goes(session, "Đối chiếu").await;
    session.shows("h1", "Đối chiếu").await;
    session.element("#reconciled").await;
}

async fn saves_and_opens_the_ledger(session: &Session, counts: &BTreeMap<String, usize>) {
    goes(session, "Tiếp nhận").await;
    session.click_text("Lưu sổ ra tệp").await;
    let file = session.downloaded("36a_so-tiep-nhan_2017-Q2.json").await;
    let text = std::fs::read_to_string(&file).expect("the ledger");
    let (kept, keyring) = read_ledger(&text).expect("a ledger");
    assert_eq!((kept.entries.len(), keyring.cards().len()), (FILES.samples.len(), FILES.cards.len()));
    session.click_text("Xóa sổ của kỳ này khỏi trình duyệt").await;
    session.shows("#ledger-found", "0 tệp").await;
    // With long service lists a ledger is larger than any return may be; blanks make it so here.
    std::fs::write(&file, format!("{}{text}", " ".repeat(17_000_000))).expect("the ledger");
    session.choose_file("#open-ledger", &file).await;
    waits_for(session, "#ledger-found", &format!("{} tệp", FILES.samples.len())).await;
    waits_until(session, "return !document.querySelector('.work')").await;
    assert_eq!(self::counts(session).await, *counts);
    goes(session, "Báo cáo tổng hợp").await;
    session.click_text("Lưu bảng tính (.xlsx)").await;
    let book = std::fs::read(session.downloaded("bao-cao-36a-2017-Q2.xlsx").await).expect("a workbook");
    assert!(book.starts_with(b"PK"));
    let printed = session.element(".paper-place").await.text().await.expect("the report as printed");
    assert!(printed.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "{printed}");
    goes(session, "Tiếp nhận").await;
    session.shows("h1", "Tiếp nhận").await;
}

/// A key is made; a slip and a receipt leave for an agency whose return has an error.
async fn answers(session: &Session) {
    goes(session, "Sổ khóa").await;
    session.click_text("Tạo khóa mới").await;
    session.fill("#issuer-name", "Đơn vị tổng hợp mẫu").await;
    session.type_into("#own-password", "mật khẩu tổng hợp").await;
    session.type_into("#own-password-again", "mật khẩu tổng hợp").await;
    session.click("#make-own-key").await;
    let key = session.downloaded("36a_khoa_van-phong-chinh-phu.pem").await;
    goes(session, "Tiếp nhận").await;
    session.click_text(&format!("{} (2)", state_name(State::Blocked, Language::Vietnamese))).await;
    session.shows("#ledger-found", "2 tệp").await;
    session.click(".entry__name").await;
    session.click(".ask").await;
    session.element("#question-0:focus").await;
    session.type_into("#slip-password", "mật khẩu tổng hợp").await;
    session.click_text("Ký và lưu phiếu").await;
    let (name, slip) = issued::<Slip>(session, "phieu-yeu-cau").await;
    assert_eq!(slip.questions.len(), 1, "{name}");
    session.choose_file("#receipt-key", &key).await;
    session.type_into("#receipt-password", "mật khẩu tổng hợp").await;
    session.click_text("Ký và lưu biên nhận").await;
    let (_, receipt) = issued::<Receipt>(session, "bien-nhan").await;
    assert_eq!(receipt.state, State::Blocked);
    assert_eq!(receipt.about.map(|about| about.agency), Some(slip.about.agency));
}

/// The paper of this kind that was downloaded.
async fn issued<T: return36a::quarterly::Signable>(session: &Session, kind: &str) -> (String, T) {
    let folder = session.folder().join("downloads");
    let found = session.until(async || {
        let names = std::fs::read_dir(&folder).ok()?.flatten().map(|entry| entry.file_name());
        let mut names = names.map(|name| name.to_string_lossy().into_owned());
        names.find(|name| name.contains(kind) && name.ends_with(".json"))
    });
    let name = found.await.unwrap_or_else(|| panic!("no {kind} was saved"));
    let bytes = std::fs::read(session.downloaded(&name).await).expect("a file");
    (name, read_signed::<T>(&bytes).expect("a paper").content)
}

/// Waits longer than for a click: a whole quarter is being examined.
async fn waits_for(session: &Session, css: &str, text: &str) {
    let body = format!(
        "return document.querySelector({})?.textContent === {}",
        serde_json::json!(css),
        serde_json::json!(text)
    );
    waits_until(session, &body).await;
}

pub async fn waits_until(session: &Session, body: &str) {
    for _ in 0..8 {
        if session.until(async || (session.javascript(body).await == true).then_some(())).await.is_some() {
            return;
        }
    }
    panic!("never: {body}");
}
