"""What a unit begins with: a whole portal, or one new file in it."""
