# Table, Table 1, contexts, reader, footnote.

## Table
table-empty = No texts yet: add files or paste a text, and they are counted at once.
table-measure = { $measure ->
    [count] Number of matches
    [per-1000-words] Rate per 1,000 words
    [percent] Rate per 100 words
    [per-10000-characters] Rate per 10,000 characters
   *[share] Share of all matches, %
}
table-subject = { $count ->
    [one] { $shown } text by the categories of the lexicon
   *[other] { $shown } texts by the categories of the lexicon
}
table-column-text = Text
table-column-language = Language
table-column-characters = Characters
table-column-words = Words
table-column-total = Total
table-language = { $code ->
    [kk] Kazakh
    [ru] Russian
    [en] English
   *[und] language not recognised
}

## One cell
cell-count = { $policy ->
    [liwc] { $count ->
        [one] { $shown } matched word
       *[other] { $shown } matched words
    }
   *[other] { $count ->
        [one] { $shown } match
       *[other] { $shown } matches
    }
}
cell-sentence = { $measure ->
    [count] { cell-count }, policy { $policy }
    [per-1000-words] { $base ->
        [one] { cell-count } in { $shown-base } word = { $value } per 1,000 words, policy { $policy }
       *[other] { cell-count } in { $shown-base } words = { $value } per 1,000 words, policy { $policy }
    }
    [percent] { $base ->
        [one] { cell-count } in { $shown-base } word = { $value } per 100 words, policy { $policy }
       *[other] { cell-count } in { $shown-base } words = { $value } per 100 words, policy { $policy }
    }
    [per-10000-characters] { $base ->
        [one] { cell-count } in { $shown-base } character = { $value } per 10,000 characters, policy { $policy }
       *[other] { cell-count } in { $shown-base } characters = { $value } per 10,000 characters, policy { $policy }
    }
   *[share] { cell-count } of { $shown-base } in all columns = { $value } %, policy { $policy }
}
cell-without-base = { $measure ->
    [share] the text has no match in any column, so there is no share
    [per-10000-characters] the text has no characters, so there is no rate
   *[other] the text has no words, so there is no rate
}
cell-only-signs = all matches are signs such as emoji or %, which are no words, so there is no rate per words
cell-name = { $text }, { $column }: { $sentence }
cell-name-deviating = { $name }; { $deviation }
cell-deviation = { $direction ->
    [above] more than expected, adjusted residual +{ $size }
   *[below] fewer than expected, adjusted residual −{ $size }
}
explained-hint = Point at a number to see what makes it. Press it to read the lines of text behind it.
explained-forms = { $count ->
    [one] { $shown } form:
   *[other] { $shown } forms:
}
explained-more = { $count ->
    [one] and { $shown } more form, matches: { $matches }
   *[other] and { $shown } more forms, matches: { $matches }
}
explained-shadowed = { $count ->
    [one] { $shown } match does not count, for it lies inside a longer one.
   *[other] { $shown } matches do not count, for they lie inside longer ones.
}
explained-excluded = { $count ->
    [one] { $shown } match is excluded by a condition of the lexicon.
   *[other] { $shown } matches are excluded by conditions of the lexicon.
}
one-text-previous = Previous text
one-text-next = Next text
one-text-choose = Choose a text
one-text-size = { $language } · characters: { $characters } · words: { $words }

## Table 1
table1-caption = Table 1. Size, special content and dominant values
table1-size = Size in characters
table1-with-spaces = with spaces
table1-without-spaces = without spaces
table1-label-with-spaces = Characters with spaces
table1-label-without-spaces = Characters without spaces
table1-special = Special content
table1-dominant = Dominant values
table1-words = Distinctive words:
table1-percent = { $percent } %
table1-topic-name = { $count ->
    [one] { $text }, { $topic }: { $shown } match, { $rate } per 1,000 words. Open the lines of text
   *[other] { $text }, { $topic }: { $shown } matches, { $rate } per 1,000 words. Open the lines of text
}
table1-value-name = { $count ->
    [one] { $text }, { $value }: { $share } of { $shown } match. Open the lines of text
   *[other] { $text }, { $value }: { $share } of { $shown } matches. Open the lines of text
}
table1-note-size = Size: the number of Unicode characters after normalisation (NFC), a line break counting as one. “Without spaces” leaves out white space of every kind.
table1-rule-special = { $rate ->
    [0] Special content is every topic with at least { $matches-shown } { $matches ->
        [one] match
       *[other] matches
    } in the text.
   *[other] Special content is every topic with at least { $matches-shown } { $matches ->
        [one] match
       *[other] matches
    } in the text, and at least { $rate-shown } { $rate ->
        [one] match
       *[other] matches
    } per 1,000 words.
}
table1-rule-words = Words are called distinctive when they are more frequent than in the other texts in the same language, with a log-likelihood ratio G² of at least 10.83; the strongest stand first.
table1-rule-dominant = { $ranked ->
    [values] The dominant values are the fewest values that together hold more than half of the matches of all values (n).
   *[values-and-topics] The dominant values are the fewest values and topics that together hold more than half of the matches of all values and topics (n).
} Equal ones are named together, and none is named where n is below { $least }.
table1-note-numbers = A topic stands with its matches per 1,000 words, a word with its count, a dominant value with its share of n.
table1-none = none
table1-rests-on = { $count ->
    [one] n = { $shown } match
   *[other] n = { $shown } matches
}
table1-limits = Limits of Table 1
table1-topics-compete = Rank topics together with values
table1-special-rate = Special content: matches per 1,000 words, at least
table1-special-matches = Special content: matches in the text, at least
table1-dominant-matches = Dominant values: n, at least

## Contexts
contexts-all-texts = All texts
contexts-range = { $first }–{ $last }
contexts-count = { $range } of { $total }
contexts-none = There are no counted matches here.
contexts-none-with = No line has these words.
contexts-selection = Lines and their order
contexts-order = Order
contexts-order-text = by text
contexts-order-match = by match
contexts-order-right = by the words on the right
contexts-order-left = by the words on the left
contexts-extent = Context
contexts-extent-line = one line
contexts-extent-wide = 200 characters
contexts-extent-sentence = sentence
contexts-extent-paragraph = paragraph
contexts-filter = With the words
contexts-sample = Random sample
contexts-sample-all = all lines
contexts-column-left = Left
contexts-column-match = Match
contexts-column-right = Right
contexts-column-why = Entry and reason
contexts-place = paragraph { $paragraph }, sentence { $sentence }
contexts-quotation = “{ $text }” ({ $title }, { $place })
contexts-copy = Copy
contexts-copy-of = Copy the line with “{ $form }” and its place
contexts-copied = The line has been copied with its place in the text.
contexts-save = Save
contexts-save-group = Save all lines as
contexts-sheet = Contexts
contexts-title = “{ $category }” in context
contexts-lines = Lines: { $shown } of { $total }
contexts-paragraph = Paragraph
contexts-sentence = Sentence
contexts-close = Close
dock-beside = Dock beside the table
dock-below = Dock below the table
contexts-keys = J next, K previous, Enter opens the text, Esc closes
contexts-pages = Pages of contexts
contexts-previous = ← Previous lines
contexts-next = Next lines →

## Reasons of a match
why-form = as in the lexicon
why-glob = fits the wildcards
why-any = any word
why-stem = stem

## Reader
reader-legend = Marked categories
reader-no-marks = No words are marked on this page.
reader-mark = { $category }: { $entry }
reader-place = { $first }–{ $last } % of the text
reader-pages-above = Pages of the text, above
reader-pages-below = Pages of the text, below
reader-previous = ← Previous page
reader-next = Next page →
reader-close = Close
reader-keys = J next mark, K previous mark, Esc closes

## Footnote
footnote-measure = Measure
footnote-formula = { $measure ->
    [count] { $policy ->
        [liwc] number of matches = words in matches of the category
       *[other] number of matches = counted matches of the category
    }
    [per-1000-words] { $policy ->
        [liwc] rate = words in matches of the category ÷ all words of the text × 1,000
       *[other] rate = matches of the category ÷ all words of the text × 1,000
    }
    [percent] { $policy ->
        [liwc] rate = words in matches of the category ÷ all words of the text × 100
       *[other] rate = matches of the category ÷ all words of the text × 100
    }
    [per-10000-characters] { $policy ->
        [liwc] rate = words in matches of the category ÷ all characters of the text, with spaces × 10,000
       *[other] rate = matches of the category ÷ all characters of the text, with spaces × 10,000
    }
   *[share] { $policy ->
        [liwc] share = words in matches of the category ÷ words in matches of all columns in the same text × 100 %
       *[other] share = matches of the category ÷ matches of all columns in the same text × 100 %
    }
}
footnote-policy = Policy for overlaps
footnote-policy-sentence = { $policy ->
    [independent] within a category the longest match counts, then the leftmost; categories do not see each other.
    [liwc] words are consumed from left to right, the longest match first; a match of n words counts n.
   *[longest] within a category the longest match counts, then the leftmost; a match wholly covered by a longer one of any category does not count.
}
footnote-letters = { $letters ->
    [as-written] Capital and small letters differ.
   *[lower-case] Capital and small letters are the same.
}
footnote-signs = Signs
footnote-signs-sentence = ▲ ▼ mark counts at least two standard errors above or below what would be expected if all texts were alike, in full ink from four on (adjusted residual, Haberman 1973). They guide the eye and are no test.
footnote-lexicon = Lexicon
footnote-lexicon-title = { $entries ->
    [one] { $title }, version { $version }, { $shown } entry
   *[other] { $title }, version { $version }, { $shown } entries
}
footnote-source = Source: { $source }
footnote-licence = Licence: { $licence }

## Suffixes
gloss-plural = plural
gloss-possessive-1 = possessive, 1st person
gloss-possessive-2 = possessive, 2nd person
gloss-possessive-2-polite = possessive, 2nd person, polite
gloss-possessive-3 = possessive, 3rd person
gloss-possessive-1-plural = possessive, 1st person plural
gloss-possessive-2-plural = possessive, 2nd person plural
gloss-possessive-2-polite-plural = possessive, 2nd person plural, polite
gloss-nominative = nominative
gloss-genitive = genitive
gloss-dative = dative
gloss-accusative = accusative
gloss-locative = locative
gloss-ablative = ablative
gloss-instrumental = instrumental
gloss-attributive-locative = ‘that is in’
gloss-genitive-pronoun = ‘that of’
gloss-similative = likeness, ‘like’
gloss-equative = ‘in the manner of’
gloss-abessive = absence, ‘without’
gloss-proprietive = possession, ‘having’
gloss-comparative = comparative
gloss-superlative = superlative
gloss-moderative = moderation, ‘somewhat’
gloss-ordinal = ordinal
gloss-measure = measure, ‘of such a number’
gloss-temporal = time, ‘of such a time’
gloss-person-1 = 1st person
gloss-person-2 = 2nd person
gloss-person-2-polite = 2nd person, polite
gloss-person-3 = 3rd person
gloss-person-1-plural = 1st person plural
gloss-person-2-plural = 2nd person plural
gloss-person-2-polite-plural = 2nd person plural, polite
gloss-passive = passive
gloss-reflexive = reflexive
gloss-reciprocal = reciprocal
gloss-causative = causative
gloss-attenuative = attenuated action
gloss-negative = negation
gloss-negative-future = negated future
gloss-past = past
gloss-conditional = conditional
gloss-present = present-future or converb
gloss-future = possible future
gloss-participle-past = past participle
gloss-participle-habitual = habitual participle
gloss-verbal-noun = verbal noun
gloss-converb = converb
gloss-converb-since = converb, ‘since’ or purpose
gloss-converb-without = converb, ‘without doing’
gloss-wish = wish
gloss-optative = optative
gloss-optative-1 = ‘let me’
gloss-optative-3 = ‘let him’
gloss-optative-1-plural = ‘let us’
gloss-intention = intention
gloss-imperative = imperative
gloss-imperative-polite = imperative, polite
gloss-imperative-plural = imperative, plural
gloss-imperative-polite-plural = imperative, plural, polite
gloss-plea = plea
gloss-clitic = particle after a hyphen
gloss-abstract = derived: abstract noun or relative adjective
gloss-agent = derived: doer
gloss-inclined = derived: inclined to
gloss-fellow = derived: fellow
gloss-verb-making = derived: verb
gloss-instrument = derived: tool or habit
gloss-result = derived: result of an action
gloss-possessive = possessive
gloss-adverb = adverb
gloss-masculine = masculine
gloss-feminine = feminine
gloss-neuter = neuter
gloss-plural-genitive = genitive plural
gloss-plural-dative = dative plural
gloss-plural-instrumental = instrumental plural
gloss-plural-locative = locative plural
gloss-plural-possessive = plural possessive
gloss-short = short form
gloss-present-1 = present, 1st person
gloss-present-2 = present, 2nd person
gloss-present-3 = present, 3rd person
gloss-present-plural-1 = present, 1st person plural
gloss-present-plural-2 = present, 2nd person plural
gloss-present-plural-3 = present, 3rd person plural
gloss-past-feminine = past feminine
gloss-past-neuter = past neuter
gloss-past-plural = past plural
gloss-gerund = gerund
gloss-participle-present-active = present active participle
gloss-participle-present-passive = present passive participle
gloss-participle-past-active = past active participle
gloss-participle-past-passive = past passive participle
gloss-derived-noun = derived noun
gloss-derived-noun-plural = derived noun, plural
gloss-derived-adjective = derived adjective
gloss-form = form

## Changes of the stem
alternation-voicing = final consonant voiced
alternation-elision = high vowel dropped
alternation-high-vowel-loss = final high vowel of the verb dropped
alternation-glide-merger = final й merged with the vowel
alternation-lenition = final п became у
alternation-lateral-loss = final л dropped
alternation-soft-sign-loss = final ь dropped
alternation-link-vowel = link vowel added
alternation-cluster-loss = final cluster shortened
alternation-verbal-noun = verb stem of a noun in -у
alternation-fleeting-vowel = fleeting vowel
alternation-mutation = sound change
alternation-doubling = consonant doubled
alternation-irregular = irregular form
alternation-present-stem = present stem
alternation-past-stem = past stem
alternation-plural-stem = plural stem
alternation-short-stem = short stem
alternation-palatalisation = consonant palatalised
alternation-suppletion = another root (suppletion)
alternation-e-drop = final e dropped
alternation-adverb = derived: adverb
alternation-derived-noun = derived: noun
alternation-derived-adjective = derived: adjective
alternation-ie-to-y = ie became y
alternation-y-to-i = y became i
alternation-spelling = spelling variant

# The search of all texts, in the place of the contexts.
search-label = Search all texts
search-hint = A word is found in all its forms; several words are a phrase; * stands for any letters.
search-none = Not found in any text.
search-found = Matches: { $lines }, texts: { $texts }
search-category = Category
search-add = Add to the category
search-added = “{ $pattern }” has been added to “{ $category }”.
