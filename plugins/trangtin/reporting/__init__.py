"""Drafts of reports: what a campaign's portal knows, as a paper for a person to finish. Only the command line needs it."""
