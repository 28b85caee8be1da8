//! Charts as data: where each mark stands and what it says. Every chart has its figures as a table too.

mod bars;
mod map;
mod tiles;

pub use bars::{Bar, Bars};
pub use map::{Island, LegendRow, Tile, TileMap};

use crate::session::State;
use crate::session::desk::collected;

/// All charts of the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartsView {
    /// Tasks completed, by agency.
    pub completion: Bars,
    /// Services at level 3 and 4, by province.
    pub services: TileMap,
    /// Tasks completed, by quarter.
    pub tasks_over_time: Bars,
    /// Services at level 3 and 4, by quarter.
    pub services_over_time: Bars,
}

/// A chart's figures as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartTable {
    /// The headings of its columns; the first names the rows.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// The charts; none without a desk.
pub fn charts(state: &State) -> Option<ChartsView> {
    let desk = state.desk.as_ref()?;
    let now = collected(state, desk);
    let [tasks_over_time, services_over_time] = bars::over_time(state, desk);
    Some(ChartsView {
        completion: bars::completion(state, &now),
        services: map::services(state, &now),
        tasks_over_time,
        services_over_time,
    })
}
