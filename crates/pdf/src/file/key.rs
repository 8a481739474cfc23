//! The key of an encrypted file that opens without a password.
//!
//! Many files are encrypted only to forbid changes; they open with an empty user password, and
//! every viewer shows them. ISO 32000-2, section 7.6.

use aes::{Aes128, Aes256};
use cbc::{
    Decryptor, Encryptor,
    cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit, block_padding::NoPadding},
};
use md5::{Digest, Md5};
use sha2::{Sha256, Sha384, Sha512};

use super::{
    cipher::{Cipher, Method, rc4},
    document::File,
};
use crate::{
    error::{PdfError, Result},
    object::{Dictionary, Object},
};

/// What stands for the missing part of a password.
const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00,
    0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// Returns the cipher of a file that opens with the empty password.
pub(super) fn unlock(file: &File, encryption: &Dictionary, id: &[u8]) -> Result<Cipher> {
    let integer = |key: &str| Ok(file.value(encryption, key)?.as_integer().unwrap_or(0));
    let (version, revision) = (integer("V")?, integer("R")?);
    let is_standard = file.value(encryption, "Filter")?.as_name().is_none_or(|name| name == b"Standard");
    let unknown = PdfError::UnknownEncryption { version, revision };
    if !is_standard || !(1..=6).contains(&revision) {
        return Err(unknown);
    }
    let (strings, streams) = match version {
        1..=3 => (Method::Rc4, Method::Rc4),
        4 | 5 => (method(file, encryption, "StrF")?, method(file, encryption, "StmF")?),
        _ => return Err(unknown),
    };
    let owner = string(file, encryption, "O")?;
    let user = string(file, encryption, "U")?;
    let key = if revision >= 5 {
        key_256(&user, &string(file, encryption, "UE")?, revision)
    } else {
        let bits = match (integer("Length")?, version) {
            (0, 4) => 128,
            (_, 1) | (0, _) => 40,
            (bits, _) => bits,
        };
        // Some programs write bytes instead of bits.
        let len = usize::try_from(if bits < 40 { bits * 8 } else { bits }).unwrap_or(40).clamp(40, 128) / 8;
        let len = if version == 4 { 16 } else { len };
        let permissions = integer("P")?;
        let has_metadata = file.value(encryption, "EncryptMetadata")? != Object::Bool(false);
        key_md5(&owner, &user, permissions, id, revision, len, has_metadata)
    };
    key.map(|key| Cipher { key, strings, streams }).ok_or(PdfError::PasswordNeeded)
}

fn string(file: &File, encryption: &Dictionary, key: &str) -> Result<Vec<u8>> {
    Ok(file.value(encryption, key)?.as_string().unwrap_or(&[]).to_vec())
}

fn method(file: &File, encryption: &Dictionary, key: &str) -> Result<Method> {
    let name = file.value(encryption, key)?;
    let name = str::from_utf8(name.as_name().unwrap_or(b"Identity")).unwrap_or("Identity").to_owned();
    let filters = file.dictionary(encryption, "CF")?;
    let filter = file.dictionary(&filters, &name)?;
    Ok(match file.value(&filter, "CFM")?.as_name() {
        Some(b"V2") => Method::Rc4,
        Some(b"AESV2") => Method::Aes128,
        Some(b"AESV3") => Method::Aes256,
        _ => Method::Identity,
    })
}

/// Revisions 2 to 4 (algorithms 2, 4 and 5).
fn key_md5(
    owner: &[u8],
    user: &[u8],
    permissions: i64,
    id: &[u8],
    revision: i64,
    len: usize,
    has_metadata: bool,
) -> Option<Vec<u8>> {
    let mut digest = Md5::new();
    digest.update(PADDING);
    digest.update(owner.get(..32)?);
    // The number may be written as signed or as unsigned.
    digest.update(&permissions.to_le_bytes()[..4]);
    digest.update(id);
    if revision >= 4 && !has_metadata {
        digest.update([0xFF; 4]);
    }
    let mut key = digest.finalize()[..len].to_vec();
    if revision < 3 {
        key.truncate(5);
        return (rc4(&key, &PADDING) == user.get(..32)?).then_some(key);
    }
    for _ in 0..50 {
        key = Md5::digest(&key)[..len].to_vec();
    }
    let mut digest = Md5::new();
    digest.update(PADDING);
    digest.update(id);
    let mut check = digest.finalize().to_vec();
    for round in 0..20 {
        let round_key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        check = rc4(&round_key, &check);
    }
    (check == user.get(..16)?).then_some(key)
}

/// Revisions 5 and 6 (algorithms 2.A and 2.B).
fn key_256(user: &[u8], user_key: &[u8], revision: i64) -> Option<Vec<u8>> {
    let (check, salts) = user.get(..48)?.split_at(32);
    let (check_salt, key_salt) = salts.split_at(8);
    let hash = |salt: &[u8]| if revision == 5 { Some(Sha256::digest(salt).to_vec()) } else { hash_6(salt) };
    if hash(check_salt)? != check {
        return None;
    }
    let mut key = user_key.get(..32)?.to_vec();
    let cipher = Decryptor::<Aes256>::new_from_slices(&hash(key_salt)?, &[0; 16]).ok()?;
    cipher.decrypt_padded::<NoPadding>(&mut key).ok()?;
    Some(key)
}

/// The hash of revision 6 for an empty password.
fn hash_6(salt: &[u8]) -> Option<Vec<u8>> {
    let mut key = Sha256::digest(salt).to_vec();
    for round in 0_u32.. {
        let mut block = key.repeat(64);
        let len = block.len();
        let cipher = Encryptor::<Aes128>::new_from_slices(&key[..16], &key[16..32]).ok()?;
        cipher.encrypt_padded::<NoPadding>(&mut block, len).ok()?;
        let rest = block[..16].iter().map(|byte| u32::from(*byte)).sum::<u32>() % 3;
        key = match rest {
            0 => Sha256::digest(&block).to_vec(),
            1 => Sha384::digest(&block).to_vec(),
            _ => Sha512::digest(&block).to_vec(),
        };
        let last = u32::from(*block.last()?);
        if round >= 63 && last <= round - 31 {
            break;
        }
        // The hash ends after some more rounds than 64; what goes on is no hash of a file.
        if round > 1000 {
            return None;
        }
    }
    key.truncate(32);
    Some(key)
}
