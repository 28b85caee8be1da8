//! What the documents contradict themselves in, and the manual that lists it.

use super::*;

#[test]
fn the_table_of_tasks_is_not_the_annex_for_four_agencies() {
    assert_eq!(
        told(Code::TableAgainstAnnex),
        [
            "bo-tai-chinh: completed, table 2, completed, annex 1, in progress, table 3, in progress, annex 4",
            "bo-xay-dung: assigned, table 4, assigned, annex 5, waiting, annex 1",
            "bo-tu-phap: assigned, table 6, assigned, annex 5, in progress, table 3, in progress, annex 2",
            "bo-nong-nghiep-va-phat-trien-nong-thon: completed, table 1, completed, annex 0, in progress, table 0, \
             in progress, annex 1",
        ]
    );
    assert_eq!(
        told(Code::AssignedMoved),
        [
            "tp-ha-noi: 2017-Q2 2, 2017-Q4 3, changed places with tp-ho-chi-minh",
            "tp-ho-chi-minh: 2017-Q2 3, 2017-Q4 2, changed places with tp-ha-noi",
        ]
    );
    assert_eq!(told(Code::CompletedTotal), ["tasks-completed 2017-Q2: sentence 35, sum of the table 35, annex 33"]);
    assert_eq!(
        told(Code::CentralTotal),
        [
            "tasks-assigned 2017-Q2: sentence 72, table, central agencies 66, table, with the cities 71",
            "tasks-assigned 2017-Q4: sentence 71, table, central agencies 66, table, with the cities 71",
            "tasks-completed 2017-Q2: sentence 35, table, central agencies 33, table, with the cities 35",
            "tasks-completed 2017-Q4: sentence 44, table, central agencies 42, table, with the cities 44",
        ]
    );
    assert_eq!(
        told(Code::AgenciesByTasks),
        ["agencies-none-completed 2017-Q2: sentence 2, table 2, annex 3"],
        "9/23, 22/23 and 2/23 agree with the tables"
    );
}

#[test]
fn sentences_and_lists_do_not_agree() {
    assert_eq!(
        told(Code::Percentage),
        [
            "tasks-completed: part 44, whole 71, printed 61,9%, rounded 62,0%",
            "van-phong-chinh-phu petitions-answered: part 966, whole 1174, printed 82,35%, rounded 82,28%",
            "bo-ke-hoach-va-dau-tu investment-online: part 5015, whole 12900, printed 38,6%, rounded 38,9%",
        ]
    );
    assert_eq!(
        told(Code::PhaseMembers),
        ["four-level-exchange phase 2: both done and remaining bo-cong-thuong, \
          neither done nor remaining bo-xay-dung, neither done nor remaining tinh-soc-trang"]
    );
    assert_eq!(told(Code::NamedTwice).len(), 1);
    assert_eq!(
        told(Code::NotDoneAgain),
        ["uy-ban-giam-sat-tai-chinh-quoc-gia document-connection: not named as not done 2016-03-01, \
          named as not done 2017-02-08"]
    );
    assert_eq!(
        found(Code::ReturnsReceived)[0].values[..2],
        [("sentence".into(), "51".into()), ("rows that show one".into(), "50".into())]
    );
    assert_eq!(told(Code::OutOf), ["agencies-central: out of 30, agencies that the documents name 31"]);
}

#[test]
fn figures_do_not_fit_one_another() {
    assert_eq!(
        told(Code::PartAboveWhole),
        ["bo-tai-chinh invoice-tax: part 3247, whole 41,3, words tổng doanh thu đã xác thực là 41,3 nghìn tỷ đồng, \
          tổng số thuế đã xác thực trên 3.247 nghìn tỷ đồng"]
    );
    assert_eq!(
        told(Code::WholesDiffer),
        [
            "tp-ha-noi customer-meters: electronic-meters 2376000, percentage 44%, so the whole 5400000, \
             remote-meters 624116, percentage 25%, so the whole 2496464",
            "tp-ho-chi-minh customer-meters: electronic-meters 2313201, percentage 22%, so the whole 10514550, \
             remote-meters 387065, percentage 16,7%, so the whole 2317754",
        ]
    );
    let matters: Vec<_> = found(Code::SaidDifferently).into_iter().map(|contradiction| contradiction.what).collect();
    assert_eq!(matters, ["petitions-received", "portal-in-june-2017", "returns-counted-until"]);
    assert!(told(Code::ToldDifferently).contains(
        &"bo-ngoai-giao services-missions: 314/BC-VPCP, Phụ lục II, 19.b 24, 314/BC-VPCP, Phụ lục II, 19.d 23".into()
    ));
}

#[test]
fn services_do_not_agree_between_text_table_and_year() {
    assert_eq!(
        told(Code::BlankRow),
        ["bo-tu-phap: text trên 51.561 lượt hồ sơ đăng ký cấp Phiếu Lý lịch tư pháp trực tuyến, row - - - -, \
          remark Đang triển khai"]
    );
    assert_eq!(
        told(Code::FewerThan2016)[1],
        "tinh-ha-giang: 2016 1374, now 1111, 2016, level 3 1374, now, level 3 1087, 2016, level 4 0, now, level 4 24"
    );
    assert_eq!(
        told(Code::BuiltMoreThanNow),
        [
            "bo-nong-nghiep-va-phat-trien-nong-thon level 4: built in 2017 18, now 8",
            "bo-tai-nguyen-va-moi-truong level 4: built in 2017 15, now 10",
        ]
    );
}

#[test]
fn what_agrees_is_not_listed() {
    let named = |code| found(code).into_iter().map(|contradiction| contradiction.what).collect::<Vec<_>>();
    let finance = "bo-tai-chinh services-online";
    assert!(!named(Code::Parts).iter().any(|what| what == finance), "263 + 328 + 86 + 246 = 923");
    assert!(!named(Code::TextAgainstTable).iter().any(|what| what == "bo-tai-chinh current"), "86 + 246 = 332");
    assert!(!named(Code::NamedCount).iter().any(|what| what.starts_with("exchange")), "26 and 62 in 7 + 20 + 61");
    assert!(!named(Code::Percentage).iter().any(|what| what == "services-list-2016"), "63 of 82 is 77%");
}

/// What each code means, as the manual says it.
fn meaning(code: Code) -> &'static str {
    match code {
        Code::TableAgainstAnnex => "The table of task counts is not what annex I of the same report gives.",
        Code::AssignedMoved => "One agency has another number of assigned tasks in the later report.",
        Code::AssignedTotal => "Sentences, tables and annex do not count the same number of assigned tasks.",
        Code::CompletedTotal => "A sentence's number of completed tasks is not that of the table or of the annex.",
        Code::CentralTotal => "A sentence speaks of central agencies only, but its number is not that of their rows.",
        Code::AgenciesByTasks => {
            "A sentence counts agencies by their tasks otherwise than the table or the annex does."
        }
        Code::Percentage => "A percentage is not its part of its whole, rounded.",
        Code::Parts => "Parts do not add up to the total printed with them.",
        Code::PartAboveWhole => "A part is more than its whole.",
        Code::WholesDiffer => "Parts of one whole have percentages that no whole could give.",
        Code::ToldDifferently => "One figure is told in two ways.",
        Code::SaidDifferently => "One matter is told in two ways, in words.",
        Code::TextAgainstTable => "A text tells another figure than the table.",
        Code::OutOf => "\"Out of n\" is not the number of agencies that the documents name.",
        Code::NamedTwice => "A list names an agency twice.",
        Code::NamedCount => "A sentence's number is not the number of agencies named with it.",
        Code::NotDoneAgain => "An agency is named as not having done what, by an earlier list, it had done.",
        Code::PhaseMembers => "Members of a phase are named as done and as remaining, or as neither.",
        Code::RowSum => "A row's total is not the sum of its cells.",
        Code::TableSum => "A table's total is not the sum of its rows.",
        Code::Ranks => "Ranks are not one more than the number of better rows (printed *for* that rank).",
        Code::ReturnsReceived => "The number of returns received is not that of the rows that show one.",
        Code::ReturnsUnfit => "The number of unfit returns is not that of the rows that came without a figure.",
        Code::FigureWithoutReturn => "A figure is told of an agency whose return is said not to have come.",
        Code::BlankRow => "A text tells a figure, but the row of the agency has none.",
        Code::RemarkAgainstHeading => "Remarks say that figures are of another kind than their column's heading.",
        Code::FewerThan2016 => "Fewer services now than in 2016.",
        Code::Not2016PlusBuilt => "The services of 2016 and those built in 2017 are not those of now.",
        Code::BuiltMoreThanNow => "More services built in the year than there are now.",
        Code::DossiersWithoutServices => "Dossiers were received online, but no online service is printed.",
    }
}

/// The manual's table: a heading for each code, a line for each contradiction.
fn manual(contradictions: &[Contradiction]) -> String {
    let mut text = String::new();
    let mut last = None;
    for contradiction in contradictions {
        if last.replace(contradiction.code) != Some(contradiction.code) {
            text += &format!(
                "\n**{}**\n\n| of | what does not agree | where |\n|---|---|---|\n",
                meaning(contradiction.code)
            );
        }
        let values: Vec<_> = contradiction.values.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        text += &format!("| {} | {} | {} |\n", contradiction.what, values.join("; "), places(&contradiction.places));
    }
    text
}

/// The places by document; of a long list only the first and the last.
fn places(sources: &[Source]) -> String {
    let mut by_document: Vec<(&str, Vec<&str>)> = Vec::new();
    for source in sources {
        let document = registry().document(&source.document).expect("a document");
        let name = if document.number.is_empty() { document.id.as_str() } else { &document.number };
        match by_document.iter_mut().find(|(known, _)| *known == name) {
            Some((_, places)) => places.push(&source.place),
            None => by_document.push((name, vec![&source.place])),
        }
    }
    let line = |(name, mut places): (&str, Vec<&str>)| {
        places.dedup();
        match places.as_slice() {
            [first, .., last] if places.len() > 8 => format!("{name}: {first} … {last}"),
            _ => format!("{name}: {}", places.join("; ")),
        }
    };
    by_document.into_iter().map(line).collect::<Vec<_>>().join(" · ")
}

#[test]
fn the_manual_lists_exactly_the_contradictions_that_are_found() {
    let page = include_str!("../../docs/registry.md");
    let begin = "<!-- contradictions: checked by tests/registry.rs -->\n";
    let (_, listed) = page.split_once(begin).expect("the mark before the tables");
    let found = manual(&self_check(registry()).contradictions);
    assert!(listed == found, "docs/registry.md should go on after its mark with:\n{found}");
}
