"""From an office file to a draft in Markdown, with all that a person has to look at listed. Never needed by a build."""
