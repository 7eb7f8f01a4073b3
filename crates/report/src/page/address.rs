//! Codes in the addresses of the views (地址编码).

/// A code as part of an address.
pub fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_safe_in_addresses() {
        assert_eq!(percent_encoded("CQ-GXQ"), "CQ-GXQ");
        assert_eq!(percent_encoded("a/b\"万"), "a%2Fb%22%E4%B8%87");
    }
}
