use super::codes;
use crate::registry::{Bilingual, RuleText};
use crate::rules::{Finding, Found};
use crate::vietnamese::{Date, count_text};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Tiếng Việt, the first one.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// The tag that pages and files carry: `vi`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    /// The language of a tag; Vietnamese for any other.
    pub fn of_tag(tag: &str) -> Self {
        if tag == "en" { Self::English } else { Self::Vietnamese }
    }
}

/// The tag of the language that a text is in by its letters: Vietnamese, where it has one that only Vietnamese writes; else it is
/// not known. For what a person has typed, or a document says, and is shown as it is in either language.
pub fn tongue(text: &str) -> Option<&'static str> {
    let marked = |letter: char| letter.is_alphabetic() && !letter.is_ascii();
    text.chars().any(marked).then(|| Language::Vietnamese.tag())
}

/// One sentence or label in both languages; `{name}` stands for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// The phrase in a language.
    pub fn text(self, language: Language) -> &'static str {
        match language {
            Language::Vietnamese => self.vi,
            Language::English => self.en,
        }
    }

    /// The phrase in a language, with its values put in.
    pub fn with(self, language: Language, values: &[(&str, &str)]) -> String {
        fill(self.text(language), values)
    }

    /// The phrase with a number of things put in, `{s}` being the English ending of more or fewer than one.
    pub fn counted(self, language: Language, count: usize) -> String {
        let ending = if count == 1 { "" } else { "s" };
        self.with(language, &[("count", &count.to_string()), ("s", ending)])
    }
}

impl Bilingual {
    /// The text in a language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.vi,
            Language::English => &self.en,
        }
    }
}

/// A template with `{name}` replaced by its value, each place once, so that a value is never read as a template.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        let value = values.iter().find(|(known, _)| *known == name);
        filled.push_str(&value.map_or_else(|| format!("{{{name}}}"), |(_, value)| (*value).to_owned()));
        rest = tail;
    }
    filled + rest
}

/// A value as the page writes it: `1.353`, `12/06/2017`.
pub fn found_text(found: &Found) -> String {
    match found {
        Found::Number(number) => count_text(*number),
        Found::Text(text) => Date::parse_iso(text).map_or_else(|_| text.clone(), Date::vietnamese),
    }
}

/// The value of this name; what was typed is quoted as typed, its beginning where it is long.
fn value_text(name: &str, found: &Found) -> String {
    match found {
        Found::Text(typed) if matches!(name, "text" | "words") && typed.chars().count() > MOST_QUOTED => {
            typed.chars().take(MOST_QUOTED).chain(['…']).collect()
        }
        Found::Text(typed) if matches!(name, "text" | "words") => typed.clone(),
        found => found_text(found),
    }
}

/// So many letters of what was typed are quoted at most.
const MOST_QUOTED: usize = 60;

/// What a finding says. The rule's text is given where the finding is a rule's; others are the program's own.
pub fn finding_message(finding: &Finding, rule: Option<&RuleText>, language: Language) -> String {
    let values: Vec<(&str, String)> =
        finding.values.iter().map(|(name, found)| (name.as_str(), value_text(name, found))).collect();
    let mut values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (*name, text.as_str())).collect();
    if let Some(fault) = &finding.fault {
        values.extend([("rule", finding.rule.as_str()), ("fault", fault.as_str())]);
        return super::phrases::RULE_FAULT.with(language, &values);
    }
    match rule {
        Some(rule) => fill(rule.message.text(language), &values),
        None => codes::own_finding(&finding.rule).with(language, &values),
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Phrase, fill};

    #[test]
    fn values_are_put_in_once() {
        let phrase = Phrase { vi: "Đang là {value}, cần {wanted}.", en: "Is {value}, wanted {wanted}." };
        assert_eq!(
            phrase.with(Language::Vietnamese, &[("value", "{wanted}"), ("wanted", "5")]),
            "Đang là {wanted}, cần 5."
        );
        assert_eq!(phrase.with(Language::English, &[("value", "3")]), "Is 3, wanted {wanted}.");
        assert_eq!(fill("{ open", &[]), "{ open");
    }
}
