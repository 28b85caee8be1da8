//! `check`: findings with file and field, a verdict a file, a summary.

use crate::program::{ended, folder, put, reopened, run, said, sound};
use return36a::quarterly::{Answer, SignedFile, write};
use serde_json::{Value, json};

fn unsigned(content: return36a::quarterly::Return) -> Vec<u8> {
    write(&SignedFile { content, signatures: Vec::new() })
}

#[test]
fn a_sound_return_is_told_with_its_notes() {
    let folder = folder("check-sound");
    let (content, _) = sound("bo-tai-chinh");
    let path = put(&folder, "bo-tai-chinh.json", unsigned(content));
    assert_eq!(
        said(&["check", &path, "--today", "15/06/2017"]),
        format!(
            "{path}: /services/level1/answer: Lưu ý: Còn 6 dịch vụ ở mức độ 1 và 2; 97% đã ở mức độ 3 trở lên, trong khi \
             mục tiêu đến hết năm 2016 là 100%. Nên nêu lộ trình nâng mức độ ở phần đề xuất, kiến nghị. [all-at-level-3]\n\
             {path}: Bộ Tài chính, quý 2/2017, bản 1. Đạt. Cảnh báo đã có lý do: 0; lưu ý: 1.\n\
             1 tệp: 1 đạt, 0 chưa đạt, 0 không phải báo cáo hoặc không đọc được.\n"
        )
    );
}

#[test]
fn what_is_wrong_is_told_with_file_and_field_in_the_order_of_the_sections() {
    let folder = folder("check-wrong");
    let (mut content, _) = sound("bo-tai-chinh");
    content.services.get_mut("level3").unwrap().answer = Some(Answer::Reported(-86));
    content.document.number.clear();
    let wrong = put(&folder, "wrong.json", unsigned(content));
    let alien = put(&folder, "ảnh.jpg", [0xff, 0xd8, 0xff]);
    let (told, _) = ended(&["check", &wrong, &alien, "--today", "2017-06-15", "--lang", "en"], 1);
    let lines: Vec<&str> = told.lines().collect();
    let heading = format!("{wrong}: /document/number: Not filled in: ");
    let count = format!(
        "{wrong}: /services/level3/answer: Error: The count is -86. A count cannot be less than 0. Write the right number. [count-not-negative]"
    );
    let at = |wanted: &str| lines.iter().position(|line| line.starts_with(wanted)).unwrap_or_else(|| panic!("{told}"));
    assert!(at(&heading) < at(&count));
    assert!(
        lines.iter().all(|line| line.starts_with(&wrong) || line.starts_with(&alien) || line.starts_with("Files: "))
    );
    assert_eq!(
        lines[lines.len() - 2..],
        [
            format!(
                "{alien}: The file is not UTF-8 text (byte 0). Ask for the original; do not save it with another program."
            ),
            "Files: 2; sound: 0, not sound: 1, not a return or not readable: 1.".to_owned(),
        ]
    );
}

#[test]
fn each_file_is_one_line_of_json_with_stable_members() {
    let folder = folder("check-json");
    let (mut content, _) = sound("bo-tai-chinh");
    let sound = put(&folder, "sound.json", unsigned(content.clone()));
    content.document.number.clear();
    let blocked = put(&folder, "blocked.json", unsigned(content));
    let alien = put(&folder, "alien.json", "[1");
    let missing = folder.join("missing.json").to_str().unwrap().to_owned();
    let words = ["check", "--json", "--lang", "en", "--today", "2017-06-15", &sound, &blocked, &alien, &missing];
    let (told, complaint) = ended(&words, 3);
    let lines: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        lines[0],
        json!({
            "file": sound, "verdict": "sound", "agency": "bo-tai-chinh", "period": "2017-Q2", "revision": 1,
            "registry": {"version": "2017.1", "same": true},
            "counts": {"errors": 0, "open": 0, "unexplained": 0, "justified": 0, "notes": 1},
            "findings": lines[0]["findings"],
        })
    );
    assert_eq!(lines[0]["findings"][0]["rule"], "all-at-level-3");
    assert_eq!(lines[1]["verdict"], "blocked");
    assert_eq!(lines[1]["counts"]["open"], 1);
    let finding = &lines[1]["findings"][0];
    let mut members: Vec<&String> = finding.as_object().unwrap().keys().collect();
    members.sort();
    assert_eq!(members, ["fault", "field", "fields", "justified", "message", "open", "rule", "severity"]);
    assert_eq!((&finding["field"], &finding["severity"]), (&json!("/document/number"), &json!("error")));
    assert_eq!((&lines[2]["verdict"], &lines[2]["code"]), (&json!("not-a-return"), &json!("read/not-json")));
    assert_eq!((&lines[3]["file"], &lines[3]["verdict"]), (&json!(missing), &json!("unread")));
    assert!(complaint.starts_with(&format!("{missing} cannot be read: ")), "{complaint}");
}

#[test]
fn many_files_are_told_in_the_order_in_which_they_are_named() {
    let folder = folder("check-many");
    let files: Vec<String> = (0..600).rev().map(|number| put(&folder, &format!("{number}.json"), "{}")).collect();
    for command in ["check", "verify"] {
        let words: Vec<&str> = [command, "--json"].into_iter().chain(files.iter().map(String::as_str)).collect();
        let (told, _) = ended(&words, 1);
        let told: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(told.iter().map(|line| line["file"].as_str().unwrap()).collect::<Vec<_>>(), files);
    }
}

#[test]
fn an_earlier_return_is_compared_with() {
    let folder = folder("check-previous");
    let (before, now, field, _) = reopened();
    let (now, before) = (put(&folder, "now.json", unsigned(now)), put(&folder, "before.json", unsigned(before)));
    let told = |words: &[&str]| {
        let all = [&["check", &now, "--today", "2017-06-15"], words].concat();
        run(&all).stdout
    };
    let field = format!("{now}: {field}: ");
    let compares = |told: Vec<u8>| {
        String::from_utf8(told)
            .unwrap()
            .lines()
            .any(|line| line.starts_with(&field) && line.ends_with(" [task-falls-back]"))
    };
    assert!(compares(told(&["--previous", &before])));
    assert!(!compares(told(&[])));
    let (_, complaint) = ended(&["check", &now, "--previous", &put(&folder, "x.json", "{}")], 1);
    assert!(complaint.ends_with("x.json: Tệp thiếu mục /return. Xin lại tệp gốc.\n"), "{complaint}");
}

#[test]
fn a_name_cannot_move_the_terminals_cursor() {
    let folder = folder("check-name");
    let path = put(&folder, "a\u{1b}[31m\n.json", "");
    let (told, _) = ended(&["check", &path], 1);
    assert!(!told.contains('\u{1b}'), "{told:?}");
    let turned = put(&folder, "a\u{202e}nosj.exe", "");
    let (told, _) = ended(&["check", &turned], 1);
    assert!(told.contains("a\u{fffd}nosj.exe: ") && !told.contains('\u{202e}'), "{told:?}");
    assert_eq!(told.lines().count(), 2, "{told:?}");
}
