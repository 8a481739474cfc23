# Мәтінде не түзетілгені: карточкада, түзетулер тізімінде, кестенің астында, оқу кезінде.

## Тізімде, санымен
repairs-mojibake = { $count ->
   *[other] { $shown } сөзде ескі қаріп әріптері
}
repairs-composition = { $count ->
   *[other] { $shown } сөзде құрама әріптер
}
repairs-invisible = { $count ->
   *[other] { $shown } сөзде көрінбейтін таңбалар
}
repairs-hyphen = { $count ->
   *[other] { $shown } сөзде бөтен дефис
}
repairs-similar-letter = { $count ->
   *[other] { $shown } сөзде ұқсас әріптер
}
repairs-look-alike = { $count ->
   *[other] { $shown } сөзде егіз әріптер
}
repairs-line-end-hyphen = { $count ->
   *[other] жол соңында { $shown } тасымал
}
repairs-made = Түзетілді: { $list }
repairs-left = Өзгеріссіз қалды: { $list }
repairs-encoding = { $encoding } кодтауымен оқылды
repairs-open = Мәтінде не түзетілді: { $title }

## Түзетулер тізімі
receipt-heading = Түзетулер:
receipt-why = Дұрыс сияқты көрінгенімен, шын мәнінде бөтен таңбалар санау алдында түзетіледі, әйтпесе сөздер табылмайды. Қате жазылған сөздер сол күйінде қалады, файлдың өзі де өзгермейді. Түзетудің әр түрін осы жерде қайтаруға болады, сандар бірден жаңарады.
receipt-save = Түзетілген мәтінді сақтау
receipt-read = Мәтінді оқу
receipt-waits = Түзетулер тізімі жасалып жатыр.
receipt-clean = Түзететін ештеңе табылмады.
receipt-repaired = { $count ->
   *[other] { $shown } сөз түзетілді
}
receipt-left = { $count ->
   *[other] { $shown } сөз өзгеріссіз қалды
}
receipt-undo = Өзгеріссіз қалдыру
receipt-undo-kind = Өзгеріссіз қалдыру: { $kind }
receipt-repair = Түзету
receipt-repair-kind = Түзету: { $kind }
receipt-before = Түпнұсқада
receipt-after = Санауда
receipt-would-be = Түзетілсе
receipt-times = Саны
receipt-more = { $count ->
   *[other] … және тағы { $shown } түрлі сөз.
}
receipt-show = { $shown } сөзді көрсету

receipt-encoding = Кодтау
receipt-encoding-chosen = { $encoding } кодтауымен оқылды: оны өзіңіз таңдадыңыз.
receipt-encoding-certain = { $encoding } кодтауымен оқылды, күмән жоқ.
receipt-encoding-found = { $encoding } кодтауымен оқылды: әріптер осылай ең жақсы үйлеседі (сенімділігі { $percent } %).
receipt-encoding-doubtful = { $encoding } кодтауымен оқылды, бірақ бұл анық емес (сенімділігі { $percent } %). Төмендегі жолдарға қараңыз: әріптер дұрыс болмаса, басқа кодтауды таңдаңыз.
receipt-excerpt = Мәтіннен үзінді
encoding-read-as = Оқу кодтауы
encoding-choose = кодтауды таңдаңыз
encoding-auto = авто
encoding-auto-found = авто: { $encoding }

repair-mojibake = Ескі қаріптің немесе қате кодтаудың әріптері
repair-mojibake-why = Мәтін ескі қаріппен терілген немесе бір кезде бөтен кестемен оқылған, сондықтан қазақ не орыс әріптерінің орнында басқа әріптер тұр. Олар өз орнына қайтарылды.
repair-composition = Құрама әріптер мен лигатуралар
repair-composition-why = Бір әріп екі таңбамен (й орнына и мен бөлек доғаша) немесе екі әріп бір таңбамен (ﬁ) жазылған. Көзге бірдей, ал компьютер үшін бөлек сөз. Әрқайсысы бір бүтін әріпке айналады.
repair-invisible = Көрінбейтін таңбалар
repair-invisible-why = Жұмсақ тасымал белгісі, ені нөлге тең бос орын, бағыт белгілері көзге көрінбейді, бірақ сөздің ішінде тұрады. Олар алып тасталды.
repair-hyphen = Бөтен дефистер
repair-hyphen-why = Дефиске ұқсас таңба бірнешеу. Сөз ішінде бәрі кәдімгі дефиске айналады.
repair-similar-letter = Қазақ әріптеріне ұқсас әріптер
repair-similar-letter-why = Қазақша перне не қаріп болмағандықтан, пішіні ұқсас әріп алынған: ң орнына ӊ, ә орнына ə. Кирилл сөздерінде ол қазақ әрпіне айналады.
repair-look-alike = Егіз әріптер
repair-look-alike-why = Латынның i, a, e, o әріптерін кирилл әріптерінен көзбен айыру мүмкін емес, бірақ екі әліпби араласқан сөз іздегенде табылмайды. Ондай әріп сөз жазылған әліпбидің әрпіне ауыстырылды; түгел латынша жазылған сөздер сол күйінде қалды.
repair-line-end-hyphen = Жол соңында бөлінген сөздер
repair-line-end-hyphen-why = Келесі жолға тасымалданған сөз екі бөлек сөз болып саналады. Бөліктер біріктірілді; сөздің өз дефисі орнында қалады.

## Кестенің астында
footnote-repairs = Түзетулер
footnote-repairs-made = Санау алдында түзетілді: { $list }.
footnote-repairs-left = Өзгеріссіз қалды: { $list }.
footnote-receipts = Түзетулер тізімдері
footnote-receipts-more = { $count ->
   *[other] және тағы { $shown } мәтін
}

## Оқу кезінде
reader-repairs = { $count ->
   *[other] { $shown } түзетуді көрсету
}
reader-source = түпнұсқада: { $source }

## Тарих пен хабарлар
history-encoding-set = мәтіннің кодтауы өзгертілді: { $name }
history-repair-undone = мәтіндегі түзету қайтарылды: { $name }
history-repair-done = мәтін түзетілді: { $name }
text-reading-refused = бұл мәтінді { $encoding } кодтауымен оқу мүмкін емес, сондықтан ол бұрынғыша оқылады. Басқа кодтауды таңдаңыз.
