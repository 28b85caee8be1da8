//! Findings as the screens say them: where, when, and in which words.

use super::group::Groups;
use super::overview::title;
use super::{FindingLine, SaidView, SourceView, WarningView};
use crate::registry::{Bilingual, CountId, Document, GeneralTaskId, IndicatorId};
use crate::rules::Finding;
use crate::session::Section;
use crate::text::{Language, finding_message, label, phrases, unit_name};
use crate::vietnamese::Date;

impl Groups<'_> {
    /// Whether a finding is said at this field now. What is only open is said once the section was left; what is being
    /// typed is not called unreadable before it is finished.
    pub(super) fn is_shown(&self, finding: &Finding, path: &str) -> bool {
        let here = finding.place() == path;
        let typing = self.state.editing.as_ref().is_some_and(|(editing, _)| editing == path);
        let unfinished = finding.open || finding.rule.starts_with("entry-");
        let seen = self.draft.seen.contains(&self.draft.section_of(path));
        here && !(typing && unfinished) && (seen || !finding.open)
    }

    pub(super) fn message(&self, finding: &Finding) -> String {
        finding_message(finding, self.state.rules.text(&finding.rule), self.state.language)
    }

    /// What is said, and on which grounds.
    pub(super) fn said(&self, finding: &Finding) -> SaidView {
        SaidView { rule: finding.rule.clone(), message: self.message(finding), source: self.source(finding) }
    }

    /// Where the demand comes from; none for what the program itself cannot read.
    pub(super) fn source(&self, finding: &Finding) -> Option<SourceView> {
        let language = self.state.language;
        let rule = self.state.rules.text(&finding.rule)?;
        let document = self.state.registry.document(&rule.source.document);
        Some(SourceView {
            demand: rule.demand.text(language).to_owned(),
            document: document.map_or_else(|| rule.source.document.to_string(), |document| named(document, language)),
            place: rule.source.place.clone(),
            rule: rule.id.clone(),
        })
    }

    pub(super) fn warning(&self, finding: &Finding) -> WarningView {
        let given = self
            .draft
            .content
            .justifications
            .iter()
            .find(|given| given.rule == finding.rule && given.path == finding.place());
        let editing =
            self.state.editing.as_ref().filter(|(path, _)| *path == format!("{}#{}", finding.place(), finding.rule));
        WarningView {
            rule: finding.rule.clone(),
            message: self.message(finding),
            source: self.source(finding),
            reason: editing
                .map(|(_, text)| text.clone())
                .or_else(|| given.map(|given| given.reason.clone()))
                .unwrap_or_default(),
            lapsed: given.is_some_and(|given| given.values_sha256 != finding.values_sha256()),
            offered: given.is_none().then(|| self.offered(finding)).flatten(),
            justified: finding.is_justified(&self.draft.content.justifications),
        }
    }

    /// The reason that the earlier return gave for this warning.
    fn offered(&self, finding: &Finding) -> Option<String> {
        let given = &self.draft.previous.as_ref()?.justifications;
        let given = given.iter().find(|given| given.rule == finding.rule && given.path == finding.place())?;
        Some(given.reason.clone()).filter(|reason| !reason.trim().is_empty())
    }

    /// A finding as a line of a summary.
    pub(super) fn line(&self, finding: &Finding) -> FindingLine {
        FindingLine {
            path: finding.place().to_owned(),
            place: self.place(finding.place()),
            message: self.message(finding),
        }
    }

    /// Where a field is, in words: `Nhiệm vụ 3.2 · Ngày hoàn thành`.
    pub(super) fn place(&self, path: &str) -> String {
        let language = self.state.language;
        if let Some((_, question)) = self.draft.question_at(path) {
            let number = phrases::QUESTION_NUMBER.with(language, &[("number", &question.id)]);
            return format!("{number} · {}", self.asked_place(&question.path));
        }
        let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let registry = &self.state.registry;
        let words = |text: Option<&Bilingual>| text.map(|text| text.text(language).to_owned()).unwrap_or_default();
        let row = match segments.as_slice() {
            ["service_list", id, ..] => self.listed(id),
            ["tasks", number, ..] => phrases::TASK_NUMBER.with(language, &[("number", number)]),
            ["general_tasks", id, ..] => self.general_task(&GeneralTaskId::from(*id)),
            ["services", id, ..] => words(registry.count(&CountId::from(*id)).map(|count| &count.label)),
            ["answers", key, ..] => return self.strange_question(key),
            ["indicators", id, ..] => words(registry.indicator(&IndicatorId::from(*id)).map(|of| &of.label)),
            _ => String::new(),
        };
        let name = if segments.last() == Some(&"answer") { "" } else { label(path).0.text(language) };
        let name = match segments.as_slice() {
            [.., "units", tier, _] | [.., "units", tier, _, "no_data"] => of_tier(tier, path, language),
            _ => name.to_owned(),
        };
        if row.is_empty() && name.is_empty() {
            return title(self.state, Section::of_path(path));
        }
        [row, name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

impl Groups<'_> {
    /// A general task under the number by which its section shows it, and the beginning of its words.
    fn general_task(&self, id: &GeneralTaskId) -> String {
        let content = &self.draft.content;
        let tasks = self.state.registry.general_tasks_of(&content.agency, content.period);
        let found = tasks.iter().enumerate().find(|(_, task)| task.id == *id);
        let named = found.map(|(index, task)| format!("{}. {}", index + 1, task.text.text(self.state.language)));
        named.map(|named| shortened(&named, MOST_NAMED)).unwrap_or_default()
    }

    /// A row of the service list, with the service's code where it has one.
    fn listed(&self, id: &str) -> String {
        let row = phrases::LIST_ROW.with(self.state.language, &[("number", id.trim_start_matches('0'))]);
        let code = self.draft.content.service_list.get(id).map(|service| service.code.as_str()).unwrap_or_default();
        if code.is_empty() { row } else { format!("{row} ({code})") }
    }
}

/// So many letters of a general task's words name it.
const MOST_NAMED: usize = 80;

/// The text, or as many of its words as have so many letters, and an ellipsis.
fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let (kept, _) = text.split_at(end);
    let whole = kept.rsplit_once(' ').map_or(kept, |(words, _)| words);
    format!("{}…", whole.trim_end_matches([' ', ',', ';', ':', '.']))
}

/// A document as it is cited: number, day, title, as far as it has them.
fn named(document: &Document, language: Language) -> String {
    let day = document.date.map(Date::vietnamese).unwrap_or_default();
    let parts = [document.number.clone(), day].into_iter().filter(|part| !part.is_empty());
    let cited = parts.collect::<Vec<_>>().join(", ");
    let title = document.title.text(language);
    if cited.is_empty() { title.to_owned() } else { format!("{cited}. {title}") }
}

/// A field of one tier's units: `Sở, ban, ngành: số đã kết nối`.
fn of_tier(tier: &str, path: &str, language: Language) -> String {
    format!("{}: {}", unit_name(tier, language), label(path).0.text(language).to_lowercase())
}
