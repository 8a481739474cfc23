//! A text → the language it is written in, if that is one of ours.
//!
//! Law: what is not recognised is `None`; a wrong guess would send a text to the wrong lexicon without a word.
//!
//! Each word of a sample votes. Letters decide for Kazakh (құқық, бірлік) and against languages that share its script;
//! frequent words and endings decide for Russian and English and against their neighbours. Latin look-alikes inside a
//! Cyrillic word are read as the Cyrillic letters they stand for, so тiркеу with a Latin `i` votes as тіркеу does.
//!
//! ```
//! use tarazy::language::{Language, detection::detect};
//!
//! assert_eq!(detect("Барлық адамдар тумысынан азат болып дүниеге келеді."), Some(Language::Kazakh));
//! assert_eq!(detect("Все люди рождаются свободными и равными."), Some(Language::Russian));
//! assert_eq!(detect("Усі люди народжуються вільними і рівними у своїй гідності."), None);
//! ```
//!
//! Its words were written for this project, from knowledge of the language.

use super::Language;

/// The length of text that is looked at; longer texts are sampled.
const SAMPLE_BYTES: usize = 128 * 1024;

/// The number of places from which the sample of a long text is taken, evenly spread.
const SAMPLE_WINDOWS: usize = 32;

/// Fewer letters than this say nothing.
const MIN_LETTERS: usize = 12;

/// The share of a language's own words among all words that it must reach; running text has two to four times as many.
const MIN_SHARE: f64 = 0.12;

/// Letters of the Kazakh alphabet that Russian lacks.
const KAZAKH_LETTERS: &str = "әғқңөұүһі";

/// Those that its Turkic neighbours lack: Tatar, Bashkir and Kyrgyz have none of them, Uzbek and Tajik only the first two.
const KAZAKH_ONLY_LETTERS: &str = "қғұі";

const RUSSIAN_ALPHABET: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

/// Latin letters and the Cyrillic letters they are mistaken for.
const LOOK_ALIKES: [(char, char); 13] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'һ'),
    ('i', 'і'),
    ('ï', 'і'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
];

/// Frequent Kazakh words without a letter of their own.
const KAZAKH_WORDS: &[&str] =
    &["мен пен бен бойынша туралы болып бар емес осы бола болады болса арасында деп деген жыл жылы арналған сай \
     сондай тек оны олар келеді отыр"];

/// Frequent Russian words. Bulgarian, Serbian and Ukrainian share some of them; the list of theirs outweighs these.
const RUSSIAN_WORDS: &[&str] = &[
    "что как это для из его или при только также они был была были быть все всех чтобы мы вы она он которые который \
     которых об во со к ее её их этого этот но если может уже есть после еще ещё между каждый нет ко под чем того \
     тем том так и в на с по от не до у",
];

/// Endings of four letters and fewer that mark a Russian word of five and more.
const RUSSIAN_ENDINGS: &[&str] =
    &["ого его ому ему ый ий ые ых ым ыми ими ами ями ость ости тся ться ение ения ание ания ция ции ной ная ное ает \
     яет ют ать ить"];

/// Frequent words of languages in the same script that are not ours, and not Russian.
const FOREIGN_CYRILLIC_WORDS: &[&str] = &[
    // Bulgarian, Macedonian
    "се са че към това като която който които ще си във със всички всяко тези ги сите кои што бидат кон според \
     трябва имат има е бъде",
    // Serbian
    "су је као сва која који које треба бити али свих сваки једни",
    // Ukrainian, Belarusian, Rusyn
    "та що як й є це вони які який має для усі всі ад якія яны усе ва гэта павінны народжуються щоб але також",
    // Tatar, Bashkir, Kyrgyz, Uzbek, Tajik, Mongolian
    "һәм белән белен менән жана билан учун аз дар бо ки нь эрх болгон бардык бул үчүн катары бир бирок",
];

/// Frequent English words, those left out that its neighbours have as well.
const ENGLISH_WORDS: &[&str] =
    &["the of and to is that was with for are this which have has it be by not from they we our their shall will or \
     as all who you been its should would your every everyone any his were must can my"];

/// Frequent words of other languages in Latin script.
const FOREIGN_LATIN_WORDS: &[&str] = &[
    // German, Dutch, Scandinavian
    "der die das und ist mit von zu den dem ein eine nicht sich auf sind alle het een van zijn en met niet og er \
     til som av med och att det ett",
    // Romance
    "le la les des du et est une que qui dans pour sur il el los las y del por se con una un de di che gli della per \
     sono e o os da do em uma ao com todos tutti și este cu",
    // Slavic, Baltic, Uralic in Latin script
    "i w z na nie są się jest oraz ve si jsou ja on ovat hogy az minden su svi je ir bir bu ile için olarak və va \
     bilan uchun men jáne jäne adamdar bütün barcha barlyq barlıq",
];

/// Says in which of our languages `text` is written, or `None` for another language, a mixture, or too little text.
///
/// Looks at 128 KiB (64 thousand Cyrillic letters) spread over the text at most, so the cost is bounded. Expects text
/// whose encoding has been repaired: letters of a legacy Kazakh font look Macedonian.
///
/// Fewer than twelve letters, or letters mostly of a third script, give `None`.
pub fn detect(text: &str) -> Option<Language> {
    let mut votes = Votes::default();
    for window in windows(text) {
        for word in window.split(|letter: char| !letter.is_alphabetic() && !is_inner_mark(letter)) {
            votes.add(word);
        }
    }
    votes.winner()
}

/// Marks that do not end a word: combining accents, the soft hyphen.
fn is_inner_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// The parts of `text` to look at: all of it, or evenly spread windows.
fn windows(text: &str) -> impl Iterator<Item = &str> {
    let count = if text.len() <= SAMPLE_BYTES { 1 } else { SAMPLE_WINDOWS };
    let len = text.len().min(SAMPLE_BYTES) / count;
    (0..count).map(move |window| {
        let start = if count == 1 { 0 } else { (text.len() - len) / (count - 1) * window };
        &text[text.floor_char_boundary(start)..text.floor_char_boundary(start + len)]
    })
}

/// What the words seen so far say.
#[derive(Default)]
struct Votes {
    cyrillic: ScriptVotes,
    latin: ScriptVotes,
    other_letters: usize,
    kazakh_words: usize,
    kazakh_letters: usize,
    kazakh_only_letters: usize,
    dotted_i: usize,
    /// The letters ы and э, of which Bulgarian, Serbian and Ukrainian have neither, and Uzbek and Tajik no ы.
    back_vowels: usize,
}

/// The words of one script.
#[derive(Default)]
struct ScriptVotes {
    letters: usize,
    words: usize,
    /// Words of Russian (Cyrillic) or English (Latin).
    own: usize,
    foreign: usize,
}

impl Votes {
    fn add(&mut self, word: &str) {
        let word: String = word.chars().filter(|letter| !is_inner_mark(*letter)).flat_map(char::to_lowercase).collect();
        let letters = word.chars().count();
        if letters == 0 {
            return;
        }
        let cyrillic = word.chars().filter(|letter| is_cyrillic(*letter)).count();
        let latin = word.chars().filter(|letter| is_latin(*letter)).count();
        if cyrillic > 0 && cyrillic >= latin {
            self.add_cyrillic(&repair(&word), letters);
        } else if latin > 0 {
            self.add_latin(&word, letters);
        } else {
            self.other_letters += letters;
        }
    }

    fn add_cyrillic(&mut self, word: &str, letters: usize) {
        self.cyrillic.letters += letters;
        self.cyrillic.words += 1;
        let of = |alphabet: &str| word.chars().filter(|letter| alphabet.contains(*letter)).count();
        let kazakh_letters = of(KAZAKH_LETTERS);
        self.kazakh_letters += kazakh_letters;
        self.kazakh_only_letters += of(KAZAKH_ONLY_LETTERS);
        self.dotted_i += of("і");
        self.back_vowels += of("ыэ");
        if of(RUSSIAN_ALPHABET) + kazakh_letters < letters || has(FOREIGN_CYRILLIC_WORDS, word) {
            self.cyrillic.foreign += 1;
        } else if kazakh_letters > 0 || has(KAZAKH_WORDS, word) {
            self.kazakh_words += 1;
        } else if has(RUSSIAN_WORDS, word) || (letters >= 5 && ends_in(word, RUSSIAN_ENDINGS)) {
            self.cyrillic.own += 1;
        }
    }

    fn add_latin(&mut self, word: &str, letters: usize) {
        self.latin.letters += letters;
        self.latin.words += 1;
        if !word.is_ascii() || has(FOREIGN_LATIN_WORDS, word) {
            self.latin.foreign += 1;
        } else if has(ENGLISH_WORDS, word) {
            self.latin.own += 1;
        }
    }

    fn winner(&self) -> Option<Language> {
        let (cyrillic, latin) = (self.cyrillic.letters, self.latin.letters);
        if cyrillic.max(latin) < MIN_LETTERS || cyrillic.max(latin) <= self.other_letters {
            return None;
        }
        if latin > cyrillic {
            return self.latin.is_own(self.latin.own, 2).then_some(Language::English);
        }
        if self.kazakh_words > self.cyrillic.own {
            return (self.cyrillic.is_own(self.kazakh_words, 2) && self.has_kazakh_letters())
                .then_some(Language::Kazakh);
        }
        let is_russian = self.cyrillic.is_own(self.cyrillic.own, 3) && self.has_russian_letters();
        is_russian.then_some(Language::Russian)
    }

    /// Kyrgyz, Tatar and Mongolian have ө and ү but not the others, Ukrainian and Belarusian have і alone, and Uzbek and
    /// Tajik have no ы.
    fn has_kazakh_letters(&self) -> bool {
        let is_kipchak = self.kazakh_only_letters > 0 && self.kazakh_only_letters * 5 >= self.kazakh_letters * 2;
        let is_slavic = self.dotted_i * 5 > self.kazakh_letters * 4;
        is_kipchak && !is_slavic && (self.back_vowels > 0 || self.kazakh_letters > self.cyrillic.letters / 12)
    }

    /// Every fiftieth letter of Russian is ы or э; Bulgarian, Serbian and Ukrainian have neither.
    fn has_russian_letters(&self) -> bool {
        self.back_vowels * 250 >= self.cyrillic.letters.saturating_sub(200)
    }
}

impl ScriptVotes {
    /// Says whether `own` words are enough of all, and at least `margin` times as many as the foreign ones.
    fn is_own(&self, own: usize, margin: usize) -> bool {
        own as f64 >= MIN_SHARE * self.words as f64 && own > 0 && own >= margin * self.foreign
    }
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Reads Latin look-alikes in a Cyrillic word as Cyrillic.
fn repair(word: &str) -> String {
    let cyrillic_of = |letter| LOOK_ALIKES.iter().find(|(latin, _)| *latin == letter).map(|(_, cyrillic)| *cyrillic);
    word.chars().map(|letter| cyrillic_of(letter).unwrap_or(letter)).collect()
}

/// The lists above hold their words between spaces, a line for each group.
fn has(list: &[&str], word: &str) -> bool {
    list.iter().any(|line| line.split(' ').any(|listed| listed == word))
}

fn ends_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|line| line.split(' ').any(|ending| word.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const KK: &str = "Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді. \
        Адамдарға ақыл-парасат, ар-ождан берілген, сондықтан олар бір-бірімен туыстық, бауырмалдық қарым-қатынас \
        жасаулары тиіс.";
    const RU: &str = "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и \
        совестью и должны поступать в отношении друг друга в духе братства.";
    const EN: &str = "All human beings are born free and equal in dignity and rights. They are endowed with reason and \
        conscience and should act towards one another in a spirit of brotherhood.";

    #[rstest]
    #[case(KK, Some(Language::Kazakh))]
    #[case(RU, Some(Language::Russian))]
    #[case(EN, Some(Language::English))]
    fn the_universal_declaration_is_recognised(#[case] text: &str, #[case] expected: Option<Language>) {
        assert_eq!(detect(text), expected);
    }

    #[rstest]
    #[case::ukrainian(
        "Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства."
    )]
    #[case::belarusian(
        "Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах. Яны надзелены розумам і сумленнем і павінны ставіцца адзін да аднаго ў духу брацтва."
    )]
    #[case::bulgarian(
        "Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и съвест и следва да се отнасят помежду си в дух на братство."
    )]
    #[case::serbian(
        "Сва људска бића рађају се слободна и једнака у достојанству и правима. Она су обдарена разумом и свешћу и треба једни према другима да поступају у духу братства."
    )]
    #[case::macedonian(
        "Сите човечки суштества се раѓаат слободни и еднакви по достоинство и права. Тие се обдарени со разум и совест и треба да се однесуваат еден кон друг во духот на општо човечката припадност."
    )]
    #[case::kyrgyz(
        "Бардык адамдар өз беделинде жана укуктарында эркин жана тең укуктуу болуп жаралат. Алардын аң-сезими менен абийири бар жана бири-бирине бир туугандык мамиле кылууга тийиш."
    )]
    #[case::tatar(
        "Барлык кешеләр дә азат һәм үз абруйлары һәм хокуклары ягыннан тиң булып туалар. Аларга акыл һәм вөҗдан бирелгән һәм бер-берсенә карата туганнарча мөнәсәбәттә булырга тиешләр."
    )]
    #[case::bashkir(
        "Барлыҡ кешеләр ҙә азат, дәрәжәләре һәм хоҡуҡтары яғынан тигеҙ булып тыуалар. Улар аҡыл һәм намыҫ эйәһе һәм бер-береһенә ҡарата ҡәрҙәшлек рухында хәрәкәт итергә тейеш."
    )]
    #[case::uzbek(
        "Барча одамлар эркин, қадр-қиммат ва ҳуқуқларда тенг бўлиб туғиладилар. Улар ақл ва виждон соҳибидирлар ва бир-бирлари билан биродарларча муомала қилишлари зарур."
    )]
    #[case::tajik(
        "Тамоми одамон озод ва аз лиҳози шарафу ҳуқуқ ба ҳам баробар ба дунё меоянд. Онҳо соҳиби ақлу виҷдонанд ва бояд бо якдигар муносибати бародарона дошта бошанд."
    )]
    #[case::mongolian(
        "Хүн бүр төрж мэндлэхэд эрх чөлөөтэй, адилхан нэр төртэй, ижил эрхтэй байдаг. Оюун ухаан, нандин чанар заяасан хүн гэгч өөр хоорондоо ахан дүүгийн үзэл санаагаар харьцах учиртай."
    )]
    #[case::german(
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen."
    )]
    #[case::french(
        "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité."
    )]
    #[case::spanish(
        "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con los otros."
    )]
    #[case::italian(
        "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di ragione e di coscienza e devono agire gli uni verso gli altri in spirito di fratellanza."
    )]
    #[case::portuguese(
        "Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão e de consciência, devem agir uns para com os outros em espírito de fraternidade."
    )]
    #[case::dutch(
        "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd met verstand en geweten, en behoren zich jegens elkander in een geest van broederschap te gedragen."
    )]
    #[case::polish(
        "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa."
    )]
    #[case::turkish(
        "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine karşı kardeşlik zihniyeti ile hareket etmelidirler."
    )]
    #[case::kazakh_in_latin(
        "Barlyq adamdar týmysynan azat jáne qadir-qasieti men quqyqtary teń bolyp dúniege keledi. Adamdarǵa aqyl-parasat, ar-ojdan berilgen."
    )]
    #[case::arabic(
        "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق. وقد وهبوا عقلا وضميرا وعليهم أن يعامل بعضهم بعضا بروح الإخاء."
    )]
    #[case::chinese("人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。")]
    fn other_languages_are_none(#[case] text: &str) {
        assert_eq!(detect(text), None);
    }

    #[rstest]
    #[case("")]
    #[case("2024, 17 %")]
    #[case("да")]
    #[case("OK")]
    fn too_little_text_is_none(#[case] text: &str) {
        assert_eq!(detect(text), None);
    }

    #[rstest]
    #[case("Адам құқықтары туралы заң", Some(Language::Kazakh))]
    #[case("Тәуелсіздік пен бостандық", Some(Language::Kazakh))]
    #[case("Защита прав и свобод человека", Some(Language::Russian))]
    #[case("Об образовании и науке", Some(Language::Russian))]
    #[case("The rights of the people", Some(Language::English))]
    fn a_heading_is_enough(#[case] text: &str, #[case] expected: Option<Language>) {
        assert_eq!(detect(text), expected);
    }

    #[test]
    fn latin_look_alikes_leave_kazakh_kazakh() {
        let typed = KK.replace('і', "i").replace('с', "c").replace('а', "a");
        assert_eq!(detect(&typed), Some(Language::Kazakh));
        assert_eq!(
            detect("Қaзaқcтaн Рecпубликacы – дeмoкрaтиялық, зaйырлы, құқықтық жәнe әлеуметтiк мемлекет."),
            Some(Language::Kazakh)
        );
    }

    #[test]
    fn capitals_soft_hyphens_and_loose_accents_do_not_matter() {
        assert_eq!(detect(&KK.to_uppercase()), Some(Language::Kazakh));
        assert_eq!(detect(&RU.to_uppercase()), Some(Language::Russian));
        assert_eq!(detect(&EN.to_uppercase()), Some(Language::English));
        assert_eq!(detect(&RU.replace("ост", "о\u{ad}ст").replace('й', "и\u{306}")), Some(Language::Russian));
    }

    #[test]
    fn the_greater_part_of_a_mixed_text_decides() {
        assert_eq!(detect(&format!("{KK} {KK} {RU}")), Some(Language::Kazakh));
        assert_eq!(detect(&format!("{RU} {RU} {KK}")), Some(Language::Russian));
        assert_eq!(detect(&format!("{EN} {EN} Қазақстан Республикасының Конституциясы")), Some(Language::English));
    }

    #[test]
    fn russian_about_kazakhstan_is_russian() {
        let text =
            "Партия «Ауыл» и движение «Қазақстан халқы» поддержали закон об образовании, который был принят мәжілісом.";
        assert_eq!(detect(text), Some(Language::Russian));
    }

    #[test]
    fn the_middle_of_a_long_text_is_looked_at() {
        let text = format!("{}{}{}", EN.repeat(100), RU.repeat(3000), EN.repeat(100));
        assert_eq!(detect(&text), Some(Language::Russian));
    }
}
