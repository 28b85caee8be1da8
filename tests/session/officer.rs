//! An officer at the page, told as actions.

use pollster::block_on;
use return36a::quarterly::Signature;
use return36a::registry::Registry;
use return36a::rules::RuleSet;
use return36a::session::view::{self, Progress};
use return36a::session::{Action, Draft, Effect, Holder, KeyMark, Notice, Section, State, hand, update};
use return36a::signing::{Native, Password, Role, new_key};
use return36a::vietnamese::Date;
use std::rc::Rc;

pub struct Officer {
    pub state: State,
}

impl Officer {
    pub fn new() -> Self {
        let registry = Registry::embedded().unwrap();
        let rules = RuleSet::compile(&registry.rule).unwrap();
        let today = Date::new(2017, 6, 10).unwrap();
        let sha256 = registry.sha256().unwrap();
        Self { state: State::new(Rc::new(registry.clone()), sha256, Rc::new(rules), today) }
    }

    /// An officer of Bộ Tài chính with a blank return of quarter II/2017.
    pub fn of_finance() -> Self {
        Self::of("bo-tai-chinh", "2017-Q2")
    }

    /// An officer of an agency with a blank return of a quarter.
    pub fn of(agency: &str, period: &str) -> Self {
        let mut officer = Self::new();
        officer.does(Action::ChooseAgency(Some(agency.into())));
        officer.does(Action::ChoosePeriod(period.parse().ok()));
        officer.does(Action::Begin { random: Some([7; 16]) });
        officer
    }

    pub fn does(&mut self, action: Action) -> Vec<Effect> {
        update(&mut self.state, action)
    }

    pub fn types(&mut self, path: &str, text: &str) -> Vec<Effect> {
        let effects = self.does(Action::Typed { path: path.into(), text: text.into() });
        self.does(Action::Left { path: path.into() });
        effects
    }

    pub fn chooses(&mut self, path: &str, word: &str) {
        self.does(Action::Chosen { path: path.into(), word: word.into() });
    }

    pub fn draft(&self) -> &Draft {
        self.state.draft.as_ref().unwrap()
    }

    /// What is said at a field on its screen.
    pub fn says(&self, path: &str) -> Vec<String> {
        self.field(path).errors.into_iter().map(|said| said.message).collect()
    }

    pub fn field(&self, path: &str) -> view::FieldView {
        let section = view::section(&self.state, Section::of_path(path)).unwrap();
        let mut fields = section.groups.into_iter().flat_map(|group| [group.fields, group.folded].concat());
        fields.find(|field| field.path == path).unwrap_or_else(|| panic!("{path} is not shown"))
    }

    pub fn progress(&self, section: Section) -> Progress {
        let rows = view::sections(&self.state).unwrap().rows;
        rows.into_iter().find(|row| row.section == section).unwrap().progress
    }

    /// Fills everything as annex I.3 of 7242/BC-VPCP and annex II.3 of 314/BC-VPCP say, and what they are silent about
    /// in the least way that can be signed.
    pub fn fills_all(&mut self) {
        for (path, text) in [
            ("/document/number", "123/BC-BTC"),
            ("/document/date", "10/6/2017"),
            ("/preparer/name", "Người lập"),
            ("/preparer/phone", "024 0000 0000"),
            ("/approver/name", "Người duyệt"),
            ("/approver/title", "Thứ trưởng"),
        ] {
            self.types(path, text);
        }
        let general: Vec<String> = self.draft().content.general_tasks.keys().map(ToString::to_string).collect();
        for id in general {
            self.chooses(&format!("/general_tasks/{id}/status"), "done");
            self.types(&format!("/general_tasks/{id}/date"), "2/3/2016");
            self.types(&format!("/general_tasks/{id}/document_number"), "2345/QĐ-BTC");
        }
        for number in ["3.1", "3.2", "3.3", "3.5"] {
            self.chooses(&format!("/tasks/{number}/status"), "in-progress");
            self.types(&format!("/tasks/{number}/progress"), "Đang triển khai thí điểm");
        }
        self.types("/difficulties", "Chưa đủ căn cứ pháp lý");
        self.types("/tasks/3.5/obstacle", "Đang hoàn thiện dự thảo Thông tư");
        self.types("/tasks/3.5/new_deadline", "31/12/2017");
        self.chooses("/tasks/3.4/status", "completed");
        self.types("/tasks/3.4/completed_on", "15/5/2017");
        self.types("/tasks/3.4/evidence", "https://vnsw.gov.vn");
        for (id, count) in
            [("procedures", "923"), ("level1", "263"), ("level2", "328"), ("level3", "86"), ("level4", "246")]
        {
            self.types(&format!("/services/{id}/answer"), count);
        }
        let rest: Vec<String> = self.draft().content.services.keys().map(ToString::to_string).collect();
        for id in rest.iter().filter(|id| id.contains('-')) {
            self.does(Action::NoData { path: format!("/services/{id}/answer"), none: true });
            self.types(&format!("/services/{id}/answer/no_data"), "Chưa thống kê theo quý");
        }
    }

    /// What was last said, apart from findings.
    pub fn notice(&self) -> &str {
        match &self.state.notice {
            Some(Notice::Good(says) | Notice::Bad(says)) => says,
            None => "",
        }
    }

    /// The key that was ordered last, or none was, is made: the drafter's.
    pub fn has_key(&mut self) -> Vec<Effect> {
        let (order, mark) = (self.state.order, self.mark());
        self.does(Action::KeyMade { order, pem: PEM.into(), mark })
    }

    /// The public side of a key of the open return's drafter.
    pub fn mark(&self) -> KeyMark {
        mark(self.draft().content.agency.as_str(), Role::Drafter)
    }

    /// The answer to the order to sign, with a signature that is none.
    pub fn signed(&self) -> Action {
        let signature = Signature { protected: "e30".into(), signature: "AA".into() };
        let (order, of) = (self.state.order, self.state.signing.clone().unwrap_or_default());
        Action::Signed { order, of, signature, mark: Some(self.mark()) }
    }

    pub fn signs(&mut self) {
        self.has_key();
        self.does(Action::Sign { password: "mật khẩu dài".into() });
        self.does(self.signed());
    }
}

pub const PEM: &str = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";

/// The public side of a key made for this role in this agency.
pub fn mark(agency: &str, role: Role) -> KeyMark {
    let primitives = Native::new(|bytes: &mut [u8]| {
        bytes.fill(9);
        Ok(())
    });
    let made = block_on(new_key(&primitives, &Password::new("mật khẩu").unwrap(), 1)).unwrap();
    let created = Date::new(2017, 6, 10).unwrap();
    hand::mark(Holder { agency: agency.into(), name: "Người lập".into(), created }, role, made.public).unwrap()
}

pub fn kept(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Keep { .. }))
}
