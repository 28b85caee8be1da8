use super::{Desk, DeskAction, DeskEffect, cards, entries, file, intake, issuing, kept, lists, look, report, ring};
use crate::registry::Period;
use crate::session::action::Effect;
use crate::session::state::{Notice, Saved, State};
use crate::text::keeping_phrases;

/// The desk is there from now on; what the browser keeps for it is brought out once.
pub(in crate::session) fn open(state: &mut State) -> Vec<Effect> {
    if state.desk.is_some() {
        return Vec::new();
    }
    let Some(period) = first_period(state) else { return Vec::new() };
    state.desk = Some(Box::new(Desk::new(period, state.today)));
    vec![Effect::Announce(DESK.to_owned()), Effect::Desk(DeskEffect::Load)]
}

/// By what windows tell each other that the desk is open.
pub const DESK: &str = "return36a/desk";

/// Another window has the desk open too. The one that was there first goes on keeping; the other one only looks on, since rows
/// of both would stand in each other's places.
pub(in crate::session) fn open_elsewhere(state: &mut State, first: bool) -> Vec<Effect> {
    let Some(desk) = &mut state.desk else { return Vec::new() };
    if !first {
        desk.look_on();
    }
    let phrase = if first { keeping_phrases::DESK_FIRST } else { keeping_phrases::DESK_SECOND };
    state.notice = Some(Notice::Bad(state.say(phrase)));
    Vec::new()
}

/// The quarter whose last day to send returns is nearest.
fn first_period(state: &State) -> Option<Period> {
    let nearest = state.registry.period.iter().min_by_key(|facts| state.today.days_until(facts.due).unsigned_abs());
    nearest.map(|facts| facts.id)
}

/// What happens at the desk; nothing where there is none.
pub(in crate::session) fn with_desk(state: &mut State, action: DeskAction) -> Vec<Effect> {
    let Some(mut desk) = state.desk.take() else { return Vec::new() };
    let redraws = matches!(action, DeskAction::ChoosePeriod(_) | DeskAction::AllLoaded | DeskAction::Finished { .. });
    let effects = act(state, &mut desk, action);
    let effects = kept::spared(&mut desk, effects);
    if redraws {
        report::redraw(state, &mut desk);
    }
    state.desk = Some(desk);
    effects
}

fn act(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::Opened { storage, keyring, period } => {
            let mut effects = kept::opened(state, desk, storage, keyring, period);
            effects.extend(lists::to_try(desk));
            effects
        }
        DeskAction::StorageNewer => kept::newer(state, desk),
        DeskAction::Loaded(rows) => kept::loaded(state, desk, rows),
        DeskAction::AllLoaded => kept::all_loaded(desk),
        DeskAction::Kept { at } => {
            // What was typed since is not kept yet.
            if desk.unwritten.is_none() && desk.unwritten_words.is_none() && !desk.barred.withheld {
                desk.saved = Saved::At(at);
            }
            Vec::new()
        }
        DeskAction::KeepRefused => {
            desk.saved = Saved::Refused;
            Vec::new()
        }
        taking @ (DeskAction::ReceivedTyped(_)
        | DeskAction::Take { .. }
        | DeskAction::Examined { .. }
        | DeskAction::Finished { .. }
        | DeskAction::Cancel
        | DeskAction::DismissUnread
        | DeskAction::ExamineAll) => intake::with_files(state, desk, taking),
        edit @ (DeskAction::Note { .. }
        | DeskAction::SetAside { .. }
        | DeskAction::DayTyped { .. }
        | DeskAction::CorrectDay) => entries::with_entry(state, desk, edit),
        card @ (DeskAction::Cards(_)
        | DeskAction::CardsOfFiles
        | DeskAction::Accept(_)
        | DeskAction::AcceptAll
        | DeskAction::Reject(_)
        | DeskAction::Remove(_)
        | DeskAction::PutBack
        | DeskAction::SaveKeyring) => cards::with_cards(state, desk, card),
        DeskAction::Ring(action) => ring::with_ring(state, desk, action),
        ledger @ (DeskAction::SaveLedger
        | DeskAction::Fetched { .. }
        | DeskAction::OpenLedger { .. }
        | DeskAction::ConfirmOpening
        | DeskAction::DropOpening
        | DeskAction::Forget
        | DeskAction::Unforget) => file::with_file(state, desk, ledger),
        paper @ (DeskAction::IssuerTyped(_)
        | DeskAction::MakeKey { .. }
        | DeskAction::KeyMade { .. }
        | DeskAction::KeyChosen { .. }
        | DeskAction::SaveCard
        | DeskAction::Ask { .. }
        | DeskAction::AskSearch { .. }
        | DeskAction::Tick { .. }
        | DeskAction::AskTyped { .. }
        | DeskAction::Unask { .. }
        | DeskAction::AnswerByTyped { .. }
        | DeskAction::Issue { .. }
        | DeskAction::IssueReceipts { .. }
        | DeskAction::Issued(_)
        | DeskAction::IssueFailed(_)) => issuing::with_papers(state, desk, paper),
        leaving @ (DeskAction::ReportTyped(..)
        | DeskAction::SaveWorkbook
        | DeskAction::SaveTable(_)
        | DeskAction::SaveFindings
        | DeskAction::SaveProvenance
        | DeskAction::SaveReport) => report::with_report(state, desk, leaving),
        other => look::with_look(state, desk, other),
    }
}
