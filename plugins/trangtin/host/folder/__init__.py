"""The folder of the site: what may be written there, and how the new takes the place of the old."""
