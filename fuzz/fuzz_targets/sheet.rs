#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| tarazy_fuzz::read_packed("a.xlsx", &tarazy_fuzz::XLSX, bytes));
