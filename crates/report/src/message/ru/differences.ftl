# Чем различаются два словаря или два правила пересечений и как от этого меняются числа.

## Два словаря
difference-heading = Изменения по сравнению со словарём «{ $title }» { $version }
difference-waits = Сравниваю словари…
difference-same = Словари совпадают.
difference-summary = Статей: новых { $added }, удалённых { $removed }, изменённых { $changed }.
difference-categories = Категории, которые различаются
difference-category-added = новая
difference-category-removed = удалена
difference-category-renamed = прежде { $from }
difference-category-retitled = прежнее название «{ $from }»
difference-category-kind = { $to ->
    [topic] теперь тема, прежде ценность
   *[value] теперь ценность, прежде тема
}
difference-category-exclusions = исключения: { $list }
difference-entries = Статьи, которые различаются
difference-entry-added = новая
difference-entry-removed = удалена
difference-aspect-category = перенесена из { $before } в { $after }
difference-aspect-parts = часть речи: { $before } → { $after }
difference-aspect-weight = вес: { $before } → { $after }
difference-aspect-conditions = условия: { $before } → { $after }
difference-aspect-note = примечание: { $before } → { $after }
difference-aspect-source = источник: { $before } → { $after }
difference-aspect-none = нет
difference-counts = Число совпадений до и после
difference-counts-same = В текстах исследования числа не меняются.
difference-column-absent = Есть только в одном из словарей
difference-cell = { $before } → { $after }
difference-cell-name = { $text }, { $column }: до { $before }, после { $after }
difference-causes-of = { $text }, { $column }: { $before } → { $after }
difference-choose = Выберите отмеченную ячейку, чтобы увидеть, какие статьи её меняют.
difference-cause-added = новая статья
difference-cause-removed = статья удалена
difference-cause-changed = статья изменена
difference-cause-renamed = у её категории другое имя
difference-cause-taken = её место занимает «{ $by }»
difference-cause-released = «{ $by }» больше не занимает её место
difference-cause-excluded = здесь исключена своей категорией
difference-cause-admitted = здесь больше не исключена своей категорией
difference-cause-both = (прибавилось { $gained }, убавилось { $lost })
difference-cause-others = { $count ->
    [one] ещё { $shown } статья: { $difference }
    [few] ещё { $shown } статьи: { $difference }
   *[many] ещё { $shown } статей: { $difference }
}
difference-pages = Страницы различающихся статей
difference-previous = ← Предыдущие статьи
difference-next = Следующие статьи →
difference-range = { $first }–{ $last } из { $total }

## Два правила пересечений
policies-heading = Правила пересечений { $own } и { $other }
policies-waits = Считаю по обоим правилам…
policies-same = По обоим правилам числа одинаковы.
policies-table = Число совпадений по правилу { $own } | по правилу { $other }
policies-cell = { $own } | { $other }
policies-cell-name = { $text }, { $column }: { $own } по правилу { $own-policy }, { $other } по правилу { $other-policy }
policies-matches = { $count ->
    [0] Все совпадения считаются одинаково.
    [one] { $shown } совпадение считается по-разному.
    [few] { $shown } совпадения считаются по-разному.
   *[many] { $shown } совпадений считаются по-разному.
}
policies-of-cell = Только { $text }, { $column }
policies-all = Все ячейки
policies-outcome = { $policy }: { $outcome }
policies-outcome-counted = { $count ->
   *[other] считается за { $shown }
}
policies-outcome-shadowed-by = место занимает «{ $by }»
policies-outcome-shadowed = место занимает другое совпадение
policies-outcome-excluded = исключено словарём
policies-outcome-negated = отрицается
policies-outcome-unseen = это правило его не видит
policies-read = Прочесть «{ $form }» в тексте
policies-pages = Страницы различающихся совпадений
policies-previous = ← Предыдущие совпадения
policies-next = Следующие совпадения →
policies-range = { $first }–{ $last } из { $total }
