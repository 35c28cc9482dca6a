"""What each page is made of, and how it is drawn."""
