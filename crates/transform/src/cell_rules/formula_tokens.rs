//! The parts of a formula (公式成分): numbers, cells, ranges, signs, names of functions.

use crate::cell_rules::decimals::Decimal;

/// One part.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// A number.
    Number(Decimal),
    /// A cell: row and column from 1.
    Cell(u32, u32),
    /// The name of a function, in upper case.
    Name(String),
    /// `+ - * / ( ) , : %`.
    Sign(char),
}

/// More parts than any formula of a return has.
const MOST_TOKENS: usize = 2_000;

/// The parts of a formula. Missing: it holds something that is none: another sheet, a text, a comparison.
///
/// Also reads how OpenDocument writes cells: `of:=[.J8]+[.K8]`.
pub fn tokens(formula: &str) -> Option<Vec<Token>> {
    let body = formula.trim();
    let body = body.strip_prefix("of:").or_else(|| body.strip_prefix("oooc:")).unwrap_or(body);
    let mut rest = body.strip_prefix('=').unwrap_or(body);
    let mut tokens = Vec::new();
    while let Some(sign) = rest.chars().next() {
        let (token, length) = match sign {
            ' ' | '\t' | '\n' | '\r' | '$' | '[' | ']' => (None, sign.len_utf8()),
            '.' if rest[1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '$') => (None, 1),
            '+' | '-' | '*' | '/' | '(' | ')' | ',' | ':' | '%' => (Some(Token::Sign(sign)), 1),
            ';' => (Some(Token::Sign(',')), 1),
            '0'..='9' | '.' => number(rest)?,
            letter if letter.is_ascii_alphabetic() => cell_or_name(rest)?,
            _ => return None,
        };
        tokens.extend(token);
        rest = &rest[length..];
        if tokens.len() > MOST_TOKENS {
            return None;
        }
    }
    Some(tokens)
}

fn number(text: &str) -> Option<(Option<Token>, usize)> {
    let length = text.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let number = Decimal::parse(&text[..length])?;
    Some((Some(Token::Number(number)), length))
}

fn cell_or_name(text: &str) -> Option<(Option<Token>, usize)> {
    let length = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'$').count();
    let word = text[..length].replace('$', "").to_ascii_uppercase();
    if text[length..].starts_with(['!', '.', '_', '\'']) {
        return None;
    }
    if text[length..].starts_with('(') {
        return Some((Some(Token::Name(word)), length));
    }
    let address: model::cell_address::CellAddress = word.parse().ok()?;
    let inside = address.row <= 1_048_576 && address.col <= 16_384;
    inside.then_some((Some(Token::Cell(address.row, address.col)), length))
}
