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

#[rstest]
#[case(
    Writing::Latin2018,
    "Barlyq adamdar týmysynan azat jáne qadir-qasıeti men quqyqtary teń bolyp dúnıege keledi. Adamdarǵa aqyl-parasat, \
     ar-ojdan berilgen."
)]
#[case(
    Writing::Latin2021,
    "Barlyq adamdar tumysynan azat jäne qadır-qasietı men qūqyqtary teñ bolyp düniege keledı. Adamdarğa aqyl-parasat, \
     ar-ojdan berılgen."
)]
#[case(
    Writing::Arabic,
    "بارلىق ادامدار تۋمىسىنان ازات جانە قادىر-قاسيەتى مەن قۇقىقتارى تەڭ بولىپ دۇنيەگە كەلەدى. ادامدارعا اقىل-پاراسات، \
     ار-وجدان بەرىلگەن."
)]
#[case(Writing::Latin2018, "Qazaqstan Respýblıkasynyń Konstıtýtsııasy")]
#[case(Writing::Latin2021, "Mektepterde qazaq tılınıñ märtebesın arttyru turaly zañ jobasy")]
#[case(Writing::Arabic, "قازاقستاننىڭ تاۋەلسىزدىگى مەن بوستاندىعى")]
fn kazakh_is_recognised_in_every_writing(#[case] writing: Writing, #[case] text: &str) {
    assert_eq!(recognise(text), Recognition::KazakhIn(writing));
    assert_eq!(recognise(&text.to_uppercase().replace('\u{130}', "I")), Recognition::KazakhIn(writing));
}

#[rstest]
#[case(OtherLanguage::Ukrainian, "Уряд ухвалив рішення про підтримку шкіл, які працюють у прифронтових областях.")]
#[case(OtherLanguage::Ukrainian, "Ми хочемо жити в країні, де закон один для всіх.")]
#[case(OtherLanguage::Belarusian, "Урад прыняў рашэнне аб падтрымцы школ, якія працуюць у вёсках.")]
#[case(OtherLanguage::Bulgarian, "Правителството прие решение за подкрепа на училищата, които са в малките села.")]
#[case(OtherLanguage::Serbian, "Влада је донела одлуку о подршци школама које се налазе у малим селима.")]
#[case(OtherLanguage::Macedonian, "Владата донесе одлука за поддршка на училиштата што се наоѓаат во малите села.")]
#[case(
    OtherLanguage::Kyrgyz,
    "Өкмөт айыл жеринде жайгашкан мектептерди колдоо жөнүндө чечим кабыл алды жана каражат бөлдү."
)]
#[case(
    OtherLanguage::Tatar,
    "Хөкүмәт авыл җирендәге мәктәпләргә ярдәм итү турында карар кабул итте һәм акча бүлеп бирде."
)]
#[case(
    OtherLanguage::Bashkir,
    "Хөкүмәт ауыл ерендәге мәктәптәргә ярҙам итеү тураһында ҡарар ҡабул итте һәм аҡса бүлде."
)]
#[case(
    OtherLanguage::Uzbek,
    "Ҳукумат қишлоқ жойларидаги мактабларни қўллаб-қувватлаш тўғрисида қарор қабул қилди ва маблағ ажратди."
)]
#[case(
    OtherLanguage::Uzbek,
    "Hukumat qishloq joylaridagi maktablarni qo‘llab-quvvatlash to‘g‘risida qaror qabul qildi va mablag‘ ajratdi."
)]
#[case(OtherLanguage::Uyghur, "Һөкүмәт йеза-қишлақлардики мәктәпләрни қоллаш тоғрилиқ қарар қобул қилди вә пул бөлди.")]
#[case(
    OtherLanguage::Karakalpak,
    "Ҳүкимет аўыл жерлериндеги мектеплерди қоллап-қуўатлаў ҳаққында қарар қабыл етти ҳәм қаржы бөлди."
)]
#[case(
    OtherLanguage::Karakalpak,
    "Húkimet awıl jerlerindegi mekteplerdi qollap-quwatlaw haqqında qarar qabıl etti hám qarjı bóldi."
)]
#[case(OtherLanguage::Chuvash, "Хӗвелтухӑҫ енчен уйӑх тухать, ҫӑлтӑрсем ҫуталаҫҫӗ.")]
#[case(OtherLanguage::Tajik, "Ҳукумат дар бораи дастгирии мактабҳои деҳот қарор қабул кард ва маблағ ҷудо намуд.")]
#[case(
    OtherLanguage::Mongolian,
    "Засгийн газар хөдөөгийн сургуулиудыг дэмжих тухай шийдвэр гаргаж, хөрөнгө хуваарилсан юм."
)]
#[case(OtherLanguage::Turkish, "Hükümet, köylerde bulunan okulları desteklemek için bir karar aldı ve bütçe ayırdı.")]
#[case(
    OtherLanguage::Azerbaijani,
    "Hökumət kəndlərdə yerləşən məktəbləri dəstəkləmək üçün qərar qəbul etdi və vəsait ayırdı."
)]
#[case(
    OtherLanguage::Turkmen,
    "Hökümet obalarda ýerleşýän mekdepleri goldamak barada karar kabul etdi we serişde bölüp berdi."
)]
#[case(
    OtherLanguage::Tatar,
    "Xökümät awıl cirendäge mäktäplärgä yärdäm itü turında qarar qabul itte häm aqça bülep birde."
)]
#[case(OtherLanguage::Arabic, "قررت الحكومة دعم المدارس في القرى التي تقع في المناطق النائية.")]
#[case(OtherLanguage::Persian, "دولت تصمیم گرفت که از مدرسه‌های روستایی پشتیبانی کند و بودجه‌ای برای آن در نظر گرفت.")]
#[case(OtherLanguage::Urdu, "حکومت نے دیہات کے اسکولوں کی مدد کا فیصلہ کیا ہے اور اس کے لیے رقم مختص کی ہے۔")]
#[case(
    OtherLanguage::Uyghur,
    "ھۆكۈمەت يېزىلاردىكى مەكتەپلەرنى قوللاش توغرىسىدا قارار چىقاردى ۋە بۇنىڭ ئۈچۈن پۇل ئاجراتتى."
)]
#[case(OtherLanguage::German, "Die Regierung hat beschlossen, die Schulen auf dem Land zu unterstützen.")]
#[case(OtherLanguage::French, "Le gouvernement a décidé de soutenir les écoles qui se trouvent dans les villages.")]
#[case(OtherLanguage::Spanish, "El gobierno decidió apoyar a las escuelas que se encuentran en los pueblos.")]
#[case(
    OtherLanguage::Polish,
    "Rząd postanowił wesprzeć szkoły, które znajdują się na wsi, i przeznaczył na to środki."
)]
fn neighbours_are_named(#[case] language: OtherLanguage, #[case] text: &str) {
    assert_eq!(recognise(text), Recognition::Other(language));
}

#[rstest]
#[case(Script::Cyrillic, "Мах уарзӕм нӕ райгуырӕн бӕстӕ ӕмӕ нӕ адӕмы.")]
#[case(Script::Latin, "Kormány döntött arról, hogyan támogassa kistelepülések iskoláit.")]
#[case(Script::Other, "მთავრობამ მიიღო გადაწყვეტილება სოფლის სკოლების მხარდაჭერის შესახებ.")]
fn of_others_the_script_is_named(#[case] script: Script, #[case] text: &str) {
    assert_eq!(recognise(text), Recognition::Script(script));
}

#[test]
fn names_without_sentences_are_not_taken_for_a_neighbour() {
    for text in ["Иванов, Петров, Сидорова, Кузнецов, Смирнова", "Nursultan, Aigerim, Daniyar, Zhanna"]
    {
        assert!(matches!(recognise(text), Recognition::Script(_)), "{text}: {:?}", recognise(text));
    }
}
