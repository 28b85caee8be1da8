//! The sentences of the contradictions by code; `{place1}` and the like stand for values.

use super::Phrase;
use crate::registry::ContradictionCode as Code;

mod figures;
mod lists;
mod services;
mod tasks;

/// What is said of one kind of contradiction.
pub(super) struct Shape {
    /// The kind.
    pub heading: Phrase,
    /// Of what.
    pub what: Phrase,
    /// What stands in the one place.
    pub one: Phrase,
    /// What stands against it.
    pub other: Phrase,
}

pub(super) fn shape(code: Code) -> Shape {
    let (heading, what, [one, other]) = match code {
        Code::TableAgainstAnnex
        | Code::AssignedMoved
        | Code::AssignedTotal
        | Code::CompletedTotal
        | Code::CentralTotal
        | Code::AgenciesByTasks => tasks::tasks(code),
        Code::Percentage
        | Code::Parts
        | Code::PartAboveWhole
        | Code::WholesDiffer
        | Code::ToldDifferently
        | Code::SaidDifferently
        | Code::TextAgainstTable
        | Code::OutOf => figures::figures(code),
        Code::NamedTwice
        | Code::NamedCount
        | Code::NotDoneAgain
        | Code::PhaseMembers
        | Code::RowSum
        | Code::TableSum
        | Code::Ranks => lists::lists(code),
        Code::ReturnsReceived
        | Code::ReturnsUnfit
        | Code::FigureWithoutReturn
        | Code::BlankRow
        | Code::RemarkAgainstHeading
        | Code::FewerThan2016
        | Code::Not2016PlusBuilt
        | Code::BuiltMoreThanNow
        | Code::DossiersWithoutServices => services::services(code),
    };
    Shape { heading, what, one, other }
}

type Parts = (Phrase, Phrase, [Phrase; 2]);

/// What the values themselves name.
const SUBJECT: Phrase = say("{subject}", "{subject}");

/// Both sides put together from a list of places and values.
const SIDES: [Phrase; 2] = [say("{one}", "{one}"), say("{other}", "{other}")];

const fn say(vi: &'static str, en: &'static str) -> Phrase {
    Phrase { vi, en }
}
