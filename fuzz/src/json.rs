//! Changes in JSON that leave it JSON, since a changed byte mostly would not.

use serde_json::Value;

/// Values that readers stumble over.
const ODD: [&str; 24] = [
    "null",
    "true",
    "0",
    "-1",
    "1.5",
    "1e400",
    "9007199254740991",
    "9007199254740992",
    "-9223372036854775808",
    "18446744073709551615",
    "\"\"",
    "\" \"",
    "\"e\\u0301\"",
    "\"\\u0000\"",
    "\"\\ufeff\\u200b\"",
    "\"1.234,5 (hồ sơ)\"",
    "\"2017-02-29\"",
    "\"0000-01-01\"",
    "\"9999-12-31\"",
    "\"/tasks/3.2/status\"",
    "[]",
    "{}",
    "{\"no_data\": \"\"}",
    "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]",
];

/// Changes the first `length` of these bytes in place, to at most `most`, and gives the new length: three times of four one
/// value of the JSON in them, else any bytes.
pub fn changed(bytes: &mut [u8], length: usize, most: usize, seed: u32) -> usize {
    let mut chance = Chance(u64::from(seed) | 1 << 40);
    let most = most.min(bytes.len());
    if chance.below(4) > 0
        && let Some(text) = bytes.get(..length).and_then(|given| with_one_change(given, &mut chance))
        && let Some(place) = bytes.get_mut(..text.len()).filter(|place| place.len() <= most)
    {
        place.copy_from_slice(text.as_bytes());
        return text.len();
    }
    libfuzzer_sys::fuzzer_mutate(bytes, length, most)
}

fn with_one_change(bytes: &[u8], chance: &mut Chance) -> Option<String> {
    let mut value: Value = serde_json::from_slice(bytes).ok()?;
    let count = size(&value);
    let other = nth(&mut value, &mut chance.below(count))?.clone();
    change(nth(&mut value, &mut chance.below(count))?, other, chance);
    Some(value.to_string())
}

/// How many values there are, one in another.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 0,
    }
}

/// The value that comes after `left` others.
fn nth<'a>(value: &'a mut Value, left: &mut usize) -> Option<&'a mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| nth(item, left)),
        Value::Object(members) => members.values_mut().find_map(|member| nth(member, left)),
        _ => None,
    }
}

fn change(value: &mut Value, other: Value, chance: &mut Chance) {
    match (chance.below(5), value) {
        (0, value) => *value = other,
        (1 | 2, Value::Object(members)) => change_members(members, other, chance),
        (1 | 2, Value::Array(items)) => change_items(items, other, chance),
        (1 | 2, Value::String(text)) => change_text(text, chance),
        (1 | 2, Value::Number(number)) => {
            let near = number.as_i64().unwrap_or_default().wrapping_add([-1, 1, 1000][chance.below(3)]);
            *number = near.into();
        }
        (_, value) => *value = serde_json::from_str(ODD[chance.below(ODD.len())]).unwrap_or_default(),
    }
}

fn change_members(members: &mut serde_json::Map<String, Value>, other: Value, chance: &mut Chance) {
    let Some(name) = members.keys().nth(chance.below(members.len().max(1))).cloned() else {
        members.insert("1".into(), other);
        return;
    };
    let value = if chance.below(2) == 0 { members.remove(&name) } else { members.get(&name).cloned() };
    let mut name = name;
    if chance.below(3) > 0 {
        change_text(&mut name, chance);
        members.insert(name, value.unwrap_or_default());
    }
}

fn change_items(items: &mut Vec<Value>, other: Value, chance: &mut Chance) {
    let at = chance.below(items.len() + 1);
    if items.is_empty() || chance.below(2) == 0 {
        items.insert(at, other);
    } else {
        items.remove(at.min(items.len() - 1));
    }
}

fn change_text(text: &mut String, chance: &mut Chance) {
    const SIGNS: [char; 14] = ['0', '9', 'a', 'ế', 'đ', '/', '~', '.', ',', '-', ' ', '\n', '\u{301}', '"'];
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = places[chance.below(places.len())];
    match chance.below(4) {
        0 => text.truncate(at),
        1 if at < text.len() => drop(text.remove(at)),
        2 => text.push_str(&text.clone()),
        _ => text.insert(at, SIGNS[chance.below(SIGNS.len())]),
    }
}

/// Numbers that follow from the seed (a linear congruential generator with Knuth's constants for 64 bits).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}
