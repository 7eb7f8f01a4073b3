//! How projects are counted and money is added (计数、求和): in Int64, whatever the engine would choose.

use model::schema::Column;
use polars::prelude::{DataType, Expr, len, lit, when};
use store::expr::AsExpr;

/// How many rows there are.
pub fn how_many_rows() -> Expr {
    len().cast(DataType::Int64)
}

/// How many rows say yes; a missing value is not a yes.
pub fn how_many(yes: Expr) -> Expr {
    yes.fill_null(lit(false)).cast(DataType::Int64).sum()
}

/// The sum of an amount; a missing amount counts as 0.
pub fn sum_of(amount: Column) -> Expr {
    amount.expr().fill_null(lit(0_i64)).sum()
}

/// The sum of an amount over the rows that say yes; a missing amount counts as 0, a missing answer is not a yes.
pub fn sum_of_those(amount: Column, yes: Expr) -> Expr {
    when(yes).then(amount.expr()).otherwise(lit(0_i64)).fill_null(lit(0_i64)).sum()
}
