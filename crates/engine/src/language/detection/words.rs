//! Letters, frequent words and endings that distinguish languages. Lists hold their words between
//! spaces.
//!
//! The words were written for this project, from knowledge of the languages.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Words, looked up by their hash.
pub(super) type WordList = LazyLock<FxHashSet<&'static str>>;

fn listed(lines: &[&'static str]) -> FxHashSet<&'static str> {
    lines.iter().flat_map(|line| line.split(' ')).collect()
}

/// Letters of the Kazakh alphabet that Russian lacks.
pub(super) const KAZAKH_LETTERS: &str = "әғқңөұүһі";

/// Those that its Turkic neighbours lack: Tatar, Bashkir and Kyrgyz have none of them, Uzbek and
/// Tajik only the first two.
pub(super) const KAZAKH_ONLY_LETTERS: &str = "қғұі";

pub(super) const RUSSIAN_ALPHABET: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

/// Frequent Kazakh words without a letter of their own.
pub(super) static KAZAKH_WORDS: WordList = LazyLock::new(|| {
    listed(&[
        "мен пен бен бойынша туралы болып бар емес осы бола болады болса арасында деп деген жыл жылы арналған сай \
     сондай тек оны олар келеді отыр",
    ])
});

/// Frequent Russian words. Bulgarian, Serbian and Ukrainian share some of them; the list of theirs
/// outweighs these.
pub(super) static RUSSIAN_WORDS: WordList = LazyLock::new(|| {
    listed(&[
        "что как это для из его или при только также они был была были быть все всех чтобы мы вы она он которые который \
     которых об во со к ее её их этого этот но если может уже есть после еще ещё между каждый нет ко под чем того \
     тем том так и в на с по от не до у",
    ])
});

/// Endings of four letters and fewer that mark a Russian word of five and more.
pub(super) const RUSSIAN_ENDINGS: &[&str] =
    &["ого его ому ему ый ий ые ых ым ыми ими ами ями ость ости тся ться ение ения ание ания ция ции ной ная ное ает \
     яет ют ать ить"];

/// Frequent words of languages in the same script that are not ours, and not Russian.
pub(super) static FOREIGN_CYRILLIC_WORDS: WordList = LazyLock::new(|| {
    listed(&[
        // Bulgarian, Macedonian
        "се са че към това като която който които ще си във със всички всяко тези ги сите кои што бидат кон според \
     трябва имат има е бъде",
        // Serbian
        "су је као сва која који које треба бити али свих сваки једни",
        // Ukrainian, Belarusian, Rusyn
        "та що як й є це вони які який має для усі всі ад якія яны усе ва гэта павінны народжуються щоб але також",
        // Tatar, Bashkir, Kyrgyz, Uzbek, Tajik, Mongolian
        "һәм белән белен менән жана билан учун аз дар бо ки нь эрх болгон бардык бул үчүн катары бир бирок",
    ])
});

/// Frequent English words, those left out that its neighbours have as well.
pub(super) static ENGLISH_WORDS: WordList = LazyLock::new(|| {
    listed(&[
        "the of and to is that was with for are this which have has it be by not from they we our their shall will or \
     as all who you been its should would your every everyone any his were must can my",
    ])
});

/// Frequent words of other languages in Latin script.
pub(super) static FOREIGN_LATIN_WORDS: WordList = LazyLock::new(|| {
    listed(&[
        // German, Dutch, Scandinavian
        "der die das und ist mit von zu den dem ein eine nicht sich auf sind alle het een van zijn en met niet og er \
     til som av med och att det ett",
        // Romance
        "le la les des du et est une que qui dans pour sur il el los las y del por se con una un de di che gli della per \
     sono e o os da do em uma ao com todos tutti și este cu",
        // Slavic, Baltic, Uralic in Latin script
        "i w z na nie są się jest oraz ve si jsou ja on ovat hogy az minden su svi je ir bir bu ile için olarak və va \
     bilan uchun bütün barcha barlıq",
    ])
});

/// Returns `true` if a word ends in one of the endings of a list.
pub(super) fn ends_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|line| line.split(' ').any(|ending| word.ends_with(ending)))
}
