use super::Sheet;

/// Quốc hiệu, the country's name at the head of every administrative document (Decree 30/2020/NĐ-CP, annex I, part II,
/// section I.1).
pub const COUNTRY: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ, the motto below it.
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// What stands above the recipients (the same, section I.9).
pub const RECIPIENTS: &str = "Nơi nhận:";

/// An administrative document in the parts that Decree 30/2020/NĐ-CP gives it; printers and word processors lay it out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// What stands above the text.
    pub head: PaperHead,
    /// The text.
    pub blocks: Vec<Block>,
    /// To whom it goes, a line each, without the hyphen before it and the mark after it.
    pub recipients: Vec<String>,
    /// Who drew it up, where that stands beside who signs.
    pub drafter: Option<Signatory>,
    /// Who signs.
    pub signatory: Signatory,
    /// What follows the signature, as the decree has it: tables and lists, each beginning with a [`Block::NewPage`].
    pub annexes: Vec<Block>,
    /// What stands at the foot of every page, where the paper is to be matched with something.
    pub mark: Option<PaperMark>,
}

/// What stands at the foot of every page, and once more at the end of the text, by which a paper is matched with a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperMark {
    /// What must not be overlooked, in capitals, at the head and at each foot: `BẢN NHÁP – CHƯA KÝ`; empty where nothing is.
    pub warning: String,
    /// The lines at the foot of each page.
    pub lines: Vec<String>,
    /// The text of the QR code; empty where there is none.
    pub code: String,
    /// What the QR code says, in words.
    pub code_says: String,
    /// How the paper is matched, below the signatures.
    pub explain: String,
}

/// The head of a document. A part that is empty is not printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperHead {
    /// The agency above the one that issues it, in capitals.
    pub superior: String,
    /// The agency that issues it, in capitals.
    pub agency: String,
    /// Number and sign as printed: `Số: 314/BC-VPCP`.
    pub number: String,
    /// `Hà Nội, ngày 29 tháng 12 năm 2017`.
    pub place_and_date: String,
    /// `BÁO CÁO`.
    pub kind: String,
    /// What it is about.
    pub subject: String,
}

/// Who signs a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signatory {
    /// The power to sign and the office, a line each, in capitals: `KT. BỘ TRƯỞNG`, `THỨ TRƯỞNG`.
    pub authority: Vec<String>,
    /// What is to be done in the room below, in italics: `(Ký, ghi rõ họ tên)`; empty where that goes without saying.
    pub note: String,
    /// The name.
    pub name: String,
}

/// A part of a document's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; level 1 is the highest, those below 3 look like 3.
    Heading {
        /// 1, 2 or 3.
        level: u8,
        /// Its words, with its number.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// Paragraphs that begin with a hyphen.
    Bullets(Vec<String>),
    /// A table with its title and notes.
    Table(Sheet),
    /// What follows stands on a new page, on its side if so.
    NewPage {
        /// Whether the page lies on its side, for wide tables.
        landscape: bool,
    },
}

impl Paper {
    /// The lines of the recipients as printed: `- Như trên;` and so on, the last of them with a full stop.
    pub fn recipient_lines(&self) -> Vec<String> {
        let last = self.recipients.len().saturating_sub(1);
        let line = |(at, words): (usize, &String)| {
            let words = words.trim().trim_end_matches([';', '.']);
            format!("- {words}{}", if at == last { "." } else { ";" })
        };
        self.recipients.iter().enumerate().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Paper;

    #[test]
    fn recipients_are_listed_as_the_decree_has_it() {
        let recipients = ["Thủ tướng Chính phủ;", "Lưu: VT, KGVX (3)."].map(str::to_owned).to_vec();
        let paper = Paper { recipients, ..Paper::default() };
        assert_eq!(paper.recipient_lines(), ["- Thủ tướng Chính phủ;", "- Lưu: VT, KGVX (3)."]);
        assert!(Paper::default().recipient_lines().is_empty());
    }
}
