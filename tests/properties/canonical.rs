//! Canonical bytes are one sequence for one value, however it was written.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use return36a::signing::canonical;
use return36a::vietnamese::LARGEST;
use serde_json::Value;

/// The value as another program would write it: members in another order, spaces anywhere, every letter escaped that may be.
pub fn written_by_another(value: &Value, seed: u64) -> String {
    let next = seed.rotate_left(7) ^ 0x9e37_79b9_7f4a_7c15;
    match value {
        Value::Object(members) => {
            let mut parts: Vec<String> = members
                .iter()
                .map(|(name, member)| format!("{} :\t{}", escaped(name, seed), written_by_another(member, next)))
                .collect();
            let turn = usize::try_from(seed % 7).unwrap() % parts.len().max(1);
            parts.rotate_left(turn);
            format!("{{ {} }}", parts.join(",\n"))
        }
        Value::Array(items) => {
            let parts: Vec<String> = items.iter().map(|item| written_by_another(item, next)).collect();
            format!("[{}\r\n]", parts.join(" , "))
        }
        Value::String(text) => escaped(text, seed),
        other => other.to_string(),
    }
}

fn escaped(text: &str, seed: u64) -> String {
    if seed.is_multiple_of(3) {
        return Value::from(text).to_string();
    }
    let units: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    format!("\"{units}\"")
}

fn value() -> impl Strategy<Value = Value> {
    let text = crate::returns::text();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-LARGEST..=LARGEST).prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let names = "[ -~]{0,6}";
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(names, inner, 0..6).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn they_do_not_depend_on_the_writer(value in value(), seed in any::<u64>()) {
        let bytes = canonical(&value).unwrap();
        let foreign: Value = serde_json::from_str(&written_by_another(&value, seed)).unwrap();
        prop_assert_eq!(canonical(&foreign).unwrap(), bytes);
    }

    #[test]
    fn they_are_stable_when_they_are_read_again(value in value()) {
        let bytes = canonical(&value).unwrap();
        let again: Value = serde_json::from_slice(&bytes).unwrap();
        prop_assert_eq!(&again, &value);
        prop_assert_eq!(canonical(&again).unwrap(), bytes);
    }

    #[test]
    fn values_that_differ_have_other_bytes(one in value(), other in value()) {
        prop_assert_eq!(canonical(&one).unwrap() == canonical(&other).unwrap(), one == other);
    }
}
