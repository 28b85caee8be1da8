//! Who sends what, and under which name.

use super::days::quarter_words;
use return36a::registry::{Agency, Period};

/// What an agency sends.
#[derive(Clone, Copy)]
pub enum Part {
    Sound,
    Warned,
    Nothing,
    Late,
    LateAndWarned,
    OtherRegistry,
    Contradicting,
    Unfinished,
    Unsigned,
    Amended,
    AmendedTwice,
    AmendmentAlone,
    AmendmentsAtOdds,
    BegunAnew,
    Copied,
    Reindented,
    AmendmentUnsigned,
    AmendedByStranger,
    AmendedWithoutKey,
    AmendedByNeighbour,
    QuarterBefore,
}

/// What is particular, by the agency's place among those that report; each eighth of the others explains a warning.
const PARTS: [(usize, Part); 24] = [
    (2, Part::Nothing),
    (4, Part::Late),
    (6, Part::OtherRegistry),
    (7, Part::Contradicting),
    (10, Part::AmendmentUnsigned),
    (12, Part::Amended),
    (14, Part::AmendedByStranger),
    (15, Part::Copied),
    (18, Part::Unsigned),
    (33, Part::Nothing),
    (36, Part::AmendedTwice),
    (38, Part::AmendmentAlone),
    (42, Part::AmendmentsAtOdds),
    (44, Part::BegunAnew),
    (47, Part::Reindented),
    (50, Part::AmendedWithoutKey),
    (52, Part::AmendedByNeighbour),
    (55, Part::QuarterBefore),
    (58, Part::Unfinished),
    (60, Part::Nothing),
    (66, Part::LateAndWarned),
    (70, Part::Amended),
    (77, Part::OtherRegistry),
    (90, Part::Nothing),
];

/// What the agency at this place among those that report sends.
pub fn part_at(place: usize) -> Part {
    let particular = PARTS.iter().find(|(at, _)| *at == place).map(|(_, part)| *part);
    particular.unwrap_or(if place % 8 == 1 { Part::Warned } else { Part::Sound })
}

/// The name of the nth file of the agency at this place: the page's own, or one of an officer's.
pub fn name(agency: &Agency, place: usize, period: Period, nth: usize) -> String {
    let Agency { id, name, .. } = agency;
    let again = if nth == 1 { String::new() } else { format!(" ({nth})") };
    match place % 4 {
        0 => format!("36a_{period}_{id}_r{nth}.json"),
        1 => format!("{id} {period}{again}.json"),
        2 => format!("USB/{name} - Báo cáo {}{again}.json", quarter_words(period).replace('/', "-")),
        _ => format!("Thư điện tử/{name}/Bao cao 36a{again}.json"),
    }
}
