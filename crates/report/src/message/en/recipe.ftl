# What makes a result, as a file, and how two such files differ.
recipe-syntax = this is not a recipe: { $reason }. A recipe is written by Tarazy; compare this one with another.
recipe-format = the recipe is in format { $found }, and this program reads format 1. Open it with a newer Tarazy.
recipe-value = { $key } cannot be { $value }; it can be: { $expected }.
recipe-too-many = the recipe names more texts than { $limit }. Split the study.
recipe-text-differs = this is not the text that the recipe names: its SHA-256 is { $found } and should be { $expected }. Look for the file as it was when the recipe was written.
recipe-text-missing = this text was not found, neither by its name nor by its SHA-256 { $expected }. Put it beside the recipe, or say with --texts where it is.
recipe-lexicon-differs = this is not the lexicon that the recipe names: its SHA-256 is { $found } and should be { $expected }. Use the lexicon as it was when the recipe was written.
recipe-program-differs = the recipe was written by version { $found }, and this is version { $expected }: figures can differ where the rules for a language have changed.
recipe-aspect-program = version of the program
recipe-aspect-lexicon = lexicon
recipe-aspect-measure = measure
recipe-aspect-policy = policy for overlaps
recipe-aspect-negation = negated matches
recipe-aspect-levels = levels of the lexicon
recipe-aspect-case = case-sensitive
recipe-aspect-weights = weighted figures
recipe-aspect-table1 = what Table 1 names
recipe-aspect-tokens = one token a line
recipe-aspect-text-added = text added
recipe-aspect-text-removed = text removed
recipe-aspect-text-changed = text changed
recipe-aspect-text-title = title of a text
recipe-aspect-text-language = language of a text
recipe-aspect-text-encoding = encoding of a text
recipe-aspect-text-repairs = repairs in a text
recipe-aspect-text-extraction = how a text is taken from its file
recipe-aspect-text-data = data on a text
recipe-aspect-text-order = order of the texts
recipes-equal = The two recipes make the same table from the same texts.
recipe-nothing = nothing
study-file-damaged = this is not a Tarazy study, or it is damaged. Copy or download the file again.
study-file-locked = the file is locked with a password. Save it without one.
study-too-large = { $what ->
    [texts] the study has more than { $limit } texts, the limit. Split it into several studies.
    [file] the file has more than { $limit } MB, the limit for project files. Split the study.
    [page] the page would have more than { $limit } MB, which browsers cannot open. Save a project file, or publish the study without its texts.
    [package] the files of the package would have more than { $limit } MB together, the limit. Split the study, or keep fewer words on either side of a match.
    [link] the link has more than { $limit } characters, the limit. Ask for the project file.
    [link-content] the link unpacks to more than { $limit } kB, the limit. Ask for the project file.
   *[study] the texts, lexicon and results of the study have more than { $limit } MB together, the limit. Split the study, or pass on only the matches in place of whole texts.
 }
study-file-missing = { $name } is missing in the file. Ask for the whole file, or add the texts one by one.
study-file-differs = { $name } in the file is not what the study was made of: its SHA-256 is another one. Do not trust its figures; ask its author for the file.
study-file-unreadable = { $name } in the file cannot be read. Copy or download the file again.
