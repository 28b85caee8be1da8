//! The phrases of the keyring's screen, and of signatures in an entry.

use super::phrase::Phrase;

// The keyring's file.

/// After saving without a signature.
pub const SAVED_UNSIGNED: Phrase = Phrase {
    vi: "Đã lưu sổ khóa, không có chữ ký. Ai mở tệp này phải so từng mã đối chiếu.",
    en: "The keyring was saved without a signature. Whoever opens it must compare every fingerprint.",
};

/// What the two ways are.
pub const SAVE_EXPLAIN: Phrase = Phrase {
    vi: "Ký sổ khóa bằng khóa của cơ quan tổng hợp để người mở tệp biết tệp do ai lập và chưa bị sửa. Tệp không ký vẫn mở được, nhưng không có gì bảo đảm.",
    en: "Sign the keyring with the coordinator's key, so that whoever opens it knows who made it and that nobody changed it. An unsigned file opens too, but nothing vouches for it.",
};

/// The button.
pub const SAVE_SIGNED: Phrase = Phrase { vi: "Ký và lưu sổ khóa", en: "Sign and save the keyring" };

/// The button.
pub const SAVE_UNSIGNED: Phrase = Phrase { vi: "Lưu sổ khóa không ký", en: "Save the keyring unsigned" };

/// A keyring too large to be signed.
pub const KEYRING_TOO_LARGE: Phrase = Phrase {
    vi: "Sổ khóa quá lớn nên không ký được. Gỡ bớt danh sách thu hồi rồi ký, hoặc lưu không ký.",
    en: "The keyring is too large to be signed. Remove revocation lists and sign it, or save it unsigned.",
};

/// A keyring's file that cannot be read.
pub const KEYRING_MALFORMED: Phrase = Phrase {
    vi: "Tệp sổ khóa không đúng mẫu (ở {place}). Xin lại tệp từ người lập sổ.",
    en: "The keyring's file is not of the right form (at {place}). Ask whoever made it for it again.",
};

/// A keyring with more than one signature.
pub const KEYRING_SIGNATURES: Phrase = Phrase {
    vi: "Tệp sổ khóa phải có đúng một chữ ký. Xin lại tệp từ người lập sổ.",
    en: "A keyring's file has exactly one signature. Ask whoever made it for it again.",
};

/// A keyring that was changed.
pub const KEYRING_BROKEN: Phrase = Phrase {
    vi: "Chữ ký của sổ khóa không khớp: tệp đã bị sửa sau khi ký, nên không lấy gì từ tệp. Xin lại tệp từ người lập sổ.",
    en: "The keyring's signature does not fit: it was changed after signing, and nothing of it is taken. Ask whoever made it for it again.",
};

/// A keyring signed by a key known here.
pub const BROUGHT_KNOWN: Phrase = Phrase {
    vi: "Sổ khóa trong tệp {name} do {issuer} ký, ghi ngày {date}. Chữ ký đúng, bằng khóa của cơ quan tổng hợp có trong sổ khóa ở đây. Mã đối chiếu của khóa: {fingerprint}.",
    en: "The keyring in {name} was signed by {issuer} and is dated {date}. The signature is valid, by a coordinator's key that is in the keyring here. The key's fingerprint: {fingerprint}.",
};

/// A keyring signed by a key that is not known here.
pub const BROUGHT_UNKNOWN: Phrase = Phrase {
    vi: "Sổ khóa trong tệp {name} ghi là do {issuer} ký, ngày {date}. Chữ ký khớp với khóa ghi trong tệp, nhưng khóa đó chưa có trong sổ khóa ở đây: đọc mã đối chiếu với {issuer} trước khi thêm. Mã đối chiếu của khóa: {fingerprint}.",
    en: "The keyring in {name} says that {issuer} signed it on {date}. The signature fits the key in the file, but that key is not in the keyring here: compare the fingerprint with {issuer} before you add anything. The key's fingerprint: {fingerprint}.",
};

/// Lines of the keyring here that the file does not have.
pub const ONLY_HERE: Phrase =
    Phrase { vi: "Chỉ có ở đây, không có trong tệp: {lines}.", en: "Only here, not in the file: {lines}." };

/// The button.
pub const DROP_BROUGHT: Phrase = Phrase { vi: "Ẩn", en: "Hide" };

// What waits.

/// An agency that the registry does not have.
pub const BINDING_OF_NOBODY: Phrase = Phrase {
    vi: "Danh mục không có cơ quan “{agency}” ghi trong sổ khóa.",
    en: "The registry has no agency “{agency}”, which the keyring names.",
};

/// After reading.
pub const PIECES_CAME: Phrase =
    Phrase { vi: "{count} mục chờ đối chiếu.", en: "{count} lines wait to be compared." };

/// After reading.
pub const PIECES_KNOWN: Phrase = Phrase {
    vi: "{count} mục chờ đối chiếu; {known} mục đã có.",
    en: "{count} lines wait to be compared; {known} were here already.",
};

/// A ledger's keyring.
pub const LEDGER_PIECES: Phrase = Phrase {
    vi: "Sổ kèm {count} mục của sổ khóa chưa có ở máy này. Đối chiếu và thêm ở “Sổ khóa”; các tệp liên quan sẽ được kiểm tra lại.",
    en: "The ledger brings {count} lines of a keyring that are not here. Compare and add them under “Keyring”; their files are then checked again.",
};

/// The button.
pub const ACCEPT_ALL: Phrase = Phrase {
    vi: "Đã đối chiếu cả {count} mục (trừ chứng thư gốc), thêm tất cả",
    en: "All {count} agree (roots apart), add them",
};

/// The button, where some would change days.
pub const ACCEPT_SAME_DAYS: Phrase = Phrase {
    vi: "Đã đối chiếu cả {count} mục (trừ chứng thư gốc và mục khác thời hạn), thêm tất cả",
    en: "All {count} agree (roots and lines with other days apart), add them",
};

/// A line whose key or certificate is here with other days.
pub const OTHER_DAYS: Phrase = Phrase {
    vi: "Khóa hoặc chứng thư này đã có trong sổ khóa với thời hạn khác: {days}. Hỏi lại cơ quan trước khi thêm.",
    en: "This key or certificate is in the keyring with other days: {days}. Ask the agency before you add it.",
};

/// No days.
pub const NO_DAYS: Phrase = Phrase { vi: "không giới hạn", en: "no limit" };

/// Which days will hold: those that are here.
pub const DAYS_TAKEN_OVER: Phrase = Phrase {
    vi: "Mục này không ghi thời hạn nên sẽ theo thời hạn đó.",
    en: "This line says no days and takes those over.",
};

/// Which days will hold: those that come.
pub const DAYS_BROUGHT: Phrase = Phrase {
    vi: "Nếu thêm, thời hạn của mục này thay cho thời hạn đó, ở mọi dòng của khóa hoặc chứng thư này.",
    en: "If you add it, its days take the place of those, in every line of this key or certificate.",
};

// Roots.

/// Heading.
pub const ANCHORS: Phrase = Phrase { vi: "Chứng thư gốc được tin", en: "Trusted roots" };

/// What a root is for.
pub const ANCHORS_EXPLAIN: Phrase = Phrase {
    vi: "Chứng thư số của người ký chỉ được tin khi do một gốc ở đây cấp, trực tiếp hoặc qua tổ chức trung gian. Trước khi thêm, so SHA-256 từng nhóm với mã mà tổ chức chứng thực công bố.",
    en: "A signatory's certificate is trusted only if a root here has issued it, itself or through others. Before you add one, compare its SHA-256 group by group with what the authority publishes.",
};

/// None.
pub const NO_ANCHORS: Phrase = Phrase {
    vi: "Chưa tin gốc nào: mọi chữ ký bằng chứng thư số sẽ là “chưa rõ”.",
    en: "No root is trusted yet: every signature by a certificate will be “unknown”.",
};

/// How many.
pub const ANCHORS_COUNT: Phrase =
    Phrase { vi: "Đang tin {count} chứng thư gốc.", en: "{count} root{s} trusted." };

/// The field.
pub const ADD_ANCHORS: Phrase = Phrase { vi: "Thêm chứng thư gốc", en: "Add roots" };

/// Its hint.
pub const ADD_ANCHORS_HINT: Phrase = Phrase {
    vi: "Tệp .pem, .crt, .cer của tổ chức chứng thực; một tệp có thể có nhiều chứng thư",
    en: "Files .pem, .crt, .cer of authorities; one may hold several certificates",
};

/// What a line is.
pub const CARD: Phrase = Phrase { vi: "Thẻ khóa", en: "Key card" };

/// What a line is.
pub const BINDING: Phrase = Phrase { vi: "Chứng thư của người ký", en: "Signatory's certificate" };

/// What a line is.
pub const ANCHOR: Phrase = Phrase { vi: "Chứng thư gốc", en: "Root" };

/// A certificate's name and issuer.
pub const CERTIFICATE_OF: Phrase = Phrase { vi: "Cấp cho {subject}", en: "For {subject}" };

/// Its validity.
pub const IN_FORCE: Phrase =
    Phrase { vi: "hiệu lực từ {from} đến {until}", en: "valid from {from} until {until}" };

/// After its end.
pub const OVER: Phrase = Phrase { vi: "đã hết hạn", en: "expired" };

/// A file without a certificate.
pub const NO_CERTIFICATE: Phrase = Phrase {
    vi: "Tệp này không phải chứng thư số X.509 (.pem, .crt, .cer). Chọn tệp khác.",
    en: "This is no X.509 certificate (.pem, .crt, .cer). Choose another file.",
};

/// After removing one.
pub const ANCHOR_REMOVED: Phrase = Phrase { vi: "Đã thôi tin gốc {name}.", en: "{name} is trusted no longer." };

// Revocation lists.

/// Heading.
pub const CRLS: Phrase = Phrase { vi: "Danh sách chứng thư bị thu hồi", en: "Revocation lists" };

/// What they are for.
pub const CRLS_EXPLAIN: Phrase = Phrase {
    vi: "Tải danh sách (.crl) từ trang của tổ chức chứng thực. Chứng thư có trong danh sách trước ngày nhận tệp thì chữ ký không được tính.",
    en: "Get the list (.crl) from the authority. A signature does not count if its certificate was on it before the file came.",
};

/// None.
pub const NO_CRLS: Phrase = Phrase {
    vi: "Chưa có danh sách nào: trang không biết chứng thư nào đã bị thu hồi.",
    en: "No list yet: the page does not know which certificates were revoked.",
};

/// How many.
pub const CRLS_COUNT: Phrase = Phrase { vi: "Có {count} danh sách.", en: "{count} list{s}." };

/// The field.
pub const ADD_CRLS: Phrase = Phrase { vi: "Thêm danh sách thu hồi", en: "Add revocation lists" };

/// Its hint.
pub const ADD_CRLS_HINT: Phrase = Phrase {
    vi: "Tệp .crl hoặc .pem của tổ chức chứng thực; chọn được nhiều tệp",
    en: "Files .crl or .pem of authorities; several at once",
};

/// After reading.
pub const CRLS_CAME: Phrase =
    Phrase { vi: "Đã thêm {count} danh sách thu hồi.", en: "{count} revocation lists were added." };

/// After reading.
pub const CRLS_KNOWN: Phrase = Phrase {
    vi: "Đã thêm {count} danh sách thu hồi; {known} danh sách đã có.",
    en: "{count} revocation lists were added; {known} were here already.",
};

/// What a line is.
pub const CRL: Phrase = Phrase { vi: "Danh sách thu hồi", en: "Revocation list" };

/// When it was issued.
pub const CRL_ISSUED: Phrase = Phrase { vi: "phát hành {at}", en: "issued {at}" };

/// When the next one is due.
pub const CRL_NEXT: Phrase = Phrase { vi: "bản kế tiếp {at}", en: "next one {at}" };

/// How many.
pub const CRL_REVOKED: Phrase =
    Phrase { vi: "{count} chứng thư bị thu hồi", en: "{count} certificate{s} revoked" };

/// A list that is past its day.
pub const CRL_OLD: Phrase = Phrase {
    vi: "Đã đến ngày có bản kế tiếp. Tải bản mới từ tổ chức chứng thực.",
    en: "The next one is due. Get it from the authority.",
};

/// A list of an unknown authority.
pub const CRL_USELESS: Phrase = Phrase {
    vi: "Chưa có hiệu lực: tổ chức phát hành không phải gốc được tin, cũng chưa cấp chứng thư nào có trong các tệp đã nhận.",
    en: "Without effect yet: its authority is no trusted root and has issued no certificate in the files received.",
};

/// A list that nobody has signed who could.
pub const CRL_UNSIGNED: Phrase = Phrase {
    vi: "Chưa có hiệu lực: không khóa nào được tin ở đây của tổ chức phát hành đã ký danh sách này. Tải lại danh sách từ tổ chức đó.",
    en: "Without effect yet: no key of its authority that is trusted here has signed it. Get the list from the authority again.",
};

/// A list whose signature is not known yet.
pub const CRL_BEING_TRIED: Phrase =
    Phrase { vi: "Đang kiểm chữ ký của danh sách.", en: "The list's signature is being tried." };

/// A list of whose signature the browser gave no answer.
pub const CRL_NOT_TRIED: Phrase = Phrase {
    vi: "Chưa kiểm được chữ ký của danh sách. Mở lại trang để kiểm lại.",
    en: "The list's signature could not be tried. Open the page again to try it once more.",
};

/// A list whose authority is only known from files.
pub const CRL_UNPROVEN: Phrase = Phrase {
    vi: "Chưa có hiệu lực: sổ khóa chưa có chứng thư của tổ chức phát hành để kiểm chữ ký của danh sách, nên chỉ tính được với tệp có kèm chứng thư đó. Đối chiếu rồi thêm chứng thư của tổ chức này ở “Chứng thư gốc được tin”.",
    en: "Without effect yet: the keyring lacks its authority's certificate to try the list's signature, which works only with files that bring that certificate along. Compare it and add it under “Trusted roots”.",
};

/// Lists in whose place newer ones have come.
pub const CRLS_REPLACED: Phrase = Phrase {
    vi: "Đã bỏ {count} danh sách cũ, có bản thay thế.",
    en: "{count} older list{s} gave way to a newer one.",
};

/// A list that came too late.
pub const CRL_OLDER: Phrase = Phrase {
    vi: "Không thêm danh sách phát hành {at} của {name}: sổ khóa đã có bản mới hơn.",
    en: "The list of {name} issued {at} was not added: the keyring has a newer one.",
};

/// After removing one.
pub const CRL_REMOVED: Phrase =
    Phrase { vi: "Đã gỡ danh sách thu hồi của {name}.", en: "The revocation list of {name} was removed." };

// For whom a certificate signs.

/// Heading.
pub const BINDINGS: Phrase = Phrase { vi: "Chứng thư số ký cho cơ quan nào", en: "For whom certificates sign" };

/// Why it is needed.
pub const BINDINGS_EXPLAIN: Phrase = Phrase {
    vi: "Chứng thư cho biết người ký là ai; sổ khóa ghi người đó ký cho cơ quan nào, với vai trò nào. Hỏi lại cơ quan trước khi ghi.",
    en: "A certificate says who somebody is; the keyring says for which agency they sign, and in which roles. Ask the agency before you enter it.",
};

/// None.
pub const NO_BINDINGS: Phrase = Phrase { vi: "Chưa ghi chứng thư nào.", en: "No certificate is entered yet." };

/// How many.
pub const BINDINGS_COUNT: Phrase =
    Phrase { vi: "Đã ghi {count} chứng thư.", en: "{count} certificate{s} entered." };

/// The field.
pub const ADD_BINDING: Phrase = Phrase {
    vi: "Ghi từ tệp chứng thư của người ký",
    en: "Enter a signatory's certificate from its file",
};

/// Its hint.
pub const ADD_BINDING_HINT: Phrase = Phrase {
    vi: "Tệp .pem, .crt, .cer; hoặc mở tệp báo cáo đã nhận rồi bấm “Gắn chứng thư này”",
    en: "A file .pem, .crt, .cer; or open a received return and press “Enter this certificate”",
};

/// A file without a signatory's certificate.
pub const ONLY_AUTHORITIES: Phrase = Phrase {
    vi: "Tệp chỉ có chứng thư của tổ chức chứng thực, không có chứng thư của người ký. Chọn chứng thư của người ký.",
    en: "The file has certificates of authorities only, none of a signatory. Choose the signatory's.",
};

/// What is meant.
pub const THIS_ONE: Phrase = Phrase { vi: "chỉ chứng thư này", en: "this certificate alone" };

/// What is meant.
pub const WHOLE_NAME: Phrase = Phrase {
    vi: "mọi chứng thư mang tên này do cùng tổ chức cấp",
    en: "every certificate of this name by the same authority",
};

/// What is meant by a line of an older keyring.
pub const WHOLE_NAME_OF_ANY: Phrase = Phrase {
    vi: "mọi chứng thư mang tên này, do bất kỳ tổ chức được tin nào cấp (ghi theo mẫu cũ: bấm “Sửa” rồi ghi lại)",
    en: "every certificate of this name by whichever trusted authority (an old line: change it and enter it again)",
};

/// The name that is meant.
pub const BOUND_NAME: Phrase =
    Phrase { vi: "Tên trong chứng thư: {subject}", en: "Name in the certificate: {subject}" };

/// Who certifies that name.
pub const BOUND_ISSUER: Phrase = Phrase { vi: "do {issuer} cấp", en: "by {issuer}" };

/// With which key.
pub const BOUND_KEY: Phrase = Phrase {
    vi: "SHA-256 của khóa tổ chức cấp: {fingerprint}",
    en: "SHA-256 of the authority's key: {fingerprint}",
};

/// The certificate that is meant.
pub const BOUND_HASH: Phrase =
    Phrase { vi: "SHA-256 của chứng thư: {fingerprint}", en: "The certificate's SHA-256: {fingerprint}" };

/// A name for which several have certified.
pub const BOUND_SEVERAL: Phrase = Phrase {
    vi: "Tên này có chứng thư do nhiều tổ chức hoặc khóa khác nhau cấp: {names}.",
    en: "Certificates of this name come from several authorities or keys: {names}.",
};

/// The button at a signature.
pub const BIND_FOUND: Phrase =
    Phrase { vi: "Gắn chứng thư này với {agency}", en: "Enter this certificate for {agency}" };

/// Heading.
pub const BIND: Phrase = Phrase { vi: "Gắn chứng thư với cơ quan", en: "Enter a certificate" };

/// What to do first.
pub const BIND_HINT: Phrase = Phrase {
    vi: "Hỏi cơ quan xem người này có ký cho cơ quan không, và so SHA-256 từng nhóm.",
    en: "Ask the agency whether this person signs for it, and compare the SHA-256 group by group.",
};

/// The choice.
pub const BIND_WHICH: Phrase = Phrase { vi: "Áp dụng cho", en: "Applies to" };

/// One answer.
pub const BIND_THIS: Phrase = Phrase {
    vi: "Chỉ chứng thư này; khi cấp mới phải ghi lại",
    en: "This certificate alone; a renewed one is entered anew",
};

/// The other.
pub const BIND_WHOLE: Phrase = Phrase {
    vi: "Mọi chứng thư mang đúng tên này do cùng tổ chức cấp, kể cả khi cấp mới",
    en: "Any certificate of exactly this name by the same authority, renewed ones too",
};

/// The field.
pub const BIND_AGENCY: Phrase = Phrase { vi: "Cơ quan", en: "Agency" };

/// Nothing chosen.
pub const BIND_CHOOSE: Phrase = Phrase { vi: "Chọn cơ quan", en: "Choose an agency" };

/// The field.
pub const BIND_NAME: Phrase = Phrase { vi: "Họ tên hoặc tên đơn vị ký", en: "Name of the person or office" };

/// The roles.
pub const BIND_ROLES: Phrase = Phrase { vi: "Được ký với tư cách", en: "May sign as" };

/// The button.
pub const BIND_SET: Phrase = Phrase { vi: "Đã đối chiếu, ghi vào sổ khóa", en: "It agrees, enter it" };

/// The other button.
pub const CANCEL: Phrase = Phrase { vi: "Thôi", en: "Cancel" };

/// Nothing chosen.
pub const BIND_NO_AGENCY: Phrase =
    Phrase { vi: "Chưa chọn cơ quan mà chứng thư này ký cho.", en: "The agency is missing." };

/// Nothing typed.
pub const BIND_NO_NAME: Phrase =
    Phrase { vi: "Chưa ghi họ tên hoặc tên đơn vị ký.", en: "The name is missing." };

/// Nothing ticked.
pub const BIND_NO_ROLE: Phrase =
    Phrase { vi: "Chọn ít nhất một vai trò ký.", en: "Choose at least one role." };

/// Days that are not those of another line.
pub const BIND_OTHER_DAYS: Phrase = Phrase {
    vi: "Chưa ghi: sổ khóa đã có dòng “{name}” cho chứng thư này ở cùng cơ quan, {there}; ở đây ghi {typed}. Mọi dòng của một chứng thư theo chung một thời hạn. Bấm “Sửa” ở dòng đó để đổi thời hạn trước, hoặc gắn chứng thư cấp mới.",
    en: "Not entered: the keyring has the line “{name}” about this certificate for the same agency, {there}; here stands {typed}. The days hold for every line about a certificate. Press “Change” at that line and change its days first, or enter the renewed certificate.",
};

/// A name for which several authorities have certified.
pub const BIND_SEVERAL: Phrase = Phrase {
    vi: "Các tệp đã nhận có chứng thư mang tên này do nhiều tổ chức hoặc khóa khác nhau cấp: {names}. Trang không chọn thay. Hỏi cơ quan, gỡ dòng này rồi gắn lại từ tệp chứng thư đúng.",
    en: "The files received bear certificates of this name by several authorities or keys: {names}. The page chooses none of them. Ask the agency, remove this line, and enter the right certificate from its file.",
};

/// A name that is too long.
pub const BIND_TOO_LONG: Phrase = Phrase {
    vi: "Tên quá dài. Ghi ngắn lại, hoặc chọn “Chỉ chứng thư này”.",
    en: "The name is too long. Shorten it, or choose “This certificate alone”.",
};

/// After that.
pub const BOUND: Phrase = Phrase {
    vi: "Đã ghi chứng thư vào sổ khóa. Các tệp ký bằng chứng thư này được kiểm tra lại.",
    en: "The certificate was entered. Files signed with it are checked again.",
};

/// After removing one.
pub const BINDING_REMOVED: Phrase =
    Phrase { vi: "Đã gỡ chứng thư của {name}.", en: "The certificate of {name} was removed." };

/// The button.
pub const EDIT: Phrase = Phrase { vi: "Sửa", en: "Change" };

// Days.

/// The button.
pub const DAYS: Phrase = Phrase { vi: "Sửa thời hạn", en: "Change the days" };

/// What they mean.
pub const DAYS_HINT: Phrase = Phrase {
    vi: "Ghi ngày/tháng/năm, để trống nếu không giới hạn. Khi mất khóa, ghi ngày cuối cùng còn dùng: tệp nhận sau ngày đó không được tính. Thời hạn áp dụng cho mọi thẻ của cùng một khóa.",
    en: "Day/month/year, blank for no limit. If a key was lost, write the last day it was in use: files received later do not count. The days hold for every card of the same key.",
};

/// The first day.
pub const FROM: Phrase = Phrase { vi: "Dùng từ ngày", en: "In use from" };

/// The last day.
pub const UNTIL: Phrase = Phrase { vi: "Dùng đến hết ngày", en: "In use until the end of" };

/// The button.
pub const SET_DAYS: Phrase = Phrase { vi: "Ghi thời hạn", en: "Set the days" };

/// A day that is none, or before the other.
pub const DAY_WRONG: Phrase = Phrase {
    vi: "Thời hạn không đúng. Ghi ngày/tháng/năm, ngày cuối không trước ngày đầu, hoặc để trống.",
    en: "The days are not right. Write day/month/year, the last not before the first, or leave them blank.",
};

/// After that.
pub const LIMITED: Phrase = Phrase {
    vi: "Đã ghi thời hạn. Các tệp ký bằng khóa này được kiểm tra lại.",
    en: "The days are set. Files signed with this key are checked again.",
};

/// A first day.
pub const SINCE_DAY: Phrase = Phrase { vi: "dùng từ {date}", en: "in use from {date}" };

/// A last day.
pub const UNTIL_DAY: Phrase = Phrase { vi: "dùng đến hết {date}", en: "in use until the end of {date}" };

// A signature in an entry.

/// Who signed, and for whom.
pub const SIGNED_FOR: Phrase = Phrase { vi: "{role}: {name}, ký cho {agency}", en: "{role}: {name}, for {agency}" };

/// Who says to have signed.
pub const SIGNED_UNKNOWN: Phrase =
    Phrase { vi: "{role}: {name}, chưa rõ ký cho cơ quan nào", en: "{role}: {name}, for an unknown agency" };

/// When, and what counts.
pub const SIGNED_AT: Phrase = Phrase {
    vi: "Giờ ký do máy người ký ghi: {at}. Kết luận dùng ngày nhận tệp ({received}), không dùng giờ này.",
    en: "Time of signing, as the signatory's machine says: {at}. The verdict uses the day of receipt ({received}), not this time.",
};
