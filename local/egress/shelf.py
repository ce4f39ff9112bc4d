"""What is known of recordings on disk: enough for the next start of the service to account for each of them."""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from livekit.protocol.egress import EgressInfo

from local.egress.order import Order

# LiveKit forgets an ended recording then (pkg/service/redisstore.go).
REMEMBERED_S = 24 * 3600
EVERY_S = 0.05


class Entry:
    """One recording's folder. The order, with its keys, and the sound go once all is settled; what was told stays."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def sound(self) -> Path:
        return self.folder / "sound"

    @property
    def is_settled(self) -> bool:
        return not self._order.exists()

    @property
    def order(self) -> Order:
        return Order.model_validate_json(self._order.read_text())

    @property
    def info(self) -> EgressInfo:
        return EgressInfo.FromString((self.folder / "info").read_bytes())

    def write_order(self, order: Order) -> None:
        self._order.touch(mode=0o600)
        self._order.write_text(order.model_dump_json())

    def write_info(self, info: EgressInfo) -> None:
        partial = self.folder / "info.partial"
        partial.write_bytes(info.SerializeToString())
        partial.replace(self.folder / "info")

    def settle(self, *, keep_sound: bool = False) -> None:
        if not keep_sound:
            self.sound.unlink(missing_ok=True)
        self._order.unlink(missing_ok=True)

    def wait_for_the_recorder(self, within_s: float) -> bool:
        """Whether its process is gone; it ends by itself once the service is. Blocks."""
        deadline = time.monotonic() + within_s
        with Path(f"{self.sound}.lock").open("w") as lock:
            while time.monotonic() < deadline:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    time.sleep(EVERY_S)
                else:
                    return True
        return False

    @property
    def _order(self) -> Path:
        return self.folder / "order.json"


class Shelf:
    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._folder = folder

    def add(self, order: Order, info: EgressInfo) -> Entry:
        entry = Entry(self._folder / order.egress_id)
        entry.folder.mkdir(mode=0o700)
        entry.write_info(info)
        entry.write_order(order)
        return entry

    def find(self, egress_id: str) -> Entry | None:
        # An id of ours names a folder of ours and nothing else.
        return next((entry for entry in self.entries() if entry.folder.name == egress_id), None)

    def entries(self) -> Iterator[Entry]:
        for folder in sorted(self._folder.iterdir(), key=os.path.getmtime):
            if (folder / "info").is_file():
                yield Entry(folder)

    def forget_old(self) -> None:
        for entry in list(self.entries()):
            if entry.is_settled and time.time() - (entry.folder / "info").stat().st_mtime > REMEMBERED_S:
                shutil.rmtree(entry.folder)
