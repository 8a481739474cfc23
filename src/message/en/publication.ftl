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
press-ended = this could not be made: the browser ran out of memory or stopped the work. Close other pages and try again.
text-not-of-study = this file is none of the texts of this study: its SHA-256 is another one. Look for the file as its author had it.
texts-found = { $found } of { $all } texts of the study are here; the others are still to be added.
deed-about = what the study is: changed
