//! The list of findings as a file for spreadsheets.

use super::action::Effect;
use super::state::State;
use super::view::findings_table;
use crate::export::csv;

/// Gives the findings on the open return as CSV, `36a_phat-hien_2017-Q2_bo-tai-chinh.csv`; nothing without a return.
pub(super) fn save(state: &State) -> Vec<Effect> {
    let file = || {
        let content = &state.draft.as_ref()?.content;
        let name = format!("36a_phat-hien_{}_{}.csv", content.period, content.agency);
        let bytes = csv(&findings_table(state)?).ok()?;
        Some(Effect::Download { name, bytes })
    };
    file().into_iter().collect()
}
