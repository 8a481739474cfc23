# How two lexicons, or two policies, differ and what that does to the counts.

## Two lexicons
difference-heading = Changes since { $title } { $version }
difference-waits = Comparing the lexicons…
difference-same = The two lexicons say the same.
difference-summary = Entries: { $added } new, { $removed } gone, { $changed } changed.
difference-categories = Categories that differ
difference-category-added = new
difference-category-removed = gone
difference-category-renamed = was { $from }
difference-category-retitled = was titled “{ $from }”
difference-category-kind = { $to ->
    [topic] is a topic, was a value
   *[value] is a value, was a topic
}
difference-category-exclusions = exclusions: { $list }
difference-entries = Entries that differ
difference-entry-added = new
difference-entry-removed = gone
difference-aspect-category = moved from { $before } to { $after }
difference-aspect-parts = part of speech: { $before } → { $after }
difference-aspect-weight = weight: { $before } → { $after }
difference-aspect-conditions = conditions: { $before } → { $after }
difference-aspect-note = note: { $before } → { $after }
difference-aspect-source = source: { $before } → { $after }
difference-aspect-none = none
difference-counts = Counts before and after
difference-counts-same = No count differs in the texts of the study.
difference-column-absent = Only in one of the lexicons
difference-cell = { $before } → { $after }
difference-cell-name = { $text }, { $column }: before { $before }, after { $after }
difference-causes-of = { $text }, { $column }: { $before } → { $after }
difference-choose = Choose a marked cell to see which entries change it.
difference-cause-added = the entry is new
difference-cause-removed = the entry is gone
difference-cause-changed = the entry is changed
difference-cause-renamed = its category has another name
difference-cause-taken = “{ $by }” takes its place
difference-cause-released = “{ $by }” no longer takes its place
difference-cause-excluded = its category excludes it here
difference-cause-admitted = its category no longer excludes it here
difference-cause-both = (gained { $gained }, lost { $lost })
difference-cause-others = { $count ->
    [one] { $shown } more entry: { $difference }
   *[other] { $shown } more entries: { $difference }
}
difference-pages = Pages of entries that differ
difference-previous = ← Previous entries
difference-next = Next entries →
difference-range = { $first }–{ $last } of { $total }

## Two policies
policies-heading = Policies { $own } and { $other }
policies-waits = Counting under both policies…
policies-same = Under both policies the counts are the same.
policies-table = Counts under { $own } | under { $other }
policies-cell = { $own } | { $other }
policies-cell-name = { $text }, { $column }: { $own } under { $own-policy }, { $other } under { $other-policy }
policies-matches = { $count ->
    [0] No match counts otherwise.
    [one] { $shown } match counts otherwise.
   *[other] { $shown } matches count otherwise.
}
policies-of-cell = Only { $text }, { $column }
policies-all = All cells
policies-outcome = { $policy }: { $outcome }
policies-outcome-counted = { $count ->
   *[other] counts { $shown }
}
policies-outcome-shadowed-by = “{ $by }” takes its place
policies-outcome-shadowed = another match takes its place
policies-outcome-excluded = excluded by the lexicon
policies-outcome-negated = negated
policies-outcome-unseen = not seen by this policy
policies-read = Read “{ $form }” in its text
policies-pages = Pages of matches that differ
policies-previous = ← Previous matches
policies-next = Next matches →
policies-range = { $first }–{ $last } of { $total }
