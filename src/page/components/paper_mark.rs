//! What stands at the foot of each page of a paper, and once more at its end: by it the paper is matched with a file.
//!
//! The style sheet puts it into the pages' margins, as values of custom properties of the document's root; where a browser
//! has no margin boxes, an element that stays in its place is printed on each page instead.

use crate::export::{PaperMark, QrCode, qr_code};
use crate::page::browser;
use std::rc::Rc;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use yew::{Html, Properties, component, html, use_effect_with, use_memo};

/// What must not be overlooked, the lines and the code: values of CSS.
const WARNING: &str = "--paper-warning";
const FOOT: &str = "--paper-foot";
const CODE: &str = "--paper-code";
/// How wide the code is in the margin, in CSS pixels: 18 mm.
const CODE_WIDTH: u32 = 68;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) mark: Rc<PaperMark>,
}

/// The mark below the signatures, and at the foot of each page.
#[component]
pub(super) fn MarkView(props: &Props) -> Html {
    let code = use_memo(props.mark.code.clone(), |text| qr_code(text).filter(|_| !text.is_empty()));
    let foot = (props.mark.clone(), code.clone());
    use_effect_with(foot, |(mark, code)| {
        put(mark, code.as_ref().as_ref());
        || [WARNING, FOOT, CODE].into_iter().for_each(|name| set(name, None))
    });
    let mark = &props.mark;
    let lines = || mark.lines.iter().enumerate().map(|(index, line)| html! { <p key={index}>{ line }</p> });
    html! {
        <>
            <section class="paper__mark">
                <div class="paper__code">{ drawing(mark, code.as_ref().as_ref()) }</div>
                <div>
                    <p class="paper__explain">{ &mark.explain }</p>
                    <div class="paper__lines">{ for lines() }</div>
                </div>
            </section>
            <div class="paper__fixed" aria-hidden="true">
                <div class="paper__lines">
                    <p class="paper__strong">{ &mark.warning }</p>
                    { for lines() }
                </div>
                <div class="paper__code">{ drawing(mark, code.as_ref().as_ref()) }</div>
            </div>
        </>
    }
}

fn drawing(mark: &PaperMark, code: Option<&QrCode>) -> Html {
    let Some(code) = code else {
        return html! {};
    };
    let side = code.side;
    html! {
        <svg viewBox={format!("0 0 {side} {side}")} role="img" aria-label={mark.code_says.clone()} shape-rendering="crispEdges">
            <path d={format!("M0 0h{side}v{side}h-{side}z")} fill="#ffffff" />
            <path d={code.path.clone()} fill="#000000" />
        </svg>
    }
}

/// Gives the mark to the style sheet.
fn put(mark: &PaperMark, code: Option<&QrCode>) {
    set(WARNING, Some(&quoted(&mark.warning)));
    let lines: Vec<&str> = std::iter::once(&mark.warning).chain(&mark.lines).map(String::as_str).collect();
    set(FOOT, Some(&quoted(lines.join("\n").trim_start())));
    set(CODE, code.map(image).as_deref());
}

fn set(name: &str, value: Option<&str>) {
    let root = browser::document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let style = root.style();
        // A browser that does not take it prints without the foot, and the end of the paper has it.
        let _ = match value {
            Some(value) => style.set_property(name, value),
            None => style.remove_property(name).map(|_| ()),
        };
    }
}

/// The code as an image of CSS.
fn image(code: &QrCode) -> String {
    let QrCode { side, path } = code;
    let open = format!(
        "%3Csvg xmlns='http://www.w3.org/2000/svg' width='{CODE_WIDTH}' height='{CODE_WIDTH}' viewBox='0 0 {side} {side}' shape-rendering='crispEdges'%3E"
    );
    format!("url(\"data:image/svg+xml,{open}%3Cpath d='{path}'/%3E%3C/svg%3E\")")
}

/// A text as a string of CSS: whatever is neither letter nor digit is told by its number.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        c if c.is_alphanumeric() => c.to_string(),
        c => format!("\\{:x} ", u32::from(c)),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
