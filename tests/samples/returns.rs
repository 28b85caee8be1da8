//! Sound returns, one by one, quarter after quarter, and thousands of them.

use crate::quarter::many::{many, quarters};
use crate::quarter::reporting;
use crate::quarter::returns::{Ground, amended, payload, sound, sound_after};
use crate::{file, is_sound, of_state, period, registry};
use return36a::quarterly::{Answer, Return, SignedFile, read};
use return36a::registry::{Agency, AgencyId, Tier, sha256_hex};
use std::collections::BTreeSet;

#[test]
fn ninety_three_agencies_report() {
    let count = |tier| reporting(registry()).into_iter().filter(|agency| agency.tier() == tier).count();
    assert_eq!((count(Tier::Central), count(Tier::Local)), (30, 63));
}

#[test]
fn the_returns_of_all_agencies_for_quarter_2_2017_are_sound() {
    let ground = Ground::of(registry());
    for Agency { id, .. } in &registry().agency {
        is_sound(&ground.sound(id, period("2017-Q2")), None);
    }
}

#[test]
fn returns_of_eight_quarters_are_sound_alone_and_beside_the_one_before() {
    let (ground, periods) = (Ground::of(registry()), quarters(registry()));
    assert_eq!(periods.len(), 8);
    for Agency { id, .. } in &registry().agency {
        let mut before = ground.sound(id, period("2015-Q4"));
        for period in &periods {
            let content = ground.sound_after(&before);
            assert_eq!(content.period, *period);
            is_sound(&content, None);
            is_sound(&content, Some(&before));
            before = content;
        }
    }
}

#[test]
fn the_short_forms_give_the_same() {
    let (id, ground) = (AgencyId::from("bo-tai-chinh"), Ground::of(registry()));
    let content = sound(registry(), &id, period("2017-Q1"));
    assert_eq!(content, ground.sound(&id, period("2017-Q1")));
    assert_eq!(sound_after(registry(), &content), ground.sound(&id, period("2017-Q2")));
    assert_ne!(ground.begun_anew(&id, period("2017-Q1")).return_id, content.return_id);
}

#[test]
fn an_amendment_is_sound_and_names_what_it_replaces() {
    let ground = Ground::of(registry());
    let id = AgencyId::from("tinh-ha-giang");
    let first = ground.sound(&id, period("2017-Q1"));
    let twentieth = (0..19).fold(first.clone(), |version, _| amended(&version));
    assert_eq!((twentieth.revision, &twentieth.return_id), (20, &first.return_id));
    is_sound(&twentieth, None);
    is_sound(&ground.sound_after(&first), Some(&twentieth));
    let second = amended(&first);
    assert_eq!(second.supersedes, Some(sha256_hex(&payload(&first))));
    let procedures = |of: &Return| of.services["procedures"].answer.as_ref().and_then(Answer::number).unwrap();
    assert_eq!(procedures(&twentieth), procedures(&first) + 19);
}

#[test]
fn figures_differ_from_agency_to_agency_and_some_have_none() {
    let files: Vec<SignedFile> = of_state("accepted").into_iter().map(file).collect();
    let answers = |id: &str| files.iter().map(|file| file.content.services[id].answer.clone()).collect::<Vec<_>>();
    let numbers: BTreeSet<_> = answers("received3-year").iter().flatten().map(Answer::number).collect();
    assert!(numbers.len() > 50, "{}", numbers.len());
    let untold = answers("level1").iter().flatten().filter(|answer| answer.number().is_none()).count();
    assert!((1..20).contains(&untold), "{untold}");
    assert!(answers("level4").contains(&Some(Answer::ConfirmedZero)));
    assert!(files.iter().any(|file| !file.content.service_list.is_empty()));
}

#[test]
fn any_number_of_files_comes_in_unbroken_chains() {
    assert_eq!(many(registry(), 0).count(), 0);
    assert_eq!(many(registry(), 12_000).take(3).count(), 3, "made as they are asked for");
    // 744 chains: 93 agencies, eight quarters; the first twelve are one file longer.
    let made: Vec<(String, Return)> =
        many(registry(), 1_500).take(40).map(|(name, bytes)| (name, read(&bytes).unwrap().content)).collect();
    let names: BTreeSet<&String> = made.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), 40);
    for pair in made.windows(2) {
        let ((_, before), (_, after)) = (&pair[0], &pair[1]);
        let goes_on = (&before.agency, before.period) == (&after.agency, after.period);
        let follows = after.supersedes == Some(sha256_hex(&payload(before)));
        assert_eq!((follows, after.revision), if goes_on { (true, before.revision + 1) } else { (false, 1) });
    }
    assert_eq!(made.iter().filter(|(_, content)| content.revision == 1).count(), 14);
    assert_eq!(made[0].0, "2016-Q1/bo-cong-an_r01.json");
}

#[test]
fn as_many_files_come_as_were_asked_for() {
    for count in [1, 93, 750] {
        assert_eq!(many(registry(), count).count(), count);
    }
}
