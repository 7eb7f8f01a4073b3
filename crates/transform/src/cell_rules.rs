//! Readers of one value at a time, in plain Rust: a text in, a value with its rule and its problems out.
