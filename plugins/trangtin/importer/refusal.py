"""A file that is not imported, and why."""

from __future__ import annotations


class Refusal(Exception):
    """Nothing is written for this file; the reason and the way out are in Vietnamese."""

    def __init__(self, message: str, remedy: str) -> None:
        """Say what is wrong with the file, and what its owner can do."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} → {self.remedy}"
