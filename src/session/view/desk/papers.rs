use crate::collect::{Entry, Filed, Ledger, Question, Slip};
use crate::quarterly::{Return, field_paths};
use crate::session::State;
use crate::session::desk::{Desk, SlipDraft, issuing_card};
use crate::session::view::group::Groups;
use crate::session::view::review::value_words;
use crate::signing::fingerprint;
use crate::text::{desk_phrases, phrases};
use crate::vietnamese::search_key;

/// So many fields that were found are drawn.
const MOST_FOUND: usize = 40;

/// What the coordinator can issue about an entry, and has issued.
#[derive(Clone, Debug, PartialEq)]
pub struct PapersView {
    /// The key that signs.
    pub hand: HandView,
    /// The query slip; none for what is no return.
    pub slip: Option<SlipForm>,
    /// Query slips that were sent about this return, in any of its revisions.
    pub sent: Vec<SentSlip>,
    /// That a receipt was given; empty where none was.
    pub receipt: String,
}

/// The key that signs papers.
#[derive(Clone, Debug, PartialEq)]
pub struct HandView {
    /// The card that signs, and its fingerprint; none while there is no key.
    pub card: Option<OwnCard>,
    /// The key file that is loaded, in words.
    pub key: Option<String>,
    /// Whether a key is at work.
    pub busy: bool,
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
    /// What can be asked about: the whole return and what there are findings on, or what the search finds.
    pub choices: Vec<AskChoice>,
    /// The search, as typed.
    pub query: String,
    /// How many the search finds, in words; empty without a search.
    pub found: String,
    /// The day by which an answer is wanted, as typed.
    pub answer_by: String,
}

/// A field that can be asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct AskChoice {
    /// Its path; empty for the whole return.
    pub path: String,
    /// Where it is, in words.
    pub place: String,
    /// What is said of it, or what stands in it.
    pub says: String,
    /// The words with which a question about it begins.
    pub begins: String,
    /// Whether a question asks about it.
    pub asked: bool,
}

/// A query slip that was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct SentSlip {
    /// Its id.
    pub id: String,
    /// Its day.
    pub title: String,
    /// How many questions it asks about which revision, by when, and how many are answered.
    pub about: String,
    /// Its questions.
    pub questions: Vec<SentQuestion>,
}

/// A question of it.
#[derive(Clone, Debug, PartialEq)]
pub struct SentQuestion {
    /// Its number and the field, in words.
    pub place: String,
    /// What was asked.
    pub text: String,
    /// What was answered; empty where nothing was.
    pub answer: String,
    /// In which revision, or that there is no answer.
    pub says: String,
    /// The entry in which the answer stands.
    pub at: Option<usize>,
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

/// The key that signs.
pub(super) fn hand(state: &State, desk: &Desk) -> HandView {
    let kept = |name: &str| desk_phrases::KEY_KEPT.with(state.language, &[("name", name)]);
    HandView { card: own_card(state), key: desk.key.as_ref().map(|key| kept(&key.name)), busy: desk.busy }
}

/// What can be issued about this entry; none where there is none.
pub fn papers(state: &State, at: usize) -> Option<PapersView> {
    let desk = state.desk.as_ref()?;
    let ledger = desk.ledger()?;
    let entry = ledger.entries().get(at)?;
    let given = ledger.sent().receipts.get(&entry.file.examined.sha256);
    let given = given.map(|day| desk_phrases::RECEIPT_GIVEN.with(state.language, &[("date", &day.vietnamese())]));
    Some(PapersView {
        hand: hand(state, desk),
        slip: entry.filed().map(|filed| slip_form(state, desk, at, entry, filed)),
        sent: entry.filed().map(|filed| sent_slips(state, ledger, at, filed)).unwrap_or_default(),
        receipt: given.unwrap_or_default(),
    })
}

fn slip_form(state: &State, desk: &Desk, at: usize, entry: &Entry, filed: &Filed) -> SlipForm {
    let mut groups = Groups::beside(state, Return::clone(&filed.content), &filed.findings);
    let draft = desk.slip_draft(&entry.file.examined.sha256).cloned().unwrap_or_default();
    let typed = desk.look.asking.as_ref().filter(|(asked, _)| *asked == at);
    let query = typed.map(|(_, text)| text.clone()).unwrap_or_default();
    let key = search_key(&query);
    let (choices, found) = match key.as_str() {
        "" => (found_choices(state, &groups, &draft), String::new()),
        key => searched(state, &mut groups, &draft, key),
    };
    let label = |(index, (path, text)): (usize, &(String, String))| {
        let number = (index + 1).to_string();
        let values = [("number", number.as_str()), ("place", &groups.asked_place(path))];
        (desk_phrases::QUESTION.with(state.language, &values), text.clone())
    };
    let questions = draft.questions.iter().enumerate().map(label).collect();
    SlipForm { questions, choices, query, found, answer_by: draft.answer_by.clone() }
}

fn is_asked(draft: &SlipDraft, path: &str) -> bool {
    draft.questions.iter().any(|(known, _)| known == path)
}

/// The whole return, and each place on which there is a finding, in the order of the sections.
fn found_choices(state: &State, groups: &Groups<'_>, draft: &SlipDraft) -> Vec<AskChoice> {
    let whole = AskChoice {
        path: String::new(),
        place: state.say(phrases::WHOLE_RETURN),
        says: String::new(),
        begins: String::new(),
        asked: is_asked(draft, ""),
    };
    let mut choices = vec![whole];
    for section in groups.finding_sections() {
        for group in section.groups {
            for place in group.places {
                match choices.iter_mut().find(|choice| choice.path == place.path) {
                    Some(choice) => choice.add(&group.message),
                    None => choices.push(AskChoice {
                        asked: is_asked(draft, &place.path),
                        place: groups.asked_place(&place.path),
                        says: group.message.clone(),
                        begins: group.message.clone(),
                        path: place.path,
                    }),
                }
            }
        }
    }
    choices
}

impl AskChoice {
    /// Another finding at the same place.
    fn add(&mut self, message: &str) {
        if !self.begins.contains(message) {
            self.begins = format!("{} {message}", self.begins).trim().to_owned();
            self.says.clone_from(&self.begins);
        }
    }
}

/// The fields in whose place words begin as those of the search do, first those that have them side by side, each with
/// what stands in it; and how many there are.
fn searched(state: &State, groups: &mut Groups<'_>, draft: &SlipDraft, key: &str) -> (Vec<AskChoice>, String) {
    let begins = |place: &str, words: &str| format!(" {place}").contains(&format!(" {words}"));
    let paths = field_paths(&groups.draft.content).into_iter().filter(|path| !path.starts_with("/answers/"));
    let named = paths.map(|path| (groups.place(&path), path));
    let mut found: Vec<(String, String)> = named
        .filter(|(place, _)| {
            let place = search_key(place);
            key.split(' ').all(|word| begins(&place, word))
        })
        .collect();
    found.sort_by_cached_key(|(place, _)| !begins(&search_key(place), key));
    let all = found.len();
    let choice = |(place, path): (String, String)| {
        let field = groups.field(&path);
        let says = value_words(state, &field);
        AskChoice { asked: is_asked(draft, &path), begins: String::new(), place, says, path }
    };
    let choices = found.into_iter().take(MOST_FOUND).map(choice).collect();
    let (count, shown) = (all.to_string(), MOST_FOUND.to_string());
    let says = match all {
        all if all > MOST_FOUND => {
            desk_phrases::ASK_FOUND_MORE.with(state.language, &[("count", &count), ("shown", &shown)])
        }
        all => desk_phrases::ASK_FOUND.counted(state.language, all),
    };
    (choices, says)
}

/// The slips about this return, the latest first.
fn sent_slips(state: &State, ledger: &Ledger, at: usize, filed: &Filed) -> Vec<SentSlip> {
    let groups = Groups::beside(state, Return::clone(&filed.content), &[]);
    let sent = ledger.sent().slips_about(&filed.content.return_id);
    let mut slips: Vec<SentSlip> = sent.map(|slip| sent_slip(state, &groups, ledger, at, slip)).collect();
    slips.reverse();
    slips
}

fn sent_slip(state: &State, groups: &Groups<'_>, ledger: &Ledger, at: usize, slip: &Slip) -> SentSlip {
    let language = state.language;
    let question = |question: &Question| sent_question(state, groups, ledger, at, slip, question);
    let questions: Vec<SentQuestion> = slip.questions.iter().map(question).collect();
    let answered = questions.iter().filter(|question| question.at.is_some()).count();
    let by = slip.answer_by.map(|day| phrases::SLIP_ANSWER_BY.with(language, &[("date", &day.vietnamese())]));
    let counts = [
        desk_phrases::SENT_QUESTIONS.counted(language, questions.len()),
        desk_phrases::SENT_ANSWERED.counted(language, answered),
    ];
    let about = phrases::SLIP_ABOUT.with(language, &[("revision", &slip.about.revision.to_string())]);
    let parts = [Some(about), Some(format!("{}.", counts.join(", "))), by];
    SentSlip {
        id: slip.slip_id.clone(),
        title: phrases::SLIP_OF.with(language, &[("date", &slip.issued.vietnamese())]),
        about: parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
        questions,
    }
}

fn sent_question(
    state: &State,
    groups: &Groups<'_>,
    ledger: &Ledger,
    at: usize,
    slip: &Slip,
    question: &Question,
) -> SentQuestion {
    let answer = answer(ledger, at, slip, question);
    let says = match &answer {
        Some((_, revision, _)) => {
            desk_phrases::ANSWERED_IN.with(state.language, &[("revision", &revision.to_string())])
        }
        None => state.say(desk_phrases::NO_ANSWER),
    };
    let values = [("number", question.id.as_str()), ("place", &groups.asked_place(&question.path))];
    SentQuestion {
        place: desk_phrases::QUESTION.with(state.language, &values),
        text: question.text.clone(),
        at: answer.as_ref().map(|(at, _, _)| *at),
        answer: answer.map(|(_, _, text)| text).unwrap_or_default(),
        says,
    }
}

/// The answer to a question: that of the entry that is looked at, else that of the agency's latest revision. Entry,
/// revision, text.
fn answer(ledger: &Ledger, at: usize, slip: &Slip, question: &Question) -> Option<(usize, u32, String)> {
    let key = slip.answer_key(question);
    let in_entry = |at: usize| {
        let content = &ledger.entries().get(at)?.filed()?.content;
        let given = content.answers.get(&key)?.text.trim();
        (!given.is_empty()).then(|| (at, content.revision, given.to_owned()))
    };
    let others = ledger.of_agency(&slip.about.agency).iter().filter_map(|at| in_entry(*at));
    in_entry(at).or_else(|| others.max_by_key(|(_, revision, _)| *revision))
}
