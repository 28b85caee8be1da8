use super::Align;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};
use std::collections::BTreeMap;

/// The typeface of administrative documents (Decree 30/2020/NĐ-CP, annex I, part I, section 1).
pub const TYPEFACE: &str = "Times New Roman";

/// What a cell is to the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    Bare,
    Title,
    Heading,
    Plain,
    Total,
    Group,
    Note,
}

/// How a value is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberForm {
    General,
    Count,
    Percent,
    Day,
}

/// All that tells one format from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    pub face: Face,
    pub align: Align,
    pub number: NumberForm,
    /// Text that begins as a formula and is none.
    pub literal: bool,
}

impl Look {
    /// The face with words on the left.
    pub fn of(face: Face) -> Self {
        let align = if matches!(face, Face::Title | Face::Heading) { Align::Centre } else { Align::Text };
        Self { face, align, number: NumberForm::General, literal: false }
    }
}

/// The formats of a workbook, each made once.
#[derive(Default)]
pub struct Styles(BTreeMap<Look, Format>);

impl Styles {
    /// The format of this look.
    pub fn get(&mut self, look: Look) -> &Format {
        self.0.entry(look).or_insert_with(|| format(look))
    }
}

fn format(look: Look) -> Format {
    let format = aligned(Format::new().set_font_name(TYPEFACE), look.align);
    let format = faced(format, look.face);
    let format = if look.literal { format.set_quote_prefix() } else { format };
    match look.number {
        NumberForm::General => format,
        NumberForm::Count => format.set_num_format("#,##0"),
        NumberForm::Percent => format.set_num_format("0.0%"),
        NumberForm::Day => format.set_num_format("dd/mm/yyyy"),
    }
}

fn aligned(format: Format, align: Align) -> Format {
    let format = format.set_align(FormatAlign::VerticalCenter);
    match align {
        Align::Text => format.set_align(FormatAlign::Left),
        Align::Number => format.set_align(FormatAlign::Right),
        Align::Centre => format.set_align(FormatAlign::Center),
    }
}

fn faced(format: Format, face: Face) -> Format {
    let bordered = |format: Format| format.set_font_size(12).set_text_wrap().set_border(FormatBorder::Thin);
    match face {
        Face::Bare => Format::new().set_font_name(TYPEFACE).set_font_size(12),
        Face::Title => format.set_font_size(13).set_bold().set_text_wrap(),
        Face::Heading | Face::Total | Face::Group => bordered(format).set_bold(),
        Face::Plain => bordered(format),
        Face::Note => format.set_font_size(12).set_italic().set_text_wrap(),
    }
}
