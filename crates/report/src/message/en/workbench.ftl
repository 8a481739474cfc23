# The lexicon's page: tree, entries, categories, files, history.

lexicon-views = Views of the lexicon
lexicon-view-entries = Entries
lexicon-view-parallel = Languages side by side
lexicon-view-checks = Checks
lexicon-view-changes = Compare lexicons
lexicon-view-history = History
workbench-tree = Categories and entries
workbench-choose = Choose a category or an entry in the tree. Space marks entries; marked entries are moved, split off or removed together. Entries can be dragged onto a category.
workbench-search = Search entries, notes, categories
workbench-close-all = Close all
workbench-new-category = New category
workbench-new-category-button = Add a category
workbench-entries = { $count ->
    [one] { $shown } entry
   *[other] { $shown } entries
}
workbench-marked = { $count ->
    [one] { $shown } entry is marked
   *[other] { $shown } entries are marked
}
workbench-move-to = Move to
workbench-remove-marked = Remove the marked entries
workbench-unmark = Unmark
workbench-has-conditions = has conditions
workbench-has-note = has a note or a source

## One entry
workbench-entry = Entry
workbench-new-entry = New entry
workbench-category = Category
workbench-any-language = all languages
workbench-add-entry = Add
workbench-remove-entry = Remove
workbench-entry-removed = The lexicon no longer has this entry. Undo may bring it back.
workbench-more = Part of speech, concept, weight, note, source
workbench-conditions = Conditions
workbench-conditions-hint = One pattern on each line.
field-pattern = Pattern
field-pos = Part of speech
field-weight = Weight
field-note = Note
field-source = Source
field-not = Not inside
field-not-before = Not directly before
field-not-after = Not directly after
field-before = Only directly before
field-after = Only directly after
field-near = Only near
field-concept = Concept, the same in each language
field-crosses-punctuation = Punctuation may stand between the words of the phrase
field-compounds = Also as a part of a compound with a hyphen
field-names = Does not count where it is written as a name
field-window = Near means, in words
trial-effects = Counts that would change
trial-conflicts = { $count ->
    [one] { $shown } other entry catches some of the same words
   *[other] { $shown } other entries catch some of the same words
}
trial-shared = { $count ->
    [one] { $shown } shared place
   *[other] { $shown } shared places
}
trial-counted = { $count ->
    [one] it counts at { $shown }
   *[other] it counts at { $shown }
}
trial-lines = In the texts

## One category
workbench-title-in = Title, { $language }
workbench-new-subcategory = Add a subcategory
workbench-remove-category = Remove the category
workbench-merge-into = Merge into
workbench-merge-choose = choose…
workbench-split = { $count ->
    [one] Make a category of the marked entry
   *[other] Make a category of the { $shown } marked entries
}
workbench-split-hint = To split the category, mark some of its entries in the tree with Space.

## The file
workbench-open = Open a lexicon file
workbench-new-lexicon = New lexicon
workbench-new-lexicon-title = My lexicon
workbench-save = Save as
workbench-save-choose = format…
workbench-facts = About this lexicon
workbench-edits = { $count ->
    [one] { $shown } edit, not yet saved as a file
   *[other] { $shown } edits, not yet saved as a file
}
workbench-imported = { $name } was read as { $format }.
workbench-syntax = Terms are read as
syntax-native = Tarazy patterns: words inflect
syntax-glob = words with * and ?
syntax-fixed = words as written
syntax-regex = regular expressions
workbench-shape = Shape of the table
shape-found = found by itself
shape-long = category, then term in each line
shape-tidytext = word, then category in each line
shape-wide = a category in each column
shape-matrix = a term in each line, a category in each column
shape-empath = a category in each line: name, then terms
shape-list = a list of words
shape-weights = words with weights
format-toml = Tarazy's own format
format-dic = a LIWC dictionary (.dic)
format-lc3 = a Lexicoder dictionary
format-ykd = a Yoshikoder dictionary
format-lcd = a Lexicoder 2 dictionary
format-cat = a WordStat dictionary
format-dicx = a LIWC-22 dictionary
format-csv = a table
format-yaml = a quanteda dictionary in YAML
format-xlsx = an Excel workbook
format-khcoder = coding rules of KH Coder
workbench-no-losses = Nothing was dropped, altered or guessed.
workbench-losses = { $count ->
    [one] { $shown } line was dropped, altered or guessed
   *[other] { $shown } lines were dropped, altered or guessed
}
workbench-more-losses = { $count ->
    [one] and { $shown } more
   *[other] and { $shown } more
}
workbench-export-losses = { $count ->
    [one] { $file } was made; { $shown } thing could not be carried over
   *[other] { $file } was made; { $shown } things could not be carried over
}

## What was done
history-heading = { $count ->
    [one] { $shown } step so far
   *[other] { $shown } steps so far
}
history-start = the beginning
history-now = (now)
history-undone = (undone)
history-entry-added = entry added: { $name } → { $entry }
history-entry-changed = entry changed: { $name } ({ $entry })
history-entries-removed = { $count ->
    [one] entry removed: { $name }
   *[other] { $count } entries removed, the first: { $name }
}
history-entries-moved = { $count ->
    [one] entry moved: { $name } → { $entry }
   *[other] { $count } entries moved, the first: { $name } → { $entry }
}
history-category-added = category added: { $name }
history-category-renamed = category renamed: { $name } → { $entry }
history-category-merged = category merged: { $name } → { $entry }
history-category-split = { $count ->
    [one] category made of one entry of { $entry }: { $name }
   *[other] category made of { $count } entries of { $entry }: { $name }
}
history-category-removed = category removed: { $name }
lexicon-edit-set-aside = counting after the last edit stopped the engine twice, so the edit was taken back. Try a narrower pattern.

## Why an edit was refused
edit-no-entry = nothing was changed: the lexicon no longer has this entry at that place. Choose it in the tree and try again.
edit-no-category = nothing was changed: the lexicon has no category “{ $path }”. Choose another one in the tree.
edit-form = nothing was changed: this form cannot be written in a lexicon. Write it as a pattern in the field “Not inside”.
edit-already = the entry excludes this form already.
edit-no-pattern = nothing was changed: an entry needs a pattern. Write a word or a phrase.
edit-number = nothing was changed: “{ $written }” is no number for “{ $key }”. Write it as 2 or 0.5.
edit-into-itself = nothing was changed: a category cannot go into itself. Choose another one.
edit-last-category = nothing was changed: a lexicon keeps one category at least. Add another one first.
edit-no-title = nothing was changed: a category needs a title. Write one in any of the three languages.
edit-layout = nothing was changed: the file is written in an unusual way. Edit it by hand and open it again.

## Two lexicons, two policies
changes-with = Compare with
changes-before = this lexicon before my edits
changes-file = Another file
policies-with = The same table under the policy
policies-back = Back to the table
