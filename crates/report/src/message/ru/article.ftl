# Таблицы и тексты в том виде, в каком они нужны в статье.
report-caption = Таблица { $number }. { $title }
report-title-categories = Категории словаря «{ $lexicon }» в текстах
report-title-table1 = Объём, особое содержание и преобладающие ценности текстов
methods-program = Тексты сопоставлены в программе Tarazy { $version }, которая подсчитывает в текстах слова и словосочетания из словаря категорий.
methods-texts = { $count ->
    [one] Проанализирован { $shown } текст: { $list }.
    [few] Проанализированы { $shown } текста: { $list }.
   *[other] Проанализировано { $shown } текстов: { $list }.
}
methods-text = { $title } ({ $language }, { $words ->
    [one] { $words-shown } слово
    [few] { $words-shown } слова
   *[other] { $words-shown } слов
}, { $characters ->
    [one] { $characters-shown } знак
    [few] { $characters-shown } знака
   *[other] { $characters-shown } знаков
})
methods-many-texts = { $count ->
    [one] Проанализирован { $shown } текст объёмом от { $least-words } до { $most-words } слов (от { $least-characters } до { $most-characters } знаков); всего слов: { $all-words }, знаков: { $all-characters }.
    [few] Проанализированы { $shown } текста объёмом от { $least-words } до { $most-words } слов (от { $least-characters } до { $most-characters } знаков); всего слов: { $all-words }, знаков: { $all-characters }.
   *[other] Проанализировано { $shown } текстов объёмом от { $least-words } до { $most-words } слов (от { $least-characters } до { $most-characters } знаков); всего слов: { $all-words }, знаков: { $all-characters }.
}
methods-language-kk = казахский
methods-language-ru = русский
methods-language-en = английский
methods-language-unknown = язык не определён
methods-languages-found = { $count ->
    [one] Язык { $shown } текста определён программой.
   *[other] Языки { $shown } текстов определены программой.
}
methods-languages-given = { $count ->
    [one] Язык { $shown } текста указан исследователем.
   *[other] Языки { $shown } текстов указаны исследователем.
}
methods-languages-unknown = { $count ->
    [one] Язык { $shown } текста не определён, поэтому словоизменение в нём не учитывалось.
   *[other] Языки { $shown } текстов не определены, поэтому словоизменение в них не учитывалось.
}
methods-languages-mixed = { $count ->
    [one] В { $shown } тексте есть предложения более чем на одном языке; каждое предложение сопоставлялось на своём языке.
   *[other] В { $shown } текстах есть предложения более чем на одном языке; каждое предложение сопоставлялось на своём языке.
}
methods-pretokenized = { $count ->
    [one] { $shown } текст дан по слову в строке и подсчитан по этим словам; исправлений в нём не было.
    [few] { $shown } текста даны по слову в строке и подсчитаны по этим словам; исправлений в них не было.
   *[other] { $shown } текстов даны по слову в строке и подсчитаны по этим словам; исправлений в них не было.
}
methods-writings = { $count ->
    [one] { $shown } казахский текст записан не кириллицей и сопоставлялся в кириллической записи.
    [few] { $shown } казахских текста записаны не кириллицей и сопоставлялись в кириллической записи.
   *[other] { $shown } казахских текстов записаны не кириллицей и сопоставлялись в кириллической записи.
}
methods-lexicon = Категории взяты из словаря «{ $title }» ({ $id }, версия { $version }, { $count ->
    [one] { $shown } статья
    [few] { $shown } статьи
   *[other] { $shown } статей
}, SHA-256 { $sha256 }).
methods-lexicon-source = Источник слов словаря: { $source }.
methods-lexicon-licence = Лицензия словаря: { $licence }.
methods-lexicon-changes = { $count ->
    [one] От словаря, входящего в программу, он отличается { $shown } статьёй.
   *[other] От словаря, входящего в программу, он отличается { $shown } статьями.
}
methods-levels-all = Каждая категория, имеющая собственные статьи, считалась отдельно; уровни словаря не объединялись.
methods-levels-up-to = Категории ниже уровня { $level } объединены с вышестоящей категорией этого уровня.
methods-levels-only = { $count ->
    [one] Категории определялись только уровнем { $levels } словаря; статьи, не входящие в этот уровень, не считались.
   *[other] Категории определялись только уровнями { $levels } словаря; статьи, не входящие ни в один из них, не считались.
}
methods-case-folded = Прописные и строчные буквы не различались.
methods-case-sensitive = Прописные и строчные буквы различались.
methods-words-kk = Казахские слова сопоставлялись по лемме: форма относится к статье словаря, если состоит из её основы и цепочки аффиксов, допустимой в казахском языке, и если другое известное слово не объясняет её лучше.
methods-words-ru = Русские слова сопоставлялись по лемме, во всех формах склонения и спряжения.
methods-words-en = Английские слова сопоставлялись по лемме, во всех правильных и неправильных формах.
methods-policy-longest = При пересечении совпадений применялось правило «longest»: совпадение, покрытое более длинным совпадением любой категории, не считается.
methods-policy-independent = При пересечении совпадений применялось правило «independent»: внутри категории считается самое длинное совпадение, категории друг от друга не зависят.
methods-policy-liwc = При пересечении совпадений применялось правило «liwc»: слова расходуются слева направо, начиная с самого длинного совпадения, и совпадение из n слов считается за n.
methods-negation-ignore = Совпадения под отрицанием считались наравне с остальными.
methods-negation-leave-out = Совпадения, которыми управляет слово отрицания, не считались.
methods-negation-builtin = Список слов отрицания, входящий в программу, применялся для языков: { $languages }.
methods-negation-own = Список слов отрицания из словаря категорий применялся для языков: { $languages }.
methods-measure-count = В таблицах приведено число совпадений.
methods-measure-per-1000-words = В таблицах приведено число совпадений на 1000 слов текста; числа входят в счёт слов.
methods-measure-percent = В таблицах приведено число совпадений на 100 слов текста; числа входят в счёт слов.
methods-measure-share = В таблицах приведена доля категории от всех совпадений текста в показанных категориях, в процентах.
methods-measure-per-10000-characters = В таблицах приведено число совпадений на 10 000 знаков текста с пробелами.
methods-weights = Во взвешенных показателях складываются веса совпавших статей, а не считается за единицу каждое совпадение.
methods-repairs = До подсчёта исправлены слова: { $list }.
methods-repairs-none = Слова до подсчёта не исправлялись.
methods-repairs-left = Оставлены как есть слова, которые можно было исправить: { $list }.
latex-program = Компилируется в XeLaTeX или LuaLaTeX.
latex-packages = Для части ниже нужны пакеты array, booktabs, longtable и caption.
latex-begin = Начало части для вставки в статью.
latex-end = Конец части для вставки в статью.
report-sheet-categories = Категории
report-sheet-table1 = Таблица 1
report-sheet-counts = Число совпадений
report-sheet-methods = Методика
report-sheet-lexicon = Словарь
report-texts = Тексты и SHA-256 их байтов: { $list }.
report-case-sensitive = Буквы: прописные и строчные различались.
methods-heading = Методика
references-heading = Литература
appendix-heading = Приложение. Словарь «{ $title }»
appendix-any = Статьи для любого языка
appendix-category = Категория
appendix-language = Язык
appendix-entry = Статья словаря
appendix-weight = Вес
appendix-concept = Понятие
appendix-conditions = Условия
appendix-note = Примечание
report-sha256 = SHA-256
report-encoding = Кодировка
appendix-excluded = Исключения
appendix-shared = Общие списки исключений
reference-software = Программа для ЭВМ
reference-lexicon = Словарь категорий
reference-study = Данные исследования
reference-version = версия { $version }
reference-electronic = Текст : электронный
reference-no-year = б. г.
reference-apa-version = версия { $version }
reference-licence = Лицензия: { $licence }
cli-needs-output = Формат { $format } не текстовый: укажите файл, в который записать, через --output.
