"""The files of a site that are no pages: which there are, and where they go."""
