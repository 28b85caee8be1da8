//! What the command line says of files.

use super::phrase::{Language, Phrase, finding_message};
use super::{filing_name, phrases, state_name};
use crate::collect::{Filed, Filing, Ledger, Matrix, SignatureFound, State};
use crate::quarterly::Section;
use crate::registry::{AgencyId, Period, Registry, Severity, Tier};
use crate::rules::{Finding, RuleSet, Verdict};
use crate::vietnamese::count_text;
use std::collections::BTreeMap;

/// A quarter inside a sentence: `quý 2/2017`.
pub fn quarter_name(period: Period, language: Language) -> String {
    let (quarter, year) = (period.quarter().to_string(), period.year().to_string());
    phrases::QUARTER_INSIDE.with(language, &[("quarter", &quarter), ("year", &year)])
}

/// An agency's name, or its id where the registry does not know it.
pub fn agency_name(registry: &Registry, id: &AgencyId, language: Language) -> String {
    match (registry.agency(id), language) {
        (Some(agency), Language::Vietnamese) => agency.name.clone(),
        (Some(agency), Language::English) => agency.name_en.clone(),
        (None, _) => id.to_string(),
    }
}

/// A return's agency, quarter and revision.
pub fn return_name(registry: &Registry, filed: &Filed, language: Language) -> String {
    let content = &filed.content;
    let values = [
        ("agency", agency_name(registry, &content.agency, language)),
        ("period", quarter_name(content.period, language)),
        ("revision", content.revision.to_string()),
    ];
    RETURN.with(language, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

const RETURN: Phrase =
    Phrase { vi: "{agency}, {period}, bản {revision}", en: "{agency}, {period}, revision {revision}" };

/// How severe a finding is, in a word or two, and whether a reason was given.
fn severity_name(finding: &Finding, filed: &Filed, language: Language) -> &'static str {
    let phrase = match finding.severity {
        _ if finding.fault.is_some() => ERROR,
        Severity::Warning if finding.is_justified(&filed.content.justifications) => phrases::WARNING_JUSTIFIED,
        Severity::Error | Severity::Warning if finding.open => OPEN,
        Severity::Error => ERROR,
        Severity::Warning => phrases::WARNING,
        Severity::Note => phrases::NOTE,
    };
    phrase.text(language)
}

const ERROR: Phrase = Phrase { vi: "Lỗi", en: "Error" };
const OPEN: Phrase = Phrase { vi: "Chưa điền", en: "Not filled in" };

/// A return's findings as the sections stand in it.
pub fn findings_in_order(filed: &Filed) -> Vec<&Finding> {
    let mut findings: Vec<&Finding> = filed.findings.iter().collect();
    findings.sort_by_key(|finding| Section::of_path(finding.place()));
    findings
}

/// One finding: where, how severe, what, and by which rule.
pub fn finding_line(finding: &Finding, filed: &Filed, rules: &RuleSet, language: Language) -> String {
    let message = finding_message(finding, rules.text(&finding.rule), language);
    format!("{}: {}: {message} [{}]", finding.place(), severity_name(finding, filed, language), finding.rule)
}

/// Whether a return may be signed, and what is in the way.
pub fn verdict_text(verdict: Verdict, language: Language) -> String {
    let values = [
        ("errors", verdict.errors),
        ("open", verdict.open),
        ("unexplained", verdict.unexplained),
        ("justified", verdict.justified),
        ("notes", verdict.notes),
    ];
    let values = values.map(|(name, count)| (name, number(count)));
    let phrase = if verdict.can_sign() { SOUND } else { BLOCKED };
    phrase.with(language, &values.each_ref().map(|(name, count)| (*name, count.as_str())))
}

const SOUND: Phrase = Phrase {
    vi: "Đạt. Cảnh báo đã có lý do: {justified}; lưu ý: {notes}.",
    en: "Sound. Warnings with a reason: {justified}; notes: {notes}.",
};
const BLOCKED: Phrase = Phrase {
    vi: "Chưa đạt. Lỗi: {errors}; chưa điền: {open}; cảnh báo chưa có lý do: {unexplained}.",
    en: "Not sound. Errors: {errors}; not filled in: {open}; warnings without a reason: {unexplained}.",
};

/// What was found in all files together.
pub fn check_summary(sound: usize, blocked: usize, refused: usize, language: Language) -> String {
    let values = [("files", sound + blocked + refused), ("sound", sound), ("blocked", blocked), ("refused", refused)];
    let values = values.map(|(name, count)| (name, number(count)));
    CHECKED.with(language, &values.each_ref().map(|(name, count)| (*name, count.as_str())))
}

const CHECKED: Phrase = Phrase {
    vi: "{files} tệp: {sound} đạt, {blocked} chưa đạt, {refused} không phải báo cáo hoặc không đọc được.",
    en: "Files: {files}; sound: {sound}, not sound: {blocked}, not a return or not readable: {refused}.",
};

/// A signature: as what, whose, and what is to be thought of it.
pub fn signature_line(registry: &Registry, signature: &SignatureFound, language: Language) -> String {
    let role = signature.role.as_deref().map_or(SIGNATURE.text(language), |role| role_name(role, language));
    let holder = signature.holder.as_ref().map(|holder| {
        let agency = agency_name(registry, &holder.agency, language);
        format!(" ({}, {agency})", holder.name)
    });
    let key = if signature.kid.is_empty() { String::new() } else { format!(" [{}]", signature.kid) };
    let sentence = super::signature_sentence(signature, language);
    format!("{role}{}: {sentence}{key}", holder.unwrap_or_default())
}

const SIGNATURE: Phrase = Phrase { vi: "Chữ ký", en: "Signature" };

/// A signatory's role, by its name in files.
pub fn role_name(role: &str, language: Language) -> &'static str {
    let (vi, en) = match role {
        "drafter" => ("Người lập", "Drafter"),
        "approver" => ("Người duyệt", "Approver"),
        "seal" => ("Con dấu", "Seal"),
        _ => ("Cơ quan tổng hợp", "Coordinator"),
    };
    Phrase { vi, en }.text(language)
}

/// That nobody signed a return.
pub fn unsigned_text(language: Language) -> &'static str {
    UNSIGNED.text(language)
}

const UNSIGNED: Phrase = Phrase { vi: "Chưa có chữ ký nào.", en: "Nobody has signed it." };

/// What the signatures of all files together are worth.
pub fn verify_summary(genuine: usize, others: usize, refused: usize, language: Language) -> String {
    let values =
        [("files", genuine + others + refused), ("genuine", genuine), ("others", others), ("refused", refused)];
    let values = values.map(|(name, count)| (name, number(count)));
    VERIFIED.with(language, &values.each_ref().map(|(name, count)| (*name, count.as_str())))
}

const VERIFIED: Phrase = Phrase {
    vi: "{files} tệp: {genuine} có đủ chữ ký đúng, {others} không, {refused} không phải báo cáo hoặc không đọc được.",
    en: "Files: {files}; genuine: {genuine}, not genuine: {others}, not a return or not readable: {refused}.",
};

/// A quarter's ledger in a few lines: its files by state, who has filed, who has not.
pub fn ledger_summary(registry: &Registry, ledger: &Ledger, matrix: &Matrix, language: Language) -> String {
    let due = ledger.due().map(|due| DUE.with(language, &[("date", &due.vietnamese())])).unwrap_or_default();
    let files = number(ledger.entries().len());
    let period = quarter_name(ledger.period(), language);
    let mut lines = vec![FILES.with(language, &[("period", &period), ("due", &due), ("files", &files)])];
    let tally: BTreeMap<_, _> = ledger.tally();
    let states = State::ALL.iter().filter_map(|state| Some((state, tally.get(state)?)));
    lines.extend(states.map(|(state, count)| format!("  {}: {}", state_name(*state, language), number(*count))));
    let agencies = number(matrix.rows.len());
    lines.push(AGENCIES.with(language, &[("agencies", &agencies)]));
    for filing in Filing::ALL {
        let rows = matrix.rows.iter().filter(|row| row.filing == filing);
        lines.push(format!("  {}: {}", filing_name(filing, language), number(rows.clone().count())));
        if filing == Filing::Missing {
            for tier in [Tier::Central, Tier::Local] {
                let names = rows.clone().filter(|row| row.tier == tier);
                let names: Vec<String> = names.map(|row| agency_name(registry, &row.agency, language)).collect();
                lines.extend((!names.is_empty()).then(|| format!("    {}.", names.join("; "))));
            }
        }
    }
    lines.join("\n") + "\n"
}

const DUE: Phrase = Phrase { vi: " (hạn gửi {date})", en: " (due {date})" };
const FILES: Phrase =
    Phrase { vi: "Báo cáo {period}{due}: {files} tệp", en: "Returns of {period}{due}: {files} files" };
const AGENCIES: Phrase = Phrase { vi: "{agencies} cơ quan phải báo cáo:", en: "{agencies} agencies report:" };

fn number(count: usize) -> String {
    count_text(i64::try_from(count).unwrap_or(i64::MAX))
}
