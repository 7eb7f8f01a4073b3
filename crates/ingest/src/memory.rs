//! Remembers what texts were found to mean, over all workbooks of a run (记忆). The answer is the same with and without.

use std::collections::HashMap;
use std::sync::RwLock;

/// So many texts are remembered at most.
const MAX_TEXTS: usize = 50_000;

/// Longer texts are not remembered.
const MAX_BYTES: usize = 200;

/// Answers by text.
#[derive(Debug)]
pub struct Memory<T> {
    answers: RwLock<HashMap<String, T>>,
}

impl<T> Default for Memory<T> {
    fn default() -> Memory<T> {
        Memory { answers: RwLock::new(HashMap::new()) }
    }
}

impl<T> Clone for Memory<T> {
    /// A copy remembers nothing.
    fn clone(&self) -> Memory<T> {
        Memory::default()
    }
}

impl<T: Clone> Memory<T> {
    /// The answer, where the text was asked before.
    pub fn get(&self, text: &str) -> Option<T> {
        self.answers.read().ok()?.get(text).cloned()
    }

    /// Remembers an answer.
    pub fn put(&self, text: String, answer: &T) {
        if text.len() > MAX_BYTES {
            return;
        }
        if let Ok(mut answers) = self.answers.write()
            && answers.len() < MAX_TEXTS
        {
            answers.insert(text, answer.clone());
        }
    }
}
