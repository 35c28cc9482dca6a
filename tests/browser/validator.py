"""The Nu HTML checker, the one the W3C runs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tools import system_parts


def validator_faults(folder: Path) -> list[str]:
    """What the Nu HTML checker calls an error, over all HTML files below the folder."""
    command = [system_parts.JAVA.require(), "-Xss2m", "-jar", system_parts.VNU.require()]
    words = ["--errors-only", "--skip-non-html", "--exit-zero-always", "--format", "json", str(folder)]
    done = subprocess.run([*command, *words], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    messages = json.loads(done.stderr)["messages"]
    return [f"{m.get('url', '')}:{m.get('lastLine', '')} {m['message']}" for m in messages]
