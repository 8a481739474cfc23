//! Words that negate in English. They stand before what they negate. The list was
//! written for this project, out of general knowledge of the language.

use crate::language::negation::NegationWords;

/// "Does not guarantee freedom", "no real equality", "without justice".
pub const NEGATION: NegationWords = NegationWords {
    before: &[
        ("=not", 3),
        // Don't, isn't, won't; in texts that come as tokens n't by itself.
        ("*n't", 3),
        ("=cannot", 3),
        ("=never", 3),
        ("=no", 3),
        ("=nor", 3),
        ("=neither", 3),
        ("=none", 3),
        ("=nothing", 3),
        ("=nobody", 3),
        ("=nowhere", 3),
        ("=without", 3),
    ],
    after: &[],
    except: &[
        // Not only, not merely.
        "=not =only",
        "=not =just",
        "=not =merely",
        "=not =simply",
        "=not =solely",
        "*n't =only",
        "*n't =just",
        "*n't =merely",
        "*n't =simply",
        "=not =least",
        "=not =so =much",
        "=not =to =mention",
        // Twice no is yes.
        "=not =without",
        "=never =without",
        "=cannot =but",
        // No doubt, without exception.
        "=no =doubt",
        "=no =question",
        "=no =wonder",
        "=no =matter",
        "=no =less",
        "=no =sooner",
        "=without =doubt",
        "=without =a =doubt",
        "=without =question",
        "=without =exception",
        "=nothing =but",
        "=nothing =less",
        "=nothing =short",
        "=none =other",
        // 'Never forget freedom' speaks for it.
        "=not =forget",
        "=never =forget",
        "*n't =forget",
        // Is it not so? Or not?
        "*n't =it",
        "=why =not",
        "=or =not",
        "=if =not",
    ],
    stop: &["=but", "=yet", "=although", "=though", "=because", "=however", "=unless", "=while", "=whereas"],
};
