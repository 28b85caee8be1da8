//! Parts of one whole that is not printed itself: each with its percentage tells how large the whole must be.

use super::{Contradiction, ContradictionCode, pair};
use crate::registry::{PrintedTotal, Registry};
use crate::vietnamese::Decimal;

/// Two parts of one whole whose percentages leave no number that the whole could be.
pub(super) fn contradictions(registry: &Registry) -> Vec<Contradiction> {
    let parts: Vec<&PrintedTotal> = registry.printed.totals.iter().filter(|total| !total.of_what.is_empty()).collect();
    let mut found = Vec::new();
    for (at, one) in parts.iter().enumerate() {
        let others = parts.iter().skip(at + 1).filter(|other| is_same_whole(one, other));
        found.extend(others.filter_map(|other| clash(one, other)));
    }
    found
}

fn is_same_whole(one: &PrintedTotal, other: &PrintedTotal) -> bool {
    (&one.of_what, &one.agency, one.period) == (&other.of_what, &other.agency, other.period)
}

fn clash(one: &PrintedTotal, other: &PrintedTotal) -> Option<Contradiction> {
    let (first, second) = (whole(one)?, whole(other)?);
    if first.least <= second.most && second.least <= first.most {
        return None;
    }
    let agency = one.agency.as_ref().map(|agency| format!("{agency} ")).unwrap_or_default();
    let side = |total: &PrintedTotal, whole: &Whole| {
        [
            pair(total.what.clone(), total.value),
            pair("percentage", &total.percent_printed),
            pair("so the whole", whole.middle),
        ]
    };
    Some(Contradiction {
        code: ContradictionCode::WholesDiffer,
        what: format!("{agency}{}", one.of_what),
        places: vec![one.source.clone(), other.source.clone()],
        values: [side(one, &first), side(other, &second)].concat(),
    })
}

/// How large a whole must be of which this part is so many per cent.
struct Whole {
    least: i64,
    middle: i64,
    most: i64,
}

fn whole(total: &PrintedTotal) -> Option<Whole> {
    let numeral = total.percent_printed.strip_suffix('%')?;
    let decimals = numeral.split_once(',').map_or(0, |(_, decimals)| decimals.len());
    let percent = Decimal::parse_typed(numeral).ok()?.thousandths();
    // Half of the last printed place: a percentage was rounded to it.
    let half = 500_i64.checked_div(10_i64.checked_pow(u32::try_from(decimals).ok()?)?)?;
    let of = |thousandths: i64| total.value.checked_mul(100_000)?.checked_div(thousandths);
    Some(Whole { least: of(percent.checked_add(half)?)?, middle: of(percent)?, most: of(percent.checked_sub(half)?)? })
}

#[cfg(test)]
mod tests {
    use super::whole;
    use crate::registry::Registry;

    #[test]
    fn a_rounded_percentage_leaves_a_range_for_its_whole() {
        let mut total = Registry::embedded().unwrap().printed.totals[0].clone();
        let cases = [
            (44, "44%", Some([98, 100, 101])),
            (1000, "16,7%", Some([5970, 5988, 6006])),
            (5, "0%", None),
            (i64::MAX, "1%", None),
            (1, "none", None),
        ];
        for (part, percent, range) in cases {
            total.value = part;
            total.percent_printed = percent.to_owned();
            let found = whole(&total).map(|whole| [whole.least, whole.middle, whole.most]);
            assert_eq!(found, range, "{part} at {percent}");
        }
    }
}
