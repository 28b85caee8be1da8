//! A sound return of any agency for any quarter from I/2016 to IV/2017, and what becomes of it.

use super::chance::{below, bytes};
use super::counts::Counts;
use super::days::{facts, later, next};
use super::progress::{Progress, mark};
use return36a::quarterly::{
    Answer, Approver, DocumentMark, Justification, Preparer, Return, Start, blank, justify, return_value,
};
use return36a::registry::{Agency, AgencyId, AgencyKind, Period, Registry, sha256_hex};
use return36a::rules::{Case, Finding, RuleSet, check};
use return36a::signing::canonical;

/// What samples are made from.
pub struct Ground<'a> {
    /// The registry.
    pub registry: &'a Registry,
    /// Its SHA-256, which every return carries.
    pub sha256: String,
}

/// A return of this agency for this quarter, on which `check` finds nothing but notes, with or without the sound one of the
/// quarter before beside it.
pub fn sound(registry: &Registry, agency: &AgencyId, period: Period) -> Return {
    Ground::of(registry).sound(agency, period)
}

/// The sound return of the quarter after that of this one, itself a sound one.
pub fn sound_after(registry: &Registry, previous: &Return) -> Return {
    Ground::of(registry).sound_after(previous)
}

impl<'a> Ground<'a> {
    /// The ground that this registry is.
    pub fn of(registry: &'a Registry) -> Self {
        Self { registry, sha256: registry.sha256().unwrap() }
    }

    /// As [`sound`], without working out the registry's SHA-256 anew.
    pub fn sound(&self, agency: &AgencyId, period: Period) -> Return {
        self.sound_of_draw(agency, period, "first")
    }

    /// As [`sound_after`].
    pub fn sound_after(&self, previous: &Return) -> Return {
        self.sound(&previous.agency, next(self.registry, previous.period).unwrap())
    }

    /// A sound return with another id, as of an officer who began anew instead of amending.
    pub fn begun_anew(&self, agency: &AgencyId, period: Period) -> Return {
        self.sound_of_draw(agency, period, "anew")
    }

    fn sound_of_draw(&self, id: &AgencyId, period: Period, draw: &str) -> Return {
        let agency = self.registry.agency(id).unwrap();
        let random = bytes(&[draw, id.as_str(), &period.to_string()]);
        let start = Start { agency: id.clone(), period, random };
        let mut content = blank(self.registry, &self.sha256, &start);
        let reported = later(facts(self.registry, period).due, -1 - below(4, &["reported", id.as_str()]));
        let number = 10 + below(900, &["number", id.as_str(), &period.to_string()]);
        content.document = DocumentMark { number: format!("{number}/BC-{}", mark(agency)), date: Some(reported) };
        (content.preparer, content.approver) = (preparer(), approver(agency));
        Progress::of(self.registry, agency, period, reported).fill(&mut content);
        Counts::of(self.registry, agency).fill(&mut content);
        content.difficulties =
            "Kinh phí và nhân lực công nghệ thông tin còn thiếu so với nhiệm vụ được giao.".to_owned();
        if below(3, &["proposals", id.as_str()]) == 0 {
            content.proposals = "Đề nghị sớm có hướng dẫn về cơ chế tài chính cho công nghệ thông tin.".to_owned();
        }
        content
    }

    /// The findings on the day on which the return was due, without an earlier one.
    pub fn findings(&self, rules: &RuleSet, content: &Return) -> Vec<Finding> {
        let today = facts(self.registry, content.period).due;
        check(rules, Case { registry: self.registry, content, previous: None, today })
    }

    /// A sound return that warns of something that no earlier return has a say in, and explains it: a telephone number too
    /// short or, where a task is overdue and the agency's draw says so, no difficulties.
    pub fn warned(&self, rules: &RuleSet, agency: &AgencyId, period: Period) -> Return {
        let mut content = self.sound(agency, period);
        if below(2, &["warned", agency.as_str()]) == 0 {
            content.difficulties.clear();
        }
        if self.findings(rules, &content).iter().all(|found| found.paths != ["/difficulties"]) {
            content.preparer.phone = "080 36".to_owned();
        }
        for found in self.findings(rules, &content).iter().filter(|found| found.blocks(&[])) {
            justify(&mut content, reason(found));
        }
        content
    }
}

/// The officer's reason for a warning.
fn reason(found: &Finding) -> Justification {
    let reason = match found.place() {
        "/difficulties" => "Khó khăn đã nêu ở từng nhiệm vụ.",
        _ => "Số máy nội bộ của mạng chuyên dùng.",
    };
    Justification {
        rule: found.rule.clone(),
        path: found.place().to_owned(),
        values_sha256: found.values_sha256(),
        reason: reason.to_owned(),
    }
}

/// The return with an error in it that no page would have let pass: more services than procedures.
pub fn contradicting(mut content: Return) -> Return {
    set(&mut content, "procedures", Answer::Reported(1));
    content
}

/// The return with counts and statuses left blank.
pub fn unfinished(mut content: Return) -> Return {
    content.services.values_mut().for_each(|count| count.answer = None);
    content.general_tasks.values_mut().for_each(|task| task.status = None);
    content
}

/// The return as if checked with an edition of the registry that came before this one.
pub fn of_other_registry(mut content: Return) -> Return {
    content.registry.version = "2016.4".to_owned();
    content.registry.sha256 = sha256_hex(b"2016.4");
    content
}

/// The next revision of a return: it counts one procedure more, and names the bytes whose place it takes.
pub fn amended(previous: &Return) -> Return {
    let mut content = previous.clone();
    content.revision += 1;
    content.supersedes = Some(sha256_hex(&payload(previous)));
    content.amendment_reason = format!("Bổ sung thủ tục hành chính mới công bố, lần {}.", previous.revision);
    let procedures = previous.services["procedures"].answer.as_ref().and_then(Answer::number).unwrap();
    set(&mut content, "procedures", Answer::Reported(procedures + 1));
    content
}

/// The bytes of a return that a signature covers.
pub fn payload(content: &Return) -> Vec<u8> {
    canonical(&return_value(content)).unwrap()
}

/// Answers one count.
pub fn set(content: &mut Return, count: &str, answer: Answer) {
    content.services.get_mut(count).unwrap().answer = Some(answer);
}

fn preparer() -> Preparer {
    Preparer {
        name: "Cán bộ lập mẫu".to_owned(),
        title: "Chuyên viên".to_owned(),
        phone: "024 0000 0000".to_owned(),
        email: "lap.mau@example.vn".to_owned(),
    }
}

fn approver(agency: &Agency) -> Approver {
    let title = match agency.kind {
        AgencyKind::Ministry => "Thứ trưởng",
        AgencyKind::Province | AgencyKind::City => "Phó Chủ tịch Ủy ban nhân dân",
        AgencyKind::MinisterialLevel | AgencyKind::UnderGovernment => "Phó Thủ trưởng cơ quan",
    };
    Approver { name: "Lãnh đạo duyệt mẫu".to_owned(), title: title.to_owned() }
}
