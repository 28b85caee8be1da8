use super::given::given;
use super::lint::{before, mistakes};
use super::password::password;
use crate::language::Spoken;
use crate::output::{Ending, Failure, say};
use crate::{clock, files};
use clap::Args;
use return36a::collect::{COORDINATOR, Edition, Issuer, issue};
use return36a::quarterly::{MOST_BYTES, read_signed, write_signed};
use return36a::registry::AgencyId;
use return36a::signing::{LATEST, Native, SigningError, no_randomness, open_key};
use return36a::text::{
    Language, agency_name, edition_signed, edition_unfit, lint_summary, read_error_message, signing_message,
};
use return36a::vietnamese::{Date, nfc};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Sign a registry with the coordinator's key, if it has no fault
///
/// The password is asked for; where nobody can type it, --password-file or the variable RETURN36A_PASSWORD gives it.
#[derive(Args)]
pub struct Sign {
    /// The registry: a folder of TOML files, or all of it as JSON.
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// The coordinator's key file, as the desk makes it.
    #[arg(long, value_name = "PEM")]
    key: PathBuf,
    /// The file to write.
    #[arg(long, value_name = "JSON")]
    out: PathBuf,
    /// Who issues it; the coordinating agency's name if not given.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The day of issue; today if not given.
    #[arg(long, value_name = "DAY", value_parser = clock::day)]
    issued: Option<Date>,
    /// The edition before, whose ids must stay; the one of this program if not given.
    #[arg(long, value_name = "PATH")]
    against: Option<PathBuf>,
    /// A file whose first line is the key's password.
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// Write over a file that is there already.
    #[arg(long)]
    overwrite: bool,
    #[command(flatten)]
    pub spoken: Spoken,
}

/// Checks the registry, signs it and writes the file.
pub fn run(words: &Sign) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    files::refuse_existing([words.out.clone()], words.overwrite)?;
    let registry = given(&words.path, language)?.registry;
    let faults = mistakes(&registry, &*before(words.against.as_deref(), language)?, language);
    if !faults.is_empty() {
        let lines = faults.iter().map(|(_, message)| format!("{message}\n"));
        let end = [lint_summary(&registry, faults.len(), language), edition_unfit(language).to_owned()];
        say(&lines.chain(end.map(|says| says + "\n")).collect::<String>())?;
        return Ok(Ending::Found);
    }
    let name = match &words.name {
        Some(name) => nfc(name.trim()),
        None => agency_name(&registry, &AgencyId::from(COORDINATOR), Language::Vietnamese),
    };
    let issued = words.issued.map_or_else(clock::today, Ok)?;
    let (bytes, edition) = pollster::block_on(signed(words, registry, issued, name, language))?;
    files::write(&words.out, |out| {
        out.write_all(&bytes).map_err(|error| files::cannot_write(&words.out, error).into())
    })?;
    say(&format!("{}\n", edition_signed(&edition, &files::name(&words.out), language)))?;
    Ok(Ending::Well)
}

async fn signed(
    words: &Sign,
    registry: return36a::registry::Registry,
    issued: Date,
    name: String,
    language: Language,
) -> Result<(Vec<u8>, Edition), Failure> {
    let refused = |error: SigningError| refused(&words.key, &error, language);
    let primitives = Native::new(no_randomness);
    let pem = zeroize::Zeroizing::new(files::bytes(&words.key, MOST_BYTES)?);
    let password = password(words.password_file.as_deref(), &words.key, language)?;
    let key = open_key(&primitives, &pem, &password).await.map_err(refused)?;
    let issuer = Issuer { agency: AgencyId::from(COORDINATOR), name, key: key.public };
    let paper = issue(&primitives, &key, Edition::of(registry, issued, issuer), now()?).await.map_err(refused)?;
    let bytes = write_signed(&paper);
    // What could not be opened is not issued.
    let read = read_signed::<Edition>(&bytes);
    read.map_err(|error| Failure::refused(read_error_message(&error, language)))?;
    Ok((bytes, paper.content))
}

fn refused(key: &Path, error: &SigningError, language: Language) -> Failure {
    Failure::refused(format!("{}: {}", files::name(key), signing_message(error.code(), language)))
}

/// The time of signing, in Unix seconds.
fn now() -> Result<i64, Failure> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_err(Failure::undone)?.as_secs();
    Ok(i64::try_from(since).unwrap_or(LATEST))
}
