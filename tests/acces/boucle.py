"""Run a coroutine whatever the thread already runs: the browser's driver keeps a loop open."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def executer(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """The result of the coroutine, run to its end in a thread of its own."""
    with ThreadPoolExecutor(max_workers=1) as fil:
        return fil.submit(asyncio.run, coroutine).result()
