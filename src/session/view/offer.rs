//! What a button under a field offers to do with it.

use super::OfferView;
use super::group::Groups;
use crate::session::Action;
use crate::session::words::offer;
use crate::session::year::year_sum;
use crate::text::phrases;
use crate::vietnamese::count_text;

impl Groups<'_> {
    /// What is offered at a field; `wrong` is whether an error is said there. The words are offered under the error that
    /// this mends, never before it is said; the sum once the field is left, so that no button moves what is being typed.
    pub(super) fn offer(&self, path: &str, wrong: bool) -> Option<OfferView> {
        let words = || self.words_offered(path);
        wrong.then(words).flatten().or_else(|| self.sum_offered(path))
    }

    /// For a number with words beside it: the number stays, the words go into the remark.
    fn words_offered(&self, path: &str) -> Option<OfferView> {
        let offer = offer(&self.draft, path, self.state.language)?;
        let says = phrases::MOVE_WORDS.with(self.state.language, &[("number", &count_text(offer.number))]);
        Some(OfferView { says, action: Action::MoveWords { path: path.to_owned() } })
    }

    /// For a count since 1 January: the earlier return's and this quarter's together.
    fn sum_offered(&self, path: &str) -> Option<OfferView> {
        let typing = self.state.editing.as_ref().is_some_and(|(editing, _)| editing == path);
        let sum = year_sum(&self.draft, path).filter(|_| !typing)?;
        let numbers = [("total", sum.total), ("before", sum.before), ("quarter", sum.quarter)];
        let numbers = numbers.map(|(name, number)| (name, count_text(number)));
        let values = numbers.each_ref().map(|(name, number)| (*name, number.as_str()));
        let says = phrases::TAKE_SUM.with(self.state.language, &values);
        Some(OfferView { says, action: Action::TakeSum { path: path.to_owned() } })
    }
}
