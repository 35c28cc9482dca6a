"""What a reader sees: flat models for pages, with links as targets; no addresses, no HTML."""
