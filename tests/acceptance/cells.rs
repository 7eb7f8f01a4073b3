//! The figures come from the cells: three cells of three workbooks are changed, and the headline moves by just that.

use serde_json::Value;

use crate::sandbox::Sandbox;
use crate::workbook_cells::set_cell;

#[test]
fn the_headline_moves_by_what_three_cells_say() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let before = figures(&sandbox);
    let file = |name: &str| sandbox.path(&format!("data/received/202307/{name}"));
    // 正式合同额（万元）of ZB2020 … in I5: 1,000,000 → 1,000,100 万元.
    set_cell(&file("南川区2023年7月智博会签约项目推进情况表.xlsx"), "I5", "<v>1000100</v>", "");
    // 累计到位（亿元）in J6: 0.93 → 1.43 亿元.
    set_cell(&file("江津-智博会项目台账202307.xlsx"), "J6", "<v>1.43</v>", "");
    // 项目进展 in N5: 拿地 → 在建.
    set_cell(&file("沙坪坝7月报.xlsx"), "N5", "<is><t>在建</t></is>", " t=\"inlineStr\"");
    let after = figures(&sandbox);
    let moved = |name: &str| after[name].as_i64().unwrap() - before[name].as_i64().unwrap();
    assert_eq!(moved("n_projects"), 0);
    assert_eq!(moved("contract_yuan"), 1_000_000);
    assert_eq!(moved("capital_yuan"), 50_000_000);
    assert_eq!(moved("n_started"), 1);
}

fn figures(sandbox: &Sandbox) -> Value {
    let (outcome, document) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    document["headline"]["figures"].clone()
}
