# Рисунки, методика и файлы для статьи на странице.
key-figures = перейти к рисункам
figures-kind = Вид рисунка
figures-kind-grouped-bars = Полосы
figures-kind-stacked-bars = Доли
figures-kind-heat-map = Тепловая карта
figures-kind-dispersion = Рассеяние
figures-title = Название (если пусто — обычное)
figures-categories = Показано категорий: { $count }, не больше { $most }
figures-no-categories = Выберите хотя бы одну категорию.
figures-wait = Рисунок готовится.
figures-save-svg = Сохранить как SVG
figures-save-png = Сохранить как PNG
figures-no-png = Изображение здесь нельзя создать или сохранить. Ниже тот же рисунок в виде файла SVG: выделите всё, скопируйте и сохраните с расширением .svg.
figures-keys = Стрелки переводят от одной отметки к другой, Enter открывает её совпадения.
figures-twin = Тот же рисунок в виде таблицы
figures-too-many-marks = { $count ->
    [one] На рисунке { $shown } отметка — слишком много, чтобы показать его на странице. Сохраните его в файл или прочитайте таблицу ниже.
    [few] На рисунке { $shown } отметки — слишком много, чтобы показать его на странице. Сохраните его в файл или прочитайте таблицу ниже.
   *[other] На рисунке { $shown } отметок — слишком много, чтобы показать его на странице. Сохраните его в файл или прочитайте таблицу ниже.
}
decimal-sign = Десятичный знак
decimal-sign-language = как принято в языке
decimal-sign-point = точка
decimal-sign-comma = запятая
export-style = Оформление файлов
export-transposed = Тексты столбцами
export-style-why = Для сохраняемого и копируемого; CSV и JSON остаются в виде, удобном программам.
export-binary-why = Сохранять файлы здесь нельзя, а { $format } нельзя скопировать как текст. Можно скопировать:
methods-open = Методика и ссылки для статьи
methods-wait = Текст готовится.
methods-copy = Скопировать
methods-copied = Текст скопирован.
methods-save = Сохранить вместе со ссылками как
methods-style = Оформление ссылок
methods-style-gost = ГОСТ
methods-style-apa = APA
methods-style-bibtex = BibTeX
methods-style-ris = RIS
methods-save-references = Сохранить ссылки
methods-appendix = Словарь как приложение
methods-appendix-why = Все категории со всеми статьями, как они записаны в словаре.
methods-binary = Это не текстовый формат, скопировать его нельзя, а сохранять файлы здесь запрещено. Скопировать можно LaTeX, HTML и Markdown.
piece-no-writer = эта программа не умеет писать статьи.
