use crate::export::Paper;
use crate::session::{State, print};
use std::rc::Rc;

/// A paper on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintView {
    /// The paper.
    pub paper: Rc<Paper>,
    /// Whether it is of a return that nobody has signed.
    pub draft: bool,
}

/// The open return on paper; none without one.
pub fn printed(state: &State) -> Option<PrintView> {
    let draft = state.draft.as_ref()?.signatures.is_empty();
    Some(PrintView { paper: Rc::new(print::paper(state)?), draft })
}

/// The blank form of the chosen agency and quarter; none where they are not chosen.
pub fn form(state: &State) -> Option<PrintView> {
    Some(PrintView { paper: Rc::new(print::form(state)?), draft: false })
}
