# How matches are counted: negation, weights.

## The options
negation = Negated matches
negation-ignore = ignore: they count
negation-leave-out = leave-out: they do not count
weights = Show weighted figures

## Cells
cell-weighted = weighted { $value }
cell-weighted-sentence = { $measure ->
    [count] With weights: the weights of the matches add up to { $sum }.
    [per-1000-words] With weights: the weights of the matches add up to { $sum }; × 1,000 / { $base } (words) = { $value } per 1,000 words.
    [percent] With weights: the weights of the matches add up to { $sum }; × 100 / { $base } (words) = { $value } per 100 words.
    [per-10000-characters] With weights: the weights of the matches add up to { $sum }; × 10,000 / { $base } (characters) = { $value } per 10,000 characters.
   *[share] With weights: the weights of the matches add up to { $sum }; of { $base } in all columns = { $value } %.
}
cell-weighted-no-base = With weights: there is nothing to compare with, so there is no value.
cell-weighted-negative = With weights: a weighted count of this text is below zero, so there are no shares.
cell-weighted-only-signs = With weights: all matches are signs such as emoji or %, which are no words, so there is no rate per words.
explained-negated = { $count ->
    [one] { $shown } match is negated and left out.
   *[other] { $shown } matches are negated and left out.
}

## The footnote
footnote-negation = Negated matches
footnote-negation-sentence = { $negation ->
    [leave-out] a match that a word of negation governs does not count.
   *[ignore] words of negation are not looked at; “no freedom” counts as “freedom”.
}
footnote-weights = Weights
footnote-weights-formula = { $measure ->
    [count] the smaller figure is the sum of the weights of the matches.
    [per-1000-words] the smaller figure is the sum of the weights of the matches × 1,000 / words of the text.
    [percent] the smaller figure is the sum of the weights of the matches × 100 / words of the text.
    [per-10000-characters] the smaller figure is the sum of the weights of the matches × 10,000 / characters of the text.
   *[share] the smaller figure is the sum of the weights of the matches / that of all columns of the text; where one of them is below zero there are no shares.
}

## Files
report-negation-ignore = Negated matches: ignore (they count as all others).
report-negation-leave-out = Negated matches: leave-out (a match that a word of negation governs does not count).
report-negation-count = Matches left out because they are negated, in all columns: { $count }.
report-signs = Matches without a letter or digit, such as emoji or %, in all columns: { $count }. They count, but add nothing to rates per words.
report-weighted = { $title }, weighted
report-weighted-note = Weighted: each match adds the weight of its entry instead of 1.
report-weighted-missing = A text with a weighted count below zero has no weighted shares.
policies-beside = Two rules side by side
