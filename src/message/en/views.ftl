# Table, Table 1, contexts, reader.
