# Енгізілген деректерде не дұрыс болмауы мүмкін. Кілттер — қате кодтары.
problem-at-column = { $file }, { $line }-жол, { $column }-баған: { $sentence }
problem-at-line = { $file }, { $line }-жол: { $sentence }
problem-in-file = { $file }: { $sentence }
text-invalid-utf8 = бұл UTF-8 кодтауындағы мәтін емес: { $offset }-орындағы байт оқылмайды. Файлды UTF-8 түрінде сақтап, қайта қосыңыз.
text-empty = мәтін бос. Ішінде сөздері бар файл қосыңыз немесе мәтін қойыңыз.
text-too-large = мәтіннің көлемі — { $megabytes } МБ, шегі — { $limit } МБ. Оны бөліктерге бөліп, бір-бірлеп қосыңыз.
text-binary = бұл жай мәтін емес, екілік файл ({ $kind }). Оны жай мәтін (UTF-8) түрінде сақтап, қайта қосыңыз.
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
