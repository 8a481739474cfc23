//! The packing of what Tarazy carries in one file: a fifth smaller than `.lzma`, for WebAssembly and for text.
//!
//! Every value (an instruction, what follows it, a byte of a text) is taken apart into decisions between two, and each decision
//! is coded by how likely it is after what came before. Several contexts tell how likely; what they say is weighed by how well
//! each foretold the last decisions of its kind (after M. Mahoney, "Adaptive Weighing of Context Models for Lossless Data
//! Compression", Florida Tech CS-2005-16). Of a program the contexts are those of its language: the instructions before, what
//! lies on the stack, the local variables used last. Unpacking does the same steps and takes each decision from the packed
//! bytes, so that one code does both: in `xtask`, and compiled by itself in the page.
//!
//! Packed bytes begin with what was packed (0 bytes, 1 a program) and its length in four bytes, the lowest first. Law: what is
//! unpacked is what was packed, on every machine. Nothing is computed but by operations whose results are the same everywhere.
// The names of what the page calls are the one thing here that the compiler cannot prove safe.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]
// Numbers are cut into bytes and bits here, and numbers of steps are small.
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]

mod alphabet;
mod arithmetic;
#[cfg(target_arch = "wasm32")]
mod browser;
mod bytes;
mod coding;
mod history;
mod model;
mod number;
mod program;
mod source;
#[cfg(test)]
mod tests;

use alphabet::Alphabet;
use arithmetic::{Decoder, Encoder};
use bytes::Bytes;
use coding::{Coding, Counting, Kind, Modelled};
use program::Program;
use source::Source;

const HEAD: usize = 5;
const BYTES: u8 = 0;
const PROGRAM: u8 = 1;

/// Packs bytes. WebAssembly with instructions that are not known here (on vectors, threads or collected objects) is packed as
/// any other bytes; so are no bytes at all.
///
/// # Panics
/// Where there are 4 GiB or more.
///
/// ```
/// let text = "Адам баласының барлығы тумысынан азат".repeat(10);
/// let packed = tarazy_packing::pack(text.as_bytes());
/// assert!(packed.len() < text.len() / 4);
/// assert_eq!(tarazy_packing::unpack(&packed), text.as_bytes());
/// ```
#[must_use]
pub fn pack(content: &[u8]) -> Vec<u8> {
    let whole = content.starts_with(program::START).then(|| packed(content, PROGRAM));
    // What is not written in the shortest way, or not known, does not come back as it was.
    whole.filter(|whole| unpack(whole) == content).unwrap_or_else(|| packed(content, BYTES))
}

/// Packs a file in parts that can be unpacked side by side: before each stands its length in four bytes, the lowest first. A
/// program is parted behind its instructions; anything else is one part.
///
/// # Panics
/// Where there are 4 GiB or more.
#[must_use]
pub fn pack_in_parts(content: &[u8]) -> Vec<u8> {
    let (first, rest) = content.split_at(program::end_of_code(content).unwrap_or(content.len()));
    let parts = [first, rest].into_iter().filter(|part| !part.is_empty());
    parts
        .flat_map(|part| {
            let packed = pack(part);
            let length = u32::try_from(packed.len()).expect("less than 4 GiB");
            [&length.to_le_bytes()[..], &packed].concat()
        })
        .collect()
}

fn packed(content: &[u8], kind: u8) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("less than 4 GiB");
    let mut counting = Walk::new(kind, content.len(), Counting::default(), Source::of(content));
    while counting.step() {}
    let alphabets = counting.coding().alphabets();
    let mut model = Modelled::new(Encoder::default());
    let alphabets = alphabets.map(|alphabet| model.alphabet(&alphabet));
    model.set(alphabets);
    let mut walk = Walk::new(kind, content.len(), model, Source::of(content));
    while walk.step() {}
    [&[kind][..], &length.to_le_bytes(), &walk.into_coding().finish()].concat()
}

/// Unpacks what [`pack`] made. Other bytes give any result, of the length that their head tells at most.
#[must_use]
pub fn unpack(packed: &[u8]) -> Vec<u8> {
    let mut unpacking = Unpacking::new(packed.to_vec());
    while unpacking.step() {}
    unpacking.unpacked().to_vec()
}

/// Packed bytes on their way to what they were.
pub struct Unpacking(Walk<Modelled<Decoder>>);

impl Unpacking {
    /// Takes packed bytes. Those that have no whole head are unpacked to nothing.
    #[must_use]
    pub fn new(packed: Vec<u8>) -> Self {
        let (kind, length) = match packed[..] {
            [kind, a, b, c, d, ..] => (kind, u32::from_le_bytes([a, b, c, d]) as usize),
            _ => (BYTES, 0),
        };
        let mut model = Modelled::new(Decoder::new(packed, HEAD));
        let alphabets = Kind::ALL.map(|_| model.alphabet(&Alphabet::default()));
        model.set(alphabets);
        Self(Walk::new(kind, length, model, Source::none()))
    }

    /// Unpacks a kilobyte or somewhat more; returns whether something is left.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// Returns what is unpacked so far.
    #[must_use]
    pub fn unpacked(&self) -> &[u8] {
        let (out, length) = match &self.0 {
            Walk::Bytes(bytes) => (&bytes.out, bytes.length),
            Walk::Program(program) => (&program.out, program.length),
        };
        &out[..out.len().min(length)]
    }
}

/// The way through what is packed or unpacked.
enum Walk<C> {
    Bytes(Bytes<C>),
    Program(Box<Program<C>>),
}

impl<C: Coding> Walk<C> {
    fn new(kind: u8, length: usize, coding: C, source: Source) -> Self {
        if kind == PROGRAM {
            Self::Program(Box::new(Program::new(length, coding, source)))
        } else {
            Self::Bytes(Bytes::new(length, coding, source))
        }
    }

    fn step(&mut self) -> bool {
        match self {
            Self::Bytes(bytes) => bytes.step(),
            Self::Program(program) => program.step(),
        }
    }

    fn coding(&self) -> &C {
        match self {
            Self::Bytes(bytes) => &bytes.coding,
            Self::Program(program) => &program.coding,
        }
    }

    fn into_coding(self) -> C {
        match self {
            Self::Bytes(bytes) => bytes.coding,
            Self::Program(program) => program.coding,
        }
    }
}
