"""Parts that several pages share: rows of tables, lists, cards of files, words for states."""
