//! What is pasted, read out of the event: text, and the table of a spreadsheet or a document where one came along.

use crate::session::{Action, GridAction, Table, TableCell, is_many};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DomParser, Element, Event, NodeList, SupportedType};

/// More bytes of HTML are not read; the text that came along is.
const MOST_HTML: usize = 20_000_000;

/// More cells are not read: a list has 5,000 rows at most.
const MOST_CELLS: u32 = 200_000;

/// The sign that stands for the end of a line in a cell while its white space is folded.
const LINE: &str = "\u{2028}";

/// The action for what is pasted, where that is several cells; one cell goes where the caret is, as if typed.
pub(super) fn pasted(event: &Event, inside: bool) -> Option<Action> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let text = data.get_data("text/plain").unwrap_or_default();
    let html = data.get_data("text/html").unwrap_or_default();
    let table = says_more(&html).then(|| table(&html)).flatten();
    is_many(&text, table.as_ref()).then_some(Action::Grid(GridAction::Pasted { text, table, inside }))
}

/// Whether the HTML tells what the text does not: merged cells, and lines inside a cell, as Word writes each.
fn says_more(html: &str) -> bool {
    let has = |word: &str| html.contains(word);
    html.len() <= MOST_HTML && has("<t") && (has("span=") || has("<br") || has("<p") || has("<P") || has("<BR"))
}

/// The first table in the HTML. The document that it is read into is never shown: nothing in it is run or asked for.
fn table(html: &str) -> Option<Table> {
    let bare = without_styles(html)?;
    let document = DomParser::new().ok()?.parse_from_string(&bare, SupportedType::TextHtml).ok()?;
    let table = document.query_selector("table").ok()??;
    mark_lines(&table)?;
    let rows = table.query_selector_all("tr").ok()?;
    let mut left = MOST_CELLS;
    let own = |row: &Element| row.closest("table").ok().flatten().as_ref() == Some(&table);
    Some(all(&rows).filter(own).map(|row| cells(&row, &mut left)).collect())
}

/// The table without the styles of its tags, which the page's policy would forbid one by one.
fn without_styles(html: &str) -> Option<String> {
    let lower = html.to_ascii_lowercase();
    let table = html.get(lower.find("<table")?..lower.rfind("</table").unwrap_or(html.len()))?;
    let tag = |part: &str| match part.split_once('>') {
        Some((tag, text)) => format!("<{}>{text}", tag.replace("style=", "data-was=").replace("STYLE=", "data-was=")),
        None => part.to_owned(),
    };
    let mut parts = table.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    Some(parts.map(tag).fold(first, |all, part| all + &part))
}

fn all(list: &NodeList) -> impl Iterator<Item = Element> {
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok())
}

/// Puts a sign where a line ends in a cell, since white space ends none.
fn mark_lines(table: &Element) -> Option<()> {
    for end in all(&table.query_selector_all("br").ok()?) {
        end.set_text_content(Some(LINE));
    }
    for paragraph in all(&table.query_selector_all("p, div, li").ok()?) {
        let _ = paragraph.insert_adjacent_text("beforeend", LINE);
    }
    Some(())
}

fn cells(row: &Element, left: &mut u32) -> Vec<TableCell> {
    let children = row.children();
    let mut cells = Vec::new();
    for cell in (0..children.length()).filter_map(|at| children.item(at)) {
        if matches!(cell.tag_name().as_str(), "TD" | "TH") && *left > 0 {
            *left -= 1;
            cells.push(TableCell { text: text(&cell), rows: span(&cell, "rowspan"), columns: span(&cell, "colspan") });
        }
    }
    cells
}

fn span(cell: &Element, name: &str) -> usize {
    cell.get_attribute(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1)
}

fn text(cell: &Element) -> String {
    let text = cell.text_content().unwrap_or_default();
    let lines = text.split(LINE).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}
