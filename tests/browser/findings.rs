//! What is found is seen, explained, taken away as a table, and mended.

use crate::officer::field;
use crate::session::{Session, browse};
use return36a::registry::Registry;
use return36a::rules::RuleSet;
use return36a::session::{Action, DraftKey, Effect, State, update};
use return36a::vietnamese::Date;
use std::rc::Rc;
use thirtyfour::prelude::*;

const LEVEL4: &str = "/services/level4/answer";
const FILE: &str = "36a_phat-hien_2017-Q2_bo-tai-chinh.csv";

#[tokio::test]
async fn findings_are_explained_taken_away_and_mended_over_http() {
    browse(async |session| {
        session.open_over_http().await;
        whole_story(session).await;
        assert_eq!(session.asked(), ["/"], "the page itself, nothing else");
    })
    .await;
}

#[tokio::test]
async fn findings_are_explained_taken_away_and_mended_from_disk() {
    browse(async |session| {
        session.open_from_disk().await;
        whole_story(session).await;
    })
    .await;
}

async fn whole_story(session: &Session) {
    session.begin_finance().await;
    session.open_section("Dịch vụ công trực tuyến").await;
    moves_words(session).await;
    opens_a_source_by_the_keyboard(session).await;
    session.click_text("Xem lại toàn bộ báo cáo").await;
    session.shows("#findings-title", "Kết quả kiểm tra").await;
    takes_the_table_away(session).await;
    mends_one_of_many(session).await;
}

async fn moves_words(session: &Session) {
    session.fill_field(LEVEL4, "8.834.680 (cấp hộ chiếu và khai báo tạm trú)").await;
    let says = "Đang ghi là “8.834.680 (cấp hộ chiếu và khai báo tạm trú)”. Ô này chỉ ghi số: để lại 8.834.680, \
                phần chữ “(cấp hộ chiếu và khai báo tạm trú)” ghi ở ô Ghi chú.";
    session.says(LEVEL4, says).await;
    session.click_text("Ghi 8.834.680 và chuyển phần chữ sang ghi chú").await;
    session.says(LEVEL4, "").await;
    session.gone(&format!("[data-path='{LEVEL4}'] .offer button")).await;
    assert_eq!(session.value(&field(LEVEL4)).await, "8.834.680");
    assert_eq!(session.value(&field("/services/level4/remark")).await, "cấp hộ chiếu và khai báo tạm trú");
    assert_eq!(focused(session).await, "services-level4-answer", "the focus stays at the field");
}

async fn opens_a_source_by_the_keyboard(session: &Session) {
    session.fill_field("/services/procedures/answer", "-5").await;
    let summary = "[data-path='/services/procedures/answer'] .source > summary";
    let source = "[data-path='/services/procedures/answer'] .source > dl";
    session.element(summary).await;
    assert!(!session.element(source).await.is_displayed().await.expect("an element"), "closed until it is asked for");
    session.type_into(summary, Key::Enter + "").await;
    session
        .shows(
            source,
            "Yêu cầu: Số lượng không âm.\n\
             Văn bản: 314/BC-VPCP, 10/01/2018. Văn phòng Chính phủ: báo cáo tình hình thực hiện Nghị quyết số 36a/NQ-CP \
             của Chính phủ về Chính phủ điện tử năm 2017\n\
             Vị trí: Phụ lục I, các cột số lượng\n\
             Mã quy tắc: count-not-negative",
        )
        .await;
    let described = session.element(&field("/services/procedures/answer")).await.attr("aria-describedby").await;
    let described = described.expect("an attribute").expect("a description");
    for id in described.split(' ') {
        session.element(&format!("[id='{id}']")).await;
    }
}

/// The table is, byte for byte, what the same program makes of the same draft outside the browser.
async fn takes_the_table_away(session: &Session) {
    session.kept().await;
    session.click("#save-findings").await;
    let bytes = std::fs::read(session.downloaded(FILE).await).expect("the table");
    let told = session.javascript("return Object.entries(localStorage)").await;
    let kept: Vec<(String, String)> = serde_json::from_value(told).expect("names and texts");
    let day = session.javascript("const d = new Date(); return [d.getFullYear(), d.getMonth() + 1, d.getDate()]").await;
    let (year, month, day): (i32, u8, u8) = serde_json::from_value(day).expect("a day");
    assert_eq!(bytes, table(kept, Date::new(year, month, day).expect("a day")));
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.starts_with("\u{feff}Phần,Chỗ,Loại,Nội dung,Đang ghi,"), "{text}");
    assert!(text.contains("Lỗi,Số lượng đang là -5. Số lượng không thể nhỏ hơn 0. Ghi lại số đúng.,-5,,"), "{text}");
}

fn table(kept: Vec<(String, String)>, today: Date) -> Vec<u8> {
    let registry = Registry::embedded().expect("the registry").clone();
    let rules = RuleSet::compile(&registry.rule).expect("the rules");
    let sha256 = registry.sha256().expect("a hash");
    let mut state = State::new(Rc::new(registry), sha256, Rc::new(rules), today);
    let key = kept.iter().find_map(|(name, _)| DraftKey::of_name(name)).expect("a draft");
    update(
        &mut state,
        Action::Started { kept: Some(kept), last: None, address: String::new(), language: None, carried: None },
    );
    update(&mut state, Action::OpenDraft(key));
    match update(&mut state, Action::SaveFindings).as_slice() {
        [Effect::Download { name, bytes }] if name == FILE => bytes.clone(),
        other => panic!("{other:?}"),
    }
}

async fn mends_one_of_many(session: &Session) {
    session.click_text("10 chỗ").await;
    session
        .click_text("3. Công khai tiến độ giải quyết hồ sơ trên Cổng Thông tin điện tử Chính phủ · Tình trạng")
        .await;
    session.shows("h1", "Nhiệm vụ chung").await;
    let status = "general_tasks-progress-publication-status";
    assert_eq!(focused(session).await, status, "a place leads to its field");
    session.choose("/general_tasks/progress-publication/status", "in-progress").await;
    session.driver.back().await.expect("back to the list");
    session.shows("h1", "Xem lại toàn bộ báo cáo").await;
    session.click_text("9 chỗ").await;
}

async fn focused(session: &Session) -> String {
    let id = session.javascript("return document.activeElement.id").await;
    id.as_str().unwrap_or_default().to_owned()
}
