# What was repaired in a text: on its card, in its receipt, under the table, in the reader.

## In a list, with counts
repairs-mojibake = { $count ->
    [one] letters of an old font in { $shown } word
   *[other] letters of an old font in { $shown } words
}
repairs-composition = { $count ->
    [one] letters in pieces in { $shown } word
   *[other] letters in pieces in { $shown } words
}
repairs-invisible = { $count ->
    [one] invisible characters in { $shown } word
   *[other] invisible characters in { $shown } words
}
repairs-hyphen = { $count ->
    [one] unusual hyphens in { $shown } word
   *[other] unusual hyphens in { $shown } words
}
repairs-similar-letter = { $count ->
    [one] similar letters in { $shown } word
   *[other] similar letters in { $shown } words
}
repairs-look-alike = { $count ->
    [one] look-alike letters in { $shown } word
   *[other] look-alike letters in { $shown } words
}
repairs-line-end-hyphen = { $count ->
    [one] { $shown } line-end hyphen
   *[other] { $shown } line-end hyphens
}
repairs-made = Repaired: { $list }
repairs-left = Left as given: { $list }
repairs-encoding = Read as { $encoding }
repairs-open = What was repaired in the text { $title }

## The receipt
receipt-heading = Repairs:
receipt-why = Before counting, characters that only look right are repaired, so that words match. What is merely misspelt is not corrected, and your file stays as it is. Every kind of repair can be undone here, and the numbers follow.
receipt-save = Save the repaired text
receipt-read = Read the text
receipt-waits = The receipt is being written.
receipt-clean = Nothing needed repair.
receipt-repaired = { $count ->
    [one] { $shown } word repaired
   *[other] { $shown } words repaired
}
receipt-left = { $count ->
    [one] { $shown } word left as given
   *[other] { $shown } words left as given
}
receipt-undo = Leave as given
receipt-undo-kind = Leave as given: { $kind }
receipt-repair = Repair
receipt-repair-kind = Repair: { $kind }
receipt-before = In the source
receipt-after = As counted
receipt-would-be = Repaired it would be
receipt-times = Count
receipt-more = { $count ->
    [one] … and { $shown } more word.
   *[other] … and { $shown } more different words.
}
receipt-show = Show { $shown }

receipt-encoding = Encoding
receipt-encoding-chosen = Read as { $encoding }, because you chose it.
receipt-encoding-certain = Read as { $encoding }; the bytes leave no doubt.
receipt-encoding-found = Read as { $encoding }: the letters fit best so (certainty { $percent } %).
receipt-encoding-doubtful = Read as { $encoding }, but this is not sure (certainty { $percent } %). Look at the lines below: if letters are wrong, choose another encoding.
receipt-excerpt = From the text
encoding-read-as = Read as
encoding-choose = choose the encoding
encoding-auto = auto
encoding-auto-found = auto: { $encoding }

repair-mojibake = Letters of an old font or a wrong encoding
repair-mojibake-why = The text was typed in an old font or once read with the wrong table, so that other letters stand where Kazakh or Russian ones belong. They are put back.
repair-composition = Letters in pieces, ligatures
repair-composition-why = A letter is stored in two pieces (и and its breve for й), or two letters in one sign (ﬁ). It looks the same and is another word for a computer. Each becomes one whole letter.
repair-invisible = Invisible characters
repair-invisible-why = Soft hyphens, zero-width spaces and marks of direction cannot be seen, yet they stand inside words. They are taken out.
repair-hyphen = Unusual hyphens
repair-hyphen-why = There are several signs that look like a hyphen. Within words all become the ordinary one.
repair-similar-letter = Letters similar to Kazakh ones
repair-similar-letter-why = For want of a Kazakh key or font a letter of similar shape was taken, such as ӊ for ң or ə for ә. In Cyrillic words it becomes the Kazakh letter.
repair-look-alike = Look-alike letters
repair-look-alike-why = Latin i, a, e or o looks just like the Cyrillic letter, but a word that mixes the two alphabets matches nothing. Each such letter becomes one of the word’s own alphabet; words that are Latin throughout stay.
repair-line-end-hyphen = Words cut by a line end
repair-line-end-hyphen-why = A word divided at the end of a line counts as two halves. It is joined; a hyphen that belongs to the word itself stays.

## Under the table
footnote-repairs = Repairs
footnote-repairs-made = Mended before counting: { $list }.
footnote-repairs-left = Left as given: { $list }.
footnote-receipts = Receipts of the repairs
footnote-receipts-more = { $count ->
    [one] and { $shown } more text
   *[other] and { $shown } more texts
}

## In the reader
reader-repairs = { $count ->
    [one] Show { $shown } repair
   *[other] Show { $shown } repairs
}
reader-source = in the source: { $source }

## History and notices
history-encoding-set = encoding of the text changed: { $name }
history-repair-undone = repair of the text undone: { $name }
history-repair-done = text repaired: { $name }
text-reading-refused = the text cannot be read as { $encoding }, so it is read as before. Choose another encoding.
