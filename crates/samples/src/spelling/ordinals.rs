//! Ordinals (序数写法): `一` for groups, `①` for rows.

/// `一`, `二` … `十`; nothing beyond.
pub(crate) fn ordinal(place: usize) -> &'static str {
    const ORDINALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    ORDINALS.get(place).copied().unwrap_or_default()
}

/// `①` to `⑳`, and `（21）` beyond.
pub(crate) fn circled(number: usize) -> String {
    let sign = u32::try_from(number).ok().filter(|number| (1..=20).contains(number));
    match sign.and_then(|number| char::from_u32('①' as u32 + number - 1)) {
        Some(sign) => sign.to_string(),
        None => format!("（{number}）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_end_at_twenty() {
        assert_eq!((circled(1), circled(20), circled(21)), ("①".into(), "⑳".into(), "（21）".into()));
        assert_eq!((ordinal(0), ordinal(10)), ("一", ""));
    }
}
