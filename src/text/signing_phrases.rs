//! What the signing screen says: who signs, with what, and what is known of those who have signed.

use super::phrase::Phrase;

/// Heading of the choice of a role.
pub const ROLE: Phrase = Phrase { vi: "Ký với tư cách", en: "Sign as" };

/// The file field for a key.
pub const KEY_OR_CERTIFICATE: Phrase = Phrase {
    vi: "Tệp khóa (.pem), hoặc chứng thư số có khóa (.p12, .pfx)",
    en: "Key file (.pem), or a certificate with its key (.p12, .pfx)",
};

/// A role in which somebody has signed.
pub const ROLE_SIGNED: Phrase = Phrase { vi: "{role} (đã ký)", en: "{role} (has signed)" };

/// A role that a signature names, and it is not known whose that is.
pub const ROLE_CLAIMED: Phrase =
    Phrase { vi: "{role} (có chữ ký, chưa kiểm tra)", en: "{role} (has a signature that is not verified)" };

/// The seal, among the roles.
pub const SEAL_HINT: Phrase = Phrase {
    vi: "Người lập ký trước, người duyệt ký sau, văn thư đóng dấu số của cơ quan sau cùng. Mỗi người mở tệp đã có chữ ký của người trước.",
    en: "The drafter signs first, then the approver, and the agency's seal comes last. Each opens the file that the one before has signed.",
};

/// What a signature is: `Người duyệt: Nguyễn …, ký lúc …`.
pub const SIGNED_BY: Phrase = Phrase { vi: "{role}: {name}", en: "{role}: {name}" };

/// Who a signature is by, where nobody knows.
pub const SIGNED_BY_UNKNOWN: Phrase = Phrase { vi: "chưa rõ là ai", en: "nobody known" };

/// When, as the signatory's clock says.
pub const SIGNED_AT: Phrase = Phrase {
    vi: "Giờ ký do máy người ký ghi: {at} (giờ Việt Nam).",
    en: "Time of signing, as the signatory's machine says: {at} (Vietnam time).",
};

/// The key of a signature.
pub const SIGNED_KEY: Phrase =
    Phrase { vi: "Mã đối chiếu của khóa: {fingerprint}", en: "The key's fingerprint: {fingerprint}" };

/// The certificate of a signature.
pub const SIGNED_CERTIFICATE: Phrase = Phrase {
    vi: "Chứng thư số cấp cho {subject}, do {issuer} cấp, hiệu lực từ {from} đến {until}.",
    en: "Certificate of {subject}, issued by {issuer}, valid from {from} until {until}.",
};

/// While signatures are tried.
pub const TRYING: Phrase = Phrase { vi: "Đang kiểm tra chữ ký…", en: "Verifying the signatures…" };

/// A signature that fits, of a key whose card is not here.
pub const UNKNOWN_HERE: Phrase = Phrase {
    vi: "Chưa kiểm tra được: trang chưa có thẻ khóa của người ký. Mở thẻ khóa của người đó ở dưới rồi so mã đối chiếu.",
    en: "Not verified: the signatory's key card is not here. Open that card below and compare the fingerprint.",
};

/// A signature that fits, of a certificate that leads to no root known here.
pub const CERTIFIED_HERE: Phrase = Phrase {
    vi: "Chữ ký khớp với nội dung và với chứng thư số ghi ở đây. Văn phòng Chính phủ sẽ kiểm tra chứng thư khi tiếp nhận.",
    en: "The signature fits the content and the certificate named here. The Government Office checks the certificate on receipt.",
};

/// The file field for a colleague's card.
pub const CARD_FIELD: Phrase =
    Phrase { vi: "Thẻ khóa của người đã ký (.json)", en: "Key card of who has signed (.json)" };

/// Its hint.
pub const CARD_FIELD_HINT: Phrase = Phrase {
    vi: "Chỉ cần khi muốn kiểm tra chữ ký đã có trước khi ký tiếp",
    en: "Only to verify the signatures that are there before signing on top",
};

/// A colleague's card was opened.
pub const CARD_KNOWN: Phrase = Phrase {
    vi: "Đã mở thẻ khóa của {name} ({role}). Mã đối chiếu: {fingerprint}. So mã này với mã do chính người đó cho biết.",
    en: "The key card of {name} ({role}) was opened. Fingerprint: {fingerprint}. Compare it with the one that this person tells you.",
};

/// A card of somebody else.
pub const CARD_OF_OTHERS: Phrase = Phrase {
    vi: "Tệp {name} là thẻ khóa của người ký thuộc cơ quan khác, hoặc chưa có báo cáo nào đang mở. Mở báo cáo của cơ quan đó trước.",
    en: "{name} is a key card of another agency's signatory, or no return is open. Open that agency's return first.",
};

/// After a signature, where somebody is left to sign.
pub const SIGNED_NEXT: Phrase = Phrase {
    vi: "Đã ký. Xuất tệp rồi chuyển cho người ký tiếp theo ({role}), hoặc gửi Văn phòng Chính phủ nếu đã đủ chữ ký.",
    en: "Signed. Export the file and hand it to who signs next ({role}), or send it to the Government Office if nobody is left to.",
};

/// A name that the return does not say yet.
pub const NAME_FIRST: Phrase = Phrase {
    vi: "Báo cáo chưa ghi họ tên người ký với tư cách này. Ghi ở phần Thông tin chung rồi tạo khóa.",
    en: "The return does not name who signs in this role. Give the name in the general part, then make the key.",
};

/// A signature before the others were tried.
pub const NOT_TRIED_YET: Phrase = Phrase {
    vi: "Chưa kiểm tra xong các chữ ký đã có. Chờ một chút rồi ký lại.",
    en: "The signatures that are there are not verified yet. Wait a moment and sign again.",
};

/// A signature beside a broken one.
pub const BROKEN_HERE: Phrase = Phrase {
    vi: "Tệp có chữ ký không khớp, nên không ký tiếp lên đó. Xin lại tệp từ người ký trước, hoặc gỡ riêng chữ ký đó.",
    en: "The file has a signature that does not fit, so nothing is signed on top of it. Ask the one before for the file again, or take that signature off.",
};

/// A signature beside one that fits and cannot count.
pub const REFUSED_HERE: Phrase = Phrase {
    vi: "Một chữ ký trong tệp không dùng được, nên không ký tiếp lên đó. {why} Gỡ riêng chữ ký đó, hoặc xin lại tệp từ người ký trước.",
    en: "One signature in the file cannot count, so nothing is signed on top of it. {why} Take that signature off, or ask the one before for the file again.",
};

/// The button that takes one signature off.
pub const TAKE_OFF: Phrase = Phrase { vi: "Gỡ chữ ký này", en: "Take this signature off" };

/// It was.
pub const TAKEN_OFF: Phrase = Phrase {
    vi: "Đã gỡ một chữ ký. Muốn lấy lại thì mở lại tệp đã có chữ ký đó.",
    en: "One signature was taken off. To have it back, open the file again that bears it.",
};

/// Signatures of another file of the same return that are not put beside its own.
pub const NOT_JOINED: Phrase = Phrase {
    vi: "Tệp {name} có {count} chữ ký không dùng được, nên không ghép vào báo cáo đang mở. {why}",
    en: "{name} has {count} signatures that cannot be used; they were not put beside those of the open return. {why}",
};

/// All roles.
pub const ALL_HAVE_SIGNED: Phrase = Phrase {
    vi: "Người lập, người duyệt và con dấu đều đã ký. Xuất tệp rồi gửi Văn phòng Chính phủ.",
    en: "Drafter, approver and seal have all signed. Export the file and send it to the Government Office.",
};

/// Each role has a signature, and not each is verified.
pub const EACH_ROLE_IS_CLAIMED: Phrase = Phrase {
    vi: "Vai trò nào cũng có chữ ký, nhưng có chữ ký chưa kiểm tra được ở đây. Chọn vai trò nếu muốn ký thêm; nếu không thì xuất tệp rồi gửi Văn phòng Chính phủ.",
    en: "Each role has a signature, but not all are verified here. Choose a role to sign in it all the same; otherwise export the file and send it to the Government Office.",
};

/// A key that was made for something else than what is signed now.
pub const KEY_FOR_ANOTHER: Phrase = Phrase {
    vi: "Khóa vừa tạo xong là của {agency}, để ký với tư cách {role}; không dùng cho lần ký đang mở. Đã tải tệp {file} về máy: giữ kín, và chọn lại tệp này khi ký với tư cách đó.",
    en: "The key that was just made is for {agency}, to sign as {role}; it is not used for what is signed now. Its file {file} was saved: keep it secret, and choose it when signing in that role.",
};

/// Several keys in a certificate's file.
pub const CHOOSE_KEY_FIRST: Phrase = Phrase {
    vi: "Tệp chứng thư có nhiều khóa. Chọn một khóa rồi gõ lại mật khẩu.",
    en: "The certificate's file holds several keys. Choose one and type the password again.",
};

/// Heading of that choice.
pub const KEY_NAMES: Phrase = Phrase { vi: "Khóa trong tệp", en: "Keys in the file" };

/// Heading.
pub const ELSEWHERE: Phrase = Phrase { vi: "Ký bằng chương trình khác", en: "Sign with another program" };

/// Its explanation.
pub const ELSEWHERE_EXPLAIN: Phrase = Phrase {
    vi: "Dùng khi khóa nằm trong thiết bị hoặc máy khác. Chọn chứng thư số, trang cho một tệp cần ký; ký tệp đó (RSA hoặc ECDSA, băm SHA-256) rồi chọn tệp chữ ký. Trang kiểm tra chữ ký trước khi nhận.",
    en: "For a key in a device or on another machine. Choose the certificate, and the page gives a file to sign; sign it (RSA or ECDSA, hashed by SHA-256) and choose the signature's file. The page verifies it before taking it.",
};

/// The file field for a certificate.
pub const CERTIFICATE: Phrase =
    Phrase { vi: "Chứng thư số (.pem, .cer, .crt)", en: "Certificate (.pem, .cer, .crt)" };

/// Its hint.
pub const CERTIFICATE_HINT: Phrase =
    Phrase { vi: "Nên kèm chứng thư của tổ chức cấp", en: "Best with the certificates above it" };

/// What was given to be signed.
pub const TO_SIGN_SAVED: Phrase = Phrase {
    vi: "Đã tải về tệp cần ký. Ký tệp đó rồi chọn tệp chữ ký ở dưới. Chưa đóng trang trong lúc đó.",
    en: "The file to be signed was saved. Sign it, then choose the signature's file below. Keep the page open meanwhile.",
};

/// What waits for its signature.
pub const TO_SIGN: Phrase = Phrase {
    vi: "Tệp cần ký: {name}. SHA-256: {sha256}. Ký bằng khóa của {subject}.",
    en: "To be signed: {name}. SHA-256: {sha256}. By the key of {subject}.",
};

/// How, with a tool that most have.
pub const TO_SIGN_HOW: Phrase = Phrase { vi: "Ví dụ với OpenSSL:", en: "With OpenSSL, for example:" };

/// The button.
pub const TO_SIGN_AGAIN: Phrase = Phrase { vi: "Tải lại tệp cần ký", en: "Save the file to be signed again" };

/// The file field for the signature.
pub const ATTACH: Phrase = Phrase { vi: "Tệp chữ ký", en: "The signature's file" };

/// Its hint.
pub const ATTACH_HINT: Phrase = Phrase {
    vi: "Chữ ký thô, base64, PEM, hoặc CMS (.p7s) không có thuộc tính ký",
    en: "The plain signature, base64, PEM, or CMS (.p7s) without signed attributes",
};

/// The button.
pub const ATTACH_DROP: Phrase = Phrase { vi: "Thôi, không ký ở nơi khác", en: "Do not sign elsewhere" };

/// Heading.
pub const TOKEN: Phrase = Phrase { vi: "Ký bằng USB token", en: "Sign with a USB token" };

/// Its explanation.
pub const TOKEN_EXPLAIN: Phrase = Phrase {
    vi: "Cắm thiết bị và mở dịch vụ ký số (VGCA Sign Service) trên máy này rồi bấm nút. Thiết bị được hỏi hai lần: lần đầu để biết chứng thư, lần sau để ký. Trang chỉ gửi mã băm, không gửi báo cáo.",
    en: "Plug the token in, start the signing service (VGCA Sign Service) on this machine and press the button. The token is asked twice: first for its certificate, then for the signature. Only a hash leaves the page, never the return.",
};

/// The button.
pub const TOKEN_BUTTON: Phrase = Phrase { vi: "Ký bằng USB token", en: "Sign with the USB token" };

/// The button while the token is waited for.
pub const TOKEN_STOP: Phrase = Phrase { vi: "Thôi, không chờ thiết bị", en: "Stop waiting for the token" };

/// It was pressed.
pub const TOKEN_STOPPED: Phrase = Phrase {
    vi: "Đã thôi chờ thiết bị. Nếu thiết bị còn hỏi mã PIN thì bấm hủy ở đó; chữ ký đến muộn không được dùng.",
    en: "The token is waited for no longer. If it still asks for the PIN, cancel there; a signature that comes late is not used.",
};

/// The file field for certificates above the signatory's.
pub const AUTHORITY: Phrase = Phrase {
    vi: "Chứng thư của tổ chức cấp (.pem, .cer, .crt), nếu có",
    en: "Certificates of those who issued it (.pem, .cer, .crt), if at hand",
};

/// Its hint.
pub const AUTHORITY_HINT: Phrase = Phrase {
    vi: "Gửi kèm chữ ký để nơi nhận lần được đến chứng thư gốc. Chọn trước khi ký, lần lượt từng tệp; không cần chứng thư gốc.",
    en: "They go along with the signature, so that who receives it finds the way to the root. Choose them before signing, one file after the other; the root is not needed.",
};

/// What was chosen.
pub const AUTHORITY_CHOSEN: Phrase = Phrase {
    vi: "Chứng thư trong tệp {name} sẽ gửi kèm chữ ký.",
    en: "The certificates in {name} will go along with the signature.",
};

/// A file of no authority.
pub const AUTHORITY_REFUSED: Phrase = Phrase {
    vi: "Tệp {name} không phải chứng thư số của tổ chức chứng thực. Chọn tệp chứng thư của nơi đã cấp chứng thư cho người ký.",
    en: "{name} is no certificate of an authority. Choose that of whoever issued the signatory's certificate.",
};

/// More of them than any chain has.
pub const AUTHORITIES_TOO_MANY: Phrase = Phrase {
    vi: "Tệp {name} có quá nhiều chứng thư. Chỉ chọn các chứng thư từ người ký đến gốc.",
    en: "{name} has too many certificates. Choose only those between the signatory and the root.",
};

/// They do not lead upwards from the signatory's.
pub const AUTHORITY_NOT_ABOVE: Phrase = Phrase {
    vi: "Trong các chứng thư gửi kèm có chứng thư không cấp cho người ký. Người ký cần chứng thư của: {issuer}. Bỏ các chứng thư gửi kèm rồi chọn lại.",
    en: "Among the certificates that go along is one that did not issue the signatory's. Wanted is the one of: {issuer}. Drop those that go along and choose again.",
};

/// The button that drops them.
pub const AUTHORITIES_DROP: Phrase =
    Phrase { vi: "Bỏ các chứng thư gửi kèm", en: "Drop the certificates that go along" };

/// Between the two.
pub const TOKEN_AGAIN: Phrase = Phrase {
    vi: "Đã biết chứng thư của thiết bị. Thiết bị đang hỏi lần hai để ký báo cáo.",
    en: "The token's certificate is known. The token asks a second time, to sign the return.",
};
