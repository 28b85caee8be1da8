//! Carries out what the core asks for.

use super::app::App;
use super::carrying::save_page;
use super::drafts::{Drafts, remember};
use super::{browser, files, signer, token};
use crate::session::view::field_id;
use crate::session::{Action, Effect};
use gloo_timers::callback::Timeout;
use yew::html::Scope;

/// How long typing must pause before the draft is written, in milliseconds.
const PAUSE: u32 = 300;

/// The pause in typing that is waited for, the token that was asked last, and what is to be focused or printed after the
/// next drawing.
pub(super) struct Waiting {
    pub(super) drafts: Drafts,
    timer: Option<Timeout>,
    focus: Option<Focus>,
    token: Option<token::Service>,
    print: bool,
}

enum Focus {
    Top,
    Field(String),
}

impl Waiting {
    /// Nothing waits yet.
    pub(super) fn new(drafts: Drafts) -> Self {
        Self { drafts, timer: None, focus: None, token: None, print: false }
    }

    /// Carries out one effect, at once or as soon as it can be; the desk has hands of its own.
    pub(super) fn run(&mut self, effect: Effect, link: &Scope<App>) {
        match effect {
            Effect::KeepSoon => {
                let link = link.clone();
                self.timer = Some(Timeout::new(PAUSE, move || link.send_message(Action::Settle)));
            }
            Effect::Keep { key, text } => {
                self.timer = None;
                link.send_message(self.drafts.keep(key, text));
            }
            Effect::Announce(draft) => self.drafts.announce(&draft),
            Effect::Remember { name, text } => remember(&name, &text),
            Effect::SavePage { name } => {
                if save_page(&name).is_none() {
                    link.send_message(Action::NotGiven);
                }
            }
            Effect::Forget { key } => self.drafts.forget(key).into_iter().for_each(|told| link.send_message(told)),
            Effect::KeepRegistry(text) if browser::keep_registry(&text) => {}
            Effect::KeepRegistry(_) => link.send_message(Action::RegistryNotKept),
            Effect::ForgetRegistry => browser::forget_registry(),
            Effect::RememberLanguage(tag) => browser::remember_language(tag),
            Effect::Address(address) => browser::set_address(&address),
            Effect::Replace(address) => browser::replace_address(&address),
            Effect::Top => self.focus = Some(Focus::Top),
            Effect::Focus(path) => self.focus = Some(Focus::Field(field_id(&path))),
            Effect::Download { name, bytes } => {
                if files::download(&name, &bytes).is_none() {
                    link.send_message(Action::NotGiven);
                }
            }
            Effect::Copy { text, html } => {
                if files::copy(&text, &html).is_none() {
                    link.send_message(Action::NotCopied);
                }
            }
            Effect::Desk(_) => {}
            Effect::Verify(proof) => link.send_future(signer::verify(proof)),
            Effect::Print => self.print = true,
            Effect::MakeKey { order, password, role, holder } => {
                link.send_future(signer::make_key(order, password, role, holder));
            }
            Effect::Sign(order) => link.send_future(signer::sign_return(*order)),
            Effect::Attach { order, of, wanted, signature, by } => {
                link.send_future(signer::attach_signature(order, of, wanted, signature, by));
            }
            Effect::AskToken { order, request } => {
                self.token = token::Service::reached();
                link.send_future(token::ask(self.token.clone(), order, request));
            }
            Effect::LeaveToken => {
                if let Some(service) = self.token.take() {
                    service.leave();
                }
            }
            Effect::TrySignatures { of, file, keyring } => {
                link.send_future(signer::try_signatures(of, file, keyring));
            }
        }
    }

    /// Brings into sight and focus what was asked for, once it is drawn, and prints.
    pub(super) fn drawn(&mut self) {
        match self.focus.take() {
            Some(Focus::Top) => browser::top(),
            Some(Focus::Field(id)) => browser::focus(&id),
            None => {}
        }
        // What is printed is drawn first: the browser prints what stands there, and stops the page meanwhile.
        if std::mem::take(&mut self.print) {
            browser::print();
        }
    }
}
