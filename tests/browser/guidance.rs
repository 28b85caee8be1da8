//! What helps while filling: guidance at the field, the earlier return's answer, what is left, the calendar, samples, the guide.

use crate::session::{Session, browse};
use serde_json::json;
use thirtyfour::prelude::*;

/// A window of this many CSS pixels.
async fn sized(session: &Session, width: u32, height: u32) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    session.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.expect("another size");
}

#[tokio::test]
async fn what_is_left_stays_in_sight_beside_the_form_and_below_it_on_a_phone() {
    browse(async |session| {
        session.open_over_http().await;
        session.begin_finance().await;
        assert_eq!(session.count(".left").await, 0, "the list of sections says it itself");
        session.open_section("Thông tin chung").await;
        session.tells(".left__section--here", "Chưa điền").await;
        session.fill_field("/document/number", "123/BC-BTC").await;
        session.tells(".left__section--here", "còn 5 mục trống").await;
        session.shows("#section-verdict", "còn 5 mục trống").await;
        session.picture("section").await;
        for (width, height) in [(1280, 800), (640, 800), (320, 640)] {
            sized(session, width, height).await;
            session.javascript("window.scrollTo(0, document.body.scrollHeight / 2)").await;
            let seen = "const box = document.querySelector('.left').getBoundingClientRect(); \
                        return box.top >= 0 && box.bottom <= window.innerHeight + 1 && box.height > 20";
            assert_eq!(session.javascript(seen).await, true, "{width} px: what is left is in sight");
            let sideways = "return document.documentElement.scrollWidth <= window.innerWidth";
            assert_eq!(session.javascript(sideways).await, true, "{width} px: nothing is scrolled sideways");
        }
        session.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("the old size");
        session.click(".left__section:nth-child(4) button").await;
        session.shows("h1", "Dịch vụ công trực tuyến").await;
    })
    .await;
}

#[tokio::test]
async fn what_stands_at_the_foot_of_a_phone_covers_no_field_that_has_the_focus() {
    browse(async |session| {
        session.open_from_disk().await;
        session.begin_finance().await;
        session.open_section("Thông tin chung").await;
        sized(session, 320, 640).await;
        session.javascript("document.querySelector('#document-number').focus()").await;
        for _ in 0..12 {
            session.driver.active_element().await.expect("a focus").send_keys(Key::Tab + "").await.expect("a key");
            let covered = "const one = document.activeElement.getBoundingClientRect(), bar = document.querySelector('.left'); \
                           return bar.contains(document.activeElement) || one.bottom <= bar.getBoundingClientRect().top + 1";
            let named = session.javascript("return document.activeElement.id || document.activeElement.outerHTML").await;
            assert_eq!(session.javascript(covered).await, true, "{named} is covered");
        }
    })
    .await;
}

#[tokio::test]
async fn a_day_is_picked_from_the_browsers_calendar_or_typed() {
    browse(async |session| {
        session.open_from_disk().await;
        session.begin_finance().await;
        session.open_section("Thông tin chung").await;
        let opened =
            "HTMLInputElement.prototype.showPicker = function () { window.opened = this.type + ' ' + this.value }";
        session.javascript(opened).await;
        session.fill_field("/document/date", "1/6/2017").await;
        session.click("[data-path='/document/date'] .picker button").await;
        assert_eq!(
            session.javascript("return window.opened").await,
            "date 2017-06-01",
            "the calendar opens at the day typed"
        );
        session
            .javascript(
                "const of = document.querySelector('.picker__calendar'); of.value = '2017-06-10'; \
                 of.dispatchEvent(new Event('change', { bubbles: true }))",
            )
            .await;
        let picked =
            session.until(async || (session.value("#document-date").await == "10/06/2017").then_some(())).await;
        assert!(picked.is_some(), "the day that was picked stands in the field");
        session.kept().await;
        let stops = "return [...document.querySelectorAll('.picker__calendar')].every(of => of.tabIndex === -1)";
        assert_eq!(session.javascript(stops).await, true, "no key leads to the hidden field");
    })
    .await;
}

#[tokio::test]
async fn a_sample_is_opened_tried_and_leaves_no_trace() {
    browse(async |session| {
        session.open_over_http().await;
        let choose = "const list = document.querySelector('#samples'); \
                      list.selectedIndex = [...list.options].findIndex(of => of.text === 'Tỉnh Hà Giang, Quý IV/2017')";
        session.javascript(choose).await;
        session.click("#open-sample").await;
        session.shows("h1", "Tỉnh Hà Giang").await;
        session.shows(".sample", "Báo cáo mẫu, để thử. Mọi thay đổi mất khi rời mẫu.").await;
        session.open_section("Dịch vụ công trực tuyến").await;
        session.tells(".summary", "ít hơn 1.374 đã công bố cho năm 2016").await;
        session.fill_field("/services/level3/answer", "1.400").await;
        session.driver.refresh().await.expect("a reload");
        session.started().await;
        session.shows("h1", "Báo cáo quý về Chính phủ điện tử").await;
        let kept = "return Object.keys(localStorage).filter(name => name.includes('ha-giang'))";
        assert_eq!(session.javascript(kept).await, json!([]));
        assert_eq!(session.count(".draft").await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_guide_is_in_the_page_and_leads_back_to_the_return() {
    browse(async |session| {
        session.open_from_disk().await;
        session.begin_finance().await;
        session.click(".banner__guide").await;
        session.shows("h1", "Hướng dẫn sử dụng").await;
        assert_eq!(session.count(".chapter").await, 12);
        session.click_text("English").await;
        session.shows("h1", "Guide").await;
        session.tells(".guide", "A blank is never zero.").await;
        session.click_text("Back to the return").await;
        session.shows("h1", "Ministry of Finance").await;
    })
    .await;
}

#[tokio::test]
async fn file_buttons_speak_the_language_of_the_page_and_take_the_keyboard() {
    browse(async |session| {
        session.open_from_disk().await;
        session.element("#open-file").await;
        let says = "return [...document.querySelectorAll('.chooser')].map(of => of.textContent)";
        assert_eq!(session.javascript(says).await, json!(["Chọn tệp…"]));
        session.javascript("document.querySelector('#open-file').focus()").await;
        let label = "return document.querySelector(`label[for='${document.activeElement.id}']`).textContent";
        assert_eq!(session.javascript(label).await, "Mở tệp (.json)");
    })
    .await;
}
