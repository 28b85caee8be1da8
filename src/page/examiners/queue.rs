//! The page's side: who gets which file, what came back, and when the page hears of it.

use super::examiner::{Facts, Tell};
use super::hand::{BenchTexts, Hand};
use super::letter::{Letter, ordered, read, undone};
use super::orders::Answer;
use super::{Job, Taken};
use crate::collect::{Progress, Queue};
use crate::page::browser;
use crate::registry::typed_text;
use gloo_timers::callback::Timeout;
use js_sys::Array;
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::mem::take;
use std::rc::{Rc, Weak};
use web_sys::wasm_bindgen::JsValue;
use yew::Callback;

/// Files that one hand has at once: it reads the second while it examines the first.
const AT_ONCE: usize = 2;
/// Between two batches, in milliseconds.
const PACE: u32 = 50;
/// A batch takes no longer to read, in milliseconds; what is left of it comes after a [`BREATH`].
const BUDGET: f64 = 5.0;
/// What the page gets to draw and to answer keys, in milliseconds.
const BREATH: u32 = 10;
/// No more reports wait to be read, or no file is given out.
const MOST_UNREAD: usize = 64;
/// So long the first worker may take to start, in milliseconds, before the page begins by itself.
const PATIENCE: u32 = 10_000;
/// No more workers are started.
const MOST_WORKERS: usize = 4;

type Shared = Rc<RefCell<Desk>>;

/// Everything that is going on.
pub(super) struct Desk {
    facts: Facts,
    bench: BenchTexts,
    taken: Callback<Vec<Taken>>,
    queue: Queue<Job>,
    hands: BTreeMap<usize, Hand>,
    next_hand: usize,
    unread: VecDeque<Letter>,
    /// How far the page was told that it has come; none when nothing is going on.
    told: Option<Progress>,
    left: usize,
    last_batch: f64,
    timer: Option<Timeout>,
    patience: Option<Timeout>,
}

impl Desk {
    pub(super) fn new(facts: Facts, bench: BenchTexts, taken: Callback<Vec<Taken>>) -> Self {
        Self {
            facts,
            bench,
            taken,
            queue: Queue::new(AT_ONCE),
            hands: BTreeMap::new(),
            next_hand: 0,
            unread: VecDeque::new(),
            told: None,
            left: 0,
            last_batch: 0.0,
            timer: None,
            patience: None,
        }
    }

    pub(super) fn set_bench(&mut self, bench: BenchTexts) {
        if self.bench == bench {
            return;
        }
        self.bench = bench;
        self.hands.values().filter(|hand| hand.is_ready()).for_each(|hand| hand.set_bench(&self.bench));
    }

    /// Gives each hand as much as it may have.
    fn give(&mut self) {
        for (number, hand) in self.hands.iter().filter(|(_, hand)| hand.is_ready()) {
            while self.unread.len() < MOST_UNREAD
                && let Some((id, job)) = self.queue.next(*number)
            {
                let (task, file) = ordered(id, job);
                hand.examine(task, file);
            }
        }
    }

    /// What is to be told now.
    fn batch(&mut self) -> Vec<Taken> {
        let mut batch = Vec::new();
        let start = browser::now().unwrap_or_default();
        while let Some(letter) = self.unread.pop_front() {
            batch.extend(read(letter));
            if browser::now().unwrap_or_default() - start > BUDGET {
                break;
            }
        }
        let progress = self.queue.progress();
        if self.told.is_some_and(|told| told != progress) {
            self.told = Some(progress);
            batch.push(Taken::Progress(progress));
        }
        if self.queue.is_idle() && self.unread.is_empty() && self.told.take().is_some() {
            batch.push(Taken::Finished { left: take(&mut self.left) });
        }
        self.last_batch = browser::now().unwrap_or_default();
        batch
    }

    /// A hand broke down: what it had waits again, and what cannot be done is refused.
    fn lose(&mut self, number: usize) -> Option<Hand> {
        let hand = self.hands.remove(&number);
        let undoable = self.queue.lost(number);
        self.unread.extend(undoable.into_iter().map(undone));
        hand
    }

    fn enlist(&mut self, hand: Hand) {
        self.hands.insert(self.next_hand, hand);
        self.next_hand += 1;
    }
}

/// Examines jobs after those that wait.
pub(super) fn examine(shared: &Shared, jobs: impl IntoIterator<Item = Job>) {
    {
        let mut desk = shared.borrow_mut();
        desk.queue.add(jobs);
        // What is told differs from this at once, so that the page hears of it.
        desk.told = Some(desk.told.unwrap_or_default());
    }
    if shared.borrow().hands.is_empty() {
        start(shared);
    }
    shared.borrow_mut().give();
    due(shared);
}

/// Forgets what waits.
pub(super) fn cancel(shared: &Shared) {
    {
        let mut desk = shared.borrow_mut();
        let left = desk.queue.cancel();
        desk.left += left;
        desk.hands.values().filter(|hand| hand.is_ready()).for_each(Hand::stop);
    }
    due(shared);
}

/// Starts the workers, or the page's own hand where there can be none.
fn start(shared: &Shared) {
    let count = browser::window().map_or(1, |window| workers(window.navigator().hardware_concurrency()));
    if !(0..count).all(|_| start_worker(shared)) {
        return;
    }
    let desk = Rc::downgrade(shared);
    let late = move || {
        if let Some(shared) = desk.upgrade().filter(|desk| !desk.borrow().hands.values().any(Hand::is_ready)) {
            start_page(&shared);
        }
    };
    shared.borrow_mut().patience = Some(Timeout::new(PATIENCE, late));
}

/// One for each core but the page's own.
fn workers(cores: f64) -> usize {
    (cores as usize).saturating_sub(1).clamp(1, MOST_WORKERS)
}

/// Starts a worker, or the page's own hand where the browser has none; false then.
fn start_worker(shared: &Shared) -> bool {
    let (desk, number) = (Rc::downgrade(shared), shared.borrow().next_hand);
    let hear = Rc::new(move |said: Option<JsValue>| {
        if let Some(shared) = desk.upgrade() {
            heard(&shared, number, said);
        }
    });
    let hand = Hand::worker(hear);
    let started = hand.is_some();
    match hand {
        Some(hand) => shared.borrow_mut().enlist(hand),
        None if shared.borrow().hands.is_empty() => start_page(shared),
        None => {}
    }
    started
}

/// Lets the page examine by itself.
fn start_page(shared: &Shared) {
    let (desk, number): (Weak<RefCell<Desk>>, usize) = (Rc::downgrade(shared), shared.borrow().next_hand);
    let tell: Tell = Rc::new(move |answer, report| {
        if let Some(shared) = desk.upgrade() {
            answered(&shared, number, &answer, report.map(Letter::Report));
        }
    });
    {
        let mut desk = shared.borrow_mut();
        let hand = Hand::page(desk.facts.clone(), tell);
        hand.set_bench(&desk.bench);
        desk.enlist(hand);
        desk.give();
    }
}

/// What a worker says; nothing where it broke down.
fn heard(shared: &Shared, number: usize, said: Option<JsValue>) {
    let letter = said.filter(JsValue::is_object).map_or_else(Array::new, |said| Array::from(&said));
    let answer = letter.get(0).as_string().and_then(|answer| typed_text(&answer).ok());
    answered(shared, number, &answer.unwrap_or(Answer::Broken), Some(Letter::Json(letter.get(1))));
}

fn answered(shared: &Shared, number: usize, answer: &Answer, report: Option<Letter>) {
    let mut desk = shared.borrow_mut();
    if !desk.hands.contains_key(&number) {
        return;
    }
    match answer {
        Answer::Ready => {
            if let Some(Hand::Worker(hand)) = desk.hands.get_mut(&number) {
                hand.ready = true;
            }
            if let Some(hand) = desk.hands.get(&number) {
                hand.set_registry(&desk.facts);
                hand.set_bench(&desk.bench);
            }
        }
        Answer::Holds { id, files } => desk.queue.holds(*id, *files),
        Answer::Told { id } => {
            desk.queue.told(*id);
            desk.unread.extend(report);
        }
        Answer::Done { id } => desk.queue.finished(*id),
        Answer::Broken => {
            let lost = desk.lose(number);
            drop(desk);
            replace(shared, lost);
            return due(shared);
        }
    }
    desk.give();
    drop(desk);
    due(shared);
}

/// Another worker for one that broke down at work. Where one broke down before it was ready, so would the next.
fn replace(shared: &Shared, lost: Option<Hand>) {
    if lost.is_some_and(|hand| hand.is_ready()) {
        if !shared.borrow().queue.is_idle() {
            start_worker(shared);
        }
    } else if shared.borrow().hands.is_empty() {
        start_page(shared);
    }
}

/// Sees to it that the page hears of what came: now, if the last batch was a while ago, or later. In a page that is out of
/// sight the browser holds timers back, but not what workers say.
fn due(shared: &Shared) {
    let now = browser::now().unwrap_or_default();
    if now - shared.borrow().last_batch >= f64::from(PACE) {
        tell(shared);
    } else if shared.borrow().timer.is_none() {
        later(shared, PACE);
    }
}

fn later(shared: &Shared, wait: u32) {
    let desk = Rc::downgrade(shared);
    let timer = Timeout::new(wait, move || {
        if let Some(shared) = desk.upgrade() {
            tell(&shared);
        }
    });
    shared.borrow_mut().timer = Some(timer);
}

/// Tells the page one batch.
fn tell(shared: &Shared) {
    let (batch, taken) = {
        let mut desk = shared.borrow_mut();
        desk.timer = None;
        (desk.batch(), desk.taken.clone())
    };
    if !batch.is_empty() {
        taken.emit(batch);
    }
    shared.borrow_mut().give();
    if !shared.borrow().unread.is_empty() {
        later(shared, BREATH);
    }
}
