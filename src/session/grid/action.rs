use super::{Handling, Spot, Step, Table, Target};
use crate::registry::ServiceId;

/// Everything that can happen in the grid, beside typing into a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridAction {
    /// A cell was chosen; what is selected reaches to it, or is it alone.
    Select {
        /// The cell.
        spot: Spot,
        /// Whether the selection is drawn out to it.
        extend: bool,
    },
    /// A row was chosen as a whole.
    SelectRow {
        /// The row.
        row: ServiceId,
        /// Whether the selection is drawn out to it.
        extend: bool,
    },
    /// All rows are selected.
    SelectAll,
    /// From cell to cell by a key.
    Go {
        /// Which way.
        step: Step,
        /// Whether the selection is drawn out.
        extend: bool,
    },
    /// The caret goes into the cell, behind its text.
    Caret,
    /// What is selected becomes the active cell alone.
    Collapse,
    /// These rows are seen now.
    Window {
        /// The first, from 0.
        first: usize,
        /// How many.
        count: usize,
    },
    /// To the next cell in which something is wrong.
    NextWrong,
    /// To the one before.
    PreviousWrong,
    /// The rows are shown in the order of this column; again: the other way round; again: as the file has them.
    Sort(usize),
    /// Only rows in which this text stands are shown.
    Search(String),
    /// Only rows are shown in which something is wrong, or all.
    WrongOnly(bool),
    /// What is selected is copied.
    Copy,
    /// The whole list is wanted as CSV.
    SaveCsv,
    /// A blank row at the end.
    AddRow,
    /// The selected rows are deleted.
    DeleteRows,
    /// The selected cells are emptied.
    Clear,
    /// The selected cells are copied and emptied.
    Cut,
    /// The top cells of the selection go down through it; of a single row, the cells above it.
    FillDown,
    /// What was typed into the active cell since it was entered is taken back.
    TakeBack,
    /// The sums of the list become the counts of the sections before.
    UseCounts,
    /// Text in the field for pasting.
    PasteTyped(String),
    /// What stands in that field is to be looked at.
    ReadPasted,
    /// Several cells were pasted.
    Pasted {
        /// As text, cells parted by tabs.
        text: String,
        /// As the table that came along, where it did.
        table: Option<Table>,
        /// Whether into the grid.
        inside: bool,
    },
    /// A file was chosen.
    File {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// A column of what was pasted is this field, by its place among the columns of the list, or is left out.
    Map {
        /// The column, from 0.
        column: usize,
        /// The field.
        field: Option<usize>,
    },
    /// So many rows at the top are headings.
    Heading(usize),
    /// Where what was pasted goes.
    Aim(Target),
    /// What becomes of cells that cannot be read.
    Handle(Handling),
    /// What was pasted is taken.
    Take,
    /// What was pasted is forgotten.
    Leave,
}

impl GridAction {
    /// Whether it only looks: nothing said is taken away by it, nothing is written out and nothing could be undone.
    pub(in crate::session) fn looks(&self) -> bool {
        matches!(
            self,
            Self::Select { .. }
                | Self::SelectRow { .. }
                | Self::SelectAll
                | Self::Go { .. }
                | Self::Caret
                | Self::Collapse
                | Self::Window { .. }
                | Self::Search(_)
                | Self::PasteTyped(_)
        )
    }
}
