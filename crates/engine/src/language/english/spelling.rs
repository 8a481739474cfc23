//! British and American spellings of one word: organise and organize, labour and labor, centre and
//! center.
//!
//! Its words were written for this project, from knowledge of the language.

/// Words in -our, with what may follow (neighbour-hood); American English has -or.
const OUR: &[&str] = &[
    "arbour",
    "ardour",
    "armour",
    "behaviour",
    "candour",
    "clamour",
    "colour",
    "demeanour",
    "endeavour",
    "favour",
    "fervour",
    "flavour",
    "harbour",
    "honour",
    "humour",
    "labour",
    "neighbour",
    "odour",
    "parlour",
    "rancour",
    "rigour",
    "rumour",
    "saviour",
    "savour",
    "splendour",
    "tumour",
    "valour",
    "vapour",
    "vigour",
];

/// Words in -re; American English has -er. Before a suffix the e goes: centred, centered.
const RE: &[&str] = &[
    "calibre", "centre", "fibre", "litre", "lustre", "meagre", "metre", "mitre", "sabre", "sombre", "spectre",
    "theatre",
];

/// Beginnings or wholes that differ in other ways: British, American.
const PAIRS: &[(&str, &str)] = &[
    ("acknowledgement", "acknowledgment"),
    ("aeroplane", "airplane"),
    ("ageing", "aging"),
    ("aluminium", "aluminum"),
    ("analogue", "analog"),
    ("catalogue", "catalog"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("enrol", "enroll"),
    ("fulfil", "fulfill"),
    ("grey", "gray"),
    ("instalment", "installment"),
    ("jewellery", "jewelry"),
    ("judgement", "judgment"),
    ("licence", "license"),
    ("manoeuvre", "maneuver"),
    ("offence", "offense"),
    ("paediatric", "pediatric"),
    ("plough", "plow"),
    ("practise", "practice"),
    ("pretence", "pretense"),
    ("programme", "program"),
    ("sceptic", "skeptic"),
    ("skilful", "skillful"),
    ("traveller", "traveler"),
    ("wilful", "willful"),
];

/// Words that are spelt -ise, and -ize, everywhere.
const FIXED: &[&str] = &[
    "advertise",
    "advise",
    "anise",
    "arise",
    "braise",
    "bruise",
    "chastise",
    "circumcise",
    "compromise",
    "comprise",
    "concise",
    "cruise",
    "demise",
    "despise",
    "devise",
    "disguise",
    "enterprise",
    "excise",
    "exercise",
    "expertise",
    "franchise",
    "guise",
    "improvise",
    "incise",
    "likewise",
    "merchandise",
    "noise",
    "otherwise",
    "paradise",
    "poise",
    "praise",
    "precise",
    "premise",
    "promise",
    "raise",
    "revise",
    "rise",
    "supervise",
    "surmise",
    "surprise",
    "televise",
    "treatise",
    "turquoise",
    "wise",
    "size",
    "prize",
    "seize",
    "capsize",
    "maize",
    "advertisement",
    "sunrise",
];

/// Returns the other spellings of a citation form, without itself.
pub(super) fn variants(lemma: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in OUR.iter().filter_map(|british| british.strip_suffix("our")) {
        if lemma.starts_with(start) {
            found.extend(swapped_start(lemma, &format!("{start}our"), &format!("{start}or")));
        }
    }
    if lemma.ends_with("re") || lemma.ends_with("er") {
        for british in RE {
            let american = format!("{}er", british.strip_suffix("re").unwrap_or(british));
            found.extend(swapped_end(lemma, british, &american));
        }
    }
    for (british, american) in PAIRS {
        found.extend(swapped_start(lemma, british, american));
    }
    if !FIXED.contains(&lemma) {
        for (s, z) in [("ise", "ize"), ("isation", "ization"), ("iser", "izer"), ("yse", "yze"), ("ised", "ized")] {
            found.extend(swapped_end(lemma, s, z).filter(|_| lemma.len() > s.len() + 2));
        }
    }
    found.retain(|variant| variant != lemma);
    found
}

/// Swaps one of two beginnings for the other; the longer counts where one begins with the other
/// (enrol, enroll).
fn swapped_start(lemma: &str, british: &str, american: &str) -> Option<String> {
    let (longer, shorter) = if british.len() > american.len() { (british, american) } else { (american, british) };
    let is_prefix = longer.starts_with(shorter);
    let from_longer = lemma.strip_prefix(longer).map(|rest| format!("{shorter}{rest}"));
    from_longer.or_else(|| {
        let rest = lemma.strip_prefix(shorter)?;
        // program → programme, but not programmer → programmemer.
        (!is_prefix || rest.is_empty()).then(|| format!("{longer}{rest}"))
    })
}

fn swapped_end(lemma: &str, british: &str, american: &str) -> Option<String> {
    let swap = |from: &str, to: &str| lemma.strip_suffix(from).map(|start| format!("{start}{to}"));
    swap(british, american).or_else(|| swap(american, british))
}
