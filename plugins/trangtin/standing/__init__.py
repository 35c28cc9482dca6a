"""Whether the site that the last build left is what a build would make now: of what it was made, and what stands."""
