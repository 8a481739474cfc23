# Келіп түскен файлдар: оқу, мәтіндер кестесі, мәтіндер туралы деректер.
intake-progress = Файлдар оқылып жатыр: { $all } файлдан { $done } дайын ({ $name })
intake-cancel = Оқуды тоқтату
intake-refused = { $count ->
    [one] { $shown } файл оқылмады
   *[other] { $shown } файл оқылмады
 }
intake-refused-more = { $count ->
    [one] тағы { $shown } файл: осылардың бірін жапқанда көрсетіледі
   *[other] тағы { $shown } файл: осыларды жапқан сайын көрсетіледі
 }
intake-dismiss-all = Барлығын жабу
intake-dismiss = Жабу: { $name }
document-no-reader = бұл файлды осы жерде оқу мүмкін емес: бағдарламаның құжат оқитын бөлігі мұнда жоқ. Tarazy бағдарламасының өзін ашыңыз немесе файлды жай мәтін ретінде сақтаңыз.
lexicon-no-reader = бұл — басқа бағдарламаның сөздік пішімі, ал мұндай пішімдерді оқитын және жазатын бөлік мұнда жоқ. Tarazy бағдарламасының өзін ашыңыз немесе оның өз пішіміндегі (.toml) сөздіктермен жұмыс істеңіз.
document-reader-ended = файлды оқу аяғына жетпей үзілді: ол бүлінген немесе осы браузердің жадына тым үлкен болуы мүмкін. Қалған файлдар оқылды. Файлды өзі жасалған бағдарламада ашып, жай мәтін ретінде сақтаңыз.
table-heading = Мәтіндер қай бағанда? { $name }
table-rows = { $count ->
    [one] Кестеде { $shown } жол бар.
   *[other] Кестеде { $shown } жол бар.
 }
table-others = { $count ->
    [one] Бұдан кейін тағы { $shown } кесте күтіп тұр.
   *[other] Бұдан кейін тағы { $shown } кесте күтіп тұр.
 }
table-first-rows = Кестенің алғашқы жолдары
table-separator = Бөлгіш
table-separator-comma = үтір
table-separator-semicolon = нүктелі үтір
table-separator-tab = табуляция
table-separator-bar = тік сызық
table-head = Бірінші жолда баған атаулары тұр
table-role = Бағанның қызметі: { $name }
table-role-text = мәтін
table-role-title = атауы
table-role-data = дерек
table-role-ignored = алынбайды
table-no-text = Мәтіндер тұрған бағанды таңдаңыз.
table-add = { $count ->
    [one] { $shown } мәтін қосу
   *[other] { $shown } мәтін қосу
 }
table-whole = Бүкіл кестені бір мәтін етіп қосу
table-lexicon = Сөздік ретінде ашу
table-leave-out = Бұл файлды қоспау
pasted-table = қойылған кесте
split-offer = { $name } мәтіні дефис сызықтарымен бөлінген; бөлік саны: { $count }.
split-do = Бөлек мәтіндер жасау: { $count }
history-metadata-set = мәтіндер туралы дерек берілді, біріншісі: { $name }
history-read-again = мәтін файлдан басқаша оқылды: { $name }
card-source = { $format }
card-left-out = Алынбады: { $kinds }
card-include = Қай бөліктер саналады
card-part = { $kind ->
    [headers] жоғарғы колонтитулдар
    [footers] төменгі колонтитулдар
    [comments] түсініктемелер
    [deleted-text] өшірілген жерлер
    [hidden-text] жасырын жерлер
    [alternative-text] сурет сипаттамалары
    [navigation] мәзір және негізгі мәтіннің айналасындағы басқа бөліктер
    [notes] сілтеме ескертпелер
   *[hidden-sheets] жасырын парақтар
 }
card-data = Деректер
names-heading = Файл атауларындағы деректер
names-why = Файлдарыңыздың атаулары бір үлгіде құрылған. Атау бөліктері мәтін туралы дерекке айналады, мысалы, партия мен жыл.
names-pattern = Атаулар үлгісі
names-pattern-hint = Әр деректің атауын ирек жақшаға алыңыз, мысалы, { $example }.
names-fits = { $count ->
    [one] { $all } атаудың { $shown } атауы үлгіге сай.
   *[other] { $all } атаудың { $shown } атауы үлгіге сай.
 }
names-others = { $count ->
    [one] { $shown } атау үлгіге сай емес: оның мәтініне дерек қосылмайды.
   *[other] { $shown } атау үлгіге сай емес: олардың мәтіндеріне дерек қосылмайды.
 }
names-use = Дерек ретінде алу
names-invalid = Бұл үлгіні оқу мүмкін емес: әр деректі ирек жақшада бір рет атаңыз, қатар тұрған екеуінің арасына басқа таңба қойыңыз.
data-table = Қосылған мәтіндер туралы дерек ретінде алу
data-table-fits = { $count ->
    [one] { $name } бағанында { $all } мәтініңіздің { $shown } мәтіні аталған.
   *[other] { $name } бағанында { $all } мәтініңіздің { $shown } мәтіні аталған.
 }
texts-find = Мәтін іздеу
texts-found-none = Атауы ондай мәтін жоқ.
texts-more = { $count ->
    [one] Тағы { $shown } мәтін бар; атауы бойынша іздеңіз.
   *[other] Тағы { $shown } мәтін бар; атауы бойынша іздеңіз.
 }
text-open = Мәтінді ашып көрсету: { $title }
text-close = Мәтінді жию: { $title }
add-folder = Қалта таңдау
