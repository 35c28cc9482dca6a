"""Drafts of reports: what a portal knows of a campaign, for a person to finish. Only the command line needs it."""
