//! A WebAssembly program, with the contexts of its language.
//!
//! The sections before and after the instructions go as bytes. Lengths of functions and of their section are not packed; they
//! follow from what is unpacked. So a program comes back as it was where its numbers are written in the shortest way; whoever
//! packs compares.

use crate::{
    bytes::byte,
    coding::{Coding, Kind, Place},
    history::hashed,
    number::{folded, unfolded, write_signed, write_unsigned},
    source::Source,
};

/// What a program begins with.
pub const START: &[u8] = b"\0asm\x01\0\0\0";

const STEP: usize = 1 << 10;
const TYPES: u8 = 1;
const IMPORTS: u8 = 2;
const FUNCTIONS: u8 = 3;
const CODE: u8 = 10;
/// Stand-ins for an operation, outside of functions and before their first one.
const OUTSIDE: u32 = 700;
const LOCALS: u32 = 600;
const BEGIN: u32 = 601;

/// The way through a program.
pub struct Program<C> {
    pub coding: C,
    pub out: Vec<u8>,
    pub length: usize,
    source: Source,
    part: Part,
    signatures: Vec<Signature>,
    functions: Vec<u32>,
    imported: u32,
    scene: Scene,
}

/// What comes next.
enum Part {
    Section,
    Bytes { id: u8, start: usize, end: usize },
    Functions { start: usize, next: u32, end: u32 },
}

/// How many values a function takes and gives.
#[derive(Clone, Copy, Default)]
struct Signature {
    takes: usize,
    gives: usize,
}

/// What is known at a place between instructions.
#[derive(Default)]
struct Scene {
    /// The last operations, and these with all that follows them, the last first.
    operations: [u32; 6],
    tokens: [u32; 4],
    /// The local variables named last, and the one last set.
    locals: [u32; 2],
    set: u32,
    /// The function called last.
    called: u32,
    local_count: u32,
    parameters: u32,
    signature: u32,
    /// What made each value on the stack.
    stack: Vec<u32>,
    /// Open blocks: their operation, and how high the stack is at their bottom.
    blocks: Vec<(u32, usize)>,
    /// The statement so far, and the one before: what left nothing on the stack.
    statement: u32,
    last_statement: u32,
}

impl Scene {
    fn bottom(&self) -> usize {
        self.blocks.last().map_or(0, |block| block.1)
    }

    fn height(&self) -> usize {
        self.stack.len().saturating_sub(self.bottom())
    }

    fn pop(&mut self, values: usize) {
        let left = self.stack.len().saturating_sub(values).max(self.bottom());
        self.stack.truncate(left);
    }

    fn push(&mut self, maker: u32) {
        self.stack.push(maker);
    }

    /// Returns what made a value so deep in the stack.
    fn at_depth(&self, depth: usize) -> u32 {
        self.stack.len().checked_sub(depth).map_or(0, |at| self.stack[at])
    }

    fn begin(&mut self, operation: u32) {
        self.operations.rotate_right(1);
        self.operations[0] = operation;
        self.tokens.rotate_right(1);
        self.tokens[0] = hashed(operation, 0x1234);
    }

    fn end(&mut self) {
        if self.height() == 0 {
            self.last_statement = std::mem::take(&mut self.statement);
        }
        self.statement = hashed(self.statement, self.tokens[0]);
    }
}

impl<C: Coding> Program<C> {
    pub fn new(length: usize, coding: C, mut source: Source) -> Self {
        source.skip(START.len());
        Self {
            coding,
            out: START.to_vec(),
            source,
            length,
            part: Part::Section,
            signatures: Vec::new(),
            functions: Vec::new(),
            imported: 0,
            scene: Scene::default(),
        }
    }

    /// Goes on by a kilobyte or a function; returns whether something is left.
    pub fn step(&mut self) -> bool {
        let until = self.out.len() + STEP;
        while self.out.len() < self.length && self.out.len() < until {
            self.part();
        }
        self.out.len() < self.length
    }

    fn part(&mut self) {
        match self.part {
            Part::Section => self.section(),
            Part::Bytes { id, start, end } => {
                let until = end.min(self.out.len() + STEP);
                while self.out.len() < until {
                    byte(&mut self.coding, &mut self.source, &mut self.out);
                }
                if self.out.len() >= end {
                    self.learn(id, start);
                    self.part = Part::Section;
                }
            }
            Part::Functions { start, next, end } => {
                if next < end {
                    self.function(self.imported.wrapping_add(next));
                    self.part = Part::Functions { start, next: next + 1, end };
                } else {
                    write_length(&mut self.out, start);
                    self.part = Part::Section;
                }
            }
        }
    }

    fn section(&mut self) {
        self.scene = Scene::default();
        self.scene.operations[0] = OUTSIDE;
        let id = self.source.byte();
        let id = self.operand(Kind::Other, id.into(), 50) as u8;
        self.out.push(id);
        let length = self.source.unsigned() as u32;
        let start = self.out.len();
        if id == CODE {
            let end = self.unsigned(Kind::Other, 51);
            self.part = Part::Functions { start, next: 0, end };
        } else {
            let length = self.operand(Kind::Other, length, 52);
            write_unsigned(&mut self.out, length);
            let start = self.out.len();
            self.part = Part::Bytes { id, start, end: self.length.min(start.saturating_add(length as usize)) };
        }
    }

    /// Takes from a section what instructions are told by.
    fn learn(&mut self, id: u8, start: usize) {
        let mut section = Source::of(&self.out[start..]);
        let count = match id {
            TYPES | IMPORTS | FUNCTIONS => section.unsigned().min(self.out.len() as u64),
            _ => 0,
        };
        let skip = |section: &mut Source| {
            let count = section.unsigned() as usize;
            section.skip(count);
            count
        };
        for _ in 0..count {
            match id {
                TYPES => {
                    section.byte();
                    self.signatures.push(Signature { takes: skip(&mut section), gives: skip(&mut section) });
                }
                FUNCTIONS => self.functions.push(section.unsigned() as u32),
                _ => {
                    skip(&mut section);
                    skip(&mut section);
                    let kind = section.byte();
                    let first = section.unsigned();
                    match kind {
                        0 => {
                            self.functions.push(first as u32);
                            self.imported += 1;
                        }
                        // A table has its type before its limits, a memory limits alone; with a most where they say so.
                        1 | 2 => {
                            let limits = if kind == 1 { section.unsigned() } else { first };
                            section.unsigned();
                            if limits & 1 == 1 {
                                section.unsigned();
                            }
                        }
                        _ => _ = section.byte(),
                    }
                }
            }
        }
    }

    fn signature_of(&self, function: u32) -> Signature {
        self.functions.get(function as usize).map_or_else(Signature::default, |kind| self.signature(*kind))
    }

    fn signature(&self, kind: u32) -> Signature {
        self.signatures.get(kind as usize).copied().unwrap_or_default()
    }

    fn function(&mut self, function: u32) {
        self.source.unsigned();
        let start = self.out.len();
        let signature = self.functions.get(function as usize).copied().unwrap_or_default();
        let parameters = self.signature_of(function).takes as u32;
        self.scene = Scene { signature, parameters, local_count: parameters, ..Scene::default() };
        self.scene.operations[0] = LOCALS;
        let groups = self.unsigned(Kind::Other, 1);
        for _ in 0..groups {
            if self.is_over() {
                return;
            }
            let count = self.unsigned(Kind::Other, 2);
            self.scene.local_count = self.scene.local_count.wrapping_add(count);
            self.unsigned(Kind::Other, 3);
        }
        self.scene.operations[0] = BEGIN;
        self.scene.tokens[0] = hashed(BEGIN, signature);
        self.scene.blocks.push((1, 0));
        while !self.scene.blocks.is_empty() && !self.is_over() {
            self.instruction();
        }
        write_length(&mut self.out, start);
    }

    /// Whether more came out than there can be: what was packed was not packed here.
    fn is_over(&self) -> bool {
        self.out.len() > self.length
    }

    fn instruction(&mut self) {
        let operation = self.operation();
        match operation {
            0x02..=0x04 => self.block(operation),
            0x05 => {
                let bottom = self.scene.bottom();
                self.scene.stack.truncate(bottom);
                if let Some(block) = self.scene.blocks.last_mut() {
                    block.0 = operation;
                }
            }
            0x0B => {
                let bottom = self.scene.bottom();
                self.scene.stack.truncate(bottom);
                self.scene.blocks.pop();
            }
            0x0C..=0x0E => self.branch(operation),
            0x10 | 0x11 => self.call(operation),
            0x1A => self.scene.pop(1),
            0x1B => self.made(3, operation),
            0x20..=0x22 => self.local(operation),
            0x23 | 0x25 => {
                self.unsigned(Kind::Other, operation);
                self.made(usize::from(operation == 0x25), operation);
            }
            0x24 | 0x26 => {
                self.scene.pop((operation as usize - 0x22) >> 1);
                self.unsigned(Kind::Other, operation);
            }
            0x28..=0x3E => self.memory(operation),
            0x3F | 0x40 => {
                self.unsigned(Kind::Other, operation);
                self.made(operation as usize - 0x3F, operation);
            }
            0x41..=0x44 => self.constant(operation),
            0xD0 => {
                self.unsigned(Kind::Other, operation);
                self.made(0, operation);
            }
            0xD2 => {
                self.unsigned(Kind::Function, 7);
                self.made(0, operation);
            }
            0xFC => self.long_operation(),
            0x45 | 0x50 | 0x67..=0x69 | 0x79..=0x7B | 0x8B..=0x91 | 0x99..=0x9F | 0xA7..=0xC4 => {
                self.made(1, operation);
            }
            0x46..=0x4F | 0x51..=0x66 | 0x6A..=0x78 | 0x7C..=0x8A | 0x92..=0x98 | 0xA0..=0xA6 => {
                self.made(2, operation);
            }
            _ => {}
        }
        self.scene.end();
        self.coding.end_token(self.scene.tokens[0]);
    }

    /// Takes values from the stack and leaves one.
    fn made(&mut self, of: usize, maker: u32) {
        self.scene.pop(of);
        self.scene.push(maker);
    }

    fn block(&mut self, operation: u32) {
        self.scene.pop(usize::from(operation == 0x04));
        let kind = self.source.signed();
        let kind = self.operand(Kind::Type, folded(kind) as u32, 1);
        write_signed(&mut self.out, unfolded(kind.into()));
        let bottom = self.scene.stack.len();
        self.scene.blocks.push((operation, bottom));
    }

    fn branch(&mut self, operation: u32) {
        self.scene.pop(usize::from(operation != 0x0C));
        let blocks = self.scene.blocks.len().min(12) as u32;
        if operation != 0x0E {
            self.unsigned(Kind::Label, hashed(blocks, 1));
            return;
        }
        let count = self.unsigned(Kind::Label, 2);
        let mut last = 0;
        for _ in 0..=count {
            if self.is_over() {
                return;
            }
            last = self.unsigned(Kind::Label, hashed(3, last));
        }
    }

    fn call(&mut self, operation: u32) {
        let signature = if operation == 0x10 {
            let height = self.scene.stack.len().min(6) as u32;
            self.scene.called = self.unsigned(Kind::Function, height);
            self.signature_of(self.scene.called)
        } else {
            let kind = self.unsigned(Kind::Type, 2);
            self.unsigned(Kind::Other, operation);
            self.scene.pop(1);
            self.scene.called = operation;
            self.signature(kind)
        };
        self.scene.pop(signature.takes);
        if signature.gives > 0 {
            let called = self.scene.called;
            self.scene.push(hashed(operation, called));
        }
    }

    fn local(&mut self, operation: u32) {
        self.scene.pop(usize::from(operation == 0x21));
        let local = self.unsigned(Kind::Local, 0);
        self.scene.locals = [local, self.scene.locals[0]];
        if operation != 0x20 {
            self.scene.set = local;
        }
        if operation != 0x21 {
            self.made(usize::from(operation == 0x22), hashed(0x20, local));
        }
    }

    fn memory(&mut self, operation: u32) {
        let taken = if operation >= 0x36 { 2 } else { 1 };
        let address = self.scene.at_depth(taken);
        self.unsigned(Kind::Alignment, 0);
        let offset = self.unsigned(Kind::Offset, address);
        self.scene.pop(taken);
        if taken == 1 {
            self.scene.push(hashed(operation, offset));
        }
    }

    fn constant(&mut self, operation: u32) {
        let maker = match operation {
            0x41 => {
                let number = self.source.signed();
                let number = self.operand(Kind::Integer, folded(number) as u32, 0);
                write_signed(&mut self.out, unfolded(number.into()));
                hashed(operation, number)
            }
            0x42 => {
                let number = folded(self.source.signed());
                let high = self.operand(Kind::Long, (number >> 32) as u32, 1);
                let low = self.operand(Kind::Long, number as u32, hashed(high, 2));
                write_signed(&mut self.out, unfolded(u64::from(high) << 32 | u64::from(low)));
                operation
            }
            _ => {
                for index in 0..if operation == 0x43 { 4 } else { 8 } {
                    let byte = self.source.byte();
                    let byte = self.operand(Kind::Float, byte.into(), index);
                    self.out.push(byte as u8);
                }
                operation
            }
        };
        self.scene.push(maker);
    }

    fn long_operation(&mut self) {
        let operation = self.unsigned(Kind::Other, 9);
        match operation {
            0..=7 => self.made(1, operation),
            8 | 10 | 12 | 14 => {
                self.unsigned(Kind::Other, 10);
                self.unsigned(Kind::Other, 11);
                self.scene.pop(3);
            }
            _ => {
                self.unsigned(Kind::Other, 12);
                self.scene.pop(if operation == 11 { 3 } else { 0 });
            }
        }
    }

    fn unsigned(&mut self, kind: Kind, beside: u32) -> u32 {
        let number = self.source.unsigned() as u32;
        let number = self.operand(kind, number, beside);
        write_unsigned(&mut self.out, number);
        number
    }

    fn operation(&mut self) -> u32 {
        let scene = &self.scene;
        let [one, two, three, four, five, _] = scene.operations;
        let [last, before, third, _] = scene.tokens;
        let height = scene.height() as u32;
        let block = scene.blocks.last().map_or(0, |block| block.0);
        let both = hashed(one, two);
        let three = hashed(both, hashed(three, height));
        let contexts = [
            hashed(both, 2),
            hashed(hashed(block, scene.signature), hashed(height, one)),
            hashed(last, 8),
            three,
            hashed(three, hashed(four, five)),
            hashed(hashed(last, before), third),
        ];
        let group = height.min(3) * 4 + self.coding.repeated().min(3);
        let place = Place { kind: Kind::Operation, group, second_group: one, contexts };
        let operation = self.coding.value(place, self.source.byte().into());
        self.out.push(operation as u8);
        self.scene.begin(operation);
        operation
    }

    /// Codes what follows an operation, beside something that tells more than the operation does.
    fn operand(&mut self, kind: Kind, actual: u32, beside: u32) -> u32 {
        let scene = &self.scene;
        let [operation, before, second, ..] = scene.operations;
        let [_, last, third, fourth] = scene.tokens;
        let here = hashed(operation, beside);
        let (top, below) = (scene.at_depth(1), scene.at_depth(2));
        let three = hashed(hashed(here, hashed(last, third)), fourth);
        let [local, other_local] = scene.locals;
        let contexts = if kind == Kind::Local {
            [
                hashed(hashed(operation, scene.local_count), hashed(scene.parameters, scene.signature)),
                hashed(hashed(operation, top), hashed(scene.local_count, 9)),
                hashed(hashed(operation, local), hashed(other_local, before)),
                hashed(hashed(operation, scene.set), hashed(before, second)),
                three,
                hashed(scene.last_statement, hashed(operation, scene.statement)),
            ]
        } else {
            [
                hashed(here, 3),
                hashed(hashed(here, scene.called), before),
                hashed(hashed(here, before), second),
                hashed(here, last),
                hashed(hashed(here, top), hashed(below, 6)),
                three,
            ]
        };
        let group = match operation {
            0x20..=0x22 => operation - 0x20,
            0x41 => 3,
            0x28 => 4,
            0x36 => 5,
            _ => 6,
        };
        let group = group + if self.coding.repeated() > 0 { 8 } else { 0 };
        let value = self.coding.value(Place { kind, group, second_group: before, contexts }, actual);
        self.scene.tokens[0] = hashed(self.scene.tokens[0], value.wrapping_add(kind as u32 * 7777));
        value
    }
}

/// Returns where the instructions of a program end; `None` where there are none.
pub fn end_of_code(content: &[u8]) -> Option<usize> {
    let mut section = content.starts_with(START).then_some(START.len())?;
    while section < content.len() {
        let mut head = Source::of(&content[section..]);
        let id = head.byte();
        let length = head.unsigned() as usize;
        let end = section.checked_add(head.at())?.checked_add(length)?;
        if id == CODE {
            return (end <= content.len()).then_some(end);
        }
        section = end;
    }
    None
}

/// Puts before what came out since `start` how long it is.
fn write_length(out: &mut Vec<u8>, start: usize) {
    let mut length = Vec::new();
    write_unsigned(&mut length, (out.len() - start) as u32);
    out.splice(start..start, length);
}
