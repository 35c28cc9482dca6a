"""Ports for servers of tests."""

from __future__ import annotations

import random
import socket

# Below those that systems give to outgoing connections: between asking and serving, none takes it.
_LOWEST, _HIGHEST = 12_000, 32_000
_CHANCE = random.SystemRandom()  # not the one that property tests set back


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    while True:
        port = _CHANCE.randint(_LOWEST, _HIGHEST)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
