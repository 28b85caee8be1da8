//! Single figures: percentages, parts, figures told twice, texts against tables, "out of".

use super::{Contradiction, ContradictionCode, pair, place_name, sum};
use crate::registry::{
    AgencyId, Indicator, Measured, Period, PrintedServices2017, PrintedStatement, PrintedTotal, Registry, Source, Tier,
};
use crate::vietnamese::Decimal;
use std::collections::BTreeMap;

/// Totals that do not change with time, so that two reports must agree on them.
const TIMELESS: [&str; 5] =
    ["special-agencies", "procedures-846-central", "procedures-846-local", "egdi-rank", "egdi-rank-asean"];

pub(super) fn contradictions(registry: &Registry) -> Vec<Contradiction> {
    let mut found: Vec<_> = registry.printed.totals.iter().filter_map(percentage).collect();
    found.extend(registry.printed.totals.iter().filter_map(parts));
    found.extend(registry.printed.totals.iter().filter_map(part_above_whole));
    found.extend(super::wholes::contradictions(registry));
    found.extend(told_differently(registry));
    found.extend(registry.indicator.iter().flat_map(|indicator| measured_differently(registry, indicator)));
    found.extend(said_differently(registry));
    found.extend(text_against_table(registry));
    found.extend(text_of_2016_against_table(registry));
    found.extend(out_of(registry));
    found
}

pub(super) fn name_of(total: &PrintedTotal) -> String {
    match &total.agency {
        Some(agency) => format!("{agency} {}", total.what),
        None => total.what.clone(),
    }
}

fn percentage(total: &PrintedTotal) -> Option<Contradiction> {
    let numeral = total.percent_printed.strip_suffix('%')?;
    let decimals = numeral.split_once(',').map_or(0, |(_, decimals)| decimals.len());
    let rounded = percent_text(total.value, total.of?, decimals)?;
    (rounded != total.percent_printed).then(|| Contradiction {
        code: ContradictionCode::Percentage,
        what: name_of(total),
        places: vec![total.source.clone()],
        values: vec![
            pair("part", total.value),
            pair("whole", total.of.unwrap_or_default()),
            pair("printed", &total.percent_printed),
            pair("rounded", rounded),
        ],
    })
}

/// The part in the whole as a percentage, half rounded up, with this many decimals and a comma.
fn percent_text(part: i64, whole: i64, decimals: usize) -> Option<String> {
    let scale = 10_i64.checked_pow(u32::try_from(decimals).ok()?)?;
    let twice = part.checked_mul(200)?.checked_mul(scale)?;
    let scaled = twice.checked_add(whole)?.checked_div(whole.checked_mul(2)?)?;
    let fraction = if decimals > 0 { format!(",{:0decimals$}", scaled % scale) } else { String::new() };
    Some(format!("{}{fraction}%", scaled / scale))
}

fn parts(total: &PrintedTotal) -> Option<Contradiction> {
    let added = sum(total.parts.iter().copied());
    let texts: Vec<_> = total.parts.iter().map(i64::to_string).collect();
    (!total.parts.is_empty() && added != total.value).then(|| Contradiction {
        code: ContradictionCode::Parts,
        what: name_of(total),
        places: vec![total.source.clone()],
        values: vec![pair("total", total.value), pair("parts", texts.join(" + ")), pair("their sum", added)],
    })
}

/// A part that is more than its whole, in the unit in which both are printed.
fn part_above_whole(total: &PrintedTotal) -> Option<Contradiction> {
    let whole = match total.of {
        Some(of) => of.saturating_mul(1000),
        None => Decimal::parse_typed(&total.of_printed).ok()?.thousandths(),
    };
    let printed = total.of.map_or_else(|| total.of_printed.clone(), |of| of.to_string());
    (total.value.saturating_mul(1000) > whole).then(|| Contradiction {
        code: ContradictionCode::PartAboveWhole,
        what: name_of(total),
        places: vec![total.source.clone()],
        values: vec![pair("part", total.value), pair("whole", printed), pair("words", &total.printed)],
    })
}

fn told_differently(registry: &Registry) -> Vec<Contradiction> {
    let mut told: BTreeMap<(String, Option<Period>), Vec<&PrintedTotal>> = BTreeMap::new();
    for total in &registry.printed.totals {
        let period = (!TIMELESS.contains(&total.what.as_str())).then_some(total.period);
        told.entry((name_of(total), period)).or_default().push(total);
    }
    let differ = |totals: &Vec<&PrintedTotal>| {
        totals.windows(2).any(|two| matches!(two, [one, other] if one.value != other.value))
    };
    let clashing = told.into_iter().filter(|(_, totals)| differ(totals));
    clashing
        .map(|((what, _), totals)| Contradiction {
            code: ContradictionCode::ToldDifferently,
            what,
            places: totals.iter().map(|total| total.source.clone()).collect(),
            values: totals.iter().map(|total| pair(place_name(registry, &total.source), total.value)).collect(),
        })
        .collect()
}

fn measured_differently(registry: &Registry, indicator: &Indicator) -> Vec<Contradiction> {
    let clash = |two: &[Measured]| match two {
        [one, other] if one.period == other.period && one.value != other.value => Some(Contradiction {
            code: ContradictionCode::ToldDifferently,
            what: format!("{} {}", indicator.id, one.period),
            places: vec![one.source.clone(), other.source.clone()],
            values: [one, other]
                .map(|measured| pair(place_name(registry, &measured.source), &measured.printed))
                .to_vec(),
        }),
        _ => None,
    };
    indicator.measured.windows(2).filter_map(clash).collect()
}

/// Statements of one matter that do not say the same.
fn said_differently(registry: &Registry) -> Vec<Contradiction> {
    let mut matters: BTreeMap<&str, Vec<&PrintedStatement>> = BTreeMap::new();
    for statement in &registry.printed.statements {
        matters.entry(&statement.what).or_default().push(statement);
    }
    let clashing = matters
        .into_iter()
        .filter(|(_, said)| said.windows(2).any(|two| matches!(two, [one, other] if one.says != other.says)));
    clashing
        .map(|(what, said)| Contradiction {
            code: ContradictionCode::SaidDifferently,
            what: what.to_owned(),
            places: said.iter().map(|statement| statement.source.clone()).collect(),
            values: said
                .iter()
                .map(|statement| pair(place_name(registry, &statement.source), &statement.printed))
                .collect(),
        })
        .collect()
}

/// What a row of annex I of 314/BC-VPCP gives for a key: its own value, or the sum of its levels.
pub(super) fn figure(row: &PrintedServices2017, key: &str) -> Option<i64> {
    let level = |level: &str| row.values.get(&format!("{key}{level}")).copied();
    match (row.values.get(key), level("3"), level("4")) {
        (Some(value), _, _) => Some(*value),
        (None, None, None) => None,
        (None, three, four) => Some(sum([three, four].into_iter().flatten())),
    }
}

/// What a document's texts tell of an agency for a key, itself or by its two levels.
pub(super) fn told(registry: &Registry, agency: &AgencyId, key: &str, within: &Source) -> Option<(i64, Source)> {
    let find = |what: &str| {
        let mut totals = registry.printed.totals.iter();
        totals.find(|total| {
            total.what == what && total.agency.as_ref() == Some(agency) && total.source.document == within.document
        })
    };
    if let Some(total) = find(key) {
        return Some((total.value, total.source.clone()));
    }
    let (three, four) = (find(&format!("{key}3"))?, find(&format!("{key}4"))?);
    Some((sum([three.value, four.value]), three.source.clone()))
}

fn text_against_table(registry: &Registry) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for row in &registry.printed.services_2017 {
        for key in PrintedServices2017::KEYS {
            let Some(table) = figure(row, key) else { continue };
            let Some((text, place)) = told(registry, &row.agency, key, &row.source) else { continue };
            if text != table {
                found.push(Contradiction {
                    code: ContradictionCode::TextAgainstTable,
                    what: format!("{} {key}", row.agency),
                    places: vec![place, row.source.clone()],
                    values: vec![pair("text", text), pair("table", table)],
                });
            }
        }
    }
    found
}

fn text_of_2016_against_table(registry: &Registry) -> Vec<Contradiction> {
    let told = registry.printed.totals.iter().filter(|total| total.what == "services3-2016");
    told.filter_map(|total| {
        let row = registry.services_2016_of(total.agency.as_ref()?)?;
        let table = row.level3.filter(|table| *table != total.value)?;
        Some(Contradiction {
            code: ContradictionCode::TextAgainstTable,
            what: name_of(total),
            places: vec![total.source.clone(), row.source.clone()],
            values: vec![pair("text", total.value), pair("table", table)],
        })
    })
    .collect()
}

fn out_of(registry: &Registry) -> Vec<Contradiction> {
    let lists = [("-central", Tier::Central), ("-local", Tier::Local)];
    lists
        .into_iter()
        .filter_map(|(ending, tier)| {
            let agencies = registry.agencies_in_order(tier).len();
            let wrong = |total: &&PrintedTotal| {
                total.what.ends_with(ending) && total.of.is_some_and(|of| i64::try_from(agencies) != Ok(of))
            };
            let totals: Vec<_> = registry.printed.totals.iter().filter(wrong).collect();
            let first = totals.first()?;
            Some(Contradiction {
                code: ContradictionCode::OutOf,
                what: format!("agencies{ending}"),
                places: totals.iter().map(|total| total.source.clone()).collect(),
                values: vec![
                    pair("out of", first.of.unwrap_or_default()),
                    pair("agencies that the documents name", agencies),
                ],
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::percent_text;

    #[test]
    fn a_percentage_is_rounded_half_up_and_written_with_a_comma() {
        let cases = [
            (35, 72, 1, "48,6%"),
            (44, 71, 1, "62,0%"),
            (31, 73, 0, "42%"),
            (1, 8, 2, "12,50%"),
            (1, 8, 0, "13%"),
            (1, 200, 1, "0,5%"),
        ];
        for (part, whole, decimals, text) in cases {
            assert_eq!(percent_text(part, whole, decimals).as_deref(), Some(text), "{part} of {whole}");
        }
        assert_eq!(percent_text(1, 0, 1), None);
        assert_eq!(percent_text(i64::MAX, 2, 1), None);
    }
}
