//! Days in the documents' words.

use crate::vietnamese::Date;

/// The days that the words name: `01/3/2016`, `ngày 01 tháng 4 năm 2016`; for `hết năm 2016` and `trong năm 2016` the
/// year's last day, for `quý III năm 2017` the quarter's.
pub(super) fn days_named(printed: &str) -> Vec<Date> {
    let words: Vec<&str> =
        printed.split(|c: char| !(c.is_alphanumeric() || c == '/')).filter(|word| !word.is_empty()).collect();
    let mut days: Vec<Date> = words.iter().filter_map(|word| Date::parse_typed(word).ok()).collect();
    days.extend(words.windows(5).filter_map(written_out));
    days.extend(words.windows(4).filter_map(end_of_quarter));
    days.extend(words.windows(3).filter_map(end_of_year));
    days
}

fn written_out(words: &[&str]) -> Option<Date> {
    match words {
        [day, "tháng", month, "năm", year] => Date::parse_typed(&format!("{day}/{month}/{year}")).ok(),
        _ => None,
    }
}

fn end_of_quarter(words: &[&str]) -> Option<Date> {
    let ["quý", quarter, "năm", year] = words else { return None };
    let ends = [("I", "31/3"), ("II", "30/6"), ("III", "30/9"), ("IV", "31/12")];
    let (_, end) = ends.iter().find(|(name, _)| name == quarter)?;
    Date::parse_typed(&format!("{end}/{year}")).ok()
}

fn end_of_year(words: &[&str]) -> Option<Date> {
    match words {
        ["hết" | "trong", "năm", year] => Date::parse_typed(&format!("31/12/{year}")).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::days_named;

    #[test]
    fn days_stand_in_words_in_five_ways() {
        let cases: [(&str, &[&str]); 8] = [
            ("thời hạn 01/3/2016", &["2016-03-01"]),
            ("trước ngày 01/10/2016; trước ngày 01/01/2017", &["2016-10-01", "2017-01-01"]),
            ("(trước ngày 01 tháng 4 năm 2016)", &["2016-04-01"]),
            ("phấn đấu đến hết năm 2016", &["2016-12-31"]),
            ("thực hiện trong năm 2017", &["2017-12-31"]),
            ("trong quý III năm 2017", &["2017-09-30"]),
            ("ngày 31 tháng 2 năm 2017", &[]),
            ("từ năm 2016", &[]),
        ];
        for (words, days) in cases {
            assert_eq!(days_named(words).iter().map(|day| day.iso()).collect::<Vec<_>>(), days, "{words}");
        }
    }
}
