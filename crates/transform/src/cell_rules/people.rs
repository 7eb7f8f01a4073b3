//! Names of people inside free text (人名): behind a label that announces one.

/// What stands for a name.
pub const MASK: &str = "＊";

/// Labels in front of a person or a number, in captions, below tables and in free text.
const LABELS: [&str; 10] =
    ["联系人", "填报人", "填表人", "制表人", "经办人", "审核人", "负责人", "责任人", "联系电话", "签发人"];

/// The longest name behind a label, in letters.
const LONGEST_NAME: usize = 24;

/// The text with what follows such a label and a colon masked.
pub fn mask_names(text: &str) -> String {
    LABELS.iter().fold(text.to_owned(), |text, label| without_names(&text, label))
}

fn without_names(text: &str, label: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(label) {
        shown.push_str(before);
        shown.push_str(label);
        rest = after;
        let name = after.trim_start_matches(['：', ':', ' ']);
        let between = &after[..after.len() - name.len()];
        if !between.contains(['：', ':']) {
            continue;
        }
        let end = name.find([' ', '\n', '，', ',', '；', ';', '、', '。', '（', '(']).unwrap_or(name.len());
        if end > 0 && name[..end].chars().count() <= LONGEST_NAME {
            shown.push_str(between);
            shown.push_str(MASK);
            rest = &name[end..];
        }
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_behind_a_label_and_a_colon_are_masked() {
        let check = |text: &str, expected: &str| assert_eq!(mask_names(text), expected, "{text}");
        check("联系人: 李四,已开工", "联系人: ＊,已开工");
        check("经办人：孙二娘。正在办理施工许可", "经办人：＊。正在办理施工许可");
        check("项目负责人变更", "项目负责人变更");
        check("由负责人核对：无", "由负责人核对：无");
    }
}
