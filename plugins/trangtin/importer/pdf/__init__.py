"""PDF files, typed or pictured: from what is drawn on a page to the lines that a person reads."""
