"""Search without a server: what is found is decided here, as small files that a page's script reads.

Pure but for `cache`: it takes a `Portal` and gives files as (name, bytes). The format: docs/search-format.md.
"""
