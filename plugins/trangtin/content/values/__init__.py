"""The kinds of values that heads hold: days, numbers, types of documents, lists of words."""
