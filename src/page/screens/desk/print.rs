//! The report as it is printed: an administrative document in the layout of Decree 30/2020/NĐ-CP.

use super::address;
use crate::export::{Align, Block, COUNTRY, Column, Line, LineKind, MOTTO, Paper, RECIPIENTS, Sheet};
use crate::page::screens::button;
use crate::session::desk::DeskScreen;
use crate::session::view::desk::printed;
use crate::session::{Action, State};
use crate::text::desk_phrases;
use yew::{Callback, Html, classes, html};

/// The document, under the buttons that are not printed.
pub(super) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(paper) = printed(state) else {
        return html! {};
    };
    html! {
        <div class="print">
            <div class="print__ways">
                <h1 id="top" tabindex="-1">{ state.say(desk_phrases::TO_PRINT) }</h1>
                <div class="buttons">
                    { button("primary", state.say(desk_phrases::PRINT), send, Action::Print) }
                    <a href={address(DeskScreen::Report)}>{ state.say(desk_phrases::TO_REPORT) }</a>
                </div>
            </div>
            { document(&paper) }
        </div>
    }
}

fn document(paper: &Paper) -> Html {
    html! {
        <article class="paper" lang="vi">
            <div class="sheet">
                { head(paper) }
                { for paper.blocks.iter().enumerate().map(|(index, of)| block(index, of)) }
                { foot(paper) }
            </div>
            { for pages(&paper.annexes).into_iter().enumerate().map(|(index, (landscape, blocks))| html! {
                <div key={index} class={classes!("sheet", "sheet--annex", landscape.then_some("sheet--wide"))}>
                    { for blocks.into_iter().enumerate().map(|(index, of)| block(index, of)) }
                </div>
            }) }
        </article>
    }
}

/// The annexes by page: each begins where a new page is asked for.
fn pages(blocks: &[Block]) -> Vec<(bool, Vec<&Block>)> {
    let mut pages: Vec<(bool, Vec<&Block>)> = Vec::new();
    for block in blocks {
        match block {
            Block::NewPage { landscape } => pages.push((*landscape, Vec::new())),
            block if pages.is_empty() => pages.push((false, vec![block])),
            block => pages.iter_mut().next_back().into_iter().for_each(|(_, blocks)| blocks.push(block)),
        }
    }
    pages
}

fn head(paper: &Paper) -> Html {
    let head = &paper.head;
    html! {
        <header class="paper__head">
            <div class="paper__agency">
                <p>{ &head.superior }</p>
                <p class="paper__strong paper__ruled">{ &head.agency }</p>
                <p>{ &head.number }</p>
            </div>
            <div class="paper__country">
                <p class="paper__strong">{ COUNTRY }</p>
                <p class="paper__strong paper__motto">{ MOTTO }</p>
                <p class="paper__date">{ &head.place_and_date }</p>
            </div>
            <div class="paper__title">
                <p class="paper__kind">{ &head.kind }</p>
                <p class="paper__strong paper__ruled">{ &head.subject }</p>
            </div>
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
            <div class="paper__signatory">
                { for paper.signatory.authority.iter().enumerate().map(|(index, line)| html! { <p key={index} class="paper__strong">{ line }</p> }) }
                <p class="paper__strong paper__name">{ &paper.signatory.name }</p>
            </div>
        </footer>
    }
}

fn block(index: usize, of: &Block) -> Html {
    match of {
        Block::Heading { level: 1, text } => html! { <h2 key={index}>{ text }</h2> },
        Block::Heading { text, .. } => html! { <h3 key={index}>{ text }</h3> },
        Block::Paragraph(text) => html! { <p key={index} class="paper__text">{ text }</p> },
        Block::Bullets(lines) => html! {
            <div key={index}>{ for lines.iter().enumerate().map(|(index, line)| html! { <p key={index} class="paper__text">{ "- " }{ line }</p> }) }</div>
        },
        Block::Table(sheet) => html! { <div key={index} class="wide">{ table(sheet) }</div> },
        Block::NewPage { .. } => html! { <hr key={index} class="paper__break" /> },
    }
}

fn table(sheet: &Sheet) -> Html {
    let heading = |(index, row): (usize, &Vec<crate::export::Heading>)| {
        let cell = |(index, of): (usize, &crate::export::Heading)| {
            html! {
                <th key={index} scope="col" colspan={of.across.max(1).to_string()} rowspan={of.down.max(1).to_string()}>{ &of.text }</th>
            }
        };
        html! { <tr key={index}>{ for row.iter().enumerate().map(cell) }</tr> }
    };
    html! {
        <table class="paper__table">
            <caption>{ for sheet.title.iter().enumerate().map(|(index, line)| html! { <span key={index}>{ line }</span> }) }</caption>
            <colgroup>{ for shares(&sheet.columns).into_iter().enumerate().map(|(index, share)| html! { <col key={index} width={share} /> }) }</colgroup>
            <thead>{ for sheet.headings.iter().enumerate().map(heading) }</thead>
            <tbody>{ for sheet.rows.iter().enumerate().map(|(index, of)| line(index, of, &sheet.columns)) }</tbody>
            <tfoot>
                { for sheet.notes.iter().enumerate().map(|(index, note)| html! {
                    <tr key={index}><td colspan={sheet.columns.len().max(1).to_string()}>{ note }</td></tr>
                }) }
            </tfoot>
        </table>
    }
}

/// Each column's share of the table's width.
fn shares(columns: &[Column]) -> Vec<String> {
    let all: usize = columns.iter().map(|column| usize::from(column.width)).sum();
    columns.iter().map(|column| format!("{}%", usize::from(column.width) * 100 / all.max(1))).collect()
}

fn line(index: usize, of: &Line, columns: &[Column]) -> Html {
    let cells = of.cells.len();
    let cell = |(at, value): (usize, &crate::export::SheetCell)| {
        let align = columns.get(at).copied().unwrap_or_default().align;
        let class = match align {
            Align::Text => None,
            Align::Number => Some("number"),
            Align::Centre => Some("centre"),
        };
        // The last value of a heading inside the table stands across all columns that are left.
        let last = of.kind == LineKind::Group && at + 1 == cells;
        let across = if last { columns.len().saturating_sub(at).max(1) } else { 1 };
        html! { <td key={at} {class} colspan={across.to_string()}>{ value.printed() }</td> }
    };
    let strong = (of.kind != LineKind::Plain).then_some("paper__strong");
    html! { <tr key={index} class={strong}>{ for of.cells.iter().enumerate().map(cell) }</tr> }
}
