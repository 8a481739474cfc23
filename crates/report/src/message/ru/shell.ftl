# Рамка страницы: шапка, тексты, словарь, параметры, сообщения, клавиши.

## Header
brand = Таразы
page-title-of = { $title } · Таразы
study-title = Название исследования
study-untitled = Исследование без названия
requests = { $count ->
    [one] { $shown } запрос отправлен
    [few] { $shown } запроса отправлено
   *[other] { $shown } запросов отправлено
}
requests-why = Всё подсчитывается в этом браузере. Нажмите, чтобы прочитать, что это значит.
page-language = Язык страницы
language-kk = казахский
language-ru = русский
language-en = английский
theme = Цвета
theme-system = как в системе
theme-light = светлые
theme-dark = тёмные
shortcuts = Клавиши
dialog-close = Закрыть

## In a narrow frame of another page
embedded-whole = Открыть исследование целиком

## Places and history
places = Разделы
place-texts = Тексты
place-lexicon = Словарь
place-compare = Сравнение
place-contexts = Контексты
place-figures = Рисунки
place-publish = Публикация
history = История
undo = Отменить: { $edit }
redo = Повторить: { $edit }
undo-nothing = Отменять нечего
redo-nothing = Повторять нечего
history-study-opened = открыто исследование: { $name }
history-study-started = начато новое исследование с текста: { $name }
history-text-added = добавлен текст: { $name }
history-texts-added = добавлено несколько текстов, первый: { $name }
history-text-removed = удалён текст: { $name }
history-text-renamed = текст переименован, прежнее название: { $name }
history-text-moved = текст перемещён: { $name }
history-language-set = изменён язык текста: { $name }
history-lexicon-set = изменён словарь: { $name }
history-form-excluded = исключена форма: { $name } ({ $entry })
history-options-set = изменены параметры
history-title-set = исследование переименовано: { $name }
history-stopped = подсчёт остановлен

## Notices
notices = Сообщения
notice-undo = Отменить
notice-add-again = Добавить снова
notice-put-away = Убрать: { $sentence }
study-started = С вашего текста начато новое исследование. Пример можно вернуть одним нажатием: отмените действие или выберите его среди примеров в разделе «Тексты».
engine-replaced = Подсчёт пришлось запустить заново. Ничего не потеряно.
engine-ended = Подсчёт прерывался при каждом запуске. Ваши тексты остались на этой странице. Запустите его снова или сохраните исследование и откройте его в другом браузере.
engine-start = Запустить снова
text-set-aside = подсчёт этого текста дважды прервал работу, поэтому он отложен. Остальные тексты считаются дальше. Разделите текст на части и добавьте их снова.
lexicon-set-aside = подсчёт с этим словарём дважды прервал работу, поэтому возвращён прежний. Проверьте самые длинные статьи и откройте словарь снова.
options-set-aside = Подсчёт с этими параметрами дважды прервал работу, поэтому возвращены обычные параметры.
question-set-aside = Это представление не удалось вычислить: программа дважды остановилась на нём. Тексты, словарь и таблица не изменились.
file-unreadable = файл больше не читается. Выберите его снова.
paste-failed = Браузер не передал вставленный текст. Вставьте его в поле в разделе «Тексты».
sample-missing = этот пример исследования не читается. Обновите страницу или добавьте свои тексты.
analysis-no-table = Подсчёт завершился без результата.
analysis-unknown-category = В словаре { $lexicon } нет категории { $category }. Есть категории: { $known }.
analysis-unknown-option = В `{ $place }` нет ключа `{ $option }`. Есть ключи: { $known }.

## Texts
texts-heading = Тексты ({ $shown })
texts-none = Текстов пока нет.
text-away = нет в этом файле
texts-add = + добавить тексты
text-title = Название текста { $title }
text-language = Язык текста { $title }
text-up = Переместить выше: { $title }
text-down = Переместить ниже: { $title }
text-remove = Удалить: { $title }
text-characters = { $count ->
    [one] { $shown } знак
    [few] { $shown } знака
   *[other] { $shown } знаков
}
text-words = { $count ->
    [one] { $shown } слово
    [few] { $shown } слова
   *[other] { $shown } слов
}
text-waits = ещё не подсчитан
text-writing = { $writing ->
    [latin-2018] казахский на латинице (2018), сравнивается в кириллице
    [latin-2021] казахский на латинице (2021), сравнивается в кириллице
   *[arabic] казахский арабскими буквами, сравнивается в кириллице
}
# Язык самого текста и доли других языков, которые в нём цитируются.
text-languages = { $language }, в том числе { $others }
text-language-share = { $language } — { $share } %
language-auto = авто
language-auto-found = авто: { $language }

## Adding texts
add-heading = Добавить тексты
add-anywhere = Перетащите файлы в любое место страницы, вставьте текст где угодно или воспользуйтесь полями ниже. Подходит простой текст в любой обычной кодировке; из этого браузера ничего не уходит.
add-files = Выбрать файлы
add-drop = Отпустите здесь: тексты попадут в исследование, файл .toml станет словарём.
add-title = Название (если пусто — первая строка)
add-area = Текст
add-button = Добавить текст
samples-heading = Примеры исследований
samples-why = Пример займёт место текущего исследования; отмена вернёт ваше.

## Lexicon
lexicon-heading = Словарь категорий
lexicon-version = Версия
lexicon-entries = Статей словаря
lexicon-source = Источник
lexicon-licence = Лицензия
lexicon-sha256 = SHA-256
lexicon-builtin = Встроенные словари:
lexicon-refused = { $count ->
    [one] словарь использовать нельзя: { $count } ошибка. Она указана в разделе «Словарь»; остаётся прежний словарь.
    [few] словарь использовать нельзя: { $count } ошибки. Они перечислены в разделе «Словарь»; остаётся прежний словарь.
   *[other] словарь использовать нельзя: { $count } ошибок. Они перечислены в разделе «Словарь»; остаётся прежний словарь.
}
lexicon-refused-heading = Не используется: { $name }
lexicon-warnings = { $count ->
    [one] { $shown } замечание
    [few] { $shown } замечания
   *[other] { $shown } замечаний
}

## Options
options = Параметры
face = Таблица
face-categories = Категории
face-table1 = Таблица 1
measure = Мера
measure-count = число совпадений
measure-per-1000-words = частота на 1000 слов
measure-percent = частота на 100 слов
measure-share = доля от всех совпадений
measure-per-10000-characters = частота на 10 000 знаков
policy = Правило пересечений
policy-longest = longest: считается более длинное
policy-independent = independent: категории независимы
policy-liwc = liwc: каждое слово один раз
level = Уровень
level-all = все
decimals = Знаков после запятой
case-sensitive = Учитывать регистр
export = Копирование и сохранение
export-copy = Скопировать таблицу
export-save = Сохранить как { $format }
export-saved = Сохранено: { $file }
export-copied = Таблица скопирована. Вставьте её в документ или электронную таблицу.
export-not-copied = Браузер не разрешил копирование. Сохраните таблицу как файл.
export-by-hand = Скопировать вручную
export-by-hand-why = Сохранять файлы здесь нельзя. Выделите всё и скопируйте.

## Contexts and texts under the table
choose-text = Текст
choose-category = Категория
choose-all-texts = все тексты
choose-nothing = выберите категорию
contexts-choose = Выберите категорию или нажмите на число в таблице: здесь появятся её места в текстах.
contexts-unknown = В этом словаре такой категории нет. Выберите другую.
text-page-waits = Текст открывается.
text-page-none = Такого текста в этом исследовании нет.
table-waits = Тексты подсчитываются в первый раз.

## Progress
progress = Подсчёт: { $percent } %
progress-text = Подсчёт, { $title }: { $percent } %
progress-unknown = Подсчёт
progress-stop = Остановить

## Keys
key-texts = перейти к текстам
key-lexicon = перейти к словарю
key-compare = перейти к сравнению
key-contexts = перейти к контекстам
key-search = найти категорию
key-arrows = двигаться по таблице
key-open = открыть контексты числа, текст контекста
key-back = на шаг назад
key-lines = следующая строка, предыдущая строка
key-undo = отменить, повторить
key-copy = скопировать таблицу
key-shortcuts = этот список

## Privacy
privacy = Что покидает этот компьютер: ничего
privacy-count = { $count ->
    [0] С момента открытия страница не отправила ни одного запроса. Число считается вживую.
    [one] С момента открытия страница отправила { $shown } запрос на чужой адрес. Такого быть не должно: его добавило что-то в этом браузере, возможно расширение.
    [few] С момента открытия страница отправила { $shown } запроса на чужие адреса. Такого быть не должно: их добавило что-то в этом браузере, возможно расширение.
   *[other] С момента открытия страница отправила { $shown } запросов на чужие адреса. Такого быть не должно: их добавило что-то в этом браузере, возможно расширение.
}
privacy-texts = Ваши тексты и ваш словарь читаются и подсчитываются в этом браузере. Они никому не отправляются, и никто не узнаёт, что вы с ними работали.
privacy-files = Страница загружает только свои файлы: программу, оформление и примеры исследований, оттуда, откуда она открыта.
privacy-storage = Между посещениями браузер хранит только ваши настройки страницы: язык, цвета, меру, число знаков после запятой, показ взвешенных значений и оформление файлов. Тексты не хранятся: страница закрыта — и их в ней больше нет.
privacy-check = Это легко проверить: когда страница открыта, отключитесь от сети и продолжайте работать.
