# Командная строка.
cli-unknown-option = Параметра { $option } нет. Список параметров: tarazy --help.
cli-cannot-read = Файл { $file } не читается: { $reason }.
cli-cannot-write = Файл { $file } не записывается: { $reason }.
cli-cannot-print = В стандартный вывод не удаётся писать: { $reason }.
cli-output-is-input = Файл { $file } — один из исходных и был бы перезаписан. Укажите в -o другое имя.
cli-unknown-category = В словаре { $lexicon } нет категории { $category }. Есть категории: { $known }.
cli-progress = { $percent } %
cli-check-passed = { $file }: категорий { $categories }, статей { $entries }, пройдено проверок { $tests }.
cli-check-failed = { $file }: не пройдено проверок { $failed } из { $tests }.
cli-entry-line = в строке { $line } нет статьи; пишите по одной лемме в строке, после табуляции — части речи.
cli-unknown-ending = { $file }: такое окончание не называет формата, в котором Tarazy умеет писать. Возможны: { $known }.
cli-more-notices = Ещё таких замечаний: { $count }.
cli-more-notices-in-lines = Ещё таких замечаний: { $count }, строки: { $lines }.
cli-more-errors = … и ещё ошибок: { $count }.
cli-sample-empty = Словарь { $lexicon } не находит в этих текстах ничего, что можно было бы оценить.
cli-sample-unknown-language = Совпадений в текстах, язык которых не определён, они в выборку не входят: { $count }. Укажите язык: --lang.
