use super::ChartTable;
use crate::collect::{Cell, Collected, Ledger, Rests, Table, TableKind, Value, table};
use crate::session::State;
use crate::session::desk::Desk;
use crate::session::view::desk::quarter_title;
use crate::session::view::overview::period_name;
use crate::text::{Phrase, cell_text, desk_phrases, rests_text};

/// Bars from left to right, one under the other, in units of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Its name in the document.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What it shows, in a sentence.
    pub says: String,
    /// How wide the drawing is.
    pub width: usize,
    /// How high it is.
    pub height: usize,
    /// Where bars begin.
    pub left: usize,
    /// The longest bar.
    pub longest: usize,
    /// The bars; none where there is nothing to show.
    pub bars: Vec<Bar>,
    /// The figures.
    pub table: ChartTable,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// The figure, in words; `-` for no data.
    pub says: String,
    /// From the top.
    pub y: usize,
    /// How long; none for no data.
    pub length: Option<usize>,
}

/// One bar's figure: a part of a whole, or a number beside the largest.
struct Figure {
    label: String,
    part: Option<i64>,
    whole: Option<i64>,
    rests: Option<Rests>,
}

const WIDTH: usize = 760;
const LEFT: usize = 270;
const LONGEST: usize = 300;
/// From one bar to the next.
const STEP: usize = 28;

/// Tasks completed of those assigned, by agency.
pub(super) fn completion(state: &State, now: &Collected<'_>) -> Bars {
    let of = table(TableKind::TaskCounts, now);
    let figure = |row: &crate::collect::Row| {
        let agency = of.agency_of(row)?;
        Some(Figure {
            label: cell_text(&Value::Agency(agency.clone()), &state.registry, state.language),
            part: number(&of, row, "completed"),
            whole: number(&of, row, "assigned"),
            rests: None,
        })
    };
    let figures: Vec<Figure> = of.rows.iter().filter_map(figure).collect();
    let says = total_words(state, &of);
    let title = quarter_title(state, &state.say(desk_phrases::CHART_COMPLETION));
    drawn(state, "chart-completion", title, says, desk_phrases::FACT_AGENCY, &figures)
}

fn number(of: &Table, row: &crate::collect::Row, column: &str) -> Option<i64> {
    of.cell(row, column).and_then(Cell::number)
}

/// `31/71 nhiệm vụ đã hoàn thành, trên 20/22 cơ quan`.
fn total_words(state: &State, of: &Table) -> String {
    let Some(total) = of.total() else { return String::new() };
    let (Some(completed), Some(assigned)) = (number(of, total, "completed"), number(of, total, "assigned")) else {
        return state.say(desk_phrases::CHART_NOTHING);
    };
    let (completed, assigned) = (completed.to_string(), assigned.to_string());
    let says =
        desk_phrases::CHART_COMPLETED.with(state.language, &[("completed", &completed), ("assigned", &assigned)]);
    let rests = of.cell(total, "completed").and_then(|cell| cell.rests).filter(|rests| rests.on < rests.of);
    match rests {
        Some(rests) => format!("{says}, {}.", rests_text(rests, state.language)),
        None => format!("{says}."),
    }
}

/// Tasks completed, and services at level 3 and 4, in the quarters whose ledgers are kept.
pub(super) fn over_time(state: &State, desk: &Desk) -> [Bars; 2] {
    let kept = desk.ledgers.values().filter(|ledger| !ledger.counting().is_empty());
    let of: Vec<Collected<'_>> =
        kept.map(|ledger: &Ledger| Collected::of_ledger(&state.registry, ledger, None)).collect();
    let tasks: Vec<Figure> = of.iter().map(|quarter| tasks_of(state, quarter)).collect();
    let services: Vec<Figure> = of.iter().map(|quarter| services_of(state, quarter)).collect();
    let says = state.say(if of.len() < 2 { desk_phrases::CHART_ONE_QUARTER } else { desk_phrases::CHART_QUARTERS });
    let chart = |id: &'static str, title: Phrase, figures: &[Figure]| {
        drawn(state, id, state.say(title), says.clone(), desk_phrases::FACT_PERIOD, figures)
    };
    [
        chart("chart-tasks", desk_phrases::CHART_TASKS_OVER_TIME, &tasks),
        chart("chart-services", desk_phrases::CHART_SERVICES_OVER_TIME, &services),
    ]
}

fn tasks_of(state: &State, quarter: &Collected<'_>) -> Figure {
    let of = table(TableKind::TaskCounts, quarter);
    let cell = |column: &str| of.total().and_then(|row| of.cell(row, column));
    Figure {
        label: period_name(state, quarter.period),
        part: cell("completed").and_then(Cell::number),
        whole: cell("assigned").and_then(Cell::number),
        rests: cell("completed").and_then(|cell| cell.rests),
    }
}

/// Both lists together; none where neither has a number.
fn services_of(state: &State, quarter: &Collected<'_>) -> Figure {
    let lists = [TableKind::RankingCentral, TableKind::RankingLocal].map(|kind| table(kind, quarter));
    let cells: Vec<&Cell> = lists.iter().filter_map(|of| of.total().and_then(|row| of.cell(row, "services"))).collect();
    let rests = cells.iter().filter_map(|cell| cell.rests);
    Figure {
        label: period_name(state, quarter.period),
        part: cells.iter().filter_map(|cell| cell.number()).reduce(i64::saturating_add),
        whole: None,
        rests: rests.reduce(|left, right| Rests { on: left.on + right.on, of: left.of + right.of }),
    }
}

fn drawn(state: &State, id: &'static str, title: String, says: String, of: Phrase, figures: &[Figure]) -> Bars {
    let largest = figures.iter().filter_map(|figure| figure.part).max().unwrap_or_default();
    let bar = |(index, figure): (usize, &Figure)| Bar {
        label: figure.label.clone(),
        says: words(state, figure),
        y: index * STEP,
        length: figure.part.map(|part| length(part, figure.whole.unwrap_or(largest))),
    };
    let row = |figure: &Figure| {
        let rests = figure.rests.map(|rests| rests_text(rests, state.language)).unwrap_or_default();
        vec![figure.label.clone(), words(state, figure), rests]
    };
    let headings = [of, desk_phrases::CHART_FIGURE, desk_phrases::CHART_RESTS].map(|phrase| state.say(phrase));
    Bars {
        id,
        title,
        says,
        width: WIDTH,
        height: figures.len() * STEP,
        left: LEFT,
        longest: LONGEST,
        bars: figures.iter().enumerate().map(bar).collect(),
        table: ChartTable { headings: headings.to_vec(), rows: figures.iter().map(row).collect() },
    }
}

/// How long a bar is: no part of nothing is drawn, and what is there is seen.
fn length(part: i64, whole: i64) -> usize {
    let (part, whole) = (u128::from(part.unsigned_abs()), u128::from(whole.unsigned_abs()));
    let length = (part * LONGEST as u128).checked_div(whole).unwrap_or_default();
    usize::try_from(length.min(LONGEST as u128)).unwrap_or(LONGEST).max(usize::from(part > 0) * 2)
}

/// `3/5 (60,0%)`, `1.234`, `-`.
fn words(state: &State, figure: &Figure) -> String {
    let say = |value: Value| cell_text(&value, &state.registry, state.language);
    match (figure.part, figure.whole) {
        (None, _) => say(Value::NoData),
        (Some(part), None) => say(Value::Number(part)),
        (Some(part), Some(0)) => format!("{}/0", say(Value::Number(part))),
        (Some(part), Some(whole)) => {
            let share = say(Value::Share { part, whole });
            format!("{}/{} ({share})", say(Value::Number(part)), say(Value::Number(whole)))
        }
    }
}
