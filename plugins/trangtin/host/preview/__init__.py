"""The preview of an editor: edits are shown at once, and nothing is made that nobody looks at."""
