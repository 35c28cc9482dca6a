"""Word's own files (.docx): what Word prints of them, as a paper."""
