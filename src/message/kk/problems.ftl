# Енгізілген деректерде не дұрыс болмауы мүмкін. Кілттер — қате кодтары.
problem-at-column = { $file }, { $line }-жол, { $column }-баған: { $sentence }
problem-at-line = { $file }, { $line }-жол: { $sentence }
problem-in-file = { $file }: { $sentence }
text-invalid-utf8 = бұл UTF-8 кодтауындағы мәтін, бірақ { $offset }-орындағы байт оқылмайды. Файлды UTF-8 түрінде қайта сақтаңыз немесе кодтауын таңдаңыз.
text-unknown-encoding = бұл мәтіннің кодтауы танылмады: Tarazy оқитын кодтаулардың ешқайсысында ол қазақша, орысша не ағылшынша мәтін болып шықпайды. Кодтауын таңдаңыз немесе файлды UTF-8 түрінде сақтап, қайта қосыңыз.
text-encoding-guessed = мәтіннің кодтауы болжаммен анықталды: { $encoding }. Мәтінге қарап, әріптері қате болса, басқа кодтауды таңдаңыз.
text-encoding-replaced = мәтінде { $encoding } кодтауында мағынасы жоқ { $count } байт бар; олардың орнында � белгісі тұр.
text-empty = мәтін бос. Ішінде сөздері бар файл қосыңыз немесе мәтін қойыңыз.
text-too-large = мәтіннің көлемі — { $megabytes } МБ, шегі — { $limit } МБ. Оны бөліктерге бөліп, бір-бірлеп қосыңыз.
text-binary = бұл жай мәтін емес, екілік файл ({ $kind }). Оны жай мәтін түрінде сақтап, қайта қосыңыз.
text-language-unknown = мәтін тілі қазақ, орыс не ағылшын тілі емес, немесе мәтін тым қысқа. Сөздік бірліктері тек жазылған күйінде ғана сәйкес келеді; осы тілдердің бірі болса, оны таңдаңыз.
text-language-not-in-lexicon = сөздікте бұл тілде ({ $language }) бірліктер жоқ, сондықтан сәйкестік болмайды.
text-same-as = бұл мәтін { $title } мәтінімен бірдей.
lex-syntax = бұл TOML емес: { $reason }.
lex-unknown-key = пішімде бұл жерде { $key } кілті жоқ. Оны алып тастаңыз немесе пішім сипаттамасынан дұрысын табыңыз.
lex-missing-key = { $key } кілті жетіспейді.
lex-wrong-type = { $key } мәні мынадай болуы керек: { $expected ->
    [text] тырнақшадағы мәтін
    [number] сан
    [list] шаршы жақшадағы тізім
   *[table] кесте
 }.
lex-format = файлда { $found }-пішім көрсетілген; Tarazy бағдарламасының бұл нұсқасы 1-пішімді оқиды.
lex-id = «{ $id }» идентификатор бола алмайды: a–z әріптерін, цифрларды, дефис пен астыңғы сызықты қолданыңыз.
lex-duplicate-category = { $path } санаты екі рет кездеседі. Біріне басқа идентификатор беріңіз немесе бірліктерін біріктіріңіз.
lex-duplicate-entry = { $pattern } бірлігі { $path } санатында екі рет кездеседі; екіншісі есепке алынбады.
lex-language = «{ $code }» — Tarazy тілі емес: kk, ru не en деп жазыңыз.
lex-part-of-speech = «{ $name }» — сөз табы емес: noun, adjective, verb не name деп жазыңыз.
lex-value = { $key } мәні «{ $value }» бола алмайды. Рұқсат етілгені: { $allowed }.
lex-pattern-empty = үлгі бос.
lex-pattern-gap-at-edge = { $pattern } үлгісі аралықпен басталады не аяқталады; аралық екі сөздің арасында тұруы керек.
lex-pattern-gap = { $pattern } үлгісіндегі «{ $written }» аралық емес: екі нүкте қойып, 1 мен { $limit } арасындағы санды жазыңыз.
lex-pattern-bracket = { $pattern } үлгісінде жақшаның сыңары жоқ немесе іші бос.
lex-pattern-too-long = { $pattern } үлгісінде сөз саны { $limit } шегінен асады.
lex-mixed-alphabets = { $pattern } бірлігінде бір сөздің ішінде латын мен кирилл әріптері араласқан; ол көрінгеніндей сәйкес келмейді.
lex-unknown-category = тексеру { $path } үшін сан күтеді, ал сөздікте ондай санат жоқ.
lex-no-category = сөздікте бірде-бір санат жоқ.
lex-too-much = сөздік шектен асады: { $what ->
    [entries] бірлік саны
    [levels] санат деңгейі
   *[bytes] байт саны
 } { $limit } шегінен көп.
lex-unknown-builtin = кірістірілген { $id } сөздігі жоқ.
lex-test-failed = тексеру { $path } үшін { $found } санады, күтілгені { $expected }: { $text }
lex-test-policy = «{ $policy }» — қиылысу ережесі емес: longest, independent не liwc деп жазыңыз.
lex-encrypted = бұл файл мәтін емес: оны шығарушысы шифрлаған немесе ол екілік файл. Сөздікті жасаған бағдарламадан мәтіндік файл ретінде шығарып алыңыз.
lex-pattern-regex = { $pattern } үлгісіндегі «{ $written }» тұрақты өрнек емес: { $reason }.
loss-encoding = файл UTF-8 кодтамасында емес; оқылмаған әріптер � белгісімен көрсетілген. Файлды UTF-8 түрінде сақтап, қайта ашыңыз.
loss-encoding-guessed = { loss-effect }: файл Юникод кодтамасында емес; оқылған кодтамасы: { $encoding }. Әріптер қате болса, файлды UTF-8 түрінде сақтап, қайта ашыңыз.
loss-unknown-line = { loss-effect }: «{ $written }» жолы бұл пішімге белгісіз.
loss-unknown-category = { loss-effect }: «{ $term }» бірлігі { $reference } санатын көрсетеді, ал файлда ондай санат жоқ.
loss-no-category = { loss-effect }: «{ $term }» бірлігінің санаты жоқ.
loss-condition = { loss-effect }: «{ $term }» бірлігінің шартын сақтау мүмкін емес: { $written }.
loss-condition-guessed = { loss-effect }: «{ $term }» бірлігінің { $written } шарты пішім авторлары түсінетіндей оқылды.
loss-same-name = { loss-effect }: «{ $name }» санаты екі рет кездеседі; екіншісінің атауы енді «{ $renamed }».
loss-empty-category = «{ $name }» санатында бірде-бір бірлік жоқ.
loss-same-term = { loss-effect }: «{ $term }» бірлігі «{ $category }» санатында екі рет кездеседі.
loss-pattern = { loss-effect }: «{ $term }» үлгі ретінде оқылмайды.
loss-too-deep = { loss-effect }: «{ $name }» санаты { $limit } деңгейден терең орналасқан; бірліктері жоғарғы санатқа қосылды.
loss-too-many = { loss-effect }: сөздіктегі бірлік саны { $limit } шегінен аспауы керек; қалғаны алынбады.
loss-weight = { loss-effect }: «{ $written }» салмақ емес; «{ $term }» бірлігінің салмағы 1 деп алынды.
loss-effect = { $effect ->
    [dropped] алынбады
    [altered] өзгертілді
   *[guessed] болжам
 }
loss-inflection = { loss-effect }: «{ $term }» ол жерде тек жазылған күйінде ғана сәйкес келеді, түрленген тұлғалары есептелмейді.
loss-inexpressible = { loss-effect }: «{ $term }» бірлігін бұл пішімде жазу мүмкін емес.
loss-no-weights = { loss-effect }: бұл пішімде салмақ жоқ; «{ $term }» бірлігінің салмағы { $written } болған.
loss-flat = { loss-effect }: бұл пішімде ішкі санаттар жоқ; «{ $name }» санаты онда жеке тұр.
loss-one-category = { loss-effect }: бағдарлама әр бірлікті бір ғана санаттан күтеді; «{ $term }» бірлігі бірнеше санатта тұр.
loss-title-category = { loss-effect }: жоғарыдағы «{ $name }» санатында басқа санаттардан өзге ештеңе жоқ; ол сөздіктің атауы деп алынды.
loss-broken = { loss-effect }: файл осы жерде бүлінген, әрі қарай оқылмады: { $reason }.
loss-unweighted-term = { loss-effect }: «{ $term }» жолында салмақ жоқ; ол салмағы 1 болатын бірлік деп алынды.
loss-renamed = { loss-effect }: «{ $name }» санатының ондағы атауы — «{ $renamed }»: өз атауы басқаша оқылар еді.
