//! Words that negate in Kazakh. They stand behind what they negate; ешқандай and its like stand
//! before it and want a negative verb. The list was written for this project, out of general
//! knowledge of the language.

use crate::language::negation::NegationWords;

/// «Сөз бостандығы жоқ», «бұл еркіндік емес», «ешқандай теңдік».
pub const NEGATION: NegationWords = NegationWords {
    before: &[("=ешқандай", 3), ("=ешбір", 3), ("=еш", 2), ("=ешқашан", 3), ("=бірде-бір", 3)],
    after: &[
        // With the endings of persons and of the quality: емеспін, емеспіз, еместігі.
        ("емес*", 2),
        ("=жоқ", 3),
        ("жоқпы[нз]", 3),
        ("жоқсы[ңз]*", 3),
        ("жоқты[қғ]*", 2),
    ],
    except: &[
        // Not only.
        "=қана емес*",
        "=ғана емес*",
        "=тек ..4 емес*",
        "=жалғыз ..3 емес*",
        // Is it not so?
        "емес* [пб]е",
        "=жоқ =па",
        // Twice no is yes; 'not few', 'not in vain', 'not by chance', 'no less'.
        "=жоқ емес*",
        "=аз емес*",
        "=кем емес*",
        "=бір емес*",
        "=жаман емес*",
        "=бекер емес*",
        "=тегін емес*",
        "=кездейсоқ емес*",
        // No doubt; nothing for it.
        "=сөз =жоқ",
        "=күмән =жоқ",
        "=шүбә =жоқ",
        "=дау =жоқ",
        "=амал =жоқ",
    ],
    stop: &["=ал", "=бірақ", "=алайда", "=дегенмен", "=сондықтан", "=өйткені", "=себебі", "=бар"],
};
