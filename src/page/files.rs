//! Files that the person chooses, and files that the page gives.

use super::browser;
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::{Array, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, Event, File, FileList, HtmlAnchorElement, HtmlDocument, HtmlElement,
    HtmlInputElement, HtmlTextAreaElement, Url,
};

/// As much of a file as is read into memory: more than any return, so that one too large is still told from one cut short.
pub(super) const MOST_BYTES: usize = 16_000_000;

/// Gives the person a file, as a download.
pub(super) fn download(name: &str, bytes: &[u8]) -> Option<()> {
    let anchor = linked(name, bytes)?;
    anchor.click();
    // The browser reads the blob after the click; a minute is more than it needs.
    let address = anchor.href();
    gloo_timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}

/// A link by which the person can take a file.
pub(super) fn linked(name: &str, bytes: &[u8]) -> Option<HtmlAnchorElement> {
    let kind = match name.rsplit('.').next() {
        Some("json") => "application/json",
        Some("csv") => "text/csv",
        Some("html") => "text/html",
        _ => "application/octet-stream",
    };
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor: HtmlAnchorElement = browser::document()?.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    Some(anchor)
}

/// The files chosen in a file field: names and bytes. The field is emptied, so that the same files can be chosen again.
pub(super) async fn all_chosen(event: Event) -> Vec<(String, Vec<u8>)> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let list = input.files();
    let files: Vec<File> = list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect();
    input.set_value("");
    read_all(files).await
}

/// Copies all of a text field's text, by the older way: the newer one is refused to pages opened from a file.
pub(super) fn copied(id: &str) -> bool {
    let Some(document) = browser::document() else { return false };
    let field = document.get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    field.iter().for_each(HtmlTextAreaElement::select);
    let document = document.dyn_into::<HtmlDocument>().ok().filter(|_| field.is_some());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

/// Copies a text, and the same as HTML for documents, by the older way; none where the browser refuses. The focus stays.
pub(super) fn copy(text: &str, html: &str) -> Option<()> {
    let document = browser::document()?;
    let before = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    // What is copied must be selected somewhere: in a field that nobody sees.
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_class_name("unseen");
    field.set_value(text);
    document.body()?.append_child(&field).ok()?;
    field.select();
    let (plain, table) = (text.to_owned(), html.to_owned());
    let active = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let listener = EventListener::new_with_options(&document, "copy", active, move |event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(data) = data
            && data.set_data("text/plain", &plain).is_ok()
            && data.set_data("text/html", &table).is_ok()
        {
            event.prevent_default();
        }
    });
    let done = document.dyn_into::<HtmlDocument>().ok()?.exec_command("copy").unwrap_or(false);
    drop(listener);
    field.remove();
    if let Some(before) = before {
        let _ = before.focus();
    }
    done.then_some(())
}

/// Files that were dropped somewhere on the page: names and bytes, cut short where one is larger than any file of a return.
pub(super) async fn all_dropped(list: Option<FileList>) -> Vec<(String, Vec<u8>)> {
    read_all(list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect()).await
}

async fn read_all(files: Vec<File>) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for file in files {
        all.extend(bytes(&file, MOST_BYTES).await.map(|bytes| (file.name(), bytes)));
    }
    all
}

async fn bytes(file: &File, most: usize) -> Option<Vec<u8>> {
    // Sizes of files fit 53 bits.
    let part = file.slice_with_f64_and_f64(0.0, most as f64).ok()?;
    let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The file chosen in a file field: its name and at most so many of its bytes. The field is emptied, so that the same file
/// can be chosen again.
pub(super) async fn chosen(event: Event, most: usize) -> Option<(String, Vec<u8>)> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some((file.name(), bytes(&file, most).await?))
}
