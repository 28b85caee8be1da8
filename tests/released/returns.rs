//! Returns: `return36a/1`.

use crate::*;
use pollster::block_on;
use return36a::quarterly::{Answer, ReadErrorCode, read, return_value, write};
use return36a::signing::{Native, Verdict, canonical, no_randomness, verify};
use return36a::text::{Language, read_error_message};

fn refused(text: &str) -> (ReadErrorCode, String, [String; 2]) {
    let error = read(text.as_bytes()).unwrap_err();
    let says = [Language::Vietnamese, Language::English].map(|language| read_error_message(&error, language));
    (error.code(), error.place().to_owned(), says)
}

#[test]
fn a_return_is_read_as_it_was_signed_and_written_again_byte_for_byte() {
    let file = read(&bytes("return-1.json")).unwrap();
    let content = &file.content;
    assert_eq!((content.agency.as_str(), content.period.to_string().as_str()), ("bo-y-te", "2017-Q2"));
    assert_eq!(content.services["built3-quarter"].answer, Some(Answer::Reported(1)));
    let listed = &content.service_list["s1"];
    assert_eq!((listed.name.as_str(), &listed.received), ("Đăng ký kinh doanh", &Some(Answer::Reported(1_374))));
    assert_eq!(content.answers[&format!("{}.1", "0f".repeat(16))].text, "Do tách tỉnh lộ.");
    let payload = canonical(&return_value(content)).unwrap();
    let keys = [11, 12].map(|seed| edition::key(seed).public);
    for signature in &file.signatures {
        let verdict = block_on(verify(&Native::new(no_randomness), signature, &payload, &keys)).unwrap();
        assert!(matches!(verdict, Verdict::Valid { .. }), "{verdict:?}");
    }
    assert_eq!(write(&file), bytes("return-1.json"));
}

#[test]
fn a_return_without_members_of_today_is_refused_since_its_signatures_cover_it_as_it_is() {
    for (name, lacks) in [
        ("return-1-before-answers.json", "/return/answers"),
        ("return-1-before-service-list.json", "/return/service_list"),
    ] {
        let (code, place, says) = refused(&text(name));
        assert_eq!((code, place.as_str()), (ReadErrorCode::MissingMember, lacks), "{name}");
        let wanted = [
            format!("Tệp thiếu mục {lacks}. Xin lại tệp gốc."),
            format!("The file lacks {lacks}. Ask for the original."),
        ];
        assert_eq!(says, wanted, "{name}");
        let (effects, says) = opened(&mut state(), name, &text(name));
        assert_eq!((effects, says), (vec![], format!("Không mở được tệp {name}. {}", wanted[0])));
    }
}

#[test]
fn a_return_of_a_newer_form_is_refused_whatever_else_is_new_in_it() {
    for newer in ["return36a/2", "return36a/99"] {
        for text in
            [of_form("return-1.json", "return36a/1", newer), of_bare_form("return-1.json", "return36a/1", newer)]
        {
            let text = text.replace("[1.5]", "[1]");
            let (code, place, says) = refused(&text);
            assert_eq!((code, place.as_str()), (ReadErrorCode::NewerSchema, "/return/schema"));
            let wanted = "Tệp do bản mới hơn của trang này lập. Mở bằng bản trang mới hơn.";
            assert_eq!(says, [wanted, "The file was made by a newer version of this page. Open it with that version."]);
            let (effects, says) = opened(&mut state(), "1.json", &text);
            assert_eq!((effects, says), (vec![], format!("Không mở được tệp 1.json. {wanted}")));
        }
    }
}
