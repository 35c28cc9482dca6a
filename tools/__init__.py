"""Programs for contributors and CI; run from the top of the repository as `python -m tools.NAME`."""
