# What can be wrong with an input. Keys are the codes of problems.
problem-at-column = { $file }, line { $line }, column { $column }: { $sentence }
problem-at-line = { $file }, line { $line }: { $sentence }
problem-in-file = { $file }: { $sentence }
text-invalid-utf8 = this is not UTF-8 text: the byte at position { $offset } cannot be read. Save the file as UTF-8 and add it again.
text-empty = the text is empty. Add a file or paste a text that has words in it.
text-too-large = the text is { $megabytes } MB long; the limit is { $limit } MB. Split it into parts and add them one by one.
text-binary = this is not a plain text but a binary file ({ $kind }). Save it as plain text (UTF-8) and add it again.
