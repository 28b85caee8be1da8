//! What the ledger says of a file: its state, and why.

use super::codes::unreadable_message;
use super::phrase::{Language, Phrase};
use super::signatures::signing_message;
use crate::collect::{Filing, LedgerError, LedgerErrorCode, Reason, SignatureFound, State};
use crate::signing::fingerprint;
use crate::vietnamese::count_text;

/// A state in two or three words.
pub fn state_name(state: State, language: Language) -> &'static str {
    let (vi, en) = match state {
        State::Accepted => ("Được tính", "Accepted"),
        State::Warned => ("Được tính, có cảnh báo", "Accepted with warnings"),
        State::Late => ("Được tính, nộp muộn", "Accepted, late"),
        State::OtherRegistry => ("Được tính, danh mục khác", "Accepted, other registry"),
        State::Blocked => ("Còn lỗi phải sửa", "Blocked by findings"),
        State::Unsigned => ("Chưa ký", "Unsigned"),
        State::SignatureUnknown => ("Khóa chưa biết", "Unknown key"),
        State::SignatureBroken => ("Chữ ký không khớp", "Broken signature"),
        State::SignatureNotInForce => ("Khóa không còn hiệu lực", "Key not in force"),
        State::SignatureOtherAgency => ("Khóa của cơ quan khác", "Another agency's key"),
        State::NotAReturn => ("Không phải báo cáo", "Not a return"),
        State::Duplicate => ("Bản trùng", "Duplicate"),
        State::Superseded => ("Đã có bản thay thế", "Superseded"),
        State::Forked => ("Hai bản tranh nhau", "Forked"),
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
        Filing::Blocked => ("Đã gửi, chưa tính được", "Sent, not counted"),
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
        Reason::Findings { errors, open, unexplained } => FINDINGS.with(
            language,
            &[("errors", &count(*errors)), ("open", &count(*open)), ("unexplained", &count(*unexplained))],
        ),
        Reason::VerdictDiffers { ours, theirs } => {
            VERDICT_DIFFERS.with(language, &[("ours", &count(*ours)), ("theirs", &count(*theirs))])
        }
        Reason::Signature { code, kid } => {
            let sentence = signature_message(code, language);
            let key = if kid.is_empty() { String::new() } else { fingerprint(kid) };
            if key.is_empty() { sentence } else { KEY.with(language, &[("sentence", &sentence), ("key", &key)]) }
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
        Reason::WrongPeriod { of } => {
            let (quarter, year) = (of.quarter().to_string(), of.year().to_string());
            WRONG_PERIOD.with(language, &[("quarter", &quarter), ("year", &year)])
        }
        Reason::Sound => SOUND.text(language).to_owned(),
        Reason::Unsigned => UNSIGNED.text(language).to_owned(),
        Reason::PredecessorMissing => PREDECESSOR_MISSING.text(language).to_owned(),
        Reason::SetAside => SET_ASIDE.text(language).to_owned(),
    }
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
    vi: "Đọc được, chữ ký đúng, không có gì phải hỏi.",
    en: "Read, genuine, nothing to ask.",
};

const WARNINGS: Phrase = Phrase {
    vi: "Cảnh báo đã nêu lý do: {justified}; lưu ý: {notes}.",
    en: "Warnings with a reason: {justified}; notes: {notes}.",
};

const JUSTIFIED: Phrase =
    Phrase { vi: "Cảnh báo đã nêu lý do: {justified}.", en: "Warnings with a reason: {justified}." };

const NOTES: Phrase = Phrase { vi: "Lưu ý: {notes}.", en: "Notes: {notes}." };

const LATE: Phrase =
    Phrase { vi: "Hạn gửi là {due}; nhận sau {days} ngày.", en: "Due on {due}; received {days} days later." };

const OTHER_REGISTRY: Phrase = Phrase {
    vi: "Cơ quan kiểm tra theo danh mục {version}, khác danh mục đang dùng: thiếu {missing} mục, thừa {unknown} mục. Các mục \
         thiếu được coi là chưa hỏi, không phải để trống.",
    en: "Checked with registry {version}, not the one in use: {missing} rows missing, {unknown} unknown. Missing rows count \
         as not asked, not as blank.",
};

const FINDINGS: Phrase = Phrase {
    vi: "Lỗi: {errors}; mục để trống: {open}; cảnh báo chưa nêu lý do: {unexplained}. Gửi phiếu yêu cầu chỉnh sửa cho cơ quan.",
    en: "Errors: {errors}; blank places: {open}; warnings without a reason: {unexplained}. Send the agency a query slip.",
};

const VERDICT_DIFFERS: Phrase = Phrase {
    vi: "Kết quả kiểm tra ở đây khác ở cơ quan: ở đây có {ours} điều phải sửa mà trang của cơ quan đã cho ký; cơ quan giải \
         trình {theirs} cảnh báo mà ở đây không có.",
    en: "The verdict here differs from the agency's: {ours} findings block here although the agency's page let it be signed; \
         the agency explained {theirs} warnings that do not arise here.",
};

const KEY: Phrase = Phrase { vi: "{sentence} Mã đối chiếu: {key}.", en: "{sentence} Fingerprint: {key}." };

const UNSIGNED: Phrase = Phrase {
    vi: "Báo cáo chưa có chữ ký. Đề nghị cơ quan ký rồi gửi lại.",
    en: "The return is not signed. Ask the agency to sign it and send it again.",
};

const UNKNOWN_KEY: Phrase = Phrase {
    vi: "Khóa đã ký không có trong sổ khóa. Xin thẻ khóa của cơ quan, đối chiếu mã khóa rồi thêm vào sổ.",
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
    vi: "Bản sửa lần {revision} trong tệp {name} được tính thay.",
    en: "Revision {revision} in {name} counts in its place.",
};

const FORKED_WITH: Phrase = Phrase {
    vi: "Tệp này và {names} cùng nhận là bản kế tiếp. Hỏi cơ quan, rồi để riêng bản không đúng.",
    en: "This file and {names} claim the same place in the chain. Ask the agency, then set the wrong one aside.",
};

const DISPUTED: Phrase = Phrase {
    vi: "Các bản sửa sau ({names}) tranh nhau, nên bản này vẫn được tính.",
    en: "Later revisions ({names}) dispute each other, so this one still counts.",
};

const PREDECESSOR_MISSING: Phrase = Phrase {
    vi: "Bản sửa này thay một bản chưa nhận được. Xin cơ quan gửi bản trước để lưu.",
    en: "It amends a revision that was not received. Ask the agency for it, for the record.",
};

const REVISION_NUMBER: Phrase = Phrase {
    vi: "Số lần sửa không liền với bản trước; đúng ra là {wanted}.",
    en: "Its number does not follow the one before; it should be {wanted}.",
};

const AMENDMENT_BLOCKED: Phrase = Phrase {
    vi: "Bản sửa trong tệp {name} còn lỗi, nên bản này vẫn được tính.",
    en: "The amendment in {name} is blocked, so this one still counts.",
};

const WRONG_PERIOD: Phrase = Phrase {
    vi: "Báo cáo của quý {quarter}/{year}, không phải kỳ đang tổng hợp.",
    en: "A return of Q{quarter}/{year}, not of the quarter being collected.",
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
            "Khóa đã ký không có trong sổ khóa. Xin thẻ khóa của cơ quan, đối chiếu mã khóa rồi thêm vào sổ. Mã đối chiếu: 0ZcO CORZ."
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
            "Bản sửa lần 2 trong tệp USB/2.json được tính thay."
        );
    }
}
