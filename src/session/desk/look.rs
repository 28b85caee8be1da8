//! What is looked at: quarter, filters, searches.

use super::state::ROWS;
use super::{Desk, DeskAction, DeskEffect, DeskScreen};
use crate::collect::TableKind;
use crate::session::action::Effect;
use crate::session::state::{Notice, Screen, State};
use crate::text::desk_phrases;

/// Names in the document of what comes next.
const FIGURE: &str = "figure-title";

pub(super) fn with_look(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::ChoosePeriod(period) => return choose(state, desk, period),
        DeskAction::Filter(lens) => (desk.look.lens, desk.look.shown) = (lens, ROWS),
        DeskAction::Search(query) => (desk.look.query, desk.look.shown) = (query, ROWS),
        DeskAction::More => desk.look.shown += ROWS,
        DeskAction::Tier(tier) => desk.look.tier = tier,
        DeskAction::Differing(only) => desk.look.differing = only,
        DeskAction::Copied => state.notice = Some(Notice::Good(state.say(desk_phrases::COPIED))),
        DeskAction::Filing(filing) => desk.look.filing = filing,
        DeskAction::Figure(figure) => {
            let before = std::mem::replace(&mut desk.look.figure, figure);
            let next = if figure.is_some() { Some(FIGURE.to_owned()) } else { before.map(figure_name) };
            return next.into_iter().map(Effect::Focus).collect();
        }
        _ => {}
    }
    Vec::new()
}

/// The name in the document of a figure: table, row, column. What stands behind it closes to where it was opened.
pub fn figure_name((_, row, column): (TableKind, usize, usize)) -> String {
    format!("figure-{row}-{column}")
}

/// Another quarter: its entries have other places, so that an open entry gives way to the list.
fn choose(state: &mut State, desk: &mut Desk, period: crate::registry::Period) -> Vec<Effect> {
    if period == desk.period || state.registry.period(period).is_none() {
        return Vec::new();
    }
    (desk.period, desk.day) = (period, None);
    desk.binding.take_if(|draft| draft.entry.is_some());
    desk.look = super::Look { shown: ROWS, tier: desk.look.tier, ..super::Look::default() };
    let mut effects = vec![Effect::Desk(DeskEffect::Remember(period))];
    if matches!(state.screen, Screen::Desk(DeskScreen::Entry(_))) {
        state.screen = Screen::Desk(DeskScreen::Intake);
        effects.push(Effect::Replace(state.screen.address()));
    }
    effects
}
