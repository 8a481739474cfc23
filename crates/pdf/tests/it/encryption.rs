//! Encrypted files. The keys and bytes were made by independent programs (Python's hashlib, OpenSSL).

use rstest::rstest;
use tarazy_pdf::PdfError;

use crate::build::{Pdf, lines};

const OWNER: &str = "566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5";
const ID: &str = "000102030405060708090a0b0c0d0e0f";
/// The entries of a user without a password, and of one with.
const OPEN: &str = "23849d896f22febd5db35bccd1390e9300000000000000000000000000000000";
const CLOSED: &str = "b8935815cfe7a003b12efe40dd5b9d6900000000000000000000000000000000";
const RC4: &str = "b7c2f77cb55efad596168826c8102b90e60493da67f36c995bb5c8e5473ecb808211b03c046e68ce16cb2504a505823943";
const AES_128: &str = "101112131415161718191a1b1c1d1e1f5ba82b6fe5bb2700da942a051332b016462e243c1ddba66cb6e57c74d455d87c\
                       40a00c5ca86f10bc2fb895893de820bfec3f34d6ee0ebbd6c29d475517ed52b4";
const AES_256: &str = "101112131415161718191a1b1c1d1e1f59021ad78359eeb1af7f68a307f843a9d9e25b89214f5e894265b33ac9a8644c\
                       1e11cb6fcdf7ca6a2eb7e913f93c9158a0dbd67eabc10c7f3178717b8066741f";
const USER_6: &str = "936af0029db0e0a9d1c4382fd0c4a3ac26e9e12c15a9d8f3fcdeeea0d2c335fa76616c69646174656b657973616c7421";
const USER_KEY_6: &str = "130c183dbff7846813d580675593199217295910dcafbb98553a9608a419b5d9";

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).expect("hexadecimal digits")).collect()
}

/// A file whose object 5, the drawing of its page, is encrypted.
fn encrypted(encryption: &str, content: &str) -> Pdf {
    let mut pdf = Pdf::of(&[""]);
    pdf.objects.swap(3, 4);
    pdf.objects.truncate(4);
    pdf.add_stream("", &bytes(content));
    let mut pdf = pdf.replace(2, "/Kids[5 0 R ]", "/Kids[4 0 R]").replace(4, "/Contents 4 0 R", "/Contents 5 0 R");
    pdf.trailer = format!("/ID[<{ID}><{ID}>]/Encrypt<</Filter/Standard/O<{OWNER}>/P -44 {encryption}>>");
    pdf
}

#[rstest]
#[case::rc4(format!("/V 2/R 3/Length 128/U<{OPEN}>"), RC4)]
#[case::aes_128(format!("/V 4/R 4/Length 128/U<{OPEN}>/CF<</StdCF<</CFM/AESV2>>>>/StmF/StdCF/StrF/StdCF"), AES_128)]
#[case::aes_256(format!("/V 5/R 6/U<{USER_6}>/UE<{USER_KEY_6}>/CF<</StdCF<</CFM/AESV3>>>>/StmF/StdCF/StrF/StdCF"), AES_256)]
fn a_file_that_opens_without_a_password_is_read(#[case] encryption: String, #[case] content: &str) {
    assert_eq!(encrypted(&encryption, content).text(), "Hello secret world\n");
}

#[rstest]
#[case::by_rc4(format!("/V 2/R 3/Length 128/U<{CLOSED}>"), PdfError::PasswordNeeded)]
#[case::by_aes(format!("/V 5/R 6/U<{OPEN}{OPEN}>/UE<{USER_KEY_6}>"), PdfError::PasswordNeeded)]
#[case::by_certificate("/Filter/Adobe.PubSec/V 4/R 4".to_owned(), PdfError::UnknownEncryption { version: 4, revision: 4 })]
#[case::by_something_new("/V 9/R 9".to_owned(), PdfError::UnknownEncryption { version: 9, revision: 9 })]
fn a_file_that_is_locked_is_refused_by_name(#[case] encryption: String, #[case] error: PdfError) {
    assert_eq!(encrypted(&encryption, RC4).read(), Err(error));
}

#[test]
fn a_damaged_file_that_is_locked_is_refused_too() {
    let pdf = encrypted(&format!("/V 2/R 3/Length 128/U<{CLOSED}>"), RC4);
    let damaged = String::from_utf8_lossy(&pdf.bytes()).replace("startxref", "start").into_bytes();
    assert_eq!(tarazy_pdf::read(&damaged, tarazy_pdf::Limits::default()), Err(PdfError::PasswordNeeded));
    assert!(Pdf::of(&[&lines(9, 700, &["open"])]).read().is_ok());
}
