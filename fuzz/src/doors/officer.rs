//! An officer at the page, with the registry that the program was built with.

use return36a::registry::Registry;
use return36a::rules::RuleSet;
use return36a::session::{Action, Draft, Effect, State, update};
use return36a::vietnamese::Date;
use std::rc::Rc;

thread_local! {
    static FIRST: State = first();
}

/// The page before anything is done; the rules are compiled once.
pub fn state() -> State {
    FIRST.with(State::clone)
}

fn first() -> State {
    let registry = Registry::embedded().unwrap();
    let rules = RuleSet::compile(&registry.rule).unwrap();
    let today = Date::new(2017, 6, 10).unwrap();
    State::new(Rc::new(registry.clone()), registry.sha256().unwrap(), Rc::new(rules), today)
}

/// A blank return of an agency for quarter II/2017.
pub fn at_blank_return(agency: &str) -> State {
    let mut state = state();
    update(&mut state, Action::ChooseAgency(Some(agency.into())));
    update(&mut state, Action::ChoosePeriod("2017-Q2".parse().ok()));
    update(&mut state, Action::Begin { random: Some([7; 16]) });
    state
}

/// The open draft is kept as a text that opens as the same draft.
pub fn kept_as_it_is(state: &mut State) {
    let effects = update(state, Action::Settle);
    let Some(draft) = &state.draft else { return };
    let kept = effects.iter().find_map(|effect| match effect {
        Effect::Keep { text, .. } => Some(text.clone()),
        _ => None,
    });
    opens_again(draft, &kept.unwrap_or_else(|| draft.write()));
}

/// The text opens as this draft, and is written as it stands.
pub fn opens_again(draft: &Draft, text: &str) {
    let again = Draft::read(text).expect("a draft that was written opens");
    assert_eq!(&again, draft);
    assert_eq!(again.write(), text);
}
