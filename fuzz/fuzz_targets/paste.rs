//! Cells pasted from a spreadsheet.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| return36a_fuzz::doors::paste::try_bytes(bytes));
