//! How long this machine takes to check the largest return, and to follow an edit of it: the return, its findings, their order.

use crate::page::browser;
use crate::quarterly::{Field, Return, field, field_paths, largest, word as word_of};
use crate::registry::{Basis, Registry, TaskStatus};
use crate::rules::{Case, Checker, RuleSet};
use crate::session::{Action, Draft, Screen, State, update};
use crate::text::{Language, phrases};
use crate::vietnamese::{Date, Decimal};
use std::rc::Rc;
use yew::{Callback, Html, MouseEvent, Properties, component, html, use_state};

/// Each field is edited this often, once in each round, and the middle one of its times counts: other programs take the
/// machine now and then.
const TIMES: usize = 5;

/// The services of the list that stand for all of them.
const SERVICES: [&str; 3] = ["/service_list/0001/", "/service_list/1000/", "/service_list/2000/"];

#[derive(Clone, Properties)]
pub(super) struct Props {
    pub(super) registry: Rc<Registry>,
    pub(super) rules: Rc<RuleSet>,
    pub(super) today: Date,
    pub(super) language: Language,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rules, &other.rules) && self.language == other.language
    }
}

/// Milliseconds of script.
#[derive(Clone, PartialEq)]
struct Measured {
    whole: f64,
    median: f64,
    longest: f64,
    field: String,
}

/// The button and, once pressed, the result.
#[component]
pub(super) fn Speed(props: &Props) -> Html {
    let result = use_state(|| None);
    let (set, given) = (result.setter(), props.clone());
    let measure = Callback::from(move |_: MouseEvent| set.set(measured(&given)));
    let says = result.as_ref().map(|measured: &Measured| {
        let values = [
            ("whole", milliseconds(measured.whole)),
            ("median", milliseconds(measured.median)),
            ("longest", milliseconds(measured.longest)),
            ("field", measured.field.clone()),
        ];
        phrases::SPEED_RESULT.with(props.language, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    html! {
        <div class="speed">
            <button type="button" class="secondary" id="speed" onclick={measure}>{ phrases::SPEED.text(props.language) }</button>
            <p role="status" id="speed-result">{ says }</p>
        </div>
    }
}

fn milliseconds(time: f64) -> String {
    // Thousandths of a millisecond; times of this size fit.
    Decimal::from_thousandths((time * 1000.0).round() as i64).vietnamese()
}

/// None where the browser has no clock for this.
fn measured(of: &Props) -> Option<Measured> {
    let period = of.registry.period.last()?.id;
    let (registry, mut content) = largest(&of.registry, period);
    let case = Case { registry: &registry, content: &content, previous: None, today: of.today };
    let start = browser::now()?;
    drop(Checker::new(&of.rules, case));
    let whole = browser::now()? - start;
    let mut state = opened(registry, &content, of);
    let is_sampled =
        |path: &String| !path.starts_with("/service_list/") || SERVICES.iter().any(|of| path.starts_with(of));
    let paths: Vec<String> = field_paths(&content).into_iter().filter(is_sampled).collect();
    let mut times = vec![Vec::new(); paths.len()];
    for nth in 0..TIMES {
        for (path, times) in paths.iter().zip(&mut times) {
            let edit = edit(&mut content, path, nth)?;
            let start = browser::now()?;
            update(&mut state, edit);
            times.push(browser::now()? - start);
        }
    }
    let mut edits = Vec::new();
    for (path, mut times) in paths.into_iter().zip(times) {
        times.sort_by(f64::total_cmp);
        edits.push((*times.get(TIMES / 2)?, path));
    }
    edits.sort_by(|left, right| left.0.total_cmp(&right.0));
    let (median, _) = edits.get(edits.len() / 2)?;
    let (longest, field) = edits.last()?;
    Some(Measured { whole, median: *median, longest: *longest, field: field.clone() })
}

/// A page of its own in which the return is open.
fn opened(registry: Registry, content: &Return, of: &Props) -> State {
    let draft = Draft::new(content.clone());
    let key = draft.key().name();
    let mut state = State::new(Rc::new(registry), content.registry.sha256.clone(), of.rules.clone(), of.today);
    let kept = Some(vec![(key.clone(), draft.write())]);
    let address = Screen::Sections.address();
    update(&mut state, Action::Started { kept, last: Some(key), address, language: None, carried: None });
    state
}

/// The nth edit of a field: now one value, now another.
fn edit(content: &mut Return, path: &str, nth: usize) -> Option<Action> {
    let even = nth.is_multiple_of(2);
    let path = path.to_owned();
    Some(match field(content, &path)? {
        Field::TaskStatus(_) | Field::GeneralStatus(_) => {
            let word = if even { TaskStatus::NotStarted } else { TaskStatus::InProgress };
            Action::Chosen { path, word: word_of(&word) }
        }
        Field::Basis(_) => Action::Chosen { path, word: word_of(if even { &Basis::Year } else { &Basis::Current }) },
        _ => Action::Typed { path, text: if even { "13" } else { "12" }.to_owned() },
    })
}
