use super::super::ChoiceView;
use super::{counted, number};
use crate::rules::Finding;
use crate::session::State;
use crate::session::grid::{
    COLUMNS, Handling, MOST_HEADINGS, Odd, OddKind, Preview, RawRow, Same, Target, column_name, heading,
};
use crate::text::{field_place, finding_message, grid_phrases};
use crate::vietnamese::Date;
use std::collections::BTreeMap;

/// So many rows are shown from the top.
const FIRST_ROWS: usize = 6;

/// So many more in which something is odd.
const ODD_ROWS: usize = 20;

/// So many odd places stand open; more are folded away.
const FEW: usize = 8;

/// So many are told in all: whoever has more mends a column at a time, and the page stays quick.
const MOST: usize = 500;

/// What was pasted, before any of it is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewView {
    /// How many rows and columns, and from where.
    pub title: String,
    /// Why it was not taken when that was asked for; empty where it was not.
    pub refused: String,
    /// Its columns.
    pub columns: Vec<PreviewColumn>,
    /// Which fields a column can be.
    pub fields: Vec<ChoiceView>,
    /// How many rows at the top can be headings.
    pub headings: Vec<ChoiceView>,
    /// How many are.
    pub heading: String,
    /// The headings, the first rows, and others in which something is odd.
    pub rows: Vec<PreviewRow>,
    /// How many rows are not shown, in words; empty where none.
    pub more_rows: String,
    /// What is odd, in words; the heading of it.
    pub odd_title: String,
    /// The first odd places.
    pub odd: Vec<OddLine>,
    /// How many more there are, in words; empty where none.
    pub more_odd: String,
    /// Those, to be folded away.
    pub folded: Vec<OddLine>,
    /// Where it can go.
    pub targets: Vec<(Target, String)>,
    /// Where it goes.
    pub target: Target,
    /// What can become of cells that cannot be read; none where all can.
    pub handlings: Vec<(Handling, String)>,
    /// What becomes of them.
    pub handling: Handling,
    /// What the button that takes it says.
    pub take: String,
}

/// One column of what was pasted.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewColumn {
    /// Its place, in words.
    pub place: String,
    /// Its heading; empty where it has none.
    pub heading: String,
    /// Which field it is, as a choice; empty where it is left out.
    pub field: String,
}

/// One row of what was pasted.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewRow {
    /// Its line.
    pub line: String,
    /// Its cells.
    pub cells: Vec<PreviewCell>,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// Why it is not taken; empty where it is.
    pub left_out: String,
}

/// One cell of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PreviewCell {
    /// What stands in it.
    pub text: String,
    /// What is odd about it; empty where nothing is.
    pub odd: String,
    /// Whether it goes into no field.
    pub dropped: bool,
}

/// One odd place.
#[derive(Clone, Debug, PartialEq)]
pub struct OddLine {
    /// Where, in words.
    pub place: String,
    /// What.
    pub says: String,
}

/// What was pasted, ready to be shown.
pub(super) fn preview(state: &State, of: &Preview) -> PreviewView {
    let language = state.language;
    let mut lines: Vec<OddLine> = of.judged.odd.iter().take(MOST).map(|odd| odd_line(state, of, odd)).collect();
    let folded = lines.split_off(lines.len().min(FEW));
    let all = of.judged.odd.len();
    let (rows, more_rows) = rows(state, of);
    PreviewView {
        title: title(state, of),
        refused: of.refused.clone(),
        columns: (0..of.sheet.width).map(|column| column_view(state, of, column)).collect(),
        fields: fields(state),
        headings: headings(state, of),
        heading: of.headings.to_string(),
        rows,
        more_rows: if more_rows == 0 { String::new() } else { counted(state, grid_phrases::MORE_ROWS, more_rows) },
        odd_title: if all == 0 { state.say(grid_phrases::NOTHING_ODD) } else { counted(state, grid_phrases::ODD, all) },
        odd: lines,
        more_odd: if all > FEW { counted(state, grid_phrases::MORE_ODD, all - FEW) } else { String::new() },
        folded,
        targets: targets(state, of),
        target: of.target,
        handlings: handlings(state, of),
        handling: of.handling,
        take: grid_phrases::TAKE.with(language, &[("count", &number(of.taken()))]),
    }
}

fn title(state: &State, of: &Preview) -> String {
    let counts =
        [("rows", number(of.filled().count())), ("columns", number(of.sheet.width)), ("name", of.name.clone())];
    let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    let phrase = if of.name.is_empty() { grid_phrases::PREVIEW } else { grid_phrases::PREVIEW_OF };
    phrase.with(state.language, &counts)
}

fn column_view(state: &State, of: &Preview, column: usize) -> PreviewColumn {
    let field = of.columns.get(column).copied().flatten();
    PreviewColumn {
        place: column_place(state, column),
        heading: heading(&of.sheet, of.headings, column),
        field: field.and_then(|field| COLUMNS.get(field)).copied().unwrap_or_default().to_owned(),
    }
}

fn column_place(state: &State, column: usize) -> String {
    grid_phrases::COLUMN.with(state.language, &[("number", &(column + 1).to_string())])
}

fn fields(state: &State) -> Vec<ChoiceView> {
    let none = ChoiceView { word: String::new(), name: state.say(grid_phrases::LEAVE_OUT) };
    let field = |(column, word): (usize, &&str)| ChoiceView {
        word: (*word).to_owned(),
        name: column_name(state.language, column),
    };
    std::iter::once(none).chain(COLUMNS.iter().enumerate().map(field)).collect()
}

fn headings(state: &State, of: &Preview) -> Vec<ChoiceView> {
    let most = MOST_HEADINGS.min(of.sheet.rows.len().saturating_sub(1));
    let name = |rows: usize| match rows {
        0 => state.say(grid_phrases::NO_HEADING),
        1 => state.say(grid_phrases::FIRST_HEADING),
        rows => grid_phrases::HEADINGS.with(state.language, &[("count", &rows.to_string())]),
    };
    (0..=most).map(|rows| ChoiceView { word: rows.to_string(), name: name(rows) }).collect()
}

fn targets(state: &State, of: &Preview) -> Vec<(Target, String)> {
    let services = state.draft.as_ref().map_or(0, |draft| draft.content.service_list.len());
    let mut targets = Vec::new();
    if services == 0 {
        targets.push((Target::Replace, state.say(grid_phrases::AS_NEW)));
    } else {
        targets.push((Target::Replace, counted(state, grid_phrases::REPLACE, services)));
        targets.push((Target::Append, state.say(grid_phrases::APPEND)));
    }
    if let (Some(from), Some(draft)) = (&of.from, &state.draft) {
        let path = crate::session::grid::cell_path(&from.row, from.column);
        let place = field_place(&state.registry, &draft.content, &path, state.language);
        targets.push((Target::Here, grid_phrases::HERE.with(state.language, &[("place", &place)])));
    }
    targets
}

/// The choices of what becomes of cells that cannot be read, where there are such cells.
fn handlings(state: &State, of: &Preview) -> Vec<(Handling, String)> {
    let wrong = |odd: &&Odd| matches!(odd.kind, OddKind::Unreadable(_) | OddKind::Serial(_) | OddKind::Blank);
    match of.judged.odd.iter().filter(wrong).count() {
        0 => Vec::new(),
        count => vec![
            (Handling::Keep, counted(state, grid_phrases::KEEP, count)),
            (Handling::LeaveOut, state.say(grid_phrases::LEAVE_ROWS_OUT)),
        ],
    }
}

/// What is odd, by line.
type ByLine<'a> = BTreeMap<usize, Vec<&'a Odd>>;

/// The headings, the first rows, and others in which something is odd; and how many rows are not among them.
fn rows(state: &State, of: &Preview) -> (Vec<PreviewRow>, usize) {
    let mut odd = ByLine::new();
    for one in &of.judged.odd {
        odd.entry(one.line).or_default().push(one);
    }
    let headings = of.sheet.rows.iter().take(of.headings);
    let filled: Vec<&RawRow> = of.filled().collect();
    let (first, rest) = filled.split_at(filled.len().min(FIRST_ROWS));
    let rest = rest.iter().filter(|row| odd.contains_key(&row.line)).take(ODD_ROWS);
    let below: Vec<PreviewRow> =
        first.iter().chain(rest).map(|row| row_view(state, of, row, odd.get(&row.line))).collect();
    let left = filled.len() - below.len();
    let plain = |row: &RawRow| PreviewRow { is_heading: true, ..row_view(state, of, row, None) };
    (headings.map(plain).chain(below).collect(), left)
}

fn row_view(state: &State, of: &Preview, row: &RawRow, odd: Option<&Vec<&Odd>>) -> PreviewRow {
    let odd = odd.map_or(&[][..], Vec::as_slice);
    let says = |at: Option<usize>| {
        let here = odd.iter().filter(|odd| odd.column == at).map(|odd| says(state, &odd.kind));
        here.collect::<Vec<_>>().join(" ")
    };
    let cell = |column: usize| PreviewCell {
        text: shortened(row.cells.get(column).map_or("", |cell| cell.text.trim())),
        odd: says(Some(column)),
        dropped: of.columns.get(column).is_none_or(Option::is_none),
    };
    PreviewRow {
        line: row.line.to_string(),
        cells: (0..of.sheet.width).map(cell).collect(),
        is_heading: false,
        left_out: says(None),
    }
}

/// What stands in a cell, as much of it as is looked at.
fn shortened(text: &str) -> String {
    const MOST: usize = 120;
    match text.char_indices().nth(MOST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
    }
}

fn odd_line(state: &State, of: &Preview, odd: &Odd) -> OddLine {
    let line = odd.line.to_string();
    let column = odd.column.map(|column| {
        let field = of.columns.get(column).copied().flatten();
        let name = field.map_or_else(|| column_place(state, column), |field| column_name(state.language, field));
        name.to_lowercase()
    });
    let place = match &column {
        Some(column) => grid_phrases::ODD_CELL.with(state.language, &[("line", &line), ("column", column)]),
        None => grid_phrases::ODD_ROW.with(state.language, &[("line", &line)]),
    };
    OddLine { place, says: says(state, &odd.kind) }
}

/// What is odd, in words.
fn says(state: &State, kind: &OddKind) -> String {
    let language = state.language;
    let says = |finding: &Finding| finding_message(finding, None, language);
    match kind {
        OddKind::Unreadable(finding) => says(finding),
        OddKind::Serial(day) => grid_phrases::ODD_SERIAL.with(language, &[("day", &Date::vietnamese(*day))]),
        OddKind::Blank => state.say(grid_phrases::ODD_BLANK),
        OddKind::Merged(rows) => grid_phrases::ODD_MERGED.with(language, &[("rows", &number(*rows))]),
        OddKind::Listed(row, same) => {
            let phrase = match same {
                Same::Code => grid_phrases::ODD_SAME_CODE,
                Same::NameAndAddress => grid_phrases::ODD_SAME_NAME,
            };
            phrase.with(language, &[("row", row.as_str().trim_start_matches('0'))])
        }
        OddKind::Sum => state.say(grid_phrases::ODD_SUM),
        OddKind::Numbering => state.say(grid_phrases::ODD_NUMBERING),
        OddKind::Group => state.say(grid_phrases::ODD_GROUP),
        OddKind::Quotes => state.say(grid_phrases::ODD_QUOTES),
    }
}
