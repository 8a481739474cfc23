//! Languages that are not ours but stand near them: known by their frequent words and by letters of
//! their own.
//!
//! Each word of the text votes for every language whose frequent word it is or whose distinctive
//! letters it has, and against every language that does not have one of its letters. The language
//! with clearly the most votes is named; where none stands out, only the script is.
//!
//! The words were written for this project, from knowledge of the languages.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::is_latin;
use crate::text::is_cyrillic;

/// A script, as far as it distinguishes languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Russian, Kazakh and many others.
    Cyrillic,
    /// English and many others.
    Latin,
    /// Arabic, Persian, Kazakh in China.
    Arabic,
    /// Any other: Greek, Georgian, Chinese.
    Other,
}

impl Script {
    /// Returns a stable code for messages: `cyrillic`, `latin`, `arabic`, `other`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cyrillic => "cyrillic",
            Self::Latin => "latin",
            Self::Arabic => "arabic",
            Self::Other => "other",
        }
    }
}

macro_rules! other_languages {
    ($($(#[$doc:meta])* $name:ident $code:literal)*) => {
        /// A language that Tarazy recognises and does not inflect.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum OtherLanguage {
            $($(#[$doc])* $name,)*
        }

        impl OtherLanguage {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Returns the ISO 639 code, of two letters where there is one: `uk`, `ky`, `kaa`.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

other_languages! {
    /// Ukrainian.
    Ukrainian "uk"
    /// Belarusian.
    Belarusian "be"
    /// Bulgarian.
    Bulgarian "bg"
    /// Serbian.
    Serbian "sr"
    /// Macedonian.
    Macedonian "mk"
    /// Kyrgyz.
    Kyrgyz "ky"
    /// Tatar.
    Tatar "tt"
    /// Bashkir.
    Bashkir "ba"
    /// Uzbek in either script.
    Uzbek "uz"
    /// Uyghur in any of its scripts.
    Uyghur "ug"
    /// Karakalpak in either script.
    Karakalpak "kaa"
    /// Chuvash.
    Chuvash "cv"
    /// Tajik.
    Tajik "tg"
    /// Mongolian.
    Mongolian "mn"
    /// Turkish.
    Turkish "tr"
    /// Azerbaijani.
    Azerbaijani "az"
    /// Turkmen.
    Turkmen "tk"
    /// Arabic.
    Arabic "ar"
    /// Persian.
    Persian "fa"
    /// Urdu.
    Urdu "ur"
    /// German.
    German "de"
    /// French.
    French "fr"
    /// Spanish.
    Spanish "es"
    /// Italian.
    Italian "it"
    /// Portuguese.
    Portuguese "pt"
    /// Dutch.
    Dutch "nl"
    /// Polish.
    Polish "pl"
}

/// How a language looks in one script.
struct Looks {
    language: OtherLanguage,
    script: Script,
    /// Letters, and groups of letters, that few others have, between spaces; empty for none.
    marks: &'static str,
    /// Letters of the script that it does not have, though its neighbours do.
    lacks: &'static str,
    /// Its frequent words.
    words: &'static str,
}

const LOOKS: [Looks; 31] = [
    looks(
        OtherLanguage::Ukrainian,
        Script::Cyrillic,
        "ї є ґ",
        "ыэёъўәғқңөұүһј",
        "та що як це вони які який яка яке має для усі всі щоб або але також є й від у на з до про за бути може коли чи його її їх цього \
         був була було були дуже тільки між після якщо не ми ви",
    ),
    looks(
        OtherLanguage::Belarusian,
        Script::Cyrillic,
        "ў",
        "иїєщъәғқңөұүһј",
        "і яны якія гэта што як для на з не ад усе усіх або каб бо быць мае свае павінны да пры таксама ці іх яго яе быў была было былі вельмі толькі пасля калі мы вы",
    ),
    looks(
        OtherLanguage::Bulgarian,
        Script::Cyrillic,
        "",
        "ыэёіїєўәғқңөұүһј",
        "се са че към това като която който които ще си във със всички от на и да за не е има или при бъде трябва тези по до му ги беше след между само може който",
    ),
    looks(
        OtherLanguage::Serbian,
        Script::Cyrillic,
        "ђ ћ",
        "ыэёйъьщюяіїєўәғқңөұүһѓќѕ",
        "су је као и у на се да за или сва који која које од са што не би бити треба овај сви свих сваки има своје по из није",
    ),
    looks(
        OtherLanguage::Macedonian,
        Script::Cyrillic,
        "ѓ ќ ѕ",
        "ыэёйъьщюяіїєўәғқңөұүһђћ",
        "се на и во од да за со сите кои што ги не или тие како ова треба има секој е по до бидат",
    ),
    looks(
        OtherLanguage::Kyrgyz,
        Script::Cyrillic,
        "оо уу үү өө",
        "әғқұһіўҳҡҙҫҗїєј",
        "жана болгон бул менен үчүн катары бир ар деп эмес анын укук укуктуу бардык кандай өз керек болуп кийин ошол алар эле көп болот жок же үчүн кыргыз жөнүндө тууралуу боюнча алды кылган кылды",
    ),
    looks(
        OtherLanguage::Tatar,
        Script::Cyrillic,
        "җ",
        "ғқұіўҳҡҙҫїєј",
        "һәм белән булган өчен дә бу бер дип кеше хәзер булып иде ул аның алар өчен да барлык яки татар шул буенча күп үз соң турында иткән итә кирәк",
    ),
    looks(
        OtherLanguage::Bashkir,
        Script::Cyrillic,
        "ҙ ҫ ҡ",
        "құіўҳҗїєј",
        "һәм менән булған өсөн дә был бер тип кеше булып ине ул уның улар барлыҡ йәки башҡорт шул буйынса күп үҙ",
    ),
    looks(
        OtherLanguage::Uzbek,
        Script::Cyrillic,
        "ў ҳ",
        "ыщңөүәұһіїєј",
        "ва билан учун бир бу ҳар эга бўлиш бўлган бўлиб ҳам унинг улар ўз керак эмас деб ҳуқуқ инсон барча ёки шу бўйича кўп йил",
    ),
    looks(
        OtherLanguage::Uyghur,
        Script::Cyrillic,
        "җ",
        "ыіұўҳҡҙҫїєј",
        "вә билән үчүн бир һәр болуп болған бу униң улар өз керәк әмәс дәп һоқуқ инсан барлиқ яки һәм шу көп һәммә адәм бар тоғрилиқ дегән әмма",
    ),
    looks(
        OtherLanguage::Karakalpak,
        Script::Cyrillic,
        "ў ҳ",
        "іұһҡҙҫҗїєј",
        "ҳәм менен ушын болып болған бул бир оның олар өз керек емес деп ҳуқуқ адам барлық ямаса сол бойынша көп ҳәр",
    ),
    looks(
        OtherLanguage::Chuvash,
        Script::Cyrillic,
        "ӑ ӗ ӳ",
        "әғқңөұүһіўҳҡҙҗїєј",
        "тата пулнӑ валли мар вӑл эпӗ пур пек ҫын ҫак унӑн чӑваш ҫул хӑй",
    ),
    looks(
        OtherLanguage::Tajik,
        Script::Cyrillic,
        "ӣ ӯ ҷ ҳ",
        "ыщңөүәұһіўїєј",
        "ва дар аз ба ки бо ҳар ин ҳуқуқ инсон барои бояд худ аст як он мебошад ё дорад кард буд шуд ҳам",
    ),
    looks(
        OtherLanguage::Mongolian,
        Script::Cyrillic,
        "ийн ээ аа өөр үүл гч",
        "әғқңұһіўҳҡҙҫҗїєј",
        "нь эрх бүр болон байна хүн энэ юм бөгөөд ба гэж гэсэн байсан монгол улсын тухай байдаг мөн өөрийн бүх их хүний эсвэл",
    ),
    looks(
        OtherLanguage::Turkish,
        Script::Latin,
        "ğ ı ş ç",
        "qwxəäñňńêãõå",
        "ve bir bu ile için olarak da de her olan çok gibi daha kadar sonra en ne değil var olduğu tarafından veya insan bütün ya ki o hak",
    ),
    looks(
        OtherLanguage::Azerbaijani,
        Script::Latin,
        "ə",
        "wäñňńêãõå",
        "və bir bu ilə üçün da də hər olan çox kimi daha qədər sonra ən nə deyil var olduğu tərəfindən hüquq insan bütün ya ki o azərbaycan öz",
    ),
    looks(
        OtherLanguage::Uzbek,
        Script::Latin,
        "ʻ",
        "äöüışğñwəńńûãõ",
        "va bilan uchun bir bu har ham bu edi deb bo'lgan bo‘lgan o‘z o'z o‘zbekiston kerak emas ular uning barcha yoki inson huquq lgan lib \
         bo o z shu yil qilish mumkin keyin risida qildi qilgan",
    ),
    looks(
        OtherLanguage::Turkmen,
        Script::Latin,
        "ň ý ž",
        "qxəğıñńãõêvc",
        "we bilen üçin bir bu her hem edip diýip öz ähli türkmen adam hukuk olaryň onuň ol boýunça bolan bolup ýa däl bar barada etdi edýär baradaky",
    ),
    looks(
        OtherLanguage::Tatar,
        Script::Latin,
        "ä ñ ğ",
        "əňńýãõêåūŭ",
        "häm belän bulğan öçen dä bu ber dip keşe bulıp ide ul anıñ alar barlıq yäki tatar şul buyınça küp üz",
    ),
    looks(
        OtherLanguage::Karakalpak,
        Script::Latin,
        "ı w",
        "äöüğñəňçşãõêåūŭ",
        "hám menen ushın bolıp bolǵan bul bir onıń olar óz kerek emes dep huqıq adam barlıq yamasa sol boyınsha kóp hár ol",
    ),
    looks(
        OtherLanguage::German,
        Script::Latin,
        "ß sch tz",
        "ąęłńéèêàçñãõåøæışğý",
        "der die das und ist mit von zu den dem ein eine nicht sich auf sind alle im in für als auch werden er sie es wir an des oder hat wird",
    ),
    looks(
        OtherLanguage::French,
        Script::Latin,
        "ê è œ ù û eux",
        "äöüßąęłñãõåøæışğýñ",
        "le la les des du et est une que qui dans pour sur il de en un au par ce ne pas plus tous sont avec ils leur ou aux se à",
    ),
    looks(
        OtherLanguage::Spanish,
        Script::Latin,
        "ñ ción ciones",
        "äößąęłãõåøæışğýçêèàâ",
        "el la los las y del de en que por con una un es para se su al lo como más o todos sus no son ha tiene",
    ),
    looks(
        OtherLanguage::Italian,
        Script::Latin,
        "zione zioni tà",
        "äöüßąęłñãõåøæışğýçêâ",
        "il la di che e in un una per sono del della gli le con non da si è alla nel ed i lo come più dei o essere",
    ),
    looks(
        OtherLanguage::Portuguese,
        Script::Latin,
        "ã õ ção",
        "äößąęłñåøæışğýè",
        "o a os as de do da em e que um uma para com não se por dos das no na mais ao como todos são ou sua é",
    ),
    looks(
        OtherLanguage::Dutch,
        Script::Latin,
        "ij",
        "äößąęłñãõåøæışğýçáúí",
        "de het een en van zijn en met niet is dat op te in voor aan die er om ook worden bij alle hebben of als zich elkander naar",
    ),
    looks(
        OtherLanguage::Polish,
        Script::Latin,
        "ą ę ł ś ź ż sz cz rz",
        "äöüßñãõåøæışğýçéèêàv",
        "i w z na nie są się jest oraz do że od o jak po to przez dla ich wszyscy który ma lub a pod innych",
    ),
    looks(
        OtherLanguage::Arabic,
        Script::Arabic,
        "ة أ إ",
        "ەۇۆۈېڭگچپژٹڈڑےںکی",
        "في من على أن إلى التي الذي هذا هذه كل أو لا ما كان عن مع قد بين ذلك وقد كما",
    ),
    looks(
        OtherLanguage::Persian,
        Script::Arabic,
        "پ چ گ ژ",
        "ەۇۆۈېڭةٹڈڑےںۋ",
        "و در به از که این را با است برای آن هر یک می باید تا خود بر های شده ها اند یا کند شود",
    ),
    looks(
        OtherLanguage::Urdu,
        Script::Arabic,
        "ٹ ڈ ڑ ے ں ہ",
        "ەۇۆۈېڭةۋ",
        "کے کی کا میں اور ہے سے کو نے پر ہیں یہ کہ اس ہر تمام جو بھی وہ ایک ہو",
    ),
    looks(
        OtherLanguage::Uyghur,
        Script::Arabic,
        "ئ ې ۈ",
        "ةٹڈڑےںکیءعحصضطظثذأإ",
        "ۋە بىلەن ئۈچۈن بىر ھەر بولۇپ بولغان بۇ ئۇنىڭ ئۇلار ئۆز كېرەك ئەمەس دەپ ھوقۇق ئىنسان بارلىق ياكى ھەممە ئادەم",
    ),
];

const fn looks(
    language: OtherLanguage,
    script: Script,
    marks: &'static str,
    lacks: &'static str,
    words: &'static str,
) -> Looks {
    Looks { language, script, marks, lacks, words }
}

/// The places in [`LOOKS`] of the languages that have a word among their frequent ones, a bit each.
static WORDS: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut words: FxHashMap<&str, u32> = FxHashMap::default();
    for (at, looks) in LOOKS.iter().enumerate() {
        for word in looks.words.split(' ') {
            *words.entry(word).or_default() |= 1 << at;
        }
    }
    words
});

/// What the words seen so far say.
#[derive(Debug, Clone, Default)]
pub(super) struct NeighbourVotes {
    words: [usize; 4],
    votes: [usize; LOOKS.len()],
    /// Words with a letter that the language does not have.
    against: [usize; LOOKS.len()],
}

impl NeighbourVotes {
    /// Adds a word in lower case.
    pub(super) fn add(&mut self, word: &str) {
        let Some(script) = word.chars().find_map(script_of) else { return };
        self.words[script as usize] += 1;
        let listed = WORDS.get(word).copied().unwrap_or(0);
        for (at, looks) in LOOKS.iter().enumerate().filter(|(_, looks)| looks.script == script) {
            let is_listed = listed & (1 << at) != 0;
            let has_mark = || looks.marks.split(' ').any(|mark| !mark.is_empty() && word.contains(mark));
            self.votes[at] += usize::from(is_listed || has_mark());
            self.against[at] += usize::from(word.contains(|letter| looks.lacks.contains(letter)));
        }
    }

    /// Returns the language in a script that stands out, if one does: a fifth of all words speak
    /// for it, hardly one against, and fewer for any other.
    pub(super) fn winner(&self, script: Script) -> Option<OtherLanguage> {
        let words = self.words[script as usize];
        let is_likely = |at: &usize| {
            LOOKS[*at].script == script
                && self.votes[*at] >= 2
                && self.votes[*at] * 6 >= words
                && self.against[*at] * 12 <= words
        };
        let mut likely: Vec<usize> = (0..LOOKS.len()).filter(is_likely).collect();
        likely.sort_by_key(|at| std::cmp::Reverse(self.votes[*at].saturating_sub(self.against[*at])));
        let weight = |at: usize| self.votes[at].saturating_sub(self.against[at]);
        match likely[..] {
            [only] => Some(LOOKS[only].language),
            [first, second, ..] => (weight(first) > weight(second)).then_some(LOOKS[first].language),
            [] => None,
        }
    }
}

fn script_of(letter: char) -> Option<Script> {
    match letter {
        letter if is_cyrillic(letter) => Some(Script::Cyrillic),
        letter if is_latin(letter) => Some(Script::Latin),
        '\u{620}'..='\u{6ff}' => Some(Script::Arabic),
        letter if letter.is_alphabetic() => Some(Script::Other),
        _ => None,
    }
}
