//! Words that negate in Russian. They stand before what they negate; «нет» stands on either side.
//! The list was written for this project, out of general knowledge of the language.

use crate::language::negation::NegationWords;

/// «Не гарантирует свободы», «свободы слова нет», «без всякой справедливости».
pub const NEGATION: NegationWords = NegationWords {
    before: &[
        ("=не", 3),
        ("=нет", 3),
        ("=нету", 3),
        ("=без", 2),
        ("=безо", 2),
        ("=ни", 2),
        // All forms of никакой, and никак.
        ("никак*", 2),
        ("=никогда", 3),
        ("=нисколько", 2),
        ("=ничуть", 2),
        ("=отнюдь", 3),
    ],
    after: &[("=нет", 3), ("=нету", 3)],
    except: &[
        // Not only, not merely.
        "=не =только",
        "=не =просто",
        "=не =лишь",
        "=не =столько",
        // Twice no is yes.
        "=не =без",
        "=не =безо",
        "=нельзя =не",
        "=не мо[гж]* =не",
        // No doubt, without exception.
        "=нет сомнени[йея]",
        "=без сомнени[йя]",
        "=не сомнева*",
        "=без =исключения",
        // No less, more than once, not by chance, nothing but.
        "=не =менее",
        "=не =меньше",
        "=не =раз",
        "=не =однажды",
        "=не =случайно",
        "=не =исключено",
        "=не =что =иное",
        "=не =кто =иной",
        "=не =говоря",
        "=не =считая",
        // 'Let us not forget freedom' speaks for it.
        "=не забы*",
        "=не забуд*",
        // Is it not so?
        "=разве =не",
        "=не =правда =ли",
        "=не =так =ли",
        // However much.
        "=бы =ни",
        "=бы =то =ни",
        "=как =ни",
        "=что =ни",
        "=кто =ни",
        "=сколько =ни",
        "=то =ни =стало",
    ],
    stop: &["=а", "=но", "=зато", "=однако", "=хотя", "=поскольку", "=потому", "=если"],
};
