"""What all documents say together on a given day; pure: it reads no file and no clock."""
