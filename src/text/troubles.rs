//! What the command line says of what it could not do.

use super::command::quarter_name;
use super::phrase::{Language, Phrase};
use crate::registry::Period;
use std::io::{Error, ErrorKind};

/// What could not be done, or was not.
#[derive(Debug)]
pub enum Trouble {
    /// A file or a folder of this name cannot be read.
    CannotRead(String, Error),
    /// A file of this name cannot be written.
    CannotWrite(String, Error),
    /// The answer cannot be written.
    CannotSay(Error),
    /// A file of this name is there already.
    AlreadyThere(String),
    /// A file of this name is larger than any that is wanted here.
    TooLarge(String),
    /// What has this name is no file, or leads to one elsewhere, and was not taken in.
    PassedOver(String),
    /// No return was found by which the quarter could be known.
    NoQuarter,
    /// The ledger of this name is of this quarter, and not of the one before that quarter.
    NotTheQuarterBefore(String, Period, Period),
    /// This machine's clock shows no day of the calendar.
    WrongClock,
    /// A password is wanted, and there is nobody to be asked.
    NoPassword,
    /// The password cannot be asked for.
    CannotAsk(Error),
}

/// What could not be done, in a sentence, with what the system says of it.
pub fn trouble_message(trouble: &Trouble, language: Language) -> String {
    let with_name = |phrase: Phrase, name: &str| phrase.with(language, &[("name", name)]);
    let with_why = |phrase: Phrase, name: &str, error: &Error| {
        phrase.with(language, &[("name", name), ("why", &system_words(error, language))])
    };
    match trouble {
        Trouble::CannotRead(name, error) => with_why(CANNOT_READ, name, error),
        Trouble::CannotWrite(name, error) => with_why(CANNOT_WRITE, name, error),
        Trouble::CannotSay(error) => with_why(CANNOT_SAY, "", error),
        Trouble::AlreadyThere(name) => with_name(ALREADY_THERE, name),
        Trouble::TooLarge(name) => with_name(TOO_LARGE, name),
        Trouble::PassedOver(name) => with_name(PASSED_OVER, name),
        Trouble::NoQuarter => NO_QUARTER.text(language).to_owned(),
        Trouble::NotTheQuarterBefore(name, own, of) => {
            let (own, of) = (quarter_name(*own, language), quarter_name(*of, language));
            NOT_BEFORE.with(language, &[("name", name), ("own", &own), ("of", &of)])
        }
        Trouble::WrongClock => WRONG_CLOCK.text(language).to_owned(),
        Trouble::NoPassword => NO_PASSWORD.text(language).to_owned(),
        Trouble::CannotAsk(error) => with_why(CANNOT_ASK, "", error),
    }
}

/// What the system says, in Vietnamese where it is one of the usual things.
pub fn system_words(error: &Error, language: Language) -> String {
    let vi = match error.kind() {
        ErrorKind::NotFound => "không có tệp hoặc thư mục này",
        ErrorKind::PermissionDenied => "hệ thống không cho phép",
        ErrorKind::InvalidInput | ErrorKind::IsADirectory => "không phải tệp",
        ErrorKind::NotADirectory => "không phải thư mục",
        ErrorKind::InvalidData => "không phải văn bản UTF-8",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "đĩa đã đầy",
        ErrorKind::ReadOnlyFilesystem => "đĩa chỉ cho đọc",
        _ => return error.to_string(),
    };
    match language {
        Language::Vietnamese => vi.to_owned(),
        Language::English => error.to_string(),
    }
}

const CANNOT_READ: Phrase = Phrase { vi: "Không đọc được {name}: {why}.", en: "{name} cannot be read: {why}." };
const CANNOT_WRITE: Phrase =
    Phrase { vi: "Không ghi được {name}: {why}.", en: "{name} cannot be written: {why}." };
const CANNOT_SAY: Phrase =
    Phrase { vi: "Không ghi được câu trả lời: {why}.", en: "The answer cannot be written: {why}." };
const ALREADY_THERE: Phrase = Phrase {
    vi: "Đã có {name}: chọn tên khác, hoặc thêm --overwrite để ghi đè.",
    en: "{name} is there already: choose another name, or write over it with --overwrite.",
};
const TOO_LARGE: Phrase = Phrase {
    vi: "{name} quá lớn, không phải tệp cần tìm.",
    en: "{name} is too large to be what is wanted here.",
};
const PASSED_OVER: Phrase = Phrase {
    vi: "Bỏ qua {name}: là liên kết, hoặc không phải tệp.",
    en: "{name} is a link or no file, and was passed over.",
};
const NO_QUARTER: Phrase = Phrase {
    vi: "Không thấy báo cáo nào: ghi --period để biết sổ tiếp nhận của quý nào.",
    en: "No return was found: say with --period of which quarter the ledger is.",
};
const NOT_BEFORE: Phrase = Phrase {
    vi: "{name} là sổ tiếp nhận {own}, không phải của quý liền trước {of}.",
    en: "{name} is the ledger of {own}, not of the quarter before {of}.",
};
const WRONG_CLOCK: Phrase =
    Phrase { vi: "Đồng hồ của máy này không đúng.", en: "This machine's clock is wrong." };

const NO_PASSWORD: Phrase = Phrase {
    vi: "Không có nơi gõ mật khẩu của khóa: dùng --password-file hoặc biến RETURN36A_PASSWORD.",
    en: "There is nobody to type the key's password: use --password-file or the variable RETURN36A_PASSWORD.",
};
const CANNOT_ASK: Phrase =
    Phrase { vi: "Không hỏi được mật khẩu: {why}.", en: "The password cannot be asked for: {why}." };

/// What is asked before a key's password is typed.
pub fn password_prompt(key: &str, language: Language) -> String {
    PASSWORD.with(language, &[("name", key)])
}

const PASSWORD: Phrase = Phrase { vi: "Mật khẩu của khóa {name}: ", en: "Password of the key {name}: " };
