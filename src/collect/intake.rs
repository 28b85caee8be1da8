/// Why a file was not examined at all. Nothing is said of what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IntakeFault {
    /// It cannot be read: it was moved or removed, its medium was taken out, or the system does not allow it.
    Unreadable,
    /// It is far larger than any return.
    TooLarge,
    /// The folder cannot be read when it is dropped on the page.
    Folder,
    /// The text is not in the browser's storage any more.
    NotKept,
    /// The program broke down over it, twice.
    Broken,
    /// The archive was being unpacked when the intake was cancelled: some of its files were not taken in.
    Cancelled,
}

impl IntakeFault {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Unreadable, Self::TooLarge, Self::Folder, Self::NotKept, Self::Broken, Self::Cancelled];

    /// The stable code, by which the text room finds its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "intake/unreadable",
            Self::TooLarge => "intake/too-large",
            Self::Folder => "intake/folder",
            Self::NotKept => "intake/not-kept",
            Self::Broken => "intake/broken",
            Self::Cancelled => "intake/cancelled",
        }
    }
}

/// Why something is not kept in the browser's storage, or not found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StoreFault {
    /// The browser has no storage for this page, or a newer page has just changed it.
    Refused,
    /// The storage is a newer page's, which it has changed.
    Newer,
    /// The disk, or what the browser allows of it, is full.
    Full,
    /// Something else went wrong.
    Failed,
}

impl StoreFault {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Refused, Self::Newer, Self::Full, Self::Failed];

    /// The stable code, by which the text room finds its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Refused => "store/refused",
            Self::Newer => "store/newer",
            Self::Full => "store/full",
            Self::Failed => "store/failed",
        }
    }
}
