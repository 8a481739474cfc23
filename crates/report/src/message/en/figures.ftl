# Figures, methods and files for an article, as the page offers them.
key-figures = go to Figures
figures-kind = Kind of figure
figures-kind-grouped-bars = Bars
figures-kind-stacked-bars = Shares
figures-kind-heat-map = Heat map
figures-kind-dispersion = Dispersion
figures-title = Title (empty: the usual one)
figures-categories = Categories shown: { $count } of at most { $most }
figures-no-categories = Choose at least one category.
figures-wait = The figure is being prepared.
figures-save-svg = Save as SVG
figures-save-png = Save as PNG
figures-no-png = A picture cannot be made or saved here. This is the same figure as an SVG file: select everything, copy it and save it with the ending .svg.
figures-keys = Arrows move between the marks, Enter opens their matches.
figures-twin = The same figure as a table
figures-too-many-marks = { $count ->
    [one] The figure has { $shown } mark, too many to draw on the page. Save it as a file, or read the table below.
   *[other] The figure has { $shown } marks, too many to draw on the page. Save it as a file, or read the table below.
}
decimal-sign = Decimal sign
decimal-sign-language = as in the language
decimal-sign-point = point
decimal-sign-comma = comma
export-style = How files are set
export-transposed = Texts as columns
export-style-why = For what is saved and copied; CSV and JSON keep their form for programs.
export-binary-why = Saving files is not allowed here, and { $format } cannot be copied as text. These formats can:
methods-open = Methods and references for an article
methods-wait = The text is being prepared.
methods-copy = Copy
methods-copied = The text has been copied.
methods-save = Save with references as
methods-style = Style of references
methods-style-gost = ГОСТ
methods-style-apa = APA
methods-style-bibtex = BibTeX
methods-style-ris = RIS
methods-save-references = Save references
methods-appendix = Lexicon as an appendix
methods-appendix-why = All categories with all their entries, as they are in the lexicon.
methods-binary = This format is not text and cannot be copied, and saving files is not allowed here. LaTeX, HTML and Markdown can be copied.
piece-no-writer = this program cannot write articles.
