# Мақалаға дайын кестелер мен мәтіндер.
report-caption = { $number }-кесте. { $title }
report-title-categories = Мәтіндердегі «{ $lexicon }» сөздігінің санаттары
report-title-table1 = Мәтіндердің көлемі, ерекше мазмұны және басым құндылықтары
methods-program = Мәтіндер Tarazy { $version } бағдарламасында салыстырылды; бағдарлама санаттар сөздігіндегі сөздер мен тіркестерді мәтіннен санайды.
methods-texts = { $count ->
    [one] Бір мәтін талданды: { $list }.
   *[other] { $shown } мәтін талданды: { $list }.
}
methods-text = { $title } ({ $language }, { $words ->
   *[other] { $words-shown } сөз
}, { $characters ->
   *[other] { $characters-shown } символ
})
methods-many-texts = { $count ->
   *[other] { $shown } мәтін талданды. Бір мәтіннің көлемі: кемінде { $least-words } сөз ({ $least-characters } символ), ең көбі { $most-words } сөз ({ $most-characters } символ). Барлығы: { $all-words } сөз, { $all-characters } символ.
}
methods-language-kk = қазақ тілі
methods-language-ru = орыс тілі
methods-language-en = ағылшын тілі
methods-language-unknown = тілі анықталмаған
methods-languages-found = { $count ->
    [one] Бір мәтіннің тілін бағдарлама анықтады.
   *[other] { $shown } мәтіннің тілін бағдарлама анықтады.
}
methods-languages-given = { $count ->
    [one] Бір мәтіннің тілін зерттеуші көрсетті.
   *[other] { $shown } мәтіннің тілін зерттеуші көрсетті.
}
methods-languages-unknown = { $count ->
    [one] Бір мәтіннің тілі анықталмады, сондықтан онда сөздің түрленген тұлғалары ескерілмеді.
   *[other] { $shown } мәтіннің тілі анықталмады, сондықтан оларда сөздің түрленген тұлғалары ескерілмеді.
}
methods-languages-mixed = { $count ->
    [one] Бір мәтінде бірнеше тілдегі сөйлемдер бар; әр сөйлем өз тілінде салыстырылды.
   *[other] { $shown } мәтінде бірнеше тілдегі сөйлемдер бар; әр сөйлем өз тілінде салыстырылды.
}
methods-pretokenized = { $count ->
    [one] Бір мәтін әр жолда бір сөзбен берілді, сол сөздері бойынша саналды әрі онда ештеңе түзетілмеді.
   *[other] { $shown } мәтін әр жолда бір сөзбен берілді, сол сөздері бойынша саналды әрі оларда ештеңе түзетілмеді.
}
methods-writings = { $count ->
    [one] Бір қазақ мәтіні кирилл әліпбиінде жазылмаған, ол кириллицаға көшіріліп салыстырылды.
   *[other] { $shown } қазақ мәтіні кирилл әліпбиінде жазылмаған, олар кириллицаға көшіріліп салыстырылды.
}
methods-lexicon = Санаттар «{ $title }» сөздігінен алынды ({ $id }, нұсқасы { $version }, { $count ->
   *[other] { $shown } сөздік бірлігі
}, SHA-256 { $sha256 }).
methods-lexicon-source = Сөздік сөздерінің дереккөзі: { $source }.
methods-lexicon-licence = Сөздіктің лицензиясы: { $licence }.
methods-lexicon-changes = { $count ->
   *[other] Бағдарламадағы бастапқы сөздіктен айырмасы: { $shown } сөздік бірлігі.
}
methods-levels-all = Өз сөздік бірліктері бар әр санат жеке саналды, сөздік деңгейлері біріктірілмеді.
methods-levels-up-to = Мына деңгейден төменгі санаттар сол деңгейдегі жоғарғы санатқа біріктірілді: { $level }.
methods-levels-only = { $count ->
   *[other] Санаттар сөздіктің мына деңгейлерімен ғана аталды: { $levels }; бұл деңгейлерге кірмейтін сөздік бірліктері саналмады.
}
methods-case-folded = Бас әріп пен кіші әріп ажыратылмады.
methods-case-sensitive = Бас әріп пен кіші әріп ажыратылды.
methods-words-kk = Қазақ сөздері леммасы бойынша салыстырылды: сөз тұлғасы сөздік бірлігінің түбірінен және қазақ тілінің грамматикасына сай қосымшалар тізбегінен құралса әрі оны басқа белгілі сөз дәлірек түсіндірмесе, сол бірлікке жатқызылды.
methods-words-ru = Орыс сөздері леммасы бойынша, септелу мен жіктелудің барлық тұлғасында салыстырылды.
methods-words-en = Ағылшын сөздері леммасы бойынша, дұрыс және бұрыс түрленетін барлық тұлғасында салыстырылды.
methods-policy-longest = Сәйкестіктер қиылысқанда «longest» ережесі қолданылды: кез келген санаттың ұзынырақ сәйкестігі жауып тұрған сәйкестік саналмайды.
methods-policy-independent = Сәйкестіктер қиылысқанда «independent» ережесі қолданылды: санат ішінде ең ұзын сәйкестік саналады, санаттар бір-біріне әсер етпейді.
methods-policy-liwc = Сәйкестіктер қиылысқанда «liwc» ережесі қолданылды: сөздер солдан оңға қарай, ең ұзын сәйкестіктен бастап жұмсалады, n сөзден тұратын сәйкестік n болып саналады.
methods-negation-ignore = Болымсыз мәндегі сәйкестіктер басқалармен бірдей саналды.
methods-negation-leave-out = Болымсыздық сөзінің ықпалындағы сәйкестіктер саналмады.
methods-negation-builtin = Болымсыздық сөздерінің бағдарламадағы тізімі қолданылған тілдер: { $languages }.
methods-negation-own = Болымсыздық сөздерінің санаттар сөздігіндегі тізімі қолданылған тілдер: { $languages }.
methods-measure-count = Кестелерде сәйкестік саны берілді.
methods-measure-per-1000-words = Кестелерде мәтіннің 1000 сөзіне шаққандағы сәйкестік саны берілді; сандар да сөз болып есептеледі.
methods-measure-percent = Кестелерде мәтіннің 100 сөзіне шаққандағы сәйкестік саны берілді; сандар да сөз болып есептеледі.
methods-measure-share = Кестелерде санаттың көрсетілген санаттардағы барлық сәйкестіктен алатын үлесі пайызбен берілді.
methods-measure-per-10000-characters = Кестелерде мәтіннің 10 000 символына (бос орынмен) шаққандағы сәйкестік саны берілді.
methods-weights = Салмақталған көрсеткіштерде әр сәйкестік бірге тең деп саналмай, сәйкес келген сөздік бірліктерінің салмақтары қосылды.
methods-repairs = Санау алдында түзетілген сөздер: { $list }.
methods-repairs-none = Санау алдында сөздер түзетілмеді.
methods-repairs-left = Түзетуге болатын, бірақ өзгеріссіз қалдырылған сөздер: { $list }.
latex-program = XeLaTeX немесе LuaLaTeX арқылы жинақталады.
latex-packages = Төмендегі бөлікке array, booktabs, longtable және caption пакеттері керек.
latex-begin = Мақалаға қойылатын бөліктің басы.
latex-end = Мақалаға қойылатын бөліктің соңы.
report-sheet-categories = Санаттар
report-sheet-table1 = 1-кесте
report-sheet-counts = Сәйкестік саны
report-sheet-methods = Әдістеме
report-sheet-lexicon = Сөздік
report-texts = Мәтіндер және олардың байттарының SHA-256 мәні: { $list }.
report-case-sensitive = Әріптер: бас әріп пен кіші әріп ажыратылды.
methods-heading = Әдістеме
references-heading = Әдебиеттер
appendix-heading = Қосымша. «{ $title }» сөздігі
appendix-any = Кез келген тілге арналған сөздік бірліктері
appendix-category = Санат
appendix-language = Тілі
appendix-entry = Сөздік бірлігі
appendix-weight = Салмағы
appendix-concept = Ұғым
appendix-conditions = Шарттары
appendix-note = Ескертпе
report-sha256 = SHA-256
report-encoding = Кодтау
appendix-excluded = Ескерілмейтін жерлері
appendix-shared = Ортақ ерекшеліктер тізімдері
reference-software = Компьютерлік бағдарлама
reference-lexicon = Санаттар сөздігі
reference-study = Зерттеу деректері
reference-version = нұсқасы { $version }
reference-electronic = Мәтін : электрондық
reference-no-year = жылы көрсетілмеген
reference-apa-version = нұсқасы { $version }
reference-licence = Лицензиясы: { $licence }
cli-needs-output = { $format } мәтіндік пішім емес: жазылатын файлды --output арқылы көрсетіңіз.
