//! What the return says of itself and in words: its heading, difficulties, reasons, answers, signatures.

use super::frame::roman;
use super::rows::{place, table};
use super::{Kind, Sheets, VI};
use crate::export::{Align, Block, SheetCell};
use crate::quarterly::Justification;
use crate::signing::fingerprint;
use crate::text::{agency_name, answer_name, field_place, finding_message, label};

pub(super) const JUSTIFICATIONS: &str = "Giải trình các cảnh báo";
pub(super) const ANSWERS: &str = "Trả lời yêu cầu của Văn phòng Chính phủ";
pub(super) const UNREAD: &str = "Nội dung đã gõ nhưng chưa đọc được, chưa thuộc báo cáo";
pub(super) const SIGNATURES: &str = "Chữ ký số";

const ABOUT: [(&str, u16, Align); 2] = [("Mục", 30, Align::Text), ("Nội dung", 66, Align::Text)];
const REASONS: [(&str, u16, Align); 3] =
    [("TT", 6, Align::Centre), ("Cảnh báo", 45, Align::Text), ("Giải trình", 45, Align::Text)];
const REPLIES: [(&str, u16, Align); 3] =
    [("TT", 6, Align::Centre), ("Câu hỏi", 45, Align::Text), ("Trả lời", 45, Align::Text)];
const SIGNED: [(&str, u16, Align); 3] =
    [("TT", 6, Align::Centre), ("Người ký, khóa", 50, Align::Text), ("Kết quả kiểm tra trên trang", 40, Align::Text)];

/// One line to write on, and how many of them a text has on a form.
const LINE: &str = "……………………………………………………………………………";
const LINES: usize = 6;

impl Sheets<'_> {
    /// Whose return, which version, under which registry, who answers for it.
    pub(super) fn heading(&self) -> Vec<Block> {
        let of = self.of.content;
        let mut rows: Vec<(&str, String)> = vec![
            ("Cơ quan báo cáo", agency_name(self.of.registry, &of.agency, VI)),
            ("Kỳ báo cáo", format!("Quý {}/{}", roman(of.period), of.period.year())),
        ];
        if self.kind != Kind::Form {
            rows.extend(self.version());
        }
        let registry = &of.registry;
        rows.push(("Danh mục áp dụng", format!("{} {}", registry.id, registry.version)));
        let people = [
            ("/preparer/name", &of.preparer.name),
            ("/preparer/title", &of.preparer.title),
            ("/preparer/phone", &of.preparer.phone),
            ("/preparer/email", &of.preparer.email),
            ("/approver/name", &of.approver.name),
            ("/approver/title", &of.approver.title),
        ];
        rows.extend(people.map(|(path, value)| (label(path).text(VI), self.words(value))));
        let rows = rows.into_iter().map(|(name, value)| vec![SheetCell::text(name), SheetCell::text(value)]).collect();
        vec![Block::Table(table(&ABOUT, rows))]
    }

    /// Its id and revision, what it takes the place of and why.
    fn version(&self) -> Vec<(&'static str, String)> {
        let of = self.of.content;
        let mut rows = vec![("Mã báo cáo", of.return_id.clone()), ("Bản", self.revision())];
        rows.extend(of.supersedes.as_ref().map(|hash| ("Thay cho bản có SHA-256", fingerprint(hash))));
        if of.revision > 1 || !of.amendment_reason.is_empty() {
            rows.push(("Lý do sửa đổi", self.words(&of.amendment_reason)));
        }
        rows
    }

    fn revision(&self) -> String {
        match self.of.content.revision {
            1 => "1 (lần đầu)".to_owned(),
            revision => format!("{revision} (sửa đổi lần {})", revision.saturating_sub(1)),
        }
    }

    pub(super) fn difficulties(&self) -> Vec<Block> {
        let of = self.of.content;
        let parts = [("difficulties", &of.difficulties), ("proposals", &of.proposals)];
        let mut blocks = Vec::new();
        for (at, (field, text)) in parts.into_iter().enumerate() {
            let name = label(&format!("/{field}")).text(VI);
            blocks.push(Block::Heading { level: 3, text: format!("{}. {name}", at + 1) });
            blocks.extend(self.paragraphs(text));
        }
        blocks
    }

    fn paragraphs(&self, text: &str) -> Vec<Block> {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let written: Vec<Block> = lines.map(|line| Block::Paragraph(line.to_owned())).collect();
        match self.kind {
            _ if !written.is_empty() => written,
            Kind::Form => vec![Block::Paragraph(LINE.to_owned()); LINES],
            _ => vec![Block::Paragraph(self.gap().to_owned())],
        }
    }

    /// Each warning that was explained, in the words in which it was shown, and the reason.
    pub(super) fn justifications(&self) -> Vec<Block> {
        let given = &self.of.content.justifications;
        let row = |(at, of): (usize, &Justification)| vec![place(at), self.warning(of), self.text(&of.reason)];
        let rows: Vec<Vec<SheetCell>> = given.iter().enumerate().map(row).collect();
        if rows.is_empty() { Vec::new() } else { vec![Block::Table(table(&REASONS, rows))] }
    }

    fn warning(&self, of: &Justification) -> SheetCell {
        let found = self.of.findings.iter().find(|found| found.rule == of.rule && found.place() == of.path);
        let rule = self.of.rules.text(&of.rule);
        let message = match (found, rule) {
            (Some(found), _) => finding_message(found, rule, VI),
            (None, Some(rule)) => rule.demand.text(VI).to_owned(),
            (None, None) => of.rule.clone(),
        };
        let lapsed = found.is_some_and(|found| !found.is_justified(std::slice::from_ref(of)));
        let lapsed = if lapsed { " (số liệu đã đổi sau khi giải trình)" } else { "" };
        let place = field_place(self.of.registry, self.of.content, &of.path, VI);
        SheetCell::text(format!("{place}: {message}{lapsed}"))
    }

    /// The answers to the coordinator's questions.
    pub(super) fn answers(&self) -> Vec<Block> {
        let answers = &self.of.content.answers;
        let row = |(at, (key, answer)): (usize, (&String, &crate::quarterly::QueryAnswer))| {
            vec![place(at), SheetCell::text(self.question(key)), self.text(&answer.text)]
        };
        let rows: Vec<Vec<SheetCell>> = answers.iter().enumerate().map(row).collect();
        if rows.is_empty() { Vec::new() } else { vec![Block::Table(table(&REPLIES, rows))] }
    }

    /// A question by the key of its answer, as its slip asks it; by its number where the slip is not at hand.
    fn question(&self, key: &str) -> String {
        let all = self.of.slips.iter().flat_map(|slip| slip.questions.iter().map(move |question| (slip, question)));
        let asked = all.into_iter().find(|(slip, question)| slip.answer_key(question) == key);
        let Some((slip, question)) = asked else { return answer_name(key, VI) };
        let (day, number) = (slip.issued.vietnamese(), &question.id);
        format!("Phiếu ngày {day}, câu {number}: {}", question.text)
    }

    /// What was typed and is no answer yet: a draft does not drop it unseen.
    pub(super) fn unread(&self) -> Vec<Block> {
        let line = |(path, text): &(String, String)| {
            format!("{}: “{text}”", field_place(self.of.registry, self.of.content, path, VI))
        };
        let lines: Vec<String> = self.of.unread.iter().map(line).collect();
        if lines.is_empty() { Vec::new() } else { vec![Block::Bullets(lines)] }
    }

    pub(super) fn signatures(&self) -> Vec<Block> {
        let row = |(at, of): (usize, &super::PrintedSignature)| {
            let about = std::iter::once(&of.who).chain(&of.about).cloned().collect::<Vec<_>>().join("\n");
            vec![place(at), SheetCell::text(about), SheetCell::text(of.says.as_str())]
        };
        let rows: Vec<Vec<SheetCell>> = self.of.signatures.iter().enumerate().map(row).collect();
        if rows.is_empty() { Vec::new() } else { vec![Block::Table(table(&SIGNED, rows))] }
    }
}
