# The frame of the page: header, texts, notices.
