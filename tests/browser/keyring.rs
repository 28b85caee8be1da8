//! Revocation lists in the coordinator's keyring, tried by the browser's own arithmetic.

#[allow(dead_code, reason = "the signing room's tests use all of it")]
#[path = "../signing/made.rs"]
mod made;

use crate::session::{Session, browse};
use made::{Holder, List};
use pollster::block_on;
use return36a::signing::{Native, NativeKey, Password, Primitives, SigningKey, new_key, no_randomness, open_key};
use std::path::PathBuf;

type Private = NativeKey;

fn primitives() -> impl Primitives<PrivateKey = Private> {
    Native::new(no_randomness)
}

fn fresh_key(primitives: &impl Primitives<PrivateKey = Private>) -> SigningKey<Private> {
    let password = Password::new("mật khẩu mẫu").expect("a password");
    let made = block_on(new_key(primitives, &password, 1)).expect("a key");
    block_on(open_key(primitives, made.pem.as_bytes(), &password)).expect("the same key")
}

fn written(session: &Session, name: &str, bytes: &[u8]) -> PathBuf {
    let path = session.folder().join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// What is told of lists, one after the other.
async fn told(session: &Session) -> String {
    let body = "return [...document.querySelectorAll('section[aria-labelledby=crls-title] li')].map(of => of.innerText).join()";
    session.javascript(body).await.as_str().expect("a text").to_owned()
}

#[tokio::test]
async fn a_list_counts_once_a_trusted_root_vouches_for_it_and_then_keeps_older_ones_out() {
    browse(async |session| {
        session.open_over_http().await;
        session.javascript("location.hash = '#tong-hop/so-khoa'").await;
        session.shows("h1", "Sổ khóa").await;
        let (root, forger) = (Holder::new("Gốc", 1), Holder::new("Gốc", 9));
        let list = |by: &Holder, issued| List::new(by, issued).revoking(7, false).der();
        let newer = written(session, "moi.crl", &list(&root, b"170301000000Z"));
        session.choose_file("#add-crls", &newer).await;
        session.tells(".notice-place", "Đã thêm 1 danh sách thu hồi.").await;
        assert!(told(session).await.contains("Chưa có hiệu lực: tổ chức phát hành không phải gốc được tin"));
        session.choose_file("#add-anchors", &written(session, "goc.crt", root.root().der())).await;
        session.click_text("Mã khớp, thêm").await;
        session.tells("section[aria-labelledby=crls-title]", "Đã đến ngày có bản kế tiếp.").await;
        let older = written(session, "cu.crl", &list(&root, b"170201000000Z"));
        session.choose_file("#add-crls", &older).await;
        session.tells(".notice-place", "sổ khóa đã có bản mới hơn.").await;
        let forged = written(session, "gia.crl", &list(&forger, b"170601000000Z"));
        session.choose_file("#add-crls", &forged).await;
        session.tells("section[aria-labelledby=crls-title]", "Có 2 danh sách.").await;
        let says = told(session).await;
        assert!(
            says.contains("Đã đến ngày có bản kế tiếp.") && says.contains("không khóa nào được tin ở đây"),
            "{says}"
        );
    })
    .await;
}
