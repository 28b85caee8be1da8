//! What one field shows.

use super::group::Groups;
use super::overview::{period_name, quarter_words};
use super::{ChoiceView, FieldView, Kind, field_id};
use crate::quarterly::{Answer, Field, GeneralStatus, Return, field, word};
use crate::registry::{Basis, Bilingual, Severity, TaskStatus};
use crate::rules::Finding;
use crate::session::carry::CARRIED;
use crate::session::entry::shown;
use crate::text::{basis_name, general_status_name, guidance, label, phrases, task_status_name};
use std::sync::Arc;

impl Groups<'_> {
    pub(super) fn lines(&mut self, path: &str) -> FieldView {
        FieldView { kind: Kind::Lines, ..self.field(path) }
    }

    pub(super) fn field(&mut self, path: &str) -> FieldView {
        let (questions, before) = (self.questions(path), self.before(path));
        let language = self.state.language;
        let typed = self.state.editing.as_ref().filter(|(editing, _)| editing == path).map(|(_, text)| text.clone());
        let kept = self.draft.entries.get(path).map(|entry| entry.text.clone());
        let value = typed.or(kept).unwrap_or_else(|| shown(&mut self.draft.content, path));
        // What was carried is said by a quiet mark, not as an error.
        let said = |finding: &&Finding| finding.rule != CARRIED && self.is_shown(finding, path);
        let here: Vec<&Finding> = self.findings.iter().filter(said).collect();
        let says = |severity: Severity| {
            let of = here.iter().filter(move |finding| finding.severity == severity);
            of.map(|finding| self.said(finding)).collect::<Vec<_>>()
        };
        let errors = says(Severity::Error);
        FieldView {
            id: field_id(path),
            label: label(path).text(language).to_owned(),
            hint: self.hint(path, None),
            before,
            offer: self.offer(path, !errors.is_empty()),
            errors,
            notes: says(Severity::Note),
            warnings: here
                .iter()
                .filter(|finding| finding.severity == Severity::Warning)
                .map(|finding| self.warning(finding))
                .collect(),
            carried: self.carried(path),
            kind: self.kind(path),
            questions,
            path: path.to_owned(),
            value,
        }
    }

    /// What a field asks. What the registry in use does not say is taken from the one that the page came with.
    pub(super) fn hint(&self, path: &str, meaning: Option<&Bilingual>) -> String {
        let guide = [&self.state.registry, &self.state.built.registry].into_iter().find_map(|of| of.field_guide(path));
        guide.map(|guide| guidance(guide, meaning, self.state.language)).unwrap_or_default()
    }

    /// What the earlier return said here, in words; nothing where it was taken over and waits to be confirmed.
    fn before(&mut self, path: &str) -> String {
        let Some(previous) = self.previous.as_mut().filter(|_| !self.draft.carried.contains(path)) else {
            return String::new();
        };
        let value = match field(previous, path) {
            Some(Field::Answer(Some(Answer::NoData(_)))) => self.state.say(phrases::NO_DATA),
            Some(Field::TaskStatus(Some(status))) => task_status_name(*status, self.state.language).to_owned(),
            Some(Field::GeneralStatus(Some(status))) => general_status_name(*status, self.state.language).to_owned(),
            Some(Field::Basis(_)) => String::new(),
            _ => shown(previous, path),
        };
        if value.is_empty() {
            return value;
        }
        format!("{}: {value}", period_name(self.state, previous.period))
    }

    /// From which quarter a field's answer was taken, if it waits to be confirmed.
    fn carried(&self, path: &str) -> String {
        let previous = self.draft.previous.as_ref().filter(|_| self.draft.carried.contains(path));
        let phrase = if path.starts_with("/services/") { phrases::CARRIED_YEAR } else { phrases::CARRIED };
        let says = |previous: &Arc<Return>| {
            phrase.with(self.state.language, &[("period", &quarter_words(self.state, previous.period))])
        };
        previous.map(says).unwrap_or_default()
    }

    fn kind(&mut self, path: &str) -> Kind {
        let language = self.state.language;
        let long = ["progress", "obstacle", "remark", "/text"].iter().any(|name| path.ends_with(name));
        match field(&mut self.draft.content, path) {
            Some(Field::Date(_)) => Kind::Date,
            Some(Field::Decimal(_)) => Kind::Decimal,
            Some(Field::Answer(answer)) => Kind::Count { none: matches!(answer, Some(Answer::NoData(_))) },
            Some(Field::TaskStatus(_)) => {
                Kind::Radios(choices(&TaskStatus::ALL, |status| task_status_name(status, language)))
            }
            Some(Field::GeneralStatus(_)) => {
                Kind::Radios(choices(&GeneralStatus::ALL, |status| general_status_name(status, language)))
            }
            Some(Field::Basis(_)) => Kind::Select(choices(&Basis::ALL, |basis| basis_name(basis, language))),
            _ if long => Kind::Lines,
            _ => Kind::Line,
        }
    }
}

fn choices<T: Copy + serde::Serialize>(all: &[T], name: impl Fn(T) -> &'static str) -> Vec<ChoiceView> {
    all.iter().map(|value| ChoiceView { word: word(value), name: name(*value).to_owned() }).collect()
}
