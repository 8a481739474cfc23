#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = tarazy::lexicon::read_toml(&tarazy_fuzz::text(bytes));
});
