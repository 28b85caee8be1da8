//! How long this machine takes to check the largest return.

use crate::page::browser;
use crate::quarterly::{field_paths, largest};
use crate::registry::Registry;
use crate::rules::{Case, Checker, RuleSet};
use crate::text::{Language, phrases};
use crate::vietnamese::{Date, Decimal};
use std::rc::Rc;
use yew::{Callback, Html, MouseEvent, Properties, component, html, use_state};

/// Each field is edited this often, and the middle one of its times counts: other programs take the machine now and then.
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
    let (registry, content) = largest(&of.registry, period);
    let case = Case { registry: &registry, content: &content, previous: None, today: of.today };
    let start = browser::now()?;
    let mut checker = Checker::new(&of.rules, case);
    let whole = browser::now()? - start;
    let is_sampled =
        |path: &String| !path.starts_with("/service_list/") || SERVICES.iter().any(|of| path.starts_with(of));
    let mut edits = Vec::new();
    for path in field_paths(&content).into_iter().filter(is_sampled) {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            let start = browser::now()?;
            checker.edited(&of.rules, case, &path);
            times.push(browser::now()? - start);
        }
        times.sort_by(f64::total_cmp);
        edits.push((*times.get(TIMES / 2)?, path));
    }
    edits.sort_by(|left, right| left.0.total_cmp(&right.0));
    let (median, _) = edits.get(edits.len() / 2)?;
    let (longest, field) = edits.last()?;
    Some(Measured { whole, median: *median, longest: *longest, field: field.clone() })
}
