//! What was collected, held against something, in words.

use super::command::agency_name;
use super::contradictions::subject;
use super::places::place_name;
use super::{Language, Phrase, cell_text, name_inside, rests_text};
use crate::collect::{Agreement, CrossCheck, CrossCode, RankDifference, Side, Value};
use crate::export::{Align, Column, Heading, Line, Sheet, SheetCell};
use crate::registry::{AgencyId, CountId, Registry};
use crate::vietnamese::count_text;

const fn say(vi: &'static str, en: &'static str) -> Phrase {
    Phrase { vi, en }
}

/// One comparison in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossChecked {
    /// Of what.
    pub what: String,
    /// Where the left figure stands, and the figure: `7242/BC-VPCP, mục 4: 35/72`.
    pub left: String,
    /// The same of the right figure.
    pub right: String,
    /// Whether they agree; where not, by how much, and whom it concerns.
    pub verdict: String,
}

/// The heading under which comparisons of this kind stand.
pub fn crosscheck_heading(code: CrossCode, language: Language) -> &'static str {
    let phrase = match code {
        CrossCode::AnnexAgainstTable => {
            say("Phụ lục từng nhiệm vụ với bảng theo cơ quan", "The annex of tasks against the table by agency")
        }
        CrossCode::FiledAgainstTables => {
            say("Tình hình gửi báo cáo với các bảng số liệu", "Who has filed against the tables")
        }
        CrossCode::AllAccountedFor => say(
            "Mỗi cơ quan hoặc có số liệu, hoặc có tên trong danh sách chưa có báo cáo",
            "Each agency is in the tables or is listed as missing",
        ),
        CrossCode::AnsweredAgainstAdded => {
            say("Số liệu của khoảng thời gian khác không được cộng", "Counts that cover another time are not added")
        }
        CrossCode::PrintedTable => say("Bảng đã in với số tổng hợp được", "Printed tables against what was collected"),
        CrossCode::PrintedFigure => {
            say("Từng cơ quan có số khác bảng đã in", "Agencies whose figures differ from the printed table")
        }
        CrossCode::PrintedTotal => say(
            "Số nêu trong báo cáo đã in với số tổng hợp được",
            "Printed totals and sentences against what was collected",
        ),
        CrossCode::TotalsOverTime => say(
            "Tổng của hai quý với mức tăng, giảm của từng cơ quan",
            "Totals of two quarters against the agencies' changes",
        ),
        CrossCode::CompletedThen => {
            say("Nhiệm vụ quý trước đã hoàn thành, quý này không còn", "Tasks completed before and no longer")
        }
        CrossCode::CountThen => {
            say("Số liệu giảm so với quý trước", "Counts that have fallen since the quarter before")
        }
    };
    phrase.text(language)
}

/// A comparison in words.
pub fn crosscheck_text(registry: &Registry, check: &CrossCheck, language: Language) -> CrossChecked {
    let [left, right] = sides(check.code);
    CrossChecked {
        what: what(registry, check, language),
        left: side_text(registry, &check.left, left, language),
        right: side_text(registry, &check.right, right, language),
        verdict: verdict(registry, check, language),
    }
}

/// Who tells the left figure, and who the right one.
fn sides(code: CrossCode) -> [Phrase; 2] {
    match code {
        CrossCode::AnnexAgainstTable => {
            [say("Phụ lục từng nhiệm vụ", "Annex of tasks"), say("Bảng theo cơ quan", "Table by agency")]
        }
        CrossCode::FiledAgainstTables => [say("Đã gửi", "Filed"), say("Có trong bảng", "In the tables")],
        CrossCode::AllAccountedFor => [say("Phải báo cáo", "Reporting"), say("Đã thể hiện", "Accounted for")],
        CrossCode::AnsweredAgainstAdded => [say("Đã ghi", "Answered"), say("Được cộng", "Added")],
        CrossCode::PrintedTable | CrossCode::PrintedFigure | CrossCode::PrintedTotal => {
            [say("Đã in", "Printed"), say("Tổng hợp được", "Collected")]
        }
        CrossCode::TotalsOverTime => [
            say("Tổng quý này trừ tổng quý trước", "Total now less total then"),
            say("Cộng các mức tăng, giảm", "Sum of the changes"),
        ],
        CrossCode::CompletedThen => [say("Quý trước", "Quarter before"), say("Vẫn hoàn thành", "Still completed")],
        CrossCode::CountThen => [say("Quý trước", "Quarter before"), say("Quý này", "This quarter")],
    }
}

fn side_text(registry: &Registry, side: &Side, told: Phrase, language: Language) -> String {
    let place = side.source.as_ref().map(|source| place_name(registry, source, language));
    let number = side.number.map_or_else(|| cell_text(&Value::NoData, registry, language), count_text);
    let of = side.of.map(|of| format!("/{}", count_text(of))).unwrap_or_default();
    format!("{}: {number}{of}", place.unwrap_or_else(|| told.text(language).to_owned()))
}

fn what(registry: &Registry, check: &CrossCheck, language: Language) -> String {
    // A printed total may be called as a column is and mean something else: `services-central`, `current`.
    let named = measure(&check.what).filter(|_| check.code != CrossCode::PrintedTotal);
    let counted = || Some(registry.count(&CountId::from(check.what.as_str()))?.label.text(language).to_owned());
    let what = named.map(|phrase| phrase.text(language).to_owned()).or_else(counted);
    let what = what.unwrap_or_else(|| subject(registry, &check.what, language));
    match &check.agency {
        Some(agency) => format!("{}: {what}", agency_name(registry, agency, language)),
        None => what,
    }
}

/// What a comparison of this name counts, beside the registry's own counts and printed totals.
fn measure(what: &str) -> Option<Phrase> {
    Some(match what {
        "assigned" => say("Nhiệm vụ được giao", "Tasks assigned"),
        "completed" => say("Nhiệm vụ đã hoàn thành", "Tasks completed"),
        "in-progress" => say("Nhiệm vụ đang triển khai", "Tasks in progress"),
        "services" => say("Dịch vụ mức độ 3 và 4", "Services at level 3 and 4"),
        "counts" => say("Số liệu dịch vụ và hồ sơ", "Counts of services and dossiers"),
        "central" => say("Bộ, ngành", "Central agencies"),
        "local" => say("Địa phương", "Provinces and cities"),
        _ => return None,
    })
}

fn verdict(registry: &Registry, check: &CrossCheck, language: Language) -> String {
    let difference = check.difference().unwrap_or_default();
    let mut verdict = match check.agreement() {
        Agreement::Agrees => say("Khớp", "Agrees").text(language).to_owned(),
        Agreement::Unknown => say("Chưa có số liệu để đối chiếu", "No data to compare").text(language).to_owned(),
        Agreement::Differs if difference == 0 && check.agencies.is_empty() => {
            say("Số khớp, nhưng tính trên tổng số khác nhau", "The numbers agree, out of another whole")
                .text(language)
                .to_owned()
        }
        Agreement::Differs if difference == 0 => {
            say("Tổng khớp, nhưng số của từng cơ quan khác nhau", "The sums agree, the agencies differ")
                .text(language)
                .to_owned()
        }
        Agreement::Differs => {
            let change = cell_text(&Value::Change(difference), registry, language);
            say("Chênh lệch {change}", "Differs by {change}").with(language, &[("change", &change)])
        }
    };
    if let Some(rests) = check.rests.filter(|rests| rests.on < rests.of) {
        verdict = format!("{verdict} ({})", rests_text(rests, language));
    }
    if check.agencies.is_empty() {
        return verdict;
    }
    let names = names(registry, &check.agencies, language);
    let lead = match check.code {
        CrossCode::TotalsOverTime => say("chỉ có số một quý: {names}", "known in one quarter only: {names}"),
        _ => say("ở {names}", "at {names}"),
    };
    format!("{verdict}; {}", lead.with(language, &[("names", &names)]))
}

fn names(registry: &Registry, agencies: &[AgencyId], language: Language) -> String {
    agencies.iter().map(|agency| name_inside(&agency_name(registry, agency, language))).collect::<Vec<_>>().join("; ")
}

/// All comparisons as lines under the headings of their kinds.
pub fn crosscheck_list(registry: &Registry, checks: &[CrossCheck], language: Language) -> String {
    let mut text = String::new();
    let mut last = None;
    for check in checks {
        if last != Some(check.code) {
            let between = if last.is_some() { "\n" } else { "" };
            text += &format!("{between}{}\n", crosscheck_heading(check.code, language));
            last = Some(check.code);
        }
        let told = crosscheck_text(registry, check, language);
        text += &format!("  {}. {}; {}. {}.\n", told.what, told.left, told.right, told.verdict);
    }
    text
}

/// All comparisons as a table for spreadsheets, documents and print.
pub fn crosscheck_sheet(registry: &Registry, checks: &[CrossCheck], language: Language) -> Sheet {
    let columns = [
        (say("Nội dung", "What"), 40, Align::Text),
        (say("Số thứ nhất", "First figure"), 36, Align::Text),
        (say("Số thứ hai", "Second figure"), 36, Align::Text),
        (say("Chênh lệch", "Difference"), 11, Align::Number),
        (say("Kết quả", "Result"), 48, Align::Text),
    ];
    let mut rows = Vec::new();
    for kind in checks.chunk_by(|left, right| left.code == right.code) {
        rows.extend(
            kind.first().map(|first| Line::group(vec![SheetCell::text(crosscheck_heading(first.code, language))])),
        );
        rows.extend(kind.iter().map(|check| {
            let told = crosscheck_text(registry, check, language);
            let difference = check.difference().map_or(SheetCell::NoData, SheetCell::Number);
            let [what, left, right, verdict] = [told.what, told.left, told.right, told.verdict].map(SheetCell::Text);
            Line::plain(vec![what, left, right, difference, verdict])
        }));
    }
    Sheet {
        name: say("Đối chiếu", "Comparison").text(language).to_owned(),
        title: vec![say("Đối chiếu số liệu", "What was collected, compared").text(language).to_owned()],
        headings: vec![columns.iter().map(|(name, ..)| Heading::one(name.text(language))).collect()],
        columns: columns.iter().map(|(_, width, align)| Column { width: *width, align: *align }).collect(),
        rows,
        notes: Vec::new(),
    }
}

/// Where a printed rank is not the one worked out: `Tỉnh Bắc Giang: đã in 15, tính ra 14 (324 dịch vụ)`.
pub fn rank_difference_text(registry: &Registry, of: &RankDifference, language: Language) -> String {
    let agency = agency_name(registry, &of.agency, language);
    let (computed, services) = (of.computed.map(|rank| rank.to_string()), of.services.map(count_text));
    let phrase = match (&computed, &services) {
        (Some(_), Some(_)) => say(
            "{agency}: đã in {printed}, tính ra {computed} ({services} dịch vụ)",
            "{agency}: printed {printed}, worked out {computed} ({services} services)",
        ),
        _ => say(
            "{agency}: đã in {printed}, không có số để xếp hạng",
            "{agency}: printed {printed}, no number to rank by",
        ),
    };
    let values = [
        ("agency", agency.as_str()),
        ("printed", &of.printed),
        ("computed", computed.as_deref().unwrap_or_default()),
        ("services", services.as_deref().unwrap_or_default()),
    ];
    phrase.with(language, &values)
}
