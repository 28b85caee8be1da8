//! The container and the parts beside the text.

use super::paragraph::{Paragraph, Place};
use crate::export::styles::TYPEFACE;
use crate::export::xml::Xml;
use crate::vietnamese::Date;

/// The namespace of the text's elements.
pub const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace by which a part names another.
pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// By this name the text asks for the page number's part.
pub const PAGE_NUMBER_ID: &str = "rId3";
/// And by this one for the foot of each page, where there is one.
pub const FOOT_ID: &str = "rId4";

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const CORE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const PART: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// What kind of part each is; with the foot of each page, where there is one.
pub fn content_types(foot: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespace = format!("{PACKAGE}/content-types");
    xml.element("Types", &[("xmlns", &namespace)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", CORE)]);
        let parts =
            [("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("header1", "header")];
        for (part, kind) in parts.into_iter().chain(foot.then_some(("footer1", "footer"))) {
            let (name, kind) = (format!("/word/{part}.xml"), format!("{PART}{kind}+xml"));
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
    });
    xml.into_bytes()
}

/// Where the text and the properties are.
pub fn relations() -> Vec<u8> {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    let document = format!("{RELATIONS}/officeDocument");
    relation_list(&[("rId1", &document, "word/document.xml"), ("rId2", &core, "docProps/core.xml")])
}

/// Where the text's own parts are.
pub fn document_relations(foot: bool) -> Vec<u8> {
    let [styles, settings, header, footer] =
        ["styles", "settings", "header", "footer"].map(|kind| format!("{RELATIONS}/{kind}"));
    let mut relations = vec![
        ("rId1", styles.as_str(), "styles.xml"),
        ("rId2", &settings, "settings.xml"),
        (PAGE_NUMBER_ID, &header, "header1.xml"),
    ];
    relations.extend(foot.then_some((FOOT_ID, footer.as_str(), "footer1.xml")));
    relation_list(&relations)
}

fn relation_list(relations: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespace = format!("{PACKAGE}/relationships");
    xml.element("Relationships", &[("xmlns", &namespace)], |xml| {
        for (id, kind, target) in relations {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.into_bytes()
}

/// The document's title, language and date.
pub fn properties(title: &str, created: Date) -> Vec<u8> {
    let mut xml = Xml::new();
    let core = format!("{PACKAGE}/metadata/core-properties");
    let namespaces = [
        ("xmlns:cp", core.as_str()),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(title));
        xml.element("dc:language", &[], |xml| xml.text("vi-VN"));
        for name in ["dcterms:created", "dcterms:modified"] {
            let time = format!("{}T00:00:00Z", created.iso());
            xml.element(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.text(&time));
        }
    });
    xml.into_bytes()
}

/// Word 2013 and later, lest Word lays it out as its ancestors did.
pub fn settings() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:settings", &[("xmlns:w", WORDS)], |xml| {
        xml.element("w:compat", &[], |xml| {
            let uri = "http://schemas.microsoft.com/office/word";
            xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")]);
        });
    });
    xml.into_bytes()
}

/// The typeface and the language of the whole, and the three levels of headings, by which a reader finds their way.
pub fn styles() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", WORDS)], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| xml.element("w:rPr", &[], typeface));
        });
        let normal = [("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")];
        xml.element("w:style", &normal, |xml| xml.empty("w:name", &[("w:val", "Normal")]));
        for level in 1..=3 {
            heading_style(xml, level);
        }
    });
    xml.into_bytes()
}

fn typeface(xml: &mut Xml) {
    let fonts = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|script| (script, TYPEFACE));
    xml.empty("w:rFonts", &fonts);
    xml.empty("w:sz", &[("w:val", "28")]);
    xml.empty("w:szCs", &[("w:val", "28")]);
    xml.empty("w:lang", &[("w:val", "vi-VN"), ("w:eastAsia", "vi-VN")]);
}

fn heading_style(xml: &mut Xml, level: u8) {
    let (id, name, outline) = (format!("Heading{level}"), format!("heading {level}"), (level - 1).to_string());
    xml.element("w:style", &[("w:type", "paragraph"), ("w:styleId", &id)], |xml| {
        xml.empty("w:name", &[("w:val", &name)]);
        xml.empty("w:basedOn", &[("w:val", "Normal")]);
        xml.empty("w:next", &[("w:val", "Normal")]);
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| xml.empty("w:outlineLvl", &[("w:val", &outline)]));
    });
}

/// The page's number, arabic, in the middle of the upper margin.
pub fn page_number() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:hdr", &[("xmlns:w", WORDS)], |xml| {
        Paragraph { place: Place::Centre, ..Paragraph::default() }.write_with(xml, |xml| {
            xml.element("w:fldSimple", &[("w:instr", "PAGE")], |xml| {
                xml.element("w:r", &[], |xml| xml.element("w:t", &[], |xml| xml.text("2")));
            });
        });
    });
    xml.into_bytes()
}
