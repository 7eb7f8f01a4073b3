//! Invented names (虚构名称): companies, projects, persons. No real firm begins with these syllables of pretence.

use crate::random::Random;

const PRETENCE: [&str; 10] = ["拟", "虚", "幻", "仿", "佯", "若", "梦", "谜", "喻", "寓"];
const MIDDLES: [&str; 20] = [
    "岚", "砚", "箬", "棠", "漪", "蘅", "汀", "樾", "岫", "霁", "珀", "苇", "槿", "鹭", "藜", "澜", "枫",
    "黛", "峤", "笙",
];
const ENDS: [&str; 20] = [
    "木", "泽", "汐", "屿", "原", "舟", "溪", "峰", "岭", "桥", "石", "谷", "泉", "湾", "洲", "林", "野",
    "川", "田", "塬",
];
const SECTORS: [&str; 10] =
    ["科技", "电子", "智能装备", "新材料", "数据", "汽车零部件", "医疗器械", "光电", "软件", "能源"];
const FORMS: [&str; 4] = ["有限公司", "股份有限公司", "集团有限公司", "（集团）有限公司"];
const CITIES: [&str; 10] = ["深圳", "苏州", "杭州", "北京", "上海", "东莞", "合肥", "长沙", "广州", "青岛"];
const PRODUCTS: [&str; 24] = [
    "智能座舱",
    "功率器件",
    "储能电池",
    "工业机器人",
    "卫星导航终端",
    "边缘计算",
    "医用影像设备",
    "轻量化底盘",
    "显示面板材料",
    "智慧物流",
    "传感器",
    "毫米波雷达",
    "云服务器",
    "精密减速器",
    "航空复合材料",
    "氢燃料电堆",
    "数字孪生平台",
    "智能家电",
    "激光装备",
    "食品加工",
    "汽车线束",
    "疫苗冷链",
    "工业软件",
    "特种玻璃",
];
const KINDS: [&str; 10] = [
    "生产基地项目",
    "产业园项目",
    "研发中心项目",
    "智能工厂",
    "西南总部项目",
    "产业化项目",
    "扩能项目",
    "制造基地",
    "示范线建设项目",
    "创新中心项目",
];
const SURNAMES: [&str; 12] = ["虚", "幻", "拟", "喻", "佯", "谜", "若", "寓", "梦", "仿", "幽", "渺"];

/// Names that belong to one project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Names {
    /// 项目名称.
    pub(crate) project: String,
    /// 投资方.
    pub(crate) investor: String,
    /// 项目公司.
    pub(crate) local_entity: String,
    /// Where the investor sits.
    pub(crate) origin: &'static str,
    /// 建设内容.
    pub(crate) content: String,
}

/// The names of the project with this number: the first 4,000 have a brand of their own.
pub(crate) fn project_names(number: usize, random: &mut Random) -> Names {
    let place = number.wrapping_mul(1_777) % (PRETENCE.len() * MIDDLES.len() * ENDS.len());
    let brand = format!(
        "{}{}{}",
        PRETENCE[place % PRETENCE.len()],
        MIDDLES[place / PRETENCE.len() % MIDDLES.len()],
        ENDS[place / PRETENCE.len() / MIDDLES.len() % ENDS.len()]
    );
    let round = number / (PRETENCE.len() * MIDDLES.len() * ENDS.len());
    let product = PRODUCTS[(number + round) % PRODUCTS.len()];
    let origin = random.pick(&CITIES);
    let sector = random.pick(&SECTORS);
    let n_lines = random.between(2, 12);
    Names {
        project: format!("{brand}{product}{}", random.pick(&KINDS)),
        investor: format!("{origin}{brand}{sector}{}", random.pick(&FORMS)),
        local_entity: format!("重庆{brand}{}有限公司", random.pick(&SECTORS)),
        origin,
        content: format!(
            "建设{product}生产线{n_lines}条及配套设施，建筑面积约{}万平方米。",
            random.between(1, 40)
        ),
    }
}

/// A person who does not exist.
pub(crate) fn person(random: &mut Random) -> String {
    format!("{}{}", random.pick(&SURNAMES), random.pick(&MIDDLES))
}

/// A telephone number in a block that is not handed out.
pub(crate) fn telephone(random: &mut Random) -> String {
    format!("1000000{:04}", random.below(10_000))
}

/// A social credit code (GB 32100) with a right check character, of a district 999999 that does not exist.
pub(crate) fn credit_code(number: usize) -> String {
    const SIGNS: [char; 31] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K',
        'L', 'M', 'N', 'P', 'Q', 'R', 'T', 'U', 'W', 'X', 'Y',
    ];
    let body = format!("91999999MA0{:06}", number % 1_000_000);
    let values = body.chars().filter_map(|sign| SIGNS.iter().position(|other| *other == sign));
    let (sum, _) = values.fold((0, 1), |(sum, weight), value| (sum + value * weight, weight * 3 % 31));
    let check = SIGNS.get((31 - sum % 31) % 31).copied().unwrap_or('0');
    format!("{body}{check}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_thousand_projects_have_names_of_their_own() {
        let names: std::collections::BTreeSet<String> = (0..4000)
            .map(|number| project_names(number, &mut Random::of(&[number as u64])).investor)
            .collect();
        assert_eq!(names.len(), 4000);
    }

    #[test]
    fn credit_codes_have_their_check_character() {
        assert_eq!(
            (credit_code(7), credit_code(8)),
            ("91999999MA00000079".to_owned(), "91999999MA0000008C".to_owned())
        );
    }
}
