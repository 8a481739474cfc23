# The command line.
cli-unknown-option = There is no option { $option }. Run "tarazy --help" to see the options.
cli-cannot-read = { $file } cannot be read: { $reason }.
cli-cannot-write = { $file } cannot be written: { $reason }.
cli-cannot-print = Standard output cannot be written: { $reason }.
cli-output-is-input = { $file } is one of the inputs and would be overwritten. Give another name to -o.
cli-unknown-category = The lexicon { $lexicon } has no category { $category }. Its categories are: { $known }.
cli-progress = { $percent } %
cli-check-passed = { $file }: { $categories } categories, { $entries } entries, { $tests } tests passed.
cli-check-failed = { $file }: { $failed } of { $tests } tests failed.
cli-entry-line = line { $line } has no entry; write one lemma a line, and after a tab its parts of speech.
cli-unknown-ending = { $file }: this ending names no format that Tarazy writes. Use one of these: { $known }.
cli-more-notices = More notices of this kind: { $count }.
cli-more-notices-in-lines = More notices of this kind: { $count }, in lines { $lines }.
cli-more-errors = … and { $count } more errors.
cli-sample-empty = The lexicon { $lexicon } counts nothing in these texts that could be judged.
cli-sample-unknown-language = Matches in texts whose language is not known, of which none is drawn: { $count }. Give the language by --lang.
