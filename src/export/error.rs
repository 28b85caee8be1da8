use std::fmt;

/// Every code that this room can give.
pub const CODES: [&str; 5] = [
    "export/no-sheet",
    "export/too-many-rows",
    "export/too-many-columns",
    "export/workbook-failed",
    "export/container-failed",
];

/// Why a file could not be made. It speaks by [`code`](Self::code) and values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// A workbook without a sheet, which no spreadsheet program opens.
    NoSheet,
    /// The tab, and how many rows it would need with title, headings and notes: more than a worksheet has.
    TooManyRows(String, usize),
    /// The tab or the table's heading, and how many columns it would need: more than a worksheet or a document's table has.
    TooManyColumns(String, usize),
    /// What the workbook's writer said; nothing is known that makes it.
    Workbook(String),
    /// What the container's writer said; nothing is known that makes it, since it writes to memory.
    Container(String),
}

impl ExportError {
    /// The stable name of this error, one of [`CODES`].
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSheet => "export/no-sheet",
            Self::TooManyRows(..) => "export/too-many-rows",
            Self::TooManyColumns(..) => "export/too-many-columns",
            Self::Workbook(_) => "export/workbook-failed",
            Self::Container(_) => "export/container-failed",
        }
    }

    /// The values that the code is about: a tab and a number, or another program's words.
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::NoSheet => None,
            Self::TooManyRows(name, count) | Self::TooManyColumns(name, count) => Some(format!("{name} {count}")),
            Self::Workbook(words) | Self::Container(words) => Some(words.clone()),
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.detail() {
            Some(detail) => write!(formatter, "{} {detail}", self.code()),
            None => formatter.write_str(self.code()),
        }
    }
}

impl std::error::Error for ExportError {}
