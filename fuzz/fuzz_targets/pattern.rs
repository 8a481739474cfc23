#![no_main]

use libfuzzer_sys::fuzz_target;
use tarazy_engine::lexicon::Pattern;

fuzz_target!(|bytes: &[u8]| {
    let text = tarazy_fuzz::text(bytes);
    let _ = Pattern::parse(&text);
    let _ = tarazy_fuzz::syntax(bytes).pattern(&text);
});
