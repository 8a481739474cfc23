# Сөздік беті: ағаш, бірліктер, санаттар, файлдар, тарих.

lexicon-views = Сөздік көріністері
lexicon-view-entries = Бірліктер
lexicon-view-parallel = Тілдер қатар
lexicon-view-checks = Тексеру
lexicon-view-changes = Сөздіктерді салыстыру
lexicon-view-history = Тарих
workbench-tree = Санаттар мен сөздік бірліктері
workbench-choose = Ағаштан санатты немесе бірлікті таңдаңыз. Бос орын пернесі бірліктерді белгілейді; белгіленген бірліктер бірге көшіріледі, бөлінеді немесе жойылады. Бірлікті санаттың үстіне сүйреп апаруға болады.
workbench-search = Бірлік, ескертпе, санат іздеу
workbench-close-all = Бәрін жабу
workbench-new-category = Жаңа санат
workbench-new-category-button = Санат қосу
workbench-entries = { $count ->
    [one] { $shown } бірлік
   *[other] { $shown } бірлік
}
workbench-marked = { $count ->
    [one] { $shown } бірлік белгіленді
   *[other] { $shown } бірлік белгіленді
}
workbench-move-to = Мына санатқа көшіру
workbench-remove-marked = Белгіленген бірліктерді жою
workbench-unmark = Белгіні алу
workbench-has-conditions = шарттары бар
workbench-has-note = ескертпесі немесе дереккөзі бар

## Бір бірлік
workbench-entry = Сөздік бірлігі
workbench-new-entry = Жаңа бірлік
workbench-category = Санат
workbench-any-language = барлық тіл
workbench-add-entry = Қосу
workbench-remove-entry = Жою
workbench-entry-removed = Сөздікте бұл бірлік енді жоқ. Болдырмау арқылы қайтаруға болар.
workbench-more = Сөз табы, ұғым, салмағы, ескертпе, дереккөз
workbench-conditions = Шарттар
workbench-conditions-hint = Әр жолға бір үлгі жазыңыз.
field-pattern = Үлгі
field-pos = Сөз табы
field-weight = Салмағы
field-note = Ескертпе
field-source = Дереккөз
field-not = Мынаның ішінде саналмайды
field-not-before = Тікелей мынаның алдында саналмайды
field-not-after = Тікелей мынадан кейін саналмайды
field-before = Тек тікелей мынаның алдында
field-after = Тек тікелей мынадан кейін
field-near = Тек мынаның жанында
field-concept = Ұғым, барлық тілге ортақ
field-crosses-punctuation = Тіркес сөздерінің арасында тыныс белгілері тұруы мүмкін
field-compounds = Дефиспен жазылған күрделі сөздің бөлігі болса да саналады
field-names = Жалқы есімше бас әріппен жазылса, саналмайды
field-window = «Жанында» деген неше сөз
trial-effects = Сандар былай өзгерер еді
trial-conflicts = { $count ->
    [one] Сол сөздердің бір бөлігін тағы { $shown } бірлік табады
   *[other] Сол сөздердің бір бөлігін тағы { $shown } бірлік табады
}
trial-shared = { $count ->
    [one] ортақ орын: { $shown }
   *[other] ортақ орын: { $shown }
}
trial-counted = { $count ->
    [one] соның ішінде ол саналатын орын: { $shown }
   *[other] соның ішінде ол саналатын орын: { $shown }
}
trial-lines = Мәтіндерде

## Бір санат
workbench-title-in = Атауы, { $language }
workbench-new-subcategory = Ішкі санат қосу
workbench-remove-category = Санатты жою
workbench-merge-into = Мына санатпен біріктіру
workbench-merge-choose = таңдаңыз…
workbench-split = { $count ->
    [one] Белгіленген { $shown } бірліктен бөлек санат жасау
   *[other] Белгіленген { $shown } бірліктен бөлек санат жасау
}
workbench-split-hint = Санатты бөлу үшін ағаштан оның бірліктерін бос орын пернесімен белгілеңіз.

## Файл
workbench-open = Сөздік файлын ашу
workbench-new-lexicon = Жаңа сөздік
workbench-new-lexicon-title = Менің сөздігім
workbench-save = Мына пішімде сақтау
workbench-save-choose = пішім…
workbench-facts = Осы сөздік туралы
workbench-edits = { $count ->
    [one] { $shown } түзету файлға әлі сақталған жоқ
   *[other] { $shown } түзету файлға әлі сақталған жоқ
}
workbench-imported = { $name } файлы мынадай түрде оқылды: { $format }.
workbench-syntax = Сөздер былай оқылады
syntax-native = Таразы үлгілері: сөз түрленеді
syntax-glob = * және ? белгілері бар сөздер
syntax-fixed = жазылған күйіндегі сөздер
syntax-regex = тұрақты өрнектер
workbench-shape = Кестенің түрі
shape-found = өздігінен анықталды
shape-long = әр жолда санат, кейін сөз
shape-tidytext = әр жолда сөз, кейін санат
shape-wide = әр бағанда бір санат
shape-matrix = жолдарда сөздер, бағандарда санаттар
shape-empath = әр жолда санат атауы, кейін сөздері
shape-list = сөздер тізімі
shape-weights = салмағы көрсетілген сөздер
format-toml = Таразының өз пішімі
format-dic = LIWC сөздігі (.dic)
format-lc3 = Lexicoder сөздігі
format-ykd = Yoshikoder сөздігі
format-lcd = Lexicoder 2 сөздігі
format-cat = WordStat сөздігі
format-dicx = LIWC-22 сөздігі
format-csv = кесте
format-yaml = YAML түріндегі quanteda сөздігі
format-xlsx = Excel кітабы
format-khcoder = KH Coder кодтау ережелері
workbench-no-losses = Ештеңе түсіп қалған, өзгерген не болжамданған жоқ.
workbench-losses = { $count ->
    [one] { $shown } жол түсіп қалды, өзгерді немесе болжамданды
   *[other] { $shown } жол түсіп қалды, өзгерді немесе болжамданды
}
workbench-more-losses = { $count ->
    [one] тағы { $shown }
   *[other] тағы { $shown }
}
workbench-export-losses = { $count ->
    [one] { $file } файлы жасалды; { $shown } мәлімет оған сыймады
   *[other] { $file } файлы жасалды; { $shown } мәлімет оған сыймады
}

## Не істелді
history-heading = { $count ->
    [one] Осы уақытқа дейін { $shown } қадам жасалды
   *[other] Осы уақытқа дейін { $shown } қадам жасалды
}
history-start = басы
history-now = (қазір)
history-undone = (болдырылмады)
history-entry-added = бірлік қосылды: { $name } → { $entry }
history-entry-changed = бірлік өзгерді: { $name } ({ $entry })
history-entries-removed = { $count ->
    [one] бірлік жойылды: { $name }
   *[other] { $count } бірлік жойылды, біріншісі: { $name }
}
history-entries-moved = { $count ->
    [one] бірлік көшірілді: { $name } → { $entry }
   *[other] { $count } бірлік көшірілді, біріншісі: { $name } → { $entry }
}
history-category-added = санат қосылды: { $name }
history-category-renamed = санат атауы өзгерді: { $name } → { $entry }
history-category-merged = санат біріктірілді: { $name } → { $entry }
history-category-split = { $count ->
    [one] «{ $entry }» санатының бір бірлігінен санат жасалды: { $name }
   *[other] «{ $entry }» санатының { $count } бірлігінен санат жасалды: { $name }
}
history-category-removed = санат жойылды: { $name }
lexicon-edit-set-aside = соңғы түзетуден кейінгі есептеу бағдарламаны екі рет тоқтатты, сондықтан түзету қайтарылды. Тарырақ үлгі жазып көріңіз.

## Түзету неге жасалмады
edit-no-entry = ештеңе өзгерген жоқ: сөздіктің бұл жерінде мұндай бірлік енді жоқ. Оны ағаштан таңдап, қайталап көріңіз.
edit-no-category = ештеңе өзгерген жоқ: сөздікте «{ $path }» санаты жоқ. Ағаштан басқасын таңдаңыз.
edit-form = ештеңе өзгерген жоқ: мұндай тұлғаны сөздікке жазуға болмайды. Оны «Мынаның ішінде саналмайды» өрісіне үлгі ретінде жазыңыз.
edit-already = бұл тұлға бірліктен бұрыннан алынып тасталған.
edit-no-pattern = ештеңе өзгерген жоқ: бірлікке үлгі керек. Сөз немесе сөз тіркесін жазыңыз.
edit-number = ештеңе өзгерген жоқ: «{ $written }» – «{ $key }» үшін сан емес. Оны 2 немесе 0,5 түрінде жазыңыз.
edit-into-itself = ештеңе өзгерген жоқ: санатты өзімен біріктіруге болмайды. Басқасын таңдаңыз.
edit-last-category = ештеңе өзгерген жоқ: сөздікте кемінде бір санат қалады. Алдымен басқасын қосыңыз.
edit-no-title = ештеңе өзгерген жоқ: санатқа атау керек. Оны үш тілдің бірінде жазыңыз.
edit-layout = ештеңе өзгерген жоқ: файл ерекше түрде жазылған. Оны қолмен түзетіп, қайта ашыңыз.

## Two lexicons, two policies
changes-with = Мынамен салыстыру
changes-before = осы сөздіктің түзетуге дейінгі күйі
changes-file = Басқа файл
policies-with = Сол кесте мына ережемен
policies-back = Кестеге оралу
