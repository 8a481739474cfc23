# Что может быть не так с входными данными. Ключи — коды ошибок.
problem-at-column = { $file }, строка { $line }, столбец { $column }: { $sentence }
problem-at-line = { $file }, строка { $line }: { $sentence }
problem-in-file = { $file }: { $sentence }
text-invalid-utf8 = это текст в кодировке UTF-8, но байт в позиции { $offset } прочитать нельзя. Сохраните файл в UTF-8 заново или выберите его кодировку.
text-unknown-encoding = кодировка этого текста не распознана: ни в одной из тех, что читает Tarazy, он не читается как казахский, русский или английский. Выберите кодировку или сохраните файл в UTF-8 и добавьте снова.
text-encoding-guessed = кодировка определена предположительно: { $encoding }. Посмотрите на текст и, если буквы неверны, выберите другую кодировку.
text-encoding-replaced = в кодировке { $encoding } у { $count ->
    [one] { $count } байта
   *[other] { $count } байт
 } этого текста нет значения; на месте каждого стоит знак �.
text-empty = текст пуст. Добавьте файл или вставьте текст, в котором есть слова.
text-too-large = объём текста — { $megabytes } МБ, предел — { $limit } МБ. Разделите его на части и добавьте их по одной.
text-binary = это не простой текст, а двоичный файл ({ $kind }). Сохраните его как простой текст и добавьте снова.
text-language-unknown = язык не казахский, не русский и не английский, или текста слишком мало. Статьи словаря совпадают только в записанной форме; если это один из этих языков, выберите его.
text-language-not-in-lexicon = в словаре нет статей на этом языке ({ $language }), поэтому совпадений быть не может.
text-same-as = этот текст совпадает с текстом { $title }.
lex-syntax = это не TOML: { $reason }.
lex-yaml = это не YAML: { $reason }.
lex-unknown-key = в этом месте формат не знает ключа { $key }. Уберите его или найдите верный в описании формата.
lex-missing-key = не хватает ключа { $key }.
lex-wrong-type = значение { $key } должно быть таким: { $expected ->
    [text] текст в кавычках
    [number] число
    [list] список в квадратных скобках
   *[table] таблица
 }.
lex-format = в файле указан формат { $found }; эта версия Tarazy читает формат 1.
lex-id = «{ $id }» не годится как идентификатор: можно a–z, цифры, дефис и подчёркивание.
lex-duplicate-category = категория { $path } встречается дважды. Дайте одной из них другой идентификатор или объедините их статьи.
lex-duplicate-entry = статья { $pattern } в категории { $path } встречается дважды; вторая пропущена.
lex-language = «{ $code }» — не язык Tarazy: используйте kk, ru или en.
lex-part-of-speech = «{ $name }» — не часть речи: используйте noun, adjective, verb или name.
lex-value = значение { $key } не может быть «{ $value }». Допустимо: { $allowed }.
lex-pattern-empty = шаблон пуст.
lex-pattern-gap-at-edge = шаблон { $pattern } начинается или кончается пропуском; пропуск должен стоять между двумя словами.
lex-pattern-gap = в шаблоне { $pattern } «{ $written }» не пропуск: напишите две точки и число от 1 до { $limit }.
lex-pattern-bracket = в шаблоне { $pattern } у скобки нет пары или она пуста.
lex-pattern-too-long = в шаблоне { $pattern } больше { $limit } слов.
lex-mixed-alphabets = в статье { $pattern } в одном слове смешаны латинские и кириллические буквы; она не совпадёт с тем, чем кажется.
lex-unknown-category = проверка ждёт числа для { $path }, а такой категории в словаре нет.
lex-no-category = в словаре нет ни одной категории.
lex-too-much = в словаре больше { $limit } { $what ->
    [entries] статей
    [levels] уровней категорий
   *[bytes] байтов
 }.
lex-unknown-builtin = встроенного словаря { $id } нет.
lex-test-failed = проверка насчитала { $found } для { $path }, ожидалось { $expected }: { $text }
lex-test-policy = «{ $policy }» — не правило пересечений: используйте longest, independent или liwc.
lex-encrypted = этот файл не текст: он зашифрован поставщиком или двоичный. Выгрузите словарь из программы, в которой он создан, как текстовый файл.
lex-pattern-regex = в шаблоне { $pattern } «{ $written }» — не регулярное выражение: { $reason }.
loss-encoding = файл не в UTF-8; буквы, которые не удалось прочитать, показаны знаком �. Сохраните его в UTF-8 и откройте снова.
loss-unknown-line = { loss-effect }: строка «{ $written }» этому формату неизвестна.
loss-unknown-category = { loss-effect }: «{ $term }» относится к категории { $reference }, которой в файле нет.
loss-no-category = { loss-effect }: у статьи «{ $term }» нет категории.
loss-condition = { loss-effect }: условие статьи «{ $term }» нельзя сохранить: { $written }.
loss-condition-guessed = { loss-effect }: условие статьи «{ $term }», { $written }, прочитано так, как его, по-видимому, понимают авторы формата.
loss-same-name = { loss-effect }: категория «{ $name }» встречается дважды; вторая теперь называется «{ $renamed }».
loss-empty-category = в категории «{ $name }» нет ни одной статьи.
loss-same-term = { loss-effect }: «{ $term }» встречается в категории «{ $category }» дважды.
loss-pattern = { loss-effect }: «{ $term }» нельзя прочитать как шаблон.
loss-too-deep = { loss-effect }: «{ $name }» лежит глубже { $limit } уровней; её статьи отнесены к категории выше.
loss-too-many = { loss-effect }: в словаре может быть не больше { $limit } статей; остальные не взяты.
loss-weight = { loss-effect }: «{ $written }» — не вес; вес статьи «{ $term }» равен 1.
loss-no-tree = { loss-effect }: в этом формате нет подкатегорий; «{ $name }» стоит рядом с вышестоящей категорией.
loss-merged = { loss-effect }: категория «{ $name }» встречается несколько раз; её статьи объединены.
loss-shape = { loss-effect }: по заголовкам столбцов нельзя понять, что в них. Таблица прочитана так: { $shape ->
    [long] в каждой строке одна статья — категория, затем слово
    [tidytext] в каждой строке одна статья — слово, затем категория
    [matrix] в строках слова, в столбцах категории, на пересечении — отметка
    [empath] в каждой строке категория — название, затем её слова
   *[wide] в каждом столбце категория — название, под ним её слова
}.
loss-effect = { $effect ->
    [dropped] пропущено
    [altered] изменено
   *[guessed] предположение
 }
loss-inflection = { loss-effect }: «{ $term }» там совпадает только как написано, без словоизменения.
loss-inexpressible = { loss-effect }: «{ $term }» в этом формате записать нельзя.
loss-no-weights = { loss-effect }: в этом формате нет весов; вес статьи «{ $term }» был { $written }.
