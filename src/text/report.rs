//! The national report as an administrative document: what was collected, in the sentences and tables of 7242/BC-VPCP and
//! 314/BC-VPCP. Every number of a sentence is a cell of a table, so that none contradicts another.
//!
//! The document is Vietnamese, as the reports are.

use super::agencies::name_inside;
use super::phrase::{Language, fill};
use super::tables::{cell_text, general_task_line, table_sheet};
use crate::collect::{Cell, Collected, Filing, Row, RowKind, Table, TableKind, Value, table};
use crate::export::{Block, Paper, PaperHead, Sheet, Signatory};
use crate::registry::{AgencyId, GeneralTask, Tier};
use crate::vietnamese::{Date, count_text};

const CENTRAL: &str = "bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ";
const LOCAL: &str = "tỉnh, thành phố trực thuộc Trung ương";

/// More names than these stand in the annex and not in a sentence.
const MOST_NAMES: usize = 12;

/// What the coordinator writes into the report; everything else is worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportWords {
    /// The number, `314`; empty while there is none.
    pub number: String,
    /// The sign, `BC-VPCP`.
    pub sign: String,
    /// Where it is issued.
    pub place: String,
    /// When.
    pub date: Option<Date>,
    /// Remarks and proposals, a paragraph a line.
    pub remarks: String,
    /// To whom it goes, a line each.
    pub recipients: Vec<String>,
    /// The office of who signs, a line each, in capitals.
    pub authority: Vec<String>,
    /// The name of who signs.
    pub signatory: String,
}

impl Default for ReportWords {
    /// As 314/BC-VPCP is headed and signed, without number, day and name.
    fn default() -> Self {
        let recipients = [
            "Thủ tướng Chính phủ (để b/c)",
            "Các Phó Thủ tướng Chính phủ (để b/c)",
            "Các bộ, cơ quan ngang bộ, cơ quan thuộc CP",
            "UBND các tỉnh, thành phố trực thuộc TW",
            "Lưu: VT, KGVX",
        ];
        Self {
            number: String::new(),
            sign: "BC-VPCP".to_owned(),
            place: "Hà Nội".to_owned(),
            date: None,
            remarks: String::new(),
            recipients: recipients.map(str::to_owned).to_vec(),
            authority: vec!["BỘ TRƯỞNG, CHỦ NHIỆM".to_owned()],
            signatory: String::new(),
        }
    }
}

/// The report on what was collected.
pub fn national_report(collected: &Collected<'_>, words: &ReportWords) -> Paper {
    let report = Report { collected, words };
    Paper {
        head: report.head(),
        blocks: report.blocks(),
        recipients: words.recipients.clone(),
        signatory: Signatory {
            authority: words.authority.clone(),
            name: words.signatory.clone(),
            ..Signatory::default()
        },
        annexes: report.annexes(),
        ..Paper::default()
    }
}

struct Report<'a> {
    collected: &'a Collected<'a>,
    words: &'a ReportWords,
}

impl Report<'_> {
    fn head(&self) -> PaperHead {
        PaperHead {
            superior: String::new(),
            agency: "VĂN PHÒNG CHÍNH PHỦ".to_owned(),
            number: format!("Số: {}", self.number()),
            place_and_date: format!("{}, {}", self.words.place, long_date(self.words.date)),
            kind: "BÁO CÁO".to_owned(),
            subject: format!(
                "Tình hình thực hiện Nghị quyết số 36a/NQ-CP của Chính phủ về Chính phủ điện tử {}",
                self.quarter()
            ),
        }
    }

    /// The number and sign, with room for the number while there is none.
    fn number(&self) -> String {
        let number = if self.words.number.is_empty() { "       " } else { &self.words.number };
        format!("{number}/{}", self.words.sign)
    }

    fn quarter(&self) -> String {
        let period = self.collected.period;
        let roman = ["I", "II", "III", "IV"].get(usize::from(period.quarter()).wrapping_sub(1)).unwrap_or(&"");
        format!("quý {roman} năm {}", period.year())
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Paragraph(format!(
            "Thực hiện nhiệm vụ được giao tại Nghị quyết số 36a/NQ-CP ngày 14 tháng 10 năm 2015 của Chính phủ về Chính phủ \
             điện tử (gọi tắt là Nghị quyết 36a), trên cơ sở báo cáo của các bộ, ngành, địa phương, Văn phòng Chính phủ báo \
             cáo tình hình thực hiện Nghị quyết 36a {} như sau:",
            self.quarter()
        ))];
        let parts = [
            ("Tình hình gửi báo cáo", self.reception()),
            ("Kết quả thực hiện các nhiệm vụ chung tại Nghị quyết 36a", self.general_tasks()),
            ("Tình hình thực hiện các nhiệm vụ cụ thể được giao tại Nghị quyết 36a", self.tasks()),
            ("Kết quả cung cấp dịch vụ công trực tuyến mức độ 3 và 4", self.services()),
            ("So sánh với quý trước", self.against_previous()),
            ("Khó khăn, vướng mắc và đề xuất của các bộ, ngành, địa phương", self.difficulties()),
            ("Nhận xét, kiến nghị", self.remarks()),
        ];
        let said = parts.into_iter().filter(|(_, blocks)| !blocks.is_empty());
        for (before, (heading, part)) in said.enumerate() {
            blocks.push(Block::Heading { level: 1, text: format!("{}. {heading}", before + 1) });
            blocks.extend(part);
        }
        blocks
    }

    fn table(&self, kind: TableKind) -> Table {
        table(kind, self.collected)
    }

    fn sheet(&self, kind: TableKind) -> Block {
        let mut table = self.table(kind);
        let not_reported = table.columns.iter().position(|column| *column == "not-reported");
        let cells = table.rows.iter_mut().filter_map(|row| row.cells.get_mut(not_reported?));
        for cell in cells {
            // On paper the names of those who sent nothing stand once, in the last annex.
            if let Value::Agencies(agencies) = &cell.value
                && agencies.len() > MOST_NAMES
            {
                cell.value = Value::Text(format!("{} cơ quan", count(agencies.len())));
            }
        }
        Block::Table(table_sheet(&table, self.collected.registry, Language::Vietnamese))
    }

    fn names(&self, agencies: &[AgencyId]) -> String {
        let names = agencies.iter().filter_map(|id| self.collected.registry.agency(id));
        names.map(|agency| name_inside(&agency.name)).collect::<Vec<_>>().join("; ")
    }

    /// The agencies of a list in this state of filing.
    fn in_state(&self, tier: Tier, filing: &[Filing]) -> Vec<AgencyId> {
        let is = |id: &AgencyId| self.collected.filing.get(id).is_some_and(|of| filing.contains(&of.filing));
        self.collected.agencies(tier).iter().map(|agency| agency.id.clone()).filter(is).collect()
    }

    fn reception(&self) -> Vec<Block> {
        let counted = |tier, filing: &[Filing]| count(self.in_state(tier, filing).len());
        let both = [Filing::Filed, Filing::Late];
        let late = [Tier::Central, Tier::Local].map(|tier| self.in_state(tier, &[Filing::Late]).len());
        let late = match late.iter().sum() {
            0 => "không có báo cáo nào gửi sau thời hạn".to_owned(),
            late => format!("{} báo cáo gửi sau thời hạn", count(late)),
        };
        let mut blocks = vec![Block::Paragraph(fill(
            "Văn phòng Chính phủ đã tổng hợp báo cáo của {central}/{all-central} {words-central} và {local}/{all-local} \
             {words-local}; trong đó {late}.",
            &[
                ("central", &counted(Tier::Central, &both)),
                ("all-central", &counted(Tier::Central, &Filing::ALL)),
                ("words-central", CENTRAL),
                ("local", &counted(Tier::Local, &both)),
                ("all-local", &counted(Tier::Local, &Filing::ALL)),
                ("words-local", LOCAL),
                ("late", &late),
            ],
        ))];
        for (sentence, filing) in [
            ("Chưa nhận được báo cáo của {count} cơ quan: {names}.", Filing::Missing),
            ("Đã nhận nhưng chưa tổng hợp được báo cáo của {count} cơ quan: {names}.", Filing::Blocked),
        ] {
            let of = [Tier::Central, Tier::Local].map(|tier| self.in_state(tier, &[filing])).concat();
            if !of.is_empty() {
                let values = [("count", count(of.len())), ("names", self.names(&of))];
                blocks.push(Block::Paragraph(filled(sentence, &values)));
            }
        }
        blocks
    }

    fn general_tasks(&self) -> Vec<Block> {
        let table = self.table(TableKind::GeneralTasks);
        let mut blocks = Vec::new();
        for row in &table.rows {
            let cell = |column: &str| table.cell(row, column);
            let Some(Cell { value: Value::GeneralTask(id), .. }) = cell("general-task") else { continue };
            let Some(task) = self.collected.registry.general_task(id) else { continue };
            blocks.push(Block::Heading { level: 3, text: heading_of(task) });
            let done = general_task_line(&table, row, Language::Vietnamese);
            blocks.push(Block::Bullets(self.general_task_lines(&done, &cell)));
        }
        blocks
    }

    fn general_task_lines<'t>(&self, done: &str, cell: &impl Fn(&str) -> Option<&'t Cell>) -> Vec<String> {
        let said =
            if done.is_empty() { "Chưa có số liệu.".to_owned() } else { format!("Đã thực hiện: {done}.") };
        let mut lines = vec![said];
        for (column, words) in [
            ("not-done", "Chưa thực hiện"),
            ("exempt", "Cơ quan đặc thù"),
            ("not-reported", "Chưa báo cáo nội dung này"),
        ] {
            if let Some(Cell { value: Value::Agencies(agencies), .. }) = cell(column) {
                let names = match agencies.len() {
                    many if many > MOST_NAMES && column == "not-done" => {
                        format!("{} cơ quan (xem Phụ lục I)", count(many))
                    }
                    many if many > MOST_NAMES => format!("{} cơ quan", count(many)),
                    _ => self.names(agencies),
                };
                lines.push(format!("{words}: {names}."));
            }
        }
        lines
    }

    fn tasks(&self) -> Vec<Block> {
        let table = self.table(TableKind::TaskCounts);
        let total = |column: &str| table.cell(table.total()?, column);
        let (Some(assigned), Some(completed)) = (total("assigned"), total("completed")) else { return Vec::new() };
        let mut blocks = Vec::new();
        if let (Some(all), Some(done), Some(share)) = (assigned.number(), completed.number(), total("share-completed"))
        {
            let rests = completed.rests.map(|rests| format!("{}/{}", rests.on, rests.of)).unwrap_or_default();
            blocks.push(Block::Paragraph(filled(
                "Theo báo cáo của {rests} cơ quan được giao nhiệm vụ, trong {all} nhiệm vụ cụ thể được giao tại Nghị quyết \
                 36a có {done} nhiệm vụ đã hoàn thành, đạt tỷ lệ {share} số nhiệm vụ của các cơ quan đã báo cáo.",
                &[("rests", rests), ("all", count_text(all)), ("done", count_text(done)), ("share", cell_text(&share.value, self.collected.registry, Language::Vietnamese))],
            )));
        }
        blocks.extend(self.without_any(&table));
        blocks.push(self.sheet(TableKind::TaskCounts));
        blocks
    }

    /// Who has completed none of its tasks: `2/23 cơ quan chưa hoàn thành bất cứ nhiệm vụ nào`.
    fn without_any(&self, table: &Table) -> Option<Block> {
        let completed = |row: &&Row| table.cell(row, "completed").and_then(Cell::number);
        let plain = table.rows.iter().filter(|row| row.kind == RowKind::Plain);
        let told: Vec<&Row> = plain.filter(|row| completed(row).is_some()).collect();
        let none = told.iter().filter(|row| completed(row) == Some(0));
        let agencies: Vec<AgencyId> = none.filter_map(|row| table.agency_of(row).cloned()).collect();
        (!agencies.is_empty()).then(|| {
            Block::Paragraph(filled(
                "Có {none}/{told} cơ quan chưa hoàn thành bất cứ nhiệm vụ nào được giao là {names}.",
                &[("none", count(agencies.len())), ("told", count(told.len())), ("names", self.names(&agencies))],
            ))
        })
    }

    fn services(&self) -> Vec<Block> {
        let lists = [(TableKind::ServicesCentral, CENTRAL, "cơ quan"), (TableKind::ServicesLocal, LOCAL, "địa phương")];
        let said = lists.into_iter().flat_map(|(kind, words, each)| {
            let table = self.table(kind);
            [
                ("level3", "dịch vụ mức độ 3 hiện có"),
                ("level4", "dịch vụ mức độ 4 hiện có"),
                ("received3-quarter", "hồ sơ mức độ 3 tiếp nhận trực tuyến trong quý"),
                ("received4-quarter", "hồ sơ mức độ 4 tiếp nhận trực tuyến trong quý"),
            ]
            .into_iter()
            .filter_map(|(column, what)| {
                let cell = table.cell(table.total()?, column)?;
                let (number, rests) = (cell.number()?, cell.rests?);
                let values = [
                    ("words", words.to_owned()),
                    ("number", count_text(number)),
                    ("what", what.to_owned()),
                    ("on", count(rests.on)),
                    ("of", count(rests.of)),
                    ("each", each.to_owned()),
                ];
                Some(filled("Các {words}: {number} {what} (số liệu của {on}/{of} {each}).", &values))
            })
            .collect::<Vec<_>>()
        });
        let lines: Vec<String> = said.collect();
        if lines.is_empty() { Vec::new() } else { vec![Block::Bullets(lines)] }
    }

    fn against_previous(&self) -> Vec<Block> {
        let table = self.table(TableKind::AgainstPrevious);
        let of = |prefix: &str, what: &str| {
            let at = |part: &str| table.cell(table.total()?, &format!("{prefix}-{part}"));
            let (then, now, change) = (at("then")?.number()?, at("now")?.number()?, at("change")?);
            let (Value::Change(change), Some(rests)) = (&change.value, change.rests) else { return None };
            let direction = match change.signum() {
                0 => "không thay đổi".to_owned(),
                1 => format!("tăng {}", count_text(*change)),
                _ => format!("giảm {}", count_text(change.saturating_neg())),
            };
            let values = [
                ("what", what.to_owned()),
                ("then", count_text(then)),
                ("now", count_text(now)),
                ("direction", direction),
                ("on", count(rests.on)),
            ];
            Some(filled(
                "{what}: quý trước {then}, quý này {now}, {direction} (tính trên {on} cơ quan có số liệu cả hai quý).",
                &values,
            ))
        };
        let lines: Vec<String> = [
            of("services", "Dịch vụ công trực tuyến mức độ 3 và 4"),
            of("completed", "Nhiệm vụ cụ thể đã hoàn thành"),
            of("dossiers", "Hồ sơ tiếp nhận trực tuyến trong quý"),
        ]
        .into_iter()
        .flatten()
        .collect();
        if lines.is_empty() { Vec::new() } else { vec![Block::Bullets(lines)] }
    }

    fn difficulties(&self) -> Vec<Block> {
        if self.table(TableKind::Difficulties).rows.is_empty() {
            return Vec::new();
        }
        vec![self.sheet(TableKind::Difficulties)]
    }

    fn remarks(&self) -> Vec<Block> {
        let lines = self.words.remarks.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| Block::Paragraph(line.to_owned())).collect()
    }

    fn annexes(&self) -> Vec<Block> {
        let mut annexes: Vec<(bool, &str, Vec<TableKind>)> = vec![
            (true, "TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ CHUNG", vec![TableKind::GeneralTasks]),
            (true, "TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ CỤ THỂ TẠI NGHỊ QUYẾT 36a", vec![TableKind::Tasks]),
            (
                true,
                "KẾT QUẢ TRIỂN KHAI DỊCH VỤ CÔNG TRỰC TUYẾN MỨC ĐỘ 3 VÀ 4 TẠI CÁC BỘ, NGÀNH, ĐỊA PHƯƠNG",
                vec![TableKind::ServicesCentral, TableKind::ServicesLocal],
            ),
            (
                false,
                "XẾP HẠNG THEO SỐ LƯỢNG DỊCH VỤ CÔNG TRỰC TUYẾN MỨC ĐỘ 3 VÀ 4",
                vec![TableKind::RankingCentral, TableKind::RankingLocal],
            ),
            (true, "SO SÁNH VỚI SỐ LIỆU ĐÃ CÔNG BỐ NĂM 2016", vec![TableKind::AgainstBaseline]),
        ];
        if self.collected.previous.is_some() {
            annexes.push((true, "SO SÁNH VỚI QUÝ TRƯỚC", vec![TableKind::AgainstPrevious]));
        }
        if !self.table(TableKind::Missing).rows.is_empty() {
            annexes.push((false, "CÁC CƠ QUAN CHƯA CÓ BÁO CÁO ĐƯỢC TỔNG HỢP", vec![TableKind::Missing]));
        }
        let numbered = annexes.into_iter().zip(["I", "II", "III", "IV", "V", "VI", "VII"]);
        numbered.flat_map(|((landscape, title, kinds), number)| self.annex(number, title, landscape, &kinds)).collect()
    }

    fn annex(&self, number: &str, title: &str, landscape: bool, kinds: &[TableKind]) -> Vec<Block> {
        let mut blocks = vec![
            Block::NewPage { landscape },
            Block::Heading { level: 1, text: format!("Phụ lục {number}") },
            Block::Heading { level: 1, text: title.to_owned() },
            Block::Paragraph(format!("(Kèm theo Báo cáo số {} {})", self.number(), long_date(self.words.date))),
        ];
        // The annex's own heading names its only table.
        let alone = kinds.len() == 1;
        blocks.extend(kinds.iter().map(|kind| match self.sheet(*kind) {
            Block::Table(sheet) if alone => Block::Table(Sheet { title: Vec::new(), ..sheet }),
            block => block,
        }));
        blocks
    }
}

fn heading_of(task: &GeneralTask) -> String {
    // The documents print some deadlines with that word and some without.
    let printed = task.deadline_printed.as_str();
    let printed = ["thời hạn là ", "thời hạn "].iter().find_map(|words| printed.strip_prefix(words)).unwrap_or(printed);
    match printed {
        "" => task.text.vi.clone(),
        printed => format!("{} (thời hạn: {printed})", task.text.vi),
    }
}

/// `ngày 05 tháng 01 năm 2018` (Decree 30/2020/NĐ-CP, annex I: days below 10 and months 1 and 2 with a zero); room to write
/// by hand where there is no day yet.
pub(super) fn long_date(date: Option<Date>) -> String {
    let Some(date) = date else { return "ngày     tháng     năm        ".to_owned() };
    let iso = date.iso();
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = match month.unwrap_or_default() {
        month @ ("01" | "02") => month,
        month => month.trim_start_matches('0'),
    };
    format!("ngày {} tháng {month} năm {}", day.unwrap_or_default(), year.unwrap_or_default())
}

fn count(of: usize) -> String {
    count_text(i64::try_from(of).unwrap_or(i64::MAX))
}

fn filled(template: &str, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(template, &values)
}
