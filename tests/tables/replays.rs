//! The printed reports replayed: the same figures come out, or it is told where they do not.

use crate::ground::*;
use crate::returns;
use return36a::collect::{Agreement, Collected, CrossCode, Table, TableKind, crosschecks, rank_differences, table};
use return36a::registry::{AgencyId, ContradictionCode, PrintedServices2016, Tier, self_check};
use return36a::text::{Language, crosscheck_list, rank_difference_text};

fn of_2016() -> Collected<'static> {
    let rows = registry().printed.services_2016.iter();
    collected("2016-Q4", rows.map(|row| returns::of_services_2016(registry(), &row.agency)))
}

fn of_tasks(of: &str) -> Collected<'static> {
    let rows = registry().printed.task_counts.iter().filter(|row| row.period == period(of));
    collected(of, rows.map(|row| returns::of_task_counts(registry(), &row.agency, row.period)))
}

fn of_annex_1() -> Collected<'static> {
    let rows = registry().printed.task_counts.iter().filter(|row| row.period == period("2017-Q2"));
    collected("2017-Q2", rows.map(|row| returns::of_annex_1(registry(), &row.agency)))
}

fn of_services_2017() -> Collected<'static> {
    let came = registry().printed.services_2017.iter().filter(|row| row.received);
    collected("2017-Q4", came.map(|row| returns::of_services_2017(registry(), row)))
}

/// The numbers of an agency's row in these columns.
fn figures<const N: usize>(table: &Table, agency: &AgencyId, columns: [&str; N]) -> [Option<i64>; N] {
    let row = table.row_of(agency).unwrap();
    columns.map(|column| table.cell(row, column).unwrap().number())
}

fn total<const N: usize>(table: &Table, columns: [&str; N]) -> [Option<i64>; N] {
    columns.map(|column| table.cell(table.total().unwrap(), column).unwrap().number())
}

const LEVELS: [&str; 3] = ["level3", "level4", "services"];
const COUNTS: [&str; 3] = ["assigned", "completed", "in-progress"];

#[test]
fn tables_4_and_7_of_2016_come_out_to_the_digit() {
    let collected = of_2016();
    let tables = [TableKind::RankingCentral, TableKind::RankingLocal].map(|kind| table(kind, &collected));
    let tier = |row: &PrintedServices2016| registry().agency(&row.agency).unwrap().tier();
    for row in &registry().printed.services_2016 {
        let table = &tables[usize::from(tier(row) == Tier::Local)];
        assert_eq!(figures(table, &row.agency, LEVELS), [row.level3, row.level4, row.total], "{}", row.name_printed);
    }
    assert_eq!(total(&tables[0], LEVELS), [Some(550), Some(278), Some(828)], "table 4");
    assert_eq!(total(&tables[1], LEVELS), [Some(10_309), Some(1_100), Some(11_409)], "table 7");
}

#[test]
fn equal_totals_share_a_rank_and_the_next_follows_after_all_of_them() {
    let collected = of_2016();
    is_as_expected("2016-Q4 ranking central.txt", &told(TableKind::RankingCentral, &collected));
    is_as_expected("2016-Q4 ranking local.txt", &told(TableKind::RankingLocal, &collected));
}

#[test]
fn where_a_printed_rank_differs_is_listed() {
    let differences = rank_differences(&of_2016());
    let said: Vec<String> =
        differences.iter().map(|of| rank_difference_text(registry(), of, Language::Vietnamese)).collect();
    assert_eq!(
        said,
        [
            "Bộ Xây dựng: đã in 17, tính ra 16 (4 dịch vụ)",
            "Thanh tra Chính phủ: đã in 19, tính ra 18 (0 dịch vụ)",
            "Ủy ban Dân tộc: đã in 19, tính ra 18 (0 dịch vụ)",
            "Tỉnh Bắc Giang: đã in 15, tính ra 14 (324 dịch vụ)",
            "Tỉnh Quảng Nam: đã in 42, tính ra 41 (35 dịch vụ)",
            "Tỉnh Thanh Hóa: đã in 58, tính ra 57 (1 dịch vụ)",
            "Tỉnh Bạc Liêu: đã in 63, không có số để xếp hạng",
            "Tỉnh Bắc Kạn: đã in 63, không có số để xếp hạng",
            "Tỉnh Cao Bằng: đã in 63, không có số để xếp hạng",
            "Tỉnh Hòa Bình: đã in 63, không có số để xếp hạng",
            "Tỉnh Trà Vinh: đã in 63, không có số để xếp hạng",
        ]
    );
    assert!(rank_differences(&of_services_2017()).is_empty(), "no report ranks the services of 2017");
}

/// The agencies whose figures differ from the printed table of task counts, as `agency: computed, printed`.
fn differing(collected: &Collected<'_>) -> Vec<String> {
    let table = table(TableKind::TaskCounts, collected);
    let rows = registry().printed.task_counts.iter().filter(|row| row.period == collected.period);
    let told = rows.filter_map(|row| {
        let computed = figures(&table, &row.agency, COUNTS).map(Option::unwrap);
        let printed = [row.assigned, row.completed, row.in_progress];
        (computed != printed).then(|| format!("{}: {computed:?}, {printed:?}", row.agency))
    });
    told.collect()
}

#[test]
fn part_2_1_of_2017_comes_out_but_for_tasks_that_annex_1_gives_to_others() {
    let collected = of_tasks("2017-Q4");
    assert_eq!(
        differing(&collected),
        [
            "bo-xay-dung: [5, 3, 2], [4, 3, 1]",
            "bo-tu-phap: [5, 3, 2], [6, 3, 3]",
            "tp-ha-noi: [2, 1, 1], [3, 1, 2]",
            "tp-ho-chi-minh: [3, 1, 2], [2, 1, 1]",
        ],
        "the completed tasks are those printed, everywhere"
    );
    let table = table(TableKind::TaskCounts, &collected);
    assert_eq!(total(&table, COUNTS), [Some(71), Some(44), Some(27)], "as 314/BC-VPCP, part III says: 44 of 71");
    is_as_expected("2017-Q4 tasks by agency.txt", &told(TableKind::TaskCounts, &collected));
}

#[test]
fn table_1_b_worked_out_from_annex_1_differs_where_the_registry_says_that_the_print_does() {
    let collected = of_annex_1();
    let differing = differing(&collected);
    let known = self_check(registry()).contradictions.into_iter();
    let known = known.filter(|one| one.code == ContradictionCode::TableAgainstAnnex).map(|one| one.what);
    let names: Vec<String> = differing.iter().map(|line| line.split(':').next().unwrap().to_owned()).collect();
    assert_eq!(names, known.collect::<Vec<_>>());
    assert_eq!(
        differing,
        [
            "bo-tai-chinh: [5, 1, 4], [5, 2, 3]",
            "bo-xay-dung: [5, 1, 4], [4, 1, 3]",
            "bo-tu-phap: [5, 3, 2], [6, 3, 3]",
            "bo-nong-nghiep-va-phat-trien-nong-thon: [1, 0, 1], [1, 1, 0]",
        ]
    );
    is_as_expected("2017-Q2 tasks by agency.txt", &told(TableKind::TaskCounts, &collected));
    is_as_expected("2017-Q2 annex of tasks.txt", &told(TableKind::Tasks, &collected));
}

#[test]
fn annex_1_of_2017_stands_in_the_official_order_with_its_remarks() {
    let collected = of_services_2017();
    is_as_expected("2017-Q4 services central.txt", &told(TableKind::ServicesCentral, &collected));
    is_as_expected("2017-Q4 services local.txt", &told(TableKind::ServicesLocal, &collected));
    is_as_expected("2017-Q4 beside 2016.txt", &told(TableKind::AgainstBaseline, &collected));
    is_as_expected("2017-Q4 missing.txt", &told(TableKind::Missing, &collected));
}

#[test]
fn the_reports_are_held_against_what_they_print() {
    let list = |collected: &Collected<'_>| crosscheck_list(registry(), &crosschecks(collected), Language::Vietnamese);
    is_as_expected("2016-Q4 comparison.txt", &list(&of_2016()));
    is_as_expected("2017-Q2 comparison.txt", &list(&of_annex_1()));
    is_as_expected("2017-Q4 comparison of tasks.txt", &list(&of_tasks("2017-Q4")));
    is_as_expected("2017-Q4 comparison of services.txt", &list(&of_services_2017()));
}

#[test]
fn the_sums_of_2016_agree_with_the_print_and_rest_on_all_who_are_printed() {
    let checks = crosschecks(&of_2016());
    let tables: Vec<_> = checks.iter().filter(|check| check.code == CrossCode::PrintedTable).collect();
    assert_eq!(tables.iter().map(|check| check.what.as_str()).collect::<Vec<_>>(), LEVELS);
    for check in tables {
        assert_eq!(check.agreement(), Agreement::Agrees, "{}", check.what);
        let rests = check.rests.unwrap();
        assert_eq!((rests.on, rests.of), (77, 77), "19 and 58: five of the 63 have no number");
    }
}
