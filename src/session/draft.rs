use super::entry::{self, Entry};
use super::state::Section;
use crate::collect::{Question, Slip};
use crate::quarterly::{Return, SCHEMA as RETURN, SERVICE_LIST, Signature, field, is_newer, parse_draft, return_value};
use crate::registry::{AgencyId, Period, typed};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The schema of drafts that this program writes.
const SCHEMA: &str = "return36a-draft/1";

/// What the names of drafts in the browser's storage begin with.
const PREFIX: &str = "return36a/draft/";

/// What the names of samples begin with; nothing is kept under them.
const SAMPLE: &str = "return36a/sample/";

/// Whose draft, and of which quarter: one draft for each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DraftKey {
    /// The agency.
    pub agency: AgencyId,
    /// The quarter.
    pub period: Period,
    /// Whether it is a sample, which is never kept and stands beside the agency's own draft.
    pub sample: bool,
}

/// A return that is being filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The return.
    pub content: Return,
    /// Typed texts that their fields cannot hold, by path.
    pub entries: BTreeMap<String, Entry>,
    /// Sections that were left by their button: what is open in them is shown as missing.
    pub seen: BTreeSet<Section>,
    /// Signatures of the return as it is.
    pub signatures: Vec<Signature>,
    /// The earlier return from which this one was carried forward, without its service list: what is checked beside it.
    pub previous: Option<Arc<Return>>,
    /// Fields that hold an answer of the earlier return, not confirmed yet; the service list as one.
    pub carried: BTreeSet<String>,
    /// The coordinator's query slips about it.
    pub slips: Vec<Slip>,
    /// Rows that the registry in use does not ask for, as files write them, by path, and texts that fields in them cannot
    /// hold: they come back with one that does.
    pub aside: BTreeMap<String, Value>,
    /// Whether it is a sample to try the page on: it is neither kept nor signed.
    pub sample: bool,
}

/// Why a kept draft cannot be opened; it is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftError {
    /// Not a draft of this program, or damaged.
    Damaged,
    /// Of a newer program.
    Newer,
}

/// A draft as it is kept.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[allow(dead_code, reason = "read for deny_unknown_fields; its value is checked before")]
    draft: String,
    #[serde(rename = "return")]
    content: Return,
    entries: BTreeMap<String, String>,
    seen: Vec<String>,
    signatures: Vec<Signature>,
    #[serde(default)]
    previous: Option<Arc<Return>>,
    #[serde(default)]
    carried: BTreeSet<String>,
    #[serde(default)]
    slips: Vec<Slip>,
    #[serde(default)]
    aside: BTreeMap<String, Value>,
}

impl DraftKey {
    /// The key of an agency's own draft.
    pub fn new(agency: AgencyId, period: Period) -> Self {
        Self { agency, period, sample: false }
    }

    /// The name in the browser's storage.
    pub fn name(&self) -> String {
        let prefix = if self.sample { SAMPLE } else { PREFIX };
        format!("{prefix}{}/{}", self.agency, self.period)
    }

    /// The key of a name in the browser's storage, if it is a draft's.
    pub fn of_name(name: &str) -> Option<Self> {
        let (agency, period) = name.strip_prefix(PREFIX)?.rsplit_once('/')?;
        Some(Self::new(AgencyId::from(agency), period.parse().ok()?))
    }
}

impl Draft {
    /// A draft of this return, with nothing typed yet.
    pub fn new(content: Return) -> Self {
        Self {
            content,
            entries: BTreeMap::new(),
            seen: BTreeSet::new(),
            signatures: Vec::new(),
            previous: None,
            carried: BTreeSet::new(),
            slips: Vec::new(),
            aside: BTreeMap::new(),
            sample: false,
        }
    }

    /// Whose draft.
    pub fn key(&self) -> DraftKey {
        DraftKey { sample: self.sample, ..DraftKey::new(self.content.agency.clone(), self.content.period) }
    }

    /// The draft as it is kept: JSON.
    pub fn write(&self) -> String {
        let entries: BTreeMap<&String, &String> =
            self.entries.iter().map(|(path, entry)| (path, &entry.text)).collect();
        let seen: Vec<&str> = self.seen.iter().map(|section| section.slug()).collect();
        let mut value = json!({
            "draft": SCHEMA,
            "return": return_value(&self.content),
            "entries": entries,
            "seen": seen,
            "signatures": self.signatures,
            "previous": self.previous.as_deref().map(return_value),
            "carried": self.carried,
            "slips": self.slips,
        });
        // Earlier versions of the program do not know it.
        if let Some(members) = value.as_object_mut().filter(|_| !self.aside.is_empty()) {
            members.insert("aside".to_owned(), json!(self.aside));
        }
        value.to_string()
    }

    /// The draft in a kept text, with the texts that its fields cannot hold typed in again.
    pub fn read(text: &str) -> Result<Self, DraftError> {
        let mut value = parse_draft(text.as_bytes()).map_err(|_| DraftError::Damaged)?;
        let schema = value.get("draft").and_then(|schema| schema.as_str()).unwrap_or_default();
        let of_return = value.pointer("/return/schema").and_then(|schema| schema.as_str()).unwrap_or_default();
        match () {
            () if is_newer(schema, SCHEMA) || is_newer(of_return, RETURN) => return Err(DraftError::Newer),
            () if schema != SCHEMA || of_return != RETURN => return Err(DraftError::Damaged),
            () => {}
        }
        complete(&mut value);
        let written: Written = typed(&value).map_err(|_| DraftError::Damaged)?;
        let mut draft = Self::new(written.content);
        for (path, text) in written.entries {
            if let Some(Err(entry)) = entry::put(&mut draft.content, &path, &text) {
                draft.entries.insert(path, *entry);
            }
        }
        draft.seen =
            Section::ALL.into_iter().filter(|section| written.seen.iter().any(|slug| slug == section.slug())).collect();
        draft.signatures = written.signatures;
        draft.previous = written.previous;
        draft.carried = written.carried;
        draft.slips = written.slips;
        draft.aside = written.aside;
        draft.settle();
        Ok(draft)
    }

    /// What stands in a field, as it is shown there.
    pub(super) fn text_at(&mut self, path: &str) -> String {
        let typed = self.entries.get(path).map(|entry| entry.text.clone());
        typed.unwrap_or_else(|| entry::shown(&mut self.content, path))
    }

    /// The question that is answered at this path, `/answers/<key>/text`, and its slip.
    pub(super) fn question_at(&self, path: &str) -> Option<(&Slip, &Question)> {
        let key = path.strip_prefix("/answers/")?.split('/').next()?;
        let (slip_id, id) = key.split_once('.')?;
        let slip = self.slips.iter().find(|slip| slip.slip_id == slip_id)?;
        Some((slip, slip.questions.iter().find(|question| question.id == id)?))
    }

    /// The section in which a field stands: an answer beside the field that is asked about.
    pub fn section_of(&self, path: &str) -> Section {
        match self.question_at(path) {
            Some((_, question)) => self.section_asked(&question.path),
            None => Section::of_path(path),
        }
    }

    /// The section of a field that is asked about; the heading where this return has no such section.
    pub(super) fn section_asked(&self, path: &str) -> Section {
        Some(Section::of_path(path)).filter(|section| self.has(*section)).unwrap_or(Section::Heading)
    }

    /// Whether the return has this section: indicators only where a task sets a target.
    pub(super) fn has(&self, section: Section) -> bool {
        match section {
            Section::Indicators => !self.content.indicators.is_empty(),
            Section::Tasks => !self.content.tasks.is_empty(),
            _ => true,
        }
    }

    /// Forgets marks of carried fields that the return does not have: they could never be confirmed.
    pub(super) fn settle(&mut self) {
        let content = &mut self.content;
        let has_list = !content.service_list.is_empty();
        let known = self.previous.is_some();
        self.carried
            .retain(|path| known && if path == SERVICE_LIST { has_list } else { field(content, path).is_some() });
    }
}

/// Gives drafts of the program's earlier versions the members that their returns had not.
fn complete(draft: &mut Value) {
    for part in ["return", "previous"] {
        let Some(content) = draft.get_mut(part).and_then(Value::as_object_mut) else { continue };
        for member in ["service_list", "answers"] {
            content.entry(member).or_insert_with(|| json!({}));
        }
    }
}
