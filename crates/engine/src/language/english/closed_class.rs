//! Pronouns, auxiliaries, numerals, prepositions, conjunctions and particles of English.
//!
//! A personal pronoun is one word in all its cases, possessives and reflexives (I, me, my, mine,
//! myself), also where an auxiliary is written in one with it (I'm, I've); an auxiliary is one in
//! all its persons, and with -n't. Its words were written for this project, from knowledge of the
//! language.

use std::sync::LazyLock;

use crate::language::closed_class::ClosedClass;

pub(in crate::language) static CLOSED_CLASS: LazyLock<ClosedClass> =
    LazyLock::new(|| ClosedClass::parse(TABLE, ALSO_OPEN));

/// Forms in the table that are words of open classes too: a gold mine, human beings.
const ALSO_OPEN: &[&str] = &["mine", "being", "doing"];

/// Words that mean something else in capitals: the United States, information technology, the World
/// Health Organization.
const ABBREVIATIONS: &[&str] = &["us", "it", "who"];

/// Returns `true` if a folded word is a pronoun that is another word when it is written in capitals.
pub fn is_abbreviation_in_capitals(form: &str) -> bool {
    ABBREVIATIONS.contains(&form)
}

const TABLE: &str = "\
i: me my mine myself i'm i've i'd i'll
we: us our ours ourselves ourself we're we've we'd we'll
you: your yours yourself yourselves you're you've you'd you'll
he: him his himself he's he'd he'll
she: her hers herself she's she'd she'll
it: its itself it's it'd it'll
thou: thee thy thine thyself
they: them their theirs themselves themself they're they've they'd they'll
who: whom whose who's who're who've who'd who'll
one: ones one's oneself
what: what's what're what'll what'd
this: these
that: those that's that'll that'd
there: there's there're there'll there'd
here: here's
where: where's where'd
how: how's how'd
when: when's
why: why's
whoever: whomever
someone: someone's
somebody: somebody's
anyone: anyone's
anybody: anybody's
everyone: everyone's
everybody: everybody's
nobody: nobody's
other: others other's others'
another: another's
which whichever whatever something anything everything nothing none neither either both each every all any
    some several such much many no
be: am is are was were been being isn't aren't wasn't weren't ain't
have: has had having haven't hasn't hadn't
do: does did done doing don't doesn't didn't
can: could can't cannot couldn't
could: couldn't
may: might mightn't
might: mightn't
shall: should shan't shouldn't
should: shouldn't
will: would won't wouldn't
would: wouldn't
must: mustn't
ought: oughtn't
two: twos
three: threes
four: fours
five: fives
six: sixes
seven: sevens
eight: eights
nine: nines
ten: tens
eleven: elevens
twelve: twelves
thirteen fourteen fifteen sixteen seventeen eighteen nineteen zero
twenty: twenties
thirty: thirties
forty: forties
fifty: fifties
sixty: sixties
seventy: seventies
eighty: eighties
ninety: nineties
hundred: hundreds
thousand: thousands
million: millions
billion: billions
trillion: trillions
a: an
the not of in on at by for with from to into onto upon about above across after against along amid among
    amongst around
    before behind below beneath beside besides between beyond concerning despite during since through throughout
    toward
    towards under underneath unlike until unto via within without and or nor but if than as because although
    though unless
whereas whether so then thus hence now
";
