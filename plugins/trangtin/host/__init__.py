"""The only layer that knows MkDocs: its events, and the addresses, links and HTML of pages."""
