//! Parts that several screens share: fields, groups, the grid, summaries, notices.

pub(super) mod choose;
mod day;
pub(super) mod field;
pub(super) mod file;
pub(super) mod findings;
pub(super) mod grid;
pub(super) mod group;
pub(super) mod keeping;
pub(super) mod left;
pub(super) mod notice;
pub(super) mod paper;
mod paper_mark;
pub(super) mod question;
pub(super) mod roving;
mod said;
pub(super) mod samples;
pub(super) mod slip;
pub(super) mod source;
pub(super) mod summary;
pub(super) mod warning;
