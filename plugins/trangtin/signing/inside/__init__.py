"""What is in one file, by its kind; who signed it is another question."""
