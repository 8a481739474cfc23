# Documents in any format: why one is refused, what is doubtful, what of it is not text.
document-other-format = { $format ->
    [doc] this is a document of Word 97–2003 (.doc), which Tarazy does not read. Open it in Word or LibreOffice and save it as .docx.
    [xls] this is a workbook of Excel 97–2003 (.xls), which Tarazy does not read. Open it in Excel or LibreOffice and save it as .xlsx.
    [xlsb] this is a binary workbook (.xlsb), which Tarazy does not read. Open it in Excel and save it as .xlsx.
    [presentation] this is a presentation, which Tarazy does not read. Copy its text into a document, or save it as plain text.
    [msg] this is a message of Outlook (.msg), which Tarazy does not read. Save it as .eml or as plain text.
    [old-office] this is a file of an old office program, which Tarazy does not read. Open it in LibreOffice and save it as .docx or .xlsx.
    [iwork] this is a document of Pages, Numbers or Keynote, which Tarazy does not read. Export it as .docx, .xlsx or plain text.
    [djvu] this is a DjVu document of scanned pages, which Tarazy does not read. Recognise its text with an OCR program and save it as plain text or .docx.
    [image] this is a picture, and Tarazy does not recognise text in pictures. Recognise it with an OCR program and save it as plain text or .docx.
    [kindle] this is a book for Kindle, which Tarazy does not read. Convert it to EPUB, if its licence allows that.
    [postscript] this is PostScript, which Tarazy does not read. Use the document that it was printed from.
    [packed] this is a packed file that is not a ZIP archive. Unpack it and add the files in it.
   *[binary] this is not a document in a format that Tarazy knows. Open it in the program that made it and save it as plain text or .docx.
 }
document-encrypted = this { $format } is protected by a password or against copying. Open it in the program that made it and save it without protection.
document-damaged = this { $format } is damaged or cut off ({ $part }). Download or copy it again, or open it in the program that made it and save it again.
document-doctype = the part { $part } declares a document type of its own, which documents do not need and attacks use. It is not read. Open the document in the program that made it and save it again.
document-limit = { $limit ->
    [inflated] unpacked, this file is larger than { $most } MB, the limit. Divide it, or save its text alone.
    [ratio] a part of this file becomes more than { $most } times larger when it is unpacked, which no sound document does. Open it in the program that made it and save it again.
    [entries] the archive has more than { $most } files. Divide it into several archives.
    [nesting] the archive has archives inside archives, more than { $most } deep. Unpack them first.
    [depth] the parts of this document are nested more than { $most } deep. Open it in the program that made it and save it again.
    [attributes] an element of this document has more than { $most } attributes. Open it in the program that made it and save it again.
    [nodes] the page has more than { $most } elements. Divide it, or save its text alone.
    [text] the text is larger than { $most } MB, the limit. Divide it into several files.
    [documents] the file has more than { $most } texts. Divide it into several files.
    [work] reading this file takes more steps than are allowed. Open it in the program that made it and save it again.
    [objects] this PDF has more than { $most } objects. Divide it, or save its text alone.
    [pages] this PDF has more than { $most } pages. Divide it.
    [characters] a page of this PDF has more than { $most } characters. Save its text alone.
   *[cells] the table has more than { $most } cells. Save the columns that are needed in a table of their own.
 }
document-no-column = the table has no column "{ $column }". Its columns are: { $known }. Choose one of them, or a number.
document-no-field = no record has a text in the field "{ $column }". The fields of the first record are: { $known }. Give one of them to --column.
document-json = this is not JSON from here on. Correct the line, or save the file again.
document-none = there is no document in this archive.
document-no-text-layer = this PDF has no text ({ $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
 } of pictures), as a scan has. Recognise its text with an OCR program and save it as plain text or .docx.
document-unusable-text = { $percent } % of the characters of this PDF cannot be known (pages { $pages }): its fonts do not say which letters they draw. Save the document anew in the program that made it, or recognise its text with an OCR program.
document-pages-without-text = pages with pictures and without text: { $pages }. What stands there is missing; recognise them with an OCR program.
document-unknown-characters = pages with characters that cannot be known: { $pages }. Compare them with the original.
document-whole-table = no column was chosen, so that the whole table is one text. Its first row is: { $columns }. Choose the column with the texts by --column.
document-missing-part = the document refers to a part that it does not have ({ $part }). Its text is missing here.
document-unread-part = the document has another document in it that cannot be read ({ $part }). Its text is missing here.
document-unclosed = the document ends before its last part is closed: the end of it may be missing. Compare it with the original.
document-symbols = { $count ->
    [one] { $count } character is
   *[other] { $count } characters are
 } of a font of symbols and mean nothing without it.
document-replaced = { $count ->
    [one] { $count } byte means
   *[other] { $count } bytes mean
 } nothing in the encoding of the text; each such place shows the sign �.

# What of a document is not in its text.
document-read-as = read as { $format }
document-encoding = encoding: { $encoding }
document-characters = { $count ->
    [one] { $count } character
   *[other] { $count } characters
 }
document-left-out = left out: { $kinds }
document-nothing-left-out = nothing was left out
document-kind-headers = headers { $count }
document-kind-footers = footers { $count }
document-kind-comments = comments { $count }
document-kind-deleted-text = deleted passages { $count }
document-kind-hidden-text = hidden passages { $count }
document-kind-field-codes = field codes { $count }
document-kind-alternative-text = descriptions of pictures { $count }
document-kind-scripts = scripts and styles { $count }
document-kind-navigation = menus and other parts around the main text { $count }
document-kind-notes = notes { $count }
document-kind-note-marks = numbers of notes { $count }
document-kind-form-controls = fields and buttons of forms { $count }
document-kind-objects = embedded objects { $count }
document-kind-hidden-sheets = hidden sheets { $count }
document-kind-other-cells = other cells of the row { $count }
document-kind-other-fields = other fields, and rows without a text { $count }
document-kind-cue-data = numbers, times and notes of subtitles { $count }
document-kind-other-files = other files { $count }
document-kind-running-heads = running heads and feet { $count }
document-kind-page-numbers = page numbers { $count }
document-kind-artifacts = passages that the file marks as no text { $count }
document-kind-list-labels = numbers and bullets of lists { $count }
name-pattern-no-field = the pattern "{ $pattern }" has no name in braces. Write one such as {"{"}party{"}"}_{"{"}year{"}"}.
name-pattern-too-many = the pattern "{ $pattern }" has more than { $limit } names. Leave some of them out.
name-pattern-brace = in the pattern "{ $pattern }" a brace is missing. Write names as in {"{"}party{"}"}_{"{"}year{"}"}.
name-pattern-name = "{ $name }" in the pattern "{ $pattern }" cannot be the name of a column. Write another one.
name-pattern-twice = "{ $name }" is twice in the pattern "{ $pattern }". Give one of them another name.
name-pattern-adjacent = nothing stands before "{ $name }" in the pattern "{ $pattern }", so that the value before it has no end. Put a character between the two names.
name-pattern-misfit = { $count ->
    [one] the name of this file does not fit the pattern "{ $pattern }", or fits it in several ways
   *[other] the names of these { $count } files do not fit the pattern "{ $pattern }", or fit it in several ways
 }: { $names }. The texts are counted without data from it.
metadata-table-no-table = this file is not a table, so that no data can be taken from it. Give a table such as CSV or XLSX.
metadata-table-no-column = the table has no column "{ $column }". Its columns are: { $known }. Choose one of them.
metadata-table-no-key = no column of the table names any of the texts. Its columns are: { $known }. One of them must have the names of the files or the titles.
metadata-table-texts-without = { $count ->
    [one] the table has no row for this text
   *[other] the table has no row for these { $count } texts
 }: { $names }.
metadata-table-rows-without = { $count ->
    [one] this row of the table names no text
   *[other] these { $count } rows of the table name no text
 }: { $names }.
metadata-table-rows-twice = { $count ->
    [one] this row of the table names a text that has a row before it, and is not used
   *[other] these { $count } rows of the table name texts that have rows before them, and are not used
 }: { $names }.
metadata-table-rows-ambiguous = { $count ->
    [one] this row of the table names several texts and is not used
   *[other] these { $count } rows of the table name several texts each and are not used
 }: { $names }. Write the folder before the name.
