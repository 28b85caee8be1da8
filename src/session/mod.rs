//! What the person is doing: state, actions, and the effects that the page carries out.
//!
//! `update` takes an action and gives effects as data; `view` tells what each screen shows. Nothing here knows a
//! browser, a clock or randomness: days and random bytes come with the actions.

mod action;
mod arriving;
mod authorities;
mod carry;
mod checking;
pub mod desk;
mod draft;
mod editing;
pub mod editions;
mod elsewhere;
mod entry;
mod findings;
mod fitting;
mod grid;
pub mod hand;
mod history;
mod keeping;
mod link;
mod orders;
mod own_key;
mod papers;
mod print;
mod refusal;
mod saved;
mod secret;
mod sign;
mod signatures;
mod slips;
mod start;
mod state;
mod token;
mod update;
pub mod view;
mod words;
mod year;

pub use action::{Action, Carried, Effect, Holder};
pub use arriving::{ARRIVING, Arriving, Whence};
pub use checking::Position;
pub use draft::{Draft, DraftError, DraftKey};
pub use entry::Entry;
pub use fitting::Fitting;
pub use grid::{
    COLUMNS, Grid, GridAction, Handling, LevelSums, Odd, OddKind, Preview, Same, Sort, Spot, Step, Table, TableCell,
    Target, is_many,
};
pub use history::History;
pub use link::named_return;
pub use papers::Opened;
pub use saved::{saved_mark, would_be_lost};
pub use secret::Secret;
pub use signatures::{Joining, ROLES};
pub use state::{Elsewhere, HeldKey, KeyHeld, KeyMark, Notice, Saved, Screen, Section, State};
pub use token::TokenStep;
pub use update::update;
