use super::ChartTable;
use super::tiles::{COLUMNS, ISLANDS, TILES};
use crate::collect::{Cell, Collected, TableKind, Value, table};
use crate::registry::{AgencyId, Tier};
use crate::session::State;
use crate::session::view::agency_name;
use crate::session::view::desk::quarter_title;
use crate::text::{cell_text, desk_phrases};
use crate::vietnamese::count_text;

/// Provinces and cities as tiles, coloured in five classes, in units of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct TileMap {
    /// Its heading.
    pub title: String,
    /// What it shows, in a sentence.
    pub says: String,
    /// How wide the drawing is.
    pub width: usize,
    /// How high it is.
    pub height: usize,
    /// A tile's width and height.
    pub tile: (usize, usize),
    /// The tiles.
    pub tiles: Vec<Tile>,
    /// The archipelagos.
    pub islands: Vec<Island>,
    /// What the classes mean, and how many tiles are in each.
    pub legend: Vec<LegendRow>,
    /// The figures.
    pub table: ChartTable,
}

/// One province or city.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Its id, for the page.
    pub id: String,
    /// Its name in one or two lines.
    pub lines: Vec<String>,
    /// Name and figure, to be read aloud.
    pub says: String,
    /// The figure; `-` for no data.
    pub figure: String,
    /// Its class: 0 for no data, 1 to 5 from few to many.
    pub class: usize,
    /// From the left.
    pub x: usize,
    /// From the top.
    pub y: usize,
}

/// An archipelago.
#[derive(Clone, Debug, PartialEq)]
pub struct Island {
    /// Its name and to whom it belongs, in lines.
    pub lines: Vec<String>,
    /// From the left.
    pub x: usize,
    /// From the top.
    pub y: usize,
}

/// One class of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendRow {
    /// The class.
    pub class: usize,
    /// What it means, and how many tiles are in it.
    pub says: String,
}

const WIDTH: usize = 78;
const HEIGHT: usize = 48;
/// From the edge of one tile to that of the next, beyond its own size.
const GAP: usize = 4;
/// A longer name stands in two lines.
const LONG: usize = 10;
/// Classes of tiles with data.
const CLASSES: usize = 5;

/// Services at level 3 and 4, by province and city.
pub(super) fn services(state: &State, now: &Collected<'_>) -> TileMap {
    let of = table(TableKind::RankingLocal, now);
    let figure = |agency: &str| {
        let row = of.row_of(&AgencyId::from(agency))?;
        of.cell(row, "services").and_then(Cell::number)
    };
    let figures: Vec<Option<i64>> = TILES.iter().map(|(agency, ..)| figure(agency)).collect();
    let bounds = bounds(&figures);
    let tiles = TILES.iter().zip(&figures).map(|((agency, column, row), figure)| {
        let name = short_name(state, agency);
        let says = cell_text(&figure.map_or(Value::NoData, Value::Number), &state.registry, state.language);
        Tile {
            id: (*agency).to_owned(),
            says: format!("{name}: {says}"),
            lines: lines(&name),
            figure: says,
            class: class(*figure, &bounds),
            x: column * (WIDTH + GAP),
            y: row * (HEIGHT + GAP),
        }
    });
    let rows = TILES.iter().map(|(.., row)| row + 1).max().unwrap_or_default();
    let known = figures.iter().flatten().count();
    let counts = [known.to_string(), TILES.len().to_string()];
    let [on, all] = counts.each_ref().map(String::as_str);
    TileMap {
        title: quarter_title(state, &state.say(desk_phrases::CHART_MAP)),
        says: desk_phrases::CHART_MAP_SAYS.with(state.language, &[("on", on), ("of", all)]),
        // The archipelagos stand one column further out.
        width: (COLUMNS + 1) * (WIDTH + GAP) + GAP,
        height: rows * (HEIGHT + GAP),
        tile: (WIDTH, HEIGHT),
        tiles: tiles.collect(),
        islands: islands(state),
        legend: legend(state, &figures, &bounds),
        table: figures_table(state, &figures),
    }
}

/// The name without its kind: `Hà Nội` of `Thành phố Hà Nội`.
fn short_name(state: &State, agency: &str) -> String {
    let Some(agency) = state.registry.agency(&AgencyId::from(agency)) else { return agency.to_owned() };
    let name = agency_name(state, agency);
    let bare = ["Tỉnh ", "Thành phố "].iter().find_map(|kind| name.strip_prefix(kind));
    let bare = bare.or_else(|| name.strip_suffix(" Province")).or_else(|| name.strip_suffix(" City"));
    bare.map_or_else(|| name.clone(), str::to_owned)
}

/// A name in one line, or in two that are as alike in length as its words allow.
fn lines(name: &str) -> Vec<String> {
    if name.chars().count() <= LONG {
        return vec![name.to_owned()];
    }
    let halves = name.match_indices(' ').map(|(at, _)| name.split_at(at));
    let best = halves.min_by_key(|(left, right)| left.chars().count().abs_diff(right.chars().count()));
    best.map_or_else(|| vec![name.to_owned()], |(left, right)| vec![left.to_owned(), right.trim().to_owned()])
}

/// The largest figure of each class but the last: each class has as many tiles as the others, as far as equal figures,
/// which stay together, allow.
fn bounds(figures: &[Option<i64>]) -> Vec<i64> {
    let mut known: Vec<i64> = figures.iter().flatten().copied().collect();
    known.sort_unstable();
    let bound = |class: usize| known.get((known.len() * class / CLASSES).checked_sub(1)?).copied();
    let mut bounds: Vec<i64> = (1..=CLASSES).filter_map(bound).collect();
    bounds.dedup();
    bounds
}

fn class(figure: Option<i64>, bounds: &[i64]) -> usize {
    figure.map_or(0, |figure| 1 + bounds.iter().filter(|bound| figure > **bound).count().min(CLASSES - 1))
}

fn legend(state: &State, figures: &[Option<i64>], bounds: &[i64]) -> Vec<LegendRow> {
    let row = |of: usize| {
        let here: Vec<i64> = figures.iter().filter(|figure| class(**figure, bounds) == of).flatten().copied().collect();
        let (from, to) = (here.iter().min()?, here.iter().max()?);
        let range = if from == to { count_text(*from) } else { format!("{}–{}", count_text(*from), count_text(*to)) };
        let count = here.len().to_string();
        let says = desk_phrases::LEGEND.with(state.language, &[("range", &range), ("count", &count)]);
        Some(LegendRow { class: of, says })
    };
    let none = figures.iter().filter(|figure| figure.is_none()).count();
    let no_data = (none > 0).then(|| LegendRow {
        class: 0,
        says: desk_phrases::LEGEND_NO_DATA.with(state.language, &[("count", &none.to_string())]),
    });
    (1..=CLASSES).filter_map(row).chain(no_data).collect()
}

fn islands(state: &State) -> Vec<Island> {
    let names = [desk_phrases::HOANG_SA, desk_phrases::TRUONG_SA];
    let island = |((agency, column, row), name): (&(&str, usize, usize), crate::text::Phrase)| {
        let mut all = lines(&state.say(name));
        all.push(format!("({})", short_name(state, agency)));
        Island { lines: all, x: column * (WIDTH + GAP) + GAP, y: row * (HEIGHT + GAP) }
    };
    ISLANDS.iter().zip(names).map(island).collect()
}

/// In the official order.
fn figures_table(state: &State, figures: &[Option<i64>]) -> ChartTable {
    let figure = |id: &AgencyId| {
        let at = TILES.iter().position(|(agency, ..)| *agency == id.as_str());
        at.and_then(|at| figures.get(at)).copied().flatten()
    };
    let rows = state.registry.agencies_in_order(Tier::Local).into_iter().map(|agency| {
        let value = figure(&agency.id).map_or(Value::NoData, Value::Number);
        vec![agency_name(state, agency), cell_text(&value, &state.registry, state.language)]
    });
    let headings = [desk_phrases::TIER_LOCAL, desk_phrases::CHART_FIGURE].map(|phrase| state.say(phrase));
    ChartTable { headings: headings.to_vec(), rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::super::tiles::TILES;
    use super::{bounds, class, lines};
    use crate::registry::{Registry, Tier};
    use std::collections::BTreeSet;

    #[test]
    fn each_province_and_city_has_one_tile_and_no_two_share_a_place() {
        let registry = Registry::embedded().unwrap();
        let local: BTreeSet<&str> =
            registry.agencies_in_order(Tier::Local).into_iter().map(|agency| agency.id.as_str()).collect();
        assert_eq!(TILES.iter().map(|(agency, ..)| *agency).collect::<BTreeSet<_>>(), local);
        assert_eq!(TILES.iter().map(|(_, column, row)| (column, row)).collect::<BTreeSet<_>>().len(), TILES.len());
    }

    #[test]
    fn five_classes_have_alike_many_tiles_and_equal_figures_stay_together() {
        let figures: Vec<Option<i64>> = (1..=10).map(Some).chain([None]).collect();
        let of = bounds(&figures);
        assert_eq!(of, [2, 4, 6, 8, 10]);
        let classes: Vec<usize> = figures.iter().map(|figure| class(*figure, &of)).collect();
        assert_eq!(classes, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 0]);
        let alike = [Some(3), Some(3), Some(3), Some(9)];
        let of = bounds(&alike);
        assert_eq!(alike.map(|figure| class(figure, &of)), [1, 1, 1, 2]);
        assert_eq!((bounds(&[None]), class(None, &[])), (vec![], 0));
    }

    #[test]
    fn a_long_name_stands_in_two_lines() {
        assert_eq!(lines("Hà Nội"), ["Hà Nội"]);
        assert_eq!(lines("Bà Rịa - Vũng Tàu"), ["Bà Rịa -", "Vũng Tàu"]);
        assert_eq!(lines("Thừa Thiên Huế"), ["Thừa", "Thiên Huế"]);
    }
}
