# Страница словаря: дерево, статьи, категории, файлы, история.

lexicon-views = Виды словаря
lexicon-view-entries = Статьи
lexicon-view-parallel = Языки рядом
lexicon-view-checks = Проверка
lexicon-view-changes = Сравнить словари
lexicon-view-history = История
workbench-tree = Категории и статьи
workbench-choose = Выберите категорию или статью в дереве. Пробел отмечает статьи; отмеченные статьи переносят, выделяют или удаляют вместе. Статью можно перетащить на категорию.
workbench-search = Искать в статьях, заметках, категориях
workbench-close-all = Свернуть все
workbench-new-category = Новая категория
workbench-new-category-button = Добавить категорию
workbench-entries = { $count ->
    [one] { $shown } статья
    [few] { $shown } статьи
   *[other] { $shown } статей
}
workbench-marked = { $count ->
    [one] отмечена { $shown } статья
    [few] отмечены { $shown } статьи
   *[other] отмечено { $shown } статей
}
workbench-move-to = Перенести в
workbench-remove-marked = Удалить отмеченные статьи
workbench-unmark = Снять отметки
workbench-has-conditions = есть условия
workbench-has-note = есть заметка или источник

## Одна статья
workbench-entry = Статья словаря
workbench-new-entry = Новая статья
workbench-category = Категория
workbench-any-language = все языки
workbench-add-entry = Добавить
workbench-remove-entry = Удалить
workbench-entry-removed = Этой статьи в словаре больше нет. Возможно, её вернёт отмена.
workbench-more = Часть речи, понятие, вес, заметка, источник
workbench-conditions = Условия
workbench-conditions-hint = По одному образцу на строке.
field-pattern = Образец
field-pos = Часть речи
field-weight = Вес
field-note = Заметка
field-source = Источник
field-not = Не внутри
field-not-before = Не прямо перед
field-not-after = Не сразу после
field-before = Только прямо перед
field-after = Только сразу после
field-near = Только рядом с
field-concept = Понятие, общее для языков
field-crosses-punctuation = Между словами могут стоять знаки препинания
field-compounds = И как часть сложного слова с дефисом
field-names = Не считать, если написано как имя собственное
field-window = «Рядом» — это столько слов
trial-effects = Числа изменились бы так
trial-conflicts = { $count ->
    [one] Часть тех же слов находит ещё { $shown } статья
    [few] Часть тех же слов находят ещё { $shown } статьи
   *[other] Часть тех же слов находят ещё { $shown } статей
}
trial-shared = { $count ->
    [one] { $shown } общее место
    [few] { $shown } общих места
   *[other] { $shown } общих мест
}
trial-counted = { $count ->
    [one] из них она считается в { $shown }
   *[other] из них она считается в { $shown }
}
trial-lines = В текстах

## Одна категория
workbench-title-in = Название, { $language }
workbench-new-subcategory = Добавить подкатегорию
workbench-remove-category = Удалить категорию
workbench-merge-into = Слить с
workbench-merge-choose = выберите…
workbench-split = { $count ->
    [one] Выделить { $shown } отмеченную статью в категорию
    [few] Выделить { $shown } отмеченные статьи в категорию
   *[other] Выделить { $shown } отмеченных статей в категорию
}
workbench-split-hint = Чтобы разделить категорию, отметьте пробелом часть её статей в дереве.

## Файл
workbench-open = Открыть файл словаря
workbench-new-lexicon = Новый словарь
workbench-new-lexicon-title = Мой словарь
workbench-save = Сохранить как
workbench-save-choose = формат…
workbench-facts = Об этом словаре
workbench-edits = { $count ->
    [one] { $shown } правка, ещё не сохранена в файле
    [few] { $shown } правки, ещё не сохранены в файле
   *[other] { $shown } правок, ещё не сохранены в файле
}
workbench-imported = { $name }: прочитан { $format }.
workbench-syntax = Слова читаются как
syntax-native = образцы Таразы: слова изменяются
syntax-glob = слова со знаками * и ?
syntax-fixed = слова как написаны
syntax-regex = регулярные выражения
workbench-shape = Вид таблицы
shape-found = определён автоматически
shape-long = в каждой строке категория и слово
shape-tidytext = в каждой строке слово и категория
shape-wide = в каждом столбце категория
shape-matrix = в строках слова, в столбцах категории
shape-empath = в каждой строке категория и её слова
shape-list = список слов
shape-weights = слова с весами
format-toml = собственный формат Таразы
format-dic = словарь LIWC (.dic)
format-lc3 = словарь Lexicoder
format-ykd = словарь Yoshikoder
format-lcd = словарь Lexicoder 2
format-cat = словарь WordStat
format-dicx = словарь LIWC-22
format-csv = файл с таблицей
format-yaml = словарь quanteda в YAML
format-xlsx = файл Excel
format-khcoder = файл правил кодирования KH Coder
workbench-no-losses = Ничего не потеряно, не изменено и не угадано.
workbench-losses = { $count ->
    [one] { $shown } строка пропущена, изменена или угадана
    [few] { $shown } строки пропущены, изменены или угаданы
   *[other] { $shown } строк пропущено, изменено или угадано
}
workbench-more-losses = { $count ->
    [one] и ещё { $shown }
   *[other] и ещё { $shown }
}
workbench-export-losses = { $count ->
    [one] Создан файл { $file }; не удалось передать { $shown } сведение
    [few] Создан файл { $file }; не удалось передать { $shown } сведения
   *[other] Создан файл { $file }; не удалось передать { $shown } сведений
}

## Что сделано
history-heading = { $count ->
    [one] Сделан { $shown } шаг
    [few] Сделано { $shown } шага
   *[other] Сделано { $shown } шагов
}
history-start = начало
history-now = (сейчас)
history-undone = (отменено)
history-entry-added = добавлена статья: { $name } → { $entry }
history-entry-changed = изменена статья: { $name } ({ $entry })
history-entries-removed = { $count ->
    [one] удалена статья: { $name }
   *[other] удалено статей: { $count }, первая: { $name }
}
history-entries-moved = { $count ->
    [one] перенесена статья: { $name } → { $entry }
   *[other] перенесено статей: { $count }, первая: { $name } → { $entry }
}
history-category-added = добавлена категория: { $name }
history-category-renamed = переименована категория: { $name } → { $entry }
history-category-merged = слита категория: { $name } → { $entry }
history-category-split = { $count ->
    [one] выделена категория из одной статьи категории { $entry }: { $name }
   *[other] выделена категория из { $count } статей категории { $entry }: { $name }
}
history-category-removed = удалена категория: { $name }
lexicon-edit-set-aside = подсчёт после последней правки дважды остановил программу, поэтому правка отменена. Попробуйте более узкий образец.

## Почему правка не сделана
edit-no-entry = ничего не изменено: на этом месте словаря такой статьи больше нет. Выберите её в дереве и повторите.
edit-no-category = ничего не изменено: в словаре нет категории «{ $path }». Выберите другую в дереве.
edit-form = ничего не изменено: такую форму нельзя записать в словаре. Запишите её как образец в поле «Не внутри».
edit-already = эта форма уже исключена из статьи.
edit-no-pattern = ничего не изменено: статье нужен образец. Напишите слово или словосочетание.
edit-number = ничего не изменено: «{ $written }» — не число для «{ $key }». Напишите его как 2 или 0,5.
edit-into-itself = ничего не изменено: категорию нельзя слить с ней самой. Выберите другую.
edit-last-category = ничего не изменено: в словаре остаётся хотя бы одна категория. Сначала добавьте другую.
edit-no-title = ничего не изменено: категории нужно название. Напишите его на любом из трёх языков.
edit-layout = ничего не изменено: файл записан необычно. Исправьте его вручную и откройте снова.

## Two lexicons, two policies
changes-with = Сравнить с
changes-before = этим словарём до моих правок
changes-file = Другой файл
policies-with = Та же таблица по правилу
policies-back = Назад к таблице
