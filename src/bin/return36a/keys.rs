//! The keyring, put together from files.

use crate::files;
use crate::output::Failure;
use return36a::collect::{IssuedKeyring, KeyringFile, KeyringFileError, Proof, read_keyring};
use return36a::quarterly::Signed;
use return36a::signing::{KeyCard, Keyring, Native, Ruling, Verdict, no_randomness};
use return36a::text::{Language, read_error_message, signing_message};
use std::fs;
use std::path::{Path, PathBuf};

/// A card has some four hundred bytes: room for those of every commune.
const MOST_KEYRING: usize = 64 << 20;

/// The keyring of these paths: key cards, keyrings, and folders of them. A `.json` file that is neither is refused, so
/// that no card is missed in silence.
pub fn keyring(paths: &[PathBuf], language: Language) -> Result<Keyring, Failure> {
    let mut keyring = Keyring::default();
    for path in paths {
        for file in json_files(path)? {
            keyring.merge(&said_in(&file, language)?);
        }
    }
    Ok(keyring)
}

fn said_in(path: &Path, language: Language) -> Result<Keyring, Failure> {
    let bytes = files::bytes(path, MOST_KEYRING)?;
    let refused = |says: String| Failure::refused(format!("{}: {says}", files::name(path)));
    match read_keyring(&bytes) {
        Ok(KeyringFile::Plain(keyring)) => Ok(keyring),
        Ok(KeyringFile::Signed(file)) => match fits(&file)? {
            Some(code) => Err(refused(signing_message(code, language))),
            None => Ok(file.content.holds),
        },
        Err(KeyringFileError::Signed(error)) => Err(refused(read_error_message(&error, language))),
        Err(KeyringFileError::Plain(error)) if error.is_newer() => {
            Err(refused(signing_message(error.code(), language)))
        }
        Err(KeyringFileError::Plain(_)) => {
            let card = KeyCard::read(&bytes).map_err(|error| refused(signing_message(error.code(), language)))?;
            Ok(Keyring::of([card]))
        }
    }
}

/// Why a keyring's signature is not the one of the issuer whom it names; none where it is. Whoever gives the file decides
/// whether to trust that issuer.
fn fits(file: &Signed<IssuedKeyring>) -> Result<Option<&'static str>, Failure> {
    let Some(proof) = Proof::of(file) else { return Ok(Some(Ruling::Malformed.code())) };
    let verdict = pollster::block_on(proof.verdict(&Native::new(no_randomness))).map_err(Failure::undone)?;
    Ok((!matches!(verdict, Verdict::Valid { .. })).then(|| verdict.code()))
}

/// The file itself, or the `.json` files of a folder and of the folders in it, in the order of their names.
fn json_files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let failed = |error| Failure::from(files::cannot_read(path, error));
    let mut entries: Vec<fs::DirEntry> =
        fs::read_dir(path).map_err(failed)?.collect::<Result<_, _>>().map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut found = Vec::new();
    for entry in entries {
        let kind = entry.file_type().map_err(failed)?;
        match entry.path() {
            folder if kind.is_dir() => found.extend(json_files(&folder)?),
            file if file.extension().is_some_and(|ending| ending == "json") => found.push(file),
            _ => {}
        }
    }
    Ok(found)
}
