//! Addresses that name a return: a letter can lead straight to an agency's return of a quarter, or to a section of it.

use super::action::Effect;
use super::draft::DraftKey;
use super::start::begin;
use super::state::{Notice, Screen, State};
use super::update::show;
use crate::registry::{AgencyId, Period};
use crate::text::phrases;

/// The agency and quarter that an address names, as in `bao-cao/dich-vu-cong?bo-tai-chinh/2017-Q2`; none in any other.
pub fn named_return(address: &str) -> Option<(AgencyId, Period)> {
    let (_, named) = address.split_once('?')?;
    let (agency, period) = named.split_once('/')?;
    Some((AgencyId::from(agency), period.parse().ok()?))
}

/// The return that the address names is opened, the kept draft if there is one, at its screen. The address gives way to the
/// screen's own, so that Back does not open it again.
pub(super) fn linked(state: &mut State, address: &str, random: Option<[u8; 16]>) -> Vec<Effect> {
    let known = named_return(address)
        .filter(|(agency, period)| state.registry.agency(agency).is_some() && state.registry.period(*period).is_some());
    let Some((agency, period)) = known else {
        let effects = show(state, Screen::Start);
        state.notice = Some(Notice::Bad(state.say(phrases::LINK_UNKNOWN)));
        return replacing(effects);
    };
    let key = DraftKey::new(agency.clone(), period);
    let mut effects = Vec::new();
    if state.draft.as_ref().is_none_or(|draft| draft.key() != key) {
        (state.agency, state.period) = (Some(agency), Some(period));
        effects = begin(state, random);
    }
    if state.draft.as_ref().is_some_and(|draft| draft.key() == key) {
        let asked = Some(Screen::of_address(address)).filter(|screen| !screen.is_free());
        effects.extend(show(state, asked.unwrap_or(Screen::Sections)));
    }
    replacing(effects)
}

/// The same, with the last address alone, in place of the one that was asked for.
fn replacing(effects: Vec<Effect>) -> Vec<Effect> {
    let (addresses, mut others): (Vec<Effect>, Vec<Effect>) =
        effects.into_iter().partition(|effect| matches!(effect, Effect::Address(_) | Effect::Replace(_)));
    others.extend(addresses.into_iter().next_back().map(|last| match last {
        Effect::Address(address) => Effect::Replace(address),
        other => other,
    }));
    others
}
