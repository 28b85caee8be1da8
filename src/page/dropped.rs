//! Many files at once: chosen in a file field, chosen as a folder, or dropped on the page as files and folders.
//!
//! Only handles are taken here; nobody has read a byte. Chromium does not read a dropped folder by the older interface
//! (entries) where the page was opened from a file, and Firefox and Safari do not have the newer one (handles) for what
//! is dropped: so the newer is taken where it is there, and otherwise the older.

use crate::collect::IntakeFault;
use crate::page::browser::breath;
use js_sys::{Array, AsyncIterator, Function, Promise, Reflect};
use std::mem::take;
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, DataTransferItem, File, FileSystemDirectoryEntry, FileSystemDirectoryHandle, FileSystemEntry,
    FileSystemFileHandle, FileSystemHandle, FileSystemHandleKind, HtmlInputElement,
};
use yew::Callback;

/// So many files of a folder are given on together: the first are examined while the others are still looked up.
const CHUNK: usize = 100;
/// So many names are read before other events get their turn.
const NAMES_A_BREATH: u32 = 1000;
/// Nobody files deeper; a folder that contains itself by a link ends here.
const MOST_DEPTH: usize = 32;

/// Files, each with its name and the folder it came in, and what cannot be read.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// Files to be examined.
    pub files: Vec<(String, File)>,
    /// Files and folders that the browser cannot read.
    pub unreadable: Vec<(String, IntakeFault)>,
}

/// Gives on the files chosen in a file field, by name. The field is emptied, so that the same files can be chosen again.
pub fn chosen(input: &HtmlInputElement, given: Callback<Given>) {
    // The list itself is emptied with the field.
    let list = input.files().map(|list| Array::from(&list)).unwrap_or_default();
    input.set_value("");
    wasm_bindgen_futures::spawn_local(async move {
        let mut files = Vec::new();
        for at in 0..list.length() {
            if at % NAMES_A_BREATH == NAMES_A_BREATH - 1 {
                breath().await;
            }
            files.push(named(list.get(at).unchecked_into()));
        }
        files.sort_by(|left, right| left.0.cmp(&right.0));
        given.emit(Given { files, unreadable: Vec::new() });
    });
}

/// A file by its name, or by its path where a folder was chosen.
fn named(file: File) -> (String, File) {
    let path = Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    (path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), file)
}

/// Gives on what was dropped, in one or several parts. What is dropped can only be asked for while the browser tells of
/// it: call this from the event itself.
pub fn dropped(transfer: &DataTransfer, given: Callback<Given>) {
    let items = transfer.items();
    let items: Vec<Item> = (0..items.length()).filter_map(|at| Item::of(&items.get(at)?)).collect();
    wasm_bindgen_futures::spawn_local(async move {
        let mut basket = Basket { given, part: Given::default() };
        for item in items {
            item.put_into(&mut basket).await;
        }
        basket.hand_over();
    });
}

/// What was found so far and not yet given on.
struct Basket {
    given: Callback<Given>,
    part: Given,
}

impl Basket {
    fn put(&mut self, name: String, file: Result<File, IntakeFault>) {
        match file {
            Ok(file) => self.part.files.push((name, file)),
            Err(fault) => self.part.unreadable.push((name, fault)),
        }
        if self.part.files.len() >= CHUNK {
            self.hand_over();
        }
    }

    fn hand_over(&mut self) {
        if !(self.part.files.is_empty() && self.part.unreadable.is_empty()) {
            self.given.emit(take(&mut self.part));
        }
    }
}

/// One dropped thing.
struct Item {
    file: Option<File>,
    folder: Option<Asked>,
}

/// What may be a folder, by the interface that the browser has.
enum Asked {
    Handle(Promise),
    Entry(FileSystemEntry),
}

impl Item {
    /// None where it is no file: a piece of text.
    fn of(item: &DataTransferItem) -> Option<Self> {
        if item.kind() != "file" {
            return None;
        }
        // Asking takes the browser up to a millisecond, too long for thousands. No browser gives a folder a type unless it
        // is named like a file; such a one is told of as unreadable.
        let folder = if item.type_().is_empty() { asked(item) } else { None };
        Some(Self { file: item.get_as_file().ok().flatten(), folder })
    }

    async fn put_into(self, basket: &mut Basket) {
        let folder = match self.folder {
            Some(Asked::Handle(handle)) => {
                let handle = JsFuture::from(handle).await.ok();
                handle.and_then(|handle| handle.dyn_into().ok()).map(Folder::Handle)
            }
            Some(Asked::Entry(entry)) => as_folder(entry).map(Folder::Entry),
            None => None,
        };
        match (folder, self.file) {
            (Some(folder), _) => put_folder(folder, basket).await,
            (None, Some(file)) => basket.put(file.name(), Ok(file)),
            (None, None) => {}
        }
    }
}

fn asked(item: &DataTransferItem) -> Option<Asked> {
    let method = Reflect::get(item, &"getAsFileSystemHandle".into()).and_then(JsCast::dyn_into::<Function>);
    let handle = method.and_then(|method| method.call0(item)).and_then(JsCast::dyn_into::<Promise>);
    match handle {
        Ok(handle) => Some(Asked::Handle(handle)),
        Err(_) => item.webkit_get_as_entry().ok().flatten().map(Asked::Entry),
    }
}

/// A folder by one of the two interfaces.
enum Folder {
    Handle(FileSystemDirectoryHandle),
    Entry(FileSystemDirectoryEntry),
}

impl Folder {
    fn name(&self) -> String {
        match self {
            Self::Handle(folder) => folder.name(),
            Self::Entry(folder) => folder.name(),
        }
    }
}

/// What is in a folder.
enum Inside {
    Handle(FileSystemFileHandle),
    Entry(FileSystemEntry),
    Folder(Folder),
}

/// Gives on the files of a folder and of those in it, by name.
async fn put_folder(root: Folder, basket: &mut Basket) {
    let mut folders = vec![(root.name(), root, 0)];
    while let Some((name, folder, depth)) = folders.pop() {
        let inside = if depth < MOST_DEPTH { inside(&folder).await.ok() } else { None };
        let Some(mut inside) = inside else {
            basket.put(name, Err(IntakeFault::Folder));
            continue;
        };
        inside.sort_by(|left, right| left.0.cmp(&right.0));
        for (inner, thing) in inside {
            let path = format!("{name}/{inner}");
            let file = match thing {
                Inside::Folder(folder) => {
                    folders.push((path, folder, depth + 1));
                    continue;
                }
                Inside::Handle(handle) => handle.get_file(),
                Inside::Entry(entry) => called(&entry, "file"),
            };
            let file = JsFuture::from(file).await.and_then(JsCast::dyn_into);
            basket.put(path, file.map_err(|_| IntakeFault::Unreadable));
        }
    }
}

async fn inside(folder: &Folder) -> Result<Vec<(String, Inside)>, JsValue> {
    match folder {
        Folder::Handle(folder) => inside_handle(folder).await,
        Folder::Entry(folder) => inside_entry(folder).await,
    }
}

async fn inside_handle(folder: &FileSystemDirectoryHandle) -> Result<Vec<(String, Inside)>, JsValue> {
    let handles: AsyncIterator = folder.values();
    let mut inside = Vec::new();
    loop {
        let next = JsFuture::from(handles.next()?).await?;
        if Reflect::get(&next, &"done".into())?.is_truthy() {
            return Ok(inside);
        }
        let handle: FileSystemHandle = Reflect::get(&next, &"value".into())?.dyn_into()?;
        let name = handle.name();
        inside.push(match handle.kind() {
            FileSystemHandleKind::Directory => (name, Inside::Folder(Folder::Handle(handle.dyn_into()?))),
            _ => (name, Inside::Handle(handle.dyn_into()?)),
        });
    }
}

async fn inside_entry(folder: &FileSystemDirectoryEntry) -> Result<Vec<(String, Inside)>, JsValue> {
    let reader = folder.create_reader();
    let mut inside = Vec::new();
    loop {
        // A browser gives some hundred at a time, and none at the end.
        let entries = Array::from(&JsFuture::from(called(&reader, "readEntries")).await?);
        if entries.length() == 0 {
            return Ok(inside);
        }
        for entry in entries.iter() {
            let entry: FileSystemEntry = entry.unchecked_into();
            let name = entry.name();
            let thing = match as_folder(entry.clone()) {
                Some(folder) => Inside::Folder(Folder::Entry(folder)),
                None => Inside::Entry(entry),
            };
            inside.push((name, thing));
        }
    }
}

/// The entry as a folder, if it is one. Browsers name its class differently, so it is not asked for.
fn as_folder(entry: FileSystemEntry) -> Option<FileSystemDirectoryEntry> {
    entry.is_directory().then(|| entry.unchecked_into())
}

/// What the method gives to its first callback, or to its second as an error.
fn called(object: &JsValue, method: &str) -> Promise {
    Promise::new(&mut |good, bad| {
        let method = Reflect::get(object, &method.into()).and_then(JsCast::dyn_into::<Function>);
        if method.and_then(|method| method.call2(object, &good, &bad)).is_err() {
            let _ = bad.call0(&JsValue::UNDEFINED);
        }
    })
}
