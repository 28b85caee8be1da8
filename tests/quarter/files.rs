//! The files of a quarter as they come to the coordinator, each with the state that it must get.

use super::alien::aliens;
use super::chance::below;
use super::days::{facts, later};
use super::keys::Signatory;
use super::parts::{Part, name, part_at};
use super::reporting;
use super::returns::{Ground, amended, contradicting, of_other_registry, set, unfinished};
use return36a::quarterly::{Answer, Return, SignedFile, read, write};
use return36a::registry::{Agency, AgencyId, Period, Registry};
use return36a::rules::RuleSet;
use return36a::signing::KeyCard;
use return36a::vietnamese::Date;

/// The states that files get, each of which some sample has.
pub const STATES: [&str; 14] = [
    "accepted",
    "warned",
    "late",
    "other-registry",
    "blocked",
    "unsigned",
    "signature-unknown",
    "signature-broken",
    "signature-other-agency",
    "not-a-return",
    "duplicate",
    "superseded",
    "forked",
    "wrong-period",
];

/// The states of a file that counts.
pub const COUNTING: [&str; 4] = ["accepted", "warned", "late", "other-registry"];

/// One file that comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name, with the folder it lies in, as an officer would give it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whose return it says it is; none for what is no return.
    pub agency: Option<AgencyId>,
    /// The state that it must get, one of [`STATES`], when all files are there and every agency's card is known.
    pub state: &'static str,
    /// The day on which it came.
    pub received: Date,
    /// What is particular about it, in English; empty where nothing is.
    pub about: &'static str,
}

/// What a quarter brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// The quarter.
    pub period: Period,
    /// The files, in the order in which they came in.
    pub samples: Vec<Sample>,
    /// The keys that the coordinator knows.
    pub cards: Vec<KeyCard>,
    /// The agencies that sent nothing at all.
    pub missing: Vec<AgencyId>,
    /// The last day on which a return is in time.
    pub due: Date,
}

/// The files of this quarter: of each agency that reports one that counts, but for those that send nothing, nothing
/// signed or nothing sound, or two first versions; and beside them bad ones of every state.
pub fn quarter(registry: &Registry, period: Period) -> Quarter {
    let rules = RuleSet::compile(&registry.rule).unwrap();
    let due = facts(registry, period).due;
    let quarter = Quarter { period, samples: Vec::new(), cards: Vec::new(), missing: Vec::new(), due };
    let mut mail = Mail { ground: Ground::of(registry), rules, quarter };
    let agencies = reporting(registry);
    for (place, agency) in agencies.iter().enumerate() {
        let desk = Desk { agency, key: Signatory::of(agency), place };
        mail.quarter.cards.push(desk.key.card.clone());
        mail.send(&desk, agencies[(place + 1) % agencies.len()], part_at(place));
    }
    mail.send_aliens();
    mail.quarter
}

/// Who sends.
struct Desk<'a> {
    agency: &'a Agency,
    key: Signatory,
    place: usize,
}

/// The quarter while its files come in.
struct Mail<'a> {
    ground: Ground<'a>,
    rules: RuleSet,
    quarter: Quarter,
}

impl Mail<'_> {
    fn send(&mut self, desk: &Desk<'_>, neighbour: &Agency, part: Part) {
        let (id, period) = (&desk.agency.id, self.quarter.period);
        let sound = self.ground.sound(id, period);
        let next = amended(&sound);
        match part {
            Part::Nothing => self.quarter.missing.push(id.clone()),
            Part::Sound => self.signed(desk, sound, "accepted", ""),
            Part::Warned => {
                let warned = self.ground.warned(&self.rules, id, period);
                self.signed(desk, warned, "warned", "");
            }
            Part::Late => self.late(desk, sound, "in time but for the mail"),
            Part::LateAndWarned => {
                let warned = self.ground.warned(&self.rules, id, period);
                self.late(desk, warned, "and with a warning explained");
            }
            Part::OtherRegistry => self.signed(desk, of_other_registry(sound), "other-registry", ""),
            Part::Contradicting => self.signed(desk, contradicting(sound), "blocked", "more services than procedures"),
            Part::Unfinished => self.signed(desk, unfinished(sound), "blocked", "counts and statuses left blank"),
            Part::Unsigned => self.unsigned(desk, sound, "nothing else from this agency"),
            _ => self.send_several(desk, neighbour, part, sound, next),
        }
    }

    /// What comes in more files than one.
    fn send_several(&mut self, desk: &Desk<'_>, neighbour: &Agency, part: Part, sound: Return, next: Return) {
        let (id, period) = (&desk.agency.id, self.quarter.period);
        match part {
            Part::Amended => self.chain(desk, vec![sound, next]),
            Part::AmendedTwice => {
                let last = amended(&next);
                self.chain(desk, vec![sound, next, last]);
            }
            Part::AmendmentAlone => self.signed(desk, next, "accepted", "its first version never came"),
            Part::AmendmentsAtOdds => self.fork(desk, sound, next),
            Part::BegunAnew => {
                let anew = self.ground.begun_anew(id, period);
                self.signed(desk, sound, "forked", "one of two first versions");
                self.signed(desk, anew, "forked", "one of two first versions");
            }
            _ => {
                self.signed(desk, sound.clone(), "accepted", "");
                self.send_beside(desk, neighbour, part, sound, next);
            }
        }
    }

    /// What comes beside a file that counts, and must not take its place.
    fn send_beside(&mut self, desk: &Desk<'_>, neighbour: &Agency, part: Part, sound: Return, next: Return) {
        let stranger = Signatory::stranger(desk.agency);
        match part {
            Part::Copied => self.put(desk, desk.key.signed(sound), "duplicate", "the same bytes"),
            Part::Reindented => self.put(desk, reindented(&desk.key.signed(sound)), "duplicate", "indented otherwise"),
            Part::AmendmentUnsigned => self.unsigned(desk, next, "an amendment, not signed yet"),
            Part::AmendedByStranger => {
                self.put(desk, stranger.signed(next), "signature-unknown", "an amendment by an unknown key");
            }
            Part::AmendedWithoutKey => {
                let broken = changed_after(&desk.key.signed(next));
                self.put(desk, broken, "signature-broken", "an amendment changed after it was signed");
            }
            Part::AmendedByNeighbour => {
                let borrowed = Signatory::of(neighbour).signed(next);
                self.put(desk, borrowed, "signature-other-agency", "an amendment signed by another agency");
            }
            Part::QuarterBefore => {
                let before = self.ground.sound(&desk.agency.id, self.quarter.period.previous());
                self.put(desk, desk.key.signed(before), "wrong-period", "the return of the quarter before");
            }
            _ => {}
        }
    }

    /// Versions one after the other, of which the last one counts.
    fn chain(&mut self, desk: &Desk<'_>, versions: Vec<Return>) {
        let last = versions.len() - 1;
        for (at, version) in versions.into_iter().enumerate() {
            self.signed(desk, version, if at == last { "accepted" } else { "superseded" }, "");
        }
    }

    /// Two second versions that claim the same first one: which of them takes its place is not for a program to say, so it
    /// still counts.
    fn fork(&mut self, desk: &Desk<'_>, first: Return, second: Return) {
        let mut other = second.clone();
        let procedures = other.services["procedures"].answer.as_ref().and_then(Answer::number).unwrap();
        set(&mut other, "procedures", Answer::Reported(procedures + 12));
        self.signed(desk, first, "accepted", "two versions claim its place");
        self.signed(desk, second, "forked", "one of two second versions");
        self.signed(desk, other, "forked", "one of two second versions");
    }

    fn signed(&mut self, desk: &Desk<'_>, content: Return, state: &'static str, about: &'static str) {
        self.put(desk, desk.key.signed(content), state, about);
    }

    fn unsigned(&mut self, desk: &Desk<'_>, content: Return, about: &'static str) {
        let bytes = write(&SignedFile { content, signatures: Vec::new() });
        self.put(desk, bytes, "unsigned", about);
    }

    fn late(&mut self, desk: &Desk<'_>, content: Return, about: &'static str) {
        self.signed(desk, content, "late", about);
        let due = self.quarter.due;
        self.quarter.samples.iter_mut().rev().take(1).for_each(|sample| sample.received = later(due, 3));
    }

    /// A file of this agency: its first one comes on the last day or the one before, all others on the last.
    fn put(&mut self, desk: &Desk<'_>, bytes: Vec<u8>, state: &'static str, about: &'static str) {
        let of_agency = self.quarter.samples.iter().filter(|sample| sample.agency.as_ref() == Some(&desk.agency.id));
        let nth = of_agency.count() + 1;
        let name = name(desk.agency, desk.place, self.quarter.period, nth);
        let before = if nth == 1 { below(2, &["received", desk.agency.id.as_str()]) } else { 0 };
        let (agency, received) = (Some(desk.agency.id.clone()), later(self.quarter.due, -before));
        self.quarter.samples.push(Sample { name, bytes, agency, state, received, about });
    }

    fn send_aliens(&mut self) {
        let agency = reporting(self.ground.registry)[0];
        let signed = Signatory::of(agency).signed(self.ground.sound(&agency.id, self.quarter.period));
        let received = self.quarter.due;
        self.quarter.samples.extend(aliens(&signed).into_iter().map(|alien| Sample {
            name: alien.name.to_owned(),
            bytes: alien.bytes,
            agency: None,
            state: "not-a-return",
            received,
            about: alien.about,
        }));
    }
}

/// The same file as another program writes it: on one line.
fn reindented(bytes: &[u8]) -> Vec<u8> {
    serde_json::from_slice::<serde_json::Value>(bytes).unwrap().to_string().into_bytes()
}

/// The file with more services at level 4 than were signed, and the signature as it was.
fn changed_after(bytes: &[u8]) -> Vec<u8> {
    let mut file = read(bytes).unwrap();
    set(&mut file.content, "level4", Answer::Reported(4_000));
    write(&file)
}
