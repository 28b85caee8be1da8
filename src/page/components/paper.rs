//! An administrative document in the layout of Decree 30/2020/NĐ-CP, on the screen as on paper.

use super::paper_mark::MarkView;
use crate::export::{
    Align, Block, COUNTRY, Line, LineKind, MOTTO, Paper, PlacedHeading, RECIPIENTS, Sheet, SheetCell, Signatory,
};
use std::rc::Rc;
use yew::{Html, Properties, classes, component, html};

/// The document. One that is the same is not drawn again.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::page) struct Props {
    pub(in crate::page) paper: Rc<Paper>,
    /// What it is called, to be read aloud.
    pub(in crate::page) label: String,
}

/// The document, page by page where a page is asked for; the browser breaks it further.
#[component]
pub(in crate::page) fn PaperView(props: &Props) -> Html {
    let paper = &props.paper;
    html! {
        <article class={classes!("paper", paper.mark.is_some().then_some("paper--marked"))} lang="vi" aria-label={props.label.clone()}>
            <div class="paper__page">
                { warning(paper) }
                { head(paper) }
                { for paper.blocks.iter().enumerate().map(|(index, of)| block(index, of)) }
                { foot(paper) }
                <div>if let Some(mark) = &paper.mark { <MarkView mark={Rc::new(mark.clone())} /> }</div>
                { room(paper) }
            </div>
            { for pages(&paper.annexes).into_iter().enumerate().map(|(index, (landscape, blocks))| html! {
                <div key={index} class={classes!("paper__page", "paper__page--annex", landscape.then_some("paper__page--wide"))}>
                    { for blocks.into_iter().enumerate().map(|(index, of)| block(index, of)) }
                    { room(paper) }
                </div>
            }) }
        </article>
    }
}

/// The annexes by page: each begins where a new page is asked for.
fn pages(blocks: &[Block]) -> Vec<(bool, Vec<&Block>)> {
    let mut pages: Vec<(bool, Vec<&Block>)> = Vec::new();
    for block in blocks {
        match (block, pages.last_mut()) {
            (Block::NewPage { landscape }, _) => pages.push((*landscape, Vec::new())),
            (block, Some((_, blocks))) => blocks.push(block),
            (block, None) => pages.push((false, vec![block])),
        }
    }
    pages
}

/// Room that is kept at the foot of each page where a browser has no margins to write in.
fn room(paper: &Paper) -> Html {
    if paper.mark.is_none() {
        return html! {};
    }
    html! { <div key="room" class="paper__room" aria-hidden="true"><div></div></div> }
}

fn warning(paper: &Paper) -> Html {
    let says = paper.mark.as_ref().map(|mark| mark.warning.as_str()).unwrap_or_default();
    html! { <p class="paper__warning">{ says }</p> }
}

fn head(paper: &Paper) -> Html {
    let head = &paper.head;
    html! {
        <header>
            <div class="paper__head">
                <div>
                    <p>{ &head.superior }</p>
                    <p class="paper__strong paper__ruled">{ &head.agency }</p>
                </div>
                <div>
                    <p class="paper__strong">{ COUNTRY }</p>
                    <p class="paper__strong paper__motto">{ MOTTO }</p>
                </div>
                <p class="paper__number">{ &head.number }</p>
                <p class="paper__date">{ &head.place_and_date }</p>
            </div>
            <h2 class="paper__title">
                <span class="paper__kind">{ &head.kind }</span>
                <span class="paper__ruled">{ &head.subject }</span>
            </h2>
        </header>
    }
}

fn foot(paper: &Paper) -> Html {
    html! {
        <footer class="paper__foot">
            <div class="paper__recipients">
                <p><strong><em>{ RECIPIENTS }</em></strong></p>
                { for paper.recipient_lines().into_iter().enumerate().map(|(index, line)| html! { <p key={index}>{ line }</p> }) }
            </div>
            { for paper.drafter.iter().chain([&paper.signatory]).enumerate().map(|(index, of)| signatory(index, of)) }
        </footer>
    }
}

fn signatory(index: usize, of: &Signatory) -> Html {
    html! {
        <div class="paper__signatory" key={index}>
            { for of.authority.iter().enumerate().map(|(index, line)| html! { <p key={index} class="paper__strong">{ line }</p> }) }
            <p key="note" class="paper__note">{ &of.note }</p>
            <p key="name" class="paper__strong paper__name">{ &of.name }</p>
        </div>
    }
}

fn block(index: usize, of: &Block) -> Html {
    match of {
        Block::Heading { level: 1, text } => html! { <h3 key={index} class="paper__heading">{ text }</h3> },
        Block::Heading { text, .. } => html! { <h4 key={index} class="paper__heading">{ text }</h4> },
        Block::Paragraph(text) => html! { <p key={index} class="paper__text">{ text }</p> },
        Block::Bullets(lines) => html! {
            <ul key={index}>{ for lines.iter().enumerate().map(|(index, line)| html! { <li key={index} class="paper__text">{ line }</li> }) }</ul>
        },
        Block::Table(of) => html! { <div key={index}>{ sheet(of) }</div> },
        Block::NewPage { .. } => html! { <div key={index} class="paper__break"></div> },
    }
}

/// A table with its title and notes. It scrolls by itself where the screen is narrower.
fn sheet(of: &Sheet) -> Html {
    let widths = of.widths();
    let all = widths.iter().sum::<usize>().max(1);
    let part = |(index, width): (usize, &usize)| {
        html! { <col key={index} width={format!("{}%", width * 100 / all)} /> }
    };
    let placed = of.placed_headings();
    let rows = of.headings.len();
    let label = of.title.first().unwrap_or(&of.name).clone();
    html! {
        <>
            <div class="wide" tabindex="0" role="group" aria-label={label.clone()}>
                <table class="paper__table" aria-label={of.title.is_empty().then(|| label.clone())}>
                    if !of.title.is_empty() {
                        <caption>{ for of.title.iter().enumerate().map(|(index, line)| html! { <span key={index}>{ line }</span> }) }</caption>
                    }
                    <colgroup>{ for widths.iter().enumerate().map(part) }</colgroup>
                    <thead>{ for (0..rows).map(|row| headings(row, rows, &placed)) }</thead>
                    <tbody>{ for of.rows.iter().enumerate().map(|(index, line)| values(index, line, of)) }</tbody>
                </table>
            </div>
            <div class="paper__notes">{ for of.notes.iter().enumerate().map(|(index, note)| html! { <p key={index}>{ note }</p> }) }</div>
        </>
    }
}

fn headings(row: usize, rows: usize, placed: &[PlacedHeading<'_>]) -> Html {
    let cell = |of: &PlacedHeading<'_>| {
        let scope = if of.row + of.down < rows { "colgroup" } else { "col" };
        html! {
            <th key={of.column} {scope} colspan={of.across.to_string()} rowspan={of.down.to_string()}>{ of.text }</th>
        }
    };
    html! { <tr key={row}>{ for placed.iter().filter(|of| of.row == row).map(cell) }</tr> }
}

fn values(index: usize, line: &Line, of: &Sheet) -> Html {
    let last = line.cells.len().saturating_sub(1);
    let cell = |(at, value): (usize, &SheetCell)| {
        // The last value of a heading inside the table stands across all columns that are left.
        let spread = line.kind == LineKind::Group && at == last;
        let across = if spread { of.width().saturating_sub(at).max(1) } else { 1 };
        let class = (!spread).then(|| place(value, of.column(at).align)).flatten();
        html! { <td key={at} {class} colspan={across.to_string()}>{ value.printed() }</td> }
    };
    let strong = (line.kind != LineKind::Plain).then_some("paper__strong");
    let group = (line.kind == LineKind::Group).then_some("paper__group");
    html! { <tr key={index} class={classes!(strong, group)}>{ for line.cells.iter().enumerate().map(cell) }</tr> }
}

/// The class by which a value stands on the right or in the middle.
fn place(value: &SheetCell, align: Align) -> Option<&'static str> {
    match (value, align) {
        (SheetCell::NoData | SheetCell::Share { whole: 0, .. }, _) | (_, Align::Centre) => Some("centre"),
        (_, Align::Number) => Some("number"),
        (_, Align::Text) => None,
    }
}
