//! Findings as the screens say them: where, when, and in which words.

use super::group::Groups;
use super::{FindingLine, SaidView, SourceView, WarningView};
use crate::registry::Document;
use crate::rules::Finding;
use crate::text::{Language, field_place, finding_message, phrases};
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
        let (language, content) = (self.state.language, &self.draft.content);
        if let Some((_, question)) = self.draft.question_at(path) {
            let number = phrases::QUESTION_NUMBER.with(language, &[("number", &question.id)]);
            return format!("{number} · {}", self.asked_place(&question.path));
        }
        field_place(&self.state.registry, content, path, language)
    }
}

/// A document as it is cited: number, day, title, as far as it has them.
fn named(document: &Document, language: Language) -> String {
    let day = document.date.map(Date::vietnamese).unwrap_or_default();
    let parts = [document.number.clone(), day].into_iter().filter(|part| !part.is_empty());
    let cited = parts.collect::<Vec<_>>().join(", ");
    let title = document.title.text(language);
    if cited.is_empty() { title.to_owned() } else { format!("{cited}. {title}") }
}
