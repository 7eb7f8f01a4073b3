//! An amount in the data of the page (金额): a number as long as a browser keeps it exactly, else a text.

use serde::{Serialize, Serializer};

/// Browsers keep whole numbers up to here.
const MOST_EXACT: u64 = 1 << 53;

/// An amount in full units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Yuan(pub i64);

impl Serialize for Yuan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.unsigned_abs() <= MOST_EXACT {
            serializer.serialize_i64(self.0)
        } else {
            serializer.serialize_str(&self.0.to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_amounts_are_texts() {
        let written = |yuan| serde_json::to_string(&Yuan(yuan)).unwrap();
        assert_eq!(written(110_219_900_000), "110219900000");
        assert_eq!(written(i64::MIN), "\"-9223372036854775808\"");
    }
}
