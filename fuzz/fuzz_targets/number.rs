//! A number, a decimal or a day as it is typed.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| return36a_fuzz::doors::number::try_bytes(bytes));
