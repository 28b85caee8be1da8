//! Where the keys go in a table that the Tab key enters only once.

/// A key that leads from one stop of a table to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the stop before in the row.
    Left,
    /// To the stop after in the row.
    Right,
    /// To the row's first stop.
    Home,
    /// To the row's last stop.
    End,
    /// To the first stop of all.
    First,
    /// To the last stop of all.
    Last,
}

impl Arrow {
    /// The key of this name in the browser's events; none for a key that leads nowhere.
    pub fn of_key(name: &str, control: bool) -> Option<Self> {
        match (name, control) {
            ("ArrowUp", false) => Some(Self::Up),
            ("ArrowDown", false) => Some(Self::Down),
            ("ArrowLeft", false) => Some(Self::Left),
            ("ArrowRight", false) => Some(Self::Right),
            ("Home", false) => Some(Self::Home),
            ("End", false) => Some(Self::End),
            ("Home", true) => Some(Self::First),
            ("End", true) => Some(Self::Last),
            _ => None,
        }
    }
}

/// A link or button in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its row, counted from above.
    pub row: usize,
    /// Its cell in the row.
    pub column: usize,
}

/// To which of these stops, which stand in the order of the document, a key leads from the one at `at`. It stays where there is
/// nothing further; rows without a stop are passed by; in another row the nearest column is taken.
///
/// ```
/// use return36a::session::view::{Arrow, Stop, next_stop};
///
/// let stops = [(0, 0), (0, 2), (2, 1)].map(|(row, column)| Stop { row, column });
/// assert_eq!(next_stop(&stops, 0, Arrow::Right), 1);
/// assert_eq!(next_stop(&stops, 1, Arrow::Down), 2);
/// assert_eq!(next_stop(&stops, 2, Arrow::Down), 2);
/// ```
pub fn next_stop(stops: &[Stop], at: usize, key: Arrow) -> usize {
    let Some(here) = stops.get(at).copied() else { return at };
    let in_row = |row: usize| stops.iter().enumerate().filter(move |(_, stop)| stop.row == row);
    let nearest = |row: usize| in_row(row).min_by_key(|(_, stop)| stop.column.abs_diff(here.column)).map(|(at, _)| at);
    let found = match key {
        Arrow::Up => stops.iter().map(|stop| stop.row).filter(|row| *row < here.row).max().and_then(nearest),
        Arrow::Down => stops.iter().map(|stop| stop.row).find(|row| *row > here.row).and_then(nearest),
        Arrow::Left => at.checked_sub(1).filter(|next| stops.get(*next).is_some_and(|stop| stop.row == here.row)),
        Arrow::Right => Some(at + 1).filter(|next| stops.get(*next).is_some_and(|stop| stop.row == here.row)),
        Arrow::Home => in_row(here.row).map(|(at, _)| at).next(),
        Arrow::End => in_row(here.row).map(|(at, _)| at).next_back(),
        Arrow::First => Some(0),
        Arrow::Last => stops.len().checked_sub(1),
    };
    found.unwrap_or(at)
}
