use clap::{Args, ValueEnum};
use return36a::text::Language;

/// In which language a command speaks.
#[derive(Args)]
pub struct Spoken {
    /// Vietnamese or English.
    #[arg(long = "lang", value_name = "LANGUAGE", default_value = "vi")]
    tag: Tag,
}

#[derive(Clone, Copy, ValueEnum)]
enum Tag {
    Vi,
    En,
}

impl Spoken {
    /// The language that was asked for.
    pub fn language(&self) -> Language {
        match self.tag {
            Tag::Vi => Language::Vietnamese,
            Tag::En => Language::English,
        }
    }
}
