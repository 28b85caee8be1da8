//! The text of a draft, out of the browser's storage.

use super::officer;
use return36a::session::{Action, Draft, Screen, Section, update, view};

/// A draft that opens is one that is kept and opens again as the same, and every screen can show it.
pub fn try_bytes(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let Ok(draft) = Draft::read(&text) else { return };
    let written = draft.write();
    officer::opens_again(&draft, &written);
    let key = draft.key();
    let mut state = officer::state();
    let kept = Some(vec![(key.name(), text)]);
    let (last, address) = (Some(key.name()), "xem-lai".to_owned());
    update(&mut state, Action::Started { kept, last, address, language: None, carried: None });
    update(&mut state, Action::OpenDraft(key));
    officer::kept_as_it_is(&mut state);
    for section in Section::ALL {
        update(&mut state, Action::Go(Screen::Section(section)));
        view::section(&state, section);
    }
    view::sections(&state);
    officer::kept_as_it_is(&mut state);
}
