//! The service list as a grid, driven as an officer drives it: by keys, by pasting, by the mouse.

use crate::session::{Session, browse};
use crate::telex::EDITORS;
use serde_json::json;
use thirtyfour::prelude::*;

/// Puts what a spreadsheet or a document has copied on a paste event, at the field that has the focus.
const PASTE: &str = "
    const data = new DataTransfer();
    data.setData('text/plain', arguments[0]);
    if (arguments[1]) data.setData('text/html', arguments[1]);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    return document.activeElement.dispatchEvent(event)";

/// What the page puts on the clipboard when it copies.
const LISTEN: &str = "
    window.copied = null;
    document.addEventListener('copy', event => window.copied =
        [event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html')])";

/// Keys as WebDriver writes them (section 17.4.2).
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const END: &str = "\u{e010}";
const HOME: &str = "\u{e011}";
const LEFT: &str = "\u{e012}";
const UP: &str = "\u{e013}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";
const DELETE: &str = "\u{e017}";
const F2: &str = "\u{e032}";

/// So many rows, all at level 3 or 4.
fn rows(count: usize) -> String {
    (1..=count).map(|place| format!("BTC-{place}\tDịch vụ số {place}\t{}\t\t\t10\t9\r\n", 3 + place % 2)).collect()
}

impl Session {
    async fn at_the_grid(&self) {
        self.begin_finance().await;
        self.open_section("Danh mục dịch vụ công trực tuyến").await;
    }

    /// The cell that the person is at, `0001-name`.
    async fn cell(&self) -> String {
        let id = self.javascript("return document.activeElement.id").await;
        id.as_str().unwrap_or_default().trim_start_matches("service_list-").to_owned()
    }

    async fn at_cell(&self, cell: &str) {
        let there = self.until(async || (self.cell().await == cell).then_some(())).await;
        assert!(there.is_some(), "the focus is at {}, not at {cell}", self.cell().await);
    }

    /// Keys, wherever the focus is.
    async fn keys<const COUNT: usize>(&self, keys: [&str; COUNT]) {
        self.driver.action_chain().send_keys(keys.concat()).perform().await.expect("keys");
    }

    /// Opens the page, and is in the first cell of an empty list.
    async fn at_the_first_cell(&self) {
        self.open_over_http().await;
        self.at_the_grid().await;
        self.click("#service_list-0001-code").await;
        self.at_cell("0001-code").await;
    }

    async fn with<const COUNT: usize>(&self, held: Key, keys: [&str; COUNT]) {
        let chain = self.driver.action_chain().key_down(held.clone()).send_keys(keys.concat()).key_up(held);
        chain.perform().await.expect("keys");
    }

    /// Whether the page left what was pasted to the field.
    async fn pastes(&self, text: &str, html: &str) -> bool {
        let left = self.driver.execute(PASTE, vec![json!(text), json!(html)]).await.expect("a paste");
        left.json().as_bool().expect("whether it was left")
    }

    /// What stands in the cells, as the grid shows it.
    async fn cells(&self, column: usize) -> Vec<String> {
        let script = "return [...document.querySelectorAll('.grid__body > [role=row]')]
            .sort((one, other) => one.dataset.place - other.dataset.place)
            .map(row => row.children[arguments[0]]).map(cell => (cell.querySelector('input') || {}).value ?? cell.children[0].textContent)";
        let found = self.driver.execute(script, vec![json!(column)]).await.expect("cells");
        let found = found.json().as_array().expect("cells").clone();
        found.iter().map(|text| text.as_str().expect("a text").to_owned()).collect()
    }

    async fn cell_holds(&self, css: &str, text: &str) {
        let same = self.until(async || (self.value(css).await == text).then_some(())).await;
        assert!(same.is_some(), "{css} holds {:?}, not {text:?}", self.value(css).await);
    }

    async fn shows_cells(&self, column: usize, texts: &[&str]) {
        let same = self.until(async || (self.cells(column).await == texts).then_some(())).await;
        assert!(same.is_some(), "column {column} shows {:?}, not {texts:?}", self.cells(column).await);
    }
}

#[tokio::test]
async fn a_list_is_typed_with_keys_alone() {
    browse(async |session| {
        session.open_over_http().await;
        session.at_the_grid().await;
        session.shows("#service_list", "Chưa có danh mục").await;
        session.click("#service_list-0001-code").await;
        session.at_cell("0001-code").await;
        session.keys(["BTC-1"]).await;
        session.keys([TAB]).await;
        session.at_cell("0001-name").await;
        session.keys(["Kê khai thuế qua mạng"]).await;
        session
            .keys([TAB, "4", TAB, "1/2/2017", TAB, "https://thuedientu.gdt.gov.vn", TAB, "1.234", TAB, "1200"])
            .await;
        session.keys([ENTER]).await;
        session.at_cell("0002-resolved").await;
        session.shows_cells(3, &["4", ""]).await;
        session.shows_cells(4, &["01/02/2017", ""]).await;
        session.shows_cells(7, &["1.200", ""]).await;
        session.shows("#service_list", "Danh mục đang có: 1 dịch vụ").await;
        session.keys([HOME]).await;
        session.at_cell("0002-code").await;
        session.keys([UP, RIGHT]).await;
        session.at_cell("0001-name").await;
        // Typing replaces what stands there; Escape brings it back; F2 puts the caret behind it.
        session.keys(["Khác"]).await;
        session.shows_cells(2, &["Khác", ""]).await;
        session.keys([ESCAPE]).await;
        session.shows_cells(2, &["Kê khai thuế qua mạng", ""]).await;
        session.keys([F2, " 24/7"]).await;
        session.keys([LEFT, LEFT, "x"]).await;
        session.at_cell("0001-name").await;
        session.keys([ENTER]).await;
        session.shows_cells(2, &["Kê khai thuế qua mạng 24x/7", ""]).await;
        session.with(Key::Control, ["z"]).await;
        session.shows_cells(2, &["Kê khai thuế qua mạng", ""]).await;
        session.at_cell("0001-name").await;
        session.with(Key::Control, ["y"]).await;
        session.shows_cells(2, &["Kê khai thuế qua mạng 24x/7", ""]).await;
        session.picture("grid-one").await;
    })
    .await;
}

/// On a slow machine keys come before the page has drawn what the ones before them did: here all in one turn of the
/// browser, in which nothing can be drawn.
#[tokio::test]
async fn keys_pressed_before_the_page_has_drawn_go_to_the_cells_they_were_meant_for() {
    browse(async |session| {
        session.at_the_first_cell().await;
        let press = "for (const key of arguments[0]) document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}))";
        let keys = [
            "ArrowRight",
            "T",
            "a",
            "Backspace",
            "ậ",
            "p",
            "Tab",
            "4",
            "Enter",
            "3",
            "ArrowUp",
            "ArrowLeft",
            "F2",
            " ",
            "x",
        ];
        session.driver.execute(press, vec![json!(keys)]).await.expect("keys");
        session.shows_cells(2, &["Tập x", "", ""]).await;
        session.shows_cells(3, &["4", "3", ""]).await;
        session.at_cell("0001-name").await;
        // And one by one as ever.
        session.keys(["y", TAB, "2", ENTER]).await;
        session.shows_cells(2, &["Tập xy", "", ""]).await;
        session.shows_cells(3, &["2", "3", ""]).await;
    })
    .await;
}

#[tokio::test]
async fn a_table_is_pasted_looked_at_taken_and_mended() {
    browse(async |session| {
        session.at_the_first_cell().await;
        assert!(session.pastes("một ô\r\n", "").await, "one cell is typed");
        let text = "STT\tMã\tTên dịch vụ\tMức độ\tNgày triển khai\tĐịa chỉ\tTiếp nhận\tGiải quyết\r\n\
                    1\tBTC-1\tKê khai thuế\t4\t1/2/2017\thttps://thuedientu.gdt.gov.vn\t1.234\t1.200\r\n\
                    2\tBTC-2\tNộp thuế\tmức 3\t42767\thttps://thuedientu.gdt.gov.vn\t12 hồ sơ\t9\r\n\
                    3\tBTC-3\t\t3\t\t\t5\t5\r\n\
                    \t\tTổng cộng\t\t\t\t1.251\t1.214\r\n";
        assert!(!session.pastes(text, "").await);
        session.shows("#grid-preview", "Xem trước: 4 dòng, 8 cột. Chưa nhận gì.").await;
        session.at_cell("grid-preview").await;
        assert_eq!(session.value("#grid-column-1").await, "");
        assert_eq!(session.value("#grid-column-3").await, "name");
        assert_eq!(session.value("#grid-heading").await, "1");
        session.tells(".preview__all-odd", "Dòng 3, cột ngày triển khai: Có lẽ là ngày 01/02/2017").await;
        session.tells(".preview__table", "Dòng cộng, không phải dịch vụ: được bỏ ra.").await;
        session.picture("grid-preview").await;
        session.click("#grid-column-1 option[value=name]").await;
        session.click_text("Nhận 3 dòng").await;
        session
            .shows(".preview [role=alert]", "Hai cột cùng là “Tên dịch vụ”. Giữ một cột, chọn “(bỏ qua)” ở cột kia.")
            .await;
        session.click("#grid-column-1 option[value='']").await;
        session.click_text("Nhận 3 dòng").await;
        session.shows("#service_list", "Danh mục đang có: 3 dịch vụ").await;
        session.gone("#grid-preview").await;
        session.at_cell("0001-code").await;
        session.shows_cells(3, &["4", "mức 3", "3", ""]).await;
        session.shows_cells(4, &["01/02/2017", "42767", "", ""]).await;
        session.puts_notice_away().await;
        session.click_text("Chỗ tiếp theo").await;
        session.at_cell("0002-level").await;
        session.tells("#grid-panel", "Dòng 2 (BTC-2) · Mức độ").await;
        session.picture("grid-wrong").await;
        session.keys(["3", ENTER]).await;
        session.shows_cells(3, &["4", "3", "3", ""]).await;
        session.click("#service_list-0002-deployed_on").await;
        session.keys(["1/2/2017", TAB, RIGHT, "12", ENTER]).await;
        session.shows_cells(6, &["1.234", "12", "5", ""]).await;
        session.click("#service_list-0003-name").await;
        session.keys(["Tra cứu", ENTER]).await;
        session.gone(".grid--wrong").await;
        session.picture("grid").await;
    })
    .await;
}

/// A table as Excel copies it, with a merged cell over two rows and lines inside a cell.
const MERGED: &str = "<html><head><style><!-- td { color: black } --></style></head><body><table border=0 width=64>
    <!--StartFragment--><col width=64><tr height=20><td>Mã</td><td class=xl65>Tên dịch vụ</td><td>Mức độ</td><td>Địa chỉ</td></tr>
    <tr><td>A</td><td>Kê khai<br>  qua mạng</td><td rowspan=2 height=40>4</td><td rowspan=3><a href='x'>https://dvc.gov.vn</a></td></tr>
    <tr><td>B</td><td>Nộp   thuế
      điện tử</td></tr><tr><td>C</td><td><p>Tra</p><p>cứu</p></td><td>3</td></tr>
    <tr><td colspan=4><img src='https://example.invalid/x.png'><script>window.harmed = true</script>II. Nhóm khác</td></tr>
    <!--EndFragment--></table></body></html>";

#[tokio::test]
async fn merged_cells_stand_in_each_row_and_nothing_in_a_pasted_page_is_run() {
    browse(async |session| {
        session.open_over_http().await;
        session.at_the_grid().await;
        session.click("#service_list-0001-code").await;
        assert!(!session.pastes("Mã\tTên", MERGED).await);
        session.tells(".preview__all-odd", "Dòng 2, cột địa chỉ: Ô gộp 3 dòng: nội dung được ghi vào từng dòng.").await;
        session.tells(".preview__all-odd", "Dòng 5: Tiêu đề của một nhóm, không phải dịch vụ: được bỏ ra.").await;
        session.click_text("Nhận 3 dòng").await;
        session.shows_cells(2, &["Kê khai qua mạng", "Nộp thuế điện tử", "Tra cứu", ""]).await;
        session.shows_cells(3, &["4", "4", "3", ""]).await;
        session.shows_cells(5, &["https://dvc.gov.vn", "https://dvc.gov.vn", "https://dvc.gov.vn", ""]).await;
        assert!(session.javascript("return window.harmed === undefined").await.as_bool() == Some(true));
        assert!(!session.asked().iter().any(|asked| asked.contains("x.png")));
    })
    .await;
}

#[tokio::test]
async fn cells_are_filled_sorted_searched_deleted_copied_and_brought_back() {
    browse(async |session| {
        session.open_over_http().await;
        session.javascript(LISTEN).await;
        session.at_the_grid().await;
        session.click("#service_list-0001-code").await;
        session.pastes(&rows(4), "").await;
        session.click_text("Nhận 4 dòng").await;
        session.at_cell("0001-code").await;
        session.keys([RIGHT, RIGHT, RIGHT, "1/2/2017", ENTER, UP]).await;
        session.at_cell("0001-deployed_on").await;
        session.with(Key::Shift, [DOWN, DOWN]).await;
        session.shows(".grid-shown", "Đang chọn 3 dòng, 1 cột.").await;
        session.with(Key::Control, ["d"]).await;
        session.shows_cells(4, &["01/02/2017", "01/02/2017", "01/02/2017", "", ""]).await;
        session.with(Key::Control, [HOME]).await;
        session.at_cell("0001-code").await;
        session.with(Key::Shift, [DOWN, RIGHT]).await;
        session.with(Key::Control, ["c"]).await;
        let copied = session.until(async || session.javascript("return window.copied").await.as_array().cloned()).await;
        assert_eq!(copied.expect("a copy")[0], json!("BTC-1\tDịch vụ số 1\r\nBTC-2\tDịch vụ số 2\r\n"));
        session.at_cell("0002-name").await;
        session.keys([DELETE]).await;
        session.shows_cells(2, &["", "", "Dịch vụ số 3", "Dịch vụ số 4", ""]).await;
        session.with(Key::Control, ["z"]).await;
        session.shows_cells(2, &["Dịch vụ số 1", "Dịch vụ số 2", "Dịch vụ số 3", "Dịch vụ số 4", ""]).await;
        // Twice by the heading of the name: the last comes first.
        session.click("[role=columnheader]:nth-child(3) button").await;
        session.click("[role=columnheader]:nth-child(3) button").await;
        session.shows_cells(1, &["BTC-4", "BTC-3", "BTC-2", "BTC-1", ""]).await;
        assert_eq!(
            session.element("[role=columnheader]:nth-child(3)").await.attr("aria-sort").await.unwrap().as_deref(),
            Some("descending")
        );
        session.fill("#grid-search", "dich vu so 3").await;
        session.shows_cells(1, &["BTC-3", ""]).await;
        session.shows(".grid-shown", "Đang hiện 1/4 dịch vụ.").await;
        session.click("#service_list-0003-name").await;
        session.click_text("Xóa dòng đang chọn").await;
        session.shows("#service_list", "Danh mục đang có: 3 dịch vụ").await;
        session.javascript("document.getElementById('grid-search').select()").await;
        session.fill("#grid-search", "").await;
        session.shows_cells(1, &["BTC-4", "BTC-2", "BTC-1", ""]).await;
        session.click("#undo").await;
        session.shows("#service_list", "Danh mục đang có: 4 dịch vụ").await;
    })
    .await;
}

#[tokio::test]
async fn the_file_that_is_saved_is_opened_again() {
    browse(async |session| {
        session.open_over_http().await;
        session.at_the_grid().await;
        session.type_into("#grid-paste", "BTC-1;x").await;
        session.click_text("Xem trước").await;
        session.shows("#grid-preview", "Xem trước: 1 dòng, 1 cột. Chưa nhận gì.").await;
        session.click_text("Bỏ, không nhận").await;
        session.gone("#grid-preview").await;
        session.click("#service_list-0001-code").await;
        session.pastes(&rows(3), "").await;
        session.click_text("Nhận 3 dòng").await;
        session.click_text("Lưu tệp CSV").await;
        let file = session.downloaded("36a_2017-Q2_bo-tai-chinh_danh-muc.csv").await;
        session.puts_notice_away().await;
        session.click_text("Chọn tất cả").await;
        session.click_text("Xóa dòng đang chọn").await;
        session.shows("#service_list", "Chưa có danh mục").await;
        session.choose_file("#grid-file", &file).await;
        session.tells("#grid-preview", "36a_2017-Q2_bo-tai-chinh_danh-muc.csv: 3 dòng, 7 cột.").await;
        session.click_text("Nhận 3 dòng").await;
        session.shows_cells(2, &["Dịch vụ số 1", "Dịch vụ số 2", "Dịch vụ số 3", ""]).await;
        session.shows_cells(6, &["10", "10", "10", ""]).await;
        session.puts_notice_away().await;
        session.click_text("Dùng các số cộng này để khai").await;
        session.tells(".notice", "Dịch vụ công trực tuyến mức độ 3 hiện có: 1").await;
        session.kept_and_reloaded().await;
        session.shows_cells(1, &["BTC-1", "BTC-2", "BTC-3", ""]).await;
    })
    .await;
}

impl Session {
    async fn kept_and_reloaded(&self) {
        self.tells("#saved", "Đã lưu").await;
        self.driver.refresh().await.expect("a reload");
        self.started().await;
    }

    async fn drawn(&self) -> usize {
        self.count(".grid__body > [role=row]").await
    }
}

#[tokio::test]
async fn of_two_thousand_services_only_those_that_are_seen_are_drawn() {
    browse(async |session| {
        session.open_from_disk().await;
        session.at_the_grid().await;
        session.click("#service_list-0001-code").await;
        let text = rows(2_000).replace("BTC-1777\tDịch vụ số 1777\t4", "BTC-1777\tDịch vụ số 1777\tbốn");
        session.pastes(&text, "").await;
        session.click_text("Nhận 2.000 dòng").await;
        session.shows("#service_list", "Danh mục đang có: 2.000 dịch vụ").await;
        assert!(session.drawn().await < 60);
        assert_eq!(session.element("[role=grid]").await.attr("aria-rowcount").await.unwrap().as_deref(), Some("2002"));
        for part in [0.3, 0.9, 0.5, 1.0] {
            session.javascript(&format!("const of = document.querySelector('.grid-scroll'); of.scrollTop = of.scrollHeight * {part}")).await;
            let seen = "const of = document.querySelector('.grid-scroll').getBoundingClientRect();
                const at = document.elementFromPoint(of.x + of.width / 2, of.y + of.height / 2);
                return at.closest('[role=row]') && at.closest('[role=row]').dataset.place";
            let row = session.until(async || session.javascript(seen).await.as_str().map(str::to_owned)).await;
            assert!(row.is_some(), "no row is drawn at {part}");
            assert!(session.drawn().await < 60, "{} rows at {part}", session.drawn().await);
        }
        // The cell that has the focus keeps it wherever is scrolled to.
        session.at_cell("0001-code").await;
        session.keys([DOWN]).await;
        session.at_cell("0002-code").await;
        session.with(Key::Control, [END]).await;
        session.at_cell("2001-resolved").await;
        session.puts_notice_away().await;
        session.click(".summary a").await;
        session.at_cell("1777-level").await;
        let seen = "const of = document.querySelector('.grid-scroll').getBoundingClientRect(), cell = document.activeElement.getBoundingClientRect();
            return cell.top >= of.top && cell.bottom <= of.bottom && cell.top >= 0 && cell.bottom <= innerHeight";
        assert_eq!(session.javascript(seen).await, json!(true), "and it is in sight");
        session.keys(["4", ENTER]).await;
        session.at_cell("1778-level").await;
        session.puts_notice_away().await;
        session.picture("grid-far").await;
    })
    .await;
}

/// Taking 2,000 services in may last so many times the work it is held against.
const WORK: f64 = 9.0;

#[tokio::test]
async fn two_thousand_services_are_taken_well_under_half_a_second() {
    browse(async |session| {
        session.at_the_first_cell().await;
        let measure = "
            const work = () => {
                const begin = performance.now();
                for (let i = 0, x = 1; i < 5e7; i++) window.x = x = (x * 1103515245 + 12345) | 0;
                return performance.now() - begin;
            };
            const before = work(), data = new DataTransfer(), begin = performance.now();
            data.setData('text/plain', arguments[0]);
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            const drawn = async css => { while (!document.querySelector(css)) await new Promise(next => setTimeout(next)); };
            return (async () => {
                await drawn('.preview .primary');
                const shown = performance.now();
                document.querySelector('.preview .primary').click();
                await drawn('#service_list-0002-code');
                const taken = performance.now();
                return [shown - begin, taken - shown, (before + work()) / 2];
            })()";
        let took = session.driver.execute(measure, vec![json!(rows(2_000))]).await.expect("a measure");
        let took: Vec<f64> = took.json().as_array().expect("times").iter().filter_map(serde_json::Value::as_f64).collect();
        let [shown, taken, work] = took[..] else { panic!("{took:?}") };
        println!("shown after {shown} ms, taken after {taken} ms more; the work it is held against: {work} ms");
        // The promise is half a second. A machine under test runs other browsers beside, so the same thread's work that took
        // about the same time on a quiet one is the measure.
        assert!(shown + taken < WORK * work, "{took:?}");
    })
    .await;
}

#[tokio::test]
async fn on_a_narrow_screen_the_grid_scrolls_within_itself() {
    browse(async |session| {
        session.open_over_http().await;
        session.driver.set_window_rect(0, 0, 500, 800).await.expect("a window");
        let narrow = json!({ "width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        session.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", narrow).await.expect("a narrow screen");
        session.at_the_grid().await;
        let cell = "document.getElementById('service_list-0001-code').scrollIntoView({ block: 'center' })";
        session.javascript(cell).await;
        session.click("#service_list-0001-code").await;
        session.pastes("Mã\tTên dịch vụ\tMức độ\tNgày\nBTC-1\tKê khai thuế qua mạng cho doanh nghiệp\tba\t1/2/2017\nBTC-2\tNộp thuế\t4\t\n", "").await;
        session.shows("#grid-preview", "Xem trước: 2 dòng, 4 cột. Chưa nhận gì.").await;
        session.picture("grid-preview-320").await;
        let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        assert_eq!(session.javascript(wide).await, json!(true));
        // The bar at the foot of a narrow screen lies over what is at its edge.
        session.javascript("document.querySelector('.preview .primary').click()").await;
        session.at_cell("0001-code").await;
        session.puts_notice_away().await;
        session.keys([END]).await;
        session.at_cell("0001-resolved").await;
        assert_eq!(session.javascript(wide).await, json!(true));
        let seen = "const of = document.querySelector('.grid-scroll').getBoundingClientRect(), cell = document.activeElement.getBoundingClientRect();
            return cell.left >= of.left && cell.right <= of.right + 1";
        assert_eq!(session.javascript(seen).await, json!(true), "the cell is scrolled into sight");
        session.keys([HOME]).await;
        session.picture("grid-320").await;
    })
    .await;
}

/// Composes a word as a method of input does, letter by letter, and ends it.
async fn composes(session: &Session, steps: &[&str]) {
    for text in steps {
        let end = text.encode_utf16().count();
        let composed = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
        session.driver.cdp().send_raw("Input.imeSetComposition", composed).await.expect("a composition");
    }
    let last = steps.last().copied().unwrap_or_default();
    session.driver.cdp().send_raw("Input.insertText", json!({ "text": last })).await.expect("its end");
}

#[tokio::test]
async fn vietnamese_is_composed_and_typed_over_from_the_first_key() {
    browse(async |session| {
        session.open_over_http().await;
        session.at_the_grid().await;
        session.click("#service_list-0001-name").await;
        session.at_cell("0001-name").await;
        composes(session, &["c", "câ", "cấ", "cấp"]).await;
        session.keys([" phe"]).await;
        // As Unikey types é: Backspace, and the letter anew.
        session.keys(["\u{e003}", "é", "p", ENTER]).await;
        session.at_cell("0002-name").await;
        session.shows_cells(2, &["cấp phép", ""]).await;
        session.keys([UP]).await;
        session.at_cell("0001-name").await;
        composes(session, &["d", "đ", "đăng"]).await;
        session.shows_cells(2, &["đăng", ""]).await;
        // Enter while a word is composed is the method's own.
        let composing = "document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))";
        session.javascript(composing).await;
        session.at_cell("0001-name").await;
    })
    .await;
}

#[tokio::test]
async fn every_method_of_input_types_whole_sentences_into_a_cell_and_into_its_middle() {
    browse(async |session| {
        session.open_from_disk().await;
        session.at_the_grid().await;
        for editor in EDITORS {
            session.click("#service_list-0001-code").await;
            session.at_cell("0001-code").await;
            session.keys([RIGHT]).await;
            session.at_cell("0001-name").await;
            session.telex(editor, "Cấp giấy chứng nhận").await;
            session.cell_holds("#service_list-0001-name", "Cấp giấy chứng nhận").await;
            for _ in 0.."chứng nhận".chars().count() {
                session.keys([LEFT]).await;
            }
            session.telex(editor, "được đổi, ").await;
            session.cell_holds("#service_list-0001-name", "Cấp giấy được đổi, chứng nhận").await;
            session.keys([ENTER]).await;
            session.at_cell("0002-name").await;
            session.shows_cells(2, &["Cấp giấy được đổi, chứng nhận", ""]).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_mouse_selects_and_a_signed_list_is_only_looked_at() {
    browse(async |session| {
        session.open_over_http().await;
        session.javascript(LISTEN).await;
        session.at_the_grid().await;
        session.click("#service_list-0001-code").await;
        session.pastes(&rows(3), "").await;
        session.click_text("Nhận 3 dòng").await;
        session.at_cell("0001-code").await;
        session.puts_notice_away().await;
        let from = session.element("#service_list-0001-name").await;
        let to = session.element("#service_list-0003-level").await;
        session.driver.action_chain().drag_and_drop_element(&from, &to).perform().await.expect("a drag");
        session.shows(".grid-shown", "Đang chọn 3 dòng, 2 cột.").await;
        session.click("#service_list-0002").await;
        session.shows(".grid-shown", "Đang chọn 1 dòng, 7 cột.").await;
        session
            .driver
            .action_chain()
            .double_click_element(&session.element("#service_list-0002-name").await)
            .perform()
            .await
            .expect("a double click");
        session.keys([END, "!", ENTER]).await;
        session.shows_cells(2, &["Dịch vụ số 1", "Dịch vụ số 2!", "Dịch vụ số 3", ""]).await;
        // A signed draft, as it lies in the storage.
        session.tells("#saved", "Đã lưu").await;
        let signed = "const name = Object.keys(localStorage).find(name => name.startsWith('return36a/draft/'));
            const draft = JSON.parse(localStorage[name]);
            draft.signatures = [{ protected: 'e30', signature: 'AA' }];
            localStorage[name] = JSON.stringify(draft)";
        session.javascript(signed).await;
        session.driver.refresh().await.expect("a reload");
        session.started().await;
        session.javascript(LISTEN).await;
        session.shows("#service_list", "Danh mục đang có: 3 dịch vụ").await;
        session.shows_cells(1, &["BTC-1", "BTC-2", "BTC-3"]).await;
        assert_eq!(session.element("[role=grid]").await.attr("aria-readonly").await.unwrap().as_deref(), Some("true"));
        session.click("#service_list-0002-code").await;
        session.at_cell("0002-code").await;
        session.keys(["x", DELETE, ENTER]).await;
        session.at_cell("0003-code").await;
        assert!(session.pastes(&rows(2), "").await, "nothing is pasted into it");
        session.with(Key::Control, ["c"]).await;
        let copied = session.until(async || session.javascript("return window.copied").await.as_array().cloned()).await;
        assert_eq!(copied.expect("a copy")[0], json!("BTC-3\r\n"));
        session.shows_cells(1, &["BTC-1", "BTC-2", "BTC-3"]).await;
        session.click_text("Lưu tệp CSV").await;
        session.downloaded("36a_2017-Q2_bo-tai-chinh_danh-muc.csv").await;
    })
    .await;
}
