//! Phrases for whoever goes through the page by the keyboard.

use super::phrase::Phrase;

/// How the keyboard goes through a large table.
pub const TABLE_KEYS: Phrase = Phrase {
    vi: "Dùng bàn phím: Tab để vào bảng, các phím mũi tên, Home và End để đi trong bảng, Enter để mở.",
    en: "By keyboard: Tab enters the table, the arrow keys, Home and End go through it, Enter opens.",
};
