# Why a word counts or not: an entry with its forms and near misses, and what a reader decides about them.

## The explanation of a match
why = Why?
why-of = Why does “{ $form }” count?
probe-waits = Looking through the texts…
probe-form = Form
probe-entry = Entry
probe-category = Category
probe-note = Author’s note
probe-counted = { $count ->
    [one] { $shown } match counts in the texts of the study.
   *[other] { $shown } matches count in the texts of the study.
}
probe-shadowed = { $count ->
    [one] { $shown } match does not count because another match covers it.
   *[other] { $shown } matches do not count because others cover them.
}
probe-left-out = { $count ->
    [one] (and { $shown } that does not count)
   *[other] (and { $shown } that do not count)
}
probe-forms = { $count ->
    [0] No form is matched
    [one] { $shown } form is matched
   *[other] { $shown } forms are matched
}
probe-near = { $count ->
    [0] No near misses
    [one] { $shown } near miss: begins alike and does not count
   *[other] { $shown } near misses: begin alike and do not count
}
probe-near-not-sought = Near misses are not looked for where a phrase has a gap or ends in any word.
probe-more = { $count ->
    [one] and { $shown } more
   *[other] and { $shown } more
}

## Why a form does not count
near-rest = the stem “{ $stem }” fits, but “{ $rest }” is no chain of its endings
near-stem = the bare stem “{ $stem }” is no form of the word
near-derivation = derived from the word; written as “{ $entry }”, the entry would match it:
near-part = a form of the word as another part of speech: { $part }
part-noun = noun
part-adjective = adjective
part-verb = verb
part-name = proper name
near-alike = only the beginning “{ $shared }” is the same
near-as-written = the entry takes only the form or the wildcards that it names
near-case = differs in capital and small letters
near-better = another reading of the form is better
near-longer = taken for the longer word “{ $word }”
near-commoner = far more often a form of “{ $word }”
near-function = the word “{ $word }”, which has no forms
near-auxiliary = “{ $word }” helps the verb before it
near-by-neighbours = (here, by the words beside it)
near-excluded = excluded in the lexicon by “{ $pattern }”
near-excluded-here = excluded by the lexicon where it stands
near-counted-for = counts for the entry “{ $entry }”

## Excluding a form
exclude = Exclude this form
exclude-of = Exclude the form “{ $form }” from the entry “{ $entry }”
exclude-hint = The change goes into your own copy of the lexicon and can be undone.
form-excluded = The form “{ $form }” no longer counts for the entry “{ $entry }”.

## Entries of the lexicon
entries-language = Language
entries-all-languages = all languages
entries-only-unmatched = Only those without a match
entries-unmatched = { $count ->
    [0] Every entry that was looked for has a match.
    [one] { $shown } entry was looked for and never matched.
   *[other] { $shown } entries were looked for and never matched.
}
entries-none = There are no such entries.
entries-not-sought = no text in this language
lexicon-changed = Changes
lexicon-changes = { $count ->
    [one] Changed: { $shown } difference from the built-in lexicon.
   *[other] Changed: { $shown } differences from the built-in lexicon.
}
