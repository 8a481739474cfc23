//! Regular expressions of patterns: what they are found in, how large they may be, and what is wrong
//! with one that cannot be read.

use std::borrow::Cow;

use regex_syntax::hir::{Class, Hir, HirKind};

use super::{cut::parts, error::PatternError, expression::comparable_expression};
use crate::text::comparable;

/// A regular expression over forms: unanchored, in linear time, of bounded size. Two are equal when
/// they are written alike.
#[derive(Debug, Clone)]
pub struct Regex {
    written: Box<str>,
    compiled: regex::Regex,
    bytes: usize,
    /// Whether a form is compared with small letters, whatever the pattern and the study say of
    /// case: it began with `(?i)`.
    ignores_case: bool,
}

/// What is wrong with a regular expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegexFault {
    /// A round bracket has no pair, or the name of a group is wrong.
    Group,
    /// A square bracket has no pair, or a range in it goes backwards.
    Class,
    /// A repetition has nothing to repeat, or its numbers are wrong.
    Repetition,
    /// A backslash before a character that means nothing.
    Escape,
    /// A condition on what stands before or behind, which cannot be searched in linear time.
    LookAround,
    /// A reference to a group, which cannot be searched in linear time.
    BackReference,
    /// A property `\p{…}` that is not known.
    Property,
    /// A flag that does not exist.
    Flag,
    /// The flag `i` elsewhere than at the beginning.
    CaseFlag,
    /// It would take too much memory.
    Size,
    /// Brackets are nested too deep.
    Depth,
    /// Anything else.
    Other,
}

impl RegexFault {
    /// Returns the name by which messages choose their sentence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Class => "class",
            Self::Repetition => "repetition",
            Self::Escape => "escape",
            Self::LookAround => "look-around",
            Self::BackReference => "back-reference",
            Self::Property => "property",
            Self::Flag => "flag",
            Self::CaseFlag => "case-flag",
            Self::Size => "size",
            Self::Depth => "depth",
            Self::Other => "other",
        }
    }

    /// Finds the fault that a message of the crate `regex` names. Its kinds of errors are not public.
    fn of(error: &regex::Error) -> Self {
        /// Words of the messages of regex-syntax 0.8, in the order in which they are looked for.
        const WORDS: [(&str, RegexFault); 13] = [
            ("look-around", RegexFault::LookAround),
            ("backreference", RegexFault::BackReference),
            ("nested", RegexFault::Depth),
            ("Unicode property", RegexFault::Property),
            ("Unicode character class", RegexFault::Property),
            ("escape", RegexFault::Escape),
            ("hexadecimal", RegexFault::Escape),
            ("group", RegexFault::Group),
            ("character class", RegexFault::Class),
            ("range boundary", RegexFault::Class),
            ("repetition", RegexFault::Repetition),
            ("decimal", RegexFault::Repetition),
            ("flag", RegexFault::Flag),
        ];
        if matches!(error, regex::Error::CompiledTooBig(_)) {
            return Self::Size;
        }
        let message = error.to_string();
        let last = message.lines().last().unwrap_or_default();
        WORDS.iter().find(|(word, _)| last.contains(word)).map_or(Self::Other, |(_, fault)| *fault)
    }
}

/// Sizes of compiled expressions, in bytes: the first that is enough is what an expression counts
/// as. The last is the largest there may be.
const REGEX_BYTES: [usize; 5] = [1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20];
/// What all expressions of a lexicon may take together, in bytes of [`REGEX_BYTES`]: a short one
/// may compile to a thousand times its length.
pub(super) const MAX_LEXICON_REGEX_BYTES: usize = 64 << 20;

impl Regex {
    /// Compiles an expression, changed as the forms are that it is compared with
    /// ([`comparable_expression`]); unless `keeps_case` its letters are read as small ones. It is
    /// compiled both ways, since any study may choose to compare case. One that begins with `(?i)`
    /// never compares it.
    ///
    /// # Errors
    /// [`PatternError::Regex`] when it cannot be read or is too large, as written or with small
    /// letters.
    pub fn new(written: &str, keeps_case: bool) -> Result<Self, PatternError> {
        let refused = |fault| PatternError::Regex { written: written.to_owned(), fault };
        let (expression, ignores_case) = without_case_flag(written);
        if has_case_flag(&expression) {
            return Err(refused(RegexFault::CaseFlag));
        }
        let [small, cased] = [false, true].map(|keeps| comparable_expression(&expression, keeps));
        let (used, other) = if keeps_case && !ignores_case { (cased, small) } else { (small, cased) };
        if other != used {
            Self::compile(&other).map_err(refused)?;
        }
        let compiled = Self::compile(&used).map_err(refused)?;
        Ok(Self { ignores_case, ..compiled })
    }

    /// Compiles an expression as it is.
    fn compile(expression: &str) -> Result<Self, RegexFault> {
        let mut fault = RegexFault::Size;
        // What is too large in any case takes long to compile until that is seen.
        let least = regex_syntax::parse(expression).map_or(0, |parsed| least_bytes(&parsed));
        for bytes in REGEX_BYTES.into_iter().filter(|bytes| *bytes >= least) {
            match regex::RegexBuilder::new(expression).size_limit(bytes).build() {
                Ok(compiled) => {
                    return Ok(Self { written: expression.into(), compiled, bytes, ignores_case: false });
                }
                Err(error) => fault = RegexFault::of(&error),
            }
            if fault != RegexFault::Size {
                break;
            }
        }
        Err(fault)
    }

    /// Returns the expression for this one and another in one word, `_` between them; `None` where
    /// it would be too large, or where only one of them compares case. Then nothing but the phrase
    /// itself is looked for.
    pub(super) fn joined(&self, next: &Self) -> Option<Self> {
        let joined = format!("(?:{})_(?:{})", self.written, next.written);
        let compiled = (self.ignores_case == next.ignores_case).then(|| Self::compile(&joined).ok()).flatten()?;
        Some(Self { ignores_case: self.ignores_case, ..compiled })
    }

    /// Returns about how much memory it takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Returns the expression with small letters, which finds a folded form wherever this one finds
    /// the form as written.
    #[must_use]
    pub fn fold(&self) -> Self {
        Self::compile(&comparable_expression(&self.written, false))
            .expect("it was compiled with small letters when it was read")
    }

    /// Returns pieces of letters in a row that every form has in which the expression is found; there
    /// may be others.
    pub(crate) fn needed_runs(&self) -> Vec<String> {
        let mut runs = Vec::new();
        if let Ok(expression) = regex_syntax::parse(&self.written) {
            add_needed_runs(&expression, &mut runs);
        }
        runs
    }

    /// Returns `true` if a word must have letters next to each other that every text cuts from each
    /// other, as in `/^R&D$/`, so that no word of a text fits.
    pub(super) fn is_cut_by_texts(&self) -> bool {
        regex_syntax::parse(&self.written).is_ok_and(|expression| needs_cut_letters(&expression))
    }

    /// Returns `true` if the expression is found anywhere in a form. Cost: linear in the form.
    pub fn matches(&self, form: &str) -> bool {
        if self.ignores_case && form.chars().any(char::is_uppercase) {
            return self.compiled.is_match(&comparable(form, false));
        }
        self.compiled.is_match(form)
    }
}

impl PartialEq for Regex {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written && self.ignores_case == other.ignores_case
    }
}

impl Eq for Regex {}

impl std::hash::Hash for Regex {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.written.hash(state);
    }
}

/// Adds the pieces that everything has that fits. Alternatives are not compared.
fn add_needed_runs(expression: &Hir, runs: &mut Vec<String>) {
    match expression.kind() {
        HirKind::Literal(literal) => runs.push(String::from_utf8_lossy(&literal.0).into_owned()),
        HirKind::Concat(all) => all.iter().for_each(|part| add_needed_runs(part, runs)),
        HirKind::Capture(group) => add_needed_runs(&group.sub, runs),
        HirKind::Repetition(repeated) if repeated.min > 0 => add_needed_runs(&repeated.sub, runs),
        HirKind::Repetition(_) | HirKind::Alternation(_) | HirKind::Empty | HirKind::Class(_) | HirKind::Look(_) => {}
    }
}

/// Returns how many bytes an expression takes at least when it is compiled: each letter, and each
/// range of a class, as often as it is repeated.
fn least_bytes(expression: &Hir) -> usize {
    const BYTES_A_RANGE: usize = 12;
    let sum = |all: &[Hir]| all.iter().map(least_bytes).fold(0, usize::saturating_add);
    match expression.kind() {
        HirKind::Literal(literal) => literal.0.len() * BYTES_A_RANGE,
        HirKind::Class(Class::Unicode(class)) => class.ranges().len() * BYTES_A_RANGE,
        HirKind::Concat(all) | HirKind::Alternation(all) => sum(all),
        HirKind::Capture(group) => least_bytes(&group.sub),
        HirKind::Repetition(repeated) => {
            let times = repeated.max.unwrap_or(repeated.min).max(1);
            least_bytes(&repeated.sub).saturating_mul(times as usize)
        }
        HirKind::Empty | HirKind::Class(Class::Bytes(_)) | HirKind::Look(_) => 0,
    }
}

/// Returns `true` for signs that may stand within a word, beside letters or digits that an
/// expression does not name: `3[.,]5`.
fn is_joining(letter: char) -> bool {
    ".,'’ʼ:;-–‐‑_·‧/\u{AD}\u{301}".contains(letter)
}

/// Returns `true` if whatever fits has letters or digits of several tokens.
fn needs_cut_letters(expression: &Hir) -> bool {
    match expression.kind() {
        HirKind::Literal(literal) => {
            let text = String::from_utf8_lossy(&literal.0);
            let parts = parts(&text);
            let words = parts.iter().filter(|part| part.contains(char::is_alphanumeric)).count();
            let is_sign = |part: &&str| !part.contains(char::is_alphanumeric) && !part.contains(is_joining);
            words > 1 || (words == 1 && parts.iter().any(is_sign))
        }
        HirKind::Concat(all) => all.iter().any(needs_cut_letters),
        HirKind::Alternation(any) => any.iter().all(needs_cut_letters),
        HirKind::Capture(group) => needs_cut_letters(&group.sub),
        HirKind::Repetition(repeated) => repeated.min > 0 && needs_cut_letters(&repeated.sub),
        HirKind::Empty | HirKind::Class(_) | HirKind::Look(_) => false,
    }
}

/// Takes the flag `i` out of the flags at the beginning of an expression: `(?i)`, `(?im)`. Returns
/// `true` if it was there.
fn without_case_flag(written: &str) -> (Cow<'_, str>, bool) {
    let flags = written.strip_prefix("(?").and_then(|rest| rest.split_once(')'));
    let Some((flags, rest)) = flags.filter(|(flags, _)| flags.chars().all(|flag| flag.is_ascii_alphabetic())) else {
        return (written.into(), false);
    };
    if !flags.contains('i') {
        return (written.into(), false);
    }
    let others = flags.replace('i', "");
    let kept = if others.is_empty() { rest.into() } else { format!("(?{others}){rest}").into() };
    (kept, true)
}

/// Returns `true` if flags of an expression, as in `a(?i)b` or `(?i:b)`, name `i`. Tables for it are
/// not compiled in.
fn has_case_flag(expression: &str) -> bool {
    let (mut is_escaped, mut is_in_class) = (false, false);
    expression.char_indices().any(|(at, letter)| {
        if std::mem::take(&mut is_escaped) {
            return false;
        }
        match letter {
            '\\' => is_escaped = true,
            '[' => is_in_class = true,
            ']' => is_in_class = false,
            '(' if !is_in_class => {
                let flags = expression[at..].strip_prefix("(?").unwrap_or_default();
                let mut flags = flags.chars().take_while(|flag| flag.is_ascii_alphabetic() || *flag == '-');
                return flags.any(|flag| flag == 'i');
            }
            _ => {}
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Pattern;

    #[test]
    fn an_expression_is_sound_with_its_case_and_without() {
        // Small letters make one class of two, which is a third smaller.
        let classes = |times: usize| format!("/[\u{0410}-\u{042F}\u{0430}-\u{044F}]{{{times}}}/");
        let limit = (1..10_000).map(|at| at * 50).find(|times| Pattern::parse(&classes(*times)).is_err()).unwrap();
        for times in [limit - 50, limit] {
            let read = [false, true].map(|keeps_case| Pattern::parse_as(&classes(times), keeps_case).is_ok());
            assert_eq!(read, [times < limit; 2], "{times}");
        }
    }

    #[test]
    fn every_form_has_the_pieces_that_an_expression_needs() {
        for (expression, form, runs) in [
            ("^бостанд[ық]+", "бостандық", vec!["бостанд"]),
            ("(ab)+c?d", "ababd", vec!["ab", "d"]),
            ("a|b", "b", vec![]),
            ("x{0}y{2}", "yy", vec!["y"]),
            ("(a(?:bc|d))e", "xabce", vec!["a", "e"]),
            ("(?i)LIB", "liberty", vec!["lib"]),
            (".*", "", vec![]),
        ] {
            let regex = Regex::new(expression, false).expect("it can be read").fold();
            assert!(regex.matches(form), "{expression}");
            assert_eq!(regex.needed_runs(), runs, "{expression}");
            assert!(runs.into_iter().all(|run| form.contains(run)), "{expression}");
        }
    }

    #[test]
    fn no_expression_is_smaller_than_the_least_that_is_said_of_it() {
        for part in ["a", "ұ", "абв", "\\p{L}", "\\w", "\\d", ".", "[а-я]", "[^a]", "(a|б|в)", "\\p{Lu}", "[[:alpha:]]"]
        {
            for times in ["", "{3}", "{1,20}", "+", "*", "{0,7}"] {
                let expression = format!("{part}{times}");
                let compiled = Regex::compile(&expression).expect("it is small");
                // The sizes are tried one after the other; the one before is too small.
                let least = least_bytes(&regex_syntax::parse(&expression).expect("it is sound"));
                assert!(least <= compiled.bytes, "{expression}: {least} of {}", compiled.bytes);
                let mut sizes = REGEX_BYTES.into_iter();
                let fits = sizes.find(|bytes| regex::RegexBuilder::new(&expression).size_limit(*bytes).build().is_ok());
                assert_eq!(fits, Some(compiled.bytes), "{expression}");
            }
        }
        let large = ["(\\w{1,40}xyz){1,40}", "[\\p{L}]{200}wxyz"];
        assert!(
            large
                .map(|expression| least_bytes(&regex_syntax::parse(expression).unwrap()))
                .iter()
                .all(|bytes| *bytes > 1 << 20)
        );
    }

    #[test]
    fn an_expression_that_no_word_of_a_text_fits_is_known() {
        for (expression, is_cut) in [
            ("^R&D$", true),
            ("and/or", true),
            ("бостандық пен|әділдік пен", true),
            ("(new york){1,2}", true),
            ("тең құқ.*", true),
            ("10%", true),
            ("^#vote", true),
            ("C\\+\\+", true),
            ("3\\.", false),
            ("%", false),
            ("R&D|research", false),
            ("R(&D)?", false),
            ("a.b", false),
            ("3[.,]5", false),
            ("U\\.S", false),
            ("әл-ауқат", false),
            ("new_york", false),
            ("#", false),
            ("бостанды[қғ]", false),
        ] {
            let regex = Regex::new(expression, false).expect("it can be read");
            assert_eq!(regex.is_cut_by_texts(), is_cut, "{expression}");
        }
    }

    #[test]
    fn a_flag_at_the_beginning_compares_without_case_in_any_study() {
        for (expression, keeps_case, form, is_found) in [
            ("(?i)^LIB", false, "liberty", true),
            ("(?i)^lib", true, "LIBERTY", true),
            ("(?i)бостандық", true, "БОСТАНДЫҚ", true),
            ("(?i)^\\D+$", true, "LAW", true),
            ("(?im)^lib", true, "LIBERTY", true),
            ("^lib", true, "LIBERTY", false),
            ("(?s)^lib", true, "LIBERTY", false),
            ("(?P<Root>LIB)", false, "liberty", true),
            ("(?P<i>lib)", false, "liberty", true),
            ("[(?i)]", false, "(", true),
            ("\\(?i", false, "i", true),
        ] {
            let regex = Regex::new(expression, keeps_case);
            assert_eq!(regex.map(|regex| regex.matches(form)), Ok(is_found), "{expression} {form}");
        }
        assert_ne!(Regex::new("(?i)lib", true), Regex::new("lib", true));
    }

    #[test]
    fn each_fault_of_an_expression_has_a_name() {
        for (expression, fault) in [
            ("(", RegexFault::Group),
            (")", RegexFault::Group),
            ("(?P<a>x)(?P<a>y)", RegexFault::Group),
            ("(?P<", RegexFault::Group),
            ("[", RegexFault::Class),
            ("[b-a]", RegexFault::Class),
            ("[\\d-z]", RegexFault::Class),
            ("*", RegexFault::Repetition),
            ("a{2,1}", RegexFault::Repetition),
            ("a{", RegexFault::Repetition),
            ("a{x}", RegexFault::Repetition),
            ("\\y", RegexFault::Escape),
            ("\\", RegexFault::Escape),
            ("\\x{zz}", RegexFault::Escape),
            ("(?=a)", RegexFault::LookAround),
            ("(?<!a)b", RegexFault::LookAround),
            ("(a)\\1", RegexFault::BackReference),
            ("\\p{Letters}", RegexFault::Property),
            ("(?z)a", RegexFault::Flag),
            ("a(?i)б", RegexFault::CaseFlag),
            ("(?i:б)", RegexFault::CaseFlag),
            ("(\\w{500}){500}", RegexFault::Size),
            (&format!("{}a{}", "(".repeat(1_000), ")".repeat(1_000)), RegexFault::Depth),
        ] {
            for keeps_case in [false, true] {
                let refused = PatternError::Regex { written: expression.to_owned(), fault };
                assert_eq!(Regex::new(expression, keeps_case), Err(refused), "{expression}");
            }
        }
    }
}
