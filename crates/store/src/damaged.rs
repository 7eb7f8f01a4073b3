//! Damaged files make the Parquet readers panic in places; here that becomes an error that names the file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::error::StoreError;

/// What `read` gives; an error when it panics. What it was building is dropped with it.
pub fn reading<T>(path: &Path, read: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(StoreError::Damaged { path: path.to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error_that_names_the_file() {
        let failed: Result<(), _> = reading(Path::new("a.parquet"), || panic!("broken page"));
        assert!(failed.unwrap_err().to_string().contains("`a.parquet`"));
        assert_eq!(reading(Path::new("a.parquet"), || Ok(1)).unwrap(), 1);
    }
}
