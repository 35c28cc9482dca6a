"""What all documents say together, on a given day; pure: reads no file and no clock."""
