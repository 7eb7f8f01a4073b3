//! Offices that report for a unit (部门): `江北区招商投资促进局` speaks for 江北区.

/// Ends of the names of offices, longest first where one ends in another.
const OFFICES: [&str; 30] = [
    "人民政府办公室",
    "人民政府",
    "区政府",
    "县政府",
    "政府",
    "管理委员会",
    "管委会",
    "招商投资促进局",
    "招商投资促进中心",
    "招商投资服务中心",
    "招商投资局",
    "招商服务中心",
    "招商集团",
    "招商局",
    "招商办",
    "投资促进局",
    "投资促进中心",
    "产业促进局",
    "产业发展局",
    "经济和信息化委员会",
    "经济信息委员会",
    "经济信息委",
    "经信委",
    "发展和改革委员会",
    "发展改革委",
    "发改委",
    "商务委员会",
    "商务委",
    "大数据应用发展管理局",
    "大数据发展局",
];

/// The text itself, then without 重庆市 before and an office behind it.
pub fn candidates(spelling: &str) -> Vec<(String, &'static str)> {
    let mut found = vec![(spelling.to_owned(), "name")];
    let trimmed = spelling.trim_matches(|sign: char| "。.,;:、()".contains(sign));
    let before_bracket = trimmed.split('(').next().unwrap_or(trimmed);
    let behind_colon = before_bracket.rsplit(':').next().unwrap_or(before_bracket);
    let shortened = behind_colon.replace("高新技术产业开发区", "高新区").replace("经济技术开发区", "经开区");
    for trimmed in [trimmed, before_bracket, behind_colon, &shortened] {
        without_city_and_office(trimmed, &mut found);
    }
    found
}

fn without_city_and_office(trimmed: &str, found: &mut Vec<(String, &'static str)>) {
    for start in ["", "重庆市", "重庆", "中共"] {
        let Some(rest) = trimmed.strip_prefix(start).filter(|rest| !rest.is_empty()) else { continue };
        found.push((rest.to_owned(), "name"));
        for office in OFFICES {
            let Some(unit) = rest.strip_suffix(office).filter(|unit| unit.chars().count() >= 2) else {
                continue;
            };
            found.push((unit.to_owned(), "office"));
            if office.starts_with(['区', '县']) {
                found.push((
                    format!("{unit}{}", if office.starts_with('区') { "区" } else { "县" }),
                    "office",
                ));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_and_the_city_are_left_out() {
        let found = candidates("重庆市江北区人民政府");
        assert!(found.contains(&("江北区".to_owned(), "office")));
        assert!(candidates("江北区政府").contains(&("江北区".to_owned(), "office")));
        assert_eq!(candidates("江北")[0], ("江北".to_owned(), "name"));
    }
}
