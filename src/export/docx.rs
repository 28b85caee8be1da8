//! Text documents (WordprocessingML, ECMA-376 part 1, section 17), as few parts and elements as Word asks for.

mod body;
mod frame;
mod package;
mod paragraph;
mod table;

use super::{ExportError, Paper, archive};
use crate::vietnamese::Date;

/// The document for word processors in the layout of Decree 30/2020/NĐ-CP, annex I: A4, margins of 20 mm above and below,
/// 30 on the left and 15 on the right, Times New Roman, page numbers in the middle of the upper margin from the second page
/// on, tables that repeat their headings on each page and do not break inside a row.
///
/// The same document and day give the same bytes; `created` is the document's date, at midnight UTC.
///
/// # Errors
/// [`ExportError::TooManyColumns`] where a table has more columns than Word's 63.
pub fn docx(paper: &Paper, created: Date) -> Result<Vec<u8>, ExportError> {
    table::within_limits(paper)?;
    let title = format!("{} {}", paper.head.kind, paper.head.subject);
    let marked = paper.mark.is_some();
    let mut parts = vec![
        ("[Content_Types].xml", package::content_types(marked)),
        ("_rels/.rels", package::relations()),
        ("docProps/core.xml", package::properties(title.trim(), created)),
        ("word/_rels/document.xml.rels", package::document_relations(marked)),
        ("word/document.xml", body::document(paper)),
        ("word/styles.xml", package::styles()),
        ("word/settings.xml", package::settings()),
        ("word/header1.xml", package::page_number()),
    ];
    parts.extend(paper.mark.as_ref().map(|mark| ("word/footer1.xml", frame::foot(mark))));
    archive(parts)
}
