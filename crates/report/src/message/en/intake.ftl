# Files that come in: reading them, tables of texts, data on texts.
intake-progress = Reading files: { $done } of { $all } ({ $name })
intake-cancel = Stop reading
intake-refused = { $count ->
    [one] { $shown } file was not read
   *[other] { $shown } files were not read
 }
intake-refused-more = { $count ->
    [one] and { $shown } more, which is shown when one of these is dismissed
   *[other] and { $shown } more, which are shown as these are dismissed
 }
intake-dismiss-all = Dismiss all
intake-dismiss = Dismiss: { $name }
document-no-reader = this file cannot be read in this place: the part of the program that reads documents is missing. Open Tarazy itself, or save the file as plain text.
lexicon-no-reader = this lexicon is in the format of another tool, and the part of the program that reads and writes such formats is missing in this place. Open Tarazy itself, or use lexicons in its own format (.toml).
document-reader-ended = reading this file ended early: it may be damaged, or too large for the memory of this browser. The other files were read. Open it in the program that made it and save it as plain text.
table-heading = Which column holds the texts? { $name }
table-rows = { $count ->
    [one] The table has { $shown } row.
   *[other] The table has { $shown } rows.
 }
table-others = { $count ->
    [one] { $shown } more table comes after this one.
   *[other] { $shown } more tables come after this one.
 }
table-first-rows = The first rows of the table
table-separator = Separator
table-separator-comma = comma
table-separator-semicolon = semicolon
table-separator-tab = tab
table-separator-bar = vertical bar
table-head = The first row names the columns
table-role = Use of the column { $name }
table-role-text = text
table-role-title = title
table-role-data = data
table-role-ignored = leave out
table-no-text = Choose the column with the texts.
table-add = { $count ->
    [one] Add { $shown } text
   *[other] Add { $shown } texts
 }
table-whole = Add the whole table as one text
table-lexicon = Open as a lexicon
table-leave-out = Leave this file out
pasted-table = pasted table
split-offer = The text { $name } has lines of hyphens that divide it into { $count } parts.
split-do = Make { $count } texts of it
history-metadata-set = data on texts set, the first: { $name }
history-read-again = text read from its file in another way: { $name }
card-source = { $format }
card-left-out = Left out: { $kinds }
card-include = Which parts are counted
card-part = { $kind ->
    [headers] headers
    [footers] footers
    [comments] comments
    [deleted-text] deleted passages
    [hidden-text] hidden passages
    [alternative-text] descriptions of pictures
    [navigation] menus and other parts around the main text
    [notes] footnotes and endnotes
   *[hidden-sheets] hidden sheets
 }
card-data = Data
names-heading = Data from file names
names-why = The names of your files have a common shape. Its parts become data on the texts, such as party and year.
names-pattern = Shape of the names
names-pattern-hint = Put the name of each piece of data between braces, as in { $example }.
names-fits = { $count ->
    [one] { $shown } name of { $all } fits.
   *[other] { $shown } names of { $all } fit.
 }
names-others = { $count ->
    [one] { $shown } does not: its text gets no data.
   *[other] { $shown } do not: their texts get no data.
 }
names-use = Use as data
names-invalid = This shape cannot be read: name each piece of data once, between braces, with other characters between two of them.
data-table = Use as data on the texts that are there
data-table-fits = { $count ->
    [one] The column { $name } names { $shown } of your { $all } texts.
   *[other] The column { $name } names { $shown } of your { $all } texts.
 }
texts-find = Find a text
texts-found-none = No text has that in its title.
texts-more = { $count ->
    [one] { $shown } more text; find it by its title.
   *[other] { $shown } more texts; find them by their titles.
 }
text-open = Open the text { $title }
text-close = Close the text { $title }
add-folder = Choose a folder
