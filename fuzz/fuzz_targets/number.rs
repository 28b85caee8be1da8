#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| return36a_fuzz::doors::number::try_bytes(bytes));
