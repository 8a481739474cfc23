use proptest::prelude::*;

use super::*;

/// A program of one function of every shape that the page's program has: `(func (param i32) (result i32) …)`.
fn program(code: &[u8]) -> Vec<u8> {
    let mut body = vec![1, 2, 0x7F];
    body.extend(code);
    body.push(0x0B);
    let mut wasm = program::START.to_vec();
    // One type, one import, one function, a table, the code, and data.
    wasm.extend([1, 6, 1, 0x60, 1, 0x7F, 1, 0x7F]);
    wasm.extend([2, 7, 1, 1, b'a', 1, b'b', 0, 0]);
    wasm.extend([3, 2, 1, 0]);
    wasm.extend([10, body.len() as u8 + 2, 1, body.len() as u8]);
    wasm.extend(&body);
    wasm.extend([11, 9, 1, 0, 0x41, 0, 0x0B, 3, 1, 2, 3]);
    wasm
}

fn instruction() -> impl Strategy<Value = Vec<u8>> {
    let local = (0x20..=0x22_u8, 0..3_u8).prop_map(|(operation, local)| vec![operation, local]);
    let constant = any::<i32>().prop_map(|number| {
        let mut code = vec![0x41];
        number::write_signed(&mut code, number.into());
        code
    });
    let long = any::<i64>().prop_map(|number| {
        let mut code = vec![0x42];
        number::write_signed(&mut code, number);
        code
    });
    let load = (0x28..=0x3E_u8, 0..4_u8, any::<u32>()).prop_map(|(operation, alignment, offset)| {
        let mut code = vec![operation, alignment];
        number::write_unsigned(&mut code, offset);
        code
    });
    let float = any::<[u8; 8]>().prop_map(|bytes| [&[0x44][..], &bytes].concat());
    let plain = prop_oneof![Just(0x1A_u8), Just(0x1B), 0x45..=0xC4_u8].prop_map(|operation| vec![operation]);
    let block = Just(vec![0x02, 0x40, 0x0C, 0, 0x0B]);
    let choice = Just(vec![0x20, 0, 0x04, 0x7F, 0x41, 1, 0x05, 0x41, 2, 0x0B]);
    let table =
        prop::collection::vec(0..1_u8, 1..5).prop_map(|labels| [&[0x0E, labels.len() as u8 - 1][..], &labels].concat());
    let call =
        prop_oneof![Just(vec![0x10, 0]), Just(vec![0x11, 0, 0]), Just(vec![0xFC, 0x0A, 0, 0]), Just(vec![0xFC, 3])];
    prop_oneof![local, constant, long, load, float, plain, block, choice, table, call]
}

proptest! {
    #[test]
    fn bytes_come_back(content in prop::collection::vec(any::<u8>(), 0..3000)) {
        prop_assert_eq!(unpack(&pack(&content)), content);
    }

    #[test]
    fn programs_come_back_as_programs(code in prop::collection::vec(instruction(), 0..9)) {
        let wasm = program(&code.concat());
        let packed = pack(&wasm);
        prop_assert_eq!(packed[0], PROGRAM);
        prop_assert_eq!(unpack(&packed), wasm);
    }

    #[test]
    fn a_program_in_the_wrong_is_bytes(at in 8..60_usize, byte in any::<u8>()) {
        let mut wasm = program(&[0x20, 0, 0x41, 5, 0x6A, 0x22, 1, 0x10, 0]);
        let at = at.min(wasm.len() - 1);
        wasm[at] = byte;
        prop_assert_eq!(unpack(&pack(&wasm)), wasm);
    }

    #[test]
    fn what_was_not_packed_ends_too(kind in 0..2_u8, length in 0..40_000_u32, rest in prop::collection::vec(any::<u8>(), 0..400)) {
        let packed = [&[kind][..], &length.to_le_bytes(), &rest].concat();
        prop_assert!(unpack(&packed).len() <= length as usize);
    }
}

#[test]
fn a_number_in_more_bytes_than_it_needs_comes_back() {
    let wasm = program(&[0x20, 0x80, 0x00]);
    let packed = pack(&wasm);
    assert_eq!(packed[0], BYTES, "the shortest way would be another file");
    assert_eq!(unpack(&packed), wasm);
}

#[test]
fn text_takes_less_than_a_third() {
    let text = include_bytes!("../../www/samples/udhr-kaz.txt");
    let packed = pack(text);
    assert!(packed.len() * 3 < text.len(), "{} of {}", packed.len(), text.len());
    assert_eq!(unpack(&packed), text);
}

#[test]
fn parts_are_the_file() {
    for content in [program(&[0x20, 0]), b"not a program".to_vec(), Vec::new()] {
        let packed = pack_in_parts(&content);
        let mut unpacked = Vec::new();
        let mut left = &packed[..];
        let mut parts = 0;
        while let Some((length, rest)) = left.split_first_chunk::<4>() {
            let (part, rest) = rest.split_at(u32::from_le_bytes(*length) as usize);
            unpacked.extend(unpack(part));
            left = rest;
            parts += 1;
        }
        assert_eq!(unpacked, content);
        assert_eq!(parts, if content.starts_with(program::START) { 2 } else { usize::from(!content.is_empty()) });
    }
}

#[test]
fn no_head_is_nothing() {
    assert!(unpack(&[]).is_empty());
    assert!(unpack(&[PROGRAM, 1, 0]).is_empty());
}
