"""What the law asks of a public body's portal, as dated data, and the days in which it asks it."""
