//! English words whose forms no rule gives.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::word_table::{WordTable, word_table};

/// Irregular verbs: base, past tenses, past participles; `/` between variants, `=` for a past that
/// equals the participle. A line serves the verb with a prefix, too (rewrite, overcome).
pub(super) static VERBS: WordTable = LazyLock::new(|| {
    word_table(
        "\
arise arose arisen
awake awoke awoken
bear bore borne/born
beat beat beaten
become became become
begin began begun
bend bent =
bet bet/betted =
bid bid/bade bid/bidden
bind bound =
bite bit bitten
bleed bled =
blow blew blown
break broke broken
breed bred =
bring brought =
build built =
burn burnt/burned =
burst burst =
buy bought =
cast cast =
catch caught =
choose chose chosen
cling clung =
come came come
cost cost =
creep crept =
cut cut =
deal dealt =
dig dug =
do did done
draw drew drawn
dream dreamt/dreamed =
drink drank drunk
drive drove driven
dwell dwelt/dwelled =
eat ate eaten
fall fell fallen
feed fed =
feel felt =
fight fought =
find found =
flee fled =
fling flung =
fly flew flown
forbid forbade/forbad forbidden
forget forgot forgotten
forgive forgave forgiven
forsake forsook forsaken
freeze froze frozen
get got got/gotten
give gave given
go went gone
grind ground =
grow grew grown
hang hung/hanged =
have had =
hear heard =
hide hid hidden
hit hit =
hold held =
hurt hurt =
keep kept =
kneel knelt/kneeled =
know knew known
lay laid =
lead led =
lean leant/leaned =
leap leapt/leaped =
learn learnt/learned =
leave left =
lend lent =
let let =
lie lay/lied lain
light lit/lighted =
lose lost =
make made =
mean meant =
meet met =
pay paid =
plead pled/pleaded =
prove proved proved/proven
put put =
quit quit/quitted =
read read =
rend rent =
rid rid =
ride rode ridden
ring rang rung
rise rose risen
run ran run
saw sawed sawed/sawn
say said =
see saw seen
seek sought =
sell sold =
send sent =
set set =
sew sewed sewed/sewn
shake shook shaken
shed shed =
shine shone/shined =
shoot shot =
show showed showed/shown
shrink shrank shrunk
shut shut =
sing sang sung
sink sank sunk
sit sat =
slay slew slain
sleep slept =
slide slid =
smell smelt/smelled =
sow sowed sowed/sown
speak spoke spoken
speed sped/speeded =
spell spelt/spelled =
spend spent =
spill spilt/spilled =
spin spun =
split split =
spoil spoilt/spoiled =
spread spread =
spring sprang/sprung sprung
stand stood =
steal stole stolen
stick stuck =
sting stung =
stink stank stunk
strike struck struck/stricken
strive strove/strived striven/strived
swear swore sworn
sweep swept =
swell swelled swelled/swollen
swim swam swum
swing swung =
take took taken
teach taught =
tear tore torn
tell told =
think thought =
throw threw thrown
thrust thrust =
tread trod trodden
understand understood =
wake woke woken
wear wore worn
weave wove woven
weep wept =
win won =
wind wound =
withdraw withdrew withdrawn
wring wrung =
write wrote written
",
    )
});

/// Prefixes under which an irregular verb stays irregular.
pub(super) const VERB_PREFIXES: &[&str] =
    &["re", "over", "under", "out", "mis", "un", "fore", "with", "up", "be", "inter", "broad", "pre", "de"];

/// Verbs of which every form is listed.
pub(super) static WHOLE_VERBS: WordTable = LazyLock::new(|| {
    word_table(
        "\
be am is are was were been being
can could
may might
shall should
will would
must
",
    )
});

/// Irregular plurals; a compound in one of them inflects likewise (grandchild, businesswoman).
pub(super) static PLURALS: WordTable = LazyLock::new(|| {
    word_table(
        "\
child children
foot feet
tooth teeth
goose geese
mouse mice
louse lice
ox oxen
person people persons
die dice dies
penny pence pennies
woman women
man men
life lives
wife wives
knife knives
leaf leaves
half halves
shelf shelves
self selves
wolf wolves
calf calves
loaf loaves
thief thieves
elf elves
sheaf sheaves
hoof hooves hoofs
scarf scarves scarfs
wharf wharves wharfs
dwarf dwarves dwarfs
staff staffs staves
sheep sheep
deer deer
fish fish fishes
species species
series series
means means
aircraft aircraft
spacecraft spacecraft
headquarters headquarters
offspring offspring
crisis crises
analysis analyses
basis bases
hypothesis hypotheses
thesis theses
synthesis syntheses
emphasis emphases
diagnosis diagnoses
parenthesis parentheses
oasis oases
axis axes
neurosis neuroses
phenomenon phenomena
criterion criteria
datum data
medium media mediums
bacterium bacteria
curriculum curricula curriculums
memorandum memoranda memorandums
referendum referenda referendums
stratum strata
addendum addenda
forum fora forums
millennium millennia millenniums
consortium consortia consortiums
symposium symposia symposiums
moratorium moratoria moratoriums
alumnus alumni
stimulus stimuli
nucleus nuclei
radius radii radiuses
fungus fungi
syllabus syllabi syllabuses
terminus termini terminuses
genus genera
corpus corpora corpuses
opus opera opuses
index indices indexes
appendix appendices appendixes
matrix matrices
vertex vertices
formula formulae formulas
larva larvae
antenna antennae antennas
bureau bureaux bureaus
plateau plateaux plateaus
tableau tableaux
passerby passersby
",
    )
});

/// The nouns whose compounds have their plural: grandchild, businesswoman.
pub(super) const PLURAL_HEADS: &[&str] = &["child", "person", "woman", "man", "wife", "craft"];

/// Words in -man whose plural is regular.
pub(super) const REGULAR_MAN: &[&str] =
    &["human", "german", "roman", "norman", "shaman", "talisman", "ottoman", "caiman", "mussulman", "superhuman"];

/// Irregular comparatives and superlatives.
pub(super) static GRADES: WordTable = LazyLock::new(|| {
    word_table(
        "\
good better best
bad worse worst
far farther farthest further furthest
old older oldest elder eldest
",
    )
});

/// Adjectives with -er and -est, for entries that do not state a part of speech. An adjective whose
/// comparative is another word as well (numb, tend) is not among them.
pub(super) static GRADABLE: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "angry big bitter black bold brave brief bright broad busy calm cheap clean clear clever \
    close cold cool crazy cruel dark dear deadly deep dense dirty dry early easy empty fair fast fat few fierce fine firm \
    fit flat free fresh friendly full funny gentle grand grave great green grey gray guilty handsome happy hard harsh \
    healthy heavy high holy hot huge humble hungry keen kind large late lazy light likely lonely long loud lovely low \
    lucky mad mean merry mighty mild narrow near neat new nice noble odd pale plain pleasant polite poor pretty proud pure \
    quick quiet rare raw red rich ripe rough rude sad safe severe sharp short sick silly simple slim slow small smart \
    smooth soft sound sour stable steady steep stern stiff straight strange strict strong sunny sure sweet swift tall \
    thick thin tight tiny tough true ugly vast wealthy weak wet white wide wild wise worthy young"
        .split_whitespace()
        .collect()
});
