//! What only a WebAssembly machine can show. Run in Node by `cargo xtask test wasm`.
#![cfg(target_arch = "wasm32")]

use tarazy::text::Span;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_span_names_the_same_bytes_where_addresses_have_four() {
    assert_eq!(size_of::<usize>(), size_of::<u32>());
    assert_eq!(Span::new(0, 12).of("Таразы"), "Таразы");
}
