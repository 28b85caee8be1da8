//! Several files in one: a zip archive, the container of text documents too.

use super::ExportError;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The files as one, each a name and bytes; their time is that of the container's first day, 1980-01-01, so that it says
/// nothing, and the same files give the same bytes.
///
/// # Errors
/// [`ExportError::Container`], as where two files have one name.
pub fn archive<'a>(files: impl IntoIterator<Item = (&'a str, Vec<u8>)>) -> Result<Vec<u8>, ExportError> {
    written(files).map_err(|error| ExportError::Container(error.to_string()))
}

fn written<'a>(files: impl IntoIterator<Item = (&'a str, Vec<u8>)>) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, options)?;
        writer.write_all(&bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
