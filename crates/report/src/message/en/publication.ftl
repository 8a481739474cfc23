# A published study: what stands in it without any script, and what is said of it.
publication-untitled = Untitled study
publication-description = Texts compared by the categories of a lexicon: counts, tables and figures, with everything needed to make them again.
publication-tables = Tables
publication-figures = Figures
publication-texts = Texts
publication-source = Source and licence
publication-cells = Every figure of the category tables is a link to itself, for use in an article: it opens at this cell, with the matches behind it where the page runs.
publication-kept-whole = The file holds the whole texts, so that everything in it can be counted again.
publication-kept-contexts = The file holds no whole texts, only each match with { $words ->
    [one] one word
   *[other] { $words } words
} on either side. Whoever has the same texts adds them to the open page; they are known by their SHA-256, and everything is counted again.
publication-kept-hashes = The file holds no texts, only their SHA-256, their sizes and the forms that matched. Whoever has the same texts adds them to the open page, and everything is counted again.
publication-licence = Licence of the study: { $licence }.
publication-made = Made with Tarazy { $version }. Lexicon { $lexicon }, SHA-256 { $sha256 }.
package-lacks = a deposit needs { $what ->
    [title] a title of the study; give it with --title
    [author] an author; give it with --author
    [year] the year of publication; give it with --year
   *[licence] a licence of the study, such as CC-BY-4.0; give it with --licence
 }.
package-readme = What is in this package
package-page = The study as one page, to be opened in any browser
package-recipe = How the tables are made: texts and lexicon by their SHA-256, and every setting
package-lexicon = The lexicon
package-citation = How to cite the study
package-contexts = Every match in its context
package-table1 = Table 1: size, special content, dominant values
package-table = A table of categories
package-text = A text as it was analysed
package-again = Made with Tarazy { $version }. The same tables again:
package-cite = If you use this study, please cite it as below.
cli-no-page = the program's page in one file was not found ({ $looked }). Build it with cargo xtask build, or say with --page where tarazy.html is.
cli-not-page = { $file } is not Tarazy's page in one file: { $part } is missing. Give tarazy.html of the same version.
cli-published = { $file }: { $bytes } bytes, SHA-256 { $sha256 }
publish-no-frame = the page cannot be made, because a part of the program is missing ({ $part }). Reload the page and try again.
publish-ended = this could not be made: the browser ran out of memory or stopped the work. Close other pages and try again.
text-not-of-study = this file is none of the texts of this study: its SHA-256 is another one. Look for the file as its author had it.
texts-found = { $found } of { $all } texts of the study are here; the others are still to be added.
history-about-set = what the study is: changed
publish-nothing = There is no text to publish yet.
publish-page = Study as one page
publish-page-words = study.html: opens in any browser, from a disk or beside an article, without a network; tables, figures and methods can be read without scripts too.
publish-package = Package for a repository
publish-package-words = study.zip: the page, data as CSV, lexicon, recipe, texts, RO-Crate and CITATION.cff, for Zenodo, OSF or a journal.
publish-study-file = Project file
publish-study-file-words = study.tarazy: everything, to go on with the work here later or on another machine.
publish-recipe = Recipe
publish-recipe-words = recipe.toml: texts and lexicon by their SHA-256 and every setting; tarazy run repeats the table.
publish-busy = { $file } is being made: everything is counted anew…
publish-cancel = Cancel
publish-cancelled = Cancelled; nothing was saved.
publish-not-here = { $file } cannot be saved in this frame. Open the page by itself, and save it there.
publish-by-hand = Files cannot be saved in this frame. Copy this and save it as { $file }:
about = About the study
about-authors = Authors, with semicolons between them: Family, Given; Family, Given
about-year = Year
about-publisher = Journal or publisher
about-identifier = DOI or address
about-licence = Licence, such as CC-BY-4.0
about-description = What a reader should know first
kept = What of the texts is passed on
kept-whole = The whole texts: readers can count everything again
kept-contexts = Only the matches with some words on either side
kept-hashes = Nothing but sizes, matched forms and SHA-256
kept-words = Words on either side
strip = Published study
strip-changed = changed since it was published
strip-contexts = The texts are not in this file, only matches with up to { $words } words on either side. If you have the same texts, drop them here: they are known by their SHA-256, and everything is counted again.
strip-hashes = The texts are not in this file. If you have the same texts, drop them here: they are known by their SHA-256, and everything is counted again.
verify = Verify
verify-equal = Counted anew: all { $cells } cells of { $texts } texts are as published.
verify-differs = { $count ->
    [one] Counted anew: one thing is not as published.
   *[other] Counted anew: { $shown } things are not as published.
 }
discrepancy = { $place }: published { $published }, found { $found }
discrepancy-lexicon = lexicon (SHA-256)
discrepancy-options = settings
discrepancy-columns = columns
discrepancy-removed = text not found
discrepancy-added = text not published
discrepancy-text = text (SHA-256)
discrepancy-words = words
discrepancy-characters = characters
discrepancy-count = matches
discrepancy-weighted = weighted matches
publish-link = Link
publish-link-words = For a small study with a built-in lexicon: the link holds texts and settings; nothing is uploaded.
publish-link-here = This link holds the whole study. Copy it:
share-too-large = this study does not fit into a link: its texts are too long, or its lexicon is not part of the program. Pass on the project file instead.
strip-lexicon = The texts are not in this file: the lexicon can be read and changed, and changes are counted once the same texts are dropped here.
strip-no-texts = This needs the texts, which are not in this file. Drop the same texts here to count them.
metadata-doi = "{ $value }" is no DOI. Write it as 10.1234/name or https://doi.org/10.1234/name.
metadata-orcid = "{ $value }" is no ORCID iD: its 16 characters or its check digit are wrong. Copy it again, as in 0000-0002-1825-0097.
metadata-address = "{ $value }" is no address of the web. Write it whole, as in https://example.org/study, without spaces.
metadata-licence = "{ $value }" is no licence of the SPDX list. It is kept in your words, and machines do not know it; write a name such as CC-BY-4.0 if one is meant.
metadata-name = "{ $value }" is no name of one author. Write one author, as Family, Given, or the name of an organisation.
metadata-year = { $value } is no year of publication. Write four digits.
