"""From Markdown to HTML, by rules of our own; knows no page and no address."""
