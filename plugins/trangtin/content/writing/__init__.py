"""The other way round: heads as an editor would type them, and what may be typed, for editors' programs."""
