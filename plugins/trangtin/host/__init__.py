"""The only layer that knows MkDocs: addresses, links, rendering, events of a few lines."""
