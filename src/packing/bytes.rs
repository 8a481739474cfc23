//! Bytes, with the contexts of texts and of tables.

use crate::{
    coding::{Coding, Kind, Place},
    history::hashed,
    source::Source,
};

const STEP: usize = 1 << 10;

/// The way through bytes.
pub struct Bytes<C> {
    pub coding: C,
    pub out: Vec<u8>,
    pub length: usize,
    source: Source,
}

impl<C: Coding> Bytes<C> {
    pub fn new(length: usize, coding: C, source: Source) -> Self {
        Self { coding, out: Vec::new(), source, length }
    }

    /// Goes on by a kilobyte; returns whether something is left.
    pub fn step(&mut self) -> bool {
        let until = self.length.min(self.out.len() + STEP);
        while self.out.len() < until {
            byte(&mut self.coding, &mut self.source, &mut self.out);
        }
        until < self.length
    }
}

/// Codes a byte after those that are out.
pub fn byte(coding: &mut impl Coding, source: &mut Source, out: &mut Vec<u8>) {
    let back = |distance: usize| out.len().checked_sub(distance).map_or(0, |at| u32::from(out[at]));
    let last = hashed(back(1), 1);
    let two = hashed(last, back(2));
    let three = hashed(two, back(3));
    let contexts = [
        last,
        // What lies in tables of two or four bytes is alike at these distances.
        hashed(back(2), 77),
        two,
        three,
        hashed(three, back(4)),
        hashed(back(4), hashed(back(8), 3)),
    ];
    let place = Place { kind: Kind::Byte, group: back(1) >> 4, second_group: back(1), contexts };
    let byte = coding.value(place, source.byte().into());
    out.push(byte as u8);
    coding.end_token(byte + 5000);
}
