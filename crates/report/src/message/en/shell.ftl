# The frame of the page: header, texts, lexicon, options, notices, keys.

## Header
brand = Tarazy
page-title-of = { $title } · Tarazy
study-title = Title of the study
study-untitled = Untitled study
requests = { $count ->
    [one] { $shown } request sent
   *[other] { $shown } requests sent
}
requests-why = Everything is counted in this browser. Press to read what that means.
page-language = Language of the page
language-kk = Kazakh
language-ru = Russian
language-en = English
skip-to-content = To the content
settings = Language and colours
theme = Colours
theme-system = as the system
theme-light = light
theme-dark = dark
shortcuts = Keys
dialog-close = Close

## In a narrow frame of another page
embedded-whole = Open the whole study

## Places and history
places = Places
place-texts = Texts
place-lexicon = Lexicon
place-compare = Compare
place-contexts = Contexts
place-figures = Figures
place-publish = Publish
history = History
undo = Undo: { $edit }
redo = Redo: { $edit }
undo-nothing = Nothing to undo
redo-nothing = Nothing to redo
history-study-opened = study opened: { $name }
history-study-started = new study started with the text: { $name }
history-text-added = text added: { $name }
history-texts-added = several texts added, the first: { $name }
history-text-removed = text removed: { $name }
history-text-renamed = text renamed, before: { $name }
history-text-moved = text moved: { $name }
history-language-set = language of the text changed: { $name }
history-lexicon-set = lexicon changed: { $name }
history-form-excluded = form excluded: { $name } ({ $entry })
history-options-set = options changed
history-title-set = study renamed: { $name }
history-stopped = work stopped

## Notices
notices = Notices
notice-undo = Undo
notice-add-again = Add again
notice-put-away = Put away: { $sentence }
study-started = A new study has begun with your text. The sample study is one press away: undo, or choose it among the samples in Texts.
engine-replaced = The counting had to be started again. Nothing is lost.
engine-ended = Counting stopped every time it was started. Your texts are still here, in this page. Start it again, or save the study and open it in another browser.
engine-start = Start again
text-set-aside = counting this text stopped the engine twice, so it has been set aside. The other texts go on. Split the text into parts and add them again.
lexicon-set-aside = counting with this lexicon stopped the engine twice, so the one before it is back. Check its longest entries and open it again.
options-set-aside = Counting with these options stopped the engine twice, so the usual options are back.
question-set-aside = This view could not be computed: the engine stopped twice on it. Texts, lexicon and table are as they were.
file-unreadable = the file can no longer be read. Choose it again.
paste-failed = The browser did not hand over the pasted text. Paste it into the box in Texts.
sample-missing = this sample study cannot be read. Reload the page, or add texts of your own.
analysis-no-table = The engine came to rest without a result.
analysis-unknown-category = The lexicon { $lexicon } has no category { $category }. Its categories are: { $known }.
analysis-unknown-option = `{ $place }` has no key `{ $option }`. Its keys are: { $known }.

## Texts
texts-heading = Texts ({ $shown })
texts-none = There are no texts yet.
text-away = not in this file
texts-add = + add texts
text-title = Title of the text { $title }
text-language = Language of the text { $title }
text-up = Move up: { $title }
text-down = Move down: { $title }
text-remove = Remove: { $title }
text-characters = { $count ->
    [one] { $shown } character
   *[other] { $shown } characters
}
text-words = { $count ->
    [one] { $shown } word
   *[other] { $shown } words
}
text-waits = not counted yet
text-writing = { $writing ->
    [latin-2018] Kazakh in Latin letters (2018), compared in Cyrillic
    [latin-2021] Kazakh in Latin letters (2021), compared in Cyrillic
   *[arabic] Kazakh in Arabic letters, compared in Cyrillic
}
# The text's own language, and the shares of others that it quotes.
text-languages = { $language }, with { $others }
text-language-share = { $share } % { $language }
language-auto = auto
language-auto-found = auto: { $language }

## Adding texts
add-heading = Add texts
add-anywhere = Drop files anywhere on the page, paste a text anywhere, or use the fields below. PDF, Word (.docx), OpenDocument, RTF, web pages, e-books, tables, subtitles, e-mail, ZIP archives and plain text in any usual encoding are read; nothing leaves this browser.
add-files = Choose files
add-drop = Drop here: texts go to the study, a .toml file becomes the lexicon.
add-title = Title (the first line, if left empty)
add-area = Text
add-button = Add text
samples-heading = Sample studies
samples-why = A sample takes the place of the present study; undo brings yours back.

## Lexicon
lexicon-heading = Lexicon
lexicon-version = Version
lexicon-entries = Entries
lexicon-source = Source
lexicon-licence = Licence
lexicon-sha256 = SHA-256
lexicon-builtin = Built-in lexicons:
lexicon-refused = { $count ->
    [one] the lexicon cannot be used: { $count } problem. It is listed in Lexicon; the lexicon before it stays.
   *[other] the lexicon cannot be used: { $count } problems. They are listed in Lexicon; the lexicon before it stays.
}
lexicon-refused-heading = Not used: { $name }
lexicon-warnings = { $count ->
    [one] { $shown } thing to look at
   *[other] { $shown } things to look at
}

## Options
options = Options
options-more = More
face = Table
face-categories = Categories
face-table1 = Table 1
measure = Measure
measure-count = count
measure-per-1000-words = rate per 1,000 words
measure-percent = rate per 100 words
measure-share = share of all matches
measure-per-10000-characters = rate per 10,000 characters
policy = Policy for overlaps
policy-longest = longest: the longer match counts
policy-independent = independent: each category by itself
policy-liwc = liwc: each word counts once
level = Level
level-all = all
decimals = Decimals
case-sensitive = Match case
export-menu = Export
export = Copy and save
export-copy = Copy table
export-save = Save as { $format }
export-saved = Saved: { $file }
export-copied = The table has been copied. Paste it into a document or a spreadsheet.
export-not-copied = The browser did not allow copying. Save the table as a file.
export-by-hand = Copy by hand
export-by-hand-why = Saving files is not allowed here. Select everything and copy it.

## Contexts and texts under the table
choose-text = Text
choose-category = Category
choose-all-texts = all texts
choose-nothing = choose a category
contexts-choose = Choose a category, or press a number in the table: its places in the texts are shown here.
contexts-unknown = The lexicon in use has no such category. Choose another one.
text-page-waits = The text is being opened.
text-page-none = There is no such text in this study.
table-waits = The texts are being counted for the first time.

## Progress
progress = Counting: { $percent } %
progress-text = Counting { $title }: { $percent } %
progress-unknown = Counting
progress-converting = Converting the lexicon { $name }
progress-stop = Stop

## Keys
key-texts = go to Texts
key-lexicon = go to Lexicon
key-compare = go to Compare
key-contexts = go to Contexts
key-search = search all texts
key-arrows = move in the table
key-open = open the contexts of a number, the text of a context
key-back = one step back
key-lines = next line, previous line
key-undo = undo, redo
key-copy = copy the table
key-copy-line = copy a line of the contexts with its place
key-save = save the study as a file; open files
key-shortcuts = this list

## Privacy
privacy = What leaves this computer: nothing
privacy-count = { $count ->
    [0] This page has sent no request to anyone since it was opened. The number is counted live.
    [one] This page has sent { $shown } request to another address since it was opened. That should never happen: something in this browser, an extension perhaps, has added it.
   *[other] This page has sent { $shown } requests to other addresses since it was opened. That should never happen: something in this browser, an extension perhaps, has added them.
}
privacy-texts = Your texts and your lexicon are read and counted inside this browser. They are sent to nobody, and nobody is told that you used them.
privacy-files = The page loads only its own files: the program, its look and the sample studies, from the place where it was opened.
privacy-storage = Between visits the browser keeps your studies with their texts, and how you like the page: its language and colours, the measure, the number of decimals, whether weighted figures are shown, and how files are set. All of it stays on this computer. In Texts you can delete one study, or everything that is kept. The browser does not keep the texts of a published study. Where the page was opened from a website, a copy of its own files stays here too, so that it opens without a network.
privacy-check = You can check this: disconnect from the network once the page is open, and go on working.
