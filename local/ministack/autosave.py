"""Keeps the local AWS's state on disk while it runs; MiniStack itself saves when it is stopped, and never if killed."""

import asyncio
import copy
import hashlib
import json
import logging
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from ministack import app
from ministack.core import persistence
from ministack.services import cloudwatch_logs

logger = logging.getLogger("autosave")

State = Mapping[str, object]
MOST_OF_THE_TIME = 0.05


class Autosave:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: dict[str, bytes] = {}

    async def run(self, *, every_s: float) -> None:
        """More seldom while it takes long: on a full machine the services have more to do than to be saved."""
        took_s = 0.0
        while True:
            await asyncio.sleep(max(every_s, took_s / MOST_OF_THE_TIME))
            begun_s = time.monotonic()
            self.keep()
            took_s = time.monotonic() - begun_s

    def keep(self) -> None:
        """As far as the disk takes it. What was written before still stands, and the next round writes all of it."""
        try:
            self.save()
        except OSError as error:
            logger.warning("the state could not be kept: %s", error.strerror)

    def save(self) -> list[str]:
        """Writes each service that changed, and names them. Blocks the loop: a service's state must not move."""
        services = {**app._build_persistence_save_dict(), "cloudwatch_logs": _log_groups_without_lines}
        return [name for name, read in services.items() if self._save(name, read)]

    def _save(self, name: str, read: Callable[[], State | None]) -> bool:
        try:
            state = read()
        except RuntimeError:
            # A function's thread changed the state while it was copied; the next round gets it.
            logger.debug("the state of %s moved while it was read", name)
            return False
        if state is None:
            return False
        written = _as_bytes(name, state)
        digest = hashlib.blake2b(written).digest()
        if self._written.get(name) == digest:
            return False
        _replace(self._folder / f"{name}.json", written)
        self._written[name] = digest
        return True


def _as_bytes(name: str, state: State) -> bytes:
    # The envelope that MiniStack's own loader expects.
    envelope = {"__ministack_format__": persistence._state_format_version(name), "payload": state}
    return json.dumps(envelope, default=persistence._json_default).encode()


def _log_groups_without_lines() -> State:
    """Lines grow with each call of a function and are only read while one looks into a failure."""
    groups = copy.copy(cloudwatch_logs._log_groups)
    groups._data = {key: {**group, "streams": {}} for key, group in groups._data.items()}
    return {"log_groups": groups}


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".tmp")
    partial.write_bytes(content)
    partial.replace(path)
