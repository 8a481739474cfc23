# Паспорт словаря и оценки его совпадений.

card-heading = Паспорт словаря «{ $title }» { $version }
card-name = Паспорт словаря
card-summary = Паспорт словаря: назначение, категории, проверка
card-purpose = Для чего.
card-limits = Для чего не годится.
card-categories = Что означает каждая категория
card-meaning = Значение
card-counts = Считается
card-counts-not = Не считается
card-example = «{ $text }»
card-more = Здесь не показано категорий: { $shown }.
card-validation = Проверка
card-figures = Оценённые совпадения по языкам и категориям; в скобках 95-процентные интервалы Уилсона
card-sampled = Оценено
card-strict = Точность
card-lenient = Вместе со спорными
card-coders = Кодировщики
card-kappa = Каппа
card-recall = Полнота
card-texts = Тексты
card-version = Версия
card-date = Дата
card-all-categories = все категории
card-weaknesses = Известные слабости.
card-sources = Источники.
card-citation = Как ссылаться.
validation-none = { $language ->
    [kk] На казахских текстах этот словарь не проверен: сколько его совпадений там верны, неизвестно.
    [ru] На русских текстах этот словарь не проверен: сколько его совпадений там верны, неизвестно.
   *[en] На английских текстах этот словарь не проверен: сколько его совпадений там верны, неизвестно.
}
validation-language = { $language ->
    [kk] Казахские тексты
    [ru] Русские тексты
   *[en] Английские тексты
}: { $figures }; { $origin }. В скобках 95-процентные интервалы.
validation-figures = { $count ->
    [one] из { $sampled } оценённого совпадения верных { $correct }
   *[other] из { $sampled } оценённых совпадений верных { $correct }
}: { $strict }, вместе со спорными { $lenient }
validation-origin = версия { $version }, { $date }, кодировщиков: { $coders }
methods-validation = Выборки совпадений словаря оценены кодировщиками в контексте (в скобках 95-процентные интервалы Уилсона): { $list }.
methods-validation-none = В файле словаря нет сведений о проверке совпадений для языков: { $list }.
