use crate::quarterly::{Return, field_paths};
use crate::session::State;
use crate::session::desk::issuing_card;
use crate::session::view::group::Groups;
use crate::signing::fingerprint;
use crate::text::{desk_phrases, phrases};

/// What the coordinator can issue about an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct PapersView {
    /// The card that signs, and its fingerprint; none while there is no key.
    pub card: Option<OwnCard>,
    /// The key file that is loaded.
    pub key: Option<String>,
    /// Whether a key is at work.
    pub busy: bool,
    /// The query slip; none for what is no return.
    pub slip: Option<SlipForm>,
}

/// The coordinator's card.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnCard {
    /// Whose.
    pub says: String,
    /// The fingerprint.
    pub fingerprint: String,
    /// Whether the card can be saved: only that of a key just made can.
    pub can_save: bool,
}

/// A query slip that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct SlipForm {
    /// Its questions: label and text.
    pub questions: Vec<(String, String)>,
    /// Every field of the return: path and name.
    pub fields: Vec<(String, String)>,
    /// The day by which an answer is wanted, as typed.
    pub answer_by: String,
}

/// The coordinator's card, where there is one.
pub fn own_card(state: &State) -> Option<OwnCard> {
    let desk = state.desk.as_ref()?;
    let card = issuing_card(desk)?;
    Some(OwnCard {
        says: desk_phrases::OWN_CARD.with(state.language, &[("name", &card.name)]),
        fingerprint: fingerprint(&card.key.thumbprint()),
        can_save: desk.own_card.is_some(),
    })
}

/// What can be issued about this entry; none where there is none.
pub fn papers(state: &State, at: usize) -> Option<PapersView> {
    let desk = state.desk.as_ref()?;
    let entry = desk.ledger()?.entries().get(at)?;
    let slip = entry.filed().map(|filed| {
        let groups = Groups::beside(state, Return::clone(&filed.content), &[]);
        let draft = desk.slips.get(&entry.file.examined.sha256).cloned().unwrap_or_default();
        let place = |path: &str| match path {
            "" => state.say(phrases::WHOLE_RETURN),
            path => groups.place(path),
        };
        let label = |(index, (path, text)): (usize, &(String, String))| {
            let number = (index + 1).to_string();
            let values = [("number", number.as_str()), ("place", &place(path))];
            (desk_phrases::QUESTION.with(state.language, &values), text.clone())
        };
        let paths = std::iter::once(String::new()).chain(field_paths(&filed.content));
        SlipForm {
            questions: draft.questions.iter().enumerate().map(label).collect(),
            fields: paths.map(|path| (path.clone(), place(&path))).collect(),
            answer_by: draft.answer_by,
        }
    });
    Some(PapersView {
        card: own_card(state),
        key: desk.key.as_ref().map(|key| key.name.clone()),
        busy: desk.busy,
        slip,
    })
}
