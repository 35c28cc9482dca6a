"""The names that MkDocs and Python-Markdown have for what stands in `mkdocs.yml`."""

LOCAL_KEYS = frozenset(
    "copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra extra_css extra_javascript"
    " markdown_extensions nav not_in_nav plugins remote_branch remote_name repo_name repo_url site_author"
    " site_description site_dir site_name site_url strict theme use_directory_urls validation watch".split()
)
"""Keys at the top that make a build read nothing beyond the portal's folder, as far as their values are known."""
KEYS = LOCAL_KEYS | {"INHERIT", "extra_templates", "hooks", "mdx_configs"}
"""All that MkDocs 1.6 knows at the top."""
THEMES = ("trangtin", "material", "mkdocs", "readthedocs")
"""Themes that are installed with this program, and change with a release only."""
EXTENSIONS = frozenset(
    "abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em md_in_html meta"
    " nl2br sane_lists smarty tables toc wikilinks".split()
)
"""Python-Markdown's own, which make the same of the same text; others might read files or a clock."""
