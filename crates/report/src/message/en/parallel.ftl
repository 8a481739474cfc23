# The lexicon's concepts, language beside language.
parallel-heading = Languages side by side
parallel-hint = Each row is a concept, each column a language. A gap is a concept that a language of the lexicon has no entry for. { $factor ->
   *[other] A concept is uneven where one language has it at least { $factor } times as often per word as another, and at least { $least } matches could be expected there.
}
parallel-category = Category
parallel-all-categories = all categories
parallel-only-gaps = Only gaps
parallel-totals = Concepts: { $concepts }. With a gap: { $gaps }. Uneven: { $uneven }. Entries without a concept: { $unlinked }.
parallel-subject = Concept
parallel-language-kk = Kazakh
parallel-language-ru = Russian
parallel-language-en = English
parallel-language-any = Any language
parallel-words = { $count ->
    [one] { $shown } word of text
   *[other] { $shown } words of text
}
parallel-no-text = no text in this language
parallel-no-texts = no text
parallel-entry-count = { $count ->
    [one] { $shown } entry
   *[other] { $shown } entries
}
parallel-yield = { $count ->
    [one] { $shown } match, { $rate } per 1,000 words
   *[other] { $shown } matches, { $rate } per 1,000 words
}
parallel-no-entry = no entry
parallel-gap = gap
parallel-uneven = uneven
parallel-unlinked = no concept named
parallel-note = The author says something about this entry.
parallel-nothing = There is no such concept.
parallel-no-gaps = There is no gap here, and every entry names its concept.
parallel-pages = Pages of concepts
parallel-previous = ← Previous rows
parallel-next = Next rows →
parallel-range = { $first }–{ $last } of { $total }

## In tables outside the page
parallel-matches = Matches
parallel-rate = Per 1,000 words
parallel-remarks = Remarks
parallel-remark-gap = gap: { $languages }
