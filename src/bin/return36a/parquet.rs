//! Flat tables as Parquet: it knows columns, not returns.

use crate::files;
use crate::output::Failure;
use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use return36a::collect::{Fact, FactColumn, FactKind};
use return36a::vietnamese::Date;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// So many rows are held in memory at a time.
const ROWS_IN_GROUP: usize = 50_000;

/// Writes one table; every column may be null. Decimals have three places.
pub fn write(path: &Path, columns: &[FactColumn], rows: impl Iterator<Item = Vec<Fact>>) -> Result<(), Failure> {
    files::write(path, |out| written(out, columns, rows).map_err(|error| failed(path, error)))
}

fn failed(path: &Path, error: ParquetError) -> Failure {
    files::cannot_write(path, std::io::Error::other(error)).into()
}

fn written<W: Write + Send>(
    out: W,
    columns: &[FactColumn],
    mut rows: impl Iterator<Item = Vec<Fact>>,
) -> Result<(), ParquetError> {
    let schema = Arc::new(parse_message_type(&schema(columns))?);
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer = SerializedFileWriter::new(out, schema, Arc::new(properties))?;
    loop {
        let some: Vec<Vec<Fact>> = rows.by_ref().take(ROWS_IN_GROUP).collect();
        if some.is_empty() {
            break;
        }
        let mut group = writer.next_row_group()?;
        for (at, column) in columns.iter().enumerate() {
            let values = some.iter().map(|row| row.get(at).unwrap_or(&Fact::None));
            write_column(&mut group, column.kind, values)?;
        }
        group.close()?;
    }
    writer.close().map(drop)
}

/// The schema in Parquet's own words.
fn schema(columns: &[FactColumn]) -> String {
    let lines = columns.iter().map(|FactColumn { name, kind }| match kind {
        FactKind::Text => format!("OPTIONAL BYTE_ARRAY {name} (STRING);"),
        FactKind::Number => format!("OPTIONAL INT64 {name};"),
        FactKind::Decimal => format!("OPTIONAL INT64 {name} (DECIMAL(18,3));"),
        FactKind::Truth => format!("OPTIONAL BOOLEAN {name};"),
        FactKind::Day => format!("OPTIONAL INT32 {name} (DATE);"),
    });
    format!("message table {{ {} }}", lines.collect::<Vec<_>>().join(" "))
}

fn write_column<'a, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    kind: FactKind,
    values: impl Iterator<Item = &'a Fact>,
) -> Result<(), ParquetError> {
    let Some(column) = group.next_column()? else { return Ok(()) };
    match kind {
        FactKind::Text => put::<ByteArrayType>(column, values, |fact| match fact {
            Fact::Text(text) => Some(ByteArray::from(text.as_str())),
            _ => None,
        }),
        FactKind::Number => put::<Int64Type>(column, values, |fact| match fact {
            Fact::Number(number) => Some(*number),
            _ => None,
        }),
        FactKind::Decimal => put::<Int64Type>(column, values, |fact| match fact {
            Fact::Decimal(decimal) => Some(decimal.thousandths()),
            _ => None,
        }),
        FactKind::Truth => put::<BoolType>(column, values, |fact| match fact {
            Fact::Truth(truth) => Some(*truth),
            _ => None,
        }),
        FactKind::Day => {
            // Parquet counts days from 1970.
            let first = Date::new(1970, 1, 1).ok();
            put::<Int32Type>(column, values, |fact| match fact {
                Fact::Day(day) => first.map(|first| first.days_until(*day)),
                _ => None,
            })
        }
    }
}

/// Writes the values that are there, and where there is none.
fn put<'a, T: DataType>(
    mut column: SerializedColumnWriter<'_>,
    facts: impl Iterator<Item = &'a Fact>,
    value: impl Fn(&Fact) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    for fact in facts {
        let value = value(fact);
        levels.push(i16::from(value.is_some()));
        values.extend(value);
    }
    column.typed::<T>().write_batch(&values, Some(&levels), None)?;
    column.close()
}
