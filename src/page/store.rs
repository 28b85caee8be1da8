//! The coordinator's files, ledgers and keyring in the browser's database, IndexedDB, for the page and its workers.
//!
//! Texts are kept as UTF-8 bytes: JavaScript's own strings would take two bytes for nearly every letter of Vietnamese.

use crate::collect::StoreFault;
use js_sys::{Array, Promise, Reflect, Uint8Array};
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
    /// Entries of ledgers without the files, each under its quarter and place: `2017-Q2/000012`.
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
        Some("VersionError") => StoreFault::Newer,
        Some("SecurityError" | "InvalidStateError" | "NotFoundError") => StoreFault::Refused,
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
        let database = result(Asked::of(request.into())).await.map_err(|fault| match fault {
            StoreFault::Full | StoreFault::Newer => fault,
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
        put(&store, key, text)?;
        committed(&transaction).await
    }

    /// Keeps texts by their keys, all or none: many of them go much quicker together than one by one.
    pub async fn put_all(&self, shelf: Shelf, rows: &[(String, String)]) -> Result<(), StoreFault> {
        let (transaction, store) = self.writing(shelf)?;
        rows.iter().try_for_each(|(key, text)| put(&store, key, text.as_bytes()))?;
        committed(&transaction).await
    }

    /// Forgets what is under these keys, all or none.
    pub async fn delete_all<'a>(
        &self,
        shelf: Shelf,
        keys: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), StoreFault> {
        let (transaction, store) = self.writing(shelf)?;
        for key in keys {
            store.delete(&key.into()).map_err(|thrown| fault(&thrown))?;
        }
        committed(&transaction).await
    }

    /// The text under this key.
    pub async fn get(&self, shelf: Shelf, key: &str) -> Result<Option<String>, StoreFault> {
        answered(get(&self.reading(shelf)?, key)?).await
    }

    /// The texts under these keys, in their order; none for what is not there or cannot be brought out.
    pub async fn get_all(&self, shelf: Shelf, keys: &[String]) -> Result<Vec<Option<String>>, StoreFault> {
        let store = self.reading(shelf)?;
        let asked: Vec<Asked> = keys.iter().map(|key| get(&store, key)).collect::<Result<_, _>>()?;
        let mut texts = Vec::new();
        for asked in asked {
            texts.push(answered(asked).await.ok().flatten());
        }
        Ok(texts)
    }

    /// Every key of a shelf, in alphabetical order.
    pub async fn keys(&self, shelf: Shelf) -> Result<Vec<String>, StoreFault> {
        let request = self.reading(shelf)?.get_all_keys().map_err(|thrown| fault(&thrown))?;
        let keys: Array = result(Asked::of(request)).await?.dyn_into().map_err(|_| StoreFault::Failed)?;
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
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

fn put(store: &IdbObjectStore, key: &str, text: &[u8]) -> Result<(), StoreFault> {
    store.put_with_key(&Uint8Array::from(text), &key.into()).map(drop).map_err(|thrown| fault(&thrown))
}

fn get(store: &IdbObjectStore, key: &str) -> Result<Asked, StoreFault> {
    store.get(&key.into()).map(Asked::of).map_err(|thrown| fault(&thrown))
}

/// A request and the end that it will come to. Ends are listened for at once: of several requests, the later ones may come to
/// theirs while the first one's is worked on.
struct Asked {
    request: IdbRequest,
    end: Promise,
}

impl Asked {
    fn of(request: IdbRequest) -> Self {
        let end = Promise::new(&mut |good, bad| {
            request.set_onsuccess(Some(&good));
            request.set_onerror(Some(&bad));
        });
        Self { request, end }
    }
}

/// What the request is answered with.
async fn result(asked: Asked) -> Result<JsValue, StoreFault> {
    let Asked { request, end } = asked;
    match JsFuture::from(end).await {
        Ok(_) => request.result().map_err(|_| StoreFault::Failed),
        Err(_) => Err(request.error().ok().flatten().map_or(StoreFault::Failed, |error| fault(&error))),
    }
}

/// The text that was asked for; none where there is none.
async fn answered(asked: Asked) -> Result<Option<String>, StoreFault> {
    let kept = result(asked).await?;
    if kept.is_undefined() {
        return Ok(None);
    }
    let bytes: Uint8Array = kept.dyn_into().map_err(|_| StoreFault::Failed)?;
    String::from_utf8(bytes.to_vec()).map(Some).map_err(|_| StoreFault::Failed)
}

/// Waits until all that was asked of the transaction is kept.
async fn committed(transaction: &IdbTransaction) -> Result<(), StoreFault> {
    let end = Promise::new(&mut |good, bad| {
        transaction.set_oncomplete(Some(&good));
        transaction.set_onabort(Some(&bad));
    });
    match JsFuture::from(end).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(StoreFault::Failed, |error| fault(&error))),
    }
}
