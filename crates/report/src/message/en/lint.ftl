# What may be wrong with the entries of a lexicon. Every finding is a hint: the author decides.

lint-heading = What may be wrong with the entries
lint-waits = Looking at the entries…
lint-summary = { $count ->
    [0] Nothing doubtful was found. Entries looked at: { $entries }.
    [one] { $shown } finding. Entries looked at: { $entries }.
   *[other] { $shown } findings. Entries looked at: { $entries }.
}
lint-without-texts = The study has no text: what entries catch is told when there is one.
lint-kind-dead = Entries without a match
lint-kind-shadowed = Entries whose matches others take
lint-kind-duplicate = Entries that add nothing to another
lint-kind-several-categories = Words in several categories
lint-kind-broad = Wildcards that catch many words
lint-kind-mixed-alphabets = Latin and Cyrillic letters in one word
lint-kind-short = Very short words
lint-kind-dominating = Words that supply most of a category
lint-about-dead = They were looked for in the texts of their language and never found. A slip of the keyboard, or a word that these texts do not use.
lint-about-shadowed = Most of what they catch counts for another entry under this policy.
lint-about-duplicate = Another entry of the same category catches all that they catch; the counts stay the same without them.
lint-about-several-categories = One word counts in each of these categories. Decide on one home, or say in a note why there are two.
lint-about-broad = Forms are grouped into words by inflection. Lemmas say more exactly what is meant.
lint-about-mixed-alphabets = They look right and match nothing but the same slip.
lint-about-short = Short words have many forms and many words that look like them. Read what they catch.
lint-about-dominating = One word makes more than half of a count of five or more. Read its matches before you speak of the category.
lint-shadowed = { $shown } of { $total } matches do not count. Their place is taken by { $by }.
lint-covering-entry = “{ $entry }” ({ $category }): { $shown }
lint-duplicate-form = As it is written, it is a form that “{ $entry }” catches.
lint-duplicate-texts = In the texts “{ $entry }” catches each of its forms as often.
lint-several-categories = { $count ->
   *[other] The word stands in { $shown } categories.
}
lint-broad = Words: { $stems }; forms: { $forms }; matches: { $matches }, of which { $share } % are not of the commonest word.
lint-mixed-alphabets = The word “{ $word }” mixes the two alphabets.
lint-short = Letters: { $letters }; matches: { $matches }.
lint-dominating = { $share } % of “{ $category }” in “{ $title }”: { $shown } of { $total }.
lint-forms = Forms in the texts:
lint-forms-more = { $count ->
   *[other] and { $shown } more
}
lint-open = Open the entry “{ $entry }” in “{ $category }”
lint-pages = Pages of findings
lint-previous = ← Previous findings
lint-next = Next findings →
lint-range = { $first }–{ $last } of { $total }
