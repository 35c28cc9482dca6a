"""Places on a page of a PDF as a person sees them: the file counts from below, and may turn and crop the page."""

from __future__ import annotations

import pypdfium2


class Turn:
    """A turn from the file's coordinates to those of the page as it is read."""

    def __init__(self, page: pypdfium2.PdfPage, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.quarter = (page.get_rotation() // 90) % 4
        left, bottom, _, _ = page.get_cropbox()
        self.left, self.bottom = left, bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Distance from the left, distance from the top."""
        x, y = x - self.left, y - self.bottom
        match self.quarter:
            case 1:
                return y, x
            case 2:
                return self.width - x, y
            case 3:
                return self.width - y, self.height - x
        return x, self.height - y
