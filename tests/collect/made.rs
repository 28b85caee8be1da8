//! Files as they are after they were examined, made by hand: what is tried is the ledger alone.

use return36a::collect::{Arrived, Entry, Examined, Filed, Ledger, Outcome, SignatureFound, Standing, State};
use return36a::quarterly::{Return, Start, blank, return_value};
use return36a::registry::{Period, Registry, sha256_hex};
use return36a::rules::Verdict;
use return36a::signing::canonical;
use return36a::vietnamese::Date;
use std::sync::Arc;

pub const FINANCE: &str = "bo-tai-chinh";

pub fn registry() -> &'static Registry {
    Registry::embedded().unwrap()
}

pub fn period() -> Period {
    "2017-Q2".parse().unwrap()
}

pub fn day(iso: &str) -> Date {
    Date::parse_iso(iso).unwrap()
}

/// The last day of quarter II/2017.
pub fn due() -> Date {
    registry().period(period()).unwrap().due
}

/// A sound, genuine return of Bộ Tài chính, received on the last day.
#[derive(Clone)]
pub struct Made {
    pub content: Return,
    pub filed: Filed,
    pub name: String,
    pub received: Date,
    pub layout: &'static str,
}

impl Made {
    pub fn new(name: &str) -> Self {
        let start = Start { agency: FINANCE.into(), period: period(), random: [7; 16] };
        let content = blank(registry(), &"0".repeat(64), &start);
        let filed = Filed {
            content: Arc::new(content.clone()),
            listed: 0,
            content_sha256: String::new(),
            signatures: ["drafter", "approver", "seal"].map(valid).to_vec(),
            standing: Standing::Genuine,
            judged_by: String::new(),
            findings: Vec::new(),
            tally: Verdict::default(),
            theirs: Vec::new(),
            same_registry: true,
            missing: 0,
            unknown: 0,
        };
        Self { content, filed, name: name.to_owned(), received: due(), layout: "indented" }
    }

    /// The next revision of this one.
    pub fn amended(&self, name: &str) -> Self {
        let mut next = self.clone();
        next.content.supersedes = Some(self.hash());
        next.content.revision += 1;
        next.content.amendment_reason = format!("Sửa số liệu ({name})");
        name.clone_into(&mut next.name);
        next
    }

    pub fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub fn hash(&self) -> String {
        sha256_hex(&canonical(&return_value(&self.content)).unwrap())
    }

    pub fn arrived(&self) -> Arrived {
        let content_sha256 = self.hash();
        let content = Arc::new(self.content.clone());
        let bytes = format!("{content_sha256} {:?} {}", self.filed.standing, self.layout);
        let outcome = Outcome::Return(Box::new(Filed { content, content_sha256, ..self.filed.clone() }));
        let examined = Examined { sha256: sha256_hex(bytes.as_bytes()), size: bytes.len() as u64, outcome };
        let name = self.name.clone();
        Arrived { name, received: self.received, examined, note: String::new(), set_aside: false }
    }
}

/// A valid signature in this role.
pub fn valid(role: &str) -> SignatureFound {
    SignatureFound {
        code: "signing/valid".into(),
        kid: role.to_owned(),
        role: Some(role.to_owned()),
        issued_at: None,
        holder: None,
        certificate: None,
    }
}

/// A file that is no return.
pub fn unreadable(name: &str, code: &str) -> Arrived {
    let outcome = Outcome::Unreadable { code: code.to_owned(), place: String::new() };
    let examined = Examined { sha256: sha256_hex(code.as_bytes()), size: 9, outcome };
    Arrived { name: name.to_owned(), received: due(), examined, note: String::new(), set_aside: false }
}

/// A ledger into which these came one by one.
pub fn ledger_of(files: impl IntoIterator<Item = Arrived>) -> Ledger {
    let mut ledger = Ledger::new(registry(), period());
    files.into_iter().for_each(|file| ledger.add([file]));
    ledger
}

pub fn entry<'a>(ledger: &'a Ledger, name: &str) -> &'a Entry {
    ledger.entries().iter().find(|entry| entry.file.name == name).unwrap()
}

pub fn states(ledger: &Ledger) -> Vec<(&str, State)> {
    ledger.entries().iter().map(|entry| (entry.file.name.as_str(), entry.state)).collect()
}
