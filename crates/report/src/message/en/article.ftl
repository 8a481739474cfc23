# Tables and texts as an article has them.
report-caption = Table { $number }. { $title }
report-title-categories = Categories of the lexicon “{ $lexicon }” in the texts
report-title-table1 = Size, special content and dominant values of the texts
methods-program = The texts were compared with Tarazy { $version }, which counts the words and phrases of a lexicon of categories in texts.
methods-texts = { $count ->
    [one] One text was analysed: { $list }.
   *[other] { $shown } texts were analysed: { $list }.
}
methods-text = { $title } ({ $language }, { $words ->
    [one] { $words-shown } word
   *[other] { $words-shown } words
}, { $characters ->
    [one] { $characters-shown } character
   *[other] { $characters-shown } characters
})
methods-many-texts = { $count ->
    [one] One text was analysed, with { $all-words } words and { $all-characters } characters.
   *[other] { $shown } texts were analysed, of { $least-words } to { $most-words } words ({ $least-characters } to { $most-characters } characters) each, { $all-words } words ({ $all-characters } characters) in all.
}
methods-language-kk = Kazakh
methods-language-ru = Russian
methods-language-en = English
methods-language-unknown = language unknown
methods-languages-found = { $count ->
    [one] The language of one text was recognised by the program.
   *[other] The languages of { $shown } texts were recognised by the program.
}
methods-languages-given = { $count ->
    [one] The language of one text was given by the researcher.
   *[other] The languages of { $shown } texts were given by the researcher.
}
methods-languages-unknown = { $count ->
    [one] The language of one text was not recognised, so that no inflected form was matched in it.
   *[other] The languages of { $shown } texts were not recognised, so that no inflected form was matched in them.
}
methods-languages-mixed = { $count ->
    [one] One text holds sentences in more than one language; each sentence was matched in its own.
   *[other] { $shown } texts hold sentences in more than one language; each sentence was matched in its own.
}
methods-pretokenized = { $count ->
    [one] One text was given as one word a line and counted in these words; nothing in it was repaired.
   *[other] { $shown } texts were given as one word a line and counted in these words; nothing in them was repaired.
}
methods-writings = { $count ->
    [one] One Kazakh text is not in Cyrillic letters and was compared in Cyrillic.
   *[other] { $shown } Kazakh texts are not in Cyrillic letters and were compared in Cyrillic.
}
methods-lexicon = Categories were taken from the lexicon “{ $title }” ({ $id }, version { $version }, { $count ->
    [one] one entry
   *[other] { $shown } entries
}, SHA-256 { $sha256 }).
methods-lexicon-source = The source of its words is: { $source }.
methods-lexicon-licence = Its licence is { $licence }.
methods-lexicon-changes = { $count ->
    [one] It differs from the lexicon that comes with the program in one entry.
   *[other] It differs from the lexicon that comes with the program in { $shown } entries.
}
methods-levels-all = Each category that has entries of its own was counted by itself, without merging levels of the lexicon.
methods-levels-up-to = Categories below level { $level } of the lexicon were merged into the category above them at that level.
methods-levels-only = { $count ->
    [one] Categories were named by level { $levels } of the lexicon alone; entries that stand in no such level were not counted.
   *[other] Categories were named by levels { $levels } of the lexicon alone; entries that stand in none of them were not counted.
}
methods-case-folded = Capital and small letters were not told apart.
methods-case-sensitive = Capital and small letters were told apart.
methods-words-kk = Kazakh words were matched by lemma: a form belongs to an entry when it is the stem of the entry followed by a chain of suffixes that Kazakh grammar allows, and no other known word explains it better.
methods-words-ru = Russian words were matched by lemma, in all forms of their declension or conjugation.
methods-words-en = English words were matched by lemma, in all their regular and irregular forms.
methods-policy-longest = Where matches overlap, the policy “longest” was used: a match that is covered by a longer match of any category does not count.
methods-policy-independent = Where matches overlap, the policy “independent” was used: within a category the longest match counts, and categories do not affect each other.
methods-policy-liwc = Where matches overlap, the policy “liwc” was used: words are consumed from left to right, the longest match first, and a match of n words counts n.
methods-negation-ignore = Negated matches were counted as all others.
methods-negation-leave-out = Matches that a word of negation governs were not counted.
methods-negation-builtin = The program's own list of words of negation was used for: { $languages }.
methods-negation-own = The lexicon's list of words of negation was used for: { $languages }.
methods-measure-count = The tables show numbers of matches.
methods-measure-per-1000-words = The tables show matches per 1,000 words of the text, numbers among the words.
methods-measure-percent = The tables show matches per 100 words of the text, numbers among the words.
methods-measure-share = The tables show the share of a category in all matches of the text in the categories shown, in percent.
methods-measure-per-10000-characters = The tables show matches per 10,000 characters of the text, spaces among them.
methods-weights = Weighted figures add up the weights of the matched entries instead of counting each match as one.
methods-repairs = Before counting, words were repaired: { $list }.
methods-repairs-none = No word was repaired before counting.
methods-repairs-left = Words were left as given that could have been repaired: { $list }.
latex-program = To be compiled with XeLaTeX or LuaLaTeX.
latex-packages = The part below needs the packages array, booktabs, longtable and caption.
latex-begin = Beginning of the part to paste into an article.
latex-end = End of the part to paste into an article.
report-sheet-categories = Categories
report-sheet-table1 = Table 1
report-sheet-counts = Counts
report-sheet-methods = Methods
report-sheet-lexicon = Lexicon
report-texts = Texts with the SHA-256 of their bytes: { $list }.
report-case-sensitive = Letters: capital and small ones were told apart.
methods-heading = Methods
references-heading = References
appendix-heading = Appendix. Lexicon “{ $title }”
appendix-any = Entries in any language
appendix-category = Category
appendix-language = Language
appendix-entry = Entry
appendix-weight = Weight
appendix-concept = Concept
appendix-conditions = Conditions
appendix-note = Note
report-sha256 = SHA-256
report-encoding = Encoding
appendix-excluded = Excluded
appendix-shared = Shared lists of exclusions
reference-software = Computer program
reference-lexicon = Lexicon of categories
reference-study = Research data
reference-version = version { $version }
reference-electronic = Text : electronic
reference-no-year = n.d.
reference-apa-version = Version { $version }
reference-licence = Licence: { $licence }
cli-needs-output = The format { $format } is not text: name the file to write with --output.
