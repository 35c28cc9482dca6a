"""What separates the digits of one number where people write it in groups: patterns for regular expressions."""

from __future__ import annotations

SPACE = r"[ \u00a0\u2009\u202f]"
GAP = rf"{SPACE}?[.()\u2010\u2011–-]?{SPACE}?"
"""Within a telephone number."""
SMALL_GAP = rf"(?:{SPACE}|[.\u2010\u2011-])"
"""Within any other."""
