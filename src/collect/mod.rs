//! The coordinator's desk: files taken in, the ledger of what counts, who has filed, the national tables.
//!
//! A file is examined alone ([`examine`]): read, its signatures tried against the keyring, the rules run again. The
//! [`Ledger`] of one quarter then says what it is beside all others: a duplicate, superseded, a fork, or what counts.
//! Everything that follows is worked out from the returns that count. The coordinator answers with signed papers, a
//! [`Receipt`] or a query [`Slip`]. This room writes no sentence.

mod archive;
mod chain;
mod collected;
mod crosscheck;
mod edition;
mod examine;
mod facts;
mod figure;
mod grounds;
mod imprint;
mod intake;
mod keyring_file;
mod ledger;
mod ledger_file;
mod matrix;
mod opened;
mod paper;
mod queue;
mod receipt;
mod sent;
mod slip;
mod standing;
mod state;
mod table;
mod tables;

pub use archive::{
    ArchiveError, ArchiveErrorCode, Bounds, Content, FilesInZip, Packed, content_of, files_in_zip, is_archive,
};
pub use collected::{Collected, Reception, Returns, counting};
pub use crosscheck::{Agreement, CrossCheck, CrossCode, Side, crosschecks};
pub use edition::{Edition, EditionRefusal, successor};
pub use examine::{Bench, Examined, Filed, KEY_CARD, Outcome, examine};
pub use facts::{Fact, FactColumn, FactKind, FactTable};
pub use grounds::Grounds;
pub use imprint::hash_sought;
pub use intake::{IntakeFault, StoreFault};
pub use keyring_file::{IssuedKeyring, KeyringFile, KeyringFileError, SIGNED_KEYRING, read_keyring};
pub use ledger::{Arrived, Entry, Ledger};
pub use ledger_file::{
    KeptEntry, KeptLedger, LEDGER, LedgerError, LedgerErrorCode, WriteError, ledger_json, read_ledger, write_ledger,
};
pub use matrix::{AgencyRow, Filing, Matrix, SectionMark, matrix, reporting};
pub use opened::opened;
pub use paper::{COORDINATOR, Issued, Issuer, Proof, ReturnMark, SignedPaper, issue, read_paper};
pub use queue::{Progress, Queue};
pub use receipt::{Receipt, receipt};
pub use sent::Sent;
pub use slip::{LONGEST_QUESTION, MOST_QUESTIONS, Question, Slip, SlipHead, slip};
pub use standing::{Holder, SignatureFound, Standing, verdicts};
pub use state::{Reason, State};
pub use table::{Cell, Place, Rests, Row, RowKind, Table, TableKind, Value};
pub use tables::{RankDifference, rank_differences, table, tables};
