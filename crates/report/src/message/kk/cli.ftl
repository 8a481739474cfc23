# Команда жолы.
cli-unknown-option = { $option } деген параметр жоқ. Параметрлер тізімі: tarazy --help.
cli-cannot-read = { $file } файлы оқылмады: { $reason }.
cli-cannot-write = { $file } файлы жазылмады: { $reason }.
cli-cannot-print = Стандартты шығысқа жазылмады: { $reason }.
cli-output-is-input = { $file } — бастапқы файлдардың бірі, оның үстінен жазылып кетер еді. -o параметрінде басқа атау көрсетіңіз.
cli-unknown-category = { $lexicon } сөздігінде { $category } санаты жоқ. Бар санаттар: { $known }.
cli-progress = { $percent } %
cli-check-passed = { $file }: { $categories } санат, { $entries } сөздік бірлігі, { $tests } тексеру өтті.
cli-check-failed = { $file }: { $tests } тексерудің { $failed } өтпеді.
cli-entry-line = { $line }-жолда сөздік бірлігі жоқ; әр жолға бір лемма, табуляциядан кейін сөз табын жазыңыз.
cli-unknown-ending = { $file }: мұндай кеңейтімге сай пішімді Tarazy жаза алмайды. Қолдануға болатындары: { $known }.
cli-more-notices = Осындай басқа ескертулер саны: { $count }.
cli-more-notices-in-lines = Осындай басқа ескертулер саны: { $count }, жолдары: { $lines }.
cli-more-errors = … және тағы { $count } қате.
cli-sample-empty = { $lexicon } сөздігі бұл мәтіндерден бағалауға болатын ештеңе таппады.
cli-sample-unknown-language = Тілі анықталмаған мәтіндердегі сәйкестіктер саны: { $count }, олар іріктемеге кірмейді. Тілді --lang параметрінде көрсетіңіз.
