//! Every sentence shown to a person, in Vietnamese and English.
//!
//! A phrase holds both languages, so neither can be forgotten. The rules' messages are data of the registry; this room
//! puts their values in. It knows no page: a phrase is text, never markup.

pub mod access_phrases;
mod agencies;
mod archives;
mod codes;
mod command;
mod contradictions;
mod crosscheck;
pub mod desk_phrases;
mod edition;
mod exports;
mod field_place;
mod fields;
pub mod grid_phrases;
pub mod guide;
pub mod guide_phrases;
mod intake;
pub mod keeping_phrases;
pub mod keyring_phrases;
mod ledger;
mod lint;
mod manual;
mod phrase;
pub mod phrases;
mod places;
pub mod print_phrases;
mod reading;
mod receipt;
mod reconciliation;
mod report;
mod return_paper;
mod signatures;
pub mod signing_phrases;
mod tables;
mod troubles;
mod workbook;

pub use agencies::name_inside;
pub use codes::unreadable_message;
pub use command::{
    agency_name, check_summary, finding_line, findings_in_order, ledger_summary, quarter_name, return_name, role_name,
    signature_line, unsigned_text, verdict_text, verify_summary,
};
pub use contradictions::{Contradicted, contradiction_heading, contradiction_text};
pub use crosscheck::{
    CrossChecked, crosscheck_heading, crosscheck_list, crosscheck_sheet, crosscheck_text, rank_difference_text,
};
pub use edition::{
    change_heading, change_text, changes_summary, edition_issuer, edition_refusal, edition_signature, edition_signed,
    edition_unfit, edition_unsigned, registry_name,
};
pub use exports::export_message;
pub use field_place::{answer_name, field_place, section_name};
pub use fields::{basis_name, general_status_name, guidance, label, task_status_name, unit_name};
pub use intake::intake_message;
pub use ledger::{filing_name, ledger_error_message, reason_sentence, signature_sentence, state_name};
pub use lint::{lint_summary, registry_error_message, registry_fault, rule_flaw};
pub use manual::{ManualError, rule_manual};
pub use phrase::{Language, Phrase, fill, finding_message, found_text, tongue};
pub use reading::read_error_message;
pub use receipt::receipt_sentence;
pub use reconciliation::{reconciliation_list, reconciliation_table};
pub use report::{ReportWords, national_report};
pub use return_paper::{PrintedSignature, ReturnToPrint, return_form, return_paper};
pub use signatures::{own_signing_message, signing_message, token_message};
pub use tables::{cell_text, general_task_line, rests_text, table_headings, table_name, table_sheet, table_short_name};
pub use troubles::{Trouble, password_prompt, system_words, trouble_message};
pub use workbook::{findings_sheet, provenance_sheet, workbook};
