//! The agency's own service list as a grid: typed into, changed, sorted, pasted, copied, added up.

mod changing;
mod copying;
mod counting;
mod looking;
mod pasting;
mod tables;

use crate::officer::*;
use return36a::quarterly::ListedService;
use return36a::session::view::{self, GridView, PreviewView};
use return36a::session::{Action, Effect, GridAction, Section, Spot};

const HEADING: &str = "Mã\tTên dịch vụ\tMức độ\tNgày triển khai\tĐịa chỉ\tHồ sơ tiếp nhận\tHồ sơ giải quyết\r\n";

fn does(officer: &mut Officer, action: GridAction) -> Vec<Effect> {
    officer.does(Action::Grid(action))
}

/// Pastes into the field and has it shown.
fn shows(officer: &mut Officer, text: &str) -> Vec<Effect> {
    does(officer, GridAction::PasteTyped(text.into()));
    does(officer, GridAction::ReadPasted)
}

/// Pastes and takes.
fn pastes(officer: &mut Officer, text: &str) -> Vec<Effect> {
    shows(officer, text);
    does(officer, GridAction::Take)
}

/// Pastes into the grid, where the person is.
fn pastes_here(officer: &mut Officer, text: &str) -> Vec<Effect> {
    does(officer, GridAction::Pasted { text: text.into(), table: None, inside: true })
}

fn chooses_file(officer: &mut Officer, name: &str, bytes: &[u8]) -> Vec<Effect> {
    does(officer, GridAction::File { name: name.into(), bytes: bytes.into() })
}

fn grid(officer: &Officer) -> GridView {
    view::section(&officer.state, Section::ServiceList).unwrap().list.unwrap()
}

fn preview(officer: &Officer) -> PreviewView {
    grid(officer).preview.unwrap()
}

/// What is odd, each place with what is said of it.
fn odd(officer: &Officer) -> Vec<String> {
    let preview = preview(officer);
    preview.odd.iter().chain(&preview.folded).map(|line| format!("{}: {}", line.place, line.says)).collect()
}

fn services(officer: &Officer) -> Vec<ListedService> {
    officer.draft().content.service_list.values().cloned().collect()
}

fn ids(officer: &Officer) -> Vec<String> {
    officer.draft().content.service_list.keys().map(ToString::to_string).collect()
}

fn names(officer: &Officer) -> Vec<String> {
    services(officer).into_iter().map(|service| service.name).collect()
}

/// The texts of a column, as the grid shows its rows.
fn column(officer: &Officer, column: usize) -> Vec<String> {
    let rows = grid(officer).rows.into_iter().filter(|row| row.number != "+");
    rows.map(|row| row.cells[column].text.clone()).collect()
}

/// The numbers of the rows, as the grid shows them.
fn numbers(officer: &Officer) -> Vec<String> {
    grid(officer).rows.into_iter().map(|row| row.number).collect()
}

fn goes_to(officer: &mut Officer, row: &str, column: usize) {
    does(officer, GridAction::Select { spot: Spot { row: row.into(), column }, extend: false });
}

fn draws_to(officer: &mut Officer, row: &str, column: usize) {
    does(officer, GridAction::Select { spot: Spot { row: row.into(), column }, extend: true });
}

/// So many rows, all at level 3 or 4, each with 10 dossiers received and 9 resolved.
fn rows(count: usize) -> String {
    (1..=count).map(|place| format!("BTC-{place}\tDịch vụ số {place}\t{}\t\t\t10\t9\n", 3 + place % 2)).collect()
}

/// An officer with so many of them in the list.
fn with_rows(count: usize) -> Officer {
    let mut officer = Officer::of_finance();
    officer.does(Action::Go(return36a::session::Screen::Section(Section::ServiceList)));
    pastes(&mut officer, &rows(count));
    officer
}
