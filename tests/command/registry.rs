//! `registry lint`, `registry sign`, `registry diff`: a new quarter's registry from change to signed file.

use crate::edition::{self, PASSWORD, next};
use crate::program::{ended, folder, put, registry, return36a, said};
use return36a::collect::{Edition, Proof};
use return36a::quarterly::{Signed, read_signed};
use return36a::registry::Registry;
use return36a::signing::{Native, Verdict, fingerprint, no_randomness};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn json(of: &Registry) -> String {
    serde_json::to_string(of).unwrap()
}

/// The registry of quarter I/2018, changed once more, as a file.
fn changed(folder: &Path, change: impl FnOnce(&mut Registry)) -> String {
    let mut of = next(registry());
    change(&mut of);
    put(folder, "new.json", json(&of))
}

fn linted(test: &str, change: impl FnOnce(&mut Registry)) -> String {
    let path = changed(&folder(test), change);
    ended(&["registry", "lint", &path, "--lang", "en"], 1).0
}

/// The folder with a registry, the coordinator's key and the password's file, and the words that sign it.
fn signing(test: &str, change: impl FnOnce(&mut Registry)) -> (std::path::PathBuf, Vec<String>) {
    let folder = folder(test);
    let path = changed(&folder, change);
    let key = put(&folder, "key.pem", edition::pem(1));
    let password = put(&folder, "password.txt", format!("{PASSWORD}\n"));
    let out = folder.join("danh-muc.json").to_str().unwrap().to_owned();
    let words = ["registry", "sign", &path, "--key", &key, "--out", &out, "--password-file", &password];
    let more = ["--name", edition::ISSUER, "--issued", "15/1/2018"];
    (folder.clone(), words.iter().chain(&more).map(|word| (*word).to_owned()).collect())
}

fn words(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

#[test]
fn the_registry_of_the_new_quarter_is_without_fault() {
    let path = changed(&folder("registry-new"), |_| {});
    assert_eq!(said(&["registry", "lint", &path]), "36a-nq-cp 2018.1: 153 quy tắc, 0 điều phải sửa.\n");
    let both = said(&["registry", "lint", &path, &path, "--lang", "en"]);
    let line = format!("{path}: 36a-nq-cp 2018.1: 153 rules, 0 to be mended.\n");
    assert_eq!(both, line.repeat(2));
}

#[test]
fn ids_stay_and_keep_their_meaning() {
    let told = linted("registry-removed", |registry| {
        registry.task.retain(|task| task.number.as_str() != "16.2");
        registry.rule.retain(|rule| rule.id != "text-nfc");
    });
    assert!(
        told.contains("task 16.2: this id of the edition before is gone; returns already sent name it.\n"),
        "{told}"
    );
    assert!(told.contains("rule text-nfc: this id of the edition before is gone; "), "{told}");
    let told = linted("registry-reused", |registry| {
        let task = registry.task.iter_mut().find(|task| task.number.as_str() == "3.1").unwrap();
        task.text = "Lắp đồng hồ đo nước".into();
        let count = registry.count.iter_mut().find(|count| count.id.as_str() == "level3").unwrap();
        count.level = Some(4);
    });
    assert!(told.contains("task 3.1: this id now means another thing than in the edition before; use a new id.\n"));
    assert!(told.contains("count level3: this id now means another thing "), "{told}");
}

#[test]
fn a_changed_registry_has_a_later_version() {
    for version in ["2017.1", "2016.4"] {
        let told = linted("registry-version", |registry| registry.registry.version = version.into());
        let says = "something was changed, but the version does not follow that of the edition before.";
        assert!(told.contains(&format!("registry 36a-nq-cp {version}: {says}\n")), "{told}");
    }
    let told = linted("registry-version-words", |registry| registry.registry.version = "mới".into());
    assert!(told.contains("registry 36a-nq-cp mới: the version must be numbers with points between them"), "{told}");
    let told = linted("registry-other", |registry| registry.registry.id = "khác".into());
    assert!(told.contains("registry khác: it is not the same registry.\n"), "{told}");
}

#[test]
fn against_another_edition_its_ids_must_stay_as_well() {
    let folder = folder("registry-against");
    let first = changed(&folder, |_| {});
    let mut later = registry().clone();
    later.registry.version = "2018.2".into();
    let later = put(&folder, "later.json", json(&later));
    assert_eq!(said(&["registry", "lint", &later]), "36a-nq-cp 2018.2: 153 quy tắc, 0 điều phải sửa.\n");
    let (told, _) = ended(&["registry", "lint", &later, "--against", &first], 1);
    assert!(told.contains("task 13.7: mã của bản trước không còn; báo cáo đã nộp vẫn dùng mã này.\n"), "{told}");
}

#[test]
fn quarters_follow_one_another_and_days_are_near() {
    let told = linted("registry-periods", |registry| {
        registry.period.swap(0, 1);
        let task = registry.task.iter_mut().find(|task| task.number.as_str() == "13.7").unwrap();
        task.deadline = Some(edition::day(2118, 6, 30));
        task.deadline_printed = "trước ngày 30/6/2118".into();
    });
    assert!(told.contains("period 2015-Q4: the quarter does not come just after the one before it in the list.\n"));
    assert!(told.contains("task 13.7: 2118-06-30: the deadline lies before 2015, or more than ten years"), "{told}");
}

#[test]
fn what_changed_is_told_in_words_list_by_list() {
    let folder = folder("registry-diff");
    let (old, new) = (put(&folder, "old.json", json(registry())), changed(&folder, |_| {}));
    assert_eq!(
        said(&["registry", "diff", &old, &new]),
        "Từ 36a-nq-cp 2017.1 đến 36a-nq-cp 2018.1: 10 thay đổi.\n\
         \n\
         Danh mục\n  Danh mục: phiên bản đổi từ “2017.1” thành “2018.1”.\n\
         \n\
         Các quý\n  Quý 1/2018: ngày chốt số liệu đổi từ “25/03/2018” thành “20/03/2018”.\n  \
         Quý 1/2018: hạn gửi báo cáo đổi từ “25/03/2018” thành “20/03/2018”.\n  \
         Quý 1/2018: lời trong văn bản nay là “trước ngày 20 tháng 3 năm 2018”.\n  \
         Quý 1/2018: đã sửa nguồn.\n\
         \n\
         Nhiệm vụ cụ thể\n  Thêm nhiệm vụ 13.7 (Bộ Y tế): Nhiệm vụ kiểm thử: kết nối hệ thống mẫu.\n  \
         Nhiệm vụ 13.6 (Bộ Y tế): thời hạn đổi từ “01/01/2018” thành “31/03/2018”.\n  \
         Nhiệm vụ 13.6 (Bộ Y tế): lời văn của thời hạn đổi từ “trước ngày 01/01/2018” thành “trước ngày 31 \
         tháng 3 năm 2018”.\n\
         \n\
         Quy tắc kiểm tra\n  Quy tắc task-in-progress-says: mức độ đổi từ “cảnh báo” thành “lỗi”.\n\
         \n\
         Văn bản nguồn\n  Thêm văn bản test-data-2018: Dữ liệu kiểm thử, không phải văn bản.\n"
    );
    let english = said(&["registry", "diff", &new, &old, "--lang", "en"]);
    assert!(english.starts_with("From 36a-nq-cp 2018.1 to 36a-nq-cp 2017.1: 10 changes.\n"), "{english}");
    assert!(english.contains("  Gone: task 13.7 (Ministry of Health): Nhiệm vụ kiểm thử: kết nối hệ thống mẫu.\n"));
    assert!(english.contains("  Rule task-in-progress-says: the severity changed from “error” to “warning”.\n"));
    assert_eq!(said(&["registry", "diff", &old, &old]), "36a-nq-cp 2017.1 và 36a-nq-cp 2017.1 như nhau.\n");
}

#[test]
fn every_kind_of_change_is_told() {
    let folder = folder("registry-diff-kinds");
    let old = put(&folder, "old.json", json(&next(registry())));
    let new = changed(&folder, |registry| {
        registry.agency.iter_mut().find(|of| of.id.as_str() == "bo-tai-chinh").unwrap().mark = None;
        registry.indicator[0].target = "99".into();
        registry.count[0].label.vi = "Số thủ tục".into();
        registry.general_task[0].owed_by_kinds.clear();
        registry.rule[0].assert = "true".into();
        registry.printed.task_counts[0].assigned += 1;
        registry.task.reverse();
    });
    let told = said(&["registry", "diff", &old, &new]);
    for line in [
        "  Bộ Tài chính: không còn ký hiệu văn bản “BTC”.\n",
        "thành “99”.\n",
        "thành “Số thủ tục”.\n",
        "loại cơ quan phải làm",
        "  Quy tắc heading-agency-known: điều phải đạt đổi từ “agency.known” thành “true”.\n",
        "  Bảng task_counts: thêm 1 dòng, bỏ 1 dòng.\n",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    let reversed = changed(&folder, |registry| registry.task.reverse());
    let told = said(&["registry", "diff", &old, &reversed]);
    assert!(told.ends_with("  Chỉ đổi thứ tự trong danh mục.\n"), "{told}");
}

#[test]
fn changes_are_told_as_lines_of_json() {
    let folder = folder("registry-diff-json");
    let (old, new) = (put(&folder, "old.json", json(registry())), changed(&folder, |_| {}));
    let told = said(&["registry", "diff", &old, &new, "--json", "--lang", "en"]);
    let lines: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 10);
    assert_eq!(
        lines.iter().find(|line| line["member"] == "deadline").unwrap(),
        &json!({
            "list": "task", "id": "13.6", "change": "changed", "member": "deadline",
            "from": "2018-01-01", "to": "2018-03-31",
            "message": "Task 13.6 (Ministry of Health): the deadline changed from “01/01/2018” to “31/03/2018”.",
        })
    );
    assert_eq!(lines.iter().filter(|line| line["change"] == "added").count(), 2);
}

#[test]
fn a_registry_is_signed_by_the_coordinator_and_verified_by_anybody() {
    let (folder, line) = signing("registry-sign", |_| {});
    let key = fingerprint(&edition::key(1).public.thumbprint());
    let out = folder.join("danh-muc.json");
    assert_eq!(
        said(&words(&line)),
        format!(
            "Đã ký danh mục 36a-nq-cp 2018.1 với tên Vụ Khoa giáo - Văn xã, ghi vào {}. Mã đối chiếu của khóa: {key}.\n",
            out.display()
        )
    );
    let file: Signed<Edition> = read_signed(&fs::read(&out).unwrap()).unwrap();
    assert_eq!(file.content.content, next(registry()));
    let verdict = pollster::block_on(Proof::of(&file).unwrap().verdict(&Native::new(no_randomness))).unwrap();
    assert_eq!(verdict.code(), "signing/valid");
    let Verdict::Valid { role, .. } = verdict else { panic!("{verdict:?}") };
    assert_eq!(role.as_str(), "coordinator");
    assert_eq!(
        said(&["registry", "lint", out.to_str().unwrap()]),
        format!(
            "Do Vụ Khoa giáo - Văn xã ban hành ngày 15/01/2018.\n\
             Chữ ký khớp với khóa có mã đối chiếu {key}.\n\
             36a-nq-cp 2018.1: 153 quy tắc, 0 điều phải sửa.\n"
        )
    );
    let (_, complaint) = ended(&words(&line), 3);
    assert!(complaint.contains("danh-muc.json"), "nothing is written over: {complaint}");
}

#[test]
fn the_password_comes_from_the_environment_where_nobody_can_type_it() {
    let (_, line) = signing("registry-sign-environment", |_| {});
    let mut line: Vec<&str> = words(&line);
    let at = line.iter().position(|word| *word == "--password-file").unwrap();
    line.drain(at..at + 2);
    let signed = return36a(&line).env("RETURN36A_PASSWORD", PASSWORD).output().unwrap();
    assert_eq!(signed.status.code(), Some(0), "{signed:?}");
    let output =
        return36a(&[&line[..], &["--overwrite"]].concat()).stdin(std::process::Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "Không có nơi gõ mật khẩu của khóa: dùng --password-file hoặc biến RETURN36A_PASSWORD.\n"
    );
}

#[test]
fn a_registry_with_faults_is_not_signed() {
    let (folder, line) = signing("registry-sign-faulty", |registry| {
        registry.rule[0].assert = "agency.known &&".into();
        let again = registry.task[0].clone();
        registry.task.push(again);
    });
    let (told, _) = ended(&words(&line), 1);
    assert!(told.contains("task 1.1: mã này có hai lần.\n"), "{told}");
    assert!(told.contains("heading-agency-known: assert: "), "{told}");
    assert!(told.ends_with("2 điều phải sửa.\nChưa ký: sửa hết các chỗ trên rồi ký lại.\n"), "{told}");
    assert!(!folder.join("danh-muc.json").exists());
}

#[test]
fn what_cannot_stand_in_a_signed_file_is_not_signed() {
    let (folder, line) = signing("registry-sign-control", |registry| registry.task[0].text.push_str("\u{7}."));
    let (_, complaint) = ended(&words(&line), 1);
    assert!(complaint.contains("/registry/content/task/0/text"), "{complaint}");
    assert!(!folder.join("danh-muc.json").exists());
}

#[test]
fn a_wrong_password_signs_nothing() {
    let (folder, line) = signing("registry-sign-password", |_| {});
    fs::write(folder.join("password.txt"), "sai").unwrap();
    let (_, complaint) = ended(&words(&line), 1);
    assert!(complaint.contains("key.pem: "), "{complaint}");
    assert!(!folder.join("danh-muc.json").exists());
}

#[test]
fn a_signed_registry_that_was_changed_is_named_by_lint() {
    let folder = folder("registry-tampered");
    let file = edition::file(next(registry()), &edition::key(1));
    let mut value: Value = serde_json::from_slice(&file).unwrap();
    value["registry"]["content"]["task"][0]["text"] = json!("Kết nối các phần mềm quản lý văn bản của các bộ, ngành");
    let path = put(&folder, "changed.json", value.to_string());
    let (told, _) = ended(&["registry", "lint", &path], 1);
    assert!(told.starts_with("Chữ ký của danh mục không khớp: danh mục đã bị sửa sau khi ký.\n"), "{told}");
    value["signatures"] = json!([]);
    let path = put(&folder, "unsigned.json", value.to_string());
    let (told, _) = ended(&["registry", "lint", &path], 1);
    assert!(told.starts_with("Danh mục không có đúng một chữ ký.\n"), "{told}");
    value["registry"]["content"]["task"][0]["more"] = json!(1);
    let path = put(&folder, "more.json", value.to_string());
    let (_, complaint) = ended(&["registry", "lint", &path, "--lang", "en"], 1);
    assert!(complaint.contains("/registry/content/task/0"), "{complaint}");
}

#[test]
fn returns_are_checked_under_an_issued_registry() {
    let folder = folder("registry-check");
    let danh_muc = put(&folder, "danh-muc.json", edition::file(next(registry()), &edition::key(1)));
    let new = next(registry());
    let content = crate::quarter::returns::sound(&new, &"bo-y-te".into(), "2017-Q4".parse().unwrap());
    let signatory = crate::quarter::keys::Signatory::of(new.agency(&"bo-y-te".into()).unwrap());
    let file = put(&folder, "36a_2017-Q4_bo-y-te_r1.json", signatory.signed(content));
    let checked = |more: &[&str]| {
        let words = [&["check", &file, "--json", "--today", "20/12/2017"], more].concat();
        let output = return36a(&words).output().unwrap();
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    assert_eq!(checked(&["--registry", &danh_muc])["registry"], json!({ "version": "2018.1", "same": true }));
    assert_eq!(checked(&[])["registry"], json!({ "version": "2018.1", "same": false }));
    let mut paper = edition::issued(next(registry()), &edition::key(1));
    paper.content.content.task[0].text.push_str(" thêm");
    let changed = put(&folder, "changed.json", return36a::quarterly::write_signed(&paper));
    let (_, complaint) = ended(&["check", &file, "--registry", &changed], 1);
    assert_eq!(complaint, format!("{changed}: Chữ ký của danh mục không khớp: danh mục đã bị sửa sau khi ký.\n"));
}
