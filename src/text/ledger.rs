//! What the ledger says of a file: its state, and why.

use super::codes::unreadable_message;
use super::command::role_name;
use super::phrase::{Language, Phrase};
use super::phrases::QUARTER_INSIDE;
use super::signatures::signing_message;
use crate::collect::{Filing, LedgerError, LedgerErrorCode, Reason, SignatureFound, State};
use crate::registry::Period;
use crate::signing::{certificate_fingerprint, fingerprint};
use crate::vietnamese::count_text;

/// A state in two or three words.
pub fn state_name(state: State, language: Language) -> &'static str {
    let (vi, en) = match state {
        State::Accepted => ("Được tính", "Accepted"),
        State::Warned => ("Được tính, có cảnh báo", "Accepted with warnings"),
        State::Late => ("Được tính, gửi muộn", "Accepted, late"),
        State::OtherRegistry => ("Được tính, danh mục khác", "Accepted, other registry"),
        State::ToExamine => ("Chờ kiểm tra lại", "To be checked again"),
        State::Blocked => ("Còn lỗi phải sửa", "Blocked by findings"),
        State::Unsigned => ("Chưa ký", "Unsigned"),
        State::SignatureUnknown => ("Khóa chưa có trong sổ", "Unknown key"),
        State::SignatureBroken => ("Chữ ký không khớp", "Broken signature"),
        State::SignatureNotInForce => ("Khóa không còn hiệu lực", "Key not in force"),
        State::SignatureOtherAgency => ("Khóa của cơ quan khác", "Another agency's key"),
        State::NotAReturn => ("Không phải báo cáo", "Not a return"),
        State::Duplicate => ("Bản trùng", "Duplicate"),
        State::Superseded => ("Đã có bản thay thế", "Superseded"),
        State::Forked => ("Hai bản sửa đổi mâu thuẫn", "Forked"),
        State::WrongPeriod => ("Kỳ khác", "Another quarter"),
        State::SetAside => ("Để riêng", "Set aside"),
    };
    Phrase { vi, en }.text(language)
}

/// Whether an agency has filed, in two or three words.
pub fn filing_name(filing: Filing, language: Language) -> &'static str {
    let (vi, en) = match filing {
        Filing::Filed => ("Đã gửi", "Filed"),
        Filing::Late => ("Gửi muộn", "Late"),
        Filing::Blocked => ("Đã gửi, chưa được tính", "Sent, not counted"),
        Filing::Missing => ("Chưa nhận được báo cáo", "Not received"),
    };
    Phrase { vi, en }.text(language)
}

/// A reason in a sentence or two: what is there, and what the coordinator can do.
pub fn reason_sentence(reason: &Reason, language: Language) -> String {
    let count = |count: usize| count_text(i64::try_from(count).unwrap_or(i64::MAX));
    match reason {
        Reason::Warnings { justified, notes } => {
            let phrase = match (justified, notes) {
                (0, _) => NOTES,
                (_, 0) => JUSTIFIED,
                _ => WARNINGS,
            };
            phrase.with(language, &[("justified", &count(*justified)), ("notes", &count(*notes))])
        }
        Reason::Late { due, days } => {
            LATE.with(language, &[("due", &due.vietnamese()), ("days", &count_text(i64::from(*days)))])
        }
        Reason::OtherRegistry { version, missing, unknown } => OTHER_REGISTRY
            .with(language, &[("version", version), ("missing", &count(*missing)), ("unknown", &count(*unknown))]),
        Reason::Findings { errors, open, unexplained } => {
            let parts = [(*errors, ERRORS), (*open, OPEN), (*unexplained, UNEXPLAINED)];
            FINDINGS.with(language, &[("parts", &some_of(&parts, language))])
        }
        Reason::VerdictDiffers { ours, theirs } => {
            VERDICT_DIFFERS.with(language, &[("parts", &some_of(&[(*ours, OURS), (*theirs, THEIRS)], language))])
        }
        Reason::Signature { code, kid } => {
            let sentence = signature_message(code, language);
            let of_certificate = is_of_certificate(code);
            let key = if of_certificate { certificate_fingerprint(kid) } else { fingerprint(kid) };
            let phrase = if of_certificate { CERTIFICATE } else { KEY };
            if key.is_empty() { sentence } else { phrase.with(language, &[("sentence", &sentence), ("key", &key)]) }
        }
        Reason::Unreadable { code, place } => unreadable(code, place, language),
        Reason::DuplicateOf { name } => DUPLICATE_OF.with(language, &[("name", name)]),
        Reason::SupersededBy { name, revision } => {
            SUPERSEDED_BY.with(language, &[("name", name), ("revision", &revision.to_string())])
        }
        Reason::ForkedWith { names } => FORKED_WITH.with(language, &[("names", &names.join(", "))]),
        Reason::Disputed { names } => DISPUTED.with(language, &[("names", &names.join(", "))]),
        Reason::RevisionNumber { wanted } => REVISION_NUMBER.with(language, &[("wanted", &wanted.to_string())]),
        Reason::AmendmentBlocked { name } => AMENDMENT_BLOCKED.with(language, &[("name", name)]),
        Reason::AmendmentWaits { name } => AMENDMENT_WAITS.with(language, &[("name", name)]),
        Reason::WrongPeriod { of } => WRONG_PERIOD.with(language, &[("period", &quarter_words(*of, language))]),
        Reason::SignedInPart { signed, missing } => SIGNED_IN_PART
            .with(language, &[("signed", &role_names(signed, language)), ("missing", &role_names(missing, language))]),
        Reason::Sound => SOUND.text(language).to_owned(),
        Reason::ToExamine => TO_EXAMINE.text(language).to_owned(),
        Reason::Unsigned => UNSIGNED.text(language).to_owned(),
        Reason::PredecessorMissing => PREDECESSOR_MISSING.text(language).to_owned(),
        Reason::SetAside => SET_ASIDE.text(language).to_owned(),
    }
}

fn role_names(roles: &[String], language: Language) -> String {
    roles.iter().map(|role| role_name(role, language).to_lowercase()).collect::<Vec<_>>().join(", ")
}

/// Whether only a signature by a certificate has this code: its hash is then told as authorities publish it.
fn is_of_certificate(code: &str) -> bool {
    code.starts_with("signing/certificate-") || matches!(code, "signing/chain-untrusted" | "signing/revoked")
}

/// Those of the parts that are not of nothing, each with its count.
fn some_of(parts: &[(usize, Phrase)], language: Language) -> String {
    let told = parts.iter().filter(|(count, _)| *count > 0);
    told.map(|(count, phrase)| phrase.counted(language, *count)).collect::<Vec<_>>().join("; ")
}

/// A quarter inside a sentence: `quý II/2017`, as the page has it.
fn quarter_words(of: Period, language: Language) -> String {
    let quarter = ["I", "II", "III", "IV"].get(usize::from(of.quarter()).wrapping_sub(1)).copied().unwrap_or_default();
    QUARTER_INSIDE.with(language, &[("quarter", quarter), ("year", &of.year().to_string())])
}

/// What is to be thought of one signature.
pub fn signature_sentence(signature: &SignatureFound, language: Language) -> String {
    signature_message(&signature.code, language)
}

/// Why a ledger's file is refused.
pub fn ledger_error_message(error: &LedgerError, language: Language) -> String {
    let (vi, en) = match error.code {
        LedgerErrorCode::NotALedger => (
            "Tệp không phải sổ tiếp nhận do trang này lưu, hoặc đã hỏng. Chọn tệp khác.",
            "The file is not a ledger saved by this page, or it is damaged. Choose another file.",
        ),
        LedgerErrorCode::Newer => (
            "Sổ tiếp nhận này do bản trang mới hơn lưu. Mở bằng bản trang đó; ở đây không có gì thay đổi.",
            "This ledger was saved by a newer version of the page. Open it with that version; nothing has changed here.",
        ),
        LedgerErrorCode::KeyringMalformed => (
            "Sổ khóa trong tệp không đọc được. Chọn bản lưu khác của sổ tiếp nhận.",
            "The keyring in the file cannot be read. Choose another copy of the ledger.",
        ),
        LedgerErrorCode::FileChanged => (
            "Tệp {place} trong sổ không còn đúng như lúc nhận. Chọn bản lưu khác của sổ tiếp nhận.",
            "{place} in the ledger is no longer what was received. Choose another copy of the ledger.",
        ),
        LedgerErrorCode::FileMissing => (
            "Thiếu nội dung của tệp {place}. Tiếp nhận lại tệp đó, hoặc chọn bản lưu khác của sổ.",
            "The content of {place} is missing. Take that file in again, or choose another copy of the ledger.",
        ),
    };
    Phrase { vi, en }.with(language, &[("place", &error.place)])
}

fn signature_message(code: &str, language: Language) -> String {
    match code {
        "signing/unknown-key" => UNKNOWN_KEY.text(language).to_owned(),
        code => signing_message(code, language),
    }
}

fn unreadable(code: &str, place: &str, language: Language) -> String {
    match code {
        "collect/key-card" => KEY_CARD.text(language).to_owned(),
        code => unreadable_message(code, place, language),
    }
}

const SOUND: Phrase = Phrase {
    vi: "Chữ ký đúng, không có lỗi, cảnh báo hay lưu ý.",
    en: "The signature is valid; no errors, warnings or notes.",
};

const WARNINGS: Phrase = Phrase {
    vi: "Chữ ký đúng, không có lỗi; cảnh báo đã nêu lý do: {justified}; lưu ý: {notes}.",
    en: "The signature is valid, no errors; warnings with a reason: {justified}; notes: {notes}.",
};

const JUSTIFIED: Phrase = Phrase {
    vi: "Chữ ký đúng, không có lỗi; cảnh báo đã nêu lý do: {justified}.",
    en: "The signature is valid, no errors; warnings with a reason: {justified}.",
};

const NOTES: Phrase = Phrase {
    vi: "Chữ ký đúng, không có lỗi; lưu ý: {notes}.",
    en: "The signature is valid, no errors; notes: {notes}.",
};

const LATE: Phrase = Phrase {
    vi: "Hạn gửi là {due}; nhận muộn {days} ngày.",
    en: "Due on {due}; received {days} days later.",
};

const OTHER_REGISTRY: Phrase = Phrase {
    vi: "Cơ quan kiểm tra theo danh mục {version}, khác danh mục đang dùng: thiếu {missing} mục, thừa {unknown} mục. Các mục \
         thiếu được coi là chưa hỏi, không phải để trống.",
    en: "Checked with registry {version}, not the one in use: {missing} rows missing, {unknown} unknown. Missing rows count \
         as not asked, not as blank.",
};

const FINDINGS: Phrase = Phrase {
    vi: "Báo cáo còn {parts}. Gửi phiếu yêu cầu chỉnh sửa cho cơ quan.",
    en: "The return has {parts}. Send the agency a query slip.",
};

const ERRORS: Phrase = Phrase { vi: "{count} lỗi", en: "{count} error{s}" };

const OPEN: Phrase = Phrase { vi: "{count} mục để trống", en: "{count} blank place{s}" };

const UNEXPLAINED: Phrase =
    Phrase { vi: "{count} cảnh báo chưa nêu lý do", en: "{count} warning{s} without a reason" };

const VERDICT_DIFFERS: Phrase = Phrase {
    vi: "Kết quả kiểm tra ở đây khác kết quả tại cơ quan: {parts}.",
    en: "The verdict here differs from the agency's: {parts}.",
};

const OURS: Phrase = Phrase {
    vi: "{count} điều phải sửa mà trang của cơ quan đã cho ký",
    en: "{count} finding{s} here that the agency's page let pass",
};

const THEIRS: Phrase = Phrase {
    vi: "{count} cảnh báo cơ quan đã nêu lý do mà ở đây không có",
    en: "{count} warning{s} explained by the agency and not found here",
};

const KEY: Phrase = Phrase { vi: "{sentence} Mã đối chiếu: {key}.", en: "{sentence} Fingerprint: {key}." };

const CERTIFICATE: Phrase =
    Phrase { vi: "{sentence} SHA-256 của chứng thư: {key}.", en: "{sentence} SHA-256 of the certificate: {key}." };

const SIGNED_IN_PART: Phrase = Phrase {
    vi: "Có chữ ký đúng của: {signed}; không có của: {missing}.",
    en: "Validly signed by: {signed}; not by: {missing}.",
};

const TO_EXAMINE: Phrase = Phrase {
    vi: "Sổ khóa hoặc ngày nhận đã đổi sau lần kiểm tra trước, nên tệp chưa được tính. Bấm “Kiểm tra lại tất cả”; nếu vẫn \
         chờ, chọn lại tệp gốc để nhận lại.",
    en: "The keyring or the day of receipt changed after the last check, so it does not count yet. Press “Check all again”; \
         if it still waits, choose the file itself once more to take it in again.",
};

const UNSIGNED: Phrase = Phrase {
    vi: "Báo cáo chưa có chữ ký. Đề nghị cơ quan ký rồi gửi lại.",
    en: "The return is not signed. Ask the agency to sign it and send it again.",
};

const UNKNOWN_KEY: Phrase = Phrase {
    vi: "Khóa dùng để ký không có trong sổ khóa. Xin thẻ khóa của cơ quan, đối chiếu mã khóa rồi thêm vào sổ.",
    en: "The key is not in the keyring. Ask the agency for its key card, compare the fingerprint, then add it.",
};

const KEY_CARD: Phrase = Phrase {
    vi: "Đây là thẻ khóa, không phải báo cáo. Đối chiếu mã khóa rồi thêm vào sổ khóa.",
    en: "This is a key card, not a return. Compare the fingerprint, then add it to the keyring.",
};

const DUPLICATE_OF: Phrase = Phrase {
    vi: "Cùng nội dung với tệp {name} đã nhận.",
    en: "The same return as {name}, already received.",
};

const SUPERSEDED_BY: Phrase = Phrase {
    vi: "Bản thứ {revision} trong tệp {name} được tính thay.",
    en: "Revision {revision} in {name} counts in its place.",
};

const FORKED_WITH: Phrase = Phrase {
    vi: "Tệp này và {names} cùng ghi là bản kế tiếp của một bản. Hỏi cơ quan, rồi để riêng bản không đúng.",
    en: "This file and {names} claim the same place in the chain. Ask the agency, then set the wrong one aside.",
};

const DISPUTED: Phrase = Phrase {
    vi: "Các bản sửa đổi sau ({names}) mâu thuẫn nhau, nên bản này vẫn được tính.",
    en: "Later revisions ({names}) dispute each other, so this one still counts.",
};

const PREDECESSOR_MISSING: Phrase = Phrase {
    vi: "Bản sửa đổi này thay một bản chưa nhận được. Đề nghị cơ quan gửi bản trước để lưu.",
    en: "It amends a revision that was not received. Ask the agency for it, for the record.",
};

const REVISION_NUMBER: Phrase = Phrase {
    vi: "Số thứ tự của bản không liền với bản trước; đúng ra là {wanted}.",
    en: "Its number does not follow the one before; it should be {wanted}.",
};

const AMENDMENT_BLOCKED: Phrase = Phrase {
    vi: "Bản sửa đổi trong tệp {name} còn lỗi, nên bản này vẫn được tính.",
    en: "The amendment in {name} is blocked, so this one still counts.",
};

const AMENDMENT_WAITS: Phrase = Phrase {
    vi: "Bản sửa đổi trong tệp {name} đang chờ kiểm tra lại, nên bản này vẫn được tính.",
    en: "The amendment in {name} waits to be checked again, so this one still counts.",
};

const WRONG_PERIOD: Phrase = Phrase {
    vi: "Báo cáo của {period}, không phải kỳ đang tổng hợp.",
    en: "A return of {period}, not of the quarter being collected.",
};

const SET_ASIDE: Phrase = Phrase {
    vi: "Cán bộ tổng hợp đã để riêng tệp này.",
    en: "The coordinator has set this file aside.",
};

#[cfg(test)]
mod tests {
    use super::{Language, reason_sentence};
    use crate::collect::Reason;

    #[test]
    fn a_reason_says_what_is_there_and_how_to_go_on() {
        let say = |reason: &Reason| reason_sentence(reason, Language::Vietnamese);
        assert_eq!(
            say(&Reason::Signature { code: "signing/unknown-key".into(), kid: "0ZcOCORZ".into() }),
            "Khóa dùng để ký không có trong sổ khóa. Xin thẻ khóa của cơ quan, đối chiếu mã khóa rồi thêm vào sổ. Mã đối chiếu: 0ZcO CORZ."
        );
        assert_eq!(
            say(&Reason::Unreadable { code: "read/unknown-member".into(), place: "/more".into() }),
            "Tệp có mục /more mà báo cáo không có. Xin lại tệp gốc."
        );
        assert_eq!(
            say(&Reason::Unreadable { code: "none/such".into(), place: String::new() }),
            "Tệp không phải tệp báo cáo. Xin cơ quan gửi lại tệp .json do trang này xuất ra."
        );
        assert_eq!(
            say(&Reason::SupersededBy { name: "USB/2.json".into(), revision: 2 }),
            "Bản thứ 2 trong tệp USB/2.json được tính thay."
        );
        assert_eq!(
            say(&Reason::Findings { errors: 0, open: 32, unexplained: 1 }),
            "Báo cáo còn 32 mục để trống; 1 cảnh báo chưa nêu lý do. Gửi phiếu yêu cầu chỉnh sửa cho cơ quan.",
            "what there is none of is not told"
        );
        assert_eq!(
            say(&Reason::WrongPeriod { of: "2017-Q1".parse().unwrap() }),
            "Báo cáo của quý I/2017, không phải kỳ đang tổng hợp."
        );
        assert_eq!(
            say(&Reason::Unreadable { code: "read/not-json".into(), place: "line 147, column 11".into() }),
            "Tệp không phải JSON (dòng 147, cột 11). Có thể tệp bị cắt hoặc bị sửa; xin lại tệp gốc."
        );
    }
}
