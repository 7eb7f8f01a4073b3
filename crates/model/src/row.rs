//! Rows of datasets in memory, and how their values come and go, one column after the other.

use crate::date::Date;
use crate::schema::{Dataset, Kind};

/// Takes the values of rows, in the order of the dataset's columns. Implemented by `store` over Arrow and polars.
pub trait Sink {
    /// Takes the value of the next column of kind `String`.
    fn text(&mut self, value: Option<&str>);
    /// Takes the value of the next column of kind `Int32`.
    fn int32(&mut self, value: Option<i32>);
    /// Takes the value of the next column of kind `Int64`.
    fn int64(&mut self, value: Option<i64>);
    /// Takes the value of the next column of kind `Float64`.
    fn float64(&mut self, value: Option<f64>);
    /// Takes the value of the next column of kind `Boolean`.
    fn boolean(&mut self, value: Option<bool>);
    /// Takes the value of the next column of kind `Date`.
    fn date(&mut self, value: Option<Date>);
}

/// Gives the values of one row, in the order of the dataset's columns.
pub trait Source {
    /// The value of the next column of kind `String`.
    fn text(&mut self) -> Option<String>;
    /// The value of the next column of kind `Int32`.
    fn int32(&mut self) -> Option<i32>;
    /// The value of the next column of kind `Int64`.
    fn int64(&mut self) -> Option<i64>;
    /// The value of the next column of kind `Float64`.
    fn float64(&mut self) -> Option<f64>;
    /// The value of the next column of kind `Boolean`.
    fn boolean(&mut self) -> Option<bool>;
    /// The value of the next column of kind `Date`.
    fn date(&mut self) -> Option<Date>;
}

/// One row of a declared dataset.
pub trait Row: Sized {
    /// The declaration.
    const DATASET: Dataset;
    /// Gives every value to the sink, in order.
    fn write(&self, sink: &mut dyn Sink);
    /// Takes every value from the source, in order. A required value that is missing becomes empty or zero:
    /// `store` has refused such a file before.
    fn read(source: &mut dyn Source) -> Self;
}

/// A Rust type that a column can have.
pub trait ColumnValue: Sized {
    /// The type of the column.
    const KIND: Kind;
    /// Whether it may be missing.
    const NULLABLE: bool;
    /// Gives the value to the sink.
    fn give(&self, sink: &mut dyn Sink);
    /// Takes the value from the source.
    fn take(source: &mut dyn Source) -> Self;
}

macro_rules! column_values {
    ($( $ty:ty, $kind:ident, $method:ident, |$value:ident| $pass:expr; )+) => {
        $(
            impl ColumnValue for $ty {
                const KIND: Kind = Kind::$kind;
                const NULLABLE: bool = false;
                fn give(&self, sink: &mut dyn Sink) {
                    let $value = self;
                    sink.$method(Some($pass));
                }
                fn take(source: &mut dyn Source) -> Self {
                    source.$method().unwrap_or_default()
                }
            }
            impl ColumnValue for Option<$ty> {
                const KIND: Kind = Kind::$kind;
                const NULLABLE: bool = true;
                fn give(&self, sink: &mut dyn Sink) {
                    sink.$method(self.as_ref().map(|$value| $pass));
                }
                fn take(source: &mut dyn Source) -> Self {
                    source.$method()
                }
            }
        )+
    };
}

column_values! {
    String, String, text, |value| value.as_str();
    i32, Int32, int32, |value| *value;
    i64, Int64, int64, |value| *value;
    f64, Float64, float64, |value| *value;
    bool, Boolean, boolean, |value| *value;
    Date, Date, date, |value| *value;
}

/// Declares a dataset once: the row type, its columns with their functions, and how rows are written and read.
///
/// `column: Type, "unit", "中文", "English";` declares a column that always has a value, and
/// `column: Option<Type>, "unit", "中文", "English", null "what a missing value means";` one that may lack it.
macro_rules! dataset {
    (
        $row:ident, $name:literal, key [$($key:ident),+], $zh:literal, $en:literal;
        $( $column:ident : $ty:ty, $unit:literal, $column_zh:literal, $column_en:literal $(, null $missing:literal)?; )+
    ) => {
        #[doc = concat!("One row of `", $name, "` (", $zh, "): ", $en, ".")]
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $row { $( #[doc = $column_en] pub $column: $ty, )+ }

        impl $row {
            $(
                #[doc = concat!("The column `", stringify!($column), "`: ", $column_en, ".")]
                pub const fn $column() -> $crate::schema::Column {
                    $crate::schema::Column {
                        name: stringify!($column),
                        kind: <$ty as $crate::row::ColumnValue>::KIND,
                        unit: $unit,
                        zh: $column_zh,
                        en: $column_en,
                        missing: $crate::row::missing!($($missing)?),
                    }
                }
            )+
        }

        impl $crate::row::Row for $row {
            const DATASET: $crate::schema::Dataset = $crate::schema::Dataset {
                name: $name,
                zh: $zh,
                en: $en,
                key: &[$(stringify!($key)),+],
                columns: &[ $( $row::$column() ),+ ],
            };

            fn write(&self, sink: &mut dyn $crate::row::Sink) {
                $( $crate::row::ColumnValue::give(&self.$column, sink); )+
            }

            fn read(source: &mut dyn $crate::row::Source) -> Self {
                $row { $( $column: $crate::row::ColumnValue::take(source), )+ }
            }
        }

        const _: () = {
            $( assert!(
                <$ty as $crate::row::ColumnValue>::NULLABLE == $row::$column().is_nullable(),
                concat!("`", stringify!($column), "` needs a null rule exactly when its type is an Option"),
            ); )+
        };
    };
}

macro_rules! missing {
    () => {
        None
    };
    ($missing:literal) => {
        Some($missing)
    };
}

pub(crate) use dataset;
pub(crate) use missing;
