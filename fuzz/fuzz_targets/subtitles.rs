#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| tarazy_fuzz::read_document("a.vtt", bytes));
