use crate::registry::Period;
use crate::vietnamese::Date;
use serde::{Deserialize, Serialize};

/// What becomes of a file: one state each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It counts; nothing is to be said of it.
    Accepted,
    /// It counts; its warnings are explained.
    Warned,
    /// It counts, and came after the last day.
    Late,
    /// It counts, and was checked with another edition of the registry.
    OtherRegistry,
    /// The keyring says otherwise of its keys, or the day of receipt is another, since it was examined.
    ToExamine,
    /// The rules find what must be mended first.
    Blocked,
    /// Nobody signed it.
    Unsigned,
    /// Signed by a key that is not in the keyring.
    SignatureUnknown,
    /// A signature does not fit what stands there, or cannot be read.
    SignatureBroken,
    /// Signed by a key or certificate that was not, or no longer, in force.
    SignatureNotInForce,
    /// Signed by the key of another agency, or in a role that the key does not have.
    SignatureOtherAgency,
    /// Not a return's file.
    NotAReturn,
    /// The same return came before.
    Duplicate,
    /// A later revision counts in its place.
    Superseded,
    /// Two revisions claim the same predecessor; the coordinator has to set one aside.
    Forked,
    /// A return of another quarter.
    WrongPeriod,
    /// The coordinator has set it aside.
    SetAside,
}

impl State {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 17] = [
        Self::Accepted,
        Self::Warned,
        Self::Late,
        Self::OtherRegistry,
        Self::ToExamine,
        Self::Blocked,
        Self::Forked,
        Self::Unsigned,
        Self::SignatureUnknown,
        Self::SignatureBroken,
        Self::SignatureNotInForce,
        Self::SignatureOtherAgency,
        Self::WrongPeriod,
        Self::NotAReturn,
        Self::Duplicate,
        Self::Superseded,
        Self::SetAside,
    ];

    /// The name that files carry: `other-registry`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Warned => "warned",
            Self::Late => "late",
            Self::OtherRegistry => "other-registry",
            Self::ToExamine => "to-examine",
            Self::Blocked => "blocked",
            Self::Unsigned => "unsigned",
            Self::SignatureUnknown => "signature-unknown",
            Self::SignatureBroken => "signature-broken",
            Self::SignatureNotInForce => "signature-not-in-force",
            Self::SignatureOtherAgency => "signature-other-agency",
            Self::NotAReturn => "not-a-return",
            Self::Duplicate => "duplicate",
            Self::Superseded => "superseded",
            Self::Forked => "forked",
            Self::WrongPeriod => "wrong-period",
            Self::SetAside => "set-aside",
        }
    }

    /// The state of this name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the return counts in the national tables.
    pub fn counts(self) -> bool {
        matches!(self, Self::Accepted | Self::Warned | Self::Late | Self::OtherRegistry)
    }

    /// Whether the coordinator has something to do about it.
    pub fn wants_action(self) -> bool {
        !self.counts() && !matches!(self, Self::Duplicate | Self::Superseded | Self::SetAside)
    }
}

/// Why a file is in its state, and what else is to be known of it. The first reason of an entry explains its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "reason")]
pub enum Reason {
    /// Read, genuine, without a finding.
    Sound,
    /// It counts with warnings that are explained, and notes.
    Warnings {
        /// Warnings with a reason.
        justified: usize,
        /// Notes.
        notes: usize,
    },
    /// It came after the last day.
    Late {
        /// The last day.
        due: Date,
        /// How many days later it came.
        days: i32,
    },
    /// It was checked with another edition of the registry.
    OtherRegistry {
        /// That edition.
        version: String,
        /// Rows that the registry in use asks for and the return does not have.
        missing: usize,
        /// Rows that it has and the registry in use does not ask for.
        unknown: usize,
    },
    /// What the rules find.
    Findings {
        /// Errors.
        errors: usize,
        /// Places that are not answered.
        open: usize,
        /// Warnings without a reason.
        unexplained: usize,
    },
    /// The officer's page let it be signed, and the rules here find otherwise.
    VerdictDiffers {
        /// Findings that block here.
        ours: usize,
        /// Warnings that the officer explained and that do not arise here.
        theirs: usize,
    },
    /// Valid signatures are only those of some roles; the others did not sign, or were taken away.
    SignedInPart {
        /// The roles in which somebody signed: `drafter`.
        signed: Vec<String>,
        /// Those in which nobody did.
        missing: Vec<String>,
    },
    /// What was found rests on a keyring or a day of receipt that no longer holds.
    ToExamine,
    /// Nobody signed it.
    Unsigned,
    /// A signature is not accepted.
    Signature {
        /// The code of the signing room, or of this one: `signing/broken`, `signing/other-agency`.
        code: String,
        /// The key's thumbprint, empty where it cannot be read.
        kid: String,
    },
    /// Not a return's file.
    Unreadable {
        /// The reader's code: `read/not-json`.
        code: String,
        /// The place in the file, empty for the whole.
        place: String,
    },
    /// The same return came before.
    DuplicateOf {
        /// The other file.
        name: String,
    },
    /// A later revision counts in its place.
    SupersededBy {
        /// The file of that revision.
        name: String,
        /// Its number.
        revision: u32,
    },
    /// Another one claims the same place in the chain.
    ForkedWith {
        /// The other files.
        names: Vec<String>,
    },
    /// The revisions after this one are in dispute, so that this one still counts.
    Disputed {
        /// The disputed files.
        names: Vec<String>,
    },
    /// It amends a revision that is not in the ledger, not even among what does not count.
    PredecessorMissing,
    /// Its number is not the one after its predecessor's.
    RevisionNumber {
        /// The number that it should have.
        wanted: u32,
    },
    /// An amendment came that cannot count; until it can, this one does.
    AmendmentBlocked {
        /// The file of the amendment.
        name: String,
    },
    /// An amendment came whose verdict rests on what no longer holds; until it is found anew, this one counts.
    AmendmentWaits {
        /// The file of the amendment.
        name: String,
    },
    /// A return of another quarter.
    WrongPeriod {
        /// Its quarter.
        of: Period,
    },
    /// The coordinator has set it aside.
    SetAside,
}

impl Reason {
    /// The name by which the text room finds its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Warnings { .. } => "warnings",
            Self::Late { .. } => "late",
            Self::OtherRegistry { .. } => "other-registry",
            Self::Findings { .. } => "findings",
            Self::VerdictDiffers { .. } => "verdict-differs",
            Self::SignedInPart { .. } => "signed-in-part",
            Self::ToExamine => "to-examine",
            Self::Unsigned => "unsigned",
            Self::Signature { .. } => "signature",
            Self::Unreadable { .. } => "unreadable",
            Self::DuplicateOf { .. } => "duplicate-of",
            Self::SupersededBy { .. } => "superseded-by",
            Self::ForkedWith { .. } => "forked-with",
            Self::Disputed { .. } => "disputed",
            Self::PredecessorMissing => "predecessor-missing",
            Self::RevisionNumber { .. } => "revision-number",
            Self::AmendmentBlocked { .. } => "amendment-blocked",
            Self::AmendmentWaits { .. } => "amendment-waits",
            Self::WrongPeriod { .. } => "wrong-period",
            Self::SetAside => "set-aside",
        }
    }
}
