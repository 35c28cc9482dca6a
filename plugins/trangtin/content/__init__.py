"""What one file says, read once into frozen values; knows no other layer and no MkDocs."""
