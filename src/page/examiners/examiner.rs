//! Examining one file: reading it, opening it where it is an archive, the verdict, keeping its text. The same in a
//! worker and, where the browser has none, on the page's own thread.

use super::orders::{Answer, Found, Kept, Refused, Report, Task};
use crate::collect::{
    ArchiveError, Bench, Bounds, Content, Examined, FilesInZip, Grounds, IntakeFault, KEY_CARD, Outcome, Packed,
    StoreFault, examine, files_in_zip, is_archive,
};
use crate::page::browser::breath;
use crate::page::store::{Shelf, Store};
use crate::page::subtle::Subtle;
use crate::quarterly::{MOST_BYTES, Return};
use crate::registry::{AgencyId, Registry, sha256_hex, typed_text};
use crate::rules::RuleSet;
use crate::signing::{Keyring, PrimitiveError};
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// The registry that is in use, and its rules.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The registry.
    pub registry: Rc<Registry>,
    /// SHA-256 of its canonical bytes, 64 hexadecimal digits.
    pub registry_sha256: String,
    /// Its rules.
    pub rules: Rc<RuleSet>,
    /// Whether it is the one that the program was built with, which workers know.
    pub is_own: bool,
}

impl Facts {
    /// The registry in this JSON, which the page has in use.
    fn in_use(json: &str) -> Option<Self> {
        let registry = Registry::of_program(json).ok()?;
        let (rules, registry_sha256) = (RuleSet::compile(&registry.rule).ok()?, registry.sha256().ok()?);
        Some(Self { registry: Rc::new(registry), registry_sha256, rules: Rc::new(rules), is_own: false })
    }
}

/// What files are examined with besides the registry.
struct Beside {
    grounds: Grounds,
    previous: BTreeMap<AgencyId, Arc<Return>>,
}

/// Whom an examiner tells what it finds.
pub(super) type Tell = Rc<dyn Fn(Answer, Option<Report>)>;

/// Examines files.
pub(super) struct Examiner {
    /// None where the page's registry could not be read here: then files are refused.
    facts: RefCell<Option<Facts>>,
    primitives: Result<Subtle, PrimitiveError>,
    beside: RefCell<Option<Rc<Beside>>>,
    store: RefCell<Option<Result<Rc<Store>, StoreFault>>>,
    /// How often it was told to stop.
    stops: Cell<u32>,
    tell: Tell,
}

impl Examiner {
    pub(super) fn new(facts: Facts, tell: Tell) -> Self {
        Self {
            facts: RefCell::new(Some(facts)),
            primitives: Subtle::new(),
            beside: RefCell::default(),
            store: RefCell::default(),
            stops: Cell::new(0),
            tell,
        }
    }

    /// Examines under this registry from now on.
    pub(super) fn set_registry(&self, json: &str) {
        *self.facts.borrow_mut() = Facts::in_use(json);
    }

    /// Examines with this keyring and these previous returns from now on. Texts that are neither are the page's own
    /// fault: then files are refused.
    pub(super) fn set_bench(&self, keyring: &str, previous: &str) {
        let keyring = Keyring::read(keyring.as_bytes()).ok();
        let previous = typed_text(previous).ok();
        let beside = keyring
            .zip(previous)
            .map(|(keyring, previous)| Rc::new(Beside { grounds: Grounds::of(keyring), previous }));
        *self.beside.borrow_mut() = beside;
    }

    /// Takes nothing more out of the archives that are open.
    pub(super) fn stop(&self) {
        self.stops.set(self.stops.get().wrapping_add(1));
    }

    /// Examines a file, or all files of an archive, and tells.
    pub(super) async fn work(&self, task: Task, file: JsValue) {
        match self.bytes(&task, file).await {
            Ok(bytes) if is_archive(&task.name) => self.unpack(&task, bytes).await,
            Ok(bytes) => self.told(&task, self.report(&task, bytes).await),
            Err(code) => self.told(&task, refused(&task, code)),
        }
        (self.tell)(Answer::Done { id: task.id }, None);
    }

    fn told(&self, task: &Task, report: Report) {
        (self.tell)(Answer::Told { id: task.id }, Some(report));
    }

    /// Examines all files of an archive. One that is given up is told of by its own name.
    async fn unpack(&self, archive: &Task, bytes: Vec<u8>) {
        let (sha256, size) = (sha256_hex(&bytes), bytes.len() as u64);
        let given_up = |error: ArchiveError| {
            found(archive, Examined::refused(sha256.clone(), size, error.code.code(), &error.name), Kept::Nowhere)
        };
        match files_in_zip(&archive.name, bytes, Bounds::USUAL) {
            Ok(files) => self.unpacked(archive, files, given_up).await,
            Err(error) => self.told(archive, given_up(error)),
        }
    }

    async fn unpacked(&self, archive: &Task, files: FilesInZip, given_up: impl Fn(ArchiveError) -> Report) {
        let stops = self.stops.get();
        (self.tell)(Answer::Holds { id: archive.id, files: files.listed() }, None);
        for (number, packed) in files.enumerate() {
            if number % FILES_A_BREATH == 0 {
                breath().await;
            }
            if self.stops.get() != stops {
                return self.told(archive, refused(archive, IntakeFault::Cancelled.code()));
            }
            let report = match packed {
                Ok(Packed { name, dated: _, content: Content::Bytes(bytes) }) => {
                    self.report(&Task { name, ..archive.clone() }, bytes).await
                }
                Ok(Packed { name, dated: _, content: Content::Refused(examined) }) => {
                    found(&Task { name, ..archive.clone() }, examined, Kept::Nowhere)
                }
                Err(error) => given_up(error),
            };
            self.told(archive, report);
        }
    }

    /// The bytes of the file, or the code that says why there are none.
    async fn bytes(&self, task: &Task, file: JsValue) -> Result<Vec<u8>, &'static str> {
        if let Some(sha256) = &task.kept {
            let store = self.store().await.map_err(StoreFault::code)?;
            let text = store.get(Shelf::Files, sha256).await.map_err(StoreFault::code)?;
            return text.map(String::into_bytes).ok_or(IntakeFault::NotKept.code());
        }
        if let Some(text) = file.as_string() {
            return Ok(text.into_bytes());
        }
        let file: File = file.dyn_into().map_err(|_| IntakeFault::Unreadable.code())?;
        let most = if is_archive(&task.name) { Bounds::USUAL.packed } else { MOST_READ };
        read(&file, most).await.map_err(IntakeFault::code)
    }

    /// What is to be said of these bytes.
    async fn report(&self, task: &Task, bytes: Vec<u8>) -> Report {
        let examined = match self.examined(task, &bytes).await {
            Ok(examined) => examined,
            Err(code) => return refused(task, code),
        };
        let text = match &examined.outcome {
            Outcome::Return(_) if task.kept.is_some() => Kept::Stored,
            Outcome::Return(_) => self.kept(&examined.sha256, bytes).await,
            // A card that came among the returns can be brought to the keyring.
            Outcome::Unreadable { code, .. } if code == KEY_CARD => self.kept(&examined.sha256, bytes).await,
            Outcome::Unreadable { .. } => Kept::Nowhere,
        };
        found(task, examined, text)
    }

    async fn examined(&self, task: &Task, bytes: &[u8]) -> Result<Examined, &'static str> {
        let primitives = self.primitives.as_ref().map_err(|error| error.code())?;
        let beside = self.beside.borrow().clone().ok_or(IntakeFault::Broken.code())?;
        let facts = self.facts.borrow().clone().ok_or(IntakeFault::Broken.code())?;
        let Facts { registry, registry_sha256, rules, .. } = &facts;
        let Beside { grounds, previous } = beside.as_ref();
        let bench = Bench { registry, registry_sha256, rules, grounds, previous };
        examine(primitives, bench, bytes, task.received).await.map_err(|error| error.code())
    }

    /// Keeps a text.
    async fn kept(&self, sha256: &str, bytes: Vec<u8>) -> Kept {
        let put = async { self.store().await?.put_bytes(Shelf::Files, sha256, &bytes).await };
        match put.await {
            Ok(()) => Kept::Stored,
            // A return that was read is UTF-8.
            Err(fault) => {
                Kept::Here { code: fault.code().to_owned(), text: String::from_utf8(bytes).unwrap_or_default() }
            }
        }
    }

    /// The store, opened once.
    async fn store(&self) -> Result<Rc<Store>, StoreFault> {
        if let Some(store) = self.store.borrow().clone() {
            return store;
        }
        let store = Store::open().await.map(Rc::new);
        *self.store.borrow_mut() = Some(store.clone());
        store
    }
}

/// So many files of an archive are examined before other events get their turn.
const FILES_A_BREATH: usize = 16;

/// As much of a file as is read into memory: what is a little too large for a return is still told by its hash.
const MOST_READ: usize = 4 * MOST_BYTES;

async fn read(file: &File, most: usize) -> Result<Vec<u8>, IntakeFault> {
    // Sizes of files fit 53 bits.
    if file.size() > most as f64 {
        return Err(IntakeFault::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| IntakeFault::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn found(task: &Task, examined: Examined, text: Kept) -> Report {
    let Task { name, received, at, .. } = task.clone();
    Report::Found(Found { name, received, at, examined, text })
}

fn refused(task: &Task, code: &str) -> Report {
    let Task { name, received, at, .. } = task.clone();
    Report::Refused(Refused { name, received, at, code: code.to_owned() })
}
