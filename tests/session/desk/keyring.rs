//! The keyring's screen: roots, revocation lists, certificates, days of cards, and the signed file.

#[allow(dead_code, reason = "the signing room's tests use all of it")]
#[path = "../../signing/made.rs"]
mod made;

use super::coordinator::{Browser, Coordinator, FILES, period, some};
use crate::quarter::files::Sample;
use crate::quarter::returns::payload;
use made::{Holder, List, Made, crl, usage};
use pollster::block_on;
use return36a::quarterly::{SignedFile, read, write};
use return36a::session::desk::{BindField, DeskAction, DeskEffect, DeskScreen, RingAction, Side, Signers};
use return36a::session::view::desk::{self, BindForm, PieceRow, Tone, TrustView};
use return36a::session::{Action, Effect, Notice};
use return36a::signing::*;
use return36a::text::Language;

type Private = NativeKey;

/// 2017-06-10T02:00:00Z, 09:00 in Vietnam.
const SIGNED: i64 = 1_497_060_000;
const NO_ROOT: &str = "Chưa tin gốc nào: mọi chữ ký bằng chứng thư số sẽ là “chưa rõ”.";

fn primitives() -> impl Primitives<PrivateKey = Private> {
    Native::new(|bytes: &mut [u8]| {
        bytes.fill(5);
        Ok(())
    })
}

fn fresh_key(primitives: &impl Primitives<PrivateKey = Private>) -> SigningKey<Private> {
    let password = Password::new("chìa khóa").unwrap();
    let made = block_on(new_key(primitives, &password, 1)).unwrap();
    block_on(open_key(primitives, made.pem.as_bytes(), &password)).unwrap()
}

/// A root, and a person who has signed the return of an agency as its approver.
struct Case {
    root: Holder,
    leaf: Certificate,
    sample: Sample,
    agency: String,
}

impl Case {
    fn new() -> Self {
        let (root, person) = (Holder::new("Gốc", 1), Holder::new("Nguyễn Văn Thử", 3));
        let leaf = person.certified(&root, &[usage(0xc0)]);
        let first = some(&["accepted"])[0].clone();
        let agency = first.agency.as_ref().unwrap().to_string();
        let case = Self { root, leaf, sample: first, agency };
        Self { sample: case.signed_by(&case.leaf), ..case }
    }

    /// The return, signed by the person with this certificate.
    fn signed_by(&self, leaf: &Certificate) -> Sample {
        let person = Holder::new("Nguyễn Văn Thử", 3);
        let content = read(&self.sample.bytes).unwrap().content;
        let chain = Chain::of([leaf.clone()]).unwrap();
        let wanted = to_sign(Algorithm::Es256, &chain, Subject::Return, Role::Approver, SIGNED, &payload(&content));
        let wanted = wanted.unwrap();
        let bytes = block_on(primitives().sign(&person.key.private, wanted.bytes())).unwrap();
        let signatures = vec![block_on(attach(&primitives(), &wanted, &bytes)).unwrap()];
        let bytes = write(&SignedFile { content, signatures });
        Sample { bytes, ..self.sample.clone() }
    }

    /// The person's name, the root's and its key in words.
    fn name_and_authority(&self) -> String {
        let key = certificate_fingerprint(&self.root.root().key_thumbprint());
        format!(
            "C=VN, O=Cơ quan thử, CN=Nguyễn Văn Thử · do C=VN, O=Cơ quan thử, CN=Gốc cấp · SHA-256 của khóa tổ chức cấp: {key}"
        )
    }

    /// A coordinator who has taken the file in.
    fn coordinator(&self) -> Coordinator {
        let mut coordinator = Coordinator::new();
        coordinator.takes(&[&self.sample]);
        coordinator
    }

    /// The same who trusts the root and has said for whom the certificate signs.
    fn trusting(&self) -> Coordinator {
        let mut coordinator = self.coordinator();
        coordinator.trusts(&self.root.root());
        coordinator.rings(RingAction::BindFound { entry: 0, signature: 0 });
        coordinator.rings(RingAction::SetBinding);
        coordinator
    }
}

impl Coordinator {
    fn rings(&mut self, action: RingAction) -> Vec<Effect> {
        self.acts(DeskAction::Ring(action))
    }

    fn fills(&mut self, field: BindField) {
        self.rings(RingAction::BindTyped(field));
    }

    fn trusts(&mut self, root: &Certificate) {
        self.rings(RingAction::Anchors(vec![("goc.crt".into(), root.der().to_vec())]));
        self.acts(DeskAction::Accept(0));
    }

    fn trust(&self) -> TrustView {
        desk::trust(&self.state).unwrap()
    }

    fn waiting(&self) -> Vec<PieceRow> {
        desk::keys(&self.state).unwrap().candidates
    }

    fn form(&self) -> BindForm {
        self.trust().form.unwrap()
    }

    fn first(&self) -> &'static str {
        self.states()[0].1
    }

    /// What is said of the only signature of the first entry.
    fn signature(&self) -> desk::SignatureRow {
        let [row] = <[_; 1]>::try_from(desk::entry(&self.state, 0).unwrap().signatures).unwrap();
        row
    }

    fn kept(&self) -> Keyring {
        Keyring::read(self.browser.keyring.as_ref().unwrap().as_bytes()).unwrap()
    }
}

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<(String, Vec<u8>)> {
    vec![(name.into(), bytes.into())]
}

fn focus(effects: &[Effect]) -> Option<&str> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::Focus(name) => Some(name.as_str()),
        _ => None,
    })
}

#[test]
fn a_first_keyring_trusts_no_root_and_says_what_that_means() {
    let mut coordinator = Coordinator::new();
    coordinator.goes(DeskScreen::Keys);
    let view = coordinator.trust();
    assert_eq!(view.anchors.says, NO_ROOT);
    assert_eq!(view.crls.says, "Chưa có danh sách nào: trang không biết chứng thư nào đã bị thu hồi.");
    assert_eq!(view.bindings.says, "Chưa ghi chứng thư nào.");
    assert!(!desk::keys(&coordinator.state).unwrap().can_save);
}

#[test]
fn a_root_is_trusted_only_after_its_sha256_was_compared_and_can_be_taken_back() {
    let case = Case::new();
    let mut coordinator = case.coordinator();
    assert_eq!(coordinator.first(), "signature-unknown");
    let pem = case.root.root().pem();
    let effects = coordinator.rings(RingAction::Anchors(file("goc.pem", pem.clone())));
    assert_eq!(focus(&effects), Some("candidates-title"));
    assert_eq!(coordinator.notice(), "1 mục chờ đối chiếu.");
    let [row] = <[_; 1]>::try_from(coordinator.waiting()).unwrap();
    assert_eq!((row.kind.as_str(), row.title.as_str()), ("Chứng thư gốc", "Gốc"));
    assert_eq!(row.about, "Cấp cho C=VN, O=Cơ quan thử, CN=Gốc · hiệu lực từ 01/01/2017 07:00 đến 01/01/2018 07:00");
    let groups: Vec<&str> = row.fingerprint.split(' ').collect();
    assert_eq!((groups.len(), groups[0].len()), (16, 4));
    let digest = return36a::registry::sha256_hex(case.root.root().der()).to_uppercase();
    assert_eq!(groups.concat(), digest, "as authorities publish it");
    assert_eq!(coordinator.trust().anchors.says, NO_ROOT, "nothing is trusted before it was compared");
    assert_eq!(coordinator.signature().says, untrusted());
    let hash = certificate_fingerprint(case.leaf.thumbprint());
    assert_eq!(
        coordinator.intake().rows[0].reason,
        format!("{} SHA-256 của chứng thư: {hash}.", untrusted()),
        "the same digits in the list as at the entry"
    );

    let effects = coordinator.acts(DeskAction::Accept(0));
    assert_eq!(focus(&effects), Some("anchors-title"));
    assert_eq!(coordinator.trust().anchors.says, "Đang tin 1 chứng thư gốc.");
    assert_eq!(coordinator.kept().anchors(), [case.root.root()]);
    assert!(coordinator.signature().says.starts_with("Chứng thư tin cậy được"), "the file was examined again");
    coordinator.rings(RingAction::Anchors(file("goc.pem", pem)));
    assert_eq!(coordinator.notice(), "0 mục chờ đối chiếu; 1 mục đã có.");

    let effects = coordinator.rings(RingAction::RemoveAnchor(0));
    assert_eq!(focus(&effects), Some("anchors-title"));
    assert_eq!(desk::keys(&coordinator.state).unwrap().removed.unwrap(), "Đã thôi tin gốc Gốc.");
    assert_eq!((coordinator.trust().anchors.says.as_str(), coordinator.signature().says), (NO_ROOT, untrusted()));
    coordinator.acts(DeskAction::PutBack);
    assert_eq!(coordinator.trust().anchors.rows.len(), 1);
    assert!(coordinator.signature().says.starts_with("Chứng thư tin cậy được"));
}

fn untrusted() -> String {
    "Chứng thư không dẫn đến gốc tin cậy nào trong sổ khóa, nên chưa biết ai ký. Đối chiếu rồi thêm chứng thư gốc của tổ chức chứng thực vào sổ khóa, hoặc từ chối tệp.".into()
}

#[test]
fn several_roots_in_one_file_are_each_compared_and_none_is_accepted_with_all_others() {
    let roots = [Holder::new("Gốc một", 1).root(), Holder::new("Gốc hai", 2).root()];
    let mut coordinator = Coordinator::new();
    coordinator.rings(RingAction::Anchors(file("cac-goc.pem", roots.each_ref().map(Certificate::pem).concat())));
    assert_eq!(coordinator.waiting().len(), 2);
    assert_eq!(desk::keys(&coordinator.state).unwrap().accept_all, None);
    let cards = FILES.cards.iter().take(2).map(|card| ("the.json".to_owned(), card.json().unwrap().into_bytes()));
    coordinator.acts(DeskAction::Cards(cards.collect()));
    let says = desk::keys(&coordinator.state).unwrap().accept_all.unwrap();
    assert_eq!(says, "Đã đối chiếu cả 2 mục (trừ chứng thư gốc), thêm tất cả");
    coordinator.acts(DeskAction::AcceptAll);
    let titles: Vec<String> = coordinator.waiting().into_iter().map(|row| row.title).collect();
    assert_eq!(titles, ["Gốc một", "Gốc hai"]);
    assert_eq!((coordinator.kept().cards().len(), coordinator.kept().anchors().len()), (2, 0));
    let effects = coordinator.acts(DeskAction::Accept(1));
    assert_eq!(focus(&effects), Some("candidates-title"));
    let effects = coordinator.acts(DeskAction::Reject(0));
    assert_eq!(focus(&effects), Some("anchors-title"));
    assert_eq!(coordinator.kept().anchors(), [roots[1].clone()]);
}

#[test]
fn a_root_that_is_over_is_said_to_be_so() {
    let root = Holder::new("Gốc", 1);
    let extensions = [made::is_authority(None), usage(0x04)];
    let over = Made { until: b"170619000000Z", ..Made::new(&root, &root, &extensions) }.certificate();
    let mut coordinator = Coordinator::new();
    coordinator.trusts(&over);
    let [row] = <[_; 1]>::try_from(coordinator.trust().anchors.rows).unwrap();
    assert!(row.about.ends_with("hiệu lực từ 01/01/2017 07:00 đến 19/06/2017 07:00 · đã hết hạn"), "{}", row.about);
}

#[test]
fn the_screen_speaks_english_too() {
    let case = Case::new();
    let mut coordinator = case.coordinator();
    coordinator.does(Action::Speak(Language::English));
    let none = "No root is trusted yet: every signature by a certificate will be “unknown”.";
    assert_eq!(coordinator.trust().anchors.says, none);
    coordinator.trusts(&case.root.root());
    assert_eq!(coordinator.trust().anchors.says, "1 root trusted.");
    let row = coordinator.signature();
    assert_eq!(row.who, "Approver: Nguyễn Văn Thử, for an unknown agency");
    assert!(row.about[1].ends_with(", not this time."), "{:?}", row.about);
}

#[test]
fn what_is_no_root_no_list_and_no_certificate_is_refused_by_its_name() {
    let case = Case::new();
    let mut coordinator = Coordinator::new();
    coordinator.rings(RingAction::Anchors(file("nguoi.crt", case.leaf.der())));
    assert_eq!(
        coordinator.notice(),
        "Tệp nguoi.crt: Chứng thư này không phải của tổ chức chứng thực, nên không làm gốc tin cậy được. Chọn chứng thư gốc (Root CA). (C=VN, O=Cơ quan thử, CN=Nguyễn Văn Thử)"
    );
    let none = "Tệp ảnh.crt: Tệp này không phải chứng thư số X.509 (.pem, .crt, .cer). Chọn tệp khác.";
    coordinator.rings(RingAction::Anchors(file("ảnh.crt", "ảnh")));
    assert_eq!(coordinator.notice(), none);
    coordinator.rings(RingAction::BindFile { name: "ảnh.crt".into(), bytes: b"{}".to_vec() });
    assert_eq!(coordinator.notice(), none);
    coordinator.rings(RingAction::BindFile { name: "goc.crt".into(), bytes: case.root.root().der().to_vec() });
    assert_eq!(
        coordinator.notice(),
        "Tệp goc.crt: Tệp chỉ có chứng thư của tổ chức chứng thực, không có chứng thư của người ký. Chọn chứng thư của người ký."
    );
    coordinator.rings(RingAction::Crls(file("ảnh.crl", "ảnh")));
    assert_eq!(
        coordinator.notice(),
        "Tệp ảnh.crl: Tệp không phải danh sách chứng thư bị thu hồi (.crl) đầy đủ. Tải lại tệp từ tổ chức chứng thực."
    );
    assert!(coordinator.waiting().is_empty() && coordinator.browser.keyring.is_none());
    for beyond in [
        RingAction::RemoveAnchor(0),
        RingAction::RemoveCrl(0),
        RingAction::RemoveBinding(0),
        RingAction::EditLimits(0),
        RingAction::EditBinding(0),
        RingAction::BindFound { entry: 0, signature: 0 },
        RingAction::SetLimits,
        RingAction::SetBinding,
    ] {
        assert_eq!(coordinator.rings(beyond), []);
    }
}

#[test]
fn a_revocation_list_is_of_no_use_without_its_authority_and_then_counts() {
    let case = Case::new();
    let list = crl(&case.root, &[7, 9], b"170601000000Z");
    let mut coordinator = Coordinator::new();
    coordinator.rings(RingAction::Crls(file("goc.crl", list.clone())));
    assert_eq!(coordinator.notice(), "Đã thêm 1 danh sách thu hồi.");
    let [row] = <[_; 1]>::try_from(coordinator.trust().crls.rows).unwrap();
    assert_eq!(row.title, "C=VN, O=Cơ quan thử, CN=Gốc");
    assert_eq!(row.about, "phát hành 01/02/2017 07:00 · bản kế tiếp 01/03/2017 07:00 · 2 chứng thư bị thu hồi");
    assert_eq!(
        row.remark,
        "Chưa có hiệu lực: tổ chức phát hành không phải gốc được tin, cũng chưa cấp chứng thư nào có trong các tệp đã nhận."
    );
    coordinator.rings(RingAction::Crls(file("goc.crl", list.clone())));
    assert_eq!(coordinator.notice(), "Đã thêm 0 danh sách thu hồi; 1 danh sách đã có.");

    let old = "Đã đến ngày có bản kế tiếp. Tải bản mới từ tổ chức chứng thực.";
    coordinator.takes(&[&case.sample]);
    assert_eq!(
        coordinator.trust().crls.rows[0].remark,
        "Chưa có hiệu lực: sổ khóa chưa có chứng thư của tổ chức phát hành để kiểm chữ ký của danh sách, nên chỉ tính được với tệp có kèm chứng thư đó. Đối chiếu rồi thêm chứng thư của tổ chức này ở “Chứng thư gốc được tin”.",
        "its authority issued a certificate that came"
    );
    coordinator.trusts(&case.root.root());
    assert_eq!(coordinator.trust().crls.rows[0].remark, old, "a root that came later vouches for it");
    coordinator.rings(RingAction::RemoveAnchor(0));
    assert!(coordinator.trust().crls.rows[0].remark.starts_with("Chưa có hiệu lực: "), "and no longer");

    let mut coordinator = case.trusting();
    assert_eq!(coordinator.first(), "accepted");
    coordinator.rings(RingAction::Crls(file("goc.crl", list)));
    assert_eq!(coordinator.trust().crls.rows[0].remark, old);
    assert_eq!(coordinator.first(), "signature-not-in-force");
    assert_eq!(
        coordinator.signature().says,
        "Chứng thư số đã bị thu hồi trước khi nhận tệp. Đề nghị cơ quan ký lại bằng chứng thư khác."
    );
    coordinator.rings(RingAction::RemoveCrl(0));
    assert_eq!(coordinator.first(), "accepted");
    assert_eq!(
        desk::keys(&coordinator.state).unwrap().removed.unwrap(),
        "Đã gỡ danh sách thu hồi của C=VN, O=Cơ quan thử, CN=Gốc."
    );
    coordinator.acts(DeskAction::PutBack);
    assert_eq!(coordinator.first(), "signature-not-in-force");
}

/// A list of this authority that revokes the person's certificate.
fn list(by: &Holder, issued: &'static [u8]) -> Vec<u8> {
    List::new(by, issued).revoking(7, false).der()
}

#[test]
fn a_newer_list_takes_the_place_of_the_one_before_and_an_older_one_is_refused() {
    let case = Case::new();
    let mut coordinator = case.trusting();
    let [first, second, third] =
        [&b"170201000000Z"[..], b"170301000000Z", b"170302000000Z"].map(|at| list(&case.root, at));
    coordinator.rings(RingAction::Crls(file("2.crl", second.clone())));
    assert_eq!(coordinator.first(), "signature-not-in-force");
    coordinator.rings(RingAction::Crls(file("1.crl", first.clone())));
    let older = |at: &str| {
        format!("Không thêm danh sách phát hành {at} của C=VN, O=Cơ quan thử, CN=Gốc: sổ khóa đã có bản mới hơn.")
    };
    assert_eq!(coordinator.notice(), older("01/02/2017 07:00"));
    assert_eq!(coordinator.kept().crls(), [Crl::read(&second).unwrap()]);
    assert_eq!(coordinator.first(), "signature-not-in-force");
    coordinator.rings(RingAction::Crls(file("3.crl", third.clone())));
    assert_eq!(coordinator.kept().crls(), [Crl::read(&third).unwrap()]);
    assert_eq!(coordinator.trust().crls.says, "Có 1 danh sách.");
    assert_eq!(coordinator.first(), "signature-not-in-force");
    let files = [("1.crl", &first[..]), ("ảnh.crl", "ảnh".as_bytes()), ("3.crl", &third)];
    let files = files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    coordinator.rings(RingAction::Crls(files.to_vec()));
    assert_eq!(
        coordinator.notice(),
        format!(
            "Đã thêm 0 danh sách thu hồi; 1 danh sách đã có. {} Tệp ảnh.crl: Tệp không phải danh sách chứng thư bị thu hồi (.crl) đầy đủ. Tải lại tệp từ tổ chức chứng thực.",
            older("01/02/2017 07:00")
        )
    );
    coordinator.rings(RingAction::RemoveCrl(0));
    coordinator.rings(RingAction::Crls(file("2.crl", second)));
    coordinator.acts(DeskAction::PutBack);
    assert_eq!(coordinator.kept().crls(), [Crl::read(&third).unwrap()], "what is put back keeps the order of days");
}

#[test]
fn a_list_that_no_trusted_key_has_signed_pushes_none_out_and_is_said_to_be_without_effect() {
    let case = Case::new();
    let mut coordinator = case.trusting();
    let (genuine, forged) = (list(&case.root, b"170201000000Z"), list(&Holder::new("Gốc", 9), b"170601000000Z"));
    coordinator.rings(RingAction::Crls(file("that.crl", genuine.clone())));
    coordinator.rings(RingAction::Crls(file("gia.crl", forged)));
    let remarks =
        |coordinator: &Coordinator| coordinator.trust().crls.rows.into_iter().map(|row| row.remark).collect::<Vec<_>>();
    let old = "Đã đến ngày có bản kế tiếp. Tải bản mới từ tổ chức chứng thực.".to_owned();
    let none = "Chưa có hiệu lực: không khóa nào được tin ở đây của tổ chức phát hành đã ký danh sách này. Tải lại danh sách từ tổ chức đó.".to_owned();
    assert_eq!(remarks(&coordinator), [old.clone(), none.clone()]);
    assert_eq!(coordinator.first(), "signature-not-in-force");
    let browser = std::mem::take(&mut coordinator.browser);
    let again = Coordinator::with(browser);
    assert_eq!(remarks(&again), [old, none], "nothing of that is believed from what was kept");
}

#[test]
fn lists_of_a_keyring_that_comes_are_tried_before_they_take_a_place() {
    let case = Case::new();
    let (older, newer) = (list(&case.root, b"170201000000Z"), list(&case.root, b"170301000000Z"));
    let [older, newer] = [older, newer].map(|der| Crl::read(&der).unwrap());
    let mut other = Keyring::default();
    other.add_crl(older.clone());
    let mut coordinator = case.coordinator();
    coordinator.rings(RingAction::Crls(file("moi.crl", list(&case.root, b"170301000000Z"))));
    coordinator.acts(DeskAction::Cards(file("so.json", other.json().unwrap())));
    let effects = coordinator.acts(DeskAction::Accept(0));
    assert_eq!(focus(&effects), Some("crls-title"));
    assert_eq!(coordinator.kept().crls(), [newer.clone(), older], "nobody vouches for either");
    coordinator.trusts(&case.root.root());
    assert_eq!(coordinator.kept().crls(), [newer], "until their root is trusted");
    assert_eq!(coordinator.notice(), "Đã kiểm tra xong 1 tệp.");
}

#[test]
fn lists_that_cannot_be_tried_do_not_come_in_and_late_answers_are_passed_over() {
    let case = Case::new();
    let mut coordinator = case.trusting();
    let tried = |coordinator: &mut Coordinator, anchors: Vec<String>, outcome| {
        return36a::session::update(
            &mut coordinator.state,
            Action::Desk(DeskAction::Ring(RingAction::CrlsTried { anchors, outcome })),
        )
    };
    let bring = RingAction::Crls(file("goc.crl", list(&case.root, b"170201000000Z")));
    let effects = return36a::session::update(&mut coordinator.state, Action::Desk(DeskAction::Ring(bring)));
    assert!(matches!(effects.as_slice(), [Effect::Desk(DeskEffect::TryCrls { .. })]), "{effects:?}");
    assert_eq!(tried(&mut coordinator, Vec::new(), Ok(Signers::new())), [], "other roots are trusted now");
    let anchors = vec![case.root.root().thumbprint().to_owned()];
    assert_eq!(tried(&mut coordinator, anchors.clone(), Ok(Signers::new())), [], "an answer about other lists");
    assert!(coordinator.trust().crls.rows.is_empty());
    assert_eq!(tried(&mut coordinator, anchors, Err("signing/primitive-failed")), []);
    assert!(matches!(coordinator.state.notice, Some(Notice::Bad(_))));
    assert!(coordinator.trust().crls.rows.is_empty());
}

#[test]
fn nothing_is_said_against_a_list_before_its_signature_was_tried() {
    let case = Case::new();
    let mut before = case.trusting();
    before.rings(RingAction::Crls(file("goc.crl", list(&case.root, b"170201000000Z"))));
    let keyring = before.browser.keyring.clone();
    let mut after = Coordinator::new();
    let does = |after: &mut Coordinator, action| return36a::session::update(&mut after.state, Action::Desk(action));
    let remark = |after: &Coordinator| after.trust().crls.rows[0].remark.clone();
    does(&mut after, DeskAction::Opened { storage: true, keyring, period: None });
    assert_eq!(remark(&after), "Đang kiểm chữ ký của danh sách.");
    let anchors = vec![case.root.root().thumbprint().to_owned()];
    let tried = |outcome| DeskAction::Ring(RingAction::CrlsTried { anchors: anchors.clone(), outcome });
    does(&mut after, tried(Err("signing/primitive-failed")));
    assert_eq!(remark(&after), "Chưa kiểm được chữ ký của danh sách. Mở lại trang để kiểm lại.");
    let sha256 = before.kept().crls()[0].sha256().to_owned();
    does(&mut after, tried(Ok(Signers::from([(sha256, Some(case.root.root().key_thumbprint()))]))));
    assert!(remark(&after).starts_with("Đã đến ngày có bản kế tiếp."), "{}", remark(&after));
    let other = Holder::new("Gốc", 9).root();
    does(&mut after, DeskAction::Ring(RingAction::Anchors(file("khac.crt", other.der()))));
    does(&mut after, DeskAction::Accept(0));
    assert_eq!(remark(&after), "Đang kiểm chữ ký của danh sách.", "the roots are others now");
}

#[test]
fn a_signature_by_an_unknown_certificate_offers_to_say_for_whom_it_signs() {
    let case = Case::new();
    let mut coordinator = case.coordinator();
    coordinator.trusts(&case.root.root());
    let name = coordinator.intake().rows[0].about.clone();
    let row = coordinator.signature();
    let agency = row.bind.clone().unwrap().strip_prefix("Gắn chứng thư này với ").unwrap().to_owned();
    assert!(name.contains(&agency), "{name}");
    assert_eq!((row.tone, row.who.as_str()), (Tone::Warn, "Người duyệt: Nguyễn Văn Thử, chưa rõ ký cho cơ quan nào"));
    let received = case.sample.received.vietnamese();
    let about = [
        "Chứng thư số cấp cho C=VN, O=Cơ quan thử, CN=Nguyễn Văn Thử, do C=VN, O=Cơ quan thử, CN=Gốc cấp, hiệu lực từ 01/01/2017 07:00 đến 01/01/2018 07:00.".to_owned(),
        format!("Giờ ký do máy người ký ghi: 10/06/2017 09:00. Kết luận dùng ngày nhận tệp ({received}), không dùng giờ này."),
    ];
    assert_eq!(row.about, about);
    assert_eq!(row.fingerprint, certificate_fingerprint(case.leaf.thumbprint()));

    let effects = coordinator.rings(RingAction::BindFound { entry: 0, signature: 0 });
    assert_eq!(effects, [Effect::Focus("binding-title".into())]);
    assert_eq!(coordinator.trust().form, None, "it stands at the entry");
    let form = desk::entry(&coordinator.state, 0).unwrap().form.unwrap();
    assert_eq!((form.agency.as_str(), form.name.as_str(), form.whole), (&*case.agency, "Nguyễn Văn Thử", Some(false)));
    let ticked: Vec<&str> =
        form.roles.iter().filter(|(.., ticked)| *ticked).map(|(_, name, _)| name.as_str()).collect();
    assert_eq!((form.roles.len(), ticked), (3, vec!["Người duyệt"]));
    let effects = coordinator.rings(RingAction::SetBinding);
    assert_eq!(focus(&effects), Some("signatures-title"));
    assert_eq!(coordinator.notice(), "Đã kiểm tra xong 1 tệp.", "what was said before gives way to what came of it");
    assert_eq!(coordinator.first(), "accepted");
    let row = coordinator.signature();
    assert_eq!((row.says.as_str(), row.tone, row.bind), ("Chữ ký đúng.", Tone::Good, None));
    assert_eq!(row.who, format!("Người duyệt: Nguyễn Văn Thử, ký cho {agency}"));

    let [bound] = <[_; 1]>::try_from(coordinator.trust().bindings.rows).unwrap();
    assert_eq!((bound.title, bound.remark), (agency, about[0].clone()));
    assert_eq!(bound.about, "Nguyễn Văn Thử · Người duyệt · chỉ chứng thư này");
    coordinator.rings(RingAction::RemoveBinding(0));
    assert_eq!(coordinator.first(), "signature-unknown");
    assert_eq!(desk::keys(&coordinator.state).unwrap().removed.unwrap(), "Đã gỡ chứng thư của Nguyễn Văn Thử.");
    coordinator.acts(DeskAction::PutBack);
    assert_eq!(coordinator.first(), "accepted");
}

#[test]
fn a_broken_signature_offers_no_certificate() {
    let case = Case::new();
    let mut signed = read(&case.sample.bytes).unwrap();
    signed.content.document.number.push('1');
    let sample = Sample { bytes: write(&signed), ..case.sample.clone() };
    let mut coordinator = Coordinator::new();
    coordinator.takes(&[&sample]);
    assert_eq!((coordinator.first(), coordinator.signature().bind), ("signature-broken", None));
    assert_eq!(coordinator.rings(RingAction::BindFound { entry: 0, signature: 0 }), []);
}

#[test]
fn a_certificates_file_is_entered_once_everything_is_said() {
    let case = Case::new();
    let mut coordinator = case.coordinator();
    coordinator.trusts(&case.root.root());
    let chain = [case.leaf.pem(), case.root.root().pem()].concat();
    coordinator.rings(RingAction::BindFile { name: "nguoi.pem".into(), bytes: chain.into_bytes() });
    assert_eq!(coordinator.form().name, "Nguyễn Văn Thử");
    assert_eq!(coordinator.form().agencies[0], (String::new(), "Chọn cơ quan".into()));
    let mut wanting = |field: Option<BindField>, place: &str, says: &str| {
        field.into_iter().for_each(|field| coordinator.fills(field));
        assert_eq!(coordinator.rings(RingAction::SetBinding), [Effect::Focus(place.into())]);
        assert_eq!(coordinator.notice(), says);
    };
    wanting(None, "binding-agency", "Chưa chọn cơ quan mà chứng thư này ký cho.");
    let agency = Some(case.agency.as_str().into());
    wanting(Some(BindField::Agency(agency)), "binding-roles", "Chọn ít nhất một vai trò ký.");
    wanting(Some(BindField::Name(" \n".into())), "binding-name", "Chưa ghi họ tên hoặc tên đơn vị ký.");
    wanting(Some(BindField::Role(Role::Approver, true)), "binding-name", "Chưa ghi họ tên hoặc tên đơn vị ký.");
    let long = BindField::Name("ă".repeat(201));
    wanting(Some(long), "binding-name", "Tên quá dài. Ghi ngắn lại, hoặc chọn “Chỉ chứng thư này”.");
    let wrong = "Thời hạn không đúng. Ghi ngày/tháng/năm, ngày cuối không trước ngày đầu, hoặc để trống.";
    wanting(Some(BindField::Day(Side::From, "30/2/2017".into())), "binding-from", wrong);
    coordinator.fills(BindField::Name("Bà Thử".into()));
    let mut wanting = |field: BindField, place: &str| {
        coordinator.fills(field);
        assert_eq!(coordinator.rings(RingAction::SetBinding), [Effect::Focus(place.into())]);
    };
    wanting(BindField::Day(Side::From, "30/2/2017".into()), "binding-from");
    coordinator.fills(BindField::Day(Side::From, "1/2/2017".into()));
    coordinator.fills(BindField::Day(Side::Until, "1/1/2017".into()));
    assert_eq!(coordinator.rings(RingAction::SetBinding), [Effect::Focus("binding-until".into())]);
    coordinator.fills(BindField::Day(Side::Until, "30/6/2017".into()));
    coordinator.fills(BindField::Whole(true));
    let effects = coordinator.rings(RingAction::SetBinding);
    assert_eq!(focus(&effects), Some("bindings-title"));
    assert_eq!(coordinator.first(), "accepted");
    let [bound] = <[_; 1]>::try_from(coordinator.trust().bindings.rows).unwrap();
    assert_eq!(
        bound.about,
        "Bà Thử · Người duyệt · mọi chứng thư mang tên này do cùng tổ chức cấp · dùng từ 01/02/2017 · dùng đến hết 30/06/2017"
    );
    assert_eq!(bound.fingerprint, format!("Tên trong chứng thư: {}", case.name_and_authority()));
}

#[test]
fn what_was_said_of_a_certificate_is_changed_and_files_are_examined_by_it() {
    let case = Case::new();
    let mut coordinator = case.trusting();
    coordinator.rings(RingAction::EditBinding(0));
    coordinator.fills(BindField::Role(Role::Approver, false));
    coordinator.fills(BindField::Role(Role::Seal, true));
    coordinator.rings(RingAction::SetBinding);
    assert_eq!(coordinator.first(), "signature-other-agency");
    assert_eq!(
        coordinator.signature().says,
        "Chữ ký đúng nhưng sổ khóa không cho người này ký với vai trò đó. Hỏi lại cơ quan."
    );
    coordinator.rings(RingAction::EditBinding(0));
    assert_eq!(coordinator.form().whole, Some(false), "the received file tells the name");
    coordinator.fills(BindField::Role(Role::Approver, true));
    coordinator.fills(BindField::Whole(true));
    coordinator.rings(RingAction::SetBinding);
    assert_eq!((coordinator.first(), coordinator.kept().bindings().len()), ("accepted", 1));
    coordinator.rings(RingAction::EditBinding(0));
    coordinator.fills(BindField::Role(Role::Approver, false));
    let effects = coordinator.rings(RingAction::DropBinding);
    assert_eq!((effects, coordinator.first()), (vec![Effect::Focus("bindings-title".into())], "accepted"));
    assert_eq!(coordinator.trust().form, None);

    let mut elsewhere = Coordinator::new();
    elsewhere.acts(DeskAction::Cards(file("so.json", coordinator.kept().json().unwrap())));
    elsewhere.acts(DeskAction::AcceptAll);
    elsewhere.rings(RingAction::EditBinding(0));
    let form = elsewhere.form();
    let name = format!("Tên trong chứng thư: {}", case.name_and_authority());
    assert_eq!((form.whole, form.certificate), (None, name));
    let form = elsewhere.form();
    elsewhere.fills(BindField::Whole(false));
    assert_eq!(elsewhere.form(), form, "no file here carries a certificate of this name");
}

#[test]
fn the_next_certificate_of_the_same_name_signs_too_where_the_whole_name_is_entered() {
    let case = Case::new();
    let person = Holder::new("Nguyễn Văn Thử", 3);
    let renewed = Made { serial: 8, ..Made::new(&person, &case.root, &[usage(0xc0)]) }.certificate();
    assert_ne!(renewed.thumbprint(), case.leaf.thumbprint());
    for (whole, state) in [(false, "signature-unknown"), (true, "accepted")] {
        let mut coordinator = case.coordinator();
        coordinator.trusts(&case.root.root());
        coordinator.rings(RingAction::BindFile { name: "moi.crt".into(), bytes: renewed.der().to_vec() });
        coordinator.fills(BindField::Agency(Some(case.agency.as_str().into())));
        coordinator.fills(BindField::Role(Role::Approver, true));
        coordinator.fills(BindField::Whole(whole));
        coordinator.rings(RingAction::SetBinding);
        assert_eq!(coordinator.first(), state);
    }
}

#[test]
fn a_card_counts_until_the_day_on_which_its_key_was_lost() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    let agency = some(&["accepted"])[0].agency.clone().unwrap();
    let at = coordinator.kept().cards().iter().position(|card| card.agency == agency).unwrap();
    assert_eq!(coordinator.rings(RingAction::EditLimits(at)), [Effect::Focus("limit-until".into())]);
    assert_eq!(desk::keys(&coordinator.state).unwrap().limits, Some((at, String::new(), String::new())));
    coordinator.rings(RingAction::LimitTyped(Side::Until, "31/13/2017".into()));
    assert_eq!(coordinator.rings(RingAction::SetLimits), [Effect::Focus("limit-until".into())]);
    assert_eq!(
        coordinator.notice(),
        "Thời hạn không đúng. Ghi ngày/tháng/năm, ngày cuối không trước ngày đầu, hoặc để trống."
    );
    coordinator.rings(RingAction::LimitTyped(Side::Until, "1/6/2017".into()));
    let effects = coordinator.rings(RingAction::SetLimits);
    assert_eq!(focus(&effects), Some("cards-title"));
    assert_eq!(coordinator.first(), "signature-not-in-force");
    assert_eq!(
        coordinator.signature().says,
        "Chữ ký đúng nhưng khi nhận tệp khóa này đã hết hạn trong sổ khóa. Đề nghị cơ quan ký lại bằng khóa còn hạn."
    );
    let keys = desk::keys(&coordinator.state).unwrap();
    let row = keys.cards.iter().find(|row| row.at == at).unwrap();
    assert!(row.about.ends_with(" · Người lập · tạo 02/11/2015 · dùng đến hết 01/06/2017"), "{}", row.about);
    coordinator.acts(DeskAction::Remove(at));
    coordinator.acts(DeskAction::PutBack);
    assert_eq!(coordinator.first(), "signature-not-in-force", "its days come back with it");
    let at = coordinator.kept().cards().len() - 1;
    coordinator.rings(RingAction::EditLimits(at));
    coordinator.rings(RingAction::LimitTyped(Side::Until, " ".into()));
    coordinator.rings(RingAction::SetLimits);
    assert_eq!(coordinator.first(), "accepted");
    coordinator.rings(RingAction::EditLimits(at));
    coordinator.rings(RingAction::LimitTyped(Side::From, "1/7/2017".into()));
    assert_eq!(coordinator.rings(RingAction::DropLimits), [Effect::Focus("cards-title".into())]);
    assert_eq!(coordinator.first(), "accepted");
}

#[test]
fn days_that_another_keyring_says_of_a_card_wait_to_be_compared() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    let mut other = coordinator.kept();
    let card = other.cards()[0].clone();
    let day = return36a::vietnamese::Date::new(2017, 6, 1).ok();
    other.limit(&card, Validity { from: None, until: day });
    coordinator.acts(DeskAction::Cards(file("so.json", other.json().unwrap())));
    assert_eq!(coordinator.notice(), format!("1 thẻ khóa chờ đối chiếu; {} thẻ đã có.", other.cards().len() - 1));
    assert!(coordinator.waiting()[0].about.ends_with("dùng đến hết 01/06/2017"));
    coordinator.acts(DeskAction::Accept(0));
    assert_eq!(coordinator.kept(), other);
    coordinator.acts(DeskAction::Cards(file("the.json", card.json().unwrap())));
    assert_eq!(coordinator.notice(), "0 thẻ khóa chờ đối chiếu; 1 thẻ đã có.", "a card alone says nothing of days");
}

#[test]
fn what_has_other_days_than_its_key_here_says_so_and_is_accepted_by_itself() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    let agency = some(&["accepted"])[0].agency.clone().unwrap();
    let at = coordinator.kept().cards().iter().position(|card| card.agency == agency).unwrap();
    coordinator.rings(RingAction::EditLimits(at));
    coordinator.rings(RingAction::LimitTyped(Side::Until, "1/6/2017".into()));
    coordinator.rings(RingAction::SetLimits);
    let lost = coordinator.kept().cards()[at].clone();
    let also = KeyCard { role: Role::Seal, ..lost.clone() };
    let unknown = |seed| KeyCard { key: Holder::new("Khóa mới", seed).key.public, ..also.clone() };
    let cards = [also.clone(), unknown(31), unknown(32)];
    coordinator.acts(DeskAction::Cards(file("so.json", Keyring::of(cards).json().unwrap())));
    let keys = desk::keys(&coordinator.state).unwrap();
    assert_eq!(keys.accept_all.unwrap(), "Đã đối chiếu cả 2 mục (trừ chứng thư gốc và mục khác thời hạn), thêm tất cả");
    let remarks: Vec<&str> = keys.candidates.iter().map(|row| row.remark.as_str()).collect();
    let there = "Khóa hoặc chứng thư này đã có trong sổ khóa với thời hạn khác: dùng đến hết 01/06/2017. Hỏi lại cơ quan trước khi thêm.";
    assert_eq!(remarks, [format!("{there} Mục này không ghi thời hạn nên sẽ theo thời hạn đó.").as_str(), "", ""]);
    coordinator.acts(DeskAction::AcceptAll);
    let waiting = coordinator.waiting();
    assert_eq!(waiting.len(), 1);
    coordinator.acts(DeskAction::Accept(0));
    let kept = coordinator.kept();
    assert!(kept.cards().contains(&also));
    assert_eq!(kept.validity(&also), kept.validity(&lost));
    assert_eq!(kept.validity(&also).until, return36a::vietnamese::Date::new(2017, 6, 1).ok());
    assert_eq!(coordinator.first(), "signature-not-in-force");

    let mut other = kept.clone();
    let later = Validity { from: None, until: return36a::vietnamese::Date::new(2017, 12, 31).ok() };
    other.limit(&lost, later);
    coordinator.acts(DeskAction::Cards(file("so.json", other.json().unwrap())));
    let [first, second] = <[PieceRow; 2]>::try_from(coordinator.waiting()).unwrap();
    let brought =
        format!("{there} Nếu thêm, thời hạn của mục này thay cho thời hạn đó, ở mọi dòng của khóa hoặc chứng thư này.");
    assert_eq!((first.remark.as_str(), second.remark.as_str()), (brought.as_str(), brought.as_str()));
    assert_eq!(desk::keys(&coordinator.state).unwrap().accept_all, None);
    coordinator.acts(DeskAction::AcceptAll);
    assert_eq!((coordinator.waiting().len(), coordinator.kept()), (2, kept), "none comes with all others");
    coordinator.acts(DeskAction::Accept(0));
    assert_eq!((coordinator.kept(), coordinator.first()), (other, "accepted"), "one decision for all of the key");
}

#[test]
fn a_certificates_days_hold_for_every_line_about_it() {
    let case = Case::new();
    let mut coordinator = case.trusting();
    let enters = |coordinator: &mut Coordinator, role: Role, until: &str| {
        coordinator.rings(RingAction::BindFile { name: "nguoi.crt".into(), bytes: case.leaf.der().to_vec() });
        coordinator.fills(BindField::Agency(Some(case.agency.as_str().into())));
        coordinator.fills(BindField::Role(role, true));
        coordinator.fills(BindField::Day(Side::Until, until.into()));
        coordinator.rings(RingAction::SetBinding);
    };
    enters(&mut coordinator, Role::Seal, "1/6/2017");
    assert_eq!(coordinator.first(), "signature-not-in-force", "a new line limits those that are there");
    enters(&mut coordinator, Role::Drafter, "");
    assert_eq!(coordinator.first(), "signature-not-in-force", "and one without days lifts nothing");
    let rows = coordinator.trust().bindings.rows;
    assert!(rows.len() == 3 && rows.iter().all(|row| row.about.ends_with("dùng đến hết 01/06/2017")), "{rows:?}");
    let before = coordinator.kept();
    let mut other = Keyring::default();
    other.bind(Binding {
        roles: vec![Role::Drafter, Role::Approver],
        valid: Validity::default(),
        ..before.bindings()[0].clone()
    });
    coordinator.acts(DeskAction::Cards(file("so.json", other.json().unwrap())));
    assert!(coordinator.waiting()[0].remark.ends_with("Mục này không ghi thời hạn nên sẽ theo thời hạn đó."));
    coordinator.acts(DeskAction::Accept(0));
    assert_eq!((coordinator.kept().bindings().len(), coordinator.first()), (4, "signature-not-in-force"));
    coordinator.rings(RingAction::EditBinding(3));
    coordinator.fills(BindField::Day(Side::Until, String::new()));
    coordinator.rings(RingAction::SetBinding);
    assert_eq!(coordinator.first(), "accepted", "what is changed on purpose holds for all of them");
    assert!(coordinator.kept().bindings().iter().all(|binding| binding.valid.is_open()));
}

#[test]
fn days_that_another_line_would_set_aside_are_not_entered() {
    let case = Case::new();
    let mut coordinator = case.coordinator();
    coordinator.trusts(&case.root.root());
    let enters = |coordinator: &mut Coordinator, role: Role, from: &str, until: &str| {
        coordinator.rings(RingAction::BindFile { name: "nguoi.crt".into(), bytes: case.leaf.der().to_vec() });
        coordinator.fills(BindField::Agency(Some(case.agency.as_str().into())));
        coordinator.fills(BindField::Role(role, true));
        coordinator.fills(BindField::Day(Side::From, from.into()));
        coordinator.fills(BindField::Day(Side::Until, until.into()));
        coordinator.rings(RingAction::SetBinding)
    };
    enters(&mut coordinator, Role::Drafter, "", "30/6/2017");
    let before = coordinator.kept();
    for (from, until, typed) in [("1/7/2017", "", "dùng từ 01/07/2017"), ("", "31/12/2017", "dùng đến hết 31/12/2017")]
    {
        let effects = enters(&mut coordinator, Role::Approver, from, until);
        assert_eq!(focus(&effects), Some("binding-from"));
        assert_eq!(
            coordinator.notice(),
            format!(
                "Chưa ghi: sổ khóa đã có dòng “Nguyễn Văn Thử” cho chứng thư này ở cùng cơ quan, dùng đến hết 30/06/2017; ở đây ghi {typed}. Mọi dòng của một chứng thư theo chung một thời hạn. Bấm “Sửa” ở dòng đó để đổi thời hạn trước, hoặc gắn chứng thư cấp mới."
            )
        );
        assert_eq!((coordinator.kept(), coordinator.form().from.as_str()), (before.clone(), from), "the form stays");
        coordinator.fills(BindField::Whole(true));
        coordinator.rings(RingAction::SetBinding);
        assert_eq!(coordinator.kept(), before, "nor by the name in the certificate");
    }
    enters(&mut coordinator, Role::Approver, "", "15/6/2017");
    assert_eq!(coordinator.kept().bindings().len(), 2, "fewer days limit what is there");
    coordinator.rings(RingAction::EditBinding(1));
    coordinator.fills(BindField::Day(Side::Until, "31/12/2017".into()));
    coordinator.rings(RingAction::SetBinding);
    let until = return36a::vietnamese::Date::new(2017, 12, 31).ok();
    assert!(coordinator.kept().bindings().iter().all(|binding| binding.valid.until == until), "changed on purpose");
}

#[test]
fn a_name_is_not_bound_to_a_strangers_authority() {
    let case = Case::new();
    // The stranger's file comes first: a root of his own, the same names.
    let stranger = Holder::new("Gốc", 9);
    let theirs = case.signed_by(&Holder::new("Nguyễn Văn Thử", 3).certified(&stranger, &[usage(0xc0)]));
    let mut old = Keyring::default();
    let subject = case.leaf.facts().subject.clone();
    let mut coordinator = Coordinator::new();
    coordinator.takes(&[&theirs, &case.sample]);
    coordinator.trusts(&case.root.root());
    old.bind(Binding {
        bound: Bound::Subject { subject, by: None },
        agency: case.agency.as_str().into(),
        name: "Nguyễn Văn Thử".into(),
        roles: vec![Role::Approver],
        valid: Validity::default(),
    });
    coordinator.acts(DeskAction::Cards(file("so-cu.json", old.json().unwrap())));
    coordinator.acts(DeskAction::Accept(0));
    coordinator.rings(RingAction::EditBinding(0));
    coordinator.rings(RingAction::SetBinding);
    let key = |coordinator: &Coordinator| match coordinator.kept().bindings()[0].bound.clone() {
        Bound::Subject { by, .. } => by.and_then(|by| by.key),
        Bound::Certificate(_) => None,
    };
    assert_eq!(key(&coordinator), Some(case.root.root().key_thumbprint()));

    coordinator.rings(RingAction::RemoveBinding(0));
    coordinator.trusts(&stranger.root());
    coordinator.acts(DeskAction::Cards(file("so-cu.json", old.json().unwrap())));
    coordinator.acts(DeskAction::Accept(0));
    coordinator.rings(RingAction::EditBinding(0));
    let issuer = "C=VN, O=Cơ quan thử, CN=Gốc";
    assert_eq!(
        coordinator.notice(),
        format!(
            "Các tệp đã nhận có chứng thư mang tên này do nhiều tổ chức hoặc khóa khác nhau cấp: {issuer}; {issuer}. Trang không chọn thay. Hỏi cơ quan, gỡ dòng này rồi gắn lại từ tệp chứng thư đúng."
        )
    );
    let remark = coordinator.trust().bindings.rows[0].remark.clone();
    assert_eq!(remark, format!("Tên này có chứng thư do nhiều tổ chức hoặc khóa khác nhau cấp: {issuer}; {issuer}."));
    coordinator.rings(RingAction::SetBinding);
    assert_eq!(key(&coordinator), None, "both are trusted, and none was chosen");
}

#[test]
fn a_name_in_an_older_keyring_is_of_any_authority_and_says_so_until_it_is_entered_again() {
    let case = Case::new();
    let mut coordinator = case.trusting();
    let mut old = Keyring::default();
    old.bind(Binding {
        bound: Bound::Subject { subject: case.leaf.facts().subject.clone(), by: None },
        ..coordinator.kept().bindings()[0].clone()
    });
    coordinator.rings(RingAction::RemoveBinding(0));
    coordinator.acts(DeskAction::Cards(file("so-cu.json", old.json().unwrap())));
    let any = "mọi chứng thư mang tên này, do bất kỳ tổ chức được tin nào cấp (ghi theo mẫu cũ: bấm “Sửa” rồi ghi lại)";
    assert!(coordinator.waiting()[0].about.contains(any), "{}", coordinator.waiting()[0].about);
    coordinator.acts(DeskAction::Accept(0));
    assert_eq!(coordinator.first(), "accepted");
    coordinator.rings(RingAction::EditBinding(0));
    coordinator.rings(RingAction::SetBinding);
    let [row] = <[PieceRow; 1]>::try_from(coordinator.trust().bindings.rows).unwrap();
    assert_eq!(row.fingerprint, format!("Tên trong chứng thư: {}", case.name_and_authority()));
    assert_eq!(coordinator.first(), "accepted");
}

/// The keyring's file as a coordinator with a key signs it, and the keyring.
fn signed() -> (Vec<u8>, Keyring) {
    let mut coordinator = Case::new().trusting().with_key();
    let list = crl(&Holder::new("Gốc", 1), &[9], b"170601000000Z");
    coordinator.rings(RingAction::Crls(file("goc.crl", list)));
    coordinator.rings(RingAction::SaveSigned { password: "mật khẩu".into() });
    assert_eq!(coordinator.notice(), "Đã ký và lưu tệp.");
    let (name, bytes) = coordinator.given();
    assert_eq!(name, "36a_so-khoa.json");
    (bytes.to_vec(), coordinator.kept())
}

fn brought(coordinator: &Coordinator) -> Vec<String> {
    desk::keys(&coordinator.state).unwrap().brought
}

#[test]
fn a_signed_keyring_is_taken_only_after_it_was_tried_and_compared() {
    let (bytes, keyring) = signed();
    let mut coordinator = Coordinator::new();
    let effects = coordinator.acts(DeskAction::Cards(file("so-khoa.json", bytes.clone())));
    assert!(matches!(effects.as_slice(), [Effect::Desk(DeskEffect::TryKeyring(_))]), "{effects:?}");
    assert_eq!(coordinator.notice(), "4 mục chờ đối chiếu.");
    let kinds: Vec<String> = coordinator.waiting().into_iter().map(|row| row.kind).collect();
    assert_eq!(kinds, ["Thẻ khóa", "Chứng thư gốc", "Danh sách thu hồi", "Chứng thư của người ký"]);
    let key = fingerprint(&keyring.cards()[0].key.thumbprint());
    assert_eq!(
        brought(&coordinator),
        [format!(
            "Sổ khóa trong tệp so-khoa.json ghi là do Vụ mẫu ký, ngày 20/06/2017. Chữ ký khớp với khóa ghi trong tệp, nhưng khóa đó chưa có trong sổ khóa ở đây: đọc mã đối chiếu với Vụ mẫu trước khi thêm. Mã đối chiếu của khóa: {key}."
        )]
    );
    assert_eq!(coordinator.browser.keyring, None, "nothing is trusted before it was compared");
    coordinator.acts(DeskAction::AcceptAll);
    coordinator.acts(DeskAction::Accept(0));
    assert_eq!(coordinator.kept(), keyring);
    coordinator.rings(RingAction::DropBrought);
    assert!(brought(&coordinator).is_empty());

    let mut knowing = Coordinator::new().with_key();
    knowing.acts(DeskAction::Cards(file("so-khoa.json", bytes)));
    assert_eq!(
        brought(&knowing),
        [format!(
            "Sổ khóa trong tệp so-khoa.json do Vụ mẫu ký, ghi ngày 20/06/2017. Chữ ký đúng, bằng khóa của cơ quan tổng hợp có trong sổ khóa ở đây. Mã đối chiếu của khóa: {key}."
        )]
    );
    assert_eq!(knowing.notice(), "3 mục chờ đối chiếu; 1 mục đã có.");
}

#[test]
fn a_line_slipped_into_the_browsers_storage_shows_beside_a_signed_copy_of_the_keyring() {
    let mut coordinator = Case::new().trusting().with_key();
    coordinator.rings(RingAction::SaveSigned { password: "một mật khẩu".into() });
    let signed = coordinator.given().1.to_vec();
    let stranger = FILES.cards[0].clone();
    let mut keyring = coordinator.kept();
    keyring.add(stranger.clone());
    let mut after = Coordinator::with(Browser { keyring: Some(keyring.json().unwrap()), ..Browser::default() });
    after.acts(DeskAction::Cards(file("so-khoa.json", signed.clone())));
    let shown = brought(&after);
    let kid = fingerprint(&stranger.key.thumbprint());
    let line = format!("Chỉ có ở đây, không có trong tệp: Bộ Công an (Người lập, {}, {kid}).", stranger.name);
    assert!(shown[0].ends_with(&line), "{shown:?}");
    let mut same =
        Coordinator::with(Browser { keyring: Some(coordinator.kept().json().unwrap()), ..Browser::default() });
    same.acts(DeskAction::Cards(file("so-khoa.json", signed)));
    assert!(!brought(&same)[0].contains("Chỉ có ở đây"), "{:?}", brought(&same));
}

#[test]
fn a_keyring_that_could_not_be_read_back_is_not_signed() {
    let mut coordinator = Case::new().trusting().with_key();
    let desk = coordinator.state.desk.as_mut().unwrap();
    let keyring = std::rc::Rc::make_mut(&mut desk.keyring);
    let binding = keyring.bindings()[0].clone();
    for number in 0..4300 {
        let bound = Bound::Subject { subject: format!("CN={number:0>1900}"), by: None };
        keyring.bind(Binding { bound, ..binding.clone() });
    }
    coordinator.rings(RingAction::SaveSigned { password: "mật khẩu".into() });
    assert_eq!(
        coordinator.notice(),
        "Sổ khóa quá lớn nên không ký được. Gỡ bớt danh sách thu hồi rồi ký, hoặc lưu không ký."
    );
    coordinator.acts(DeskAction::SaveKeyring);
    assert_eq!(Keyring::read(coordinator.given().1).unwrap().bindings().len(), 4301);
}

#[test]
fn of_a_keyring_that_was_changed_after_signing_nothing_is_taken() {
    let text = String::from_utf8(signed().0).unwrap();
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let mut coordinator = Coordinator::new();
        coordinator.acts(DeskAction::Cards(file("so.json", text.replacen(from, to, 1))));
        assert!(coordinator.waiting().is_empty() && coordinator.browser.keyring.is_none());
        assert!(desk::keys(&coordinator.state).unwrap().brought.is_empty());
        assert!(matches!(coordinator.state.notice, Some(Notice::Bad(_))));
        coordinator.notice().to_owned()
    };
    assert_eq!(
        changed("\"approver\"", "\"seal\""),
        "Tệp so.json: Chữ ký của sổ khóa không khớp: tệp đã bị sửa sau khi ký, nên không lấy gì từ tệp. Xin lại tệp từ người lập sổ."
    );
    assert_eq!(
        changed("\"signatures\": [", "\"signatures\": [], \"signaturen\": ["),
        "Tệp so.json: Tệp sổ khóa không đúng mẫu (ở /signaturen). Xin lại tệp từ người lập sổ."
    );
    let at = text.find("\"signatures\"").unwrap();
    let unsigned = format!("{}\"signatures\": []\n}}", &text[..at]);
    let mut coordinator = Coordinator::new();
    coordinator.acts(DeskAction::Cards(file("so.json", unsigned)));
    assert_eq!(coordinator.notice(), "Tệp so.json: Tệp sổ khóa phải có đúng một chữ ký. Xin lại tệp từ người lập sổ.");
    let agency = Case::new().agency;
    let plain = signed().1.json().unwrap().replacen(&format!("\"{agency}\""), "\"bo-khong-co\"", 1);
    coordinator.acts(DeskAction::Cards(file("so.json", plain)));
    assert_eq!(coordinator.notice(), "Tệp so.json: Danh mục không có cơ quan “bo-khong-co” ghi trong sổ khóa.");
}

#[test]
fn an_unsigned_keyring_says_so_and_one_of_the_first_form_is_still_read() {
    let mut coordinator = Coordinator::having(&[]);
    coordinator.rings(RingAction::SaveSigned { password: "mật khẩu".into() });
    assert_eq!(coordinator.notice(), "Sổ khóa chưa có thẻ của cơ quan tổng hợp. Tạo khóa ở “Sổ khóa” trước.");
    coordinator.acts(DeskAction::SaveKeyring);
    assert_eq!(coordinator.notice(), "Đã lưu sổ khóa, không có chữ ký. Ai mở tệp này phải so từng mã đối chiếu.");
    let first = format!("{{\"keyring\":\"return36a-keyring/1\",\"cards\":[{}]}}", FILES.cards[0].json().unwrap());
    let mut coordinator = Coordinator::new();
    coordinator.acts(DeskAction::Cards(file("so-cu.json", first)));
    assert_eq!(coordinator.notice(), "1 thẻ khóa chờ đối chiếu.");
    coordinator.acts(DeskAction::Accept(0));
    assert_eq!(coordinator.kept(), Keyring::of([FILES.cards[0].clone()]));
    assert_eq!(coordinator.trust().anchors.says, NO_ROOT);
}

#[test]
fn everything_of_a_ledgers_keyring_waits_to_be_compared() {
    let mut before = Case::new().trusting();
    before.acts(DeskAction::SaveLedger);
    let (name, bytes) = before.given();
    let (name, bytes) = (name.to_owned(), bytes.to_vec());
    let mut after = Coordinator::new();
    after.acts(DeskAction::OpenLedger { name, bytes });
    assert_eq!((after.first(), after.waiting().len()), ("signature-unknown", 2));
    assert_eq!(
        after.notice(),
        "Đã mở sổ quý II/2017, có 1 tệp. Sổ kèm 2 mục của sổ khóa chưa có ở máy này. Đối chiếu và thêm ở “Sổ khóa”; các tệp liên quan sẽ được kiểm tra lại."
    );
    after.acts(DeskAction::Accept(0));
    after.acts(DeskAction::Accept(0));
    assert_eq!((after.first(), after.kept()), ("accepted", before.kept()));
}

#[test]
fn what_is_being_said_at_an_entry_goes_with_the_quarter() {
    let mut coordinator = Case::new().coordinator();
    coordinator.rings(RingAction::BindFound { entry: 0, signature: 0 });
    assert!(desk::entry(&coordinator.state, 0).unwrap().form.is_some());
    coordinator.acts(DeskAction::ChoosePeriod("2017-Q1".parse().unwrap()));
    coordinator.acts(DeskAction::ChoosePeriod(period()));
    assert_eq!(desk::entry(&coordinator.state, 0).unwrap().form, None);
    assert_eq!(coordinator.trust().form, None);
}
