//! Revocation lists: what they cost, which of them stands in for another, and who vouches for them.

use super::made::*;
use super::{Private, primitives};
use pollster::block_on;
use return36a::signing::*;
use std::cell::Cell;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// Native primitives that count how many signatures they try.
struct Counting<P> {
    inner: P,
    tried: Cell<usize>,
}

impl<P: Primitives<PrivateKey = Private>> Primitives for Counting<P> {
    type PrivateKey = Private;

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), PrimitiveError> {
        self.inner.fill_random(bytes)
    }

    async fn generate(&self) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
        self.inner.generate().await
    }

    async fn import(&self, algorithm: Algorithm, pkcs8: &[u8]) -> Result<Private, PrimitiveError> {
        self.inner.import(algorithm, pkcs8).await
    }

    async fn sign(&self, key: &Private, message: &[u8]) -> Result<Vec<u8>, PrimitiveError> {
        self.inner.sign(key, message).await
    }

    async fn verify(&self, scheme: Scheme, spki: &[u8], of: &[u8], signature: &[u8]) -> Result<bool, PrimitiveError> {
        self.tried.set(self.tried.get() + 1);
        self.inner.verify(scheme, spki, of, signature).await
    }

    async fn derive(
        &self,
        hash: Hash,
        password: &[u8],
        salt: &[u8],
        iterations: u32,
        derived: &mut [u8],
    ) -> Result<(), PrimitiveError> {
        self.inner.derive(hash, password, salt, iterations, derived).await
    }

    async fn encrypt(&self, key: &[u8; 32], iv: &[u8; 16], plain: &[u8]) -> Result<Vec<u8>, PrimitiveError> {
        self.inner.encrypt(key, iv, plain).await
    }

    async fn decrypt(&self, key: &[u8], iv: &[u8; 16], cipher: &[u8]) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
        self.inner.decrypt(key, iv, cipher).await
    }
}

/// The verdict on a chain, and how many signatures were tried for it.
fn cost(chain: &Chain, anchors: &[Certificate], crls: &[Crl]) -> (PathVerdict, usize) {
    let counting = Counting { inner: primitives(), tried: Cell::new(0) };
    let verdict = block_on(verify_path(&counting, chain, anchors, crls, NOW)).unwrap();
    (verdict, counting.tried.get())
}

fn root() -> Holder {
    Holder::new("Gốc", 1)
}

fn leaf(by: &Holder) -> Certificate {
    Holder::new("Người thử", 3).certified(by, &[usage(0xc0)])
}

/// The first days of February 2017 as times of issue, the earliest first.
const DAYS: [&[u8]; 4] = [b"170201000000Z", b"170202000000Z", b"170203000000Z", b"170204000000Z"];

fn list(by: &Holder, day: usize, serials: &[u8]) -> Crl {
    serials.iter().fold(List::new(by, DAYS[day]), |list, serial| list.revoking(*serial, false)).read()
}

#[test]
fn however_many_lists_the_coordinator_keeps_no_chain_is_refused_for_it() {
    let (root, forger) = (root(), Holder::new("Gốc", 9));
    let chain = Chain::of([leaf(&root)]).unwrap();
    let others: Vec<Crl> = (1..=200).map(|serial| list(&root, 0, &[100 + serial % 100])).collect();
    let anchors = [root.root()];
    assert_eq!(cost(&chain, &anchors, &[]), (PathVerdict::Trusted, 1));
    assert_eq!(cost(&chain, &anchors, &others), (PathVerdict::Trusted, 1), "none names the certificate");
    let forged: Vec<Crl> = vec![list(&forger, 0, &[7]); 200];
    assert_eq!(cost(&chain, &anchors, &forged), (PathVerdict::Trusted, 201), "each that names it is tried once");
    let revoking = [&forged[..], &others, &[list(&root, 0, &[7])]].concat();
    assert_eq!(cost(&chain, &anchors, &revoking), (PathVerdict::Revoked, 202), "and the true one still counts");
}

#[test]
fn a_strangers_chain_makes_no_list_be_tried() {
    let names = ["Cấp dưới", "Cấp khác"];
    let strangers: Vec<Holder> = (0..6).map(|at| Holder::new(names[at % 2], 40 + at as u8)).collect();
    let extensions = [is_authority(None), usage(0x04)];
    let above = strangers.windows(2).map(|pair| pair[0].certified(&pair[1], &extensions));
    let chain = Chain::of(std::iter::once(leaf(&strangers[0])).chain(above)).unwrap();
    assert_eq!(chain.certificates().count(), MOST_CHAIN);
    let lists: Vec<Crl> = names.iter().flat_map(|name| vec![list(&Holder::new(name, 40), 0, &[7]); 200]).collect();
    let (verdict, tried) = cost(&chain, &[root().root()], &lists);
    assert_eq!(verdict, PathVerdict::Untrusted("UnknownIssuer".into()));
    assert_eq!(tried, 15, "those of the chain, each under every key that bears its issuer's name");
    let (verdict, tried) = cost(&chain, &vec![root().root(); 30], &lists);
    assert_eq!((verdict, tried), (PathVerdict::Untrusted("UnknownIssuer".into()), 15));
}

#[test]
fn a_list_replaces_an_older_one_of_its_authority_that_says_no_more() {
    let root = root();
    let old = list(&root, 0, &[7]);
    let replaces = |new: &Crl| new.replaces(&old);
    assert!(replaces(&list(&root, 1, &[7, 9])));
    assert!(replaces(&list(&root, 0, &[9, 7])), "of the same time");
    assert!(!replaces(&list(&Holder::new("Gốc khác", 1), 1, &[7, 9])), "of another authority");
    assert!(!list(&root, 0, &[7]).replaces(&list(&root, 1, &[7])), "of an earlier time");
    assert!(!replaces(&list(&root, 1, &[9])), "a certificate that has ended is left out, and stays revoked");
    let held = List::new(&root, DAYS[0]).revoking(7, true).read();
    assert!(list(&root, 1, &[]).replaces(&held), "what was held for a time is released");
    let place = tlv(0xa0, &tlv(0xa0, &tlv(0x86, b"http://example.vn/a.crl")));
    let scope = extension(28, true, &sequence(&[&place, &tlv(0x81, &[0xff])]));
    let mut of_persons = List::new(&root, DAYS[1]).revoking(7, false);
    of_persons.extensions.push(scope);
    assert!(!replaces(&of_persons.read()), "a list of persons' certificates alone does not stand for all");
}

#[test]
fn what_is_replaced_goes_and_who_signed_decides() {
    let (root, forger) = (root(), Holder::new("Gốc", 9));
    let [old, middle, new] = [0, 1, 2].map(|day| list(&root, day, &[7]));
    let forged = list(&forger, 3, &[7]);
    let anchors = [root.root()];
    let issuer = |crl: &Crl| block_on(crl.issuer_among(&primitives(), &anchors)).unwrap().cloned();
    assert_eq!(issuer(&new), Some(root.root()));
    assert_eq!(issuer(&forged), None, "a key that only bears the name");
    assert_eq!(block_on(new.issuer_among(&primitives(), &[])).unwrap(), None);
    let signers: BTreeMap<String, Option<String>> = [&old, &middle, &new, &forged]
        .map(|crl| (crl.sha256().to_owned(), issuer(crl).map(|of| of.key_thumbprint())))
        .into();
    let left = |lists: &[&Crl]| {
        let mut keyring = Keyring::default();
        lists.iter().for_each(|crl| assert!(keyring.add_crl(Crl::clone(crl))));
        keyring.drop_replaced(|crl| signers.get(crl.sha256()).cloned().flatten());
        keyring.crls().to_vec()
    };
    assert_eq!(left(&[&old, &new, &middle]), std::slice::from_ref(&new), "in whichever order they came");
    assert_eq!(left(&[&new, &old]), std::slice::from_ref(&new));
    assert_eq!(left(&[&new, &forged]), [new.clone(), forged.clone()], "a forged one pushes none out, and waits");
    assert_eq!(left(&[&forged, &old]), [forged, old]);
    let [first, second] = [&[7, 9][..], &[9, 7]].map(|serials| list(&root, 0, serials));
    let mut keyring = Keyring::default();
    [&first, &second].into_iter().for_each(|crl| assert!(keyring.add_crl(crl.clone())));
    keyring.drop_replaced(|_| Some("một khóa".into()));
    assert_eq!(keyring.crls(), [second], "of two of the same time the one that came last");
}
