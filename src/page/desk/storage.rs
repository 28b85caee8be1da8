//! What the browser keeps for the desk, asked for and written in the order of the orders.

use crate::collect::StoreFault;
use crate::page::browser;
use crate::page::store::{Shelf, Store};
use crate::registry::Period;
use crate::session::Action;
use crate::session::desk::{DeskAction, Wanted};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::iter::repeat_with;
use std::rc::Rc;
use yew::Callback;

/// The keyring's key on its shelf.
const KEYRING: &str = "keyring";
/// So many rows are told or forgotten at once: more would hold up typing.
const CHUNK: usize = 20;

/// Something to be done with the storage.
pub(super) enum Operation {
    Load,
    Keep(Vec<(String, String)>),
    Forget(Period),
    KeepKeyring(String),
    Sweep(BTreeSet<String>),
    Fetch { hashes: BTreeSet<String>, here: BTreeMap<String, String>, wanted: Wanted },
}

/// The orders that wait, and the storage once it was opened.
pub(super) struct Storage {
    shared: Rc<Shared>,
}

struct Shared {
    tell: Callback<Action>,
    orders: RefCell<VecDeque<Operation>>,
    busy: RefCell<bool>,
    store: RefCell<Option<Result<Rc<Store>, StoreFault>>>,
}

impl Storage {
    pub(super) fn new(tell: Callback<Action>) -> Self {
        let (orders, busy, store) = (RefCell::default(), RefCell::new(false), RefCell::new(None));
        Self { shared: Rc::new(Shared { tell, orders, busy, store }) }
    }

    /// Has this done after all that was ordered before.
    pub(super) fn order(&self, operation: Operation) {
        self.shared.orders.borrow_mut().push_back(operation);
        if !self.shared.busy.replace(true) {
            let shared = self.shared.clone();
            wasm_bindgen_futures::spawn_local(async move { shared.work().await });
        }
    }
}

impl Shared {
    async fn work(&self) {
        loop {
            let next = self.orders.borrow_mut().pop_front();
            let Some(operation) = next else { break };
            self.carry_out(operation).await;
        }
        self.busy.replace(false);
    }

    async fn carry_out(&self, operation: Operation) {
        match operation {
            Operation::Load => self.load().await,
            Operation::Keep(rows) => {
                let kept = self.keep(&rows).await;
                self.say(told(kept));
            }
            Operation::KeepKeyring(text) => {
                let kept = async { self.store().await?.put(Shelf::Keyring, KEYRING, &text).await };
                let kept = kept.await;
                self.say(told(kept));
            }
            Operation::Forget(period) => {
                let prefix = format!("{period}/");
                let _ = self.delete(Shelf::Ledgers, |key| key.starts_with(&prefix)).await;
            }
            Operation::Sweep(hashes) => {
                let _ = self.delete(Shelf::Files, |key| !hashes.contains(key)).await;
            }
            Operation::Fetch { hashes, here, wanted } => {
                let texts = self.fetch(&hashes, here).await;
                self.say(DeskAction::Fetched { wanted, texts });
            }
        }
    }

    fn say(&self, action: DeskAction) {
        self.tell.emit(Action::Desk(action));
    }

    /// The store, opened once.
    async fn store(&self) -> Result<Rc<Store>, StoreFault> {
        if let Some(store) = self.store.borrow().clone() {
            return store;
        }
        let store = Store::open().await.map(Rc::new);
        self.store.replace(Some(store.clone()));
        store
    }

    async fn load(&self) {
        let keyring = async { self.store().await?.get(Shelf::Keyring, KEYRING).await };
        let keyring = keyring.await;
        let (storage, is_newer) = (keyring.is_ok(), keyring.as_ref().err() == Some(&StoreFault::Newer));
        self.say(DeskAction::Opened { storage, keyring: keyring.ok().flatten(), period: browser::desk_period() });
        if is_newer {
            self.say(DeskAction::StorageNewer);
        }
        if let Ok(store) = self.store().await {
            let keys = store.keys(Shelf::Ledgers).await.unwrap_or_default();
            for chunk in keys.chunks(CHUNK) {
                // A row that cannot be brought out is told as one that cannot be read.
                let texts = store.get_all(Shelf::Ledgers, chunk).await.unwrap_or_default();
                let texts = texts.into_iter().map(Option::unwrap_or_default).chain(repeat_with(String::new));
                self.say(DeskAction::Loaded(chunk.iter().cloned().zip(texts).collect()));
            }
        }
        self.say(DeskAction::AllLoaded);
    }

    async fn keep(&self, rows: &[(String, String)]) -> Result<(), StoreFault> {
        self.store().await?.put_all(Shelf::Ledgers, rows).await
    }

    async fn delete(&self, shelf: Shelf, gone: impl Fn(&str) -> bool) -> Result<(), StoreFault> {
        let store = self.store().await?;
        let mut keys = store.keys(shelf).await?;
        keys.retain(|key| gone(key));
        for chunk in keys.chunks(CHUNK) {
            store.delete_all(shelf, chunk.iter().map(String::as_str)).await?;
        }
        Ok(())
    }

    async fn fetch(&self, hashes: &BTreeSet<String>, here: BTreeMap<String, String>) -> BTreeMap<String, String> {
        let mut texts = here;
        let Ok(store) = self.store().await else { return texts };
        let missing: Vec<String> = hashes.iter().filter(|hash| !texts.contains_key(*hash)).cloned().collect();
        for chunk in missing.chunks(CHUNK) {
            let found = store.get_all(Shelf::Files, chunk).await.unwrap_or_default();
            texts.extend(chunk.iter().cloned().zip(found).filter_map(|(hash, text)| Some((hash, text?))));
        }
        texts
    }
}

fn told(kept: Result<(), StoreFault>) -> DeskAction {
    match kept {
        Ok(()) => DeskAction::Kept { at: browser::hour() },
        Err(_) => DeskAction::KeepRefused,
    }
}

/// Remembers the quarter that is looked at.
pub(super) fn remember(period: Period) {
    browser::remember_desk_period(&period.to_string());
}
