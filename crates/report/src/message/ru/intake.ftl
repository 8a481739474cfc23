# Поступающие файлы: чтение, таблицы с текстами, данные о текстах.
intake-progress = Чтение файлов: { $done } из { $all } ({ $name })
intake-cancel = Остановить чтение
intake-refused = { $count ->
    [one] Не прочитан { $shown } файл
    [few] Не прочитаны { $shown } файла
   *[other] Не прочитано { $shown } файлов
 }
intake-refused-more = { $count ->
    [one] и ещё { $shown }: он появится, когда вы закроете один из этих
    [few] и ещё { $shown }: они появятся, когда вы закроете эти
   *[other] и ещё { $shown }: они появятся, когда вы закроете эти
 }
intake-dismiss-all = Закрыть все
intake-dismiss = Закрыть: { $name }
document-no-reader = здесь этот файл прочитать нельзя: нет той части программы, которая читает документы. Откройте саму программу Tarazy или сохраните файл как простой текст.
lexicon-no-reader = это формат словарей другой программы, а той части Tarazy, которая читает и записывает такие форматы, здесь нет. Откройте саму программу Tarazy или работайте со словарями в её формате (.toml).
document-reader-ended = чтение файла прервалось: возможно, он повреждён или слишком велик для памяти этого браузера. Остальные файлы прочитаны. Откройте файл в программе, в которой он создан, и сохраните как простой текст.
table-heading = В каком столбце тексты? { $name }
table-rows = { $count ->
    [one] В таблице { $shown } строка.
    [few] В таблице { $shown } строки.
   *[other] В таблице { $shown } строк.
 }
table-others = { $count ->
    [one] За этой таблицей ждёт ещё { $shown }.
    [few] За этой таблицей ждут ещё { $shown }.
   *[other] За этой таблицей ждут ещё { $shown }.
 }
table-first-rows = Первые строки таблицы
table-separator = Разделитель
table-separator-comma = запятая
table-separator-semicolon = точка с запятой
table-separator-tab = табуляция
table-separator-bar = вертикальная черта
table-head = В первой строке названия столбцов
table-role = Назначение столбца { $name }
table-role-text = текст
table-role-title = название
table-role-data = данные
table-role-ignored = не брать
table-no-text = Выберите столбец с текстами.
table-add = { $count ->
    [one] Добавить { $shown } текст
    [few] Добавить { $shown } текста
   *[other] Добавить { $shown } текстов
 }
table-whole = Добавить всю таблицу как один текст
table-lexicon = Открыть как словарь
table-leave-out = Не добавлять этот файл
pasted-table = вставленная таблица
split-offer = Текст { $name } разделён строками из дефисов; частей: { $count }.
split-do = Сделать отдельные тексты: { $count }
history-metadata-set = заданы данные о текстах, первый: { $name }
history-read-again = текст прочитан из файла иначе: { $name }
card-source = { $format }
card-left-out = Не вошло: { $kinds }
card-include = Какие части считать
card-part = { $kind ->
    [headers] верхние колонтитулы
    [footers] нижние колонтитулы
    [comments] примечания рецензентов
    [deleted-text] удалённые места
    [hidden-text] скрытые места
    [alternative-text] описания рисунков
    [navigation] меню и другие части вокруг основного текста
    [notes] сноски
   *[hidden-sheets] скрытые листы
 }
card-data = Данные
names-heading = Данные из имён файлов
names-why = Имена ваших файлов построены одинаково. Части имени станут данными о текстах, например партией и годом.
names-pattern = Строение имён
names-pattern-hint = Название каждого вида данных поставьте в фигурные скобки, например { $example }.
names-fits = { $count ->
    [one] Подходит { $shown } имя из { $all }.
    [few] Подходят { $shown } имени из { $all }.
   *[other] Подходят { $shown } имён из { $all }.
 }
names-others = { $count ->
    [one] Не подходит { $shown } имя: его текст данных не получит.
    [few] Не подходят { $shown } имени: их тексты данных не получат.
   *[other] Не подходят { $shown } имён: их тексты данных не получат.
 }
names-use = Взять как данные
names-invalid = Прочитать это строение нельзя: каждый вид данных назовите один раз, в фигурных скобках, и поставьте между соседними другие знаки.
data-table = Взять как данные о добавленных текстах
data-table-fits = { $count ->
    [one] В столбце { $name } назван { $shown } из ваших текстов (всего { $all }).
   *[other] В столбце { $name } названы { $shown } из ваших текстов (всего { $all }).
 }
texts-find = Найти текст
texts-found-none = Такого названия нет.
texts-more = { $count ->
    [one] Ещё { $shown } текст; найдите его по названию.
    [few] Ещё { $shown } текста; найдите их по названию.
   *[other] Ещё { $shown } текстов; найдите их по названию.
 }
text-open = Раскрыть текст { $title }
text-close = Свернуть текст { $title }
add-folder = Выбрать папку
