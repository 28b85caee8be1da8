//! The national tables in words: their names and headings as the reports print them, and what each cell says.

mod headings;
mod sheet;

use super::command::agency_name;
use super::{Language, Phrase, general_status_name, state_name, task_status_name};
use crate::collect::{Rests, Row, Table, TableKind, Value};
use crate::export::SheetCell;
use crate::registry::{AgencyId, Registry};

pub use headings::table_headings;
pub use sheet::table_sheet;

const fn say(vi: &'static str, en: &'static str) -> Phrase {
    Phrase { vi, en }
}

/// The heading of a table, in the reports' own words where one prints it.
pub fn table_name(kind: TableKind, language: Language) -> &'static str {
    let phrase = match kind {
        TableKind::GeneralTasks => say(
            "Kết quả thực hiện các nhiệm vụ chung tại Nghị quyết 36a",
            "General tasks of Resolution 36a: what has been done",
        ),
        TableKind::TaskCounts => say(
            "Tình hình thực hiện các nhiệm vụ cụ thể được giao tại Nghị quyết 36a",
            "Tasks assigned by Resolution 36a, by agency",
        ),
        TableKind::Tasks => say(
            "Tình hình thực hiện các nhiệm vụ cụ thể tại Nghị quyết 36a",
            "Assigned tasks of Resolution 36a, one by one",
        ),
        TableKind::ServicesCentral => say(
            "Kết quả triển khai dịch vụ công trực tuyến mức độ 3 và 4 tại các bộ, ngành",
            "Online services at level 3 and 4 of central agencies",
        ),
        TableKind::ServicesLocal => say(
            "Kết quả triển khai dịch vụ công trực tuyến mức độ 3 và 4 tại các địa phương",
            "Online services at level 3 and 4 of provinces and cities",
        ),
        TableKind::RankingCentral => say(
            "Xếp hạng theo số lượng dịch vụ công trực tuyến mức độ 3, mức độ 4 được cung cấp tại các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
            "Central agencies ranked by online services at level 3 and 4",
        ),
        TableKind::RankingLocal => say(
            "Xếp hạng theo số lượng dịch vụ công trực tuyến mức độ 3, mức độ 4 được cung cấp tại các tỉnh, thành phố trực thuộc Trung ương",
            "Provinces and cities ranked by online services at level 3 and 4",
        ),
        TableKind::Difficulties => say(
            "Khó khăn, vướng mắc và đề xuất, kiến nghị của các cơ quan",
            "Difficulties and proposals of the agencies",
        ),
        TableKind::AgainstPrevious => say("So sánh với quý trước", "Compared with the quarter before"),
        TableKind::AgainstBaseline => {
            say("So sánh số lượng dịch vụ công trực tuyến với năm 2016", "Online services compared with 2016")
        }
        TableKind::Missing => say(
            "Cơ quan chưa gửi báo cáo hoặc có báo cáo chưa được tính",
            "Agencies that have not filed, or whose files do not count",
        ),
    };
    phrase.text(language)
}

/// The table's name in a few words, for a tab.
pub fn table_short_name(kind: TableKind, language: Language) -> &'static str {
    let phrase = match kind {
        TableKind::GeneralTasks => say("Nhiệm vụ chung", "General tasks"),
        TableKind::TaskCounts => say("Nhiệm vụ theo cơ quan", "Tasks by agency"),
        TableKind::Tasks => say("Từng nhiệm vụ", "Each task"),
        TableKind::ServicesCentral => say("Dịch vụ công bộ, ngành", "Services, central"),
        TableKind::ServicesLocal => say("Dịch vụ công địa phương", "Services, local"),
        TableKind::RankingCentral => say("Xếp hạng bộ, ngành", "Ranking, central"),
        TableKind::RankingLocal => say("Xếp hạng địa phương", "Ranking, local"),
        TableKind::Difficulties => say("Khó khăn, đề xuất", "Difficulties"),
        TableKind::AgainstPrevious => say("So với quý trước", "Against last quarter"),
        TableKind::AgainstBaseline => say("So với năm 2016", "Against 2016"),
        TableKind::Missing => say("Chưa có báo cáo", "Not filed"),
    };
    phrase.text(language)
}

/// What a cell says: `1.087`, `48,6%`, `-` for no data, a change with its sign, an agency by its name.
pub fn cell_text(value: &Value, registry: &Registry, language: Language) -> String {
    match value {
        Value::Change(change) if *change > 0 => format!("+{}", SheetCell::Number(*change).printed()),
        value => sheet::sheet_cell(value, registry, language).printed(),
    }
}

/// On how many agencies a total rests: `trên 50/63 cơ quan`.
pub fn rests_text(rests: Rests, language: Language) -> String {
    let [on, of] = [rests.on, rests.of].map(|count| count.to_string());
    say("trên {on}/{of} cơ quan", "of {on} of {of} agencies").with(language, &[("on", &on), ("of", &of)])
}

/// The sentence of the reports for one row of the general tasks: `29/30 bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và
/// 63/63 tỉnh, thành phố trực thuộc Trung ương`. Empty for another table's row, and where no number is known.
pub fn general_task_line(table: &Table, row: &Row, language: Language) -> String {
    let number = |column: &str| table.cell(row, column).and_then(crate::collect::Cell::number);
    let lists = [
        (
            ["central-done", "central-owed"],
            say("{done}/{owed} bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "{done}/{owed} central agencies"),
        ),
        (
            ["local-done", "local-owed"],
            say("{done}/{owed} tỉnh, thành phố trực thuộc Trung ương", "{done}/{owed} provinces and cities"),
        ),
    ];
    let parts = lists.into_iter().filter_map(|([done, owed], phrase)| {
        let [done, owed] = [number(done)?, number(owed)?].map(|number| SheetCell::Number(number).printed());
        Some(phrase.with(language, &[("done", &done), ("owed", &owed)]))
    });
    parts.collect::<Vec<_>>().join(say(" và ", " and ").text(language))
}

/// The names of agencies, between semicolons since some have commas.
fn agency_names(agencies: &[AgencyId], registry: &Registry, language: Language) -> String {
    agencies.iter().map(|id| agency_name(registry, id, language)).collect::<Vec<_>>().join("; ")
}

/// A word that stands in a cell.
fn word(name: &str) -> Phrase {
    match name {
        "total" => say("Tổng cộng", "Total"),
        "total-central" => say("Cộng các bộ, ngành", "Central agencies"),
        "total-local" => say("Cộng các địa phương", "Provinces and cities"),
        "share" => say("Tỷ lệ", "Share"),
        "central" => say("Bộ, ngành", "Central"),
        "local" => say("Địa phương", "Local"),
        "not-received" => say("Chưa nhận được báo cáo", "No return received"),
        _ => say("", ""),
    }
}

/// What a value says beside numbers and days.
fn value_words(value: &Value, registry: &Registry, language: Language) -> String {
    match value {
        Value::Text(words) => words.clone(),
        Value::Agency(agency) => agency_names(std::slice::from_ref(agency), registry, language),
        Value::Agencies(agencies) => agency_names(agencies, registry, language),
        Value::GeneralTask(id) => {
            registry.general_task(id).map_or_else(|| id.to_string(), |task| task.text.text(language).to_owned())
        }
        Value::Task(number) => number.to_string(),
        Value::TaskStatus(status) => task_status_name(*status, language).to_owned(),
        Value::GeneralStatus(status) => general_status_name(*status, language).to_owned(),
        Value::State(state) => state_name(*state, language).to_owned(),
        Value::Word(name) => word(name).text(language).to_owned(),
        Value::NoData
        | Value::Blank
        | Value::Number(_)
        | Value::Change(_)
        | Value::Share { .. }
        | Value::Rank(_)
        | Value::Date(_) => String::new(),
    }
}
