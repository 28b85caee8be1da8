//! The published questions and answers that [`self_test`](super::self_test) asks, in hexadecimal where not said otherwise.

/// PBKDF2-HMAC-SHA256 (RFC 7914, section 11): password, salt, iterations, 64 derived bytes.
pub(super) const DERIVATIONS: [(&str, &str, &str, u32, &str); 2] = [
    (
        "RFC 7914, section 11: PBKDF2-HMAC-SHA256 once",
        "passwd",
        "salt",
        1,
        "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc\
         49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
    ),
    (
        "RFC 7914, section 11: PBKDF2-HMAC-SHA256 80 000 times",
        "Password",
        "NaCl",
        80_000,
        "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56\
         a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d",
    ),
];

/// AES-256-CBC (NIST SP 800-38A, appendix F.2.5).
pub(super) mod aes {
    pub const KEY: &str = "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4";
    pub const IV: &str = "000102030405060708090a0b0c0d0e0f";
    pub const PLAIN: &str = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51\
                             30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";
    pub const CIPHER: &str = "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d\
                              39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b";
}

/// ECDSA on P-256 with SHA-256 (RFC 6979, appendix A.2.5).
pub(super) mod rfc6979 {
    pub const X: &str = "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6";
    pub const Y: &str = "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";
    /// r and s on the message `sample`.
    pub const SAMPLE: &str = "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716\
                              f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8";
    /// r and s on the message `test`.
    pub const TEST: &str = "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367\
                            019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083";
}

/// The order of P-256's group (FIPS 186-4, appendix D.1.2.3).
pub(super) const ORDER: &str = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

/// A JWS with ES256 (RFC 7515, appendix A.3), in base64url but for the payload.
pub(super) mod rfc7515 {
    pub const X: &str = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
    pub const Y: &str = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
    pub const PROTECTED: &str = "eyJhbGciOiJFUzI1NiJ9";
    pub const PAYLOAD: &str = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
    pub const SIGNATURE: &str =
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
}

/// The thumbprint of a key of P-256 (RFC 9449, sections 4.1 and 6.1), all in base64url.
pub(super) mod rfc9449 {
    pub const X: &str = "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs";
    pub const Y: &str = "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA";
    pub const THUMBPRINT: &str = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
}
