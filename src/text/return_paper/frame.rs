//! The head, who signs, and what stands at the foot of each page.

use super::{Kind, ReturnToPrint, Sheets};
use crate::collect::ReturnMark;
use crate::export::{Block, PaperHead, PaperMark, Signatory};
use crate::quarterly::{RegistryMark, Return};
use crate::registry::{Agency, Period};
use crate::signing::fingerprint;
use crate::text::report::long_date;

/// To whom the return goes, as 1375/VPCP-KGVX asks, and the agency's own file.
pub(super) const RECIPIENTS: [&str; 2] = ["Văn phòng Chính phủ (để tổng hợp)", "Lưu: VT"];

/// What a draft must not be taken for.
const DRAFT: &str = "BẢN NHÁP – CHƯA KÝ";
const FORM: &str = "MẪU ĐIỀN TAY";
/// Whose office signs, where the return does not say.
const AUTHORITY: &str = "THỦ TRƯỞNG CƠ QUAN";
const EXPLAIN: &str = "Mã SHA-256 ở cuối mỗi trang là của tệp dữ liệu đã in ra bản này. Cán bộ tổng hợp gõ mã đó, hoặc dán nội dung \
                       mã QR, vào ô tìm kiếm của sổ tiếp nhận để tìm đúng tệp.";
const EXPLAIN_FORM: &str = "Mẫu này để ghi tay trước khi nhập vào trang báo cáo. Báo cáo chính thức là tệp dữ liệu đã ký số và bản in \
                            từ tệp đó.";
/// Digits of the registry's hash on a form.
const SHORT: usize = 16;
/// A place that bears a person's name is written with what it is (the same section).
const NAMED_AFTER_A_PERSON: &str = "Hồ Chí Minh";
/// The place of issue of central agencies, all of which sit there.
const CAPITAL: &str = "Hà Nội";

/// What stands at the foot of each page of a return.
pub(super) fn mark_of(of: &ReturnToPrint<'_>) -> PaperMark {
    let content = of.content;
    // A return without canonical bytes cannot be signed, and has no hash.
    let mark = ReturnMark::of(content).ok();
    let hash = mark.as_ref().map(|mark| mark.content_sha256.as_str()).unwrap_or_default();
    let warning = if of.signatures.is_empty() { DRAFT.to_owned() } else { String::new() };
    let code = mark.as_ref().map(ReturnMark::imprint).unwrap_or_default();
    PaperMark {
        warning,
        lines: std::iter::once(name_of(content)).chain(hash_lines(hash)).collect(),
        code_says: format!("Mã QR: {code}"),
        code,
        explain: EXPLAIN.to_owned(),
    }
}

/// `Mã báo cáo 0f3c… · bản 1 · quý II/2017`.
fn name_of(content: &Return) -> String {
    let (id, revision, period) = (&content.return_id, content.revision, content.period);
    format!("Mã báo cáo {id} · bản {revision} · quý {}/{}", roman(period), period.year())
}

/// The hash in groups of four, as the screens show it, in two lines.
fn hash_lines(hash: &str) -> Vec<String> {
    let (first, second) = hash.split_at_checked(hash.len() / 2).unwrap_or_default();
    vec![format!("SHA-256: {}", fingerprint(first)), fingerprint(second)]
}

/// What stands at the foot of each page of a form: no file's mark, since there is none, but the registry's.
pub(super) fn mark_of_form(registry: &RegistryMark) -> PaperMark {
    let short = registry.sha256.get(..SHORT).unwrap_or(&registry.sha256);
    let line = format!("Danh mục {} {} · SHA-256: {} …", registry.id, registry.version, fingerprint(short));
    PaperMark { warning: FORM.to_owned(), lines: vec![line], explain: EXPLAIN_FORM.to_owned(), ..PaperMark::default() }
}

impl Sheets<'_> {
    pub(super) fn head(&self) -> PaperHead {
        let content = self.of.content;
        let agency = self.of.registry.agency(&content.agency);
        PaperHead {
            superior: String::new(),
            agency: agency.map_or_else(|| content.agency.to_string(), issuer),
            number: format!("Số: {}", self.number()),
            place_and_date: format!("{}, {}", agency.map_or("…………", place_of), self.date()),
            kind: "BÁO CÁO".to_owned(),
            subject: format!(
                "Tình hình thực hiện Nghị quyết số 36a/NQ-CP của Chính phủ về Chính phủ điện tử {}",
                self.quarter()
            ),
        }
    }

    fn number(&self) -> String {
        let number = &self.of.content.document.number;
        if !number.is_empty() {
            return number.clone();
        }
        let sign = self.of.registry.agency(&self.of.content.agency).and_then(|agency| agency.mark.as_ref());
        sign.map_or_else(|| "…………/…………".to_owned(), |sign| format!("…………/BC-{sign}"))
    }

    /// The day as documents write it, with dotted places where there is none.
    fn date(&self) -> String {
        match self.of.content.document.date {
            Some(day) => long_date(Some(day)),
            None => "ngày …… tháng …… năm ………".to_owned(),
        }
    }

    pub(super) fn number_and_date(&self) -> String {
        format!("số {} {}", self.number(), self.date())
    }

    /// `quý II năm 2017`.
    fn quarter(&self) -> String {
        let period = self.of.content.period;
        format!("quý {} năm {}", roman(period), period.year())
    }

    pub(super) fn opening(&self) -> Block {
        let agency = self.of.registry.agency(&self.of.content.agency);
        let name = agency.map_or_else(|| self.of.content.agency.to_string(), full_name);
        Block::Paragraph(format!(
            "Thực hiện Nghị quyết số 36a/NQ-CP ngày 14 tháng 10 năm 2015 của Chính phủ về Chính phủ điện tử, {name} báo cáo \
             Văn phòng Chính phủ tình hình thực hiện {} như sau:",
            self.quarter()
        ))
    }

    pub(super) fn drafter(&self) -> Signatory {
        Signatory {
            authority: vec!["NGƯỜI LẬP BIỂU".to_owned()],
            note: "(Ký, ghi rõ họ và tên)".to_owned(),
            name: self.of.content.preparer.name.clone(),
        }
    }

    /// The power to sign and the office; the name; room for the seal.
    pub(super) fn signatory(&self) -> Signatory {
        let approver = &self.of.content.approver;
        let office = approver.title.trim().to_uppercase();
        let note = match self.kind {
            Kind::Form => "(Quyền hạn, chức vụ của người ký; chữ ký, dấu của cơ quan)",
            _ => "(Chữ ký của người có thẩm quyền, dấu của cơ quan)",
        };
        let office = if office.is_empty() { AUTHORITY.to_owned() } else { office };
        Signatory { authority: vec![office], note: note.to_owned(), name: approver.name.clone() }
    }
}

/// The quarter's number as documents write it: `II`.
pub(super) fn roman(period: Period) -> &'static str {
    ["I", "II", "III", "IV"].get(usize::from(period.quarter()).wrapping_sub(1)).unwrap_or(&"")
}

/// The agency as the head of a document has it: a province is its people's committee.
fn issuer(agency: &Agency) -> String {
    full_name(agency).to_uppercase()
}

fn full_name(agency: &Agency) -> String {
    if agency.kind.is_local() {
        format!("Ủy ban nhân dân {}", lower_first(&agency.name))
    } else {
        agency.name.clone()
    }
}

/// `Tỉnh An Giang` inside a name: `tỉnh An Giang`.
fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Where documents of the agency are dated (the decree, annex I, part II, section I.4): a province's own name.
fn place_of(agency: &Agency) -> &str {
    let name = agency.name.as_str();
    let bare = ["Tỉnh ", "Thành phố "].iter().find_map(|kind| name.strip_prefix(kind));
    match bare {
        _ if !agency.kind.is_local() => CAPITAL,
        Some(bare) if bare != NAMED_AFTER_A_PERSON => bare,
        _ => name,
    }
}
