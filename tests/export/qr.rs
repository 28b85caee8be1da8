//! What an independent reader sees in our QR codes.

use return36a::export::{QrCode, qr_code};
use rqrr::{PreparedImage, Version};

/// The drawing as squares of so many pixels each, true where it is dark.
fn drawn(code: &QrCode, pixels: usize) -> (usize, Vec<bool>) {
    let side = usize::try_from(code.side).unwrap() * pixels;
    let mut dark = vec![false; side * side];
    for (x, y, width) in squares(&code.path) {
        for (row, column) in (0..pixels).flat_map(|row| (0..width * pixels).map(move |column| (row, column))) {
            dark[(y * pixels + row) * side + x * pixels + column] = true;
        }
    }
    (side, dark)
}

/// The rectangles of a path, each one module high: `M4 4h7v1h-7z` begins at 4, 4 and is 7 wide.
fn squares(path: &str) -> Vec<(usize, usize, usize)> {
    let rectangle = |text: &str| {
        let (corner, rest) = text.split_once('h').unwrap();
        let (x, y) = corner.split_once(' ').unwrap();
        let (width, back) = rest.split_once("v1h-").unwrap();
        assert_eq!(back, format!("{width}z"), "the rectangle closes");
        (x.parse().unwrap(), y.parse().unwrap(), width.parse().unwrap())
    };
    path.split('M').skip(1).map(rectangle).collect()
}

fn read(code: &QrCode) -> (Version, u16, String) {
    let (side, dark) = drawn(code, 3);
    let mut image = PreparedImage::prepare_from_greyscale(side, side, |x, y| if dark[y * side + x] { 0 } else { 255 });
    let grids = image.detect_grids();
    let [grid] = grids.as_slice() else { panic!("{} codes", grids.len()) };
    let (about, text) = grid.decode().unwrap();
    (about.version, about.ecc_level, text)
}

#[test]
fn another_reader_reads_the_same_text() {
    let imprint = format!("return36a/1 tinh-ba-ria-vung-tau 2017-Q2 r12 sha256:{}", "0f3c9a2b".repeat(8));
    for text in [imprint.as_str(), "a", "Bộ Tài chính, quý II/2017 \"<>&\\"] {
        let (version, level, read) = read(&qr_code(text).unwrap());
        // Level L, the one below M, is 1 as the format's bits have it (ISO/IEC 18004, table 12).
        assert_eq!(read, text);
        assert_ne!(level, 1);
        assert!(version.0 <= 10, "a phone reads it in 18 mm");
    }
}

#[test]
fn four_light_modules_stand_around_it() {
    let code = qr_code("return36a/1").unwrap();
    let edge = usize::try_from(code.side).unwrap() - 4;
    let squares = squares(&code.path);
    assert!(squares.iter().all(|(x, y, width)| *x >= 4 && *y >= 4 && x + width <= edge && *y < edge));
    assert!(squares.contains(&(4, 4, 7)), "the corner's square begins right behind them");
}

#[test]
fn what_no_code_can_hold_has_none() {
    assert!(qr_code(&"a".repeat(2331)).is_some());
    assert_eq!(qr_code(&"a".repeat(2332)), None);
}
