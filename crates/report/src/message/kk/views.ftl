# Кесте, 1-кесте, контекстер, мәтін, сілтеме.

## Кесте
table-empty = Әзірге мәтін жоқ: файл қосыңыз не мәтінді қойыңыз, есеп бірден басталады.
table-measure = { $measure ->
    [count] Сәйкестік саны
    [per-1000-words] 1000 сөзге шаққандағы жиілік
    [percent] 100 сөзге шаққандағы жиілік
    [per-10000-characters] 10 000 символға шаққандағы жиілік
   *[share] Барлық сәйкестіктегі үлес, %
}
table-subject = { $count ->
   *[other] { $shown } мәтін, сөздік санаттары бойынша
}
table-column-text = Мәтін
table-column-language = Тіл
table-column-characters = Символ
table-column-words = Сөз
table-column-total = Барлығы
table-language = { $code ->
    [kk] қазақша
    [ru] орысша
    [en] ағылшынша
   *[und] тілі танылмады
}

## Бір ұяшық
cell-count = { $policy ->
    [liwc] { $count ->
       *[other] сәйкес келген { $shown } сөз
    }
   *[other] { $count ->
       *[other] { $shown } сәйкестік
    }
}
cell-sentence = { $measure ->
    [count] { cell-count }, қиылысу ережесі: { $policy }
    [per-1000-words] { $base ->
       *[other] { $shown-base } сөзде { cell-count } = 1000 сөзге шаққанда { $value }, қиылысу ережесі: { $policy }
    }
    [percent] { $base ->
       *[other] { $shown-base } сөзде { cell-count } = 100 сөзге шаққанда { $value }, қиылысу ережесі: { $policy }
    }
    [per-10000-characters] { $base ->
       *[other] { $shown-base } символда { cell-count } = 10 000 символға шаққанда { $value }, қиылысу ережесі: { $policy }
    }
   *[share] барлық бағандағы { $shown-base } ішінен { cell-count } = { $value } %, қиылысу ережесі: { $policy }
}
cell-without-base = { $measure ->
    [share] мәтінде бірде-бір сәйкестік жоқ, сондықтан үлесі де жоқ
    [per-10000-characters] мәтінде символ жоқ, шаққандағы жиілік есептелмейді
   *[other] мәтінде сөз жоқ, шаққандағы жиілік есептелмейді
}
cell-only-signs = сәйкестіктердің бәрі — сөз емес, белгі (эмодзи, % сияқты), сондықтан сөз санына шаққандағы жиілік жоқ
cell-name = { $text }, { $column }: { $sentence }
cell-name-deviating = { $name }; { $deviation }
cell-deviation = { $direction ->
    [above] күтілгеннен көп, түзетілген қалдық +{ $size }
   *[below] күтілгеннен аз, түзетілген қалдық −{ $size }
}
explained-hint = Санның неден құралғанын көру үшін оны нұсқаңыз. Санды басса, артындағы мәтін жолдары ашылады.
explained-forms = { $count ->
   *[other] { $shown } сөз тұлғасы:
}
explained-more = { $count ->
   *[other] тағы { $shown } тұлға, сәйкестік саны — { $matches }
}
explained-shadowed = { $count ->
   *[other] { $shown } сәйкестік есепке алынбады: ұзынырақ сәйкестіктің ішінде тұр.
}
explained-excluded = { $count ->
   *[other] { $shown } сәйкестік сөздік шарттары бойынша есептен шығарылды.
}
one-text-previous = Алдыңғы мәтін
one-text-next = Келесі мәтін
one-text-choose = Мәтінді таңдау
one-text-size = { $language } · символ: { $characters } · сөз: { $words }

## 1-кесте
table1-caption = 1-кесте. Көлемі, ерекше мазмұны және басым құндылықтары
table1-size = Көлемі (символ)
table1-with-spaces = бос орындармен
table1-without-spaces = бос орындарсыз
table1-label-with-spaces = Символ, бос орындармен
table1-label-without-spaces = Символ, бос орындарсыз
table1-special = Ерекше мазмұн
table1-dominant = Басым құндылықтар
table1-words = Ерекшелейтін сөздер:
table1-percent = { $percent } %
table1-topic-name = { $count ->
   *[other] { $text }, { $topic }: { $shown } сәйкестік, 1000 сөзге шаққанда { $rate }. Мәтін жолдарын ашу
}
table1-value-name = { $count ->
   *[other] { $text }, { $value }: { $shown } сәйкестіктегі үлесі { $share }. Мәтін жолдарын ашу
}
table1-note-size = Көлемі: Юникод бойынша қалыпқа келтірілген (NFC) символдар саны, жол аяғы бір символ деп саналады. «Бос орындарсыз» дегенге бос орынның ешбір түрі кірмейді.
table1-rule-special = { $rate ->
    [0] Мәтінде кемінде { $matches-shown } { $matches ->
       *[other] сәйкестігі
    } бар әр тақырып ерекше мазмұн деп саналады.
   *[other] Мәтінде кемінде { $matches-shown } { $matches ->
       *[other] сәйкестігі
    } бар, әрі 1000 сөзге шаққанда кемінде { $rate-shown } сәйкестігі келетін әр тақырып ерекше мазмұн деп саналады.
}
table1-rule-words = Сол тілдегі басқа мәтіндерге қарағанда жиірек кездесетін, логарифмдік шындыққа ұқсастық қатынасы G² кемінде 10,83 болатын сөздер ерекшелейтін сөздер деп аталды; ең ерекшелейтіні бірінші тұр.
table1-rule-dominant = { $ranked ->
    [values] Басым құндылықтар – барлық құндылық сәйкестіктерінің (n) жартысынан көбін бірге құрайтын ең аз құндылықтар.
   *[values-and-topics] Басым құндылықтар – барлық құндылық пен тақырып сәйкестіктерінің (n) жартысынан көбін бірге құрайтын ең аз құндылықтар мен тақырыптар.
} Үлесі тең болғандары бірге аталады; n мәні { $least } санынан аз болса, ешқайсысы аталмайды.
table1-note-numbers = Тақырыптың қасында 1000 сөзге шаққандағы сәйкестік саны, сөздің қасында оның саны, басым құндылықтың қасында n санындағы үлесі тұр.
table1-none = жоқ
table1-rests-on = { $count ->
   *[other] n = { $shown } сәйкестік
}
table1-limits = 1-кестенің шектері
table1-topics-compete = Тақырыптарды құндылықтармен қатар салыстыру
table1-special-rate = Ерекше мазмұн: 1000 сөзге шаққандағы сәйкестік, кемінде
table1-special-matches = Ерекше мазмұн: мәтіндегі сәйкестік, кемінде
table1-dominant-matches = Басым құндылықтар: n, кемінде

## Контекстер
contexts-all-texts = Барлық мәтін
contexts-range = { $first }–{ $last }
contexts-count = { $range } / { $total }
contexts-none = Бұл жерде есепке алынған сәйкестік жоқ.
contexts-none-with = Мұндай сөздері бар жол жоқ.
contexts-selection = Жолдар және олардың реті
contexts-order = Реті
contexts-order-text = мәтін бойынша
contexts-order-match = сәйкестік бойынша
contexts-order-right = оң жақтағы сөздер бойынша
contexts-order-left = сол жақтағы сөздер бойынша
contexts-extent = Контекст
contexts-extent-line = бір жол
contexts-extent-wide = 200 таңба
contexts-extent-sentence = сөйлем
contexts-extent-paragraph = абзац
contexts-filter = Жолдағы сөздер
contexts-sample = Кездейсоқ іріктеме
contexts-sample-all = барлық жол
contexts-column-left = Сол жағы
contexts-column-match = Сәйкестік
contexts-column-right = Оң жағы
contexts-column-why = Сөздік бірлігі және сәйкестік себебі
contexts-place = { $paragraph }-абзац, { $sentence }-сөйлем
contexts-quotation = «{ $text }» ({ $title }, { $place })
contexts-copy = Көшіру
contexts-copy-of = «{ $form }» бар жолды орнымен бірге көшіру
contexts-copied = Жол мәтіндегі орнымен бірге көшірілді.
contexts-save = Сақтау
contexts-save-group = Барлық жолды сақтау
contexts-sheet = Контекстер
contexts-title = «{ $category }» санатының контекстері
contexts-lines = Жолдар саны: { $shown } / { $total }
contexts-paragraph = Абзац
contexts-sentence = Сөйлем
contexts-close = Жабу
dock-beside = Кестенің қасында көрсету
dock-below = Кестенің астында көрсету
contexts-keys = J — келесі, K — алдыңғы, Enter — мәтінді ашу, Esc — жабу
contexts-pages = Контекст беттері
contexts-previous = ← Алдыңғы жолдар
contexts-next = Келесі жолдар →

## Сәйкестік себебі
why-form = сөздіктегідей жазылған
why-glob = үлгіге сай келеді
why-any = кез келген сөз
why-stem = түбір

## Мәтін
reader-legend = Белгіленген санаттар
reader-no-marks = Бұл бетте белгіленген сөз жоқ.
reader-mark = { $category }: { $entry }
reader-place = мәтіннің { $first }–{ $last } % аралығы
reader-pages-above = Мәтін беттері, жоғарғы
reader-pages-below = Мәтін беттері, төменгі
reader-previous = ← Алдыңғы бет
reader-next = Келесі бет →
reader-close = Жабу
reader-keys = J — келесі белгі, K — алдыңғы белгі, Esc — жабу

## Кесте астындағы түсіндірме
footnote-measure = Өлшем
footnote-formula = { $measure ->
    [count] { $policy ->
        [liwc] сәйкестік саны = санат сәйкестіктеріндегі сөздер саны
       *[other] сәйкестік саны = санаттың есепке алынған сәйкестіктері
    }
    [per-1000-words] { $policy ->
        [liwc] жиілік = санат сәйкестіктеріндегі сөздер ÷ мәтіндегі барлық сөз × 1000
       *[other] жиілік = санат сәйкестіктері ÷ мәтіндегі барлық сөз × 1000
    }
    [percent] { $policy ->
        [liwc] жиілік = санат сәйкестіктеріндегі сөздер ÷ мәтіндегі барлық сөз × 100
       *[other] жиілік = санат сәйкестіктері ÷ мәтіндегі барлық сөз × 100
    }
    [per-10000-characters] { $policy ->
        [liwc] жиілік = санат сәйкестіктеріндегі сөздер ÷ мәтіндегі барлық символ (бос орындармен) × 10 000
       *[other] жиілік = санат сәйкестіктері ÷ мәтіндегі барлық символ (бос орындармен) × 10 000
    }
   *[share] { $policy ->
        [liwc] үлес = санат сәйкестіктеріндегі сөздер ÷ сол мәтіннің барлық бағандағы сәйкес сөздері × 100 %
       *[other] үлес = санат сәйкестіктері ÷ сол мәтіннің барлық бағандағы сәйкестіктері × 100 %
    }
}
footnote-policy = Қиылысу ережесі
footnote-policy-sentence = { $policy ->
    [independent] санат ішінде ең ұзын, одан соң ең сол жақтағы сәйкестік есептеледі; санаттар бір-біріне әсер етпейді.
    [liwc] сөздер солдан оңға қарай, ең ұзын сәйкестіктен бастап алынады; n сөзден тұратын сәйкестік n болып саналады.
   *[longest] санат ішінде ең ұзын, одан соң ең сол жақтағы сәйкестік есептеледі; кез келген санаттың ұзынырақ сәйкестігі толық қамтыған сәйкестік есептелмейді.
}
footnote-letters = { $letters ->
    [as-written] Бас әріп пен кіші әріп ажыратылады.
   *[lower-case] Бас әріп пен кіші әріп ажыратылмайды.
}
footnote-signs = Белгілер
footnote-signs-sentence = ▲ ▼ — сан барлық мәтін бірдей болғандағы күтілген мәннен кемінде екі стандартты қатеге көп не аз; қанық түстісі — кемінде төрт қатеге (түзетілген қалдық, Haberman 1973). Бұл — көзге бағдар, статистикалық тест емес.
footnote-lexicon = Санаттар сөздігі
footnote-lexicon-title = { $entries ->
   *[other] { $title }, { $version } нұсқасы, { $shown } сөздік бірлігі
}
footnote-source = Дереккөзі: { $source }
footnote-licence = Лицензиясы: { $licence }

## Жұрнақтар мен жалғаулар
gloss-plural = көптік жалғауы
gloss-possessive-1 = тәуелдік жалғауы, I жақ
gloss-possessive-2 = тәуелдік жалғауы, II жақ
gloss-possessive-2-polite = тәуелдік жалғауы, II жақ, сыпайы
gloss-possessive-3 = тәуелдік жалғауы, III жақ
gloss-possessive-1-plural = тәуелдік жалғауы, I жақ, көпше
gloss-possessive-2-plural = тәуелдік жалғауы, II жақ, көпше
gloss-possessive-2-polite-plural = тәуелдік жалғауы, II жақ, сыпайы, көпше
gloss-nominative = атау септігі
gloss-genitive = ілік септігі
gloss-dative = барыс септігі
gloss-accusative = табыс септігі
gloss-locative = жатыс септігі
gloss-ablative = шығыс септігі
gloss-instrumental = көмектес септігі
gloss-attributive-locative = жатыс мәнді сын есім жұрнағы
gloss-genitive-pronoun = меншік мәнді жұрнақ
gloss-similative = теңеу жұрнағы
gloss-equative = -ша тұлғасы, «сияқты, бойынша»
gloss-abessive = жоқтықты білдіретін жұрнақ
gloss-proprietive = иелікті білдіретін жұрнақ
gloss-comparative = салыстырмалы шырай
gloss-superlative = күшейтпелі шырай
gloss-moderative = бәсең шырай
gloss-ordinal = реттік сан есім
gloss-measure = мөлшер мәнді жұрнақ
gloss-temporal = мезгіл мәнді жұрнақ
gloss-person-1 = жіктік жалғауы, I жақ
gloss-person-2 = жіктік жалғауы, II жақ
gloss-person-2-polite = жіктік жалғауы, II жақ, сыпайы
gloss-person-3 = жіктік жалғауы, III жақ
gloss-person-1-plural = жіктік жалғауы, I жақ, көпше
gloss-person-2-plural = жіктік жалғауы, II жақ, көпше
gloss-person-2-polite-plural = жіктік жалғауы, II жақ, сыпайы, көпше
gloss-passive = ырықсыз етіс
gloss-reflexive = өздік етіс
gloss-reciprocal = ортақ етіс
gloss-causative = өзгелік етіс
gloss-attenuative = қимылдың бәсеңдігі
gloss-negative = болымсыз етістік
gloss-negative-future = болымсыз келер шақ
gloss-past = өткен шақ
gloss-conditional = шартты рай
gloss-present = ауыспалы осы шақ немесе көсемше
gloss-future = болжалды келер шақ
gloss-participle-past = өткен шақ есімшесі
gloss-participle-habitual = дағдылы есімше
gloss-verbal-noun = тұйық етістік
gloss-converb = көсемше
gloss-converb-since = көсемше, «содан бері» немесе мақсат
gloss-converb-without = көсемше, «істемей»
gloss-wish = қалау рай
gloss-optative = қалау рай, тілек
gloss-optative-1 = бұйрық рай, I жақ
gloss-optative-3 = бұйрық рай, III жақ
gloss-optative-1-plural = бұйрық рай, I жақ, көпше
gloss-intention = мақсатты келер шақ
gloss-imperative = бұйрық рай
gloss-imperative-polite = бұйрық рай, сыпайы
gloss-imperative-plural = бұйрық рай, көпше
gloss-imperative-polite-plural = бұйрық рай, сыпайы, көпше
gloss-plea = өтініш
gloss-clitic = дефистен кейінгі шылау
gloss-abstract = туынды: дерексіз зат есім немесе қатыстық сын есім
gloss-agent = туынды: іс иесі
gloss-inclined = туынды: бейімділік
gloss-fellow = туынды: ортақтық
gloss-verb-making = туынды: етістік
gloss-instrument = туынды: құрал не дағды
gloss-result = туынды: қимыл нәтижесі
gloss-possessive = тәуелдік тұлға
gloss-adverb = үстеу
gloss-masculine = ер тегі
gloss-feminine = әйел тегі
gloss-neuter = бейтарап тек
gloss-plural-genitive = көпше, ілік септігі
gloss-plural-dative = көпше, барыс септігі
gloss-plural-instrumental = көпше, көмектес септігі
gloss-plural-locative = көпше, жатыс септігі
gloss-plural-possessive = көпше, тәуелдік тұлға
gloss-short = қысқа тұлға
gloss-present-1 = осы шақ, I жақ
gloss-present-2 = осы шақ, II жақ
gloss-present-3 = осы шақ, III жақ
gloss-present-plural-1 = осы шақ, I жақ, көпше
gloss-present-plural-2 = осы шақ, II жақ, көпше
gloss-present-plural-3 = осы шақ, III жақ, көпше
gloss-past-feminine = өткен шақ, әйел тегі
gloss-past-neuter = өткен шақ, бейтарап тек
gloss-past-plural = өткен шақ, көпше
gloss-gerund = көсемше немесе -ing тұлғасы
gloss-participle-present-active = осы шақ есімшесі
gloss-participle-present-passive = осы шақ есімшесі, ырықсыз
gloss-participle-past-active = өткен шақ есімшесі
gloss-participle-past-passive = өткен шақ есімшесі, ырықсыз
gloss-derived-noun = туынды зат есім
gloss-derived-noun-plural = туынды зат есім, көпше
gloss-derived-adjective = туынды сын есім
gloss-form = тұлға

## Түбірдегі өзгерістер
alternation-voicing = түбірдің соңғы дыбысы ұяңданды
alternation-elision = түбірдің қысаң дауыстысы түсті
alternation-high-vowel-loss = етістіктің соңғы ы, і дыбысы түсті
alternation-glide-merger = соңғы й келесі дауыстымен кірікті
alternation-lenition = соңғы п орнына у келді
alternation-lateral-loss = соңғы л түсті
alternation-soft-sign-loss = соңғы ь түсті
alternation-link-vowel = кірме сөзге дәнекер дауысты қосылды
alternation-cluster-loss = соңғы қос дауыссыз қысқарды
alternation-verbal-noun = -у тұлғасынан етістік түбірі алынды
alternation-fleeting-vowel = жылыстайтын дауысты
alternation-mutation = дыбыс алмасуы
alternation-doubling = дауыссыз қосарланды
alternation-irregular = ерекше тұлға
alternation-present-stem = осы шақ түбірі
alternation-past-stem = өткен шақ түбірі
alternation-plural-stem = көпше түбірі
alternation-short-stem = қысқа тұлға түбірі
alternation-palatalisation = дауыссыз жіңішкерді
alternation-suppletion = басқа түбір
alternation-e-drop = соңғы e түсті
alternation-adverb = туынды: үстеу
alternation-derived-noun = туынды: зат есім
alternation-derived-adjective = туынды: сын есім
alternation-ie-to-y = ie орнына y келді
alternation-y-to-i = y орнына i келді
alternation-spelling = жазылу нұсқасы

# Барлық мәтіннен іздеу: контекстердің орнында.
search-label = Барлық мәтіннен іздеу
search-hint = Сөз барлық тұлғасында, бірнеше сөз тіркес ретінде ізделеді; * белгісі кез келген әріптердің орнын басады.
search-none = Ешбір мәтінде кездеспейді.
search-found = Сәйкестік: { $lines }, мәтін: { $texts }
search-category = Санат
search-add = Санатқа қосу
search-added = «{ $pattern }» сөздіктегі «{ $category }» санатына қосылды.
