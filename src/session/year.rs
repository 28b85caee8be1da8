//! A count since 1 January: what the earlier return had, and this quarter.

use super::draft::Draft;
use crate::quarterly::{Answer, Return};
use crate::registry::Basis;
use crate::vietnamese::LARGEST;

/// What a count since 1 January should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct YearSum {
    /// The earlier return's count since 1 January.
    pub(super) before: i64,
    /// This quarter's count.
    pub(super) quarter: i64,
    /// Both together.
    pub(super) total: i64,
}

/// What the count since 1 January at a path should be, where it stands at something else: it was carried and waits for
/// this quarter, or is at least the earlier one, so that it goes on from it. None where the earlier return is not of the
/// quarter just before in the same year, or one of the counts is not known or speaks of another time.
pub(super) fn year_sum(draft: &Draft, path: &str) -> Option<YearSum> {
    let of = path.strip_prefix("/services/")?.strip_suffix("-year/answer")?;
    let (now, before) = (&draft.content, draft.previous.as_deref()?);
    if now.period.previous() != before.period || now.period.year() != before.period.year() {
        return None;
    }
    let year = format!("{of}-year");
    let (stands, before) = (number(now, &year, Basis::Year)?, number(before, &year, Basis::Year)?);
    let quarter = number(now, &format!("{of}-quarter"), Basis::Quarter)?;
    let total = before.checked_add(quarter).filter(|total| *total <= LARGEST)?;
    let goes_on = draft.carried.contains(path) || stands >= before;
    (goes_on && before >= 0 && quarter >= 0 && stands != total).then_some(YearSum { before, quarter, total })
}

/// The count of this id, where it is known and speaks of this time.
fn number(of: &Return, id: &str, basis: Basis) -> Option<i64> {
    let count = of.services.get(id).filter(|count| count.basis == basis)?;
    count.answer.as_ref().and_then(Answer::number)
}
