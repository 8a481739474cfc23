# Что исправлено в тексте: на его карточке, в перечне исправлений, под таблицей, при чтении.

## В перечислении, с числами
repairs-mojibake = { $count ->
    [one] буквы старого шрифта в { $shown } слове
   *[other] буквы старого шрифта в { $shown } словах
}
repairs-composition = { $count ->
    [one] составные буквы в { $shown } слове
   *[other] составные буквы в { $shown } словах
}
repairs-invisible = { $count ->
    [one] невидимые знаки в { $shown } слове
   *[other] невидимые знаки в { $shown } словах
}
repairs-hyphen = { $count ->
    [one] необычные дефисы в { $shown } слове
   *[other] необычные дефисы в { $shown } словах
}
repairs-similar-letter = { $count ->
    [one] похожие буквы в { $shown } слове
   *[other] похожие буквы в { $shown } словах
}
repairs-look-alike = { $count ->
    [one] буквы-двойники в { $shown } слове
   *[other] буквы-двойники в { $shown } словах
}
repairs-line-end-hyphen = { $count ->
    [one] { $shown } перенос в конце строки
    [few] { $shown } переноса в конце строки
   *[other] { $shown } переносов в конце строки
}
repairs-made = Исправлено: { $list }
repairs-left = Оставлено как есть: { $list }
repairs-encoding = Прочитано как { $encoding }
repairs-open = Что исправлено в тексте { $title }

## Перечень исправлений
receipt-heading = Исправления:
receipt-why = Перед подсчётом исправляются знаки, которые только выглядят правильно, – иначе слова не найти. Опечатки не трогаются, и сам файл остаётся прежним. Каждый вид исправлений можно здесь отменить, и числа тут же изменятся.
receipt-save = Сохранить исправленный текст
receipt-read = Читать текст
receipt-waits = Перечень исправлений составляется.
receipt-clean = Исправлять нечего.
receipt-repaired = { $count ->
    [one] исправлено { $shown } слово
    [few] исправлено { $shown } слова
   *[other] исправлено { $shown } слов
}
receipt-left = { $count ->
    [one] { $shown } слово оставлено как есть
    [few] { $shown } слова оставлены как есть
   *[other] { $shown } слов оставлено как есть
}
receipt-undo = Оставить как есть
receipt-undo-kind = Оставить как есть: { $kind }
receipt-repair = Исправить
receipt-repair-kind = Исправить: { $kind }
receipt-before = В источнике
receipt-after = В подсчёте
receipt-would-be = После исправления было бы
receipt-times = Число
receipt-more = { $count ->
    [one] … и ещё { $shown } слово.
    [few] … и ещё { $shown } разных слова.
   *[other] … и ещё { $shown } разных слов.
}
receipt-show = Показать { $shown }

receipt-encoding = Кодировка
receipt-encoding-chosen = Прочитано как { $encoding }: так выбрали вы.
receipt-encoding-certain = Прочитано как { $encoding }; сомнений нет.
receipt-encoding-found = Прочитано как { $encoding }: так буквы складываются лучше всего (уверенность { $percent } %).
receipt-encoding-doubtful = Прочитано как { $encoding }, но уверенности нет ({ $percent } %). Взгляните на строки ниже: если буквы не те, выберите другую кодировку.
receipt-excerpt = Из текста
encoding-read-as = Читать как
encoding-choose = выберите кодировку
encoding-auto = авто
encoding-auto-found = авто: { $encoding }

repair-mojibake = Буквы старого шрифта или неверной кодировки
repair-mojibake-why = Текст набран старым шрифтом или был когда-то прочитан не по той таблице, и вместо казахских или русских букв стоят другие. Нужные буквы возвращены на место.
repair-composition = Составные буквы и лигатуры
repair-composition-why = Буква записана двумя знаками (и с отдельной дужкой вместо й) или две буквы одним (ﬁ). На вид разницы нет, а для компьютера это другое слово. Каждая становится одной целой буквой.
repair-invisible = Невидимые знаки
repair-invisible-why = Мягких переносов, пробелов нулевой ширины и знаков направления не видно, но они стоят внутри слов. Они убраны.
repair-hyphen = Необычные дефисы
repair-hyphen-why = Похожих на дефис знаков несколько. Внутри слов все они становятся обычным дефисом.
repair-similar-letter = Буквы, похожие на казахские
repair-similar-letter-why = За неимением казахской клавиши или шрифта взята похожая буква: ӊ вместо ң, ə вместо ә. В словах на кириллице она становится казахской.
repair-look-alike = Буквы-двойники
repair-look-alike-why = Латинские i, a, e, o на вид не отличить от кириллических, но слово, в котором смешаны два алфавита, никто не найдёт. Каждая такая буква заменена буквой того алфавита, которым написано слово; слова, целиком написанные латиницей, остаются.
repair-line-end-hyphen = Слова, разорванные концом строки
repair-line-end-hyphen-why = Слово, перенесённое на другую строку, считается двумя половинами. Половины соединены; дефис, который принадлежит самому слову, остаётся.

## Под таблицей
footnote-repairs = Исправления
footnote-repairs-made = Исправлено перед подсчётом: { $list }.
footnote-repairs-left = Оставлено как есть: { $list }.
footnote-receipts = Перечни исправлений
footnote-receipts-more = { $count ->
    [one] и ещё { $shown } текст
    [few] и ещё { $shown } текста
   *[other] и ещё { $shown } текстов
}

## При чтении
reader-repairs = { $count ->
    [one] Показать { $shown } исправление
    [few] Показать { $shown } исправления
   *[other] Показать { $shown } исправлений
}
reader-source = в источнике: { $source }

## История и сообщения
history-encoding-set = изменена кодировка текста: { $name }
history-repair-undone = отменено исправление текста: { $name }
history-repair-done = текст исправлен: { $name }
text-reading-refused = прочитать текст как { $encoding } нельзя, поэтому он читается по-прежнему. Выберите другую кодировку.
