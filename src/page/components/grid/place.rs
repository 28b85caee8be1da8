//! Where rows stand in the grid, and what of it is seen. The policy of the page forbids styles in its markup; these are set
//! on the elements.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlInputElement, NodeList, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::NodeRef;

/// Rows that are drawn beyond those that are seen, on either side.
const BESIDE: usize = 8;

fn inside(scroller: &NodeRef, css: &str) -> Option<HtmlElement> {
    scroller.cast::<Element>()?.query_selector(css).ok()??.dyn_into().ok()
}

fn body(scroller: &NodeRef) -> Option<HtmlElement> {
    inside(scroller, ".grid__body")
}

/// Puts each row that is drawn to its place, and makes the body as high as all of them.
pub(super) fn lay_out(scroller: &NodeRef, total: usize) {
    let Some(body) = body(scroller) else { return };
    let _ = body.style().set_property("--rows", &total.to_string());
    let Ok(rows) = body.query_selector_all("[data-place]") else { return };
    for row in all(&rows) {
        let place = row.get_attribute("data-place").unwrap_or_default();
        let _ = row.style().set_property("--at", &place);
    }
}

fn all(list: &NodeList) -> impl Iterator<Item = HtmlElement> {
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok())
}

/// The height of a row in pixels.
fn row_height(scroller: &NodeRef, total: usize) -> Option<f64> {
    let height = body(scroller)?.get_bounding_client_rect().height();
    (height > 0.0 && total > 0).then(|| height / total as f64)
}

/// Scrolls as little as brings the row into sight; where `field` is named, it gets the focus, and its text is selected
/// unless the caret is in it.
pub(super) fn come_into_sight(scroller: &NodeRef, place: usize, total: usize, field: Option<(&str, bool)>) {
    lay_out(scroller, total);
    if let (Some(element), Some(height)) = (scroller.cast::<HtmlElement>(), row_height(scroller, total)) {
        let head = inside(scroller, ".grid__head").map_or(0, |head| head.offset_height());
        // Pixels of any screen fit.
        let (top, height) = ((place as f64 * height) as i32, height.ceil() as i32);
        let room = element.client_height() - head - height;
        let now = element.scroll_top();
        if top < now || top > now + room {
            element.set_scroll_top(if top < now { top } else { top - room.max(0) });
        }
    }
    let Some((id, writing)) = field else { return };
    let input = crate::page::browser::document().and_then(|document| document.get_element_by_id(id));
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        focus(scroller, &input, writing);
    }
}

fn focus(scroller: &NodeRef, input: &HtmlInputElement, writing: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = input.focus_with_options(&options);
    if !writing {
        input.select();
    }
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    nearest.set_inline(ScrollLogicalPosition::Nearest);
    if let Some(cell) = input.parent_element() {
        cell.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
    if let Some(element) = scroller.cast::<Element>()
        && element.client_height() > 0
    {
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Which rows are to be drawn for what is seen now; none while those that are drawn do.
pub(super) fn seen(scroller: &NodeRef, window: (usize, usize), total: usize) -> Option<(usize, usize)> {
    let element = scroller.cast::<Element>()?;
    let height = row_height(scroller, total)?;
    // Both are counts of rows, above zero and small.
    let first = (f64::from(element.scroll_top().max(0)) / height) as usize;
    let count = (f64::from(element.client_height()) / height).ceil() as usize + 1;
    let last = (first + count).min(total);
    let drawn = window.0 <= first && last <= window.0 + window.1;
    (!drawn).then(|| (first.saturating_sub(BESIDE), count + 2 * BESIDE))
}
