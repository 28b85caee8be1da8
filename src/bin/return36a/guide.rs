use crate::language::Spoken;
use crate::output::{self, Ending, Failure};
use clap::Args;
use return36a::text::guide::guide_markdown;

/// Print the guide as Markdown
#[derive(Args)]
pub struct Guide {
    #[command(flatten)]
    pub spoken: Spoken,
}

/// Prints what the page says under “Hướng dẫn”.
pub fn run(words: &Guide) -> Result<Ending, Failure> {
    output::say(&guide_markdown(words.spoken.language()))?;
    Ok(Ending::Well)
}
