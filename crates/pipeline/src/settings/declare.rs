//! How settings are declared: path, what is allowed, default, example, Chinese, English.

macro_rules! settings {
    ($( $path:literal, $allowed:expr, $default:expr, $example:literal, $zh:literal, $en:literal; )+) => {
        /// The settings of this file, in the order of a pipeline file.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            path: $path, allowed: $allowed, default: $default, example: $example, zh: $zh, en: $en,
        }),+];
    };
}

pub(crate) use settings;
