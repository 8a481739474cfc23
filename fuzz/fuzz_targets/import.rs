#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = tarazy::lexicon::import("fuzz.x", bytes, tarazy_fuzz::syntax(bytes));
});
