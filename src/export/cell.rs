use crate::vietnamese::{Date, count_text};

/// What is printed where there is no data: never a zero.
pub const NO_DATA: &str = "-";

/// One value of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetCell {
    /// Nothing stands there and nothing is asked.
    Blank,
    /// Nobody has reported: `-`.
    NoData,
    /// Words, perhaps of several lines, as someone has typed them.
    Text(String),
    /// A count.
    Number(i64),
    /// How many of how many: a percentage with one decimal. Of none there is no share, and it is no data.
    Share {
        /// How many.
        part: i64,
        /// Of how many.
        whole: i64,
    },
    /// A day.
    Date(Date),
}

impl SheetCell {
    /// The words of someone.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// The value as a Vietnamese document prints it: `1.234.567`, `45,5%`, `12/06/2017`, `-`.
    pub fn printed(&self) -> String {
        match self {
            Self::Number(value) => count_text(*value),
            Self::Date(day) => day.vietnamese(),
            _ => self.plain(),
        }
    }

    /// The value as a spreadsheet in Vietnam takes it from CSV: `1234567` without groups, `45,5%` with the comma that
    /// Vietnamese decimals have, and `2017-06-12`, which is a day in any language, while `01/02/2017` is two.
    pub fn plain(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::NoData => NO_DATA.to_owned(),
            Self::Text(words) => words.clone(),
            Self::Number(value) => value.to_string(),
            Self::Share { part, whole } => share_text(*part, *whole),
            Self::Date(day) => day.iso(),
        }
    }
}

/// The share as a percentage with one decimal, halves rounded away from zero as spreadsheets do: 5 of 11 is `45,5%`.
fn share_text(part: i64, whole: i64) -> String {
    if whole == 0 {
        return NO_DATA.to_owned();
    }
    let (part, whole, negative) = (i128::from(part), i128::from(whole), (part < 0) != (whole < 0));
    let tenths = (part.abs() * 2000 + whole.abs()) / (whole.abs() * 2);
    let sign = if negative && tenths != 0 { "-" } else { "" };
    format!("{sign}{},{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::SheetCell;
    use crate::vietnamese::Date;

    #[test]
    fn values_are_printed_as_documents_do_and_given_to_csv_as_spreadsheets_take_them() {
        let day = Date::new(2017, 6, 12).unwrap();
        let cases = [
            (SheetCell::Blank, "", ""),
            (SheetCell::NoData, "-", "-"),
            (SheetCell::text("Huế"), "Huế", "Huế"),
            (SheetCell::Number(0), "0", "0"),
            (SheetCell::Number(-1_234_567), "-1.234.567", "-1234567"),
            (SheetCell::Date(day), "12/06/2017", "2017-06-12"),
        ];
        for (cell, printed, plain) in cases {
            assert_eq!((cell.printed().as_str(), cell.plain().as_str()), (printed, plain));
        }
    }

    #[test]
    fn a_share_has_one_decimal_and_is_none_of_nothing() {
        let cases = [
            (31, 73, "42,5%"),
            (5, 11, "45,5%"),
            (0, 63, "0,0%"),
            (63, 63, "100,0%"),
            (1, 2000, "0,1%"),
            (1, 2001, "0,0%"),
            (-1, 4, "-25,0%"),
            (-1, 9999, "0,0%"),
            (7, 2, "350,0%"),
            (i64::MAX, i64::MIN, "-100,0%"),
            (5, 0, "-"),
            (0, 0, "-"),
        ];
        for (part, whole, text) in cases {
            assert_eq!(SheetCell::Share { part, whole }.printed(), text, "{part} of {whole}");
        }
    }
}
