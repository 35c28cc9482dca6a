"""Search without a server: what is found is decided here, as small files that a page's script reads.

It takes a `Portal` and gives files as (name, bytes); beside them only caches are read and written, in a folder that
the caller names. The format: docs/search-format.md.
"""
