use qrcodegen::{QrCode as Modules, QrCodeEcc};
use std::fmt::Write as _;

/// How wide the border is that readers need around the code, in modules (ISO/IEC 18004, 9.1).
const QUIET_ZONE: i32 = 4;

/// A QR code as a drawing: dark squares on a light ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// Width and height in modules, with the border that must stay light.
    pub side: i32,
    /// The dark modules as the data of an SVG path, in modules.
    pub path: String,
}

/// The QR code of a text with error correction level M, which bears the loss of 15 %, or a better one where there is room; none where the text is too long for one
/// (2.331 bytes).
pub fn qr_code(text: &str) -> Option<QrCode> {
    let modules = Modules::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for row in 0..modules.size() {
        for (from, length) in runs(&modules, row) {
            // Writing into a string cannot fail.
            let _ = write!(path, "M{} {}h{length}v1h-{length}z", from + QUIET_ZONE, row + QUIET_ZONE);
        }
    }
    Some(QrCode { side: modules.size() + 2 * QUIET_ZONE, path })
}

/// Dark modules side by side in a row: the first one, and how many.
fn runs(modules: &Modules, row: i32) -> Vec<(i32, i32)> {
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for column in (0..modules.size()).filter(|column| modules.get_module(*column, row)) {
        match runs.last_mut() {
            Some((from, length)) if *from + *length == column => *length += 1,
            _ => runs.push((column, 1)),
        }
    }
    runs
}
