//! WordStat dictionaries.
//!
//! Lines set in by tabs. One that ends in a number in brackets is an item with its weight, any
//! other is a category; words of a phrase are joined by `_`. An item that begins with `@` is a
//! rule: `@NOTFREE [FREE* AFTER #NEGATIONS /S 3] (1)` counts the left side where the right side
//! stands as stated, within a number of words. A `#NAME` is every item of that category.
//!
//! A rule becomes conditions of an entry: directly before or after, or with `..n _` between.
//! Conditions have no limit to one sentence (`/S`), so every rule is reported as approximate.

use rustc_hash::FxHashMap;

use super::{
    draft::{Draft, DraftCategory, DraftTerm, tree},
    shortened,
    term::{Holds, name, term},
    writing::report_reach,
};
use crate::lexicon::{
    file::{
        loss::{Loss, LossReason},
        syntax::PatternSyntax,
    },
    model::{Category, Conditions, Entry, Lexicon},
    pattern::Pattern,
    toml::DEFAULT_WINDOW,
};

/// The largest distance in words that a rule with BEFORE or AFTER may have: a word, and the largest
/// gap but one.
const MAX_DISTANCE: u8 = 22;
/// The largest distance in words that a rule with NEAR may have.
const MAX_WINDOW: u8 = 100;
/// How many patterns all rules of a file together may have in their conditions.
const MAX_RULE_PATTERNS: usize = 400_000;

/// A line of the file that is a rule, to be read when all categories are known.
struct Rule<'text> {
    category: usize,
    line: u32,
    name: &'text str,
    body: &'text str,
    weight: f64,
}

/// Reads the text of a `.CAT` file.
pub(super) fn read(text: &str, syntax: PatternSyntax, losses: &mut Vec<Loss>) -> Draft {
    let mut listed: Vec<(Option<usize>, DraftCategory)> = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut rules = Vec::new();
    let mut lines = text.lines().zip(1_u32..).filter(|(line, _)| !line.trim().is_empty()).peekable();
    while let Some((line, number)) = lines.next() {
        let depth = indent(line);
        while open.last().is_some_and(|(above, _)| *above >= depth) {
            open.pop();
        }
        let above = open.last().map(|(_, at)| *at);
        let line = line.trim();
        let is_parent = lines.peek().is_some_and(|(next, _)| indent(next) > depth);
        let (written, weighed) = weight(line).map_or((line, None), |(written, number)| (written, Some(number)));
        if weighed.is_none() && (is_parent || above.is_none()) {
            open.push((depth, listed.len()));
            listed.push((above, DraftCategory::new(line, number)));
            continue;
        }
        let term = phrase(written);
        let Some(category) = above else {
            losses.push(Loss::dropped(number, LossReason::NoCategory { term }));
            continue;
        };
        let weight = weighed.and_then(value).unwrap_or_else(|| {
            let term = term.clone();
            let reason = match weighed {
                Some(digits) => LossReason::Weight { term, written: shortened(digits) },
                None => LossReason::UnweightedTerm { term },
            };
            losses.push(Loss::guessed(number, reason));
            1.0
        });
        if let Some((name, body)) = rule(written) {
            rules.push(Rule { category, line: number, name, body, weight });
        } else {
            listed[category].1.terms.push(DraftTerm { weight, ..DraftTerm::new(&term, number) });
        }
    }
    read_rules(&rules, syntax, &mut listed, losses);
    Draft { title: String::new(), categories: tree(listed) }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Splits `LIBERT* (2)` into the item and the digits of its weight; `None` where there is no
/// weight.
pub(super) fn weight(line: &str) -> Option<(&str, &str)> {
    let (item, digits) = line.strip_suffix(')')?.rsplit_once('(')?;
    let digits = digits.trim();
    let is_weight = digits.contains(|letter: char| letter.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-' | '+'));
    let stands_apart = item.ends_with(char::is_whitespace) && !item.trim().is_empty();
    (is_weight && stands_apart).then(|| (item.trim_end(), digits))
}

fn value(digits: &str) -> Option<f64> {
    digits.replacen(',', ".", 1).parse().ok().filter(|value: &f64| value.is_finite())
}

fn phrase(item: &str) -> String {
    item.replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Splits `@NAME [body]`.
fn rule(item: &str) -> Option<(&str, &str)> {
    let (name, body) = item.strip_prefix('@')?.split_once('[')?;
    Some((name.trim(), body.trim_end().strip_suffix(']')?.trim()))
}

/// How the sides of a rule are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Inside,
    Near,
    Before,
    After,
}

/// A rule's body.
struct Body<'text> {
    left: &'text str,
    is_negated: bool,
    relation: Relation,
    right: &'text str,
    /// In words.
    distance: u8,
}

/// Reads `A [NOT] AFTER B [/S 3]`; `None` for anything that our conditions cannot hold.
fn body(text: &str) -> Option<Body<'_>> {
    let mut words = text.split_whitespace();
    let left = words.next()?;
    let mut operator = words.next()?;
    let is_negated = operator == "NOT";
    let mut right = words.next()?;
    if is_negated && matches!(right, "NEAR" | "BEFORE" | "AFTER") {
        operator = right;
        right = words.next()?;
    }
    let relation = match operator {
        "NOT" => Relation::Inside,
        "NEAR" => Relation::Near,
        "BEFORE" => Relation::Before,
        "AFTER" => Relation::After,
        _ => return None,
    };
    let rest: Vec<&str> = words.collect();
    let distance = match rest[..] {
        [scope, distance] if scope.starts_with('/') => Some(distance.parse().ok()?),
        // Written together: `/S3`.
        [scope] => {
            Some(scope.strip_prefix('/')?.trim_start_matches(|letter: char| letter.is_alphabetic()).parse().ok()?)
        }
        [] => None,
        _ => return None,
    };
    let limit = if relation == Relation::Near { MAX_WINDOW } else { MAX_DISTANCE };
    // A negated NEAR is written with both sides apart.
    let limit = if is_negated { MAX_DISTANCE } else { limit };
    // Without a distance the rule is about the whole sentence or document; no condition is.
    let distance = if relation == Relation::Inside { 1 } else { distance? };
    (1..=limit).contains(&distance).then_some(Body { left, is_negated, relation, right, distance })
}

fn read_rules(
    rules: &[Rule<'_>],
    syntax: PatternSyntax,
    listed: &mut [(Option<usize>, DraftCategory)],
    losses: &mut Vec<Loss>,
) {
    if rules.is_empty() {
        return;
    }
    let named = Named::new(listed);
    let mut room = MAX_RULE_PATTERNS;
    for rule in rules {
        let mut lose = |effect: fn(u32, LossReason) -> Loss, is_guess: bool| {
            let (term, written) = (format!("@{}", rule.name), rule.body.chars().take(120).collect());
            let reason = if is_guess {
                LossReason::ConditionGuessed { term, written }
            } else {
                LossReason::Condition { term, written }
            };
            losses.push(effect(rule.line, reason));
        };
        let sides = body(rule.body).and_then(|body| {
            let (left, right) = (named.terms(body.left, listed, room)?, named.terms(body.right, listed, room)?);
            Some((body, left, right))
        });
        let Some((body, left, right)) = sides else {
            lose(Loss::dropped, false);
            continue;
        };
        let needs = left.len().saturating_mul(right.len()).saturating_mul(4);
        let conditions = (needs <= room).then(|| conditions(&body, &right, syntax)).flatten();
        let Some(conditions) = conditions else {
            lose(Loss::dropped, false);
            continue;
        };
        room -= needs;
        let terms = left.into_iter().map(|(text, weight)| DraftTerm {
            weight: weight * rule.weight,
            note: format!("@{}", rule.name),
            conditions: conditions.clone(),
            ..DraftTerm::new(&text, rule.line)
        });
        let terms: Vec<DraftTerm> = terms.collect();
        if let Some((_, category)) = listed.get_mut(rule.category) {
            category.terms.extend(terms);
        }
        lose(Loss::guessed, true);
    }
    // Of two entries that match the same words the first gives the weight, so rules keep their
    // places in the file. Most are in order already.
    for (_, category) in listed {
        category.terms.sort_by_key(|term| term.line);
    }
}

/// Categories by name, as rules refer to them.
struct Named {
    /// The first of that name, in small letters with spaces.
    places: FxHashMap<String, usize>,
    children: Vec<Vec<usize>>,
    /// How many items a category had before any rule was read.
    sizes: Vec<usize>,
}

impl Named {
    fn new(listed: &[(Option<usize>, DraftCategory)]) -> Self {
        let mut places = FxHashMap::default();
        let mut children = vec![Vec::new(); listed.len()];
        for (at, (parent, category)) in listed.iter().enumerate() {
            places.entry(phrase(&category.name).to_lowercase()).or_insert(at);
            if let Some(children) = parent.and_then(|parent| children.get_mut(parent)) {
                children.push(at);
            }
        }
        let sizes = listed.iter().map(|(_, category)| category.terms.len()).collect();
        Self { places, children, sizes }
    }

    /// Returns the terms that a side of a rule stands for, with their weights; `None` for an
    /// unknown category, one without items, or more than `limit` of them.
    fn terms(&self, side: &str, listed: &[(Option<usize>, DraftCategory)], limit: usize) -> Option<Vec<(String, f64)>> {
        let Some(reference) = side.strip_prefix('#') else { return Some(vec![(phrase(side), 1.0)]) };
        let mut waiting = vec![*self.places.get(&phrase(reference).to_lowercase())?];
        let mut terms = Vec::new();
        while let Some(at) = waiting.pop() {
            let items = &listed.get(at)?.1.terms;
            let own = items.iter().take(self.sizes[at]);
            terms.extend(own.map(|term| (term.text.clone(), term.weight)));
            waiting.extend(self.children[at].iter().rev());
            if terms.len() > limit {
                return None;
            }
        }
        (!terms.is_empty()).then_some(terms)
    }
}

fn conditions(body: &Body<'_>, right: &[(String, f64)], syntax: PatternSyntax) -> Option<Conditions> {
    let patterns: Option<Vec<Pattern>> = right.iter().map(|(term, _)| syntax.pattern(term)).collect();
    let patterns = patterns?;
    let within = |side: Relation| -> Option<Vec<Pattern>> {
        let all = patterns.iter().map(|pattern| within(pattern, side, body.distance)).collect::<Option<Vec<_>>>()?;
        Some(all.into_iter().flatten().collect())
    };
    let mut conditions = Conditions { window: DEFAULT_WINDOW, ..Conditions::default() };
    match (body.relation, body.is_negated) {
        (Relation::Inside, _) => conditions.not = patterns,
        (Relation::Near, false) => (conditions.near, conditions.window) = (patterns, body.distance),
        (Relation::Near, true) => {
            conditions.not_before = within(Relation::Before)?;
            conditions.not_after = within(Relation::After)?;
        }
        (Relation::Before, false) => conditions.before = within(Relation::Before)?,
        (Relation::Before, true) => conditions.not_before = within(Relation::Before)?,
        (Relation::After, false) => conditions.after = within(Relation::After)?,
        (Relation::After, true) => conditions.not_after = within(Relation::After)?,
    }
    Some(conditions)
}

/// Writes "at most `distance` words away, on that side" as patterns that stand directly there: the
/// pattern itself, and the pattern with any words between.
fn within(pattern: &Pattern, side: Relation, distance: u8) -> Option<Vec<Pattern>> {
    let between = match distance {
        0 | 1 => return Some(vec![pattern.clone()]),
        2 => "_".to_owned(),
        _ if side == Relation::Before => format!("_ ..{}", distance - 2),
        _ => format!("..{} _", distance - 2),
    };
    let (mark, text) = match pattern.text.strip_prefix('^').filter(|_| pattern.is_case_sensitive) {
        Some(text) => ("^", text),
        None => ("", pattern.text.as_str()),
    };
    // With "before", the words between stand in front of the pattern.
    let far =
        if side == Relation::Before { format!("{mark}{between} {text}") } else { format!("{mark}{text} {between}") };
    Some(vec![pattern.clone(), Pattern::parse(&far).ok()?])
}

/// Writes a lexicon as a `.CAT` file: CRLF, tabs, every item with its weight.
pub(super) fn write(lexicon: &Lexicon, losses: &mut Vec<Loss>) -> String {
    let mut items = vec![String::new(); lexicon.categories.len()];
    let mut rules = 0_u32;
    for entry in &lexicon.entries {
        let depth = lexicon.category(entry.category).map_or(1, |category| category.depth);
        if let (Some(items), Some(item)) = (items.get_mut(entry.category.0 as usize), item(entry, &mut rules, losses)) {
            items.push_str(&format!("{}{item} ({})\r\n", "\t".repeat(usize::from(depth)), entry.weight));
        }
    }
    let mut is_filled: Vec<bool> = items.iter().map(|items| !items.is_empty()).collect();
    for (at, category) in lexicon.categories.iter().enumerate().rev() {
        if let Some(parent) = category.parent.filter(|_| is_filled[at]) {
            is_filled[parent.0 as usize] = true;
        }
    }
    let mut file = String::new();
    for ((category, items), is_filled) in lexicon.categories.iter().zip(&items).zip(is_filled) {
        if !is_filled && category.depth > 1 {
            // It would be read as an item without a weight.
            losses.push(Loss::dropped(0, LossReason::EmptyCategory { name: name(category) }));
            continue;
        }
        let tabs = "\t".repeat(usize::from(category.depth.saturating_sub(1)));
        file.push_str(&format!("{tabs}{}\r\n{items}", category_name(category, losses)));
    }
    file
}

/// Writes an entry as an item or a rule, without its weight.
fn item(entry: &Entry, rules: &mut u32, losses: &mut Vec<Loss>) -> Option<String> {
    let written = term(entry, Holds::WeightsAndConditions, losses)?;
    let Some(item) = joined(&written) else {
        losses.push(Loss::dropped(entry.line, LossReason::Inexpressible { term: entry.pattern.text.clone() }));
        return None;
    };
    report_reach(entry, losses);
    if entry.conditions.is_empty() {
        return Some(item);
    }
    let Some(body) = rule_body(&entry.conditions) else {
        let (term, written) = (entry.pattern.text.clone(), entry.conditions.to_string());
        losses.push(Loss::altered(entry.line, LossReason::Condition { term, written }));
        return Some(item);
    };
    *rules += 1;
    Some(format!("@RULE_{rules} [{item} {body}]"))
}

/// Joins the words of a term by `_`; `None` where that would be read as something else.
fn joined(term: &str) -> Option<String> {
    let is_sound = !term.contains('_') && !term.starts_with(['@', '#']) && !term.chars().any(char::is_control);
    is_sound.then(|| term.replace(' ', "_"))
}

/// Writes conditions as what follows the left side of a rule; `None` unless there is exactly one
/// condition with one pattern.
fn rule_body(conditions: &Conditions) -> Option<String> {
    let lists = [
        ("NOT", &conditions.not, Relation::Inside),
        ("NOT BEFORE", &conditions.not_before, Relation::Before),
        ("NOT AFTER", &conditions.not_after, Relation::After),
        ("BEFORE", &conditions.before, Relation::Before),
        ("AFTER", &conditions.after, Relation::After),
        ("NEAR", &conditions.near, Relation::Near),
    ];
    let mut stated = lists.into_iter().filter(|(_, patterns, _)| !patterns.is_empty());
    let (operator, patterns, relation) = stated.next()?;
    if stated.next().is_some() || conditions.leaves_out_names {
        return None;
    }
    let right = patterns.first().and_then(super::glob_term::glob_term).filter(|right| !right.loses_inflection)?;
    let right = joined(&right.text)?;
    let distance = match relation {
        Relation::Near => (patterns.len() == 1).then_some(conditions.window)?,
        Relation::Inside => return (patterns.len() == 1).then(|| format!("{operator} {right}")),
        side => (1..=MAX_DISTANCE).find(|distance| within(&patterns[0], side, *distance).as_ref() == Some(patterns))?,
    };
    Some(format!("{operator} {right} /S {distance}"))
}

/// Returns a name that is read back as that of a category, and that does not make the file look
/// like another format.
fn category_name(category: &Category, losses: &mut Vec<Loss>) -> String {
    let name = name(category);
    let plain = name.trim_start_matches(['+', '<', '%', '#', '[', '-', ' ']).trim_end_matches([':', ' ']);
    let plain = if plain.is_empty() { category.id.as_str() } else { plain };
    let renamed = weight(plain).map_or_else(|| plain.to_owned(), |(before, digits)| format!("{before} {digits}"));
    if renamed != name {
        losses.push(Loss::altered(0, LossReason::Renamed { name, renamed: renamed.clone() }));
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draft_listing, loss_line, read_back};
    use super::*;

    fn read_with_losses(text: &str) -> (Draft, Vec<String>) {
        let mut losses = Vec::new();
        let draft = read(text, PatternSyntax::Glob, &mut losses);
        (draft, losses.iter().map(loss_line).collect())
    }

    #[test]
    fn files_of_real_studies_are_read_as_intended() {
        for (text, expected, losses) in [
            (
                "VALUES\r\n\tFREEDOM\r\n\t\tLIBERT* (1)\r\n\t\tRULE_OF_LAW (2)\r\n",
                "VALUES: ; VALUES/FREEDOM: LIBERT*, RULE OF LAW",
                &[][..],
            ),
            // Weights of any size and sign, and none.
            (
                "A\n\tB (10)\n\tC (0.5)\n\tD (-1)\n\tE (0,25)\n\tF\n",
                "A: B, C, D, E, F",
                &["6 guessed loss-unweighted-term"],
            ),
            // A category beside items, a quotation mark, a category called NA, brackets that are no
            // weight.
            ("A\n\tX (1)\n\tNA\n\t\t6\" (1)\n\t\tG_(8) (1)\n\tY (1)\n", "A: X, Y; A/NA: 6\", G (8)", &[]),
            ("FREE (1)\nA\n\tX (1)\n", "A: X", &["1 dropped loss-no-category"]),
            ("A\n\tX (1.2.3)\n", "A: X", &["2 guessed loss-weight"]),
            ("A\n  X (1)\n  B\n    Y ( 3 )\n", "A: X; A/B: Y", &[]),
            ("A\n\n\tX (1)\n\nB\n", "A: X; B: ", &[]),
        ] {
            let (draft, found) = read_with_losses(text);
            assert_eq!(draft_listing(&draft), expected, "{text}");
            assert_eq!(found, losses, "{text}");
        }
        let (draft, _) = read_with_losses("A\n\tB (10)\n\tC (0.5)\n\tD (-1)\n\tE (0,25)\n\tF\n");
        let weights: Vec<f64> = draft.categories[0].terms.iter().map(|term| term.weight).collect();
        assert_eq!(weights, [10.0, 0.5, -1.0, 0.25, 1.0]);
    }

    #[test]
    fn rules_become_conditions() {
        for (rule, conditions) in [
            ("FREE* AFTER NOT_A /S 3", "after =not =a, =not =a ..1 _"),
            ("FREE* AFTER #NEGATIONS /S 2", "after =no, =no _, =never, =never _"),
            ("FREE* AFTER #negations /S 1", "after =no, =never"),
            ("FREE* NOT AFTER NO /S 4", "not_after =no, =no ..2 _"),
            ("FREE* BEFORE TRADE /S 3", "before =trade, _ ..1 =trade"),
            ("FREE* NOT BEFORE TRADE /S2", "not_before =trade, _ =trade"),
            ("FREE* NEAR MARKET /S 7", "near =market"),
            ("FREE* NOT NEAR NO /S 2", "not_before =no, _ =no; not_after =no, =no _"),
            ("FREE* NOT FREE_TRADE", "not =free =trade"),
        ] {
            let text = format!("A\n\t@R [{rule}] (2)\nNEGATIONS\n\tNO (1)\n\tNEVER (1)\n");
            let (draft, losses) = read_with_losses(&text);
            let term = &draft.categories[0].terms[0];
            assert_eq!(term.conditions.to_string().to_lowercase(), conditions, "{rule}");
            assert_eq!((term.text.as_str(), term.weight, term.note.as_str()), ("FREE*", 2.0, "@R"), "{rule}");
            assert_eq!(losses, ["2 guessed loss-condition-guessed"], "{rule}");
        }
    }

    #[test]
    fn a_rule_that_cannot_be_held_is_reported_and_left_out() {
        for rule in [
            "FREE* AFTER #UNKNOWN /S 3",
            "FREE* AFTER #EMPTY /S 3",
            "FREE* AFTER NO /S",
            "FREE* AFTER NO",
            "FREE* AFTER NO /S 23",
            "FREE* AFTER NO /S 0",
            "FREE* AND TRADE /S 3",
            "FREE* AFTER NO OR NEVER /S 3",
            "FREE*",
            "",
        ] {
            let (draft, losses) = read_with_losses(&format!("A\n\t@R [{rule}] (1)\n\tX (1)\nEMPTY\n"));
            assert_eq!(draft_listing(&draft), "A: X; EMPTY: ", "{rule}");
            assert_eq!(losses, ["2 dropped loss-condition"], "{rule}");
        }
    }

    #[test]
    fn a_category_on_the_left_gives_all_its_items_with_those_of_its_children() {
        let text = "A\n\t@R [#GOOD AFTER NO /S 1] (2)\nGOOD\n\tFINE (3)\n\tBETTER\n\t\tBEST (1)\n\t@S [GOOD NEAR BAD /S 2] (1)\n";
        let (draft, _) = read_with_losses(text);
        let terms: Vec<(&str, f64)> = draft.categories[0].terms.iter().map(|term| (&*term.text, term.weight)).collect();
        assert_eq!(terms, [("FINE", 6.0), ("BEST", 2.0)]);
    }

    #[test]
    fn rules_that_multiply_are_bounded() {
        let mut text = String::from("A\n\t@R [#B AFTER #B /S 3] (1)\nB\n");
        (0..10_000).for_each(|at| text.push_str(&format!("\tW{at} (1)\n")));
        let (draft, losses) = read_with_losses(&text);
        assert_eq!((draft.categories[0].terms.len(), &losses[..]), (0, &["2 dropped loss-condition".to_owned()][..]));
    }

    #[test]
    fn a_lexicon_is_written_with_weights_and_rules() {
        let toml = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\ntitle = { en = \"G (7)\" }\n\
                    [category.any]\nentries = [\"=rule =of =law\",\n{ pattern = \"free*\", weight = 0.5, after = [\"=no\"] },\n\
                    { pattern = \"=x\", near = [\"=y\", \"=z\"] },\n\"=a_b\",\n\"=@x\",\n{ pattern = \"=n\", near = [\"=m\"], window = 9 }]\n\
                    [[category.category]]\nid = \"empty\"\n";
        let mut losses = Vec::new();
        let file = write(&read_back("x.toml", toml).lexicon, &mut losses);
        let expected = "G 7\r\n\trule_of_law (1)\r\n\t@RULE_1 [free* AFTER no /S 1] (0.5)\r\n\tx (1)\r\n\
                        \t@RULE_2 [n NEAR m /S 9] (1)\r\n";
        assert_eq!(file, expected);
        let expected = [
            "10 altered loss-condition",
            "11 dropped loss-inexpressible",
            "12 dropped loss-inexpressible",
            "0 altered loss-renamed",
            "0 dropped loss-empty-category",
        ];
        assert_eq!(losses.iter().map(loss_line).collect::<Vec<_>>(), expected);
    }
}
