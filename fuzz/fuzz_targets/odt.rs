#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| tarazy_fuzz::read_packed("a.odt", &tarazy_fuzz::ODT, bytes));
