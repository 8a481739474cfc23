# The card of a lexicon, and the judgements on its matches.

card-heading = Card of the lexicon “{ $title }” { $version }
card-name = Card of the lexicon
card-summary = Card of the lexicon: purpose, categories, validation
card-purpose = What it is for.
card-limits = What it is not for.
card-categories = What each category means
card-meaning = Meaning
card-counts = Counts
card-counts-not = Does not count
card-example = “{ $text }”
card-more = Categories that are not shown here: { $shown }.
card-validation = Validation
card-figures = Judged matches by language and category; in brackets, 95 % intervals by Wilson
card-sampled = Judged
card-strict = Precision
card-lenient = With debatable ones
card-coders = Coders
card-kappa = Kappa
card-recall = Recall
card-texts = Texts
card-version = Version
card-date = Date
card-all-categories = all categories
card-weaknesses = Known weaknesses.
card-sources = Sources.
card-citation = How to cite.
validation-none = { $language ->
    [kk] This lexicon has no validation on Kazakh texts: how many of its matches there are right is not known.
    [ru] This lexicon has no validation on Russian texts: how many of its matches there are right is not known.
   *[en] This lexicon has no validation on English texts: how many of its matches there are right is not known.
}
validation-language = { $language ->
    [kk] Kazakh texts
    [ru] Russian texts
   *[en] English texts
}: { $figures }; { $origin }. In brackets: 95 % intervals.
validation-figures = { $count ->
    [one] { $correct } of { $sampled } judged match is right
   *[other] { $correct } of { $sampled } judged matches are right
}: { $strict }, with debatable ones { $lenient }
validation-origin = version { $version }, { $date }, coders: { $coders }
methods-validation = Samples of the lexicon's matches were judged in context by coders (95 % intervals by Wilson in brackets): { $list }.
methods-validation-none = The lexicon's file reports no validation of its matches for: { $list }.
