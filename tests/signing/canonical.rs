//! RFC 8785 bytes, and what they cannot carry safely.

use return36a::signing::canonical;
use serde_json::{Value, json};

fn outcome(value: &Value) -> String {
    match canonical(value) {
        Ok(bytes) => String::from_utf8(bytes).unwrap(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn members_are_ordered_and_text_is_escaped_as_rfc_8785_says() {
    let read: Value = serde_json::from_str(
        r#" {"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]} "#,
    )
    .unwrap();
    let written = r#"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#;
    assert_eq!(outcome(&read), written, "RFC 8785, section 3.2.2, without its fractions");
    assert_eq!(
        outcome(&json!({"b": 1, "a": {"d": "Huế", "C": []}, "B": {}})),
        r#"{"B":{},"a":{"C":[],"d":"Huế"},"b":1}"#
    );
}

#[test]
fn only_the_integers_that_every_reader_keeps_are_numbers() {
    let largest = (1_i64 << 53) - 1;
    assert_eq!(outcome(&json!([largest, -largest, 0])), "[9007199254740991,-9007199254740991,0]");
    for number in [json!(largest + 1), json!(-largest - 1), json!(u64::MAX), json!(i64::MIN), json!(0.5), json!(1.0)] {
        assert_eq!(outcome(&json!({"a": [0, number]})), "signing/number-refused /a/1", "{number}");
    }
    for text in ["-0", "1e2", "1.0"] {
        let number: Value = serde_json::from_str(text).unwrap();
        assert_eq!(outcome(&number), "signing/number-refused", "{text}");
    }
}

#[test]
fn a_letter_in_two_parts_is_refused_at_its_place() {
    let decomposed = "Hue\u{302}\u{301}";
    assert_eq!(outcome(&json!({"a/b": {"c~d": ["Huế", decomposed]}})), "signing/text-not-nfc /a~1b/c~0d/1");
    assert_eq!(outcome(&json!(decomposed)), "signing/text-not-nfc");
}

#[test]
fn a_name_beyond_ascii_is_refused() {
    assert_eq!(outcome(&json!({"tasks": {"số": 1}})), "signing/name-refused /tasks/số");
    assert_eq!(outcome(&json!({"": {"~": 1}})), r#"{"":{"~":1}}"#);
}

#[test]
fn values_nest_sixty_four_deep_and_no_deeper() {
    let nested = |depth: usize| (0..depth).fold(json!(0), |inner, _| json!([inner]));
    assert_eq!(outcome(&nested(64)).len(), 129);
    assert_eq!(outcome(&nested(65)), format!("signing/too-deep {}", "/0".repeat(65)));
}
