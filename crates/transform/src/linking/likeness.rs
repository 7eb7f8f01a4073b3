//! How alike two names are (名称相似度): how much of the shorter one stands in the longer one, in order.

use crate::cell_rules::project_names::normalize_name;
use crate::cell_rules::text::{plain, simplified};

/// The share of the shorter name that is found in the longer one, in order, gaps allowed: a company written in front
/// of a product leaves the ledger's `brand + product` whole. 1 for equal names, 0 for names without a common sign.
pub fn name_likeness(left: &str, right: &str) -> f64 {
    likeness_of_normalized(&normalize_name(left), &normalize_name(right))
}

/// The same for names that [`normalize_name`] has spelled already.
pub fn likeness_of_normalized(left: &str, right: &str) -> f64 {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let (shorter, longer) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    if shorter.len() < 4 {
        return f64::from(u8::from(shorter == longer));
    }
    let common = longest_common_subsequence(&shorter, &longer) as f64;
    let gap_share = (longer.len() - shorter.len()) as f64 / longer.len() as f64;
    (common / shorter.len() as f64) * (1.0 - 0.1 * gap_share)
}

/// Whether two companies are the same but for legal forms, remarks in brackets and spacing.
pub fn same_company(left: &str, right: &str) -> bool {
    let (left, right) = (company_core(left), company_core(right));
    !left.is_empty() && left == right
}

/// The words of a company that only say its legal form.
const FORMS: [&str; 8] =
    ["股份有限公司", "有限责任公司", "控股集团", "有限公司", "集团公司", "集团", "股份", "公司"];

/// A company without its legal form, remarks in brackets and spacing, in simplified characters.
pub fn company_core(name: &str) -> String {
    let mut core = simplified(&plain(name)).replace("(母公司)", "").replace("(本部)", "");
    loop {
        let shorter = FORMS.iter().find_map(|form| core.strip_suffix(form)).map(str::to_owned);
        match shorter {
            Some(shorter) if !shorter.is_empty() => core = shorter,
            _ => return core,
        }
    }
}

fn longest_common_subsequence(left: &[char], right: &[char]) -> usize {
    let mut row = vec![0_usize; right.len() + 1];
    for sign in left {
        let mut diagonal = 0;
        for (place, other) in right.iter().enumerate() {
            let above = row[place + 1];
            row[place + 1] = if sign == other { diagonal + 1 } else { above.max(row[place]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_in_front_leaves_the_name_alike() {
        let likeness =
            name_likeness("重庆霁甫智造有限公司电驱动总成生产基地项目", "霁甫电驱动总成生产基地项目");
        assert!(likeness > 0.9, "{likeness}");
        let other_brand =
            name_likeness("重庆珞岳智造有限公司电驱动总成生产基地项目", "霁甫电驱动总成生产基地项目");
        assert!(other_brand < 0.82, "{other_brand}");
        assert_eq!(name_likeness("甲", "甲"), 1.0);
        assert_eq!(name_likeness("甲", "乙丙丁"), 0.0);
    }

    #[test]
    fn companies_are_compared_without_their_form() {
        assert!(same_company("沅桥（德国）集团", "沅桥(德国)集团有限公司"));
        assert!(same_company("宁波翎翼科技股份有限公司（母公司）", "宁波翎翼科技股份有限公司"));
        assert!(!same_company("宁波翎翼科技有限公司", "合肥翎翼科技有限公司"));
        assert!(!same_company("公司", ""));
        assert!(same_company("重慶長安汽車股份有限公司", "重庆长安汽车"));
    }
}
