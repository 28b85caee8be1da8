use super::words::defused;
use ::csv::{Terminator, WriterBuilder};
use std::io;

/// By this spreadsheets know that the bytes are UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Rows of texts as CSV (RFC 4180): UTF-8 with a byte order mark, commas, quotation marks where they must be, CR LF at the
/// end of each row. No cell is a formula to the spreadsheet that opens it.
///
/// # Errors
/// None is known, since it is written to memory.
pub fn csv<'a>(rows: impl IntoIterator<Item = &'a Vec<String>>) -> io::Result<Vec<u8>> {
    csv_parted(rows, b',')
}

/// The same with cells parted by another sign: spreadsheets of languages that write `39,8` look for semicolons.
///
/// # Errors
/// None is known, since it is written to memory.
pub fn csv_parted<'a>(rows: impl IntoIterator<Item = &'a Vec<String>>, delimiter: u8) -> io::Result<Vec<u8>> {
    let bytes = BYTE_ORDER_MARK.as_bytes().to_vec();
    let mut writer =
        WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).flexible(true).from_writer(bytes);
    for row in rows {
        writer.write_record(row.iter().map(|cell| defused(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}

#[cfg(test)]
mod tests {
    use super::csv;

    fn written(cells: &[&str]) -> String {
        let row: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        String::from_utf8(csv([&row]).unwrap()).unwrap()
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(
            written(&["Huế", "a,b", "nói “x”", "nói \"x\"", "hai\ndòng", ""]),
            "\u{feff}Huế,\"a,b\",nói “x”,\"nói \"\"x\"\"\",\"hai\ndòng\",\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula() {
        for formula in [
            "=1+1",
            "+84 24 0000 0000",
            "-1+1",
            "- 1",
            "--",
            "@SUM(A1)",
            "\t=1",
            "--5",
            "＝1+1",
            "＠A1",
            "=cmd|' /C calc'!A0",
        ] {
            assert_eq!(written(&[formula]), format!("\u{feff}'{formula}\r\n"));
        }
        for quoted in ["\r=1", "\n=1", "=\"a\""] {
            assert!(written(&[quoted]).starts_with("\u{feff}\"'"), "{quoted:?}");
        }
        for plain in ["-", "-5", "-1.234,5", "+7", "1-1", "a=b", "'=1"] {
            assert_eq!(
                written(&["x", plain]).trim_start_matches("\u{feff}x,").replace('"', ""),
                format!("{plain}\r\n")
            );
        }
    }

    #[test]
    fn rows_may_be_of_any_length_and_none_is_lost() {
        let rows = [vec![], vec!["một".to_owned()], vec![String::new()], vec!["a".to_owned(), "b".to_owned()]];
        let bytes = csv(&rows).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.matches("\r\n").count(), rows.len());
    }
}
