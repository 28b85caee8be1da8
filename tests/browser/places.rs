//! Every screen of the page in both states, empty and full, and how to get there: one list for all who look at them.

use crate::approval::drafted;
use crate::edition;
use crate::session::Session;
use crate::slips::{coordinators_receipt, coordinators_slip, native::Officer};
use return36a::registry::Registry;
use std::path::{Path, PathBuf};

/// What is done to get to a screen.
pub enum Step {
    /// Goes to an address, the part after `#`.
    Address(&'static str),
    /// Clicks what this selector finds.
    Click(&'static str),
    /// Clicks what reads so.
    Says(&'static str),
    /// Types into the field of this selector, in place of what is there.
    Types(&'static str, &'static str),
    /// Chooses a file in the field of this selector.
    Chooses(&'static str, Sample),
    /// Opens all that is folded away.
    Unfolds,
    /// Waits until this selector finds something.
    Awaits(&'static str),
}

/// A file that is opened on the way.
pub enum Sample {
    /// A draft with faults of every kind.
    Faulty,
    /// Another draft of the same return, which would take its place.
    Other,
    /// A return that its drafter has signed.
    Drafted,
    /// The coordinator's questions about the return.
    Slip,
    /// The coordinator's receipt for the return.
    Receipt,
    /// The return of the quarter before.
    Previous,
    /// A list of services of which some cells cannot be read.
    List,
    /// A registry that the coordinator issues.
    Registry,
    /// A file of `tests/signing/fixtures`.
    Key(&'static str),
}

/// One screen in one state.
pub struct Place {
    pub name: &'static str,
    pub steps: &'static [Step],
}

use Step::{Address, Awaits, Chooses, Click, Says, Types, Unfolds};

const fn place(name: &'static str, steps: &'static [Step]) -> Place {
    Place { name, steps }
}

/// An officer who has done nothing yet.
pub const BLANK: &[Place] = &[
    place("start", &[]),
    place("start, no such agency", &[Types("#agency-search", "zzz")]),
    place(
        "start, chosen",
        &[
            Types("#agency-search", "tai chinh"),
            Says("Bộ Tài chính"),
            Click("#period option[value='2017-Q2']"),
            Awaits("#begin"),
        ],
    ),
    place("sections, blank", &[Click("#begin"), Awaits(".sections")]),
    place("heading, blank", &[Address("bao-cao/thong-tin-chung")]),
    place("general tasks, blank", &[Address("bao-cao/nhiem-vu-chung")]),
    place("tasks, blank", &[Address("bao-cao/nhiem-vu-cu-the")]),
    place("services, blank", &[Address("bao-cao/dich-vu-cong")]),
    place("dossiers, blank", &[Address("bao-cao/ho-so")]),
    place("service list, blank", &[Address("bao-cao/danh-muc-dich-vu")]),
    place("indicators, blank", &[Address("bao-cao/chi-tieu")]),
    place("difficulties, blank", &[Address("bao-cao/kho-khan-de-xuat")]),
    place("review, blank", &[Address("xem-lai"), Awaits(".review"), Unfolds]),
    place("sign, blank", &[Address("ky"), Awaits(".sign")]),
    place("print, a draft", &[Address("ban-in"), Awaits(".paper")]),
    place("form", &[Address("mau-trong"), Awaits(".paper")]),
    place("receipt, none", &[Address("bien-nhan")]),
    place("registry", &[Address("danh-muc"), Awaits(".registry")]),
    place("guide", &[Address("huong-dan"), Unfolds]),
    place("self-test", &[Address("kiem-tra-may"), Awaits("[data-done=true]"), Unfolds]),
    place("sample", &[Address(""), Click("#open-sample"), Awaits(".sample")]),
    place("start, drafts", &[Address(""), Awaits(".draft")]),
    place("start, a draft deleted", &[Says("Xóa"), Awaits(".drafts-place .notice")]),
];

/// An officer whose return is full of errors, warnings and questions.
pub const FULL: &[Place] = &[
    place("sections, faulty", &[Chooses("#open-file", Sample::Faulty), Awaits(".sections")]),
    place("sections, a slip", &[Chooses("#open-paper", Sample::Slip), Awaits(".slip")]),
    place("heading, faulty", &[Address("bao-cao/thong-tin-chung"), Unfolds]),
    place("general tasks, faulty", &[Address("bao-cao/nhiem-vu-chung"), Unfolds]),
    place("tasks, faulty", &[Address("bao-cao/nhiem-vu-cu-the"), Unfolds]),
    place("services, faulty", &[Address("bao-cao/dich-vu-cong"), Awaits(".error"), Unfolds]),
    place("dossiers, full", &[Address("bao-cao/ho-so"), Unfolds]),
    place(
        "service list, a preview",
        &[
            Address("bao-cao/danh-muc-dich-vu"),
            Awaits("#grid-file"),
            Chooses("#grid-file", Sample::List),
            Awaits(".preview-place .primary"),
            Unfolds,
        ],
    ),
    place("service list, faulty", &[Click(".preview-place .primary"), Awaits(".grid--wrong"), Unfolds]),
    place("indicators, full", &[Address("bao-cao/chi-tieu"), Unfolds]),
    place("difficulties, full", &[Address("bao-cao/kho-khan-de-xuat"), Unfolds]),
    place("review, faulty", &[Address("xem-lai"), Awaits(".findings"), Unfolds]),
    place("sign, faulty", &[Address("ky"), Awaits(".sign"), Unfolds]),
    place("print, faulty", &[Address("ban-in"), Awaits(".paper")]),
    place(
        "a draft that arrives",
        &[Address(""), Awaits("#open-file"), Chooses("#open-file", Sample::Other), Awaits(".arriving")],
    ),
];

/// An officer who signs, each way of signing open.
pub const SIGNING: &[Place] = &[
    place("review, signed", &[Chooses("#open-file", Sample::Drafted), Awaits(".review"), Unfolds]),
    place("services, signed", &[Address("bao-cao/dich-vu-cong"), Unfolds]),
    place("print, signed", &[Address("ban-in"), Awaits(".paper")]),
    place("sign, signed by a stranger", &[Address("ky"), Awaits(".signatures li")]),
    place(
        "sign, token and elsewhere",
        &[Unfolds, Chooses("#certificate", Sample::Key("rsa2048.crt")), Awaits("#attach")],
    ),
    place("sign, a certificate's key", &[Chooses("#key-file", Sample::Key("p256-aes.p12")), Awaits("#password")]),
    place(
        "sign, a wrong password",
        &[Types("#password", "không phải mật khẩu này"), Click("#sign"), Awaits(".notice--bad")],
    ),
    place(
        "sign, certified",
        &[Types("#password", "Mật khẩu thử"), Click("#sign"), Awaits(".signatures li:nth-child(2)")],
    ),
    place("heading, amended", &[Says("Lập bản sửa đổi"), Awaits("#amendment_reason")]),
];

/// What comes from elsewhere: the quarter before, a registry that is issued, a receipt.
pub const GIVEN: &[Place] = &[
    place(
        "sections, carried",
        &[
            Types("#agency-search", "tai chinh"),
            Says("Bộ Tài chính"),
            Click("#period option[value='2017-Q2']"),
            Click("#begin"),
            Chooses("#previous-file", Sample::Previous),
            Awaits(".notice"),
        ],
    ),
    place("general tasks, carried", &[Address("bao-cao/nhiem-vu-chung"), Awaits(".carried"), Unfolds]),
    place("review, carried", &[Address("xem-lai"), Awaits(".findings"), Unfolds]),
    place(
        "receipt",
        &[Address("bao-cao"), Awaits("#open-paper"), Chooses("#open-paper", Sample::Receipt), Awaits(".receipt")],
    ),
    place(
        "registry, offered",
        &[
            Address("danh-muc"),
            Awaits("#open-registry"),
            Chooses("#open-registry", Sample::Registry),
            Awaits("#registry-offered"),
            Unfolds,
        ],
    ),
];

/// The coordinator's desk without a file.
pub const DESK_BLANK: &[Place] = &[
    place(
        "desk, intake, blank",
        &[Address("tong-hop"), Awaits(".intake"), Click("#desk-period option[value='2017-Q2']")],
    ),
    place("desk, keys, blank", &[Address("tong-hop/so-khoa"), Unfolds]),
    place("desk, filing, blank", &[Address("tong-hop/tinh-hinh")]),
    place("desk, table, blank", &[Address("tong-hop/bang-so-lieu")]),
    place("desk, charts, blank", &[Address("tong-hop/bieu-do"), Unfolds]),
    place("desk, reconciliation, blank", &[Address("tong-hop/doi-chieu")]),
    place("desk, report, blank", &[Address("tong-hop/bao-cao"), Unfolds]),
    place("desk, no such entry", &[Address("tong-hop/tep/9999")]),
];

/// The coordinator's desk with a whole quarter, good and bad.
pub const DESK_FULL: &[Place] = &[
    place("desk, intake", &[Address("tong-hop"), Awaits(".entry")]),
    place("desk, filing", &[Address("tong-hop/tinh-hinh"), Awaits(".matrix")]),
    place("desk, general tasks", &[Address("tong-hop/bang-so-lieu"), Awaits(".figures")]),
    place("desk, behind a figure", &[Click(".figures tbody .figure"), Awaits(".grounds")]),
    place("desk, another table", &[Click(".tables > .picks li:last-child a"), Awaits(".figures")]),
    place("desk, a third table", &[Click(".tables > .picks li:nth-child(2) a"), Awaits(".figures")]),
    place("desk, charts", &[Address("tong-hop/bieu-do"), Awaits(".chart"), Unfolds]),
    place("desk, reconciliation", &[Address("tong-hop/doi-chieu"), Unfolds]),
    place("desk, report", &[Address("tong-hop/bao-cao"), Awaits(".paper"), Unfolds]),
    place("desk, keys", &[Address("tong-hop/so-khoa"), Awaits(".card"), Unfolds]),
    place("desk, a key's days", &[Says("Sửa thời hạn"), Awaits("#limit-from")]),
    place("desk, intake, blocked", &[Address("tong-hop"), Says("Còn lỗi phải sửa (2)")]),
    place("desk, an entry with errors", &[Click(".entry__name"), Awaits(".entry-screen"), Unfolds]),
    place("desk, a question", &[Click(".ask"), Awaits("#question-0")]),
];

impl Session {
    /// Goes through these places in turn; `look` is told the name of each once it is there.
    pub async fn walks(&self, places: &[Place], mut look: impl AsyncFnMut(&str)) {
        for place in places {
            for step in place.steps {
                self.takes(step).await;
            }
            // What a step has begun is drawn, and the draft is kept.
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            look(place.name).await;
        }
    }

    async fn takes(&self, step: &Step) {
        match step {
            Address(address) => {
                self.javascript(&format!("location.hash = '#{address}'")).await;
                tokio::time::sleep(std::time::Duration::from_millis(150)).await;
            }
            Click(css) => {
                self.puts_notice_away().await;
                self.click(css).await;
            }
            Says(text) => {
                self.puts_notice_away().await;
                self.click_text(text).await;
            }
            Types(css, text) => {
                self.javascript(&format!("document.querySelector({css:?}).select()")).await;
                self.type_into(css, *text).await;
            }
            Chooses(css, sample) => self.choose_file(css, &self.written(sample)).await,
            Unfolds => {
                self.javascript("document.querySelectorAll('main details').forEach(one => one.open = true)").await;
            }
            Awaits(css) => drop(self.element(css).await),
        }
    }

    fn written(&self, sample: &Sample) -> PathBuf {
        let (name, bytes) = match sample {
            Sample::Drafted => return drafted(self)[0].clone(),
            Sample::Key(name) => {
                return Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signing/fixtures").join(name);
            }
            Sample::Faulty => ("nhap.json", faulty().draft().write().into_bytes()),
            Sample::Other => ("nhap-khac.json", Officer::of_finance().draft().write().into_bytes()),
            Sample::List => ("danh-muc.csv", list().into_bytes()),
            Sample::Previous => return crate::carry::signed_file(self),
            Sample::Receipt => ("bien-nhan.json", coordinators_receipt()),
            Sample::Registry => (
                "danh-muc.json",
                edition::file(edition::next(Registry::embedded().expect("the registry")), &edition::key(1)),
            ),
            Sample::Slip => ("phieu.json", coordinators_slip()),
        };
        let path = self.folder().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    }
}

/// Sixty services, and a level, a day and a count that cannot be read.
fn list() -> String {
    let heading = "Mã;Tên dịch vụ;Mức độ;Ngày triển khai;Địa chỉ;Hồ sơ tiếp nhận;Hồ sơ giải quyết\r\n";
    let row = |number: usize| {
        let (level, day, count) = match number {
            3 => ("năm", "1/6/2017", "10"),
            4 => ("4", "31/2/2017", "10"),
            5 => ("4", "1/6/2017", "1.2.3"),
            _ => ("4", "1/6/2017", "10"),
        };
        format!("BTC-{number};Thủ tục số {number};{level};{day};https://dichvu.example/{number};{count};9\r\n")
    };
    std::iter::once(heading.to_owned()).chain((1..=60).map(row)).collect()
}

/// A return in which much is wrong: what cannot be read, what contradicts itself, what wants a reason, what is left blank.
pub fn faulty() -> Officer {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    for (path, text) in [
        ("/document/number", ""),
        ("/document/date", "31/2/2017"),
        ("/preparer/phone", ""),
        ("/tasks/3.1/progress", ""),
        ("/tasks/3.4/completed_on", "15/5/2027"),
        ("/services/level1/answer", "12,5"),
        ("/services/level2/answer", "328 dịch vụ"),
        ("/services/level3/answer", "12"),
        ("/services/level4/answer", "12470"),
        ("/services/received3-year/answer", "5"),
    ] {
        officer.types(path, text);
    }
    officer
}
