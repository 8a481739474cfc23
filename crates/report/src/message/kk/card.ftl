# Сөздік паспорты және оның сәйкестіктерінің бағалануы.

card-heading = «{ $title }» сөздігінің паспорты, { $version }
card-name = Сөздік паспорты
card-summary = Сөздік паспорты: мақсаты, санаттары, тексерілуі
card-purpose = Не үшін.
card-limits = Неге жарамайды.
card-categories = Санаттардың мағынасы
card-meaning = Мағынасы
card-counts = Саналады
card-counts-not = Саналмайды
card-example = «{ $text }»
card-more = Мұнда көрсетілмеген санат саны: { $shown }.
card-validation = Тексерілуі
card-figures = Тіл мен санат бойынша бағаланған сәйкестіктер; жақшада – Уилсонның 95 % аралықтары
card-sampled = Бағаланғаны
card-strict = Дәлдігі
card-lenient = Даулыларын қосқанда
card-coders = Кодтаушылар
card-kappa = Каппа
card-recall = Толықтығы
card-texts = Мәтіндер
card-version = Нұсқасы
card-date = Күні
card-all-categories = барлық санат
card-weaknesses = Белгілі кемшіліктері.
card-sources = Дереккөздері.
card-citation = Сілтеме жасау.
validation-none = { $language ->
    [kk] Бұл сөздік қазақша мәтіндерде тексерілмеген: сәйкестіктерінің қаншасы дұрыс екені белгісіз.
    [ru] Бұл сөздік орысша мәтіндерде тексерілмеген: сәйкестіктерінің қаншасы дұрыс екені белгісіз.
   *[en] Бұл сөздік ағылшынша мәтіндерде тексерілмеген: сәйкестіктерінің қаншасы дұрыс екені белгісіз.
}
validation-language = { $language ->
    [kk] Қазақша мәтіндер
    [ru] Орысша мәтіндер
   *[en] Ағылшынша мәтіндер
}: { $figures }; { $origin }. Жақшада – 95 % аралықтар.
validation-figures = { $count ->
   *[other] бағаланған сәйкестік
} – { $sampled }, дұрысы – { $correct }: { $strict }, даулыларын қосқанда { $lenient }
validation-origin = { $version } нұсқасы, { $date }, кодтаушы саны: { $coders }
methods-validation = Сөздік сәйкестіктерінің іріктемелерін кодтаушылар мәнмәтінінде оқып бағалады (жақшада – Уилсонның 95 % аралықтары): { $list }.
methods-validation-none = Сөздік файлында сәйкестіктерінің тексерілгені көрсетілмеген тілдер: { $list }.
