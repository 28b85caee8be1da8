//! The coordinator's files, ledgers and keyring in the browser's database, IndexedDB, for the page and its workers.
//!
//! Texts are kept as UTF-8 bytes: JavaScript's own strings would take two bytes for nearly every letter of Vietnamese.

use crate::collect::StoreFault;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

const DATABASE: &str = "return36a";
const VERSION: u32 = 1;

/// What is kept under which keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Received files, each under the SHA-256 of its bytes.
    Files,
    /// Ledgers without the files, each under its quarter: `2017-Q2`.
    Ledgers,
    /// The keyring, under one key of the caller's choice.
    Keyring,
}

impl Shelf {
    const ALL: [Self; 3] = [Self::Files, Self::Ledgers, Self::Keyring];

    fn name(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Ledgers => "ledgers",
            Self::Keyring => "keyring",
        }
    }
}

/// The fault behind what the browser threw.
fn fault(thrown: &JsValue) -> StoreFault {
    let name = thrown.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError") => StoreFault::Full,
        Some("SecurityError" | "VersionError" | "InvalidStateError" | "NotFoundError") => StoreFault::Refused,
        _ => StoreFault::Failed,
    }
}

/// The open database. It is closed when it is dropped, and when a newer page wants to change it.
#[derive(Debug)]
pub struct Store {
    database: IdbDatabase,
}

impl Drop for Store {
    fn drop(&mut self) {
        self.database.close();
    }
}

impl Store {
    /// Opens the database, and makes it where there is none.
    pub async fn open() -> Result<Self, StoreFault> {
        let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).map_err(|_| StoreFault::Refused)?;
        let factory: IdbFactory = factory.dyn_into().map_err(|_| StoreFault::Refused)?;
        // A browser that keeps nothing says so now or later, and each in its own words.
        let request = factory.open_with_u32(DATABASE, VERSION).map_err(|_| StoreFault::Refused)?;
        let opened = request.clone();
        let make = Closure::once(move || drop(make_shelves(&opened)));
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let database = result(&request).await.map_err(|fault| match fault {
            StoreFault::Full => fault,
            _ => StoreFault::Refused,
        })?;
        let database: IdbDatabase = database.dyn_into().map_err(|_| StoreFault::Refused)?;
        let close = database.clone();
        database.set_onversionchange(Some(Closure::once_into_js(move || close.close()).unchecked_ref()));
        Ok(Self { database })
    }

    /// Keeps a text, in place of what was under this key.
    pub async fn put(&self, shelf: Shelf, key: &str, text: &str) -> Result<(), StoreFault> {
        self.put_bytes(shelf, key, text.as_bytes()).await
    }

    /// Keeps a text given as its bytes.
    pub async fn put_bytes(&self, shelf: Shelf, key: &str, text: &[u8]) -> Result<(), StoreFault> {
        let (transaction, store) = self.writing(shelf)?;
        store.put_with_key(&Uint8Array::from(text), &key.into()).map_err(|thrown| fault(&thrown))?;
        committed(&transaction).await
    }

    /// Forgets what is under this key, if anything is.
    pub async fn delete(&self, shelf: Shelf, key: &str) -> Result<(), StoreFault> {
        let (transaction, store) = self.writing(shelf)?;
        store.delete(&key.into()).map_err(|thrown| fault(&thrown))?;
        committed(&transaction).await
    }

    /// The text under this key.
    pub async fn get(&self, shelf: Shelf, key: &str) -> Result<Option<String>, StoreFault> {
        let request = self.reading(shelf)?.get(&key.into()).map_err(|thrown| fault(&thrown))?;
        let found = result(&request).await?;
        if found.is_undefined() { Ok(None) } else { text(found).map(Some) }
    }

    /// Every key of a shelf, in alphabetical order.
    pub async fn keys(&self, shelf: Shelf) -> Result<Vec<String>, StoreFault> {
        let request = self.reading(shelf)?.get_all_keys().map_err(|thrown| fault(&thrown))?;
        let keys: Array = result(&request).await?.dyn_into().map_err(|_| StoreFault::Failed)?;
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// Everything on a shelf, key and text, in the keys' alphabetical order. Not for the files: they may be many.
    pub async fn all(&self, shelf: Shelf) -> Result<Vec<(String, String)>, StoreFault> {
        let mut all = Vec::new();
        for key in self.keys(shelf).await? {
            if let Some(text) = self.get(shelf, &key).await? {
                all.push((key, text));
            }
        }
        Ok(all)
    }

    fn reading(&self, shelf: Shelf) -> Result<IdbObjectStore, StoreFault> {
        let transaction = self.database.transaction_with_str(shelf.name());
        transaction.and_then(|of| of.object_store(shelf.name())).map_err(|thrown| fault(&thrown))
    }

    fn writing(&self, shelf: Shelf) -> Result<(IdbTransaction, IdbObjectStore), StoreFault> {
        let transaction = self.database.transaction_with_str_and_mode(shelf.name(), IdbTransactionMode::Readwrite);
        let transaction = transaction.map_err(|thrown| fault(&thrown))?;
        let store = transaction.object_store(shelf.name()).map_err(|thrown| fault(&thrown))?;
        Ok((transaction, store))
    }
}

fn make_shelves(request: &IdbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.dyn_into()?;
    let there = database.object_store_names();
    for shelf in Shelf::ALL.into_iter().filter(|shelf| !there.contains(shelf.name())) {
        database.create_object_store(shelf.name())?;
    }
    Ok(())
}

fn text(kept: JsValue) -> Result<String, StoreFault> {
    let bytes: Uint8Array = kept.dyn_into().map_err(|_| StoreFault::Failed)?;
    String::from_utf8(bytes.to_vec()).map_err(|_| StoreFault::Failed)
}

/// What the request is answered with.
async fn result(request: &IdbRequest) -> Result<JsValue, StoreFault> {
    let answered = happening(|good, bad| {
        request.set_onsuccess(Some(good));
        request.set_onerror(Some(bad));
    });
    if answered.await {
        return request.result().map_err(|_| StoreFault::Failed);
    }
    Err(request.error().ok().flatten().map_or(StoreFault::Failed, |error| fault(&error)))
}

/// Waits until all that was asked of the transaction is on the disk.
async fn committed(transaction: &IdbTransaction) -> Result<(), StoreFault> {
    let ended = happening(|good, bad| {
        transaction.set_oncomplete(Some(good));
        transaction.set_onabort(Some(bad));
    });
    if ended.await {
        return Ok(());
    }
    Err(transaction.error().map_or(StoreFault::Failed, |error| fault(&error)))
}

/// Whether the first of two events comes rather than the second.
async fn happening(listen: impl Fn(&Function, &Function)) -> bool {
    JsFuture::from(Promise::new(&mut |good, bad| listen(&good, &bad))).await.is_ok()
}
