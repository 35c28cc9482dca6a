"""The executor of a cluster: other machines that take work from this one, by the interface of `concurrent.futures`."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module

_PATIENCE = 30
"""Seconds in which a scheduler has to answer."""


class NoClusterError(Exception):
    """The cluster cannot be used; the message says why, and what to do."""


@contextmanager
def executor_named(name: str) -> Iterator[Executor]:
    """The executor that an option names, for as long as it is needed.

    `tcp://host:port` or `tls://host:port` is the scheduler of a Dask cluster, `package.module:name` something that
    gives an executor when it is called. Raises NoClusterError where there is none.
    """
    if name.startswith(("tcp://", "tls://")):
        with _dask(name) as executor:
            yield executor
        return
    module, _, made = name.partition(":")
    try:
        make = getattr(import_module(module), made)
    except (ImportError, AttributeError) as error:
        raise NoClusterError(
            f"không có '{name}' ({error}) → cài gói ấy, hoặc sửa 'executor' trong mkdocs.yml"
        ) from None
    with make() as executor:
        yield executor


@contextmanager
def _dask(scheduler: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise NoClusterError("chưa cài phần nối cụm máy Dask → pip install 'trangtin[dask]'") from None
    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except OSError as error:
        raise NoClusterError(
            f"không nối được cụm máy {scheduler} ({error}) → xem cụm máy có đang chạy không, hoặc bỏ 'executor' "
            "trong mkdocs.yml"
        ) from None
    with client:
        yield client.get_executor()
