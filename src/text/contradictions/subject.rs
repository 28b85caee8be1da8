//! Of what a contradiction speaks: `bo-tai-chinh services-online` as `Bộ Tài chính, dịch vụ công trực tuyến`.

use super::{Language, Phrase};
use crate::registry::{AgencyId, GeneralTaskId, IndicatorId, Period, Registry};
use crate::vietnamese::Date;

/// The names in words, those of one level or table with its number; a name that nobody knows stays as it is.
pub(in crate::text) fn subject(registry: &Registry, what: &str, language: Language) -> String {
    if let Some(statement) = registry.printed.statements.iter().find(|statement| statement.what == what) {
        return statement.label.text(language).to_owned();
    }
    let mut words = what.split(' ');
    let mut names = Vec::new();
    while let Some(word) = words.next() {
        names.push(match numbered(word) {
            Some(phrase) => phrase.with(language, &[("number", words.next().unwrap_or_default())]),
            None => name(registry, word, language),
        });
    }
    capital(&names.join(", "))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn name(registry: &Registry, word: &str, language: Language) -> String {
    let days = || Date::parse_iso(word).ok().map(Date::vietnamese);
    let task = || registry.general_task(&GeneralTaskId::from(word)).map(|task| small(task.text.text(language)));
    let indicator = || registry.indicator(&IndicatorId::from(word)).map(|one| small(one.label.text(language)));
    agency_name(registry, word, language)
        .or_else(|| word.parse().ok().map(|period| period_name(period, language)))
        .or_else(|| total(word).map(|phrase| phrase.text(language).to_owned()))
        .or_else(task)
        .or_else(indicator)
        .or_else(days)
        .unwrap_or_else(|| word.to_owned())
}

/// An agency's name by its id.
pub(in crate::text) fn agency_name(registry: &Registry, id: &str, language: Language) -> Option<String> {
    let agency = registry.agency(&AgencyId::from(id))?;
    Some(match language {
        Language::Vietnamese => agency.name.clone(),
        Language::English => agency.name_en.clone(),
    })
}

fn period_name(period: Period, language: Language) -> String {
    let quarter = match period.quarter() {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    };
    let year = period.year().to_string();
    QUARTER.with(language, &[("quarter", quarter), ("year", &year)])
}

/// A quarter within a sentence.
const QUARTER: Phrase = Phrase { vi: "quý {quarter}/{year}", en: "quarter {quarter}/{year}" };

/// Words that a number follows.
fn numbered(word: &str) -> Option<Phrase> {
    let (vi, en) = match word {
        "level" => ("dịch vụ mức độ {number}", "services at level {number}"),
        "table" => ("bảng {number}", "table {number}"),
        "phase" => ("giai đoạn {number}", "phase {number}"),
        _ => return None,
    };
    Some(Phrase { vi, en })
}

/// What the printed totals count, by their names in `registry/printed_totals.toml`.
fn total(word: &str) -> Option<Phrase> {
    let (vi, en) = match word {
        "tasks-assigned" => ("số nhiệm vụ cụ thể được giao", "assigned tasks"),
        "tasks-completed" => ("số nhiệm vụ đã hoàn thành", "completed tasks"),
        "agencies-all-completed" => {
            ("số cơ quan hoàn thành toàn bộ nhiệm vụ", "agencies that completed all their tasks")
        }
        "agencies-some-completed" => ("số cơ quan hoàn thành một số nhiệm vụ", "agencies that completed some tasks"),
        "agencies-none-completed" => ("số cơ quan chưa hoàn thành nhiệm vụ nào", "agencies that completed no task"),
        "plans-issued-central" => ("bộ, ngành đã ban hành kế hoạch hành động", "central agencies with an action plan"),
        "plans-issued-local" => ("địa phương đã ban hành kế hoạch hành động", "provinces with an action plan"),
        "connected-central" => ("bộ, ngành đã kết nối liên thông", "connected central agencies"),
        "connected-local" => ("địa phương đã kết nối liên thông", "connected provinces"),
        "published-central" => ("bộ, ngành đã công khai tiến độ", "central agencies that publish progress"),
        "published-local" => ("địa phương đã công khai tiến độ", "provinces that publish progress"),
        "special-agencies" => ("số cơ quan đặc thù", "special agencies"),
        "exchange-central" => ("số bộ, ngành liên thông bốn cấp", "central agencies in the four-level exchange"),
        "exchange-local" => ("số địa phương liên thông bốn cấp", "provinces in the four-level exchange"),
        "four-level-exchange" => ("liên thông văn bản bốn cấp", "document exchange at four levels"),
        "procedures-846" => ("số thủ tục theo Quyết định 846", "procedures of Decision 846"),
        "procedures-846-central" => {
            ("số thủ tục của bộ, ngành theo Quyết định 846", "procedures of central agencies in Decision 846")
        }
        "procedures-846-local" => {
            ("số thủ tục của địa phương theo Quyết định 846", "procedures of provinces in Decision 846")
        }
        "services3-central" | "services3-local" => ("dịch vụ mức độ 3 năm 2016", "services at level 3 in 2016"),
        "services4-central" | "services4-local" => ("dịch vụ mức độ 4 năm 2016", "services at level 4 in 2016"),
        "services-central" | "services-local" => {
            ("dịch vụ mức độ 3 và 4 năm 2016", "services at level 3 and 4 in 2016")
        }
        "services3-2016" => ("dịch vụ mức độ 3 năm 2016", "services at level 3 in 2016"),
        "services-online" => ("dịch vụ công trực tuyến", "online services"),
        "services-missions" => {
            ("dịch vụ trực tuyến của cơ quan đại diện ở nước ngoài", "online services of the missions abroad")
        }
        "reports-received-local" => ("số địa phương đã gửi báo cáo", "provinces whose return came"),
        "reports-unfit-local" => ("số báo cáo của địa phương không phù hợp", "unfit returns of provinces"),
        "agencies" => ("số cơ quan", "agencies"),
        "agencies-central" => ("số bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "central agencies"),
        "agencies-local" => ("số tỉnh, thành phố", "provinces and cities"),
        "built-local" => ("dịch vụ công trực tuyến của các địa phương", "online services of the provinces"),
        "petitions-answered" => ("kiến nghị của doanh nghiệp đã trả lời", "petitions of businesses that were answered"),
        "investment-online" => ("hồ sơ đăng ký đầu tư kê khai qua mạng", "investment registrations made online"),
        "invoice-tax" => (
            "số thuế trong doanh thu hóa đơn điện tử đã xác thực, nghìn tỷ đồng",
            "tax within the revenue of authenticated electronic invoices, thousand billion đồng",
        ),
        "meters" => ("công tơ điện tử khách hàng đã lắp", "customers' electronic meters"),
        "customer-meters" => ("tổng số công tơ khách hàng", "all customers' meters"),
        "current" => ("dịch vụ mức độ 3 và 4 hiện có", "services at level 3 and 4 now"),
        "current3" => ("dịch vụ mức độ 3 hiện có", "services at level 3 now"),
        "current4" => ("dịch vụ mức độ 4 hiện có", "services at level 4 now"),
        "built" => ("dịch vụ xây dựng năm 2017", "services built in 2017"),
        "built3" => ("dịch vụ mức độ 3 xây dựng năm 2017", "services at level 3 built in 2017"),
        "built4" => ("dịch vụ mức độ 4 xây dựng năm 2017", "services at level 4 built in 2017"),
        "dossiers" => ("hồ sơ trực tuyến", "online dossiers"),
        "dossiers3" => ("hồ sơ trực tuyến mức độ 3", "online dossiers at level 3"),
        "dossiers4" => ("hồ sơ trực tuyến mức độ 4", "online dossiers at level 4"),
        _ => return None,
    };
    Some(Phrase { vi, en })
}
