"""Records of all that is public, for other programs; each format is described in docs/open-data.md."""
