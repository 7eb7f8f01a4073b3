//! The only place where a declared column becomes an expression, and the one way to join.

use model::schema::Column;
use polars::prelude::{Expr, JoinArgs, JoinType, JoinValidation, LazyFrame, MaintainOrderJoin, PlSmallStr};

/// A declared column as an expression.
pub trait AsExpr {
    /// The expression that gives the column's values.
    fn expr(&self) -> Expr;
}

impl AsExpr for Column {
    fn expr(&self) -> Expr {
        Expr::Column(PlSmallStr::from_static(self.name))
    }
}

/// Adds to each row of `left` the columns of the one row of `right` with the same key.
///
/// In: `right` has at most one row a key, else collecting ends in an error. Out: the rows of `left` in their order.
/// Missing: a row of `left` without a partner gets missing values; a missing key has no partner.
pub fn join_many_to_one(left: LazyFrame, right: LazyFrame, key: &[Column]) -> LazyFrame {
    let on: Vec<Expr> = key.iter().map(AsExpr::expr).collect();
    let mut args = JoinArgs::new(JoinType::Left);
    args.validation = JoinValidation::ManyToOne;
    args.maintain_order = MaintainOrderJoin::Left;
    left.join(right, on.clone(), on, args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::datasets::project_months::ProjectMonth;
    use polars::prelude::*;

    fn joined(right_ids: &[&str], right_months: &[i32]) -> PolarsResult<DataFrame> {
        let left = df!("project_id" => ["b", "a", "b"], "months_unreported" => [1, 1, 2])?;
        let right = df!("project_id" => right_ids, "months_unreported" => right_months)?;
        let right = right.lazy().with_columns([ProjectMonth::project_id().expr().alias("partner")]);
        let key = [ProjectMonth::project_id(), ProjectMonth::months_unreported()];
        join_many_to_one(left.lazy(), right, &key).collect()
    }

    #[test]
    fn each_row_of_the_left_stays_once_and_in_order() {
        let rows = joined(&["a", "b", "c"], &[1, 2, 3]).unwrap();
        let partners: Vec<_> = rows.column("partner").unwrap().str().unwrap().iter().collect();
        assert_eq!(partners, [None, Some("a"), Some("b")]);
    }

    #[test]
    fn a_join_that_would_multiply_rows_is_refused() {
        assert!(joined(&["a", "b", "b"], &[1, 2, 2]).is_err());
        assert!(joined(&["a", "b", "b"], &[1, 2, 1]).is_ok());
    }
}
