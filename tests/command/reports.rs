//! The printed documents and the rules, on the command line.

use crate::program::said;

/// The items of a numbered list: number and sentence.
fn items(list: &str) -> Vec<(usize, &str)> {
    list.lines()
        .filter_map(|line| {
            let (number, sentence) = line.trim_start().split_once(". ")?;
            Some((number.parse().ok()?, sentence))
        })
        .collect()
}

#[test]
fn reconcile_names_each_contradiction_of_the_reports_on_tasks() {
    let list = said(&["reconcile"]);
    for sentence in [
        "Bộ Tài chính, nhiệm vụ được giao: 7242/BC-VPCP, mục 1.b, STT 3 ghi 2 đã hoàn thành, 3 đang triển khai; nhưng \
         7242/BC-VPCP, Phụ lục I, 3.1–3.5 ghi 1 đã hoàn thành, 4 đang triển khai.",
        "Bộ Xây dựng, nhiệm vụ được giao: 7242/BC-VPCP, mục 1.b, STT 9 ghi 4 được giao; nhưng 7242/BC-VPCP, Phụ lục I, \
         9.1–9.5 ghi 5 được giao, 1 chờ cơ quan chủ trì.",
        "Bộ Tư pháp, nhiệm vụ được giao: 7242/BC-VPCP, mục 1.b, STT 10 ghi 6 được giao, 3 đang triển khai; nhưng \
         7242/BC-VPCP, Phụ lục I, 10.1–10.5 ghi 5 được giao, 2 đang triển khai.",
        "Bộ Nông nghiệp và Phát triển nông thôn, nhiệm vụ được giao: 7242/BC-VPCP, mục 1.b, STT 17 ghi 1 đã hoàn thành, \
         0 đang triển khai; nhưng 7242/BC-VPCP, Phụ lục I, 17.1 ghi 0 đã hoàn thành, 1 đang triển khai.",
        "Thành phố Hà Nội, số nhiệm vụ được giao: 7242/BC-VPCP, mục 1.b, STT 22 ghi 2; nhưng 314/BC-VPCP, mục II.1, STT 22 \
         ghi 3 (đổi chỗ với Thành phố Hồ Chí Minh).",
        "Thành phố Hồ Chí Minh, số nhiệm vụ được giao: 7242/BC-VPCP, mục 1.b, STT 23 ghi 3; nhưng 314/BC-VPCP, mục II.1, \
         STT 23 ghi 2 (đổi chỗ với Thành phố Hà Nội).",
        "Số nhiệm vụ cụ thể được giao: tin ngày 08/02/2017, đoạn 1 ghi 73; nhưng 7242/BC-VPCP, mục 4 ghi 72; 314/BC-VPCP, \
         mục III ghi 71; bảng ở 7242/BC-VPCP, mục 1.b cộng được 71; bảng ở 314/BC-VPCP, mục II.1 cộng được 71; \
         7242/BC-VPCP, Phụ lục I có 71.",
        "Số nhiệm vụ đã hoàn thành, quý II/2017: 7242/BC-VPCP, mục 4 ghi 35; bảng ở 7242/BC-VPCP, mục 1.b cộng được 35; \
         nhưng 7242/BC-VPCP, Phụ lục I có 33.",
        "Số nhiệm vụ đã hoàn thành: 314/BC-VPCP, mục III ghi 61,9%; nhưng 44 trên 71 là 62,0%.",
    ] {
        assert!(items(&list).iter().any(|(_, said)| *said == sentence), "{sentence}\n{list}");
    }
}

#[test]
fn reconcile_names_each_contradiction_of_the_reports_on_services() {
    let list = said(&["reconcile", "--lang", "vi"]);
    for sentence in [
        "Số địa phương đã gửi báo cáo: 314/BC-VPCP, mục II.2 ghi 51; nhưng 314/BC-VPCP, Phụ lục I.2 có 50 dòng nhận được báo \
         cáo; chưa nhận được là Lai Châu, Điện Biên, Hải Dương, Phú Yên, Ninh Thuận, Bình Thuận, Bà Rịa - Vũng Tàu, Tây \
         Ninh, Bình Phước, Hậu Giang, Đồng Tháp, Vĩnh Long, Trà Vinh.",
        "Số báo cáo của địa phương không phù hợp: 314/BC-VPCP, mục II.2 ghi 6; nhưng 314/BC-VPCP, Phụ lục I.2 có 5 dòng \
         không có số liệu: TP Hồ Chí Minh, Yên Bái, Nam Định, Sóc Trăng, Bạc Liêu.",
        "Số thủ tục của bộ, ngành theo Quyết định 846: 7242/BC-VPCP, mục 2.c ghi 358; 314/BC-VPCP, mục I.4 ghi 358; nhưng \
         7242/BC-VPCP, Phụ lục I, 1.3 ghi 354.",
        "Bộ Kế hoạch và Đầu tư, hồ sơ trực tuyến: 314/BC-VPCP, Phụ lục II, 4.a ghi 12.900; nhưng 314/BC-VPCP, Phụ lục I.1, \
         STT 8 ghi 12.990.",
        "Bộ Kế hoạch và Đầu tư, hồ sơ đăng ký đầu tư kê khai qua mạng: 314/BC-VPCP, Phụ lục II, 4.a ghi 38,6%; nhưng 5.015 \
         trên 12.900 là 38,9%.",
        "Văn phòng Chính phủ, kiến nghị của doanh nghiệp đã trả lời: 314/BC-VPCP, Phụ lục II, 1.b ghi 82,35%; nhưng 966 trên \
         1.174 là 82,28%.",
        "Bộ Tài chính, số thuế trong doanh thu hóa đơn điện tử đã xác thực, nghìn tỷ đồng: 314/BC-VPCP, Phụ lục II, 3.b ghi \
         3.247; nhưng chính câu đó ghi toàn bộ là 41,3.",
        "Tỉnh Hà Giang, dịch vụ mức độ 3 và 4: 7242/BC-VPCP, Phụ lục II, Bảng 7, thứ hạng 1 ghi 1.374 (mức độ 3: 1.374, mức \
         độ 4: 0); nhưng 314/BC-VPCP, Phụ lục I.2, STT 10 ghi 1.111 (mức độ 3: 1.087, mức độ 4: 24).",
        "Liên thông văn bản bốn cấp, giai đoạn 2: 314/BC-VPCP, mục I.2.b: có Bộ Công Thương đã xong; không có Bộ Xây dựng, \
         Tỉnh Sóc Trăng trong số đã xong; nhưng 314/BC-VPCP, Phụ lục II, 1.a: có Bộ Công Thương còn lại; cũng không có Bộ \
         Xây dựng, Tỉnh Sóc Trăng trong số còn lại.",
    ] {
        assert!(items(&list).iter().any(|(_, said)| *said == sentence), "{sentence}\n{list}");
    }
}

#[test]
fn reconcile_speaks_english_and_numbers_all_it_finds() {
    let list = said(&["reconcile", "--lang", "en"]);
    let numbers: Vec<usize> = items(&list).iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (1..=57).collect::<Vec<_>>());
    assert!(list.starts_with("The printed parts of the documents contradict one another in 57 places.\n\n"));
    for (_, sentence) in items(&list) {
        assert!(sentence.ends_with('.') && sentence.contains(": ") && sentence.contains(", but "), "{sentence}");
        assert!(!sentence.contains(['{', '}']), "{sentence}");
    }
    let matters = "Ministry of Natural Resources and Environment, online services: 314/BC-VPCP, annex II, 8.a says 73 in \
                   all, but 58 + 10 = 68.";
    assert!(items(&list).iter().any(|(_, said)| *said == matters), "{list}");
}

#[test]
fn reconcile_gives_a_table_of_three_columns() {
    let table = said(&["reconcile", "--lang", "en", "--markdown"]);
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows[..2], ["| What | The one place says | The other says |", "|---|---|---|"]);
    assert!(rows.iter().all(|row| row.matches('|').count() == 4), "{table}");
    assert!(rows.contains(
        &"| Ministry of Foreign Affairs, services at level 3 and 4 now | 314/BC-VPCP, annex II, 19.b says 30 | \
          314/BC-VPCP, annex I.1, row 4 says 37 |"
    ));
    let headings = rows.iter().filter(|row| row.starts_with("| **")).count();
    assert_eq!(rows.len() - headings - 2, 57);
    assert!(said(&["reconcile", "--markdown"]).starts_with("| Nội dung | Một nơi ghi | Nơi khác ghi |\n"));
}

#[test]
fn rules_prints_every_rule_with_what_its_example_gives() {
    let manual = said(&["rules", "--lang", "en"]);
    let entry = "### general-done-date\n\n**Error.** A general task that is done has a date. *Nhiệm vụ chung đã thực hiện \
                 có ngày.*\n\n- Source: ";
    assert!(manual.contains(entry), "{manual}");
    let apart = "`/difficulties` = `\"Thie\\u0302\\u0301u kinh phi\\u0301\"`";
    assert!(manual.contains(apart), "marks that stand apart from their letters are shown");
    let vietnamese = said(&["rules"]);
    assert!(vietnamese.starts_with("# Danh mục quy tắc\n"));
    let rules = return36a::registry::Registry::embedded().expect("the registry").rule.iter();
    for rule in rules {
        for page in [&manual, &vietnamese] {
            assert_eq!(page.matches(&format!("\n### {}\n", rule.id)).count(), 1, "{}", rule.id);
        }
    }
}
