//! A return's file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| return36a_fuzz::doors::return_file::try_bytes(bytes));
libfuzzer_sys::fuzz_mutator!(|bytes: &mut [u8], length: usize, most: usize, seed: u32| {
    return36a_fuzz::json::changed(bytes, length, most, seed)
});
