"""What a reader sees: flat models of pages, with links as targets; no addresses, no HTML."""
