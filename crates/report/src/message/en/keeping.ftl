# Studies that the browser keeps, the line about a study that it does not keep, and newer versions of
# the page.

## The list
store-heading = Your studies
store-why = This browser keeps every study while you work on it. Studies stay on this computer until you delete them here or clear the data of the browser.
store-texts = { $count ->
    [one] { $shown } text
   *[other] { $shown } texts
}
store-kilobytes = { $size } kB
store-megabytes = { $size } MB
store-shown = on screen
store-rename = Rename
store-rename-of = Rename: { $title }
store-title = New title of the study { $title }
store-duplicate = Duplicate
store-duplicate-of = Duplicate: { $title }
store-copy-title = { $title } (copy)
store-delete = Delete
store-delete-of = Delete: { $title }
store-delete-heading = Delete a study
store-delete-ask = The study “{ $title }” will be deleted with its texts and its history. This cannot be undone.
store-cancel = Cancel
store-entry-newer = A study of a newer version of Tarazy, saved in this browser. Open it with that version.
store-entry-damaged = A study whose record in this browser is damaged. It cannot be opened.
store-forget = Forget everything
store-forget-ask = All studies with their texts and all settings of this page will be deleted from this browser. This cannot be undone. Studies that you have saved as files stay where they are.
store-forgotten = This browser keeps nothing of Tarazy any more.

## The line
unkept-denied = The browser does not let this page keep anything: the study is lost when the page is closed.
unkept-full = The browser has no room left: your last changes are lost when the page is closed.
unkept-failed = The browser could not keep your last changes: they are lost when the page is closed.
unkept-save = Save the study
elsewhere = This study is open in another tab. Here you can read it; when the other tab is closed, you can go on working here.

## A new version
version-ready = A new version of Tarazy is ready.
version-use = Switch to the new version
version-needed = A new version of Tarazy is out, so this page can no longer load the parts that it has not loaded yet. Reload the page.
version-reload = Reload the page
module-outdated = this file has not been read, because a new version of Tarazy is out. Reload the page, then open the file again.

## Notices
store-only-read = This study is open in another tab, so it cannot be changed here. Close the other tab first.
store-open-elsewhere = This study is open in another tab. Close that tab first.
store-copy-before = The last copy of this study was damaged, so the one before it has been opened. Check your last change.
store-text-damaged = the copy of this text in the browser is damaged, so the study has been opened without it. Add the text again.
store-newer = The study was saved by a newer version of Tarazy and has been left as it is. Open it with that version.
store-damaged = The study cannot be opened: its record in this browser is damaged. If you have saved it as a file, open that.
store-missing = The study is no longer kept in this browser.
store-unread = The browser did not give out the study. Try again, or reload the page.
file-unwritten = the file could not be written. Save the study again, and choose another place.
link-other-study = This link leads to a cell of another study. Open that study first, then the link.
link-to-table = Go to the table
