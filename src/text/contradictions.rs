//! What the documents contradict themselves in, in plain sentences: by code, with the values and the places.

use super::places::{place_name, places_by_document, range_name, table_name};
use super::{Language, Phrase};
use crate::registry::{Contradiction, ContradictionCode, Registry};
use crate::vietnamese::{Date, count_text};

mod shapes;
mod sides;
mod subject;

use shapes::shape;
pub(super) use subject::{agency_name, subject};

/// One contradiction in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradicted {
    /// Of what.
    pub what: String,
    /// Where it stands, and what.
    pub one: String,
    /// Where something else stands against it, and what.
    pub other: String,
}

impl Contradicted {
    /// All of it as one sentence.
    pub fn sentence(&self, language: Language) -> String {
        SENTENCE.with(language, &[("what", &self.what), ("one", &self.one), ("other", &self.other)])
    }
}

const SENTENCE: Phrase = Phrase { vi: "{what}: {one}; nhưng {other}.", en: "{what}: {one}, but {other}." };

/// The heading under which contradictions of this kind stand.
pub fn contradiction_heading(code: ContradictionCode, language: Language) -> &'static str {
    shape(code).heading.text(language)
}

/// A contradiction of this registry's documents in words.
pub fn contradiction_text(registry: &Registry, contradiction: &Contradiction, language: Language) -> Contradicted {
    let shape = shape(contradiction.code);
    let values = Values { registry, contradiction, language }.all();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let [what, one, other] = [shape.what, shape.one, shape.other].map(|phrase| phrase.with(language, &values));
    Contradicted { what, one, other }
}

/// What the sentences of one contradiction may name.
struct Values<'a> {
    registry: &'a Registry,
    contradiction: &'a Contradiction,
    language: Language,
}

impl Values<'_> {
    /// The values by name and by number (`v1` …), the places (`place1` …), and what is put together from them.
    fn all(&self) -> Vec<(String, String)> {
        let mut all = Vec::new();
        for (number, (name, value)) in (1..).zip(&self.contradiction.values) {
            let text = number_text(value);
            all.extend([(format!("v{number}"), text.clone()), (name.clone(), text)]);
        }
        for (number, place) in (1..).zip(&self.contradiction.places) {
            all.push((format!("place{number}"), place_name(self.registry, place, self.language)));
            all.push((format!("table{number}"), table_name(self.registry, place, self.language)));
        }
        let [one, other] = sides::sides(self.registry, self.contradiction, self.language);
        let texts = [
            ("subject", subject(self.registry, &self.contradiction.what, self.language)),
            ("one", one),
            ("other", other),
            ("range", range_name(self.registry, self.contradiction.places.get(1..).unwrap_or_default(), self.language)),
            ("places", places_by_document(self.registry, &self.contradiction.places, self.language)),
            ("last", self.last_place()),
            ("swap", self.swap()),
            ("names", self.list(|(_, value)| value.clone())),
            ("numbers", self.list(|(name, _)| name.trim_start_matches("name ").to_owned())),
        ];
        all.extend(texts.map(|(name, text)| (name.to_owned(), text)));
        all
    }

    fn last_place(&self) -> String {
        self.contradiction
            .places
            .last()
            .map(|place| place_name(self.registry, place, self.language))
            .unwrap_or_default()
    }

    /// With whom an agency has changed places, if with one.
    fn swap(&self) -> String {
        let Some(id) = value(self.contradiction, "changed places with") else { return String::new() };
        let agency = agency_name(self.registry, id, self.language).unwrap_or_else(|| id.to_owned());
        SWAP.with(self.language, &[("agency", &agency)])
    }

    fn list(&self, pick: fn(&(String, String)) -> String) -> String {
        self.contradiction.values.iter().map(pick).collect::<Vec<_>>().join(", ")
    }
}

const SWAP: Phrase = Phrase { vi: " (đổi chỗ với {agency})", en: " (changed places with {agency})" };

/// The value of this name.
fn value<'a>(contradiction: &'a Contradiction, name: &str) -> Option<&'a str> {
    contradiction.values.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// A number or a sum of numbers as the page writes it, `1.374`; a day as `12/06/2017`; other words as they are.
fn number_text(value: &str) -> String {
    if let Ok(day) = Date::parse_iso(value) {
        return day.vietnamese();
    }
    let numbers: Result<Vec<i64>, _> = value.split(" + ").map(str::parse).collect();
    match numbers {
        Ok(numbers) => numbers.into_iter().map(count_text).collect::<Vec<_>>().join(" + "),
        Err(_) => value.to_owned(),
    }
}
