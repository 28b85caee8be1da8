//! What was printed, kept as printed.

use super::*;

#[test]
fn annex_1_of_report_314_keeps_its_cells() {
    let row = |name: &str| registry().services_2017_of(&id(name)).expect("a row");
    let cases: [(&str, &[&str], Value, &str); 8] = [
        (
            "bo-cong-an",
            &["-", "02", "8.834.680 (cấp hộ chiếu và khai báo tạm trú)"],
            json!({"built": 2, "dossiers": 8_834_680}),
            "merged",
        ),
        ("bo-tai-chinh", &["332", "42", "44", "-"], json!({"current": 332, "built3": 42, "built4": 44}), ""),
        ("hoc-vien-chinh-tri-quoc-gia-ho-chi-minh", &["-", "-", "-", ""], json!({}), ""),
        (
            "tinh-thai-binh",
            &["221", "10", "1.238", "10.960.7"],
            json!({"built3": 221, "built4": 10, "dossiers3": 1238}),
            "unreadable",
        ),
        ("tinh-quang-nam", &["363", "24", "402"], json!({}), "merged"),
        (
            "tp-can-tho",
            &["313", "141.857", "217.651"],
            json!({"built": 313, "dossiers3": 141_857, "dossiers4": 217_651}),
            "merged",
        ),
        (
            "tp-hai-phong",
            &["480", "79", "3405", "11887"],
            json!({"current3": 480, "current4": 79, "dossiers3": 3405, "dossiers4": 11_887}),
            "",
        ),
        (
            "tinh-cao-bang",
            &["970", "0", "0", "0"],
            json!({"current3": 970, "current4": 0, "dossiers3": 0, "dossiers4": 0}),
            "",
        ),
    ];
    for (agency, cells, values, doubt) in cases {
        assert_eq!(row(agency).cells, cells, "{agency}");
        assert_eq!(json!(row(agency).values), values, "{agency}");
        assert_eq!(row(agency).doubt, doubt, "{agency}");
    }
    assert_eq!(row("tinh-lao-cai").remark, "Chưa bao gồm 40 DVCTT mức độ 4 từ các bộ chuyên ngành");
    assert!(!row("tinh-lai-chau").received && row("tinh-bac-lieu").received);
}

#[test]
fn tables_4_and_7_sum_to_their_totals() {
    let sum = |tier| {
        let rows = registry().printed.services_2016.iter();
        let rows = rows.filter(|row| registry().agency(&row.agency).expect("known").tier() == tier);
        rows.fold([0; 4], |sum, row| {
            let value = |value: Option<i64>| value.unwrap_or(0);
            [sum[0] + value(row.level3), sum[1] + value(row.level4), sum[2] + value(row.total), sum[3] + 1]
        })
    };
    assert_eq!(sum(Tier::Central), [550, 278, 828, 19]);
    assert_eq!(sum(Tier::Local), [10_309, 1_100, 11_409, 63]);
    assert_eq!((found(Code::RowSum), found(Code::TableSum)), (vec![], vec![]));
}

#[test]
fn the_tables_of_indices_are_whole() {
    let mut sizes: BTreeMap<u8, usize> = BTreeMap::new();
    for row in &registry().printed.indices_2016 {
        *sizes.entry(row.table).or_default() += 1;
        assert_eq!(row.address.is_some(), matches!(row.table, 3 | 6), "{}", row.agency);
        assert!((400..=1000).contains(&row.thousandths), "{}", row.agency);
    }
    assert_eq!(sizes, BTreeMap::from([(1, 19), (2, 8), (3, 19), (5, 63), (6, 63)]));
}

#[test]
fn lists_of_who_had_not_done_it_keep_their_length() {
    let lists = registry().printed.not_done.iter();
    let lists: Vec<_> =
        lists.map(|list| (list.general_task.as_str(), list.as_of.iso(), list.names_printed.len())).collect();
    let expected = [
        ("action-plan", "2016-03-01", 13),
        ("action-plan", "2016-03-01", 21),
        ("document-connection", "2016-03-01", 6),
        ("progress-publication", "2016-03-01", 20),
        ("progress-publication", "2016-03-01", 38),
        ("document-connection", "2017-02-08", 4),
        ("progress-publication", "2017-02-08", 11),
        ("action-plan", "2017-06-12", 1),
        ("progress-publication", "2017-06-12", 4),
        ("progress-publication", "2017-12-20", 4),
    ];
    assert_eq!(lists, expected.map(|(task, day, count)| (task, day.to_owned(), count)));
}
