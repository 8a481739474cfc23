# Таблица, таблица 1, контексты, текст, примечание.

## Таблица
table-empty = Текстов пока нет: добавьте файлы или вставьте текст — подсчёт начнётся сразу.
table-measure = { $measure ->
    [count] Число совпадений
    [per-1000-words] Частота на 1000 слов
    [percent] Частота на 100 слов
    [per-10000-characters] Частота на 10 000 знаков
   *[share] Доля от всех совпадений, %
}
table-subject = { $count ->
    [one] { $shown } текст по категориям словаря
    [few] { $shown } текста по категориям словаря
   *[many] { $shown } текстов по категориям словаря
}
table-column-text = Текст
table-column-language = Язык
table-column-characters = Знаков
table-column-words = Слов
table-column-total = Всего
table-language = { $code ->
    [kk] казахский
    [ru] русский
    [en] английский
   *[und] язык не распознан
}

## Одна ячейка
cell-count = { $policy ->
    [liwc] { $count ->
        [one] { $shown } совпавшее слово
        [few] { $shown } совпавших слова
       *[many] { $shown } совпавших слов
    }
   *[other] { $count ->
        [one] { $shown } совпадение
        [few] { $shown } совпадения
       *[many] { $shown } совпадений
    }
}
cell-sentence = { $measure ->
    [count] { cell-count }, правило пересечений: { $policy }
    [per-1000-words] { $base ->
        [one] { cell-count } на { $shown-base } слово = { $value } на 1000 слов, правило пересечений: { $policy }
        [few] { cell-count } на { $shown-base } слова = { $value } на 1000 слов, правило пересечений: { $policy }
       *[many] { cell-count } на { $shown-base } слов = { $value } на 1000 слов, правило пересечений: { $policy }
    }
    [percent] { $base ->
        [one] { cell-count } на { $shown-base } слово = { $value } на 100 слов, правило пересечений: { $policy }
        [few] { cell-count } на { $shown-base } слова = { $value } на 100 слов, правило пересечений: { $policy }
       *[many] { cell-count } на { $shown-base } слов = { $value } на 100 слов, правило пересечений: { $policy }
    }
    [per-10000-characters] { $base ->
        [one] { cell-count } на { $shown-base } знак = { $value } на 10 000 знаков, правило пересечений: { $policy }
        [few] { cell-count } на { $shown-base } знака = { $value } на 10 000 знаков, правило пересечений: { $policy }
       *[many] { cell-count } на { $shown-base } знаков = { $value } на 10 000 знаков, правило пересечений: { $policy }
    }
   *[share] { cell-count } из { $shown-base } во всех столбцах = { $value } %, правило пересечений: { $policy }
}
cell-without-base = { $measure ->
    [share] в тексте нет ни одного совпадения, поэтому нет и доли
    [per-10000-characters] в тексте нет знаков, частоту вычислить нельзя
   *[other] в тексте нет слов, частоту вычислить нельзя
}
cell-only-signs = все совпадения — знаки (эмодзи, % и подобные), а не слова, поэтому частоты на число слов нет
cell-name = { $text }, { $column }: { $sentence }
cell-name-deviating = { $name }; { $deviation }
cell-deviation = { $direction ->
    [above] больше ожидаемого, скорректированный остаток +{ $size }
   *[below] меньше ожидаемого, скорректированный остаток −{ $size }
}
explained-hint = Наведите указатель на число, чтобы увидеть, из чего оно сложилось. Нажмите на него, чтобы прочесть строки текста.
explained-forms = { $count ->
    [one] { $shown } форма:
    [few] { $shown } формы:
   *[many] { $shown } форм:
}
explained-more = { $count ->
    [one] и ещё { $shown } форма, совпадений: { $matches }
    [few] и ещё { $shown } формы, совпадений: { $matches }
   *[many] и ещё { $shown } форм, совпадений: { $matches }
}
explained-shadowed = { $count ->
    [one] { $shown } совпадение не засчитано: оно лежит внутри более длинного.
    [few] { $shown } совпадения не засчитаны: они лежат внутри более длинных.
   *[many] { $shown } совпадений не засчитано: они лежат внутри более длинных.
}
explained-excluded = { $count ->
    [one] { $shown } совпадение исключено условиями словаря.
    [few] { $shown } совпадения исключены условиями словаря.
   *[many] { $shown } совпадений исключено условиями словаря.
}
one-text-previous = Предыдущий текст
one-text-next = Следующий текст
one-text-choose = Выбрать текст
one-text-size = { $language } · знаков: { $characters } · слов: { $words }

## Таблица 1
table1-caption = Таблица 1. Объём, особое содержание и преобладающие ценности
table1-size = Объём (знаков)
table1-with-spaces = с пробелами
table1-without-spaces = без пробелов
table1-label-with-spaces = Знаков с пробелами
table1-label-without-spaces = Знаков без пробелов
table1-special = Особое содержание
table1-dominant = Преобладающие ценности
table1-words = Отличительные слова:
table1-percent = { $percent } %
table1-topic-name = { $count ->
    [one] { $text }, { $topic }: { $shown } совпадение, { $rate } на 1000 слов. Открыть строки текста
    [few] { $text }, { $topic }: { $shown } совпадения, { $rate } на 1000 слов. Открыть строки текста
   *[many] { $text }, { $topic }: { $shown } совпадений, { $rate } на 1000 слов. Открыть строки текста
}
table1-value-name = { $count ->
    [one] { $text }, { $value }: { $share } от { $shown } совпадения. Открыть строки текста
   *[other] { $text }, { $value }: { $share } от { $shown } совпадений. Открыть строки текста
}
table1-note-size = Объём: число символов Юникода после нормализации (NFC), конец строки считается одним знаком. «Без пробелов» — без пробельных символов всех видов.
table1-rule-special = { $rate ->
    [0] Особым содержанием считается каждая тема, у которой в тексте не менее { $matches-shown } { $matches ->
        [one] совпадения
       *[other] совпадений
    }.
   *[other] Особым содержанием считается каждая тема, у которой в тексте не менее { $matches-shown } { $matches ->
        [one] совпадения
       *[other] совпадений
    } и не менее { $rate-shown } { $rate ->
        [one] совпадения
       *[other] совпадений
    } на 1000 слов.
}
table1-rule-words = Отличительными названы слова, которые встречаются чаще, чем в остальных текстах на том же языке, с логарифмическим отношением правдоподобия G² не меньше 10,83; сначала самые отличительные.
table1-rule-dominant = { $ranked ->
    [values] Преобладающие ценности — наименьший набор ценностей, на который приходится больше половины совпадений всех ценностей (n).
   *[values-and-topics] Преобладающие ценности — наименьший набор ценностей и тем, на который приходится больше половины совпадений всех ценностей и тем (n).
} Равные называются вместе; если n меньше { $least }, не называется ни одна.
table1-note-numbers = У темы указано число совпадений на 1000 слов, у слова — число употреблений, у преобладающей ценности — доля от n.
table1-none = нет
table1-rests-on = { $count ->
    [one] n = { $shown } совпадение
    [few] n = { $shown } совпадения
   *[many] n = { $shown } совпадений
}
table1-limits = Пороги таблицы 1
table1-topics-compete = Сравнивать темы наравне с ценностями
table1-special-rate = Особое содержание: совпадений на 1000 слов, не менее
table1-special-matches = Особое содержание: совпадений в тексте, не менее
table1-dominant-matches = Преобладающие ценности: n, не менее

## Контексты
contexts-all-texts = Все тексты
contexts-range = { $first }–{ $last }
contexts-count = { $range } из { $total }
contexts-none = Здесь нет засчитанных совпадений.
contexts-none-with = Строк с такими словами нет.
contexts-selection = Строки и их порядок
contexts-order = Порядок
contexts-order-text = по текстам
contexts-order-match = по совпадению
contexts-order-right = по словам справа
contexts-order-left = по словам слева
contexts-extent = Контекст
contexts-extent-line = одна строка
contexts-extent-wide = 200 знаков
contexts-extent-sentence = предложение
contexts-extent-paragraph = абзац
contexts-filter = Со словами
contexts-sample = Случайная выборка
contexts-sample-all = все строки
contexts-column-left = Слева
contexts-column-match = Совпадение
contexts-column-right = Справа
contexts-column-why = Статья словаря и причина совпадения
contexts-place = абзац { $paragraph }, предложение { $sentence }
contexts-quotation = «{ $text }» ({ $title }, { $place })
contexts-copy = Копировать
contexts-copy-of = Скопировать строку с «{ $form }» и указанием места
contexts-copied = Строка скопирована вместе с её местом в тексте.
contexts-save = Сохранить
contexts-save-group = Сохранить все строки
contexts-sheet = Контексты
contexts-title = «{ $category }» в контексте
contexts-lines = Строк: { $shown } из { $total }
contexts-paragraph = Абзац
contexts-sentence = Предложение
contexts-close = Закрыть
dock-beside = Показывать рядом с таблицей
dock-below = Показывать под таблицей
contexts-keys = J — следующая, K — предыдущая, Enter — открыть текст, Esc — закрыть
contexts-pages = Страницы контекстов
contexts-previous = ← Предыдущие строки
contexts-next = Следующие строки →

## Причина совпадения
why-form = как в словаре
why-glob = по шаблону
why-any = любое слово
why-stem = основа

## Текст
reader-legend = Отмеченные категории
reader-no-marks = На этой странице нет отмеченных слов.
reader-mark = { $category }: { $entry }
reader-place = { $first }–{ $last } % текста
reader-pages-above = Страницы текста, вверху
reader-pages-below = Страницы текста, внизу
reader-previous = ← Предыдущая страница
reader-next = Следующая страница →
reader-close = Закрыть
reader-keys = J — следующая отметка, K — предыдущая, Esc — закрыть

## Примечание под таблицей
footnote-measure = Мера
footnote-formula = { $measure ->
    [count] { $policy ->
        [liwc] число совпадений = слова в совпадениях категории
       *[other] число совпадений = засчитанные совпадения категории
    }
    [per-1000-words] { $policy ->
        [liwc] частота = слова в совпадениях категории ÷ все слова текста × 1000
       *[other] частота = совпадения категории ÷ все слова текста × 1000
    }
    [percent] { $policy ->
        [liwc] частота = слова в совпадениях категории ÷ все слова текста × 100
       *[other] частота = совпадения категории ÷ все слова текста × 100
    }
    [per-10000-characters] { $policy ->
        [liwc] частота = слова в совпадениях категории ÷ все знаки текста (с пробелами) × 10 000
       *[other] частота = совпадения категории ÷ все знаки текста (с пробелами) × 10 000
    }
   *[share] { $policy ->
        [liwc] доля = слова в совпадениях категории ÷ слова в совпадениях всех столбцов того же текста × 100 %
       *[other] доля = совпадения категории ÷ совпадения всех столбцов того же текста × 100 %
    }
}
footnote-policy = Правило пересечений
footnote-policy-sentence = { $policy ->
    [independent] внутри категории засчитывается самое длинное совпадение, затем самое левое; категории друг на друга не влияют.
    [liwc] слова берутся слева направо, начиная с самого длинного совпадения; совпадение из n слов считается за n.
   *[longest] внутри категории засчитывается самое длинное совпадение, затем самое левое; совпадение, целиком покрытое более длинным из любой категории, не засчитывается.
}
footnote-letters = { $letters ->
    [as-written] Прописные и строчные буквы различаются.
   *[lower-case] Прописные и строчные буквы не различаются.
}
footnote-signs = Знаки
footnote-signs-sentence = ▲ ▼ — число не менее чем на две стандартные ошибки больше или меньше ожидаемого, если бы все тексты были одинаковы; насыщенные — не менее чем на четыре (скорректированный остаток, Haberman 1973). Это подсказка для глаза, а не статистический тест.
footnote-lexicon = Словарь категорий
footnote-lexicon-title = { $entries ->
    [one] { $title }, версия { $version }, { $shown } статья
    [few] { $title }, версия { $version }, { $shown } статьи
   *[many] { $title }, версия { $version }, { $shown } статей
}
footnote-source = Источник: { $source }
footnote-licence = Лицензия: { $licence }

## Суффиксы и окончания
gloss-plural = множественное число
gloss-possessive-1 = притяжательность, 1-е лицо
gloss-possessive-2 = притяжательность, 2-е лицо
gloss-possessive-2-polite = притяжательность, 2-е лицо, вежливо
gloss-possessive-3 = притяжательность, 3-е лицо
gloss-possessive-1-plural = притяжательность, 1-е лицо мн. ч.
gloss-possessive-2-plural = притяжательность, 2-е лицо мн. ч.
gloss-possessive-2-polite-plural = притяжательность, 2-е лицо мн. ч., вежливо
gloss-nominative = именительный падеж
gloss-genitive = родительный падеж
gloss-dative = дательный падеж
gloss-accusative = винительный падеж
gloss-locative = местный (предложный) падеж
gloss-ablative = исходный падеж
gloss-instrumental = творительный падеж
gloss-attributive-locative = «находящийся в»
gloss-genitive-pronoun = «принадлежащий»
gloss-similative = уподобление, «как»
gloss-equative = «по-, на манер»
gloss-abessive = отсутствие, «без»
gloss-proprietive = обладание, «имеющий»
gloss-comparative = сравнительная степень
gloss-superlative = превосходная степень
gloss-moderative = смягчение признака
gloss-ordinal = порядковое числительное
gloss-measure = мера, «величиной в»
gloss-temporal = время, «относящийся ко времени»
gloss-person-1 = 1-е лицо
gloss-person-2 = 2-е лицо
gloss-person-2-polite = 2-е лицо, вежливо
gloss-person-3 = 3-е лицо
gloss-person-1-plural = 1-е лицо мн. ч.
gloss-person-2-plural = 2-е лицо мн. ч.
gloss-person-2-polite-plural = 2-е лицо мн. ч., вежливо
gloss-passive = страдательный залог
gloss-reflexive = возвратность
gloss-reciprocal = взаимный залог
gloss-causative = понудительный залог
gloss-attenuative = ослабленное действие
gloss-negative = отрицание
gloss-negative-future = отрицание в будущем
gloss-past = прошедшее время
gloss-conditional = условное наклонение
gloss-present = настояще-будущее время или деепричастие
gloss-future = будущее предположительное
gloss-participle-past = причастие прошедшего времени
gloss-participle-habitual = причастие обычного действия
gloss-verbal-noun = имя действия
gloss-converb = деепричастие
gloss-converb-since = деепричастие, «с тех пор как» или цель
gloss-converb-without = деепричастие, «не сделав»
gloss-wish = желание
gloss-optative = пожелание
gloss-optative-1 = побуждение, 1-е лицо
gloss-optative-3 = побуждение, 3-е лицо
gloss-optative-1-plural = побуждение, 1-е лицо мн. ч.
gloss-intention = намерение
gloss-imperative = повелительное наклонение
gloss-imperative-polite = повелительное наклонение, вежливо
gloss-imperative-plural = повелительное наклонение, мн. ч.
gloss-imperative-polite-plural = повелительное наклонение, мн. ч., вежливо
gloss-plea = просьба
gloss-clitic = частица через дефис
gloss-abstract = производное: отвлечённое существительное или относительное прилагательное
gloss-agent = производное: деятель
gloss-inclined = производное: склонность
gloss-fellow = производное: общность
gloss-verb-making = производное: глагол
gloss-instrument = производное: орудие или привычка
gloss-result = производное: результат действия
gloss-possessive = притяжательная форма
gloss-adverb = наречие
gloss-masculine = мужской род
gloss-feminine = женский род
gloss-neuter = средний род
gloss-plural-genitive = родительный падеж мн. ч.
gloss-plural-dative = дательный падеж мн. ч.
gloss-plural-instrumental = творительный падеж мн. ч.
gloss-plural-locative = местный (предложный) падеж мн. ч.
gloss-plural-possessive = притяжательная форма мн. ч.
gloss-short = краткая форма
gloss-present-1 = настоящее время, 1-е лицо
gloss-present-2 = настоящее время, 2-е лицо
gloss-present-3 = настоящее время, 3-е лицо
gloss-present-plural-1 = настоящее время, 1-е лицо мн. ч.
gloss-present-plural-2 = настоящее время, 2-е лицо мн. ч.
gloss-present-plural-3 = настоящее время, 3-е лицо мн. ч.
gloss-past-feminine = прошедшее время, женский род
gloss-past-neuter = прошедшее время, средний род
gloss-past-plural = прошедшее время, мн. ч.
gloss-gerund = деепричастие или форма на -ing
gloss-participle-present-active = действительное причастие настоящего времени
gloss-participle-present-passive = страдательное причастие настоящего времени
gloss-participle-past-active = действительное причастие прошедшего времени
gloss-participle-past-passive = страдательное причастие прошедшего времени
gloss-derived-noun = производное существительное
gloss-derived-noun-plural = производное существительное, мн. ч.
gloss-derived-adjective = производное прилагательное
gloss-form = форма

## Изменения основы
alternation-voicing = конечный согласный озвончён
alternation-elision = узкий гласный основы выпал
alternation-high-vowel-loss = конечный ы, і глагола выпал
alternation-glide-merger = конечный й слился с гласным
alternation-lenition = конечный п перешёл в у
alternation-lateral-loss = конечный л выпал
alternation-soft-sign-loss = конечный ь отпал
alternation-link-vowel = добавлен соединительный гласный
alternation-cluster-loss = конечное сочетание согласных сократилось
alternation-verbal-noun = от имени на -у взята основа глагола
alternation-fleeting-vowel = беглая гласная
alternation-mutation = чередование
alternation-doubling = согласный удвоен
alternation-irregular = неправильная форма
alternation-present-stem = основа настоящего времени
alternation-past-stem = основа прошедшего времени
alternation-plural-stem = основа множественного числа
alternation-short-stem = краткая основа
alternation-palatalisation = смягчение согласного
alternation-suppletion = другой корень (супплетивизм)
alternation-e-drop = конечная e отпала
alternation-adverb = производное: наречие
alternation-derived-noun = производное: существительное
alternation-derived-adjective = производное: прилагательное
alternation-ie-to-y = ie перешло в y
alternation-y-to-i = y перешла в i
alternation-spelling = вариант написания

# Поиск по всем текстам на месте контекстов.
search-label = Искать во всех текстах
search-hint = Слово ищется во всех формах, несколько слов – как словосочетание; * заменяет любые буквы.
search-none = Ни в одном тексте не найдено.
search-found = Совпадений: { $lines }, текстов: { $texts }
search-category = Категория
search-add = Добавить в категорию
search-added = «{ $pattern }» добавлено в категорию «{ $category }».
