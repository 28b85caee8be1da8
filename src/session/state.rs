use super::arriving::Arriving;
use super::checking::Position;
use super::desk::{Desk, DeskScreen};
use super::draft::{Draft, DraftKey};
use super::editions::{KeptFault, Offered, Ready};
use super::grid::Grid;
use super::history::History;
use super::papers::Opened;
use super::signatures::Joining;
use super::token::TokenStep;
use crate::collect::{Issuer, Receipt, SignatureFound};
pub use crate::quarterly::Section;
use crate::quarterly::{Answer, QueryAnswer};
use crate::registry::{AgencyId, Period, Registry};
use crate::rules::{Checker, Finding, RuleSet, Verdict, verdict};
use crate::signing::{Certificate, KeyCard, Keyring, Role, ToSign};
use crate::text::{Language, Phrase};
use crate::vietnamese::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Everything the page needs to show itself.
#[derive(Clone, Debug)]
pub struct State {
    /// The registry in use.
    pub registry: Rc<Registry>,
    /// SHA-256 of its canonical bytes, 64 hexadecimal digits.
    pub registry_sha256: String,
    /// Its rules, compiled.
    pub rules: Rc<RuleSet>,
    /// Who issued it, and when; none where it bears no signature.
    pub edition: Option<(Issuer, Date)>,
    /// Whether the key of whoever issued it is the one of the page's own registry, or was compared since the page was
    /// opened. A registry that the browser kept shows neither.
    pub vouched: bool,
    /// Why the signed registry that the page carries is not in use; it is said at the start.
    pub carried_fault: Option<KeptFault>,
    /// The registry that the page came with.
    pub built: Ready,
    /// A registry that waits to be taken into use.
    pub offered: Option<Box<Offered>>,
    /// Why the registry that the browser kept is not in use; it is said at the start.
    pub kept_fault: Option<KeptFault>,
    /// The day, as the machine's clock says.
    pub today: Date,
    /// The language of the page.
    pub language: Language,
    /// What is shown.
    pub screen: Screen,
    /// What is typed into the search for an agency.
    pub query: String,
    /// The agency chosen on the first screen.
    pub agency: Option<AgencyId>,
    /// The quarter chosen on the first screen.
    pub period: Option<Period>,
    /// Drafts found in the browser's storage, as they stand there.
    pub kept: BTreeMap<DraftKey, String>,
    /// The draft just deleted, which can be brought back.
    pub deleted: Option<(DraftKey, String)>,
    /// The return that is being filled.
    pub draft: Option<Draft>,
    /// The same under check; none without a return.
    pub checker: Option<Checker>,
    /// All that is wrong with it.
    pub findings: Vec<Finding>,
    /// Where the fields of findings stand among the sections, as far as it was worked out.
    pub positions: BTreeMap<String, Position>,
    /// The field that has the focus, and the text in it as typed.
    pub editing: Option<(String, String)>,
    /// Whether the draft is kept.
    pub saved: Saved,
    /// Whether the browser forgets all that it keeps when the window is closed, as a private window does.
    pub fleeting: bool,
    /// Whether the draft was edited since it was written out.
    pub unwritten: bool,
    /// The open draft as it was written out last.
    pub written: Option<Rc<str>>,
    /// The draft as it was given to the person in a file, last.
    pub outside: Option<Draft>,
    /// What was changed in it and can be undone.
    pub history: History,
    /// Drafts that are kept in a form that cannot be read here, as by a newer page: nothing is written over them.
    pub barred: BTreeSet<DraftKey>,
    /// Drafts of which the browser did not keep the last text: it is only in `kept`, in this window.
    pub unkept: BTreeSet<DraftKey>,
    /// The draft of this page that was taken, and under which name that is remembered once it is kept.
    pub taking: Option<(DraftKey, String)>,
    /// Drafts that would take the place of others, in the order in which the person is asked.
    pub arriving: Vec<Arriving>,
    /// The key that is loaded for the next signing; it is let go once used.
    pub key: Option<HeldKey>,
    /// What can be told of the key that was made or used last.
    pub mark: Option<KeyMark>,
    /// Whether a key is being made.
    pub busy: bool,
    /// SHA-256 of the bytes that are being signed: nothing is changed meanwhile.
    pub signing: Option<String>,
    /// The number of the last order for a key or a signature, or of the last question to a token: only its answer counts.
    pub order: u64,
    /// Whether the signatures as they are stand in a file that was given or read.
    pub exported: bool,
    /// Counts and unreadable texts that a tick of "no data" took the place of, by path.
    pub aside: BTreeMap<String, (Option<Answer>, Option<String>)>,
    /// What lies beside the service list while it is worked on.
    pub list: Grid,
    /// What was last said to the person, apart from findings.
    pub notice: Option<Notice>,
    /// What was found about each signature of the open return; nothing until they were tried.
    pub signatures: Vec<SignatureFound>,
    /// Why they could not be tried, as a code of the signing room.
    pub untried: Option<&'static str>,
    /// Whose keys are known: of cards that the person opened, and of keys used here. They are not kept: what lies in a
    /// browser's storage can be changed by any page opened from disk.
    pub known: Rc<Keyring>,
    /// Signatures from another file of the open return, while they are tried.
    pub joining: Option<Joining>,
    /// The role in which to sign, where the person chose one.
    pub role: Option<Role>,
    /// The names of the keys in the certificate's file, where one has to be chosen.
    pub key_names: Vec<String>,
    /// What a USB token is being asked for.
    pub token: Option<TokenStep>,
    /// Certificates of those who issue the signatory's, which go along with what a token or another program signs.
    pub authorities: Vec<Certificate>,
    /// What is to be signed elsewhere, once a certificate was chosen for that.
    pub elsewhere: Option<Box<Elsewhere>>,
    /// The coordinator's desk, once it was opened.
    pub desk: Option<Box<Desk>>,
    /// A receipt or a query slip whose signature is being tried; nothing of it is shown before.
    pub opened: Option<Opened>,
    /// The receipt that is shown.
    pub receipt: Option<Receipt>,
    /// The coordinator's key card, once the person has opened it.
    pub coordinator: Option<KeyCard>,
    /// Answers on slips that were put away, by their keys: they come back with the slip.
    pub answers_aside: BTreeMap<String, QueryAnswer>,
}

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// Choose agency and quarter, or a draft, or a file.
    #[default]
    Start,
    /// The sections and their state.
    Sections,
    /// One section.
    Section(Section),
    /// The whole return, to be looked at before signing.
    Review,
    /// The key, the signature and the file.
    Sign,
    /// The return on paper.
    Print,
    /// A blank form, to be filled by hand.
    Form,
    /// The receipt that was opened.
    Receipt,
    /// The registry in use, and one that is offered.
    Registry,
    /// How to use the page.
    Guide,
    /// Whether this browser can do what the page needs.
    SelfTest,
    /// The coordinator's desk.
    Desk(DeskScreen),
}

/// Whether the draft is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// Nothing to keep yet.
    #[default]
    Nothing,
    /// Changes wait to be kept.
    Waiting,
    /// Kept at this hour and minute.
    At(String),
    /// The browser refused; the draft lives only in this tab.
    Refused,
    /// Another window has kept another text of the draft, and the person has yet to choose.
    Elsewhere,
}

/// A key that was loaded or made, still locked by its password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyHeld {
    /// The key file's text.
    pub pem: String,
    /// The file's name.
    pub name: String,
}

/// A key for a return, still locked by its password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeldKey {
    /// One that was made in the page.
    Made(KeyHeld),
    /// One with certificates, as an authority gives it (PKCS#12).
    Certified {
        /// The file.
        file: Vec<u8>,
        /// Its name.
        name: String,
        /// Which of the keys in it, where there are several and one was chosen.
        entry: Option<usize>,
    },
}

impl HeldKey {
    /// The file's name.
    pub fn name(&self) -> &str {
        match self {
            Self::Made(KeyHeld { name, .. }) | Self::Certified { name, .. } => name,
        }
    }
}

/// What somebody signs with another program, and the file that it is signed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The bytes, and what becomes of their signature.
    pub wanted: ToSign,
    /// In which role.
    pub role: Role,
    /// The name of the file with the bytes.
    pub name: String,
    /// SHA-256 of the return's canonical bytes, so that a signature of another state of it is not taken.
    pub of: String,
}

/// The public side of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyMark {
    /// The thumbprint.
    pub kid: String,
    /// The public key as a JWK (RFC 7517), JSON.
    pub jwk: String,
    /// The card for the coordinator, JSON.
    pub card: String,
}

/// Something said to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something went well.
    Good(String),
    /// Something was refused, and how to go on.
    Bad(String),
}

impl State {
    /// The first state, before anything is chosen.
    pub fn new(registry: Rc<Registry>, registry_sha256: String, rules: Rc<RuleSet>, today: Date) -> Self {
        let built =
            Ready { registry: registry.clone(), sha256: registry_sha256.clone(), rules: rules.clone(), issued: None };
        Self {
            registry,
            registry_sha256,
            rules,
            edition: None,
            vouched: true,
            carried_fault: None,
            built,
            offered: None,
            kept_fault: None,
            today,
            language: Language::default(),
            screen: Screen::Start,
            query: String::new(),
            agency: None,
            period: None,
            kept: BTreeMap::new(),
            deleted: None,
            draft: None,
            checker: None,
            findings: Vec::new(),
            positions: BTreeMap::new(),
            editing: None,
            saved: Saved::Nothing,
            fleeting: false,
            unwritten: false,
            written: None,
            outside: None,
            history: History::default(),
            barred: BTreeSet::new(),
            unkept: BTreeSet::new(),
            taking: None,
            arriving: Vec::new(),
            key: None,
            mark: None,
            busy: false,
            signing: None,
            order: 0,
            exported: false,
            aside: BTreeMap::new(),
            list: Grid::default(),
            notice: None,
            signatures: Vec::new(),
            untried: None,
            known: Rc::default(),
            joining: None,
            role: None,
            key_names: Vec::new(),
            token: None,
            authorities: Vec::new(),
            elsewhere: None,
            desk: None,
            opened: None,
            receipt: None,
            coordinator: None,
            answers_aside: BTreeMap::new(),
        }
    }

    /// A phrase in the page's language.
    pub fn say(&self, phrase: Phrase) -> String {
        phrase.text(self.language).to_owned()
    }

    /// The verdict on the open return.
    pub fn verdict(&self) -> Verdict {
        let justifications = self.draft.as_ref().map_or(&[][..], |draft| &draft.content.justifications);
        verdict(&self.findings, justifications)
    }
}

/// The address of the coordinator's desk.
const DESK: &str = "tong-hop";

impl Screen {
    /// Whether it is shown without a return.
    pub fn is_free(self) -> bool {
        matches!(
            self,
            Self::Start | Self::Guide | Self::Form | Self::SelfTest | Self::Receipt | Self::Registry | Self::Desk(_)
        )
    }

    /// The part of the address after `#`.
    pub fn address(self) -> String {
        match self {
            Self::Start => String::new(),
            Self::Sections => "bao-cao".to_owned(),
            Self::Section(section) => format!("bao-cao/{}", section.slug()),
            Self::Review => "xem-lai".to_owned(),
            Self::Sign => "ky".to_owned(),
            Self::Print => "ban-in".to_owned(),
            Self::Form => "mau-trong".to_owned(),
            Self::Receipt => "bien-nhan".to_owned(),
            Self::Registry => "danh-muc".to_owned(),
            Self::Guide => "huong-dan".to_owned(),
            Self::SelfTest => "kiem-tra-may".to_owned(),
            Self::Desk(screen) => format!("{DESK}{}", screen.address()),
        }
    }

    /// The screen at an address; the first one for any other.
    pub fn of_address(address: &str) -> Self {
        let named = address.trim_start_matches('#');
        match named.split_once('?').map_or(named, |(screen, _)| screen) {
            "bao-cao" => Self::Sections,
            "xem-lai" => Self::Review,
            "ky" => Self::Sign,
            "ban-in" => Self::Print,
            "mau-trong" => Self::Form,
            "bien-nhan" => Self::Receipt,
            "danh-muc" => Self::Registry,
            "huong-dan" => Self::Guide,
            "kiem-tra-may" => Self::SelfTest,
            desk if desk == DESK || desk.starts_with("tong-hop/") => {
                Self::Desk(DeskScreen::of_address(desk.strip_prefix(DESK).unwrap_or_default()))
            }
            other => {
                let slug = other.strip_prefix("bao-cao/").unwrap_or_default();
                Section::ALL.into_iter().find(|section| section.slug() == slug).map_or(Self::Start, Self::Section)
            }
        }
    }
}
