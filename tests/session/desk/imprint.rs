//! A paper's hash leads to its file.

use super::coordinator::{Coordinator, some};
use return36a::collect::ReturnMark;
use return36a::session::desk::{DeskAction, Lens};
use return36a::session::view::desk;
use return36a::signing::fingerprint;

fn searching(coordinator: &mut Coordinator, query: &str) -> desk::IntakeView {
    coordinator.acts(DeskAction::Search(query.into()));
    coordinator.intake()
}

#[test]
fn the_hash_on_a_paper_leads_to_its_file() {
    let mut coordinator = Coordinator::having(&some(&["accepted", "blocked"]));
    let at = coordinator.entry_in("accepted");
    let entry = coordinator.state.desk.as_ref().unwrap().ledger().unwrap().entries()[at].clone();
    let mark = ReturnMark::of_filed(entry.filed().unwrap());
    let hash = mark.content_sha256.clone();
    let says = format!(
        "Mã trên bản giấy là của tệp {} (Được tính), quý II/2017. Khi cần, in tệp đó ra để so nội dung.",
        entry.file.name
    );
    let grouped = fingerprint(&hash);
    for query in [
        hash.clone(),
        mark.imprint(),
        grouped.clone(),
        grouped.to_uppercase(),
        format!("SHA-256: {}\n{}", &grouped[..39], &grouped[40..]),
        hash[..8].to_owned(),
    ] {
        let view = searching(&mut coordinator, &query);
        assert_eq!(view.paper, [says.as_str()], "{query}");
        assert_eq!(view.rows.iter().map(|row| row.at).collect::<Vec<_>>(), [at], "{query}");
    }
    let facts = desk::entry(&coordinator.state, at).unwrap().facts;
    assert!(facts.iter().any(|fact| fact.value == grouped), "the desk shows it as the paper does");
    // A filter hides the row, and the paper is matched all the same.
    coordinator.acts(DeskAction::Filter(Lens::State(return36a::collect::State::Blocked)));
    let view = searching(&mut coordinator, &hash);
    assert_eq!((view.rows.len(), view.paper), (0, vec![says]));
}

#[test]
fn a_hash_that_no_file_has_is_told_as_such() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    let at = coordinator.entry_in("accepted");
    let filed = coordinator.state.desk.as_ref().unwrap().ledger().unwrap().entries()[at].filed().unwrap().clone();
    let mut digits: Vec<char> = filed.content_sha256.chars().collect();
    // One digit is another one.
    digits[40] = if digits[40] == '0' { '1' } else { '0' };
    let other: String = digits.iter().collect();
    let none = "Không tệp nào đã nhận có mã này, trong mọi kỳ trên bàn. Xem lại mã đã gõ; nếu đúng thì bản giấy không phải của \
                tệp đã gửi.";
    for query in [other.clone(), format!("return36a/1 bo-tai-chinh 2017-Q2 r1 sha256:{other}")] {
        let view = searching(&mut coordinator, &query);
        assert_eq!((view.paper, view.rows.len()), (vec![none.to_owned()], 0), "{query}");
    }
    for query in ["", "Bộ Tài chính", &filed.content_sha256[..7]] {
        assert!(searching(&mut coordinator, query).paper.is_empty(), "{query} is no hash of a paper");
    }
}

#[test]
fn a_paper_of_another_quarter_is_found_there() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    let at = coordinator.entry_in("accepted");
    let filed = coordinator.state.desk.as_ref().unwrap().ledger().unwrap().entries()[at].filed().unwrap().clone();
    coordinator.acts(DeskAction::ChoosePeriod("2017-Q3".parse().unwrap()));
    let view = searching(&mut coordinator, &filed.content_sha256);
    assert_eq!(view.rows.len(), 0);
    assert!(view.paper[0].contains("(Được tính), quý II/2017."), "{:?}", view.paper);
}
