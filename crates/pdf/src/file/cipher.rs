//! Decryption of strings and streams with a known key.

use std::rc::Rc;

use aes::{Aes128, Aes256};
use cbc::{
    Decryptor,
    cipher::{BlockModeDecrypt, KeyIvInit, block_padding::NoPadding},
};
use md5::{Digest, Md5};

use crate::object::{Dictionary, Object, Reference, Stream};

/// How bytes were encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Identity,
    Rc4,
    Aes128,
    Aes256,
}

/// The key of a file, and what it is used with.
pub(super) struct Cipher {
    pub(super) key: Vec<u8>,
    pub(super) strings: Method,
    pub(super) streams: Method,
}

impl Cipher {
    /// Returns an object with its strings decrypted.
    pub(super) fn object(&self, object: Object, reference: Reference) -> Object {
        match object {
            Object::String(string) => Object::String(self.decrypt(self.strings, &string, reference).into()),
            Object::Array(array) => {
                let array = Rc::unwrap_or_clone(array).into_iter();
                Object::Array(array.map(|item| self.object(item, reference)).collect::<Vec<_>>().into())
            }
            Object::Dictionary(dictionary) => {
                Object::Dictionary(self.dictionary(Rc::unwrap_or_clone(dictionary), reference).into())
            }
            Object::Stream(stream) => {
                let stream = Rc::unwrap_or_clone(stream);
                Object::Stream(Stream { dictionary: self.dictionary(stream.dictionary, reference), ..stream }.into())
            }
            other => other,
        }
    }

    fn dictionary(&self, dictionary: Dictionary, reference: Reference) -> Dictionary {
        Dictionary(dictionary.0.into_iter().map(|(key, value)| (key, self.object(value, reference))).collect())
    }

    /// Returns the bytes of a stream, decrypted.
    pub(super) fn stream(&self, bytes: &[u8], reference: Reference) -> Vec<u8> {
        self.decrypt(self.streams, bytes, reference)
    }

    fn decrypt(&self, method: Method, bytes: &[u8], reference: Reference) -> Vec<u8> {
        match method {
            Method::Identity => bytes.to_vec(),
            Method::Rc4 => rc4(&self.object_key(reference, b""), bytes),
            Method::Aes128 => aes_128(&self.object_key(reference, b"sAlT"), bytes),
            Method::Aes256 => aes_256(&self.key, bytes),
        }
    }

    /// The key of one object (ISO 32000-1, algorithm 1).
    fn object_key(&self, reference: Reference, salt: &[u8]) -> Vec<u8> {
        let mut digest = Md5::new();
        digest.update(&self.key);
        digest.update(&reference.number.to_le_bytes()[..3]);
        digest.update(&reference.generation.to_le_bytes()[..2]);
        digest.update(salt);
        digest.finalize()[..(self.key.len() + 5).min(16)].to_vec()
    }
}

/// RC4, which encrypts and decrypts alike.
pub(super) fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    if key.is_empty() {
        return bytes.to_vec();
    }
    let mut state: [u8; 256] = std::array::from_fn(|at| u8::try_from(at).unwrap_or(0));
    let mut other = 0_u8;
    for at in 0..256 {
        other = other.wrapping_add(state[at]).wrapping_add(key[at % key.len()]);
        state.swap(at, usize::from(other));
    }
    let (mut one, mut other) = (0_u8, 0_u8);
    let decrypted = bytes.iter().map(|byte| {
        one = one.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(one)]);
        state.swap(usize::from(one), usize::from(other));
        let sum = state[usize::from(one)].wrapping_add(state[usize::from(other)]);
        byte ^ state[usize::from(sum)]
    });
    decrypted.collect()
}

fn aes_128(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    decrypt_blocks(bytes, |iv, blocks| {
        let cipher = Decryptor::<Aes128>::new_from_slices(key, iv).ok()?;
        cipher.decrypt_padded::<NoPadding>(blocks).ok().map(|_| ())
    })
}

fn aes_256(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    decrypt_blocks(bytes, |iv, blocks| {
        let cipher = Decryptor::<Aes256>::new_from_slices(key, iv).ok()?;
        cipher.decrypt_padded::<NoPadding>(blocks).ok().map(|_| ())
    })
}

/// The first block is the initial vector; the last byte says how many bytes were added.
fn decrypt_blocks(bytes: &[u8], decrypt: impl Fn(&[u8], &mut [u8]) -> Option<()>) -> Vec<u8> {
    let Some((iv, blocks)) = bytes.split_at_checked(16) else { return Vec::new() };
    let mut blocks = blocks[..blocks.len() / 16 * 16].to_vec();
    if blocks.is_empty() || decrypt(iv, &mut blocks).is_none() {
        return Vec::new();
    }
    let added = usize::from(blocks.last().copied().unwrap_or(0));
    if (1..=16).contains(&added) {
        blocks.truncate(blocks.len() - added);
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rc4_is_as_published() {
        assert_eq!(rc4(b"Key", b"Plaintext"), [0xBB, 0xF3, 0x16, 0xE8, 0xD9, 0x40, 0xAF, 0x0A, 0xD3]);
    }
}
