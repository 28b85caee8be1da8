use super::{FieldView, GroupView, Kind};
use crate::quarterly::{Answer, Field, GeneralStatus, Return, field, part_of, word};
use crate::registry::{CountDefinition, TaskStatus};
use crate::rules::Finding;
use crate::session::{Draft, Section, State};
use crate::text::{phrases, unit_name};
use crate::vietnamese::Date;

/// Builds the groups of one draft.
pub(super) struct Groups<'a> {
    pub(super) state: &'a State,
    pub(super) draft: Draft,
    /// The earlier return, of which each field tells what it said.
    pub(super) previous: Option<Return>,
    /// What is said of it.
    pub(super) findings: &'a [Finding],
}

impl<'a> Groups<'a> {
    pub(super) fn of(state: &'a State) -> Option<Self> {
        let draft = state.draft.clone()?;
        let previous = draft.previous.as_deref().cloned();
        Some(Self { state, draft, previous, findings: &state.findings })
    }

    /// The same for a return that is not open, with what is said of it.
    pub(super) fn beside(state: &'a State, content: Return, findings: &'a [Finding]) -> Self {
        Self { state, draft: Draft::new(content), previous: None, findings }
    }

    /// The groups of a section, in the registry's order.
    pub(super) fn section(&mut self, section: Section) -> Vec<GroupView> {
        let mut groups = match section {
            Section::Heading => self.heading(),
            Section::GeneralTasks => self.general_tasks(),
            Section::Tasks => self.tasks(),
            Section::Services | Section::Dossiers => self.counts(section),
            // The list is shown as a table.
            Section::ServiceList => Vec::new(),
            Section::Indicators => self.indicators(),
            Section::Difficulties => vec![self.lines_group()],
        };
        for group in &mut groups {
            group.carried = self.draft.carried.iter().any(|path| part_of(path) == group.path);
        }
        groups
    }

    fn heading(&mut self) -> Vec<GroupView> {
        let mut document =
            self.group("/document", phrases::GROUP_DOCUMENT.text(self.state.language), &["number", "date"]);
        if self.draft.content.revision > 1 {
            document.fields.insert(0, self.lines("/amendment_reason"));
        }
        vec![
            document,
            self.group(
                "/preparer",
                phrases::GROUP_PREPARER.text(self.state.language),
                &["name", "title", "phone", "email"],
            ),
            self.group("/approver", phrases::GROUP_APPROVER.text(self.state.language), &["name", "title"]),
        ]
    }

    fn lines_group(&mut self) -> GroupView {
        let mut group = self.group("", "", &[]);
        group.fields = vec![self.lines("/difficulties"), self.lines("/proposals")];
        group
    }

    fn group(&mut self, path: &str, title: &str, names: &[&str]) -> GroupView {
        GroupView {
            path: path.to_owned(),
            title: title.to_owned(),
            text: String::new(),
            facts: Vec::new(),
            fields: names.iter().map(|name| self.field(&format!("{path}/{name}"))).collect(),
            folded: Vec::new(),
            unfolded: false,
            carried: false,
        }
    }

    fn general_tasks(&mut self) -> Vec<GroupView> {
        let state = self.state;
        let tasks = state.registry.general_tasks_of(&self.draft.content.agency, self.draft.content.period);
        let mut groups = Vec::new();
        for (index, task) in tasks.into_iter().enumerate() {
            let path = format!("/general_tasks/{}", task.id);
            let Some(answer) = self.draft.content.general_tasks.get(&task.id) else { continue };
            let (status, units) = (answer.status, answer.units.is_some());
            let mut group = self.group(&path, task.text.text(state.language), &["status"]);
            if !task.is_exempt(&self.draft.content.agency) && status != Some(GeneralStatus::Exempt) {
                drop_choice(&mut group, &word(&GeneralStatus::Exempt));
            }
            group.title = format!("{}. {}", index + 1, group.title);
            let deadline =
                state.registry.agency(&self.draft.content.agency).and_then(|agency| task.deadline_for(agency));
            group.facts.extend(deadline.map(|day| self.deadline(day)));
            let wanted: &[&str] = match status {
                None => &[],
                Some(GeneralStatus::Done) => &["date", "document_number"],
                Some(GeneralStatus::Exempt) => &[],
                Some(_) => &["obstacle", "new_deadline"],
            };
            self.add_wanted(&mut group, &["date", "document_number", "obstacle", "new_deadline"], wanted);
            if units {
                let wanted = status.is_some_and(|status| status != GeneralStatus::Exempt);
                self.add_units(&mut group, &path, wanted);
            }
            if status.is_some() {
                group.folded.push(self.field(&format!("{path}/remark")));
                group.unfolded = group.folded.iter().any(|field| self.is_held(field));
            }
            groups.push(group);
        }
        groups
    }

    /// Adds the units that the state asks for, and those that are answered: what is signed is always shown.
    fn add_units(&mut self, group: &mut GroupView, path: &str, wanted: bool) {
        for tier in ["departments", "districts", "communes"] {
            for side in ["connected", "total"] {
                let mut fields = self.count_fields(&format!("{path}/units/{tier}/{side}"));
                let held = fields.iter().any(|field| self.is_held(field)) || fields.len() > 1;
                if !wanted && !held {
                    continue;
                }
                for field in &mut fields {
                    field.label = format!("{}: {}", unit_name(tier, self.state.language), field.label.to_lowercase());
                }
                group.fields.append(&mut fields);
            }
        }
    }

    fn tasks(&mut self) -> Vec<GroupView> {
        let state = self.state;
        let mut groups = Vec::new();
        for task in state.registry.tasks_of(&self.draft.content.agency) {
            let path = format!("/tasks/{}", task.number);
            let Some(answer) = self.draft.content.tasks.get(&task.number) else { continue };
            let wanted: &[&str] = match answer.status {
                None => &[],
                Some(TaskStatus::Completed) => &["completed_on", "evidence", "progress"],
                Some(TaskStatus::InProgress) => &["progress", "percent", "obstacle", "new_deadline"],
                Some(TaskStatus::NotStarted) => &["obstacle", "new_deadline"],
                Some(TaskStatus::Waiting) => &["progress", "obstacle", "new_deadline"],
            };
            let mut group = self.group(
                &path,
                &phrases::TASK_NUMBER.with(state.language, &[("number", task.number.as_str())]),
                &["status"],
            );
            group.text = task.text.clone();
            group.facts.extend(task.deadline.map(|day| self.deadline(day)));
            let names = ["completed_on", "evidence", "progress", "percent", "obstacle", "new_deadline"];
            self.add_wanted(&mut group, &names, wanted);
            groups.push(group);
        }
        groups
    }

    /// Adds the fields that the state asks for, and those that hold something: what is signed is always shown.
    fn add_wanted(&mut self, group: &mut GroupView, names: &[&str], wanted: &[&str]) {
        for name in names {
            let field = self.field(&format!("{}/{name}", group.path));
            if wanted.contains(name) || self.is_held(&field) {
                group.fields.push(field);
            }
        }
    }

    /// Whether the field has the focus: it does not vanish or fold away under the cursor when its last letter is deleted.
    fn is_edited(&self, field: &FieldView) -> bool {
        self.state.editing.as_ref().is_some_and(|(path, _)| *path == field.path)
    }

    /// Whether the field is shown though nothing asks for it: it holds something, or there is a question about it.
    fn is_held(&self, field: &FieldView) -> bool {
        !field.value.is_empty() || !field.questions.is_empty() || self.is_edited(field)
    }

    fn deadline(&self, day: Date) -> String {
        phrases::DEADLINE.with(self.state.language, &[("date", &day.vietnamese())])
    }

    fn counts(&mut self, section: Section) -> Vec<GroupView> {
        let state = self.state;
        let counts =
            state.registry.count.iter().filter(|count| Section::of_path(&format!("/services/{}", count.id)) == section);
        counts
            .filter(|count| self.draft.content.services.contains_key(&count.id))
            .collect::<Vec<_>>()
            .into_iter()
            .map(|count| self.count(count))
            .collect()
    }

    fn count(&mut self, count: &CountDefinition) -> GroupView {
        let path = format!("/services/{}", count.id);
        let mut group = self.group(&path, count.label.text(self.state.language), &[]);
        group.fields = self.count_fields(&format!("{path}/answer"));
        let hint = self.hint(&format!("{path}/answer"), Some(&count.help));
        if let Some(first) = group.fields.first_mut() {
            first.label = group.title.clone();
            first.hint = hint;
        }
        group.folded = vec![self.field(&format!("{path}/basis")), self.field(&format!("{path}/remark"))];
        let as_asked = self
            .draft
            .content
            .services
            .get(&count.id)
            .is_some_and(|row| row.basis == count.basis && row.remark.is_empty());
        let wanted = |field: &FieldView| self.is_edited(field) || !field.questions.is_empty();
        group.unfolded = !as_asked || group.folded.iter().any(wanted);
        group
    }

    /// A count's own field and, where there is no data, the reason.
    fn count_fields(&mut self, path: &str) -> Vec<FieldView> {
        let none = matches!(field(&mut self.draft.content, path), Some(Field::Answer(Some(Answer::NoData(_)))));
        let mut fields = vec![self.field(path)];
        if none {
            fields.push(self.field(&format!("{path}/no_data")));
        }
        fields
    }

    fn indicators(&mut self) -> Vec<GroupView> {
        let state = self.state;
        let mut groups = Vec::new();
        for indicator in state.registry.indicators_of(&self.draft.content.agency) {
            let path = format!("/indicators/{}", indicator.id);
            let mut group = self.group(&path, indicator.label.text(state.language), &["value"]);
            if let Some(field) = group.fields.first_mut() {
                field.label = phrases::MEASURED.with(state.language, &[("unit", &indicator.unit)]);
            }
            group.facts = vec![phrases::TARGET.with(state.language, &[("target", &indicator.target_printed)])];
            group.folded = vec![self.field(&format!("{path}/remark"))];
            group.unfolded = group.folded.iter().any(|field| self.is_held(field));
            groups.push(group);
        }
        groups
    }
}

/// Takes a word out of a group's lists: nobody is offered an answer that a rule would refuse.
fn drop_choice(group: &mut GroupView, word: &str) {
    for field in &mut group.fields {
        if let Kind::Radios(choices) = &mut field.kind {
            choices.retain(|choice| choice.word != word);
        }
    }
}
