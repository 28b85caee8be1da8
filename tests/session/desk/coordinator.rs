//! A coordinator at the desk, told as actions; what the page would do is done here at once, natively.

use crate::quarter::files::{Quarter, Sample, quarter};
use crate::quarter::keys::Private;
use pollster::block_on;
use return36a::collect::{Arrived, Bench, COORDINATOR, Grounds, KeptEntry, examine};
use return36a::registry::{Period, Registry, sha256_hex};
use return36a::rules::RuleSet;
use return36a::session::desk::{
    BenchData, DeskAction, DeskEffect, DeskScreen, IssuedFile, RingAction, Taken, Unsigned, signers,
};
use return36a::session::view::desk;
use return36a::session::{Action, Effect, KeyMark, Notice, Screen, State, update};
use return36a::signing::{KeyCard, Native, Password, Role, SigningKey, new_key, no_randomness, open_key};
use return36a::vietnamese::Date;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::sync::LazyLock;

/// The files of quarter II/2017, made once.
pub static FILES: LazyLock<Quarter> = LazyLock::new(|| quarter(Registry::embedded().unwrap(), period()));

pub fn period() -> Period {
    "2017-Q2".parse().unwrap()
}

/// The first file of each of these states, and with it all files of its agency: chains are judged whole.
pub fn some(states: &[&str]) -> Vec<&'static Sample> {
    let wanted = states.iter().map(|state| FILES.samples.iter().find(|sample| sample.state == *state).unwrap());
    let agencies: Vec<_> = wanted.clone().filter_map(|sample| sample.agency.clone()).collect();
    let alien: Vec<&str> = wanted.filter(|sample| sample.agency.is_none()).map(|sample| sample.name.as_str()).collect();
    let of = |sample: &&Sample| match &sample.agency {
        Some(agency) => agencies.contains(agency),
        None => alien.contains(&sample.name.as_str()),
    };
    FILES.samples.iter().filter(of).collect()
}

/// What the browser would hold.
#[derive(Default)]
pub struct Browser {
    pub rows: BTreeMap<String, String>,
    pub texts: BTreeMap<String, String>,
    pub keyring: Option<String>,
    pub period: Option<String>,
    pub downloads: Vec<(String, Vec<u8>)>,
    pub refuses: bool,
}

pub struct Coordinator {
    pub state: State,
    pub browser: Browser,
    waiting: Vec<Sample>,
    /// The key that signs what is issued; without one the page is still at it.
    hand: Option<SigningKey<Private>>,
}

/// The coordinator's key file, as far as anybody looks into it here.
pub const PEM: &str = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";

/// 2017-06-20T02:00:00Z.
pub const NOW: i64 = 1_497_924_000;

impl Coordinator {
    /// A coordinator on 20 June 2017 whose browser holds nothing.
    pub fn new() -> Self {
        Self::with(Browser::default())
    }

    /// One whose browser holds this already.
    pub fn with(browser: Browser) -> Self {
        let registry = Registry::embedded().unwrap();
        let rules = RuleSet::compile(&registry.rule).unwrap();
        let today = Date::new(2017, 6, 20).unwrap();
        let state = State::new(Rc::new(registry.clone()), registry.sha256().unwrap(), Rc::new(rules), today);
        let mut coordinator = Self { state, browser, waiting: Vec::new(), hand: None };
        coordinator.goes(DeskScreen::Intake);
        coordinator
    }

    /// One who has the cards of all agencies and has taken these files in.
    pub fn having(samples: &[&Sample]) -> Self {
        let mut coordinator = Self::new();
        coordinator.adds_all_cards();
        coordinator.takes(samples);
        coordinator
    }

    /// The same with a key of their own, whose card is in the keyring.
    pub fn with_key(mut self) -> Self {
        let key = own_key();
        let card = KeyCard {
            agency: COORDINATOR.into(),
            name: "Vụ mẫu".into(),
            role: Role::Coordinator,
            key: key.public,
            created: self.state.today,
        };
        self.hand = Some(key);
        let mark = KeyMark { kid: "kid".into(), jwk: "{}".into(), card: card.json().unwrap() };
        self.acts(DeskAction::KeyMade { pem: PEM.into(), mark });
        self
    }

    pub fn goes(&mut self, screen: DeskScreen) -> Vec<Effect> {
        self.does(Action::Go(Screen::Desk(screen)))
    }

    pub fn acts(&mut self, action: DeskAction) -> Vec<Effect> {
        self.does(Action::Desk(action))
    }

    /// Does it, and what follows from it, as the page would.
    pub fn does(&mut self, action: Action) -> Vec<Effect> {
        let told = update(&mut self.state, action);
        self.carries(told.clone());
        told
    }

    /// What follows from these effects, as the page would do it.
    pub fn carries(&mut self, told: Vec<Effect>) {
        let mut effects = VecDeque::from(told);
        while let Some(effect) = effects.pop_front() {
            for action in self.carries_out(effect) {
                effects.extend(update(&mut self.state, Action::Desk(action)));
            }
        }
    }

    /// Takes files in on their own days.
    pub fn takes(&mut self, samples: &[&Sample]) {
        let mut days: Vec<Date> = samples.iter().map(|sample| sample.received).collect();
        days.sort();
        days.dedup();
        for day in days {
            let of: Vec<Sample> =
                samples.iter().filter(|sample| sample.received == day).map(|of| (*of).clone()).collect();
            self.acts(DeskAction::ReceivedTyped(day.vietnamese()));
            let files = of.len();
            self.waiting = of;
            self.acts(DeskAction::Take { files, unread: Vec::new() });
        }
    }

    pub fn adds_all_cards(&mut self) {
        let files = FILES.cards.iter().map(|card| ("card.json".to_owned(), card.json().unwrap().into_bytes()));
        self.acts(DeskAction::Cards(files.collect()));
        self.acts(DeskAction::AcceptAll);
    }

    fn carries_out(&mut self, effect: Effect) -> Vec<DeskAction> {
        match effect {
            Effect::Download { name, bytes } => self.browser.downloads.push((name, bytes)),
            Effect::Desk(effect) => return self.carries_out_for_desk(effect),
            _ => {}
        }
        Vec::new()
    }

    fn carries_out_for_desk(&mut self, effect: DeskEffect) -> Vec<DeskAction> {
        match effect {
            DeskEffect::Load => {
                let rows = self.browser.rows.clone().into_iter().collect();
                let (keyring, period) = (self.browser.keyring.clone(), self.browser.period.clone());
                let storage = !self.browser.refuses;
                return vec![
                    DeskAction::Opened { storage, keyring, period },
                    DeskAction::Loaded(rows),
                    DeskAction::AllLoaded,
                ];
            }
            DeskEffect::Take { period, received, bench } => {
                let taken = std::mem::take(&mut self.waiting).into_iter().map(|sample| {
                    let (name, note) = (sample.name, String::new());
                    let examined = self.examined(&bench, &sample.bytes, received);
                    Taken::New { period, file: Box::new(Arrived { name, received, examined, note, set_aside: false }) }
                });
                return done(taken.collect());
            }
            DeskEffect::TakeKept { period, entries, bench } => {
                let taken = entries.into_iter().map(|entry: KeptEntry| match entry.unread() {
                    Some(file) => Taken::New { period, file: Box::new(file) },
                    None => {
                        let text = entry.text.clone().unwrap_or_else(|| self.browser.texts[&entry.sha256].clone());
                        let examined = self.examined(&bench, text.as_bytes(), entry.received);
                        Taken::New { period, file: Box::new(entry.arrived(examined)) }
                    }
                });
                return done(taken.collect());
            }
            DeskEffect::Again { period, files, bench } => {
                let taken = files.into_iter().map(|file| {
                    let text = self.browser.texts[&file.sha256].clone();
                    let examined = Box::new(self.examined(&bench, text.as_bytes(), file.received));
                    Taken::Again { period, at: file.at, examined }
                });
                return done(taken.collect());
            }
            DeskEffect::Fetch { hashes, wanted } => {
                let texts =
                    hashes.into_iter().filter_map(|hash| Some((hash.clone(), self.browser.texts.get(&hash)?.clone())));
                return vec![DeskAction::Fetched { wanted, texts: texts.collect() }];
            }
            DeskEffect::Keep(rows) if !self.browser.refuses => self.browser.rows.extend(rows),
            DeskEffect::Keep(_) => return vec![DeskAction::KeepRefused],
            DeskEffect::Forget(period) => self.browser.rows.retain(|name, _| !name.starts_with(&format!("{period}/"))),
            DeskEffect::KeepKeyring(text) => self.browser.keyring = Some(text),
            DeskEffect::Remember(period) => self.browser.period = Some(period.to_string()),
            DeskEffect::Sweep(hashes) => self.browser.texts.retain(|hash, _| hashes.contains(hash)),
            DeskEffect::LetGo => self.waiting.clear(),
            DeskEffect::Issue { papers, .. } => return self.signs(papers),
            DeskEffect::TryKeyring(proof) => {
                let outcome = block_on(proof.verdict(&Native::new(no_randomness))).map_err(|error| error.code());
                return vec![DeskAction::Ring(RingAction::Tried { of: sha256_hex(&proof.payload), outcome })];
            }
            DeskEffect::TryCrls { crls, anchors } => {
                let outcome = block_on(signers(&Native::new(no_randomness), &crls, &anchors));
                let outcome = outcome.map_err(|error| error.code());
                let anchors = anchors.iter().map(|anchor| anchor.thumbprint().to_owned()).collect();
                return vec![DeskAction::Ring(RingAction::CrlsTried { anchors, outcome })];
            }
            DeskEffect::Cancel | DeskEffect::MakeKey { .. } => {}
        }
        Vec::new()
    }

    fn signs(&self, papers: Vec<(String, Unsigned)>) -> Vec<DeskAction> {
        let Some(key) = &self.hand else { return Vec::new() };
        let file = |(name, paper): (String, Unsigned)| {
            let bytes = block_on(paper.signed(&Native::new(no_randomness), key, NOW)).unwrap();
            IssuedFile { name, bytes }
        };
        vec![DeskAction::Issued(papers.into_iter().map(file).collect())]
    }

    fn examined(&mut self, bench: &BenchData, bytes: &[u8], received: Date) -> return36a::collect::Examined {
        let (registry, rules) = (self.state.registry.clone(), self.state.rules.clone());
        let grounds = Grounds::of(bench.keyring.as_ref().clone());
        let bench = Bench {
            registry: &registry,
            registry_sha256: &self.state.registry_sha256,
            rules: &rules,
            grounds: &grounds,
            previous: &bench.previous,
        };
        let examined = block_on(examine(&Native::new(no_randomness), bench, bytes, received)).unwrap();
        if let Ok(text) = std::str::from_utf8(bytes) {
            self.browser.texts.insert(examined.sha256.clone(), text.to_owned());
        }
        examined
    }

    /// Names of files and their states, in the order of the ledger.
    pub fn states(&self) -> Vec<(String, &'static str)> {
        let entries = self.state.desk.as_ref().unwrap().ledger().map(|ledger| ledger.entries()).unwrap_or_default();
        entries.iter().map(|entry| (entry.file.name.clone(), entry.state.code())).collect()
    }

    /// The place of the first entry in this state.
    pub fn entry_in(&self, state: &str) -> usize {
        self.states().iter().position(|(_, own)| *own == state).unwrap_or_else(|| panic!("none is {state}"))
    }

    pub fn intake(&self) -> desk::IntakeView {
        desk::intake(&self.state).unwrap()
    }

    /// What was last said, apart from findings.
    pub fn notice(&self) -> &str {
        match &self.state.notice {
            Some(Notice::Good(says) | Notice::Bad(says)) => says,
            None => "",
        }
    }

    /// The file given last.
    pub fn given(&self) -> (&str, &[u8]) {
        let (name, bytes) = self.browser.downloads.last().expect("a download");
        (name, bytes)
    }
}

/// A key made and opened as the page does, the same in every run.
fn own_key() -> SigningKey<Private> {
    let primitives = Native::new(|bytes: &mut [u8]| {
        bytes.fill(7);
        Ok(())
    });
    let password = Password::new("mật khẩu tổng hợp").unwrap();
    let made = block_on(new_key(&primitives, &password, 1)).unwrap();
    block_on(open_key(&primitives, made.pem.as_bytes(), &password)).unwrap()
}

fn done(taken: Vec<Taken>) -> Vec<DeskAction> {
    let count = taken.len();
    vec![DeskAction::Examined { taken, done: count, of: count }, DeskAction::Finished { left: 0 }]
}
