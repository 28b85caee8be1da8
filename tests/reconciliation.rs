//! Contradictions in words: kinds that the documents do not show today have their sentences as well.

// A helper fails the test that calls it; clippy knows that only of the test itself.
#![allow(clippy::expect_used)]

use return36a::registry::{ContradictionCode as Code, Registry, self_check};
use return36a::text::{Language, contradiction_heading, contradiction_text, reconciliation_list, reconciliation_table};

/// A change that a test makes to a copy of the registry.
type Change = fn(&mut Registry);

fn changed(change: Change) -> Registry {
    let mut registry = Registry::embedded().expect("the registry that the build embedded").clone();
    change(&mut registry);
    registry
}

/// The sentences of one kind.
fn sentences(registry: &Registry, code: Code, language: Language) -> Vec<String> {
    let mut found = self_check(registry).contradictions;
    found.retain(|contradiction| contradiction.code == code);
    found.iter().map(|one| contradiction_text(registry, one, language).sentence(language)).collect()
}

#[test]
fn what_does_not_occur_today_has_its_sentence() {
    let cases: [(Code, Change, &str, &str); 6] = [
        (
            Code::RowSum,
            |it| it.printed.services_2016[0].total = Some(213),
            "Bộ Tài chính: 7242/BC-VPCP, Phụ lục II, Bảng 4, thứ hạng 1 ghi tổng số 213; nhưng các ô cộng lại là 214.",
            "Ministry of Finance: 7242/BC-VPCP, annex II, table 4, rank 1 says 213 in all, but its cells add up to 214.",
        ),
        (
            Code::RowSum,
            |it| it.printed.task_counts[0].completed = 4,
            "Văn phòng Chính phủ, quý II/2017: 7242/BC-VPCP, mục 1.b, STT 1 ghi tổng số 6; nhưng các ô cộng lại là 7.",
            "Government Office, quarter II/2017: 7242/BC-VPCP, part 1.b, row 1 says 6 in all, but its cells add up to 7.",
        ),
        (
            Code::TableSum,
            |it| it.printed.services_2016[0].level4 = Some(159),
            "Dịch vụ mức độ 4 năm 2016: 7242/BC-VPCP, Phụ lục II, Bảng 4, Tổng cộng ghi tổng số 278; nhưng các dòng cộng lại \
             là 279.",
            "Services at level 4 in 2016: 7242/BC-VPCP, annex II, table 4, total says 278 in all, but its rows add up to 279.",
        ),
        (
            Code::NamedCount,
            |it| drop(it.printed.phases[0].agencies.pop()),
            "Liên thông văn bản bốn cấp, giai đoạn 1, số cơ quan: 314/BC-VPCP, mục I.2.a ghi 7; nhưng 314/BC-VPCP, mục I.2.a \
             nêu tên 6.",
            "Document exchange at four levels, phase 1, agencies: 314/BC-VPCP, part I.2.a says 7, but 314/BC-VPCP, part I.2.a \
             names 6.",
        ),
        (
            Code::NamedCount,
            |it| drop(it.printed.phases[0].agencies.pop()),
            "Số địa phương liên thông bốn cấp: 314/BC-VPCP, mục I.2 ghi 62; nhưng 314/BC-VPCP, mục I.2 nêu tên 61.",
            "Provinces in the four-level exchange: 314/BC-VPCP, part I.2 says 62, but 314/BC-VPCP, part I.2 names 61.",
        ),
        (
            Code::AgenciesByTasks,
            |it| it.printed.task_counts[26].completed = 0,
            "Số cơ quan hoàn thành toàn bộ nhiệm vụ, quý IV/2017: 314/BC-VPCP, mục II.1 ghi 9; nhưng bảng ở 314/BC-VPCP, mục \
             II.1 có 8.",
            "Agencies that completed all their tasks, quarter IV/2017: 314/BC-VPCP, part II.1 says 9, but the table in \
             314/BC-VPCP, part II.1 has 8.",
        ),
    ];
    for (code, change, vietnamese, english) in cases {
        let registry = changed(change);
        for (language, sentence) in [(Language::Vietnamese, vietnamese), (Language::English, english)] {
            let found = sentences(&registry, code, language);
            assert!(found.iter().any(|said| said == sentence), "{sentence}\n{found:#?}");
        }
    }
}

#[test]
fn every_sentence_is_filled_even_where_the_registry_is_hostile() {
    let hostile = changed(|it| {
        it.agency.clear();
        it.document.clear();
        for total in &mut it.printed.totals {
            (total.value, total.of, total.parts) = (i64::MAX, Some(i64::MIN), vec![i64::MIN; 2]);
        }
        for statement in &mut it.printed.statements {
            statement.says.vi = "{what}".into();
        }
    });
    for registry in [&changed(|_| {}), &hostile] {
        for language in [Language::Vietnamese, Language::English] {
            for one in self_check(registry).contradictions {
                let told = contradiction_text(registry, &one, language);
                let texts = [&told.what, &told.one, &told.other];
                assert!(texts.iter().all(|text| !text.trim().is_empty()), "{told:?}");
                let unfilled = texts.iter().any(|text| text.replace("{what}", "").contains(['{', '}']));
                assert!(!unfilled, "{told:?}");
                assert!(!contradiction_heading(one.code, language).is_empty());
            }
        }
    }
}

#[test]
fn documents_that_agree_are_said_to() {
    let silent = changed(|it| {
        it.task.clear();
        it.indicator.clear();
        let printed = &mut it.printed;
        printed.task_counts.clear();
        printed.services_2016.clear();
        printed.services_2017.clear();
        printed.indices_2016.clear();
        printed.not_done.clear();
        printed.phases.clear();
        printed.totals.clear();
        printed.statements.clear();
    });
    let list = |language| reconciliation_list(&silent, language);
    assert_eq!(list(Language::Vietnamese), "Số liệu, nội dung ghi trong các văn bản không mâu thuẫn với nhau.\n");
    assert_eq!(list(Language::English), "The printed parts of the documents do not contradict one another.\n");
    assert_eq!(
        reconciliation_table(&silent, Language::English),
        "| What | The one place says | The other says |\n|---|---|---|\n"
    );
}
