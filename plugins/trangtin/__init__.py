"""`trangtin`: a folder of Markdown becomes the public website of a Vietnamese public unit."""
