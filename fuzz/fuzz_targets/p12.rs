//! A PKCS#12 file or a certificate.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| return36a_fuzz::doors::p12::try_bytes(bytes));
