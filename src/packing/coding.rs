//! Values in their contexts → decisions.

use crate::{
    alphabet::{Alphabet, Codes, VALUES},
    arithmetic::{Coder, Encoder},
    history::{History, hashed},
    model::{CONTEXTS, Contexts, Model, Sets},
};

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    Byte,
    Operation,
    Local,
    Function,
    Integer,
    Long,
    Float,
    Offset,
    Alignment,
    Label,
    Type,
    Other,
}

impl Kind {
    pub const ALL: [Self; 12] = [
        Self::Byte,
        Self::Operation,
        Self::Local,
        Self::Function,
        Self::Integer,
        Self::Long,
        Self::Float,
        Self::Offset,
        Self::Alignment,
        Self::Label,
        Self::Type,
        Self::Other,
    ];

    /// Whether every value is below [`VALUES`], so that the last one means nothing else.
    fn is_small(self) -> bool {
        matches!(self, Self::Byte | Self::Operation | Self::Float)
    }
}

/// Where a value stands.
pub struct Place {
    pub kind: Kind,
    /// Places whose weights are kept together, below 16 and below 256.
    pub group: u32,
    pub second_group: u32,
    pub contexts: Contexts,
}

/// What is done with each value: it is counted, packed or unpacked.
pub trait Coding {
    /// Returns the value at a place: what is given, but while unpacking what was packed.
    fn value(&mut self, place: Place, actual: u32) -> u32;
    /// Ends values that belong together.
    fn end_token(&mut self, token: u32);
    /// Returns how many values before this place came before in the same order.
    fn repeated(&self) -> u32;
}

/// Counts the values of each kind.
pub struct Counting([[u32; VALUES]; Kind::ALL.len()]);

impl Default for Counting {
    fn default() -> Self {
        Self([[0; VALUES]; Kind::ALL.len()])
    }
}

impl Counting {
    /// Returns the alphabet of each kind.
    pub fn alphabets(&self) -> [Alphabet; Kind::ALL.len()] {
        self.0.each_ref().map(Alphabet::of)
    }
}

impl Coding for Counting {
    fn value(&mut self, place: Place, actual: u32) -> u32 {
        self.0[place.kind as usize][small(actual) as usize] += 1;
        actual
    }

    fn end_token(&mut self, _: u32) {}

    fn repeated(&self) -> u32 {
        0
    }
}

/// Codes values by how likely they are.
pub struct Modelled<C> {
    model: Model<C>,
    history: History,
    codes: Vec<Codes>,
}

/// A value from here on takes one of this sign and its difference apart.
const LARGE: u32 = VALUES as u32 - 1;
/// So many values that came in the same order let the next one be expected.
const ENOUGH: u32 = 8;
/// Functions are told by numbers of so many bits; programs with more are packed as bytes.
const FUNCTION_BITS: u32 = 16;
const LENGTH_BITS: u32 = 4;
const WIDTH_BITS: u32 = 6;

impl<C: Coder> Modelled<C> {
    pub fn new(coder: C) -> Self {
        Self { model: Model::new(coder), history: History::new(), codes: Vec::new() }
    }

    /// Codes an alphabet.
    pub fn alphabet(&mut self, actual: &Alphabet) -> Alphabet {
        let mut lengths = [0; VALUES];
        let (mut last, mut before) = (0, 0);
        for (value, actual) in actual.0.iter().copied().map(u32::from).enumerate() {
            let contexts =
                [last, last | before << 8, value as u32, 0, value as u32 >> 4, last | (value as u32 & 1) << 8];
            let contexts = apart(contexts, Kind::ALL.len() as u32);
            let length = self.model.number(&contexts, number_sets(Kind::ALL.len()), LENGTH_BITS, actual);
            (before, last) = (last, length);
            lengths[value] = length as u8;
        }
        Alphabet(lengths)
    }

    /// Takes the alphabets of all kinds, before the first value.
    pub fn set(&mut self, alphabets: [Alphabet; Kind::ALL.len()]) {
        self.codes = alphabets.iter().map(Codes::new).collect();
    }

    fn unexpected(&mut self, kind: Kind, group: u32, second: usize, mut contexts: Contexts, actual: u32) -> u32 {
        let numbers = Sets { second, ..number_sets(kind as usize) };
        if kind == Kind::Function {
            return self.model.number(&contexts, numbers, FUNCTION_BITS, actual);
        }
        let codes = &self.codes[kind as usize];
        let sets = Sets { first: 1024 + kind as usize * 512 + group as usize % 16 * 32, second };
        let reached = |path: u32| match codes.reached.get(path as usize) {
            Some(&Codes::OPEN) => None,
            reached => Some(reached.copied().unwrap_or_default().into()),
        };
        let value = self.model.path(&contexts, sets, codes.of[small(actual) as usize], reached);
        if value < LARGE || kind.is_small() {
            return value;
        }
        // What is larger: how many bits its difference has, then those after the first.
        let more = actual.wrapping_sub(LARGE);
        contexts = contexts.map(|context| hashed(context, 99));
        let width = self.model.number(&contexts, numbers, WIDTH_BITS, u32::BITS - more.leading_zeros());
        if width < 2 {
            return LARGE + width;
        }
        let first = 1_u32.checked_shl(width - 1).unwrap_or_default();
        contexts = contexts.map(|context| hashed(context, 1000 + width));
        let rest = self.model.number(&contexts, numbers, (width - 1).min(u32::BITS - 1), more & !first);
        LARGE.wrapping_add(first | rest)
    }
}

impl Modelled<Encoder> {
    /// Returns what was packed.
    pub fn finish(self) -> Vec<u8> {
        self.model.coder.finish()
    }
}

impl<C: Coder> Coding for Modelled<C> {
    #[inline]
    fn value(&mut self, place: Place, actual: u32) -> u32 {
        let Place { kind, group, second_group, contexts } = place;
        let contexts = apart(contexts, kind as u32);
        let second = kind as usize * 256 + second_group as usize % 256;
        let expected = self.history.expected(kind as u8).filter(|(_, length)| *length >= ENOUGH);
        let value = match expected {
            Some((expected, length)) if self.is_expected(kind, second, contexts, expected, length.min(32), actual) => {
                expected
            }
            _ => self.unexpected(kind, group, second, contexts, actual),
        };
        self.history.add(kind as u8, value);
        value
    }

    fn end_token(&mut self, token: u32) {
        self.history.end_token(token);
    }

    fn repeated(&self) -> u32 {
        self.history.length()
    }
}

impl<C: Coder> Modelled<C> {
    fn is_expected(
        &mut self,
        kind: Kind,
        second: usize,
        mut contexts: Contexts,
        expected: u32,
        length: u32,
        actual: u32,
    ) -> bool {
        contexts[CONTEXTS - 1] = hashed(length, kind as u32);
        let sets = Sets { first: kind as usize * 64 + length as usize, second };
        self.model.decide(&contexts, sets, expected, u32::from(actual == expected)) == 1
    }
}

fn small(value: u32) -> u32 {
    value.min(LARGE)
}

fn number_sets(kind: usize) -> Sets {
    Sets { first: 7168 + kind * 16, second: kind * 256 }
}

/// Tells contexts of different kinds, and those of one value, from each other.
#[inline]
fn apart(mut contexts: Contexts, kind: u32) -> Contexts {
    for (index, context) in contexts.iter_mut().enumerate() {
        *context = hashed(*context, kind << 8 | index as u32);
    }
    contexts
}
