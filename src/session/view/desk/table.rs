use super::intake::agency_names;
use super::{Pick, quarter_title};
use crate::collect::{Cell, Entry, Place, Row, RowKind, Table, TableKind, Value, rank_differences, table};
use crate::export::{Align, Heading, Sheet};
use crate::quarterly::Return;
use crate::registry::AgencyId;
use crate::session::State;
use crate::session::desk::{Desk, collected};
use crate::session::view::group::Groups;
use crate::session::view::review::value_words;
use crate::text::{
    cell_text, desk_phrases, rank_difference_text, rests_text, table_headings, table_name, table_sheet,
    table_short_name,
};

/// More letters than these do not stand well in a narrow column.
const MANY: usize = 24;

/// So many fields behind a figure are told.
const MOST_GROUNDS: usize = 200;

/// One table of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct TableView {
    /// Which one.
    pub kind: TableKind,
    /// All tables, to be chosen from.
    pub kinds: Vec<Pick<TableKind>>,
    /// Its heading, with the quarter.
    pub title: String,
    /// The headings of its columns, in one row or two.
    pub headings: Vec<Vec<Heading>>,
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// What stands below it.
    pub notes: Vec<String>,
    /// What stands behind the figure that was asked about.
    pub grounds: Option<Grounds>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// Whether it is a sum.
    pub total: bool,
    /// Its cells.
    pub cells: Vec<TableCell>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct TableCell {
    /// What it says.
    pub says: String,
    /// On how many agencies it rests, where it is a total.
    pub rests: String,
    /// Whether it is a figure, which stands on the right.
    pub number: bool,
    /// Whether it has many words, which want room.
    pub words: bool,
    /// Whether it names its row.
    pub names: bool,
    /// Whether something stands behind it.
    pub behind: bool,
    /// What the figure is of: row and column.
    pub about: String,
    /// The same, and what a press on it shows.
    pub hint: String,
}

/// What stands behind a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Grounds {
    /// The figure, with its row and column; many words are not told again.
    pub title: String,
    /// What the fields are to the figure.
    pub says: String,
    /// Agencies, files and fields.
    pub rows: Vec<GroundRow>,
    /// That there are more than are told.
    pub more: Option<String>,
}

/// A field behind a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct GroundRow {
    /// The agency.
    pub agency: String,
    /// The file, and its place in the ledger that is looked at; none for another quarter's.
    pub file: (String, Option<usize>),
    /// The field.
    pub field: String,
    /// What stands in it.
    pub value: String,
}

/// One table of the report; none without a desk.
pub fn table_view(state: &State, kind: TableKind) -> Option<TableView> {
    let desk = state.desk.as_ref()?;
    let collected = collected(state, desk);
    let of = table(kind, &collected);
    let kinds = TableKind::ALL.into_iter().map(|value| Pick {
        value,
        name: table_short_name(value, state.language).to_owned(),
        chosen: value == kind,
    });
    let sheet = table_sheet(&of, &state.registry, state.language);
    let columns = columns(&sheet);
    let row =
        |row: &Row| TableRow { total: row.kind == RowKind::Total, cells: cells(state, &of, &row.cells, &columns) };
    let rows: Vec<TableRow> = of.rows.iter().map(row).collect();
    let mut notes = sheet.notes.clone();
    if matches!(kind, TableKind::RankingCentral | TableKind::RankingLocal) {
        let told = rank_differences(&collected).into_iter().filter(|told| of.row_of(&told.agency).is_some());
        notes.extend(told.map(|of| rank_difference_text(&state.registry, &of, state.language)));
    }
    Some(TableView {
        kind,
        kinds: kinds.collect(),
        title: quarter_title(state, table_name(kind, state.language)),
        headings: table_headings(&of, state.language),
        notes,
        grounds: desk.look.figure.filter(|figure| figure.0 == kind).and_then(|(_, row, column)| {
            let cell = of.rows.get(row)?.cells.get(column)?;
            Some(grounds(state, desk, &rows.get(row)?.cells.get(column)?.about, cell))
        }),
        rows,
    })
}

/// A column's name, with that of its group, and whether words stand in it.
struct TableColumn {
    name: String,
    words: bool,
}

fn columns(sheet: &Sheet) -> Vec<TableColumn> {
    let names = sheet.texts().into_iter().next().unwrap_or_default();
    let numbered = names.into_iter().enumerate();
    numbered.map(|(at, name)| TableColumn { name, words: sheet.column(at).align == Align::Text }).collect()
}

/// The column whose cells name their rows.
fn naming(of: &Table) -> usize {
    let names = ["agency", "general-task", "task"];
    names.iter().find_map(|name| of.columns.iter().position(|column| column == name)).unwrap_or_default()
}

fn cells(state: &State, of: &Table, cells: &[Cell], columns: &[TableColumn]) -> Vec<TableCell> {
    let naming = naming(of);
    let row = cells.get(naming).map(|cell| cell_text(&cell.value, &state.registry, state.language)).unwrap_or_default();
    let one = |(at, cell): (usize, &Cell)| {
        let column = columns.get(at);
        let about = format!("{row}, {}", column.map(|column| column.name.as_str()).unwrap_or_default());
        let of_words = column.is_some_and(|column| column.words);
        let says = cell_text(&cell.value, &state.registry, state.language);
        TableCell {
            words: of_words && says.chars().count() > MANY,
            says,
            rests: cell.rests.map(|rests| rests_text(rests, state.language)).unwrap_or_default(),
            number: is_figure(&cell.value) && !of_words,
            names: at == naming,
            behind: !cell.behind.is_empty(),
            hint: format!("{about}. {}", state.say(desk_phrases::BEHIND)),
            about,
        }
    };
    cells.iter().enumerate().map(one).collect()
}

fn is_figure(value: &Value) -> bool {
    matches!(value, Value::NoData | Value::Number(_) | Value::Change(_) | Value::Share { .. } | Value::Rank(_))
}

fn grounds(state: &State, desk: &Desk, about: &str, cell: &Cell) -> Grounds {
    let left = cell.behind.len().saturating_sub(MOST_GROUNDS);
    let says = cell_text(&cell.value, &state.registry, state.language);
    // A list of names stands in the rows below.
    let title = if says.chars().count() > MANY { about.to_owned() } else { format!("{about}: {says}") };
    Grounds {
        title,
        says: desk_phrases::GROUNDS.counted(state.language, cell.behind.len()),
        rows: ground_rows(state, desk, &cell.behind),
        more: (left > 0).then(|| desk_phrases::MORE_FIELDS.counted(state.language, left)),
    }
}

fn ground_rows(state: &State, desk: &Desk, behind: &[Place]) -> Vec<GroundRow> {
    let names = agency_names(state);
    let mut open: Option<(Place, Groups<'_>)> = None;
    let mut rows = Vec::new();
    for place in behind.iter().take(MOST_GROUNDS) {
        let Some((at, entry)) = counting(desk, place) else { continue };
        let Some(filed) = entry.filed() else { continue };
        // Fields of one return stand together, so that it is opened once.
        let same = open.as_ref().is_some_and(|(of, _)| (of.period, &of.agency) == (place.period, &place.agency));
        if !same {
            open = Some((place.clone(), Groups::beside(state, Return::clone(&filed.content), &[])));
        }
        let Some((_, groups)) = &mut open else { continue };
        let field = groups.field(&place.path);
        rows.push(GroundRow {
            agency: names.get(&place.agency).cloned().unwrap_or_else(|| place.agency.to_string()),
            file: (entry.file.name.clone(), (place.period == desk.period).then_some(at)),
            field: groups.place(&place.path),
            value: value_words(state, &field),
        });
    }
    rows
}

/// The entry whose return counts for this agency.
fn counting<'a>(desk: &'a Desk, place: &Place) -> Option<(usize, &'a Entry)> {
    let ledger = desk.ledgers.get(&place.period)?;
    let agency: &AgencyId = &place.agency;
    let counts = |at: &&usize| ledger.entries().get(**at).is_some_and(|entry| entry.state.counts());
    let at = ledger.of_agency(agency).iter().find(counts).copied()?;
    Some((at, ledger.entries().get(at)?))
}
