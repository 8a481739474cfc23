//! What the page calls: memory for packed bytes, the steps, and where the result lies.

use std::cell::RefCell;

use crate::Unpacking;

thread_local! {
    static PACKED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static UNPACKING: RefCell<Option<Unpacking>> = const { RefCell::new(None) };
}

/// Returns where so many packed bytes can be written.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    PACKED.with_borrow_mut(|packed| {
        *packed = vec![0; length];
        packed.as_mut_ptr()
    })
}

/// Begins with the bytes that were written.
#[unsafe(no_mangle)]
pub extern "C" fn begin() {
    UNPACKING.set(Some(Unpacking::new(PACKED.take())));
}

/// Unpacks a kilobyte or somewhat more; returns whether something is left.
#[unsafe(no_mangle)]
pub extern "C" fn step() -> bool {
    UNPACKING.with_borrow_mut(|unpacking| unpacking.as_mut().is_some_and(Unpacking::step))
}

/// Returns where the unpacked bytes are.
#[unsafe(no_mangle)]
pub extern "C" fn unpacked() -> *const u8 {
    UNPACKING.with_borrow(|unpacking| unpacking.as_ref().map_or(std::ptr::null(), |one| one.unpacked().as_ptr()))
}

/// Returns how many there are.
#[unsafe(no_mangle)]
pub extern "C" fn unpacked_length() -> usize {
    UNPACKING.with_borrow(|unpacking| unpacking.as_ref().map_or(0, |one| one.unpacked().len()))
}
