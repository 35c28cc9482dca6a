"""The executor of a cluster: other machines that take work from this one, by the interface of `concurrent.futures`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor
from contextlib import contextmanager
from importlib import import_module

_PATIENCE = 30
"""Seconds in which a scheduler has to answer."""


class NoClusterError(Exception):
    """The cluster cannot be used; the message says why, and what to do about it, in Vietnamese."""


@contextmanager
def executor_named(name: str) -> Iterator[Executor]:
    """The executor that an option names, for as long as it is needed.

    `tcp://host:port` or `tls://host:port` is the scheduler of a Dask cluster, `package.module:name` something that
    gives an executor when it is called. Raises NoClusterError where there is none, and where it is lost on the way.
    """
    try:
        with _dask(name) if name.startswith(("tcp://", "tls://")) else _made(name) as executor:
            yield executor
    except (BrokenExecutor, CancelledError) as error:  # what every executor raises, Dask's where its scheduler is gone
        raise _lost(name, error) from None


def _lost(name: str, error: Exception) -> NoClusterError:
    return NoClusterError(
        f"'{name}' đã dừng khi đang dựng chữ ({type(error).__name__}) → xem nhật ký của cụm máy rồi chạy lại, "
        "hoặc bỏ 'executor' trong mkdocs.yml"
    )


@contextmanager
def _made(name: str) -> Iterator[Executor]:
    module, _, made = name.partition(":")
    try:
        make = getattr(import_module(module), made)
    except (ImportError, AttributeError) as error:
        raise NoClusterError(
            f"không có '{name}' ({error}) → cài gói ấy, hoặc sửa 'executor' trong mkdocs.yml"
        ) from None
    try:
        executor = make()
    except Exception as error:  # the code is somebody else's
        told = f"{type(error).__name__}: {error}"
        raise NoClusterError(
            f"'{name}' không chạy được ({told}) → xem lại gói ấy, hoặc sửa 'executor' trong mkdocs.yml"
        ) from None
    if not isinstance(executor, Executor):
        raise NoClusterError(
            f"'{name}' không phải là nơi nhận việc kiểu concurrent.futures.Executor → sửa 'executor' trong mkdocs.yml"
        )
    with executor:
        yield executor


@contextmanager
def _dask(scheduler: str) -> Iterator[Executor]:
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError:
        raise NoClusterError("chưa cài phần nối cụm máy Dask → pip install 'trangtin[dask]'") from None
    for logger in ("distributed", "distributed.client"):  # what goes wrong is told once, without a traceback
        logging.getLogger(logger).setLevel(logging.CRITICAL)
    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except OSError as error:
        raise NoClusterError(
            f"không nối được cụm máy {scheduler} ({error}) → xem cụm máy có đang chạy không, hoặc bỏ 'executor' "
            "trong mkdocs.yml"
        ) from None
    with client:
        try:
            yield client.get_executor()
        except (KilledWorker, OSError) as error:  # one machine after the other died of a text, or none can be reached
            raise _lost(scheduler, error) from None
