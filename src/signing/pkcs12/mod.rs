//! PKCS#12 files (RFC 7292), .p12 and .pfx: the key and certificates that an authority gave an officer.
//!
//! Read here and not by a crate: the one that fits hashes passwords without the browser's help, needs a source of random
//! bytes, which this room must not have, and leaves opened keys in memory.

mod derive;
mod entry;
mod fault;
mod open;
mod store;

pub use entry::KeyEntry;
pub use fault::Pkcs12Fault;
pub use open::{MOST_FILE, open_p12};
