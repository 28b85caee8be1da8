//! Who has filed, tables with what stands behind them, charts, the reconciliation.

use super::coordinator::{Coordinator, FILES, some};
use return36a::collect::{Filing, TableKind};
use return36a::registry::Tier;
use return36a::session::Effect;
use return36a::session::desk::DeskAction;
use return36a::session::view::desk::{self, Tone, charts};
use std::sync::LazyLock;

/// The whole quarter, taken in once for the tests that only look; a state cannot be shared, so each gets its rows.
static ROWS: LazyLock<(std::collections::BTreeMap<String, String>, Option<String>)> = LazyLock::new(|| {
    let coordinator = Coordinator::having(&FILES.samples.iter().collect::<Vec<_>>());
    (coordinator.browser.rows, coordinator.browser.keyring)
});

fn whole_quarter() -> Coordinator {
    let (rows, keyring) = &*ROWS;
    Coordinator::with(super::coordinator::Browser {
        rows: rows.clone(),
        keyring: keyring.clone(),
        ..Default::default()
    })
}

#[test]
fn the_matrix_counts_agencies_by_list_and_filing() {
    let mut coordinator = whole_quarter();
    let view = desk::filing(&coordinator.state).unwrap();
    let counts: Vec<(&str, &[usize], usize)> =
        view.counts.iter().map(|row| (row.name.as_str(), row.counts.as_slice(), row.all)).collect();
    let foretold = |tier: Option<Tier>, states: &[&str]| {
        let registry = &coordinator.state.registry;
        let mut agencies: Vec<_> = FILES
            .samples
            .iter()
            .filter(|sample| states.contains(&sample.state))
            .filter_map(|sample| registry.agency(sample.agency.as_ref()?))
            .filter(|agency| tier.is_none_or(|tier| agency.tier() == tier))
            .map(|agency| agency.id.clone())
            .collect();
        agencies.sort();
        agencies.dedup();
        agencies.len()
    };
    let counting = ["accepted", "warned", "late", "other-registry"];
    for (row, tier) in counts.iter().zip([Some(Tier::Central), Some(Tier::Local), None]) {
        assert_eq!(row.1[0] + row.1[1], foretold(tier, &counting), "{}", row.0);
        assert_eq!(row.1.iter().sum::<usize>(), row.2);
    }
    assert_eq!(counts[2].2, counts[0].2 + counts[1].2);
    coordinator.acts(DeskAction::Filing(Some(Filing::Missing)));
    coordinator.acts(DeskAction::Tier(Some(Tier::Local)));
    let rows = desk::filing(&coordinator.state).unwrap().rows;
    assert_eq!(
        rows.iter().map(|row| row.agency.as_str()).collect::<Vec<_>>(),
        ["Thành phố Đà Nẵng", "Tỉnh Hà Tĩnh", "Tỉnh Kiên Giang"]
    );
    assert!(rows.iter().all(|row| row.entry.is_none() && row.mark.tone == Tone::Bad));
}

#[test]
fn who_has_not_filed_is_ready_for_a_letter() {
    let coordinator = whole_quarter();
    let letters = desk::filing(&coordinator.state).unwrap().letters;
    assert_eq!(letters[0].title, "Chưa nhận được báo cáo quý II/2017 của các cơ quan sau");
    let lines: Vec<&str> = letters[0].text.lines().collect();
    assert_eq!(lines[0], "Chưa nhận được báo cáo quý II/2017 của các cơ quan sau:");
    assert!(lines[1].starts_with("- ") && lines[1].contains("Bộ Nội vụ") && lines[1].ends_with('.'), "{}", lines[1]);
    assert_eq!(lines[2], "- 3 tỉnh, thành phố: thành phố Đà Nẵng; tỉnh Hà Tĩnh; tỉnh Kiên Giang.");
    assert!(letters[1].title.starts_with("Đã nhận nhưng chưa tổng hợp được"));
}

#[test]
fn a_section_of_the_matrix_tells_answers_of_those_asked() {
    let coordinator = Coordinator::having(&some(&["accepted"]));
    let view = desk::filing(&coordinator.state).unwrap();
    let row = view.rows.iter().find(|row| row.entry.is_some()).unwrap();
    assert_eq!((row.sections[0].says.as_str(), row.sections[0].tone), ("4/4", Tone::Good));
    assert_eq!(row.sections[0].aloud, "trả lời 4/4 mục, không có số liệu 0, lỗi 0");
    let missing = view.rows.iter().find(|row| row.entry.is_none()).unwrap();
    assert!(missing.sections.iter().all(|cell| cell.says.is_empty() && cell.tone == Tone::Quiet));
}

#[test]
fn every_table_can_be_shown_and_a_figure_opens_what_stands_behind_it() {
    let mut coordinator = whole_quarter();
    for kind in TableKind::ALL {
        let view = desk::table_view(&coordinator.state, kind).unwrap();
        assert!(view.title.ends_with(", quý II/2017"), "{}", view.title);
        let width: usize = view.headings[0].iter().map(|heading| usize::from(heading.across.max(1))).sum();
        assert!(view.rows.iter().all(|row| row.cells.len() == width), "{kind:?}");
    }
    let kind = TableKind::RankingLocal;
    let view = desk::table_view(&coordinator.state, kind).unwrap();
    let total = view.rows.iter().position(|row| row.total).unwrap();
    let column = view.rows[total].cells.iter().rposition(|cell| cell.behind).unwrap();
    assert!(view.rows[total].cells[column].rests.starts_with("trên "), "{:?}", view.rows[total].cells[column]);
    let effects = coordinator.acts(DeskAction::Figure(Some((kind, 0, column))));
    assert_eq!(effects, [Effect::Focus("figure-title".into())]);
    let grounds = desk::table_view(&coordinator.state, kind).unwrap().grounds.unwrap();
    let told: Vec<&str> = grounds.rows.iter().map(|row| row.field.as_str()).collect();
    assert_eq!(told, ["Dịch vụ công trực tuyến mức độ 3 hiện có", "Dịch vụ công trực tuyến mức độ 4 hiện có"]);
    let sum: i64 = grounds.rows.iter().map(|row| row.value.replace('.', "").parse::<i64>().unwrap()).sum();
    assert_eq!(view.rows[0].cells[column].says.replace('.', ""), sum.to_string());
    let at = grounds.rows[0].file.1.unwrap();
    assert_eq!(desk::entry(&coordinator.state, at).unwrap().facts[0].value, grounds.rows[0].agency);
    assert_eq!(grounds.says, "Lấy từ 2 mục sau đây của các báo cáo.");
    let effects = coordinator.acts(DeskAction::Figure(None));
    assert_eq!(effects, [Effect::Focus(format!("figure-0-{column}"))], "the way back is where it was opened");
    assert_eq!(desk::table_view(&coordinator.state, kind).unwrap().grounds, None);
    assert_eq!(coordinator.acts(DeskAction::Figure(None)), []);
}

#[test]
fn no_data_stands_where_the_words_of_its_column_do() {
    let coordinator = Coordinator::having(&some(&["accepted"]));
    let view = desk::table_view(&coordinator.state, TableKind::Tasks).unwrap();
    let none: Vec<_> = view.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.says == "-").collect();
    assert!(!none.is_empty() && none.iter().all(|cell| !cell.number && !cell.words), "{none:?}");
    let tasks: Vec<_> = view.rows.iter().filter_map(|row| row.cells.iter().find(|cell| cell.names)).collect();
    assert!(tasks.iter().any(|cell| cell.words), "{tasks:?}");
}

#[test]
fn charts_tell_the_same_figures_as_the_tables() {
    let coordinator = whole_quarter();
    let view = charts::charts(&coordinator.state).unwrap();
    let ranking = desk::table_view(&coordinator.state, TableKind::RankingLocal).unwrap();
    let total = ranking.rows[0].cells.iter().rposition(|cell| cell.number).unwrap();
    let first = ranking.rows[0].cells.iter().find(|cell| cell.names).unwrap().says.clone();
    let row = view.services.table.rows.iter().find(|row| row[0] == first).unwrap();
    assert_eq!(row[1], ranking.rows[0].cells[total].says);
    assert_eq!(view.services.tiles.len(), 63);
    let none: Vec<&str> =
        view.services.tiles.iter().filter(|tile| tile.class == 0).map(|tile| tile.id.as_str()).collect();
    assert!(none.contains(&"tp-da-nang"), "what was not received has no data: {none:?}");
    assert!(view.services.tiles.iter().filter(|tile| tile.class == 0).all(|tile| tile.figure == "-"));
    let legend = view.services.legend.last().unwrap();
    assert_eq!((legend.class, legend.says.clone()), (0, format!("không có số liệu ({} địa phương)", none.len())));
    assert_eq!(view.completion.bars.len(), view.completion.table.rows.len());
    let longest = view.completion.longest;
    assert!(view.completion.bars.iter().all(|bar| bar.length.is_none_or(|length| length <= longest)));
    assert_eq!(view.tasks_over_time.table.rows.len(), 1);
    assert!(view.tasks_over_time.says.starts_with("Mới có sổ tiếp nhận của một quý."));
}

#[test]
fn the_reconciliation_counts_what_agrees_and_can_show_only_what_differs() {
    let mut coordinator = whole_quarter();
    let view = desk::reconciliation(&coordinator.state).unwrap();
    let rows: Vec<_> = view.parts.iter().flat_map(|part| &part.rows).collect();
    let count = |tone: Tone| rows.iter().filter(|row| row.tone == tone).count();
    assert_eq!(
        view.summary,
        format!(
            "{} nội dung khớp, {} nội dung chênh lệch, {} nội dung chưa có số liệu để đối chiếu.",
            count(Tone::Good),
            count(Tone::Bad),
            count(Tone::Quiet)
        )
    );
    assert!(count(Tone::Good) > 0 && count(Tone::Bad) > 0);
    coordinator.acts(DeskAction::Differing(true));
    let parts = desk::reconciliation(&coordinator.state).unwrap().parts;
    assert!(parts.iter().flat_map(|part| &part.rows).all(|row| row.tone == Tone::Bad));
}

#[test]
fn a_desk_without_a_file_has_tables_charts_and_comparisons_all_the_same() {
    let coordinator = Coordinator::new();
    for kind in TableKind::ALL {
        assert!(desk::table_view(&coordinator.state, kind).is_some());
    }
    let view = charts::charts(&coordinator.state).unwrap();
    assert!(view.services.tiles.iter().all(|tile| tile.class == 0));
    assert!(view.services_over_time.bars.is_empty());
    assert!(desk::reconciliation(&coordinator.state).is_some());
    assert!(desk::printed(&coordinator.state).is_some());
}
