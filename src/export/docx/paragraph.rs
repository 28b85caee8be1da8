//! One paragraph and its words.

use crate::export::xml::Xml;

/// Twentieths of a point in one millimetre, as Word measures, times 100.
const TWIPS_A_HUNDRED_MILLIMETRES: u32 = 5669;

/// The length in twentieths of a point.
pub const fn twips(millimetres: u32) -> u32 {
    (millimetres * TWIPS_A_HUNDRED_MILLIMETRES + 50) / 100
}

/// Where a paragraph's lines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// On the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// On the right.
    Right,
    /// From margin to margin.
    Both,
}

/// How a paragraph looks; lengths in twentieths of a point.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paragraph {
    pub place: Place,
    /// 1 to 3 for a heading, 0 for none.
    pub level: u8,
    /// Stays on the page of what follows.
    pub with_next: bool,
    pub bold: bool,
    pub italic: bool,
    /// In points; 0 is the document's 14.
    pub size: u32,
    pub before: u32,
    pub after: u32,
    /// Of the first line.
    pub indent: u32,
    /// On both sides.
    pub narrowed: u32,
    /// Lines are 1.15 high.
    pub airy: bool,
    /// A line below it, as wide as the paragraph.
    pub ruled: bool,
}

impl Paragraph {
    /// Writes the paragraph with these words; their line ends and tabs are kept.
    pub fn write(&self, xml: &mut Xml, words: &str) {
        self.write_with(xml, |xml| self.run(xml, words));
    }

    /// Writes the paragraph with what `content` writes into it.
    pub fn write_with(&self, xml: &mut Xml, content: impl FnOnce(&mut Xml)) {
        xml.element("w:p", &[], |xml| {
            // The order is the schema's (CT_PPrBase), on which Word insists.
            xml.element("w:pPr", &[], |xml| self.properties(xml));
            content(xml);
        });
    }

    fn properties(&self, xml: &mut Xml) {
        if self.level > 0 {
            let style = format!("Heading{}", self.level.min(3));
            xml.empty("w:pStyle", &[("w:val", &style)]);
        }
        if self.with_next {
            xml.empty("w:keepNext", &[]);
        }
        if self.ruled {
            xml.element("w:pBdr", &[], |xml| {
                let line = [("w:val", "single"), ("w:sz", "6"), ("w:space", "1"), ("w:color", "000000")];
                xml.empty("w:bottom", &line);
            });
        }
        let (before, after) = (self.before.to_string(), self.after.to_string());
        let height = if self.airy { "276" } else { "240" };
        let spacing = [("w:before", before.as_str()), ("w:after", &after), ("w:line", height), ("w:lineRule", "auto")];
        xml.empty("w:spacing", &spacing);
        let (side, first) = (self.narrowed.to_string(), self.indent.to_string());
        xml.empty("w:ind", &[("w:left", &side), ("w:right", &side), ("w:firstLine", &first)]);
        xml.empty("w:jc", &[("w:val", place_name(self.place))]);
        // The paragraph's mark has letters of its own: they give an empty paragraph its height.
        xml.element("w:rPr", &[], |xml| self.letters(xml));
    }

    fn run(&self, xml: &mut Xml, words: &str) {
        xml.element("w:r", &[], |xml| {
            xml.element("w:rPr", &[], |xml| self.letters(xml));
            for (number, line) in words.replace("\r\n", "\n").split(['\n', '\r']).enumerate() {
                if number > 0 {
                    xml.empty("w:br", &[]);
                }
                tabbed(xml, line);
            }
        });
    }

    fn letters(&self, xml: &mut Xml) {
        if self.bold {
            xml.empty("w:b", &[]);
        }
        if self.italic {
            xml.empty("w:i", &[]);
        }
        if self.size > 0 {
            let half_points = (self.size * 2).to_string();
            xml.empty("w:sz", &[("w:val", &half_points)]);
            xml.empty("w:szCs", &[("w:val", &half_points)]);
        }
    }
}

fn place_name(place: Place) -> &'static str {
    match place {
        Place::Left => "left",
        Place::Centre => "center",
        Place::Right => "right",
        Place::Both => "both",
    }
}

fn tabbed(xml: &mut Xml, line: &str) {
    for (number, words) in line.split('\t').enumerate() {
        if number > 0 {
            xml.empty("w:tab", &[]);
        }
        if !words.is_empty() {
            xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(words));
        }
    }
}
