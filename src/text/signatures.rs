use super::phrase::{Language, Phrase};
use crate::signing::{SigningError, TokenFault};

/// What is said of a code of the signing room.
pub fn signing_message(code: &str, language: Language) -> String {
    signing(code).unwrap_or(SIGNING_OTHER).text(language).to_owned()
}

/// What is said to whoever signs, of a code of the signing room: what is wrong with one's own key or certificate, and not
/// with a file that came.
pub fn own_signing_message(code: &str, language: Language) -> String {
    let (vi, en) = match code {
        "signing/certificate-malformed" => (
            "Tệp này không phải chứng thư số X.509. Chọn tệp chứng thư của người ký (.pem, .cer, .crt).",
            "This is no X.509 certificate. Choose the signatory's certificate (.pem, .cer, .crt).",
        ),
        "signing/certificate-early" | "signing/certificate-expired" => (
            "Chứng thư số chưa đến hạn hoặc đã hết hạn dùng. Dùng chứng thư còn hạn; nếu còn hạn thì kiểm tra ngày giờ của máy.",
            "The certificate is not in force yet, or no longer. Use one that is; if it should be, check the machine's clock.",
        ),
        "signing/certificate-is-authority" | "signing/certificate-usage" => (
            "Chứng thư số này không dùng để ký văn bản. Chọn chứng thư ký số của người ký.",
            "This certificate is not for signing documents. Choose the signatory's own certificate for signatures.",
        ),
        "signing/algorithm-refused" => (
            "Khóa của chứng thư này không ký được báo cáo. Cần khóa RSA từ 2048 đến 4096 bit, hoặc ECDSA P-256.",
            "The certificate's key cannot sign a return. RSA of 2048 to 4096 bits or ECDSA P-256 is wanted.",
        ),
        code => return signing_message(code, language),
    };
    Phrase { vi, en }.text(language).to_owned()
}

/// What is said when a USB token's service gives no signature, with the service's own words where it has some.
pub fn token_message(error: &SigningError, language: Language) -> String {
    let says = own_signing_message(error.code(), language);
    match error {
        SigningError::Token(TokenFault::Refused(words)) => {
            format!("{says} {}", TOKEN_WORDS.with(language, &[("words", words)]))
        }
        _ => says,
    }
}

const TOKEN_WORDS: Phrase = Phrase { vi: "Dịch vụ báo: {words}.", en: "It says: {words}." };

const SIGNING_OTHER: Phrase =
    Phrase { vi: "Chữ ký hoặc khóa không dùng được.", en: "The signature or the key cannot be used." };

pub(super) fn signing(code: &str) -> Option<Phrase> {
    let name = code.strip_prefix("signing/")?;
    let (vi, en) = kept(name).or_else(|| opened(name)).or_else(|| attached(name)).or_else(|| ruled(name))?;
    Some(Phrase { vi, en })
}

/// Both languages.
type Words = (&'static str, &'static str);

/// Canonical bytes, keys made in the page, key cards and keyrings.
fn kept(name: &str) -> Option<Words> {
    Some(match name {
        "number-refused" => (
            "Báo cáo có số không thể ghi chính xác trong tệp, nên chưa ký được. Kiểm tra lại các số rất lớn.",
            "The return has a number that a file cannot carry exactly, so it cannot be signed. Check very large numbers.",
        ),
        "text-not-nfc" => (
            "Báo cáo có chữ không theo Unicode dựng sẵn, nên chưa ký được. Gõ lại đoạn đó.",
            "The return has text that is not in composed Unicode, so it cannot be signed. Type that text again.",
        ),
        "name-refused" | "too-deep" => (
            "Nội dung báo cáo không đúng cấu trúc, nên chưa ký được. Mở lại tệp gốc.",
            "The return is not of the right structure, so it cannot be signed. Open the original file again.",
        ),
        "subtle-missing" => (
            "Trình duyệt không cho ký hay kiểm tra chữ ký ở địa chỉ này. Lưu trang về máy (Ctrl+S) rồi mở tệp vừa lưu.",
            "The browser does not allow signing or verifying at this address. Save the page (Ctrl+S) and open the saved file.",
        ),
        "randomness-missing" => (
            "Trình duyệt không cho số ngẫu nhiên an toàn, nên không tạo được khóa. Dùng trình duyệt mới hơn.",
            "The browser gives no secure random numbers, so no key can be made. Use a newer browser.",
        ),
        "primitive-failed" => (
            "Trình duyệt không ký được. Đóng bớt các trang khác rồi thử lại.",
            "The browser could not sign. Close other pages and try again.",
        ),
        "password-empty" => ("Chưa gõ mật khẩu của khóa.", "The key's password is missing."),
        "password-wrong" | "padding-refused" => (
            "Mật khẩu không mở được tệp khóa này. Gõ lại, để ý phím Caps Lock và bộ gõ tiếng Việt.",
            "The password does not open this key file. Type it again; check Caps Lock and the Vietnamese keyboard.",
        ),
        "key-file-malformed" | "json-malformed" => (
            "Tệp này không phải tệp khóa (.pem) do trang này tạo. Chọn tệp khác.",
            "This is not a key file (.pem) made by this page. Choose another file.",
        ),
        "key-not-encrypted" => (
            "Tệp khóa này không có mật khẩu bảo vệ nên trang không dùng. Tạo khóa mới trên trang này.",
            "This key file is not protected by a password, so the page does not use it. Make a new key in this page.",
        ),
        "key-encryption-refused" | "key-iterations-refused" => (
            "Tệp khóa được mã hóa theo cách trang này không dùng. Dùng tệp khóa do trang này tạo.",
            "The key file is encrypted in a way that this page does not use. Use a key file made by this page.",
        ),
        "key-not-p256" | "key-refused" => (
            "Khóa trong tệp không phải loại trang này dùng (ES256), hoặc đã hỏng. Chọn tệp khóa khác.",
            "The key in the file is not of the kind that this page uses (ES256), or is damaged. Choose another key file.",
        ),
        "member-unknown" | "member-duplicate" | "member-missing" | "member-refused" => (
            "Thẻ khóa không đúng mẫu. Xin lại thẻ khóa từ người ký.",
            "The key card is not of the right form. Ask the signatory for it again.",
        ),
        "newer" => (
            "Tệp do bản mới hơn của trang này lập. Mở bằng bản trang mới hơn.",
            "The file was made by a newer version of this page. Open it with that version.",
        ),
        "time-refused" => (
            "Ngày giờ của máy này không đúng. Chỉnh lại giờ của máy rồi ký.",
            "This machine's clock is wrong. Set the clock and sign again.",
        ),
        "chain-refused" => (
            "Các chứng thư trong tệp không nối tiếp nhau (mỗi chứng thư phải do chứng thư ngay sau cấp). Xuất lại tệp với đầy đủ chứng thư.",
            "The certificates in the file do not follow one another (each must be issued by the next). Export the file again with all of them.",
        ),
        "anchor-refused" => (
            "Chứng thư này không phải của tổ chức chứng thực, nên không làm gốc tin cậy được. Chọn chứng thư gốc (Root CA).",
            "This certificate is no authority's, so it cannot be a trusted root. Choose the root certificate.",
        ),
        "crl-malformed" => (
            "Tệp không phải danh sách chứng thư bị thu hồi (.crl) đầy đủ. Tải lại tệp từ tổ chức chứng thực.",
            "The file is not a complete revocation list (.crl). Get it again from the authority.",
        ),
        _ => return None,
    })
}

/// PKCS#12 files.
fn opened(name: &str) -> Option<Words> {
    Some(match name {
        "p12-malformed" => (
            "Tệp không phải tệp chứng thư số có khóa (.p12, .pfx), hoặc đã hỏng. Chọn tệp khác hoặc xuất lại.",
            "The file is not a certificate with its key (.p12, .pfx), or it is damaged. Choose another or export it again.",
        ),
        "p12-too-large" => (
            "Tệp .p12 lớn hơn 1 MB hoặc có quá nhiều khóa. Xuất lại tệp chỉ với chứng thư dùng để ký.",
            "The .p12 file is larger than 1 MB or holds too many keys. Export it again with only the certificate to sign with.",
        ),
        "p12-encryption-refused" => (
            "Tệp .p12 được bảo vệ bằng cách mã hóa mà trang này không mở được. Xuất lại với AES-256 (SHA-256) hoặc Triple DES.",
            "The .p12 file is protected by an encryption that this page does not open. Export it again with AES-256 (SHA-256) or triple DES.",
        ),
        "p12-iterations-refused" => (
            "Tệp .p12 đòi hỏi số vòng tính quá lớn nên không mở. Xuất lại tệp từ phần mềm của tổ chức chứng thực.",
            "The .p12 file asks for too many rounds of computing and is not opened. Export it again with the authority's program.",
        ),
        "p12-no-key" => (
            "Tệp .p12 chỉ có chứng thư, không có khóa bí mật. Xuất lại, chọn xuất cả khóa bí mật.",
            "The .p12 file has certificates but no private key. Export it again with the private key.",
        ),
        "p12-no-certificate" => (
            "Tệp .p12 có khóa nhưng không có chứng thư của khóa đó. Xuất lại tệp kèm chứng thư.",
            "The .p12 file has a key but not its certificate. Export it again with the certificate.",
        ),
        "p12-key-refused" => (
            "Khóa trong tệp .p12 không phải loại dùng được: cần RSA từ 2048 đến 4096 bit, hoặc ECDSA P-256.",
            "The key in the .p12 file is not of a kind that is used: RSA with 2048 to 4096 bits, or ECDSA on P-256.",
        ),
        _ => return None,
    })
}

/// Signatures made elsewhere.
fn attached(name: &str) -> Option<Words> {
    Some(match name {
        "token-unreachable" => (
            "Không thấy dịch vụ ký số trên máy này. Mở VGCA Sign Service, cắm thiết bị rồi thử lại; hoặc ký bằng chương trình khác ở dưới.",
            "The signing service does not answer on this machine. Start VGCA Sign Service, plug the token in and try again; or sign with another program below.",
        ),
        "token-refused" => (
            "Dịch vụ ký số không ký. Kiểm tra thiết bị và mã PIN rồi thử lại.",
            "The signing service did not sign. Check the token and its PIN, then try again.",
        ),
        "token-malformed" => (
            "Dịch vụ ký số trả lời không đúng mẫu. Cập nhật dịch vụ, hoặc ký bằng chương trình khác ở dưới.",
            "The signing service answered in an unknown form. Update it, or sign with another program below.",
        ),
        "attached-malformed" => (
            "Tệp chữ ký không đọc được. Cần chữ ký gốc (.sig), hoặc CMS/PKCS#7 tách rời (.p7s).",
            "The signature's file cannot be read. A plain signature (.sig) or detached CMS/PKCS#7 (.p7s) is wanted.",
        ),
        "attached-broken" => (
            "Chữ ký không phải của các byte đã xuất ra, hoặc không phải bằng chứng thư đã chọn. Xuất lại byte cần ký rồi ký lại, không sửa báo cáo ở giữa.",
            "The signature is not of the bytes that were exported, or not by the chosen certificate. Export the bytes and sign again, without changing the return in between.",
        ),
        "attached-other-certificate" => (
            "Chữ ký được tạo bằng chứng thư khác với chứng thư đã chọn. Chọn đúng chứng thư rồi xuất lại byte cần ký.",
            "The signature was made with another certificate than the chosen one. Choose that certificate and export the bytes again.",
        ),
        "attached-attributes" => (
            "Chữ ký CMS này ký kèm thuộc tính riêng nên không ghép vào báo cáo được. Ký lại không kèm thuộc tính: openssl cms -sign -binary -noattr.",
            "This CMS signs attributes of its own, so it cannot be put into the return. Sign again without: openssl cms -sign -binary -noattr.",
        ),
        "attached-not-cms" => (
            "Tệp CMS không phải một chữ ký tách rời bằng SHA-256. Ký lại: openssl cms -sign -binary -noattr -md sha256 -outform DER.",
            "The CMS file is not one detached signature with SHA-256. Sign again: openssl cms -sign -binary -noattr -md sha256 -outform DER.",
        ),
        _ => return None,
    })
}

/// What is to be thought of a signature.
fn ruled(name: &str) -> Option<Words> {
    Some(match name {
        "valid" => ("Chữ ký đúng.", "The signature is valid."),
        "broken" => (
            "Chữ ký không khớp với nội dung: báo cáo đã bị sửa sau khi ký.",
            "The signature does not match: the return was changed after signing.",
        ),
        "unknown-key" => (
            "Chưa có thẻ khóa của người ký nên chưa kiểm tra được chữ ký. Xin thẻ khóa từ người ký.",
            "The signer's key card is not here, so the signature cannot be verified. Ask the signer for it.",
        ),
        "other-agency" => (
            "Chữ ký đúng nhưng khóa thuộc cơ quan khác. Hỏi lại cơ quan đứng tên báo cáo.",
            "The signature is valid, but the key is another agency's. Ask the agency that the return names.",
        ),
        "other-role" => (
            "Chữ ký đúng nhưng sổ khóa không cho người này ký với vai trò đó. Hỏi lại cơ quan.",
            "The signature is valid, but the keyring does not give the signer this role. Ask the agency.",
        ),
        "key-early" => (
            "Chữ ký đúng nhưng sổ khóa chỉ cho khóa này ký từ ngày sau ngày nhận tệp. Hỏi lại cơ quan, hoặc sửa ngày trong sổ khóa.",
            "The signature is valid, but the keyring lets this key sign only from a day after the file came. Ask the agency, or mend the day in the keyring.",
        ),
        "key-expired" => (
            "Chữ ký đúng nhưng khi nhận tệp khóa này đã hết hạn trong sổ khóa. Đề nghị cơ quan ký lại bằng khóa còn hạn.",
            "The signature is valid, but by the keyring the key had expired when the file came. Ask the agency to sign with a key in force.",
        ),
        "certificate-unknown" => (
            "Chứng thư tin cậy được, nhưng sổ khóa chưa ghi người này ký cho cơ quan nào. Đối chiếu với cơ quan rồi ghi vào sổ khóa.",
            "The certificate is trusted, but the keyring does not say for which agency its holder signs. Compare with the agency, then enter it.",
        ),
        "certificate-malformed" => (
            "Chứng thư số không đúng cấu trúc X.509. Đề nghị cơ quan ký lại bằng chứng thư do tổ chức chứng thực cấp.",
            "The certificate is not a sound X.509 certificate. Ask the agency to sign with one that an authority issued.",
        ),
        "certificate-early" => (
            "Khi nhận tệp, chứng thư số chưa đến ngày có hiệu lực. Kiểm tra ngày nhận, hoặc đề nghị cơ quan ký lại.",
            "The certificate was not yet in force when the file came. Check the day of receipt, or ask the agency to sign again.",
        ),
        "certificate-expired" => (
            "Khi nhận tệp, chứng thư số đã hết hạn. Đề nghị cơ quan gia hạn chứng thư rồi ký lại.",
            "The certificate had expired when the file came. Ask the agency to renew it and sign again.",
        ),
        "certificate-is-authority" => (
            "Chữ ký dùng chứng thư của tổ chức chứng thực (CA), không phải của người ký. Đề nghị cơ quan ký lại bằng chứng thư của mình.",
            "The signature uses an authority's certificate, not a signatory's. Ask the agency to sign with its own.",
        ),
        "certificate-usage" => (
            "Chứng thư này không được cấp để ký văn bản. Đề nghị cơ quan dùng chứng thư chữ ký số.",
            "This certificate is not for signing documents. Ask the agency to use one for signatures.",
        ),
        "chain-untrusted" => (
            "Chứng thư không dẫn đến gốc tin cậy nào trong sổ khóa, nên chưa biết ai ký. Đối chiếu rồi thêm chứng thư gốc của tổ chức chứng thực vào sổ khóa, hoặc từ chối tệp.",
            "The certificate leads to no trusted root in the keyring, so it is not known who signed. Compare and add the authority's root to the keyring, or refuse the file.",
        ),
        "revoked" => (
            "Chứng thư số đã bị thu hồi trước khi nhận tệp. Đề nghị cơ quan ký lại bằng chứng thư khác.",
            "The certificate was revoked before the file came. Ask the agency to sign with another.",
        ),
        "algorithm-refused" => (
            "Chữ ký hoặc chứng thư dùng thuật toán không được chấp nhận. Cần ES256, RS256 hoặc PS256, đúng với loại khóa, và chứng thư ký bằng SHA-256 trở lên.",
            "The signature or a certificate uses an algorithm that is not accepted. ES256, RS256 or PS256 is wanted, as fits the key, and certificates signed with SHA-256 or better.",
        ),
        "header-refused" => (
            "Phần đầu của chữ ký có mục thiếu hoặc không được phép.",
            "The signature's header lacks a member or has one that is not allowed.",
        ),
        "malformed" => ("Chữ ký không đọc được.", "The signature cannot be read."),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::signing;

    #[test]
    fn every_code_of_the_signing_room_has_a_sentence() {
        for code in crate::signing::CODES {
            assert!(signing(code).is_some(), "{code}");
        }
        assert!(signing("signing/none-such").is_none());
    }
}
