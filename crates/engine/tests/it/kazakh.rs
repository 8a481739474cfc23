//! The grammar of Kazakh, row by row: a lemma, a form, and the stem and suffixes by which the form
//! belongs to it.

use tarazy_engine::language::{
    Inflection, LemmaIndex, LemmaMatch, Neighbours, PartOfSpeech, PartsOfSpeech, Rejection, Rivals, Verdict,
    kazakh::{ALTERNATIONS, GLOSSES, Kazakh, known_words},
};

/// `lemma part form = stem (alternation) suffix:gloss …`; part `-` states nothing, `lemma~` admits
/// derivations.
const ROWS: &str = "
# Plural, possessive, case
халық noun халықтар = халық тар:plural
ел noun елдер = ел дер:plural
қала noun қалалар = қала лар:plural
кент noun кенттер = кент тер:plural
заң noun заңдардың = заң дар:plural дың:genitive
қыз noun қыздар = қыз дар:plural
бала noun баламыздың = бала мыз:possessive-1-plural дың:genitive
бала noun балаларымыздан = бала лар:plural ымыз:possessive-1-plural дан:ablative
ел noun елге = ел ге:dative
ел noun елдің = ел дің:genitive
адам noun адамның = адам ның:genitive
адам noun адамнан = адам нан:ablative
адам noun адамды = адам ды:accusative
үй noun үйіме = үй ім:possessive-1 е:dative
үй noun үйімнен = үй ім:possessive-1 нен:ablative
үй noun үйіңізге = үй іңіз:possessive-2-polite ге:dative
үй noun үйіңіздерден = үй іңіздер:possessive-2-polite-plural ден:ablative
үй noun үйімізде = үй іміз:possessive-1-plural де:locative
ел noun елмен = ел мен:instrumental
қыз noun қызбен = қыз бен:instrumental
халық noun халықпен = халық пен:instrumental
қоғам noun қоғамменен = қоғам менен:instrumental
сайлау noun сайлауы = сайлау ы:possessive-3
сайлау noun сайлаудың = сайлау дың:genitive
тарих noun тарихы = тарих ы:possessive-3
тарих noun тарихтың = тарих тың:genitive
сот noun сотқа = сот қа:dative
заң noun заңға = заң ға:dative
мемлекет noun мемлекетке = мемлекет ке:dative
мемлекет noun мемлекеттен = мемлекет тен:ablative
күә noun күәға = күә ға:dative
кітап noun кітапта = кітап та:locative
# After the third person's possessive
үй noun үйіне = үй і:possessive-3 не:dative
үй noun үйін = үй і:possessive-3 н:accusative
үй noun үйінде = үй і:possessive-3 нде:locative
үй noun үйіндегі = үй і:possessive-3 нде:locative гі:attributive-locative
үй noun үйінен = үй і:possessive-3 нен:ablative
үй noun үйімен = үй і:possessive-3 мен:instrumental
пікір noun пікірінше = пікір і:possessive-3 нше:equative
бала noun баласының = бала сы:possessive-3 ның:genitive
ой noun ойынша = ой ы:possessive-3 нша:equative
ой noun ойымша = ой ым:possessive-1 ша:equative
бас noun басындағыдай = no match
хат noun хатыммен = хат ым:possessive-1 мен:instrumental
сіңлі noun сіңлісінікі = сіңлі сі:possessive-3 нікі:genitive-pronoun
# Voicing
бостандық noun бостандығы = бостандығ (voicing) ы:possessive-3
бостандық noun бостандығына = бостандығ (voicing) ы:possessive-3 на:dative
бостандық noun бостандықта = бостандық та:locative
теңдік noun теңдігіміз = теңдіг (voicing) іміз:possessive-1-plural
кітап noun кітабы = кітаб (voicing) ы:possessive-3
принцип noun принципі = принцип і:possessive-3
парк noun паркі = парк і:possessive-3
еркіндік noun еркіндіктің = еркіндік тің:genitive
құқық noun құқығымыз = құқығ (voicing) ымыз:possessive-1-plural
құқық noun құқықы = no match
бостандық noun бостандығтар = no match
теңдік noun теңдігте = no match
# Elision
халық noun халқы = халқ (elision) ы:possessive-3
халық noun халқымыздың = халқ (elision) ымыз:possessive-1-plural дың:genitive
орын noun орны = орн (elision) ы:possessive-3
кәсіпорын noun кәсіпорны = кәсіпорн (elision) ы:possessive-3
қауіп noun қаупі = қауп (elision) і:possessive-3
мүлік noun мүлкі = мүлк (elision) і:possessive-3
көңіл noun көңлі = көңл (elision) і:possessive-3
көңіл noun көңілі = көңіл і:possessive-3
ерік noun еркіне = ерк (elision) і:possessive-3 не:dative
халық noun халқға = no match
халық noun халқта = no match
# Loans
факт noun фактісі = факті (link-vowel) сі:possessive-3
субъект noun субъектілердің = субъекті (link-vowel) лер:plural дің:genitive
модель noun моделі = модел (soft-sign-loss) і:possessive-3
фестиваль noun фестивалы = фестивал (soft-sign-loss) ы:possessive-3
фестиваль noun фестивальдің = фестиваль дің:genitive
роль noun рольдер = роль дер:plural
съезд noun съезге = съез (cluster-loss) ге:dative
съезд noun съезде = съез (cluster-loss) де:locative
процесс noun процеске = процес (cluster-loss) ке:dative
процесс noun процесі = процес (cluster-loss) і:possessive-3
июль noun июльде = июль де:locative
Сочи name сочиде = сочи де:locative
Сочи name сочиден = сочи ден:ablative
Петербург name петербургте = петербург те:locative
класс noun класы = клас (cluster-loss) ы:possessive-3
концерт noun концерттің = концерт тің:genitive
банк noun банктің = банк тің:genitive
банк noun банкі = банк і:possessive-3
демократия noun демократиясы = демократия сы:possessive-3
# Attributes
ел noun елдегі = ел де:locative гі:attributive-locative
ел noun елдегілердің = ел де:locative гі:attributive-locative лер:plural дің:genitive
ел noun елдікі = ел дікі:genitive-pronoun
тау noun таудай = тау дай:similative
үй noun үйсіз = үй сіз:abessive
күш noun күшті = күш ті:accusative
заң noun заңды = заң ды:accusative
ақыл noun ақылды = ақыл ды:accusative
қазақ noun қазақша = қазақ ша:equative
үй noun үйіндей = үй і:possessive-3 ндей:similative
ел noun елсіздер = ел сіздер:person-2-polite-plural
# Person
адам noun адаммын = адам мын:person-1
дайын adjective дайынбыз = дайын быз:person-1-plural
еркін adjective еркінсіңдер = еркін сіңдер:person-2-plural
жақсы adjective жақсымыз = жақсы мыз:possessive-1-plural
үй noun үйдемін = үй де:locative мін:person-1
# Adjectives
еркін adjective еркінірек = еркін ірек:comparative
жақсы adjective жақсырақ = жақсы рақ:comparative
ақ adjective ағырақ = ағ (voicing) ырақ:comparative
жақсы adjective жақсылау = жақсы лау:moderative
еркін noun еркінірек = no match
# Tenses
қолда verb қолдады = қолда ды:past
қолда verb қолдадық = қолда ды:past қ:person-1-plural
қолда verb қолдасаңыз = қолда са:conditional ңыз:person-2-polite
қолда verb қолдаймыз = қолда й:present мыз:person-1-plural
қолда verb қолдайтын = қолда йтын:participle-habitual
қолда verb қолдайтындардың = қолда йтын:participle-habitual дар:plural дың:genitive
қолда verb қолдапты = қолда п:converb ты:person-3
қолда verb қолдап = қолда п:converb
қолда verb қолдаған = қолда ған:participle-past
қолда verb қолдағандардың = қолда ған:participle-past дар:plural дың:genitive
қолда verb қолдағандықтан = қолда ған:participle-past дық:abstract тан:ablative
қолда verb қолдағанда = қолда ған:participle-past да:locative
қолда verb қолдар = қолда р:future
қолда verb қолдармын = қолда р:future мын:person-1
бар verb барады = бар а:present ды:person-3
бар verb барасыз = бар а:present сыз:person-2-polite
бар verb баратын = бар атын:participle-habitual
бар verb барар = бар ар:future
бар verb баруға = бар у:verbal-noun ға:dative
бар verb барғанша = бар ған:participle-past ша:equative
бар verb барғалы = бар ғалы:converb-since
бар verb барып = бар ып:converb
бар verb барыппын = бар ып:converb пын:person-1
бар verb бармақ = бар мақ:intention
бар verb бармақшымын = бар мақшы:intention мын:person-1
бар verb барғым = бар ғы:wish м:possessive-1
бар verb барғысы = бар ғы:wish сы:possessive-3
бар verb барғай = бар ғай:optative
айт verb айтқан = айт қан:participle-past
айт verb айтпақ = айт пақ:intention
# Negation
бар verb бармады = бар ма:negative ды:past
бар verb бармайды = бар ма:negative й:present ды:person-3
бар verb бармас = бар мас:negative-future
бар verb бармаспын = бар мас:negative-future пын:person-1
бар verb бармастан = бар мас:negative-future тан:ablative
бар verb бармайынша = бар ма:negative йынша:converb-without
бар verb барма = бар ма:negative
кет verb кетпеген = кет пе:negative ген:participle-past
жаз verb жазба = жаз ба:negative
жең verb жеңбейді = жең бе:negative й:present ді:person-3
бар verb бармар = no match
ал verb алмағандықтан = ал ма:negative ған:participle-past дық:abstract тан:ablative
кел verb келмейтіндерге = кел ме:negative йтін:participle-habitual дер:plural ге:dative
# Mood
бар verb барыңыз = бар ыңыз:imperative-polite
бар verb барыңдар = бар ыңдар:imperative-plural
бар verb барайын = бар айын:optative-1
бар verb барайық = бар айық:optative-1-plural
бар verb барсын = бар сын:optative-3
айт verb айтшы = айт шы:plea
айт verb айтыңызшы = айт ыңыз:imperative-polite шы:plea
тұр verb тұрыңқырады = тұр ыңқыра:attenuative ды:past
# Voice and agents
айт verb айтылды = айт ыл:passive ды:past
көр verb көрінеді = көр ін:passive е:present ді:person-3
айт verb айтысты = айт ыс:reciprocal ты:past
ал verb алынды = ал ын:passive ды:past
қабылда verb қабылданды = қабылда н:reflexive ды:past
басқар verb басқарушы = басқар у:verbal-noun шы:agent
басқар verb басқарушылық = басқар у:verbal-noun шы:agent лық:abstract
жаз verb жаздырды = no match
дамы verb дамытты = no match
# Verb stems that change
шық verb шығады = шығ (voicing) а:present ды:person-3
шық verb шықты = шық ты:past
тап verb табады = таб (voicing) а:present ды:person-3
тап verb тауып = тау (lenition) ып:converb
тап verb тапты = тап ты:past
оқы verb оқиды = оқ (high-vowel-loss) и:present ды:person-3
оқы verb оқу = оқ (high-vowel-loss) у:verbal-noun
оқы verb оқып = оқы п:converb
таны verb танитын = тан (high-vowel-loss) итын:participle-habitual
қой verb қояды = қо (glide-merger) я:present ды:person-3
қой verb қоюға = қо (glide-merger) ю:verbal-noun ға:dative
қой verb қойып = қой ып:converb
ки verb киеді = ки е:present ді:person-3
қи verb қияды = қи я:present ды:person-3
бол verb боп = бо (lateral-loss) п:converb
кел verb кеп = ке (lateral-loss) п:converb
қорық verb қорқады = қорқ (elision) а:present ды:person-3
тауыс verb таусылды = таус (elision) ыл:passive ды:past
# Entries in -у
қолдау verb қолдады = қолда (verbal-noun) ды:past
қолдау verb қолдауға = қолда (verbal-noun) у:verbal-noun ға:dative
қолдау verb қолда = қолда (verbal-noun)
қолдау noun қолдауды = қолдау ды:accusative
қолдау noun қолдады = no match
қолдау - қолдауымыз = қолдау ымыз:possessive-1-plural
қолдау - қолдады = no match
оқу verb оқиды = оқ (high-vowel-loss) и:present ды:person-3
бару verb барды = бар (verbal-noun) ды:past
құру verb құрды = құр (verbal-noun) ды:past
құру verb құрыды = құры (verbal-noun) ды:past
қою verb қояды = қо (glide-merger) я:present ды:person-3
деу verb дейді = де (verbal-noun) й:present ді:person-3
жау verb жауады = жау а:present ды:person-3
# Written possessives
бостандығы noun бостандығына = бостандығы на:dative
бостандығы - бостандығын = бостандығы н:accusative
бостандығы - бостандығында = бостандығы нда:locative
құқықтары noun құқықтарын = құқықтары н:accusative
райы noun райында = райы нда:locative
шаруашылығы noun шаруашылығына = шаруашылығы на:dative
билігі - билігінен = билігі нен:ablative
отбасы noun отбасын = отбасы н:accusative
отбасы noun отбасында = отбасы нда:locative
отбасы noun отбасылар = отбасы лар:plural
отбасы noun отбасым = отбасы м:possessive-1
алты - алтын = no match
кісі - кісін = no match
# Hyphens
үеұ noun үеұ-дың = үеұ -дың:genitive
it noun it-дің = it -дің:genitive
2000 - 2000-шы = 2000 -шы:ordinal
7% - 7%-дық = 7% -дық:measure
67 - 67-і = 67 -і:possessive-3
ел noun ел-ай = ел -ай:clitic
болған verb болған-мыс = болған -мыс:clitic
бар verb барған-ды = no match
солай - солай-ақ = солай -ақ:clitic
таза adjective тап-таза = таза
қара adjective қап-қарамын = қара мын:person-1
салт noun салт-дәстүр = no match
салт-дәстүр noun салт-дәстүріміз = салт-дәстүр іміз:possessive-1-plural
ата-ана noun ата-аналар = ата-ана лар:plural
# Derivations, only of lemma~
ұлт noun ұлттық = no match
ұлт~ noun ұлттық = ұлт тық:abstract
ұлт~ noun ұлтшылдар = ұлт шыл:inclined дар:plural
ел~ noun елшілік = ел ші:agent лік:abstract
жер~ noun жерлестер = жер лес:fellow тер:plural
түн~ noun түнгі = түн гі:temporal
дамы~ verb дамытты = дамы т:causative ты:past
сез~ verb сезгіш = сез гіш:instrument
ән~ noun әндетеді = ән дет:verb-making е:present ді:person-3
аң~ noun аңшылық = аң шы:agent лық:abstract
құрылыс~ noun құрылысшылар = құрылыс шы:agent лар:plural
# What grammar forbids
ту noun туралы = no match
жер noun жергілікті = no match
ата noun атап = no match
баба noun баптар = no match
тең adjective теңгерім = no match
бала noun баламалы = no match
халық noun халықлар = no match
ел noun елдар = no match
ел noun елтің = no match
қала noun қалаге = no match
қала noun қаласлар = no match
ел noun елдің-ер = no match
ел noun елдіңлер = no match
бар verb барлығы = no match
ұлт noun ұлтқыш = no match
кір verb кіріспе = кір іс:reciprocal пе:negative
қазақ noun қазақстан = no match
";

fn find(lemma: &str, part: &str, form: &str) -> Vec<LemmaMatch> {
    let part = PartOfSpeech::from_name(part);
    let parts = part.map_or(PartsOfSpeech::UNKNOWN, |part| PartsOfSpeech::UNKNOWN.with(part));
    let (lemma, derivations) = lemma.strip_suffix('~').map_or((lemma, false), |lemma| (lemma, true));
    let mut index = LemmaIndex::new(&Kazakh);
    index.insert(&lemma.to_lowercase(), parts, derivations);
    index.matches(form)
}

fn describe(found: &LemmaMatch) -> String {
    let alternation = match found.alternation {
        "" => String::new(),
        alternation => format!(" ({alternation})"),
    };
    let suffixes: String = found.suffixes.iter().map(|suffix| format!(" {}:{}", suffix.text, suffix.gloss)).collect();
    format!("{}{alternation}{suffixes}", found.stem)
}

fn rows() -> impl Iterator<Item = (&'static str, [&'static str; 3], &'static str)> {
    ROWS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let (question, answer) = line.split_once(" = ").expect(line);
        let cells: Vec<_> = question.split(' ').collect();
        (line, cells.try_into().expect(line), answer)
    })
}

#[test]
fn each_form_has_its_stem_and_suffixes() {
    assert!(rows().count() >= 150);
    for (line, [lemma, part, form], expected) in rows() {
        let found = find(lemma, part, form).first().map_or_else(|| "no match".to_owned(), describe);
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn stem_and_suffixes_make_up_the_form() {
    for (line, [lemma, part, form], _) in rows() {
        for found in find(lemma, part, form) {
            let suffixes: String = found.suffixes.iter().map(|suffix| &*suffix.text).collect();
            let word = format!("{}{suffixes}", found.stem);
            assert!(form.ends_with(&word), "{line}: {word}");
        }
    }
}

#[test]
fn every_code_reported_is_listed() {
    for (line, [lemma, part, form], _) in rows() {
        for found in find(lemma, part, form) {
            for suffix in &found.suffixes {
                assert!(GLOSSES.iter().any(|(code, ..)| *code == suffix.gloss), "{line}: {}", suffix.gloss);
            }
            let alternation = found.alternation;
            assert!(alternation.is_empty() || ALTERNATIONS.iter().any(|(code, ..)| *code == alternation), "{line}");
        }
    }
}

/// Returns those of `lemmas` for which `form` is taken, with the known words and each other as
/// rivals.
fn longest<'lemma>(lemmas: &[(&'lemma str, &str)], form: &str) -> Vec<&'lemma str> {
    let verdicts = verdicts(lemmas, form);
    verdicts.into_iter().filter(|(_, verdict)| verdict.rejection(|_| false).is_none()).map(|(lemma, _)| lemma).collect()
}

fn verdicts<'lemma>(lemmas: &[(&'lemma str, &str)], form: &str) -> Vec<(&'lemma str, Verdict)> {
    let mut index = LemmaIndex::new(&Kazakh);
    for (lemma, part) in lemmas {
        let parts = PartOfSpeech::from_name(part).map_or(PartsOfSpeech::UNKNOWN, |p| PartsOfSpeech::UNKNOWN.with(p));
        index.insert(lemma.trim_end_matches('~'), parts, lemma.ends_with('~'));
    }
    let readings = index.readings(form, Rivals::Entries).into_iter();
    readings.map(|reading| (lemmas[reading.found.lemma.0 as usize].0, reading.verdict)).collect()
}

/// Returns `true` if `form` is taken for `lemma` between its neighbours; `-` is none.
fn stands(lemma: &str, part: &str, previous: &str, form: &str, next: &str) -> bool {
    let word = |word| Some(word).filter(|word| *word != "-");
    let neighbours = Neighbours { previous: word(previous), next: word(next), is_in_capitals: false };
    let verdicts = verdicts(&[(lemma, part)], form);
    verdicts.iter().any(|(_, verdict)| verdict.rejection(|cue| Kazakh.is_met(cue, neighbours)).is_none())
}

#[test]
fn a_longer_known_word_takes_the_form() {
    assert_eq!(longest(&[("тура", "adjective")], "туралы"), [""; 0]);
    assert_eq!(longest(&[("маңыз", "noun")], "маңызды"), [""; 0]);
    assert_eq!(longest(&[("маңыз", "noun")], "маңызын"), ["маңыз"]);
}

#[test]
fn a_longer_entry_takes_the_form() {
    assert_eq!(longest(&[("баста", "verb"), ("бастау", "noun")], "бастаудың"), ["баста", "бастау"]);
    assert_eq!(longest(&[("тең", "adjective"), ("теңге", "noun")], "теңге"), ["теңге"]);
}

#[test]
fn lemmas_of_one_length_stay_together() {
    assert_eq!(longest(&[("жүз", "noun"), ("жүзу", "verb")], "жүзді"), ["жүз", "жүзу"]);
    assert_eq!(longest(&[("сайлау", "verb")], "сайлауға"), ["сайлау"]);
}

#[test]
fn an_entry_with_derivations_does_not_compete() {
    assert_eq!(longest(&[("ұлт~", "noun"), ("ұлт", "noun")], "ұлттық"), ["ұлт~"]);
}

#[test]
fn a_known_verb_does_not_claim_what_only_looks_like_its_bare_stem_or_future() {
    assert_eq!(longest(&[("орын", "noun")], "орында"), ["орын"]);
    assert_eq!(longest(&[("ой", "noun")], "ойлар"), ["ой"]);
    assert_eq!(longest(&[("ой", "noun")], "ойлады"), [""; 0]);
}

#[test]
fn a_rejection_names_the_other_word() {
    let why = |lemma, part, form| verdicts(&[(lemma, part)], form).pop().map(|(_, verdict)| verdict);
    let rejected = |rejection| Some(Verdict::Rejected(rejection));
    assert_eq!(why("ту", "noun", "туралы"), None, "the grammar itself");
    assert_eq!(why("тура", "adjective", "туралы"), rejected(Rejection::LongerWord("туралы".into())));
    assert_eq!(why("орында", "verb", "орында"), rejected(Rejection::CommonerWord("орын".into())));
    assert_eq!(why("құры", "verb", "құрылды"), rejected(Rejection::CommonerWord("құр".into())));
    assert_eq!(why("де", "verb", "де"), rejected(Rejection::FunctionWord("де".into())));
    assert_eq!(why("барлық", "noun", "барлық"), rejected(Rejection::FunctionWord("барлық".into())));
    assert_eq!(why("барлық", "-", "барлық"), Some(Verdict::Stands), "nothing stated: the word as it is");
}

#[test]
fn a_possessive_is_no_longer_word_than_its_own_noun() {
    assert_eq!(longest(&[("өмір", "noun"), ("өмірі", "noun")], "өміріне"), ["өмір", "өмірі"]);
}

#[test]
fn neighbours_distinguish_words_of_one_form() {
    for (lemma, part, sentence, is_taken) in [
        ("жыл", "noun", "1991 [жылы] тәуелсіздік", true),
        ("жылы", "adjective", "1991 [жылы] тәуелсіздік", false),
        ("жылы", "adjective", "туған [жылы] белгісіз", false),
        ("жылы", "adjective", "оқу [жылы] басталды", false),
        ("жылы", "adjective", "- [жылы] сөз", true),
        ("жылы", "adjective", "қонақтарды [жылы] қарсы", true),
        ("жылы", "adjective", "өте [жылы] шырай", true),
        ("ал", "verb", "сатып [алып] үйге", false),
        ("ал", "verb", "кітапты [алып] мектепке", true),
        ("алып", "adjective", "кітапты [алып] мектепке", false),
        ("алып", "adjective", "- [алып] мұнара", true),
        ("болат", "noun", "- [болат] өзек", true),
        ("бас", "noun", "ол [басты] көтерді", true),
        ("бас", "noun", "оның [басты] мақсаты", false),
        ("басты", "adjective", "оның [басты] мақсаты", true),
        ("басты", "adjective", "түймені [басты] -", false),
        ("отыр", "verb", "айтып [отыр] -", false),
        ("отыр", "verb", "үйде [отыр] -", true),
        ("бер", "verb", "жазып [берді] -", false),
        ("бер", "verb", "кітап [берді] -", true),
        ("беру", "verb", "жазып [берді] -", false),
        ("жатыр", "verb", "келе [жатыр] -", false),
    ] {
        let words: Vec<&str> = sentence.split(' ').collect();
        let form = words[1].trim_matches(['[', ']']);
        assert_eq!(stands(lemma, part, words[0], form, words[2]), is_taken, "{lemma}: {sentence}");
    }
}

#[test]
fn a_known_adjective_does_not_claim_a_genitive() {
    assert_eq!(longest(&[("міндет", "noun")], "міндеттің"), ["міндет"]);
    assert_eq!(longest(&[("міндет", "noun")], "міндеттілер"), [""; 0]);
}

#[test]
fn an_entry_with_nothing_stated_takes_its_part_of_speech_from_the_known_words() {
    assert!(known_words().parts("ел").is_some_and(|parts| !parts.allows(PartOfSpeech::Verb)));
    assert!(find("ел", "-", "елу").is_empty());
    assert!(!find("қолда", "-", "қолдайды").is_empty());
}

#[test]
fn every_known_word_that_inflects_matches_itself() {
    for line in include_str!("../../src/language/kazakh/words.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (part, lemmas) = line.split_once('\t').expect("a part of speech");
        for lemma in lemmas.split(' ') {
            assert!(known_words().contains(lemma), "{lemma}");
            let is_kazakh =
                |letter| matches!(letter, 'а'..='я' | 'ё' | 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і' | '-');
            assert!(lemma.chars().all(is_kazakh), "{lemma}");
            if PartOfSpeech::from_name(part).is_some() {
                assert!(!find(lemma, part, lemma).is_empty(), "{lemma}");
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn no_form_breaks_the_grammar(lemma in "[а-яәғқңөұүһі-]{0,8}", form in "\\PC{0,12}", rest in "[а-яәғқңөұүһі-]{0,20}") {
        for part in ["noun", "adjective", "verb", "name", "-"] {
            find(&lemma, part, &form);
            for found in find(&lemma, part, &format!("{lemma}{rest}")) {
                proptest::prop_assert!(found.suffixes.len() <= 9);
            }
        }
    }
}
