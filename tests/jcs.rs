//! RFC 8785 by vectors that are not ours: the files that the crate `serde_json_canonicalizer` ships with its tests, and one
//! million numbers by the generator among them (Apache-2.0, cyberphone/json-canonicalization).

#![allow(clippy::expect_used, reason = "a test stops where its ground is missing, also in its helpers")]

use return36a::registry::sha256_hex;
use return36a::signing::canonical;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs::read_to_string;
use std::path::PathBuf;
use std::process::Command;

/// SHA-256 of the first million lines, as the reference implementation states it.
const MILLION: &str = "49415fee2c56c77864931bd3624faad425c3c577d6d74e89a83bc725506dad16";

/// The crate's folder `tests/resources`, wherever cargo keeps the crate.
fn resources() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version", "1", "--locked", "--offline"]);
    let told = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo").stdout;
    let told: Value = serde_json::from_slice(&told).expect("what cargo tells is JSON");
    let packages = told["packages"].as_array().expect("packages");
    let package = packages.iter().find(|package| package["name"] == "serde_json_canonicalizer").expect("the crate");
    let manifest = PathBuf::from(package["manifest_path"].as_str().expect("a path"));
    manifest.parent().expect("a folder").join("tests/resources")
}

/// What our canonical bytes are, or the code and place of the refusal.
fn ours(value: &Value) -> Result<String, String> {
    canonical(value).map(|bytes| String::from_utf8(bytes).expect("UTF-8")).map_err(|error| error.to_string())
}

#[test]
fn each_file_gives_its_bytes_or_is_refused_on_purpose() {
    let refused = [
        ("testdata/input/french.json", "a name beyond ASCII", "signing/name-refused"),
        ("testdata/input/structures.json", "a fraction", "signing/number-refused"),
        ("testdata/input/unicode.json", "text that is not NFC", "signing/text-not-nfc"),
        ("testdata/input/values.json", "fractions", "signing/number-refused"),
        ("testdata/input/weird.json", "names beyond ASCII", "signing/name-refused"),
        ("rfc_example.input.json", "fractions", "signing/number-refused"),
        ("rfc_sorting.input.json", "names beyond ASCII", "signing/name-refused"),
    ];
    let resources = resources();
    let mut files = Vec::new();
    for name in ["arrays", "french", "structures", "unicode", "values", "weird"] {
        files.push((format!("testdata/input/{name}.json"), format!("testdata/output/{name}.json")));
    }
    for name in ["rfc_example", "rfc_sorting"] {
        files.push((format!("{name}.input.json"), format!("{name}.expected.json")));
    }
    for (input, output) in files {
        let value: Value =
            serde_json::from_str(&read_to_string(resources.join(&input)).expect("a file")).expect("JSON");
        let expected = read_to_string(resources.join(output)).expect("a file");
        assert_eq!(serde_json_canonicalizer::to_string(&value).expect("bytes"), expected.trim_end(), "{input}");
        match refused.iter().find(|(name, ..)| *name == input) {
            Some((_, why, code)) => {
                assert!(ours(&value).is_err_and(|error| error.starts_with(code)), "{input}: {why}, {:?}", ours(&value))
            }
            None => assert_eq!(ours(&value).as_deref(), Ok(expected.trim_end()), "{input}"),
        }
    }
}

/// The numbers of the generator: those in its table, 2,000 from the smallest normal one, and then what a chain of SHA-256
/// gives, without zero and what is not finite.
fn numbers() -> impl Iterator<Item = f64> {
    let program = read_to_string(resources().join("generated-numbers/numgen.js")).expect("the generator");
    let table =
        program.split("staticU64s").nth(1).and_then(|rest| rest.split("])").next()).expect("its table").to_owned();
    let fixed: Vec<u64> = table
        .split("0x")
        .skip(1)
        .map(|word| u64::from_str_radix(word.split('n').next().expect("digits"), 16).expect("a number"))
        .collect();
    let serial = (0..2000).map(|step| 0x0010_0000_0000_0000 + step);
    let mut block = [0_u8; 32];
    let chain = std::iter::repeat_with(move || {
        block = Sha256::digest(block).into();
        let quarter = |at: usize| u64::from_le_bytes(std::array::from_fn(|byte| block[at * 8 + byte]));
        [quarter(0), quarter(1), quarter(2), quarter(3)]
    });
    let drawn = chain.flatten().map(f64::from_bits).filter(|number| *number != 0.0 && number.is_finite());
    fixed.into_iter().chain(serial).map(f64::from_bits).chain(drawn)
}

#[test]
fn a_million_numbers_are_written_as_ecmascript_writes_them() {
    let mut lines = String::new();
    let mut whole = 0;
    for number in numbers().take(1_000_000) {
        let written = serde_json_canonicalizer::to_string(&number).expect("a number");
        lines.push_str(&format!("{:x},{written}\n", number.to_bits()));
        // Ours writes the integers that every reader keeps, and refuses all others.
        if let Ok(integer) = written.parse::<i64>()
            && integer.unsigned_abs() < 1 << 53
        {
            assert_eq!(ours(&Value::from(integer)), Ok(written));
            whole += 1;
        } else {
            assert!(
                ours(&Value::from(number)).is_err_and(|error| error.starts_with("signing/number-refused")),
                "{written}"
            );
        }
    }
    assert!(whole > 0);
    assert_eq!(sha256_hex(lines.as_bytes()), MILLION);
}
