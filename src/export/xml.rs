use super::words::xml_text;

/// An XML document while it is written; every text and value is escaped, every open element is closed by its own name.
pub struct Xml(String);

impl Xml {
    /// A document that has its declaration only.
    pub fn new() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// An element with these attributes and what `content` writes into it.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) {
        self.tag(name, attributes, ">");
        content(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>");
    }

    /// Words between tags.
    pub fn text(&mut self, words: &str) {
        self.escaped(words);
    }

    /// The bytes of the document, UTF-8.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            self.escaped(value);
            self.0.push('"');
        }
        self.0.push_str(end);
    }

    fn escaped(&mut self, words: &str) {
        for letter in xml_text(words).chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                _ => self.0.push(letter),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn words_are_never_markup() {
        let mut xml = Xml::new();
        xml.element("a", &[("b", "\"<&>\"")], |xml| {
            xml.text("</a>&amp;]]>\0");
            xml.empty("c", &[]);
        });
        let text = String::from_utf8(xml.into_bytes()).unwrap();
        let body = text.split_once('\n').unwrap().1;
        assert_eq!(body, "<a b=\"&quot;&lt;&amp;&gt;&quot;\">&lt;/a&gt;&amp;amp;]]&gt;\u{fffd}<c/></a>");
    }
}
