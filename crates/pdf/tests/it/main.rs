//! Tests over small files that are made here, one feature each.

mod build;
mod damage;
mod encryption;
mod limits;
mod pages;
mod properties;
mod semantics;
