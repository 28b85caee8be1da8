//! Typing Vietnamese as people do: by Unikey, which sends Backspaces and then other letters, and by an editor that composes.
//!
//! Both take a text as it is to stand in the field. Words are typed by Telex: `aa` for `â`, `dd` for `đ`, `w` for the horn and
//! the breve, and the tone last.

use crate::session::Session;
use return36a::vietnamese::nfc;
use serde_json::{Value, json};

/// How replacement text arrives.
#[derive(Clone, Copy, Debug)]
pub enum Editor {
    /// Backspaces, then a key for each letter that replaces, as Unikey sends them on Windows.
    Keys,
    /// Backspaces, then all letters that replace at once, as from the clipboard.
    AtOnce,
    /// A word that is composed, underlined, and committed.
    Composing,
}

/// All ways.
pub const EDITORS: [Editor; 3] = [Editor::Keys, Editor::AtOnce, Editor::Composing];

/// What an editor sends for one key of the person.
#[derive(Clone, Debug, PartialEq)]
struct Stroke {
    /// How many letters before the caret it takes away.
    back: usize,
    /// What comes instead.
    text: String,
    /// The word as it stands then.
    word: String,
}

/// A letter without the mark that Telex types after it: `â` is `a` and one more key.
fn plain(letter: char) -> Option<char> {
    let mut marked = "âăêôơưđÂĂÊÔƠƯĐ".chars().zip("aaeooudAAEOOUD".chars());
    marked.find(|(marked, _)| *marked == letter).map(|(_, plain)| plain)
}

/// A letter without its tone.
fn toneless(letter: char) -> char {
    let toned = [
        ("áàảãạ", 'a'),
        ("ấầẩẫậ", 'â'),
        ("ắằẳẵặ", 'ă'),
        ("éèẻẽẹ", 'e'),
        ("ếềểễệ", 'ê'),
        ("íìỉĩị", 'i'),
        ("óòỏõọ", 'o'),
        ("ốồổỗộ", 'ô'),
        ("ớờởỡợ", 'ơ'),
        ("úùủũụ", 'u'),
        ("ứừửữự", 'ư'),
        ("ýỳỷỹỵ", 'y'),
        ("ÁÀẢÃẠ", 'A'),
        ("ẤẦẨẪẬ", 'Â'),
        ("ẮẰẲẴẶ", 'Ă'),
        ("ÉÈẺẼẸ", 'E'),
        ("ẾỀỂỄỆ", 'Ê'),
        ("ÍÌỈĨỊ", 'I'),
        ("ÓÒỎÕỌ", 'O'),
        ("ỐỒỔỖỘ", 'Ô'),
        ("ỚỜỞỠỢ", 'Ơ'),
        ("ÚÙỦŨỤ", 'U'),
        ("ỨỪỬỮỰ", 'Ư'),
        ("ÝỲỶỸỴ", 'Y'),
    ];
    toned.into_iter().find(|(all, _)| all.contains(letter)).map_or(letter, |(_, plain)| plain)
}

/// The strokes for a word.
fn strokes(word: &str) -> Vec<Stroke> {
    let (word, mut now, mut strokes) = (nfc(word), String::new(), Vec::new());
    let mut push = |now: &mut String, back: usize, text: &str| {
        let kept = now.chars().count() - back;
        *now = now.chars().take(kept).collect();
        now.push_str(text);
        strokes.push(Stroke { back, text: text.to_owned(), word: now.clone() });
    };
    let level: Vec<char> = word.chars().map(toneless).collect();
    let mut at = 0;
    while let Some(letter) = level.get(at).copied() {
        if level.get(at..at + 2).is_some_and(|pair| pair == ['ư', 'ơ']) {
            // One `w` marks both letters.
            push(&mut now, 0, "u");
            push(&mut now, 0, "o");
            push(&mut now, 2, "ươ");
            at += 2;
            continue;
        }
        let first = plain(letter).unwrap_or(letter);
        push(&mut now, 0, &first.to_string());
        if first != letter {
            push(&mut now, 1, &letter.to_string());
        }
        at += 1;
    }
    let toned: Vec<char> = word.chars().collect();
    if let Some(first) = toned.iter().zip(&level).position(|(toned, level)| toned != level) {
        push(&mut now, toned.len() - first, &toned[first..].iter().collect::<String>());
    }
    strokes
}

impl Session {
    /// Types a text at the caret of the focused field.
    pub async fn telex(&self, editor: Editor, text: &str) {
        let mut word = String::new();
        for letter in text.chars() {
            if letter.is_alphabetic() {
                word.push(letter);
                continue;
            }
            self.types_word(editor, &std::mem::take(&mut word)).await;
            self.key(letter).await;
        }
        self.types_word(editor, &word).await;
    }

    async fn types_word(&self, editor: Editor, word: &str) {
        for stroke in strokes(word) {
            match editor {
                Editor::Composing => self.composes(&stroke.word).await,
                Editor::Keys | Editor::AtOnce if stroke.back == 0 => {
                    for letter in stroke.text.chars() {
                        self.key(letter).await;
                    }
                }
                Editor::Keys | Editor::AtOnce => self.replaces(editor, &stroke).await,
            }
        }
        if matches!(editor, Editor::Composing) && !word.is_empty() {
            self.commits(&nfc(word)).await;
        }
    }

    async fn replaces(&self, editor: Editor, stroke: &Stroke) {
        for _ in 0..stroke.back {
            self.named_key("Backspace", 8, 0).await;
        }
        match editor {
            Editor::Keys => {
                for letter in stroke.text.chars() {
                    // A key that no keyboard has, with the letter that it stands for.
                    let key = json!({ "type": "keyDown", "key": letter.to_string(), "text": letter.to_string(), "windowsVirtualKeyCode": 231 });
                    self.sends("dispatchKeyEvent", key).await;
                    self.sends("dispatchKeyEvent", json!({ "type": "keyUp", "windowsVirtualKeyCode": 231 })).await;
                }
            }
            _ => self.sends("insertText", json!({ "text": stroke.text })).await,
        }
    }

    /// Shows a word as it is being composed, underlined, with the caret at its end.
    pub async fn composes(&self, word: &str) {
        let end = word.encode_utf16().count();
        self.sends("imeSetComposition", json!({ "text": word, "selectionStart": end, "selectionEnd": end })).await;
    }

    /// Ends the composing with this word.
    pub async fn commits(&self, word: &str) {
        self.sends("insertText", json!({ "text": word })).await;
    }

    /// Presses and lets go the key of a letter, a digit or a sign.
    pub async fn key(&self, letter: char) {
        if letter == '\n' {
            return self.named_key("Enter", 13, 0).await;
        }
        let text = letter.to_string();
        let code = letter.to_ascii_uppercase() as u32;
        let code = if letter.is_ascii_alphanumeric() || letter == ' ' { code } else { 0 };
        let down = json!({ "type": "keyDown", "key": text, "text": text, "windowsVirtualKeyCode": code });
        self.sends("dispatchKeyEvent", down).await;
        self.sends("dispatchKeyEvent", json!({ "type": "keyUp", "key": text, "windowsVirtualKeyCode": code })).await;
    }

    /// Presses and lets go a key that has a name; `with` is 2 for Control and 8 for Shift.
    pub async fn named_key(&self, name: &str, code: u32, with: u32) {
        let text = if name == "Enter" { "\r" } else { "" };
        let kind = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        let down = json!({ "type": kind, "key": name, "code": name, "text": text, "windowsVirtualKeyCode": code, "modifiers": with });
        self.sends("dispatchKeyEvent", down).await;
        let up =
            json!({ "type": "keyUp", "key": name, "code": name, "windowsVirtualKeyCode": code, "modifiers": with });
        self.sends("dispatchKeyEvent", up).await;
    }

    /// Enter as an editor that composes lets it through: as the key 229, and no letter.
    pub async fn composing_enter(&self) {
        let down = json!({ "type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229 });
        self.sends("dispatchKeyEvent", down).await;
        let up = json!({ "type": "keyUp", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13 });
        self.sends("dispatchKeyEvent", up).await;
    }

    /// Presses Control and a letter that stands for one of the browser's own commands.
    pub async fn command(&self, command: &str, letter: char) {
        let code = letter.to_ascii_uppercase() as u32;
        let down = json!({ "type": "rawKeyDown", "key": letter.to_string(), "modifiers": 2, "windowsVirtualKeyCode": code, "commands": [command] });
        self.sends("dispatchKeyEvent", down).await;
        self.sends(
            "dispatchKeyEvent",
            json!({ "type": "keyUp", "key": letter.to_string(), "windowsVirtualKeyCode": code }),
        )
        .await;
    }

    async fn sends(&self, command: &str, words: Value) {
        let sent = self.driver.cdp().send_raw(&format!("Input.{command}"), words).await;
        sent.unwrap_or_else(|error| panic!("Input.{command}: {error}"));
    }
}

#[test]
fn a_word_is_typed_as_unikey_sends_it() {
    let told = |word: &str| -> Vec<(usize, String)> {
        strokes(word).into_iter().map(|stroke| (stroke.back, stroke.text)).collect()
    };
    let wanted = |strokes: &[(usize, &str)]| -> Vec<(usize, String)> {
        strokes.iter().map(|(back, text)| (*back, (*text).to_owned())).collect()
    };
    assert_eq!(told("tiếng"), wanted(&[(0, "t"), (0, "i"), (0, "e"), (1, "ê"), (0, "n"), (0, "g"), (3, "ếng")]));
    assert_eq!(told("được"), wanted(&[(0, "d"), (1, "đ"), (0, "u"), (0, "o"), (2, "ươ"), (0, "c"), (2, "ợc")]));
    assert_eq!(told("Ủy"), wanted(&[(0, "U"), (0, "y"), (2, "Ủy")]));
    assert_eq!(told("ban"), wanted(&[(0, "b"), (0, "a"), (0, "n")]));
}
