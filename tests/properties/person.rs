//! Somebody who does anything at the page, and remembers what was entered.

use crate::browser::Browser;
use crate::deeds::{Deed, Step, action};
use crate::memory::{Before, Memory};
use crate::officer::Officer;
use return36a::collect::{Issuer, ReturnMark, SlipHead, issue, slip};
use return36a::quarterly::{Answer, Return, Signature, SignedFile, field, write, write_signed};
use return36a::session::view;
use return36a::session::{Action, Draft, DraftKey, State};
use return36a::signing::{Native, Password, new_key, no_randomness, open_key};
use return36a::vietnamese::Date;
use std::sync::OnceLock;

pub struct Person {
    pub state: State,
    pub browser: Browser,
    pub memory: Memory,
    done: usize,
}

impl Person {
    /// With a return of Bộ Tài chính, blank or filled so that it can be signed, and files on the desk: the return of the
    /// quarter before, and the coordinator's questions about this one.
    pub fn new(filled: bool) -> Self {
        let mut officer = Officer::of_finance();
        let mut browser = Browser { files: files().clone(), ..Browser::default() };
        if filled {
            officer.fills_all();
        }
        let effects = officer.does(Action::Settle);
        let begun = officer.draft().clone();
        browser.storage.insert(begun.key().name(), begun.write());
        effects.into_iter().for_each(|effect| browser.carry_out(effect));
        browser.last = Some(begun.key().name());
        Self { state: officer.state, browser, memory: Memory::default(), done: 0 }
    }

    /// Does a step, and looks at what must hold after each.
    pub fn does(&mut self, step: Step) {
        match step.deed {
            Deed::Fill => self.browser.full = !self.browser.full,
            Deed::Reload => self.reloads(),
            Deed::Kill => self.starts_again(),
            _ => {
                if let Some((action, text)) = action(step, &self.state, &mut self.browser) {
                    self.acts(action, &text);
                }
            }
        }
        self.done += 1;
        self.is_sound(step);
    }

    /// Does one action, and what the page would do for it; `text` is what a typed text comes to.
    pub fn acts(&mut self, action: Action, text: &str) {
        let before = Before::of(&self.state);
        let effects = return36a::session::update(&mut self.state, action.clone());
        self.memory.learn(&before, &action, text, &self.state, &effects, self.browser.full);
        effects.into_iter().for_each(|effect| self.browser.carry_out(effect));
    }

    /// The page is told that it goes, writes out what waits, and is loaded anew; all that was entered is there again.
    pub fn reloads(&mut self) {
        self.acts(Action::Settle, "");
        for (key, fields) in self.memory.entered.iter().filter(|(key, _)| !self.memory.refused.contains(key)) {
            let kept = self.memory.kept.get(key).cloned().unwrap_or_default();
            let unwritten: Vec<_> = fields.iter().filter(|(path, entered)| kept.get(*path) != Some(*entered)).collect();
            assert_eq!(unwritten, [], "{key:?} is not written out");
        }
        let said = self.open_key().map(|key| (key, self.state.findings.clone()));
        self.starts_again();
        if let Some((key, findings)) = said.filter(|(key, _)| !self.memory.refused.contains(key)) {
            self.acts(Action::OpenDraft(key), "");
            assert_eq!(self.state.findings, findings, "other findings after a reload");
        }
    }

    /// The page starts from what the storage has, and from nothing else.
    fn starts_again(&mut self) {
        self.memory.reload();
        self.browser.answers.clear();
        self.state = Officer::new().state;
        let kept = self.browser.storage.clone().into_iter().collect();
        let address = self.browser.addresses.last().cloned().unwrap_or_default();
        let last = self.browser.last.clone();
        self.acts(Action::Started { kept: Some(kept), last, address, language: None, carried: None }, "");
        self.everything_is_kept();
    }

    fn open_key(&self) -> Option<DraftKey> {
        self.state.draft.as_ref().map(Draft::key)
    }

    /// All that was entered stands in the drafts: the open one, and the others as they are kept.
    pub fn everything_is_kept(&self) {
        let open = self.open_key();
        for key in self.memory.entered.keys() {
            let draft = match &self.state.draft {
                Some(draft) if open.as_ref() == Some(key) => draft.clone(),
                _ => match self.state.kept.get(key) {
                    Some(text) => Draft::read(text).unwrap(),
                    None => panic!("{key:?} is gone"),
                },
            };
            assert_eq!(self.memory.lost(&draft), [], "{key:?}");
        }
    }

    fn is_sound(&mut self, step: Step) {
        let Some(draft) = &mut self.state.draft else { return };
        assert_eq!(self.memory.lost(draft), [], "after {step:?}");
        for (path, entry) in &draft.entries {
            let field = field(&mut draft.content, path);
            assert!(field.is_some(), "{path} is no field, and {:.40} stands in it", entry.text);
        }
        if self.done.is_multiple_of(40) {
            let text = draft.write();
            assert_eq!(Draft::read(&text).as_ref(), Ok(&*draft));
            shows_every_screen(&self.state);
        }
    }
}

fn shows_every_screen(state: &State) {
    view::start(state);
    view::sections(state);
    view::review(state);
    view::sign(state);
    for section in return36a::session::Section::ALL {
        view::section(state, section);
    }
}

/// The return of quarter I/2017 with a signature, and a slip with two questions about the one of quarter II.
fn files() -> &'static Vec<Vec<u8>> {
    static FILES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut officer = Officer::of_finance();
        let slip = questions(&officer.draft().content);
        officer.fills_all();
        let mut before = officer.draft().content.clone();
        before.period = "2017-Q1".parse().unwrap();
        for count in before.services.values_mut() {
            count.answer = Some(Answer::Reported(374));
        }
        vec![signed(before), slip]
    })
}

fn signed(content: Return) -> Vec<u8> {
    let signatures = vec![Signature { protected: "e30".into(), signature: "AA".into() }];
    write(&SignedFile { content, signatures })
}

fn questions(about: &Return) -> Vec<u8> {
    let primitives = Native::new(|bytes: &mut [u8]| {
        bytes.fill(1);
        Ok(())
    });
    let password = Password::new("mật khẩu").unwrap();
    let made = pollster::block_on(new_key(&primitives, &password, 1)).unwrap();
    let key = pollster::block_on(open_key(&primitives, made.pem.as_bytes(), &password)).unwrap();
    let issuer =
        Issuer { agency: "van-phong-chinh-phu".into(), name: "Vụ Khoa giáo - Văn xã".into(), key: key.public };
    let about = ReturnMark::of(about).unwrap();
    let issued = Date::new(2017, 6, 20).unwrap();
    let head = SlipHead { random: [0x0f; 16], about, issued, answer_by: None, issuer };
    let asked = [("/services/level3/answer", "Vì sao giảm?"), ("", "Gửi kèm văn bản.")];
    let slip = slip(head, asked.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let verifier = Native::new(no_randomness);
    write_signed(&pollster::block_on(issue(&verifier, &key, slip, 1_497_916_800)).unwrap())
}
