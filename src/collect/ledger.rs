use super::chain::{Link, Place, resolved};
use super::{Examined, Filed, Grounds, Outcome, Reason, Sent, Standing, State};
use crate::registry::{AgencyId, Period, Registry};
use crate::signing::{Role, Ruling};
use crate::vietnamese::{Date, search_key};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// A file on its way into the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// Its name, with the folder or archive it came in.
    pub name: String,
    /// The day on which it was received.
    pub received: Date,
    /// What it is, looked at alone.
    pub examined: Examined,
    /// The coordinator's note.
    pub note: String,
    /// Whether the coordinator has set it aside.
    pub set_aside: bool,
}

/// One received file, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The file.
    pub file: Arrived,
    /// What became of it.
    pub state: State,
    /// Why, and what else is to be known: the first one explains the state.
    pub reasons: Vec<Reason>,
    /// The file's name as it is compared in a search, worked out once: thousands are searched at each key.
    pub search_key: String,
    /// Whether what was found rests on a keyring, or a day of receipt, that no longer holds.
    pub to_examine: bool,
}

impl Entry {
    /// A file of which nothing is known yet.
    fn new(file: Arrived) -> Self {
        let search_key = search_key(&file.name);
        Self { file, state: State::NotAReturn, reasons: Vec::new(), search_key, to_examine: false }
    }

    /// The return, where the file is one.
    pub fn filed(&self) -> Option<&Filed> {
        match &self.file.examined.outcome {
            Outcome::Return(filed) => Some(filed),
            Outcome::Unreadable { .. } => None,
        }
    }
}

/// Every file received for one quarter, in the order of arrival; nothing is dropped.
#[derive(Clone, Debug)]
pub struct Ledger {
    period: Period,
    due: Option<Date>,
    entries: Vec<Entry>,
    /// The entries of each agency's returns.
    of_agency: BTreeMap<AgencyId, Vec<usize>>,
    /// How many returns there are of each quarter.
    of_period: BTreeMap<Period, usize>,
    /// The first entry with these bytes.
    by_sha256: HashMap<String, usize>,
    sent: Sent,
    /// What verdicts must rest on to be believed; none where all were found by the same hand.
    grounds: Option<Arc<Grounds>>,
}

impl Ledger {
    /// An empty ledger of this quarter.
    pub fn new(registry: &Registry, period: Period) -> Self {
        let due = registry.period(period).map(|facts| facts.due);
        Self {
            period,
            due,
            entries: Vec::new(),
            of_agency: BTreeMap::new(),
            of_period: BTreeMap::new(),
            by_sha256: HashMap::new(),
            sent: Sent::default(),
            grounds: None,
        }
    }

    /// Its quarter.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The last day to send a return, where the registry gives one.
    pub fn due(&self) -> Option<Date> {
        self.due
    }

    /// All entries, in the order of arrival.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What was sent back about the files.
    pub fn sent(&self) -> &Sent {
        &self.sent
    }

    /// Remembers what was sent back, in place of what was known of it.
    pub fn set_sent(&mut self, sent: Sent) {
        self.sent = sent;
    }

    /// From now on believes only verdicts that rest on what this keyring says. The others wait to be found anew.
    pub fn rest_on(&mut self, grounds: Arc<Grounds>) {
        self.grounds = Some(grounds);
        let mut touched = BTreeSet::new();
        for at in 0..self.entries.len() {
            if self.weigh(at) {
                touched.extend(self.entries.get(at).and_then(Entry::filed).map(|filed| filed.content.agency.clone()));
            }
        }
        touched.iter().for_each(|agency| self.settle(agency));
    }

    /// Works out whether the verdict on an entry rests on what still holds; whether that has changed.
    fn weigh(&mut self, at: usize) -> bool {
        let Some(entry) = self.entries.get_mut(at) else { return false };
        let before = entry.to_examine;
        entry.to_examine =
            self.grounds.as_ref().zip(entry.filed()).is_some_and(|(grounds, filed)| {
                filed.judged_by != grounds.mark(&filed.signatures, entry.file.received)
            });
        entry.to_examine != before
    }

    /// Takes files in. The states of their agencies' other files follow, once for all.
    pub fn add(&mut self, files: impl IntoIterator<Item = Arrived>) {
        let first = self.entries.len();
        for file in files {
            let at = self.entries.len();
            self.by_sha256.entry(file.examined.sha256.clone()).or_insert(at);
            self.entries.push(Entry::new(file));
            self.weigh(at);
        }
        let mut touched = BTreeSet::new();
        for at in first..self.entries.len() {
            match self.enlisted(at) {
                Some(agency) => drop(touched.insert(agency)),
                None => self.put(at, self.unread(at)),
            }
        }
        touched.iter().for_each(|agency| self.settle(agency));
    }

    /// Takes what was found in a file anew, as after a card came into the keyring.
    pub fn replace(&mut self, at: usize, examined: Examined) {
        if let Some(entry) = self.entries.get_mut(at)
            && entry.file.examined.sha256 == examined.sha256
        {
            entry.file.examined = examined;
            self.weigh(at);
            self.place(at);
        }
    }

    /// Writes the coordinator's note.
    pub fn set_note(&mut self, at: usize, note: &str) {
        if let Some(entry) = self.entries.get_mut(at) {
            entry.file.note = note.to_owned();
        }
    }

    /// Sets a file aside, or takes it back in.
    pub fn set_aside(&mut self, at: usize, aside: bool) {
        if let Some(entry) = self.entries.get_mut(at) {
            entry.file.set_aside = aside;
            self.place(at);
        }
    }

    /// Corrects the day on which a file was received; what the rules found on the former day stays.
    pub fn set_received(&mut self, at: usize, received: Date) {
        if let Some(entry) = self.entries.get_mut(at) {
            entry.file.received = received;
            self.weigh(at);
            self.place(at);
        }
    }

    /// The entry that counts for each agency.
    pub fn counting(&self) -> BTreeMap<&AgencyId, usize> {
        let counts = |at: &&usize| self.entries.get(**at).is_some_and(|entry| entry.state.counts());
        self.of_agency.iter().filter_map(|(agency, of)| Some((agency, *of.iter().find(counts)?))).collect()
    }

    /// The entries of an agency's returns, in the order of arrival.
    pub fn of_agency(&self, agency: &AgencyId) -> &[usize] {
        self.of_agency.get(agency).map_or(&[], Vec::as_slice)
    }

    /// How many returns there are of each quarter, whatever became of them; no other quarter than the ledger's should be
    /// among them.
    pub fn of_period(&self) -> &BTreeMap<Period, usize> {
        &self.of_period
    }

    /// How many files are in each state.
    pub fn tally(&self) -> BTreeMap<State, usize> {
        let mut tally = BTreeMap::new();
        for entry in &self.entries {
            *tally.entry(entry.state).or_default() += 1;
        }
        tally
    }

    /// Works out the state of an entry and of all that it touches.
    fn place(&mut self, at: usize) {
        match self.enlisted(at) {
            Some(agency) => self.settle(&agency),
            None => self.put(at, self.unread(at)),
        }
    }

    /// The agency whose return this is, which has it among its own from now on.
    fn enlisted(&mut self, at: usize) -> Option<AgencyId> {
        let content = &self.entries.get(at)?.filed()?.content;
        let (agency, period) = (content.agency.clone(), content.period);
        let of = self.of_agency.entry(agency.clone()).or_default();
        if let Err(place) = of.binary_search(&at) {
            of.insert(place, at);
            *self.of_period.entry(period).or_default() += 1;
        }
        Some(agency)
    }

    /// What becomes of a file that is no return.
    fn unread(&self, at: usize) -> (State, Vec<Reason>) {
        let Some(entry) = self.entries.get(at) else { return (State::NotAReturn, Vec::new()) };
        let first = self.by_sha256.get(&entry.file.examined.sha256).copied().unwrap_or(at);
        match &entry.file.examined.outcome {
            _ if entry.file.set_aside => (State::SetAside, vec![Reason::SetAside]),
            _ if first < at => (State::Duplicate, vec![Reason::DuplicateOf { name: self.name(first) }]),
            Outcome::Unreadable { code, place } => {
                (State::NotAReturn, vec![Reason::Unreadable { code: code.clone(), place: place.clone() }])
            }
            Outcome::Return(_) => (State::NotAReturn, Vec::new()),
        }
    }

    /// Works out the states of all files of one agency.
    fn settle(&mut self, agency: &AgencyId) {
        let of = self.of_agency(agency).to_vec();
        let mut originals: HashMap<&str, usize> = HashMap::new();
        for at in self.best_first(&of) {
            if let Some(filed) = self.entries.get(at).and_then(Entry::filed) {
                originals.entry(filed.content_sha256.as_str()).or_insert(at);
            }
        }
        let mut outcomes = Vec::new();
        let mut links = Vec::new();
        for at in of.iter().copied() {
            let Some(entry) = self.entries.get(at) else { continue };
            let Some(filed) = entry.filed() else { continue };
            let original = originals.get(filed.content_sha256.as_str()).copied().unwrap_or(at);
            match self.alone(at, entry, filed, original) {
                Some(outcome) => outcomes.push((at, outcome)),
                None => links.push(Link::of(at, filed, self.first_received(&of, filed, entry.file.received))),
            }
        }
        let places = resolved(&links);
        outcomes.extend(links.iter().zip(&places).map(|(link, place)| (link.at, self.chained(link.at, place, &links))));
        for (at, outcome) in outcomes {
            self.put(at, outcome);
        }
        self.supersede_blocked(&of);
        self.remark_amendments(&of);
    }

    /// The entries, of equal returns the one first whose signatures are worth most, of those the one that is signed in more
    /// roles, and then the one that was received first: the day on which it was taken in here is not that on which it came.
    fn best_first(&self, of: &[usize]) -> Vec<usize> {
        let mut of = of.to_vec();
        of.sort_by_cached_key(|at| {
            let Some((entry, filed)) = self.entries.get(*at).and_then(|entry| Some((entry, entry.filed()?))) else {
                return (true, true, Reverse((Standing::Broken, 0)), None, *at);
            };
            let worth = Reverse((filed.standing, signed_roles(filed).len()));
            (entry.file.set_aside, entry.to_examine, worth, Some(entry.file.received), *at)
        });
        of
    }

    /// The day on which a sound return first came, of whose copies one may have brought more signatures later.
    fn first_received(&self, of: &[usize], filed: &Filed, received: Date) -> Date {
        let copies = of.iter().filter_map(|at| self.entries.get(*at));
        let sound = copies.filter(|entry| {
            let is_same =
                |copy: &Filed| copy.content_sha256 == filed.content_sha256 && copy.standing == Standing::Genuine;
            !entry.file.set_aside && entry.filed().is_some_and(is_same) && !entry.to_examine
        });
        sound.map(|entry| entry.file.received).min().unwrap_or(received)
    }

    /// What becomes of a return by itself; none where it is sound, and its chain decides.
    fn alone(&self, at: usize, entry: &Entry, filed: &Filed, original: usize) -> Option<(State, Vec<Reason>)> {
        let why = |state: State, reason: Reason| Some((state, vec![reason]));
        let bad = || filed.signatures.iter().find(|signature| signature.code != Ruling::Valid.code());
        let refused = |state: State| {
            let (code, kid) = bad().map(|bad| (bad.code.clone(), bad.kid.clone())).unwrap_or_default();
            why(state, Reason::Signature { code, kid })
        };
        match filed.standing {
            _ if entry.file.set_aside => why(State::SetAside, Reason::SetAside),
            _ if entry.to_examine && !self.is_genuine(original) => why(State::ToExamine, Reason::ToExamine),
            _ if original != at => why(State::Duplicate, Reason::DuplicateOf { name: self.name(original) }),
            Standing::Unsigned => why(State::Unsigned, Reason::Unsigned),
            Standing::Broken => refused(State::SignatureBroken),
            Standing::Unknown => refused(State::SignatureUnknown),
            Standing::NotInForce => refused(State::SignatureNotInForce),
            Standing::OtherAgency => refused(State::SignatureOtherAgency),
            Standing::Genuine if filed.content.period != self.period => {
                why(State::WrongPeriod, Reason::WrongPeriod { of: filed.content.period })
            }
            Standing::Genuine if !filed.tally.can_sign() => {
                let tally = filed.tally;
                let findings =
                    Reason::Findings { errors: tally.errors, open: tally.open, unexplained: tally.unexplained };
                let differs = Reason::VerdictDiffers {
                    ours: tally.errors + tally.open + tally.unexplained,
                    theirs: filed.theirs.len(),
                };
                Some((State::Blocked, vec![findings, differs]))
            }
            Standing::Genuine => None,
        }
    }

    /// Whether an entry is a return by its agency, as far as is known by what holds now.
    fn is_genuine(&self, at: usize) -> bool {
        let Some(entry) = self.entries.get(at).filter(|entry| !entry.to_examine) else { return false };
        !entry.file.set_aside && entry.filed().is_some_and(|filed| filed.standing == Standing::Genuine)
    }

    /// What becomes of a sound return in its chain.
    fn chained(&self, at: usize, place: &Place, links: &[Link<'_>]) -> (State, Vec<Reason>) {
        let names = |of: &[usize]| of.iter().map(|at| self.name(*at)).collect::<Vec<_>>();
        match place {
            Place::Superseded(by) => {
                let revision = links.iter().find(|link| link.at == *by).map_or(0, |link| link.revision);
                (State::Superseded, vec![Reason::SupersededBy { name: self.name(*by), revision }])
            }
            Place::Forked(with) => (State::Forked, vec![Reason::ForkedWith { names: names(with) }]),
            Place::Counts { received, gap, wanted, disputed } => {
                let (state, mut reasons) = self.counted(at, *received);
                reasons.extend((*gap && !self.has_predecessor_of(at)).then_some(Reason::PredecessorMissing));
                reasons.extend(wanted.map(|wanted| Reason::RevisionNumber { wanted }));
                reasons.extend((!disputed.is_empty()).then(|| Reason::Disputed { names: names(disputed) }));
                (state, reasons)
            }
        }
    }

    /// Whether the revision that this one amends was received, though it may not count.
    fn has_predecessor_of(&self, at: usize) -> bool {
        let Some(content) = self.entries.get(at).and_then(Entry::filed).map(|filed| &filed.content) else {
            return false;
        };
        let mut of = self.of_agency(&content.agency).iter().filter_map(|at| self.entries.get(*at)?.filed());
        of.any(|filed| Some(&filed.content_sha256) == content.supersedes.as_ref())
    }

    /// The state of a return that counts; `received` is the day on which the first of its chain came.
    fn counted(&self, at: usize, received: Date) -> (State, Vec<Reason>) {
        let Some(filed) = self.entries.get(at).and_then(Entry::filed) else { return (State::NotAReturn, Vec::new()) };
        let late = self.due.filter(|due| *due < received);
        let late = late.map(|due| Reason::Late { due, days: due.days_until(received) });
        let other = (!filed.same_registry).then(|| Reason::OtherRegistry {
            version: filed.content.registry.version.clone(),
            missing: filed.missing,
            unknown: filed.unknown,
        });
        let (justified, notes) = (filed.tally.justified, filed.tally.notes);
        let warned = (justified + notes > 0).then_some(Reason::Warnings { justified, notes });
        let state = match (&other, &late) {
            (Some(_), _) => State::OtherRegistry,
            (None, Some(_)) => State::Late,
            (None, None) if justified > 0 => State::Warned,
            (None, None) => State::Accepted,
        };
        let theirs = filed.theirs.len();
        let differs = (theirs > 0).then_some(Reason::VerdictDiffers { ours: 0, theirs });
        let mut reasons: Vec<Reason> = [other, late, warned, differs].into_iter().flatten().collect();
        if reasons.is_empty() {
            reasons.push(Reason::Sound);
        }
        reasons.extend(signed_in_part(filed));
        (state, reasons)
    }

    /// What is blocked is done with once a revision counts that amends it, or amends what amends it.
    fn supersede_blocked(&mut self, of: &[usize]) {
        let counts = |at: &usize| self.entries.get(*at).filter(|entry| entry.state.counts()).and_then(Entry::filed);
        let Some((counting, filed)) = of.iter().find_map(|at| Some((*at, counts(at)?))) else { return };
        let by = Reason::SupersededBy { name: self.name(counting), revision: filed.content.revision };
        let amends = |at: &usize| {
            let filed = self.entries.get(*at).filter(|entry| entry.state != State::Duplicate)?.filed()?;
            Some((filed.content_sha256.clone(), (*at, filed.content.supersedes.clone())))
        };
        let mut before = filed.content.supersedes.clone();
        let mut by_hash: HashMap<String, (usize, Option<String>)> = of.iter().filter_map(amends).collect();
        while let Some((at, amended)) = before.and_then(|hash| by_hash.remove(&hash)) {
            before = amended;
            if let Some(entry) = self.entries.get_mut(at).filter(|entry| entry.state == State::Blocked) {
                entry.state = State::Superseded;
                entry.reasons.insert(0, by.clone());
            }
        }
    }

    /// Tells a return that counts of amendments that came and cannot count, or not yet.
    fn remark_amendments(&mut self, of: &[usize]) {
        let counting = of.iter().copied().find(|at| self.entries.get(*at).is_some_and(|entry| entry.state.counts()));
        let Some(counting) = counting else { return };
        let Some(hash) = self.entries.get(counting).and_then(Entry::filed).map(|of| of.content_sha256.clone()) else {
            return;
        };
        let remark = |at: &usize| {
            let entry = self.entries.get(*at)?;
            let name = self.name(*at);
            match entry.state {
                _ if entry.filed()?.content.supersedes.as_ref() != Some(&hash) => None,
                State::Blocked => Some(Reason::AmendmentBlocked { name }),
                State::ToExamine => Some(Reason::AmendmentWaits { name }),
                _ => None,
            }
        };
        let remarks: Vec<Reason> = of.iter().filter_map(remark).collect();
        if let Some(entry) = self.entries.get_mut(counting) {
            entry.reasons.extend(remarks);
        }
    }

    fn put(&mut self, at: usize, (state, reasons): (State, Vec<Reason>)) {
        if let Some(entry) = self.entries.get_mut(at) {
            (entry.state, entry.reasons) = (state, reasons);
        }
    }

    fn name(&self, at: usize) -> String {
        self.entries.get(at).map(|entry| entry.file.name.clone()).unwrap_or_default()
    }
}

/// The roles in which a return has a valid signature, in the order in which an agency signs.
fn signed_roles(filed: &Filed) -> Vec<Role> {
    let has = |role: &Role| {
        let mut valid = filed.signatures.iter().filter(|found| found.code == Ruling::Valid.code());
        valid.any(|found| found.role.as_deref() == Some(role.as_str()))
    };
    Role::OF_AGENCY.into_iter().filter(has).collect()
}

fn signed_in_part(filed: &Filed) -> Option<Reason> {
    let signed = signed_roles(filed);
    let missing = Role::OF_AGENCY.into_iter().filter(|role| !signed.contains(role));
    let names = |roles: Vec<Role>| roles.into_iter().map(|role| role.as_str().to_owned()).collect::<Vec<_>>();
    let missing = names(missing.collect());
    (!missing.is_empty()).then(|| Reason::SignedInPart { signed: names(signed), missing })
}
