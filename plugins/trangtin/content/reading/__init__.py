"""From the folders of a repository to entries, and what is wrong with what was typed."""
