"""Files that programs read, in the formats of their standards."""
