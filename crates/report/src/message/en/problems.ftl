# What can be wrong with an input. Keys are the codes of problems.
problem-at-column = { $file }, line { $line }, column { $column }: { $sentence }
problem-at-line = { $file }, line { $line }: { $sentence }
problem-in-file = { $file }: { $sentence }
text-invalid-utf8 = this is UTF-8 text, but the byte at position { $offset } cannot be read. Save the file as UTF-8 again, or choose its encoding.
text-unknown-encoding = the encoding of this text is not recognised: in none of those that Tarazy reads is it Kazakh, Russian or English. Choose its encoding, or save the file as UTF-8 and add it again.
text-encoding-guessed = the encoding was guessed, and not surely: { $encoding }. Look at the text, and choose another encoding if letters are wrong.
text-encoding-replaced = the text has { $count ->
    [one] { $count } byte that means
   *[other] { $count } bytes that mean
 } nothing in { $encoding }; each such place shows the sign �.
text-empty = the text is empty. Add a file or paste a text that has words in it.
text-without-words = there are no words in this text: its counts are 0, and its rates have no base. Look whether it is the right file.
text-format = this looks like { $format ->
    [html] HTML: { $count ->
        [one] { $count } tag
       *[other] { $count } tags
    }
    [xml] XML: { $count ->
        [one] { $count } tag
       *[other] { $count } tags
    }
    [rtf] RTF: { $count } control words
    [json] JSON: { $count ->
        [one] { $count } key or value
       *[other] { $count } keys or values
    }
    [subtitles] subtitles: { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
    [latex] LaTeX: { $count ->
        [one] { $count } command
       *[other] { $count } commands
    }
    [mail] an e-mail message: { $count } lines of its header
    [table] a table (CSV): { $count } rows
    [markdown] Markdown: { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
    [wiki] the markup of a wiki: { $count } links and templates
   *[bbcode] the markup of a forum: { $count } tags
 }, the first of them { $example }. What is not the author's text in it is counted too. Save the text alone as plain text and count that.
text-entities = the text has { $count ->
    [one] { $count } HTML entity
   *[other] { $count } HTML entities
 } in place of characters, the first of them { $example }: they split words or count as words. Replace them by the characters they stand for.
text-escapes = the text has { $count ->
    [one] { $count } place
   *[other] { $count } places
 } with numbers in place of letters, the first of them { $example }: no word matches there. Convert the file to plain text.
text-lost-characters = the text has the sign � in { $count ->
    [one] { $count } place
   *[other] { $count } places
 }, the first of them { $example }: characters were lost before, and the words there do not match. Take the text from its source again.
text-question-marks = the text has { $count } question marks within words, the first of them in { $example }: a program seems to have written them for letters that it lacks. Take the text from its source again.
text-control-characters = the text has { $count ->
    [one] { $count } control character
   *[other] { $count } control characters
 }, the first of them { $example }: words with one in them do not match. Remove them, or take the text from its source again.
text-private-use = the text has { $count ->
    [one] { $count } character
   *[other] { $count } characters
 } whose meaning only a font knows, the first of them { $example }: the words there do not match. Copy the text from another source.
text-too-large = the text is { $megabytes } MB long; the limit is { $limit } MB. Split it into parts and add them one by one.
text-binary = this is not a plain text but a binary file ({ $kind }). Save it as plain text and add it again.
text-language-unknown = there is too little text to tell its language. Entries match only as written; choose the language if it is Kazakh, Russian or English.
text-language-other = the text looks { $language ->
    [uk] Ukrainian
    [be] Belarusian
    [bg] Bulgarian
    [sr] Serbian
    [mk] Macedonian
    [ky] Kyrgyz
    [tt] Tatar
    [ba] Bashkir
    [uz] Uzbek
    [ug] Uyghur
    [kaa] Karakalpak
    [cv] Chuvash
    [tg] Tajik
    [mn] Mongolian
    [tr] Turkish
    [az] Azerbaijani
    [tk] Turkmen
    [ar] Arabic
    [fa] Persian
    [ur] Urdu
    [de] German
    [fr] French
    [es] Spanish
    [it] Italian
    [pt] Portuguese
    [nl] Dutch
    [pl] Polish
   *[other] like another language
 }; entries match only as written, not in their inflected forms. If it is in Kazakh, Russian or English, choose the language.
text-language-script = the language was not recognised: { $script ->
    [cyrillic] Cyrillic letters, but not clearly Kazakh or Russian
    [latin] Latin letters, but not clearly English or Kazakh
    [arabic] Arabic letters, but not clearly Kazakh
   *[other] letters of another script
 }. Entries match only as written; choose the language if it is one of these.
text-language-not-in-lexicon = the lexicon has no entries for this language ({ $language }), so that nothing can match.
text-same-as = this text is the same as { $title }.
text-same-words-as = this text has the same words as { $title }, in another encoding or format.
text-near-copy-of = this text is nearly a copy of { $title }: they share { $percent } % of their sequences of five words. Keep one of them if they are versions of one text.
data-no-name = a piece of data on this text has no name. Give it one.
data-name-too-long = the name of the data "{ $name }" has more than { $limit } characters. Shorten it.
data-name-twice = two pieces of data on this text have the name "{ $name }". Give one of them another name.
data-control-character = the data "{ $name }" have a control character, such as a line end. Take it out.
data-value-too-long = the value of "{ $name }" has more than { $limit } characters and is not kept with the text. Shorten it.
data-not-a-number = the value of "{ $name }" is not a number that can be kept. Correct it.
data-not-a-date = "{ $value }" under "{ $name }" is not a date of the calendar. Write it as 2024, 2024-03 or 2024-03-01.
data-too-many = this text has { $count } pieces of data; only the first { $limit } are kept. Leave out columns that you do not need.
data-too-many-columns = the texts have data for { $count } columns; only the first { $limit } are shown and exported. Leave out columns that you do not need.
lex-syntax = this is not TOML: { $reason }. Correct what stands there: texts stand in quotation marks, lists in square brackets.
lex-yaml = this is not YAML: { $reason }. Correct what stands there, or put the term into quotation marks.
lex-unknown-key = the format has no key { $key } here. Take it out or look it up in the description of the format.
lex-missing-key = { $key } is missing; write a line { $key } = … here.
lex-wrong-type = { $key } must be { $expected ->
    [text] text in quotation marks; write { $key } = "…"
    [number] a number; write { $key } = 1
    [flag] true or false; write { $key } = true
    [list] a list in square brackets; write { $key } = ["…"]
   *[table] a table; write { $key } = {"{"} … = … {"}"}
 }.
lex-format = the file says format { $found }; this version of Tarazy reads format 1. Write format = 1, or use a newer version.
lex-id = "{ $id }" is no id: use the letters a–z, digits, hyphen and underscore.
lex-duplicate-category = the category { $path } is there twice. Give one of them another id or put their entries together.
lex-duplicate-entry = the entry { $pattern } is there twice in { $path }; the second one is left out. Take one of them out.
lex-language = "{ $code }" is no language of Tarazy: use kk, ru or en.
lex-part-of-speech = "{ $name }" is no part of speech: use noun, adjective, verb or name.
lex-value = { $key } cannot be "{ $value }". Allowed: { $allowed }.
lex-pattern-empty = the pattern is empty. Write a word, or take the entry out.
lex-pattern-gap-at-edge = the pattern { $pattern } begins or ends with a gap; a gap must stand between two words. Write the missing word, or take the gap out.
lex-pattern-gap = in the pattern { $pattern }, "{ $written }" is no gap: write two full stops and a number from 1 to { $limit }.
lex-pattern-bracket = in the pattern { $pattern } a bracket has no pair or nothing in it; write the letters to choose from between two brackets, as in fre[ei].
lex-pattern-too-long = the pattern { $pattern } has more than { $limit } words. Divide it into several entries.
lex-pattern-too-many-characters = the pattern { $pattern } has more than { $limit } characters. Divide it into several entries.
lex-mixed-alphabets = the entry { $pattern } mixes Latin and Cyrillic letters in one word; it will not match what it seems to. Type the word again in one alphabet.
lex-cut-expression = the expression { $pattern } matches no word of an ordinary text: texts are cut between its signs, as R&D is into R, & and D. Write the words one after another, without slashes.
lex-unknown-list = there is no list of exclusions named { $id }. Name one that the lexicon has in [[exclusion]], or one of the program, as names-1/parties.
lex-duplicate-list = the list of exclusions { $id } is there twice. Give one of them another id or put their patterns together.
lex-unknown-category = there is no category { $path } in this lexicon. Correct the path, or add the category.
lex-duplicate-validation = there are two validations for this language and category. Keep the later one.
lex-validation-sum = { $sampled } matches were judged, but correct, debatable and wrong ones add up to { $judged }. Correct the numbers.
lex-heads = the columns of this table do not say what they hold, and it can be read in several ways. Its first line is: { $found }. Write heads above the columns: category and pattern (санат and үлгі, категория and шаблон), and weight (салмақ, вес) if there is one; or say the shape of the table, for example --shape long.
lex-no-category = the lexicon has no category. Write one: a line [[category]] and below it id = "freedom".
lex-too-much = the lexicon has more than { $limit } { $what ->
    [entries] entries
    [categories] categories
    [levels] levels of categories
    [expressions] bytes of regular expressions
    [validations] validations
    [characters] characters in one text of its card
   *[bytes] bytes
 }. Take out what is not needed, or divide it into several lexicons.
lex-unknown-builtin = there is no built-in lexicon { $id }; use one of these: { $known }.
lex-test-failed = the test counts { $found } for { $path }, expected { $expected } (correct the entries or the expected number): { $text }
lex-test-policy = "{ $policy }" is no policy: use longest, independent or liwc.
lex-encrypted = this file is no text: it is encrypted by its vendor, or it is a binary file. Export the dictionary from the program that made it as a text file.
lex-pattern-regex = in the pattern { $pattern }, "{ $written }" cannot be read as a regular expression: { $reason ->
    [group] a round bracket has no pair, or the name of a group is wrong or there twice. Correct it
    [class] a square bracket has no pair, or a range in it goes backwards. Correct it
    [repetition] *, +, ? or {"{"}…{"}"} has nothing before it to repeat, or the numbers are wrong. Correct it
    [escape] the backslash stands before a character that has no meaning with it. Take the backslash away, or write two
    [look-around] what stands before or behind, as in (?=…) or (?<!…), cannot be asked for. Use the conditions of the entry: before, after, not
    [back-reference] a reference to a group, as \1, cannot be used. Write out what may stand there
    [property] a property in \p{"{"}…{"}"} is not known; \p{"{"}L{"}"} (letters), \p{"{"}Lu{"}"} (capitals) and \p{"{"}Nd{"}"} (digits) are. Correct it
    [flag] a flag behind (? does not exist. Correct it
    [case-flag] (?i) may stand only at the beginning. Move it there; without ^ before the pattern, capitals are not compared anyway
    [size] it would take too much memory. Write a smaller number in its repetitions, or divide it
    [depth] its brackets are nested too deep. Write it with fewer of them
   *[other] it does not follow the rules of regular expressions. Correct it
 }, or write the word without the strokes.
lex-too-costly = the lexicon is too costly to look for: { $what ->
    [gaps] its phrases with gaps may stand at more than { $limit } places behind one word. Make the gaps (..20) shorter or the phrases fewer; a phrase counts here with the number of its words and the size of its gaps.
   *[wildcards] more than { $limit } patterns begin with a wildcard (*word, ?) or are regular expressions, and every form of the texts is compared with each of them. Write words or their beginnings (free*) where they say the same.
 }
loss-encoding = the file is not UTF-8; letters that cannot be read show as �. Save it as UTF-8 and open it again.
loss-encoding-guessed = { loss-effect }: the file is not in Unicode; it was read as { $encoding }. If letters are wrong, save it as UTF-8 and open it again.
loss-unknown-line = { loss-effect }: "{ $written }" is nothing that this format knows.
loss-unknown-category = { loss-effect }: "{ $term }" names the category { $reference }, which the file does not declare.
loss-no-category = { loss-effect }: "{ $term }" has no category.
loss-condition = { loss-effect }: the condition of "{ $term }" cannot be kept: { $written }.
loss-condition-guessed = { loss-effect }: the condition of "{ $term }", { $written }, is read as its makers seem to mean it.
loss-same-name = { loss-effect }: the category "{ $name }" is there twice; the second is now called "{ $renamed }".
loss-empty-category = the category "{ $name }" has no term.
loss-same-term = { loss-effect }: "{ $term }" is there twice in "{ $category }".
loss-pattern = { loss-effect }: "{ $term }" cannot be read as a pattern.
loss-too-deep = { loss-effect }: "{ $name }" lies deeper than { $limit } levels; its terms and those of the categories in it went to the category above.
loss-too-many-categories = { loss-effect }: a lexicon may have { $limit } categories at most; those behind "{ $name }" are left out.
loss-too-many = { loss-effect }: a lexicon may have { $limit } entries; the rest is left out.
loss-weight = { loss-effect }: "{ $written }" is no weight; "{ $term }" weighs 1.
loss-no-tree = { loss-effect }: this format has no subcategories; "{ $name }" stands there beside the category above it.
loss-merged = { loss-effect }: the category "{ $name }" is there more than once; its terms are put together.
loss-shape = { loss-effect }: nothing in the file says what it holds. It is read { $shape ->
    [long] as one entry a line: category, then term
    [tidytext] as one entry a line: word, then category
    [matrix] with a term in each line, a category in each column and a mark where they meet
    [empath] with a category in each line: its name, then its terms
    [list] as a list of words, one a line, in one category that has the name of the file
    [weights] as a list of words with weights, in one category that has the name of the file
   *[wide] with a category in each column: its name, then its terms below
 }; the first line is { $as ->
    [heads] taken for the heads
   *[entry] an entry
 }: { $first }. If that is wrong, write heads (category, pattern, weight) or choose the shape of the table (on the command line --shape).
loss-columns = { loss-effect }: columns that are no categories, terms or weights: { $names }.
loss-comments = { loss-effect }: lines that begin with ;, # or ! are read as comments; there are { $count }.
loss-not-members = { loss-effect }: 0 behind a term says that it is not in the category, 1 that it is; lines with 0 that are left out: { $count }.
loss-scores = { loss-effect }: the numbers are read as weights of the terms. A plain count counts words whatever they weigh; ask for weighted numbers (--weights) to use the weights.
loss-senses = { loss-effect }: numbers of senses, as in "{ $term }", are taken off, since no text has them: a word is in the categories of all its senses. Terms with such a number: { $count }.
loss-effect = { $effect ->
    [dropped] left out
    [altered] changed
   *[guessed] guessed
 }
loss-inflection = { loss-effect }: "{ $term }" matches there only as written, not in its inflected forms.
loss-inexpressible = { loss-effect }: this format has no way to write "{ $term }".
loss-no-weights = { loss-effect }: this format has no weights; that of "{ $term }" was { $written }.
loss-one-category = { loss-effect }: the program expects an entry in one category only; "{ $term }" is in several.
loss-title-category = { loss-effect }: "{ $name }" at the top holds nothing but the other categories; it is taken for the title of the dictionary.
loss-broken = { loss-effect }: the file is broken here and was read no further: { $reason }.
loss-unweighted-term = { loss-effect }: "{ $term }" has no weight; it is taken for a term of weight 1.
loss-renamed = { loss-effect }: the category "{ $name }" is called "{ $renamed }" there: its own name would be read as something else.
lex-other-file = this is no lexicon but { $kind ->
    [docx] a Word document
    [doc] an old Word document
    [odt] a text document of LibreOffice
    [rtf] a formatted text (RTF)
    [pdf] a PDF document
    [epub] an e-book
    [pptx] a presentation
    [xls] a workbook of Excel 2003 or before
    [xlsb] a binary workbook of Excel
    [ods] a workbook of LibreOffice
    [locked] a file behind a password
    [archive] a packed archive
    [image] a picture
    [page] a web page
    [database] a database
    [spss] a data file of SPSS
    [stata] a data file of Stata
    [spelling] a spelling dictionary (Hunspell, .dic): words without categories
    [affixes] the rules of a spelling dictionary (Hunspell, .aff)
   *[program] a program
 }. { $kind ->
    [xls] Save it as .xlsx or CSV and open that.
    [xlsb] Save it as .xlsx or CSV and open that.
    [ods] Save it as .xlsx or CSV and open that.
    [locked] Save it without the password and open that.
    [archive] Unpack it and open the dictionary that is in it.
    [spelling] Open a dictionary with categories. For a list of words, take out the first line and what stands behind the strokes.
    [affixes] Open a dictionary with categories.
   *[other] If there is a word list in it, save that as plain text, CSV or .xlsx.
 }
lex-other-format = this lexicon is in the format of another tool, which is not read in this place. Convert it to the format of Tarazy (.toml) first.
lex-workbook = this workbook cannot be read: { $what ->
    [archive] it is cut off or damaged. Open it in the program that made it, and save it again as .xlsx or CSV.
    [parts] a part of it is missing or damaged. Open it in the program that made it, and save it again as .xlsx or CSV.
   *[size] it has more than a million cells, 32 MB of text or 128 MB unpacked. Save the sheet with the lexicon alone, as .xlsx or CSV.
 }
lex-rule = { $what ->
    [glued] in "{ $written }" an operator or a bracket has no spaces around it; write { $fix }
    [open] the bracket "{ $written }" is never closed; write { $fix } behind what belongs to it
    [close] the bracket "{ $written }" closes nothing; take it out, or write ( before what belongs to it
    [operand] "{ $written }" lacks a word beside it; write one there, or take it out
    [operator] "{ $written }" has no operator before it; write { $fix }
    [quote] the quotation marks of "{ $written }" do not fit; write { $fix }
   *[code] "{ $written }" is no name of a code; write { $fix }
 }.
loss-cell = { loss-effect }: the cell { $cell } holds no text but { $kind ->
    [date] a date
    [truth] a truth value
    [formula] the result of a formula
   *[error] an error
 }: { $written }. If a word is meant, make the cell a text and type it again.
loss-sheet = { loss-effect }: the sheet "{ $name }" is not read, since a lexicon is one sheet. Put its rows into that one, or save it as a file of its own.
loss-counts-documents = these rules say which documents have a code; here every match is counted, so that the numbers are others than in KH Coder.
loss-document-rule = { loss-effect }: "{ $written }" says something about a whole document, which an entry cannot. Write what is to be found as near(a-b) or as a phrase, if you need it.
loss-all-forms = { loss-effect }: "{ $term }" matches there in all its forms, not only as written.
loss-too-many-expressions = { loss-effect }: the regular expressions of a lexicon may take 64 MB of memory; "{ $term }" and those behind it are left out. Write plain words or globs (free*) where they say the same.
loss-too-costly = { loss-effect }: "{ $term }" is left out: the lexicon has so many phrases with gaps (..5), patterns that begin with a wildcard (*word) or regular expressions that looking for all of them would take too long.
