# Понятия словаря: языки рядом.
parallel-heading = Языки рядом
parallel-hint = В каждой строке одно понятие, в каждом столбце один язык. Пробел — это понятие, для которого в одном из языков словаря нет статьи. { $factor ->
    [one] Неравномерным названо понятие, которое в одном языке встречается на слово не менее чем в { $factor } раз чаще, чем в другом, если там можно было ожидать не менее { $least } совпадений.
    [few] Неравномерным названо понятие, которое в одном языке встречается на слово не менее чем в { $factor } раза чаще, чем в другом, если там можно было ожидать не менее { $least } совпадений.
   *[many] Неравномерным названо понятие, которое в одном языке встречается на слово не менее чем в { $factor } раз чаще, чем в другом, если там можно было ожидать не менее { $least } совпадений.
}
parallel-category = Категория
parallel-all-categories = все категории
parallel-only-gaps = Только пробелы
parallel-totals = Понятий: { $concepts }. С пробелом: { $gaps }. Неравномерных: { $uneven }. Статей без понятия: { $unlinked }.
parallel-subject = Понятие
parallel-language-kk = Казахский
parallel-language-ru = Русский
parallel-language-en = Английский
parallel-language-any = Любой язык
parallel-words = { $count ->
    [one] { $shown } слово в текстах
    [few] { $shown } слова в текстах
   *[many] { $shown } слов в текстах
}
parallel-no-text = нет текстов на этом языке
parallel-no-texts = нет текстов
parallel-entry-count = { $count ->
    [one] { $shown } статья
    [few] { $shown } статьи
   *[many] { $shown } статей
}
parallel-yield = { $count ->
    [one] { $shown } совпадение, { $rate } на 1000 слов
    [few] { $shown } совпадения, { $rate } на 1000 слов
   *[many] { $shown } совпадений, { $rate } на 1000 слов
}
parallel-no-entry = статьи нет
parallel-gap = пробел
parallel-uneven = неравномерно
parallel-unlinked = понятие не указано
parallel-note = У этой статьи есть примечание автора.
parallel-nothing = Таких понятий нет.
parallel-no-gaps = Пробелов здесь нет, и у каждой статьи указано понятие.
parallel-pages = Страницы понятий
parallel-previous = ← Предыдущие строки
parallel-next = Следующие строки →
parallel-range = { $first }–{ $last } из { $total }

## В таблицах вне страницы
parallel-matches = Совпадения
parallel-rate = На 1000 слов
parallel-remarks = Замечания
parallel-remark-gap = пробел: { $languages }
