//! The file of a return, as it comes by mail.

use super::officer;
use return36a::quarterly::{ReadErrorCode, Return, SignedFile, field, field_paths, read, return_value, write};
use return36a::rules::{Case, check};
use return36a::signing::canonical;

/// What is read is written so that it is read again as the same, with the same bytes to be signed, and it can be checked; what
/// is refused is refused with a code that has its sentence.
pub fn try_bytes(bytes: &[u8]) {
    match read(bytes) {
        Ok(mut file) => {
            is_written_as_read(&file);
            every_path_is_a_field(&mut file.content);
            can_be_checked(&file.content);
        }
        Err(error) => assert_eq!(ReadErrorCode::of_code(error.code().code()), Some(error.code())),
    }
}

fn is_written_as_read(file: &SignedFile) {
    let written = write(file);
    let again = read(&written).expect("what was written is read");
    assert_eq!(&again, file);
    assert_eq!(write(&again), written);
    let signed = canonical(&return_value(&file.content)).expect("what was read can be signed");
    assert_eq!(canonical(&return_value(&again.content)).unwrap(), signed);
    assert_eq!(canonical(&serde_json::from_slice(&signed).unwrap()).unwrap(), signed);
}

fn every_path_is_a_field(content: &mut Return) {
    for path in field_paths(content) {
        assert!(field(content, &path).is_some(), "{path} is no field");
    }
}

fn can_be_checked(content: &Return) {
    let state = officer::state();
    let case = Case { registry: &state.registry, content, previous: Some(content), today: state.today };
    check(&state.rules, case);
}
