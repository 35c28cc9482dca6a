"""Draws pictures of what a page says, with the fonts of this machine."""
