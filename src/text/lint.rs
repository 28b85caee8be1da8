//! What is said of a registry's own mistakes, to whoever writes it.

use super::phrase::{Language, Phrase};
use crate::registry::{Fault, FaultCode, Registry, RegistryError, RegistryErrorCode};
use crate::rules::{Fault as RuleTrouble, FaultCode as RuleFault, Flaw, FlawCode};

/// Why a text is no registry: what is wrong, and where as its reader says.
pub fn registry_error_message(error: &RegistryError, language: Language) -> String {
    let (vi, en) = match error.code {
        RegistryErrorCode::TooLarge => {
            ("quá lớn, không phải danh mục ({place}).", "too large to be a registry ({place}).")
        }
        RegistryErrorCode::NotJson => ("không phải JSON ({place}).", "not JSON ({place})."),
        RegistryErrorCode::NotARegistry => ("không đúng mẫu danh mục ({place}).", "not a registry ({place})."),
        RegistryErrorCode::NotCanonical => {
            ("có giá trị không ghi được ({place}).", "a value cannot be written ({place}).")
        }
    };
    Phrase { vi, en }.with(language, &[("place", &error.place)])
}

/// Which registry was looked at, and how much is to be mended.
pub fn lint_summary(registry: &Registry, faults: usize, language: Language) -> String {
    let head = &registry.registry;
    let [rules, faults] = [registry.rule.len(), faults].map(|count| count.to_string());
    let values = [("id", head.id.as_str()), ("version", &head.version), ("rules", &rules), ("faults", &faults)];
    SUMMARY.with(language, &values)
}

const SUMMARY: Phrase = Phrase {
    vi: "{id} {version}: {rules} quy tắc, {faults} điều phải sửa.",
    en: "{id} {version}: {rules} rules, {faults} to be mended.",
};

/// A mistake of the registry: where, and what is wrong.
pub fn registry_fault(fault: &Fault, language: Language) -> String {
    format!("{}: {}", fault.place, fault_words(fault.code).text(language))
}

fn fault_words(code: FaultCode) -> Phrase {
    let (vi, en) = match code {
        FaultCode::DuplicateId => ("mã này có hai lần.", "this id stands twice."),
        FaultCode::DanglingId => ("mã này không dẫn đến đâu.", "this id leads nowhere."),
        FaultCode::Unsourced => ("không ghi nguồn.", "no source is given."),
        FaultCode::NotNormal => (
            "chữ không theo Unicode dựng sẵn (NFC), hoặc có khoảng trắng ở đầu, cuối.",
            "the text is not in composed Unicode (NFC), or has spaces at its ends.",
        ),
        FaultCode::OrderBroken => ("số thứ tự không liền nhau từ 1.", "the order is not 1, 2, 3 …"),
        FaultCode::GsoCode => {
            ("mã tỉnh thiếu, thừa hoặc trùng.", "the province's code is missing, misplaced or used twice.")
        }
        FaultCode::NameUnknown => {
            ("tên đã in không dẫn đến cơ quan của dòng này.", "the printed name does not lead to this row's agency.")
        }
        FaultCode::ValueNotPrinted => ("số không đúng như đã in.", "the value is not what was printed."),
        FaultCode::DeadlineNotPrinted => ("hạn không đúng như đã in.", "the deadline is not what was printed."),
        FaultCode::PeriodDays => ("các ngày của quý không đúng thứ tự.", "the quarter's days are not in order."),
        FaultCode::PeriodOrder => (
            "quý này không liền sau quý đứng trước trong danh sách.",
            "the quarter does not come just after the one before it in the list.",
        ),
        FaultCode::DeadlineFar => (
            "hạn trước năm 2015 hoặc quá mười năm sau quý cuối.",
            "the deadline lies before 2015, or more than ten years after the last quarter.",
        ),
        FaultCode::VersionForm => (
            "phiên bản phải là các số cách nhau bằng dấu chấm, ví dụ 2018.1.",
            "the version must be numbers with points between them, for example 2018.1.",
        ),
        FaultCode::IdRemoved => (
            "mã của bản trước không còn; báo cáo đã nộp vẫn dùng mã này.",
            "this id of the edition before is gone; returns already sent name it.",
        ),
        FaultCode::IdReused => (
            "mã này nay chỉ việc khác với bản trước; dùng mã mới.",
            "this id now means another thing than in the edition before; use a new id.",
        ),
        FaultCode::VersionNotRaised => (
            "nội dung đã đổi mà phiên bản không lớn hơn bản trước.",
            "something was changed, but the version does not follow that of the edition before.",
        ),
        FaultCode::OtherRegistry => ("không phải cùng một danh mục.", "it is not the same registry."),
    };
    Phrase { vi, en }
}

/// What is wrong with a rule: its name, the example, and how.
pub fn rule_flaw(flaw: &Flaw, language: Language) -> String {
    let (words, value) = flaw_words(&flaw.code);
    let at = [flaw.rule.as_str(), flaw.example.as_str()].into_iter().filter(|part| !part.is_empty());
    format!("{}: {}", at.collect::<Vec<_>>().join(", "), words.with(language, &[("value", &value)]))
}

fn flaw_words(code: &FlawCode) -> (Phrase, String) {
    let ((vi, en), value) = match code {
        FlawCode::Rule(fault) => return compile_words(&fault.code, &fault.part),
        FlawCode::NoExample => (("không có ví dụ.", "there is no example."), String::new()),
        FlawCode::NotAReturn(error) => {
            (("ví dụ không phải báo cáo: {value}.", "the example is no return: {value}."), error.place.clone())
        }
        FlawCode::NoDay => (
            (
                "ví dụ không có ngày (today) và danh mục không có quý đó.",
                "the example has no day and its quarter is unknown.",
            ),
            String::new(),
        ),
        FlawCode::NoPlace => {
            (("ví dụ không ghi ô bị lỗi (at).", "the example does not say where it fails (at)."), String::new())
        }
        FlawCode::Fires(at) => {
            (("báo lỗi ở {value}, lẽ ra phải đạt.", "it fires at {value} and should hold."), at.clone())
        }
        FlawCode::Silent(at) => {
            (("không báo lỗi ở {value}, lẽ ra phải báo.", "it holds at {value} and should fire."), at.clone())
        }
        FlawCode::Faulty(fault) => (("không chạy được: {value}.", "it cannot be run: {value}."), fault.clone()),
    };
    (Phrase { vi, en }, value)
}

/// Why a rule cannot be used.
pub fn rule_fault(fault: &RuleTrouble, language: Language) -> String {
    let (words, value) = compile_words(&fault.code, &fault.part);
    format!("{}: {}", fault.rule, words.with(language, &[("value", &value)]))
}

fn compile_words(code: &RuleFault, part: &str) -> (Phrase, String) {
    let (vi, en) = match code {
        RuleFault::TooLong => ("{value}: dài quá 800 ký tự.", "{value}: longer than 800 characters."),
        RuleFault::TooManyLoops => ("{value}: quá nhiều vòng lặp.", "{value}: too many loops."),
        RuleFault::TooManyRules => ("danh mục có hơn 1.000 quy tắc.", "the registry has more than 1,000 rules."),
        RuleFault::TooManyValues => ("thông báo dùng hơn 12 giá trị.", "the message has more than 12 values."),
        RuleFault::NotCel(_) => ("{value}.", "{value}."),
        RuleFault::SameName => ("tên quy tắc này có hai lần.", "two rules have this name."),
        RuleFault::MarksNothing => ("không đánh dấu ô nào.", "it marks no field."),
    };
    let value = match code {
        RuleFault::NotCel(words) => format!("{part}: {}", words.trim_end_matches('.')),
        _ => part.to_owned(),
    };
    (Phrase { vi, en }, value)
}
