use super::{Mark, Pick, Tone};
use crate::collect::{AgencyRow, Filing, Ledger, Matrix, SectionMark, matrix};
use crate::quarterly::Section;
use crate::registry::Tier;
use crate::session::State;
use crate::session::desk::Desk;
use crate::session::view::overview::title;
use crate::session::view::{agency_name, quarter_words};
use crate::text::{desk_phrases, filing_name, name_inside, reason_sentence};

/// Who has filed, by section.
#[derive(Clone, Debug, PartialEq)]
pub struct FilingView {
    /// The counts by list: ministries, provinces, both.
    pub counts: Vec<CountRow>,
    /// The states of filing that head the counts.
    pub filings: Vec<Mark>,
    /// Filters by list.
    pub tiers: Vec<Pick<Option<Tier>>>,
    /// Filters by state of filing.
    pub picks: Vec<Pick<Option<Filing>>>,
    /// The sections that head the rows.
    pub sections: Vec<String>,
    /// The agencies that the filters let through.
    pub rows: Vec<FilingRow>,
    /// How many those are, in words.
    pub found: String,
    /// Who has not filed, ready for a letter; empty where all have.
    pub letters: Vec<Letter>,
}

/// How many agencies of a list are in each state of filing.
#[derive(Clone, Debug, PartialEq)]
pub struct CountRow {
    /// The list.
    pub name: String,
    /// By state of filing.
    pub counts: Vec<usize>,
    /// All of them.
    pub all: usize,
}

/// One agency.
#[derive(Clone, Debug, PartialEq)]
pub struct FilingRow {
    /// Its id, for the page.
    pub id: String,
    /// Its name.
    pub agency: String,
    /// Whether it has filed.
    pub mark: Mark,
    /// Why, where there is something to say.
    pub reason: String,
    /// The entry that counts, or came last.
    pub entry: Option<usize>,
    /// By section.
    pub sections: Vec<SectionCell>,
}

/// One section of one agency's return.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionCell {
    /// How it is to be taken.
    pub tone: Tone,
    /// `12/12`, or empty where nothing is asked.
    pub says: String,
    /// The same in words, to be read aloud.
    pub aloud: String,
}

/// Text to be pasted into a letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// The name in the document of its field.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// The text.
    pub text: String,
}

/// Who has filed; none without a desk.
pub fn filing(state: &State) -> Option<FilingView> {
    let desk = state.desk.as_ref()?;
    let empty = Ledger::new(&state.registry, desk.period);
    let ledger = desk.ledger().unwrap_or(&empty);
    let matrix = matrix(&state.registry, ledger);
    let look = &desk.look;
    let passes = |row: &&AgencyRow| {
        look.tier.is_none_or(|tier| tier == row.tier) && look.filing.is_none_or(|filing| filing == row.filing)
    };
    let rows: Vec<FilingRow> = matrix.rows.iter().filter(passes).map(|row| filing_row(state, ledger, row)).collect();
    Some(FilingView {
        counts: [Some(Tier::Central), Some(Tier::Local), None]
            .into_iter()
            .map(|tier| count_row(state, &matrix, tier))
            .collect(),
        filings: Filing::ALL.into_iter().map(|filing| filing_mark(state, filing)).collect(),
        tiers: tiers(state, desk),
        picks: picks(state, desk),
        sections: Section::ALL.into_iter().map(|section| title(state, section)).collect(),
        found: desk_phrases::AGENCIES_FOUND.counted(state.language, rows.len()),
        rows,
        letters: letters(state, desk, &matrix),
    })
}

fn filing_mark(state: &State, filing: Filing) -> Mark {
    let tone = match filing {
        Filing::Filed => Tone::Good,
        Filing::Late => Tone::Warn,
        Filing::Blocked | Filing::Missing => Tone::Bad,
    };
    Mark { tone, name: filing_name(filing, state.language).to_owned() }
}

fn tier_name(state: &State, tier: Option<Tier>) -> String {
    state.say(match tier {
        Some(Tier::Central) => desk_phrases::TIER_CENTRAL,
        Some(Tier::Local) => desk_phrases::TIER_LOCAL,
        None => desk_phrases::TIER_BOTH,
    })
}

fn count_row(state: &State, matrix: &Matrix, tier: Option<Tier>) -> CountRow {
    let counts: Vec<usize> = Filing::ALL.into_iter().map(|filing| matrix.count(tier, filing)).collect();
    CountRow { name: tier_name(state, tier), all: counts.iter().sum(), counts }
}

fn tiers(state: &State, desk: &Desk) -> Vec<Pick<Option<Tier>>> {
    let tiers = [None, Some(Tier::Central), Some(Tier::Local)];
    tiers.map(|value| Pick { value, name: tier_name(state, value), chosen: desk.look.tier == value }).to_vec()
}

fn picks(state: &State, desk: &Desk) -> Vec<Pick<Option<Filing>>> {
    let name = |value: Option<Filing>| {
        value.map_or_else(|| state.say(desk_phrases::LENS_ALL), |filing| filing_name(filing, state.language).to_owned())
    };
    let values = std::iter::once(None).chain(Filing::ALL.map(Some));
    values.map(|value| Pick { value, name: name(value), chosen: desk.look.filing == value }).collect()
}

fn filing_row(state: &State, ledger: &Ledger, row: &AgencyRow) -> FilingRow {
    let entry = row.entry.and_then(|at| ledger.entries().get(at));
    let told = row.filing != Filing::Filed;
    let reason = entry.filter(|_| told).and_then(|entry| entry.reasons.first());
    FilingRow {
        id: row.agency.to_string(),
        agency: state
            .registry
            .agency(&row.agency)
            .map_or_else(|| row.agency.to_string(), |agency| agency_name(state, agency)),
        mark: filing_mark(state, row.filing),
        reason: reason.map(|reason| reason_sentence(reason, state.language)).unwrap_or_default(),
        entry: row.entry,
        sections: Section::ALL.into_iter().map(|section| cell(state, row.sections.get(&section))).collect(),
    }
}

fn cell(state: &State, mark: Option<&SectionMark>) -> SectionCell {
    let Some(mark) = mark.filter(|mark| mark.asked + mark.errors + mark.warnings > 0) else {
        return SectionCell { tone: Tone::Quiet, says: String::new(), aloud: state.say(desk_phrases::NOTHING_ASKED) };
    };
    let counts = [("answered", mark.answered), ("asked", mark.asked), ("errors", mark.errors), ("none", mark.no_data)];
    let words = counts.map(|(name, count)| (name, count.to_string()));
    let aloud = desk_phrases::SECTION_ALOUD
        .with(state.language, &words.each_ref().map(|(name, count)| (*name, count.as_str())));
    let tone = match mark {
        mark if mark.errors > 0 => Tone::Bad,
        mark if mark.answered < mark.asked || mark.warnings > 0 => Tone::Warn,
        _ => Tone::Good,
    };
    SectionCell { tone, says: format!("{}/{}", mark.answered, mark.asked), aloud }
}

/// Who has not filed, and whose files do not count: each list as a sentence, by kind.
fn letters(state: &State, desk: &Desk, matrix: &Matrix) -> Vec<Letter> {
    let kinds = [
        ("letter-missing", Filing::Missing, desk_phrases::LETTER_MISSING),
        ("letter-blocked", Filing::Blocked, desk_phrases::LETTER_BLOCKED),
    ];
    let letter = |(id, filing, phrase): (&'static str, Filing, crate::text::Phrase)| {
        let title = phrase.with(state.language, &[("period", &quarter_words(state, desk.period))]);
        let parts = [Tier::Central, Tier::Local].into_iter().filter_map(|tier| part(state, matrix, tier, filing));
        let lines: Vec<String> = parts.collect();
        (!lines.is_empty()).then(|| Letter { id, text: format!("{title}:\n{}", lines.join("\n")), title })
    };
    kinds.into_iter().filter_map(letter).collect()
}

/// `- 2 bộ, cơ quan: Bộ Công an; Bộ Quốc phòng.` Between semicolons, since some names have commas.
fn part(state: &State, matrix: &Matrix, tier: Tier, filing: Filing) -> Option<String> {
    let rows = matrix.rows.iter().filter(|row| row.tier == tier && row.filing == filing);
    let names: Vec<String> = rows
        .filter_map(|row| state.registry.agency(&row.agency))
        .map(|agency| name_inside(&agency_name(state, agency)))
        .collect();
    let phrase = match tier {
        Tier::Central => desk_phrases::LETTER_CENTRAL,
        Tier::Local => desk_phrases::LETTER_LOCAL,
    };
    let (count, list) = (names.len().to_string(), names.join("; "));
    (!names.is_empty()).then(|| phrase.with(state.language, &[("count", &count), ("names", &list)]))
}
