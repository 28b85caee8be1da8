//! The password of a key: from a file, from the environment, or typed without being shown.

use crate::files;
use crate::output::Failure;
use return36a::signing::Password;
use return36a::text::{Language, Trouble, password_prompt, signing_message};
use std::io::{self, IsTerminal};
use std::path::Path;
use zeroize::Zeroizing;

/// The variable that holds the password where nobody can type it.
const VARIABLE: &str = "RETURN36A_PASSWORD";
/// No password's file is longer.
const MOST_BYTES: usize = 4096;

/// The password of the key in the file of this name.
pub fn password(file: Option<&Path>, key: &Path, language: Language) -> Result<Password, Failure> {
    let typed = match (file, std::env::var(VARIABLE)) {
        (Some(file), _) => first_line(file)?,
        (None, Ok(password)) => Zeroizing::new(password),
        (None, Err(_)) => asked(key, language)?,
    };
    Password::new(&typed).map_err(|error| Failure::refused(signing_message(error.code(), language)))
}

fn first_line(file: &Path) -> Result<Zeroizing<String>, Failure> {
    let bytes = Zeroizing::new(files::bytes(file, MOST_BYTES)?);
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| Failure::from(files::cannot_read(file, io::ErrorKind::InvalidData.into())))?;
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

/// Asked for at the terminal; nobody waits for one where there is none.
fn asked(key: &Path, language: Language) -> Result<Zeroizing<String>, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Trouble::NoPassword.into());
    }
    let prompt = password_prompt(&files::name(key), language);
    rpassword::prompt_password(prompt).map(Zeroizing::new).map_err(|error| Trouble::CannotAsk(error).into())
}
