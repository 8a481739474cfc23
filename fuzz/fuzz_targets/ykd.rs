#![no_main]

use libfuzzer_sys::fuzz_target;
use tarazy_engine::lexicon::LexiconFormat;

fuzz_target!(|bytes: &[u8]| tarazy_fuzz::read_text(LexiconFormat::Ykd, bytes));
