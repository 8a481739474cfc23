# Бет жиегі: тақырып, мәтіндер, сөздік, баптаулар, хабарламалар, пернелер.

## Header
brand = Таразы
page-title-of = { $title } · Таразы
study-title = Зерттеу атауы
study-untitled = Атаусыз зерттеу
requests = { $count ->
   *[other] { $shown } сұрау жіберілді
}
requests-why = Барлығы осы браузерде есептеледі. Мұның мәнін оқу үшін басыңыз.
page-language = Бет тілі
language-kk = қазақша
language-ru = орысша
language-en = ағылшынша
skip-to-content = Мазмұнға өту
settings = Тіл және түстер
theme = Түстер
theme-system = жүйедегідей
theme-light = жарық
theme-dark = қараңғы
shortcuts = Пернелер
dialog-close = Жабу

## In a narrow frame of another page
embedded-whole = Зерттеуді толық ашу

## Places and history
places = Бөлімдер
place-texts = Мәтіндер
place-lexicon = Сөздік
place-compare = Салыстыру
place-contexts = Контекстер
place-figures = Суреттер
place-publish = Жариялау
history = Тарих
undo = Болдырмау: { $edit }
redo = Қайталау: { $edit }
undo-nothing = Болдырмайтын әрекет жоқ
redo-nothing = Қайталайтын әрекет жоқ
history-study-opened = зерттеу ашылды: { $name }
history-study-started = мына мәтіннен жаңа зерттеу басталды: { $name }
history-text-added = мәтін қосылды: { $name }
history-texts-added = бірнеше мәтін қосылды, біріншісі: { $name }
history-text-removed = мәтін алынды: { $name }
history-text-renamed = мәтін атауы өзгерді, бұрынғы атауы: { $name }
history-text-moved = мәтін орны ауысты: { $name }
history-language-set = мәтін тілі өзгерді: { $name }
history-lexicon-set = сөздік өзгерді: { $name }
history-form-excluded = сөз тұлғасы алып тасталды: { $name } ({ $entry })
history-options-set = баптаулар өзгерді
history-title-set = зерттеу атауы өзгерді: { $name }
history-stopped = есептеу тоқтатылды

## Notices
notices = Хабарламалар
notice-undo = Болдырмау
notice-add-again = Қайта қосу
notice-put-away = Алып тастау: { $sentence }
study-started = Сіздің мәтініңізден жаңа зерттеу басталды. Үлгіні бір басып қайтаруға болады: әрекетті болдырмаңыз немесе «Мәтіндер» бөліміндегі үлгілерден таңдаңыз.
engine-replaced = Есептеуді қайта бастауға тура келді. Ештеңе жоғалған жоқ.
engine-ended = Есептеу іске қосылған сайын үзіліп қалды. Мәтіндеріңіз осы бетте сақталып тұр. Қайта іске қосыңыз немесе зерттеуді сақтап, басқа браузерде ашыңыз.
engine-start = Қайта іске қосу
text-set-aside = осы мәтінді есептеу жұмысты екі рет үзді, сондықтан ол шетке қойылды. Қалған мәтіндер есептеліп жатыр. Мәтінді бөліктерге бөліп, қайта қосыңыз.
lexicon-set-aside = осы сөздікпен есептеу жұмысты екі рет үзді, сондықтан бұрынғысы қайтарылды. Ең ұзын бірліктерін тексеріп, сөздікті қайта ашыңыз.
options-set-aside = Осы баптаулармен есептеу жұмысты екі рет үзді, сондықтан әдеттегі баптаулар қайтарылды.
question-set-aside = Бұл көріністі есептеу мүмкін болмады: бағдарлама онда екі рет тоқтап қалды. Мәтіндер, сөздік пен кесте өзгерген жоқ.
file-unreadable = файл енді оқылмайды. Оны қайта таңдаңыз.
paste-failed = Браузер қойылған мәтінді бермеді. Оны «Мәтіндер» бөліміндегі өріске қойыңыз.
sample-missing = бұл зерттеу үлгісі оқылмайды. Бетті жаңартыңыз немесе өз мәтіндеріңізді қосыңыз.
analysis-no-table = Есептеу нәтижесіз аяқталды.
analysis-unknown-category = { $lexicon } сөздігінде { $category } санаты жоқ. Бар санаттар: { $known }.
analysis-unknown-option = `{ $place }` ішінде `{ $option }` кілті жоқ. Бар кілттер: { $known }.

## Texts
texts-heading = Мәтіндер ({ $shown })
texts-none = Әзірге мәтін жоқ.
text-away = бұл файлда жоқ
texts-add = + мәтін қосу
text-title = Мәтін атауы: { $title }
text-language = Мәтін тілі: { $title }
text-up = Жоғары жылжыту: { $title }
text-down = Төмен жылжыту: { $title }
text-remove = Алып тастау: { $title }
text-characters = { $count ->
   *[other] { $shown } символ
}
text-words = { $count ->
   *[other] { $shown } сөз
}
text-waits = әлі есептелген жоқ
text-writing = { $writing ->
    [latin-2018] латын әліпбиіндегі (2018) қазақша мәтін, кирилл түрінде салыстырылады
    [latin-2021] латын әліпбиіндегі (2021) қазақша мәтін, кирилл түрінде салыстырылады
   *[arabic] төте жазудағы қазақша мәтін, кирилл түрінде салыстырылады
}
# Мәтіннің өз тілі және онда кездесетін басқа тілдердің үлесі.
text-languages = { $language }, оның ішінде { $others }
text-language-share = { $language } — { $share } %
language-auto = авто
language-auto-found = авто: { $language }

## Adding texts
add-heading = Мәтін қосу
add-anywhere = Файлдарды беттің кез келген жеріне апарып тастаңыз, мәтінді кез келген жерге қойыңыз немесе төмендегі өрістерді пайдаланыңыз. PDF, Word (.docx), OpenDocument, RTF, веб-беттер, электрондық кітаптар, кестелер, субтитрлер, хаттар, ZIP мұрағаттары және кез келген кең тараған кодтаудағы жай мәтін жарайды; осы браузерден ештеңе кетпейді.
add-files = Файл таңдау
add-drop = Осында тастаңыз: мәтіндер зерттеуге қосылады, .toml файлы сөздік болады.
add-title = Атауы (бос болса — бірінші жол)
add-area = Мәтін
add-button = Мәтін қосу
samples-heading = Зерттеу үлгілері
samples-why = Үлгі қазіргі зерттеудің орнын басады; болдырмау сіздікін қайтарады.

## Lexicon
lexicon-heading = Санаттар сөздігі
lexicon-version = Нұсқасы
lexicon-entries = Сөздік бірліктері
lexicon-source = Дереккөзі
lexicon-licence = Лицензиясы
lexicon-sha256 = SHA-256
lexicon-builtin = Кірістірілген сөздіктер:
lexicon-refused = { $count ->
   *[other] сөздікті пайдалану мүмкін емес: { $count } қате бар. Олар «Сөздік» бөлімінде көрсетілген; бұрынғы сөздік қалады.
}
lexicon-refused-heading = Пайдаланылмайды: { $name }
lexicon-warnings = { $count ->
   *[other] { $shown } ескерту
}

## Options
options = Баптаулар
options-more = Қосымша
face = Кесте
face-categories = Санаттар
face-table1 = 1-кесте
measure = Өлшем
measure-count = сәйкестік саны
measure-per-1000-words = 1000 сөзге шаққандағы жиілік
measure-percent = 100 сөзге шаққандағы жиілік
measure-share = барлық сәйкестіктегі үлес
measure-per-10000-characters = 10 000 символға шаққандағы жиілік
policy = Қиылысу ережесі
policy-longest = longest: ұзынырағы есептеледі
policy-independent = independent: санаттар дербес
policy-liwc = liwc: әр сөз бір рет
level = Деңгей
level-all = барлығы
decimals = Ондық таңбалар
case-sensitive = Әріп үлкендігін ескеру
export-menu = Экспорт
export = Көшіру және сақтау
export-copy = Кестені көшіру
export-save = { $format } түрінде сақтау
export-saved = Сақталды: { $file }
export-copied = Кесте көшірілді. Оны құжатқа немесе электрондық кестеге қойыңыз.
export-not-copied = Браузер көшіруге рұқсат бермеді. Кестені файл ретінде сақтаңыз.
export-by-hand = Қолмен көшіру
export-by-hand-why = Мұнда файл сақтауға болмайды. Барлығын белгілеп, көшіріңіз.

## Contexts and texts under the table
choose-text = Мәтін
choose-category = Санат
choose-all-texts = барлық мәтін
choose-nothing = санатты таңдаңыз
contexts-choose = Санатты таңдаңыз немесе кестедегі санды басыңыз: оның мәтіндердегі орындары осында көрінеді.
contexts-unknown = Бұл сөздікте мұндай санат жоқ. Басқасын таңдаңыз.
text-page-waits = Мәтін ашылып жатыр.
text-page-none = Бұл зерттеуде мұндай мәтін жоқ.
table-waits = Мәтіндер алғаш рет есептеліп жатыр.

## Progress
progress = Есептеу: { $percent } %
progress-text = Есептеу, { $title }: { $percent } %
progress-unknown = Есептеу
progress-converting = Сөздік түрлендіріліп жатыр: { $name }
progress-stop = Тоқтату

## Keys
key-texts = мәтіндерге өту
key-lexicon = сөздікке өту
key-compare = салыстыруға өту
key-contexts = контекстерге өту
key-search = барлық мәтіннен іздеу
key-arrows = кестеде жүру
key-open = санның контекстерін, контекстің мәтінін ашу
key-back = бір қадам артқа
key-lines = келесі жол, алдыңғы жол
key-undo = болдырмау, қайталау
key-copy = кестені көшіру
key-copy-line = контекст жолын орнымен бірге көшіру
key-save = зерттеуді файлға сақтау; файлдарды ашу
key-shortcuts = осы тізім

## Privacy
privacy = Бұл компьютерден не шығады: ештеңе
privacy-count = { $count ->
    [0] Ашылғаннан бері бет ешкімге бірде-бір сұрау жіберген жоқ. Бұл сан тікелей есептеледі.
   *[other] Ашылғаннан бері бет бөтен мекенжайға { $shown } сұрау жіберді. Бұлай болмауы керек: оны осы браузердегі бірдеңе, мүмкін кеңейтім, қосқан.
}
privacy-texts = Мәтіндеріңіз бен сөздігіңіз осы браузердің ішінде оқылып, есептеледі. Олар ешкімге жіберілмейді және олармен жұмыс істегеніңізді ешкім білмейді.
privacy-files = Бет тек өз файлдарын жүктейді: бағдарламаны, безендіруді және зерттеу үлгілерін, өзі ашылған жерден.
privacy-storage = Браузер келесі кіргенге дейін зерттеулеріңізді мәтіндерімен бірге және беттің баптауларын сақтайды: тілін, түстерін, өлшемді, ондық таңбалар санын, салмақталған мәндердің көрсетілуін және файлдардың безендірілуін. Мұның бәрі осы компьютерде қалады. «Мәтіндер» бөлімінде бір зерттеуді немесе сақталғанның бәрін жоюға болады. Жарияланған зерттеудің мәтіндерін браузер сақтамайды. Бет сайттан ашылса, ол желісіз де ашылуы үшін өз файлдарының көшірмесі де осында сақталады.
privacy-check = Мұны тексеру оңай: бет ашылған соң желіден ажыратып, жұмысты жалғастыра беріңіз.
