//! The policy in words (口径说明): every setting that decides a figure, said so that a reader can check it.

use model::policy::{
    ContractSource, ContractValue, Districts, Flagged, KeepOrDrop, Policy, Resigned, Scope, Start, Supersede,
    Unreported,
};

use crate::lang::Lang;

type Words = (&'static str, &'static str);

/// Name and meaning of each setting, scope first.
pub fn policy_words(policy: &Policy, scope: &Scope, lang: Lang) -> Vec<(String, String)> {
    let pair = |(name, meaning): Words| (name.to_owned(), meaning.to_owned());
    let counted = counted_words(policy, lang);
    let settings = counted.into_iter().chain(return_words(policy, lang)).chain(contract_words(policy, lang));
    let settings = settings.chain(switch_words(policy, lang)).map(pair);
    scope_words(scope, lang).into_iter().chain(settings).collect()
}

fn scope_words(scope: &Scope, lang: Lang) -> Vec<(String, String)> {
    let list = |names: &[String]| match names {
        [] => lang.pick("全部", "all").to_owned(),
        names => names.join(lang.pick("、", ", ")),
    };
    let tracked = match scope.tracked_only {
        true => lang.pick("仅纳入跟踪督办的项目", "tracked projects only"),
        false => lang.pick("全部签约项目", "every signed project"),
    };
    vec![
        (lang.pick("签约活动", "events").to_owned(), list(&scope.events)),
        (lang.pick("届次", "editions").to_owned(), list(&scope.cohorts)),
        (lang.pick("统计范围", "population").to_owned(), tracked.to_owned()),
    ]
}

/// Which projects count.
fn counted_words(policy: &Policy, lang: Lang) -> Vec<Words> {
    vec![
        (
            lang.pick("开工", "started"),
            match policy.start {
                Start::Ever => lang.pick("曾经开工即计入", "has ever been started"),
                Start::Current => lang.pick("已开工且未终止", "started and not terminated"),
            },
        ),
        (lang.pick("终止项目", "terminated projects"), kept(policy.terminated, lang)),
        (lang.pick("停工项目", "suspended projects"), kept(policy.suspended, lang)),
        (
            lang.pick("重复签约", "signed again"),
            match policy.resigned {
                Resigned::Original => {
                    lang.pick("计一次，归首次签约", "counted once, under the first signing")
                }
                Resigned::Latest => lang.pick("计一次，归最近签约", "counted once, under the last signing"),
                Resigned::Separate => lang.pick("分别计数", "each signing by itself"),
            },
        ),
        (
            lang.pick("区划调整", "changes of districts"),
            match policy.districts {
                Districts::AsReported => {
                    lang.pick("计在报送时的单位", "counted under the unit that reported")
                }
                Districts::Successor => lang.pick("计在承接单位", "counted under the unit that followed"),
            },
        ),
    ]
}

/// What returns, and months without one, say.
fn return_words(policy: &Policy, lang: Lang) -> Vec<Words> {
    vec![
        (
            lang.pick("当月未报", "month without a return"),
            match policy.unreported {
                Unreported::CarryForward => lang.pick("沿用最近一次数值", "the last known values go on"),
                Unreported::Unknown => lang.pick("视为不明", "nothing is known"),
            },
        ),
        (
            lang.pick("有错误的数值", "values with an error"),
            match policy.flagged {
                Flagged::Withhold => {
                    lang.pick("不采用，沿用上次可信数值", "withheld; the last good value stays")
                }
                Flagged::AsReported => lang.pick("按原报数采用", "believed as reported"),
            },
        ),
        (
            lang.pick("补报、重报", "later returns"),
            match policy.supersede {
                Supersede::Overlap => lang.pick(
                    "同单位同月含相同项目的后报替换前报",
                    "replace an earlier one of the same unit and month where they share projects",
                ),
                Supersede::None => lang.pick("不替换", "never replace an earlier one"),
            },
        ),
    ]
}

/// Which contract value counts.
fn contract_words(policy: &Policy, lang: Lang) -> Vec<Words> {
    vec![
        (
            lang.pick("合同额取值", "contract value"),
            match policy.contract_value {
                ContractValue::Original => lang.pick("签约时数值", "the one at signing"),
                ContractValue::AsOf => lang.pick("截至当月已知数值", "the one known in that month"),
                ContractValue::Latest => lang.pick("最新数值", "the last one known"),
            },
        ),
        (
            lang.pick("合同额来源", "source of the contract value"),
            match policy.contract_source {
                ContractSource::Return => lang.pick("以报表为先", "the return first"),
                ContractSource::Ledger => lang.pick("以台账为先", "the ledger first"),
            },
        ),
    ]
}

/// Which stages count for which.
fn switch_words(policy: &Policy, lang: Lang) -> Vec<Words> {
    let yes_no = |yes: bool| if yes { lang.pick("是", "yes") } else { lang.pick("否", "no") };
    vec![
        (lang.pick("拿地计为开工", "land acquired counts as started"), yes_no(policy.land_counts_as_started)),
        (lang.pick("落地计为开工", "landed counts as started"), yes_no(policy.landed_counts_as_started)),
        (
            lang.pick("部分投产计为投产", "partial production counts as production"),
            yes_no(policy.partial_counts_as_production),
        ),
        (
            lang.pick("竣工计为投产", "completed counts as production"),
            yes_no(policy.completed_counts_as_production),
        ),
        (
            lang.pick("开工开业计为投产", "opened counts as production"),
            yes_no(policy.opening_counts_as_production),
        ),
    ]
}

fn kept(choice: KeepOrDrop, lang: Lang) -> &'static str {
    match choice {
        KeepOrDrop::Keep => lang.pick("计入项目总数", "stay in the denominator"),
        KeepOrDrop::Drop => lang.pick("不计入项目总数", "leave the denominator"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_has_words_in_both_languages() {
        let (policy, scope) = (Policy::default(), Scope::default());
        let chinese = policy_words(&policy, &scope, Lang::Zh);
        assert_eq!(chinese.len(), policy_words(&policy, &scope, Lang::En).len());
        assert!(chinese.contains(&("终止项目".to_owned(), "计入项目总数".to_owned())));
        assert!(chinese.iter().all(|(name, meaning)| !name.is_empty() && !meaning.is_empty()));
    }
}
