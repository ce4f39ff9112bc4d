"""A layer's archive is kept as text inside `lambda.json`, so each change of any function's state writes 100 MB.

Large bytes go to a file named after their content, once, and the state holds that name.
"""

from collections.abc import Callable
from pathlib import Path

from ministack import app
from ministack.core import persistence

from local.ministack.content_digest import content_digest

LARGE_BYTES = 256 * 1024
REFERENCE = "__file_of_large_bytes__"

Encode = Callable[[object], object]
Decode = Callable[[dict[str, object]], object]


class LargeBytes:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.read_names: set[str] = set()

    def keep(self, content: bytes) -> str:
        name = content_digest(content)
        path = self._folder / name
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            partial = path.with_suffix(".tmp")
            partial.write_bytes(content)
            partial.replace(path)
        return name

    def read(self, name: str) -> bytes:
        self.read_names.add(name)
        return (self._folder / name).read_bytes()

    def forget_unread(self) -> None:
        """What an earlier deploy left; called once, when the state has been loaded."""
        for path in self._folder.glob("*"):
            if path.name not in self.read_names:
                path.unlink()


def apply() -> None:
    large = LargeBytes(Path(persistence.STATE_DIR) / "large")
    persistence._json_default = _encoder(large, persistence._json_default)
    persistence._json_object_hook = _decoder(large, persistence._json_object_hook)
    load = app._load_persisted_state

    def load_and_forget() -> None:
        load()
        large.forget_unread()

    app._load_persisted_state = load_and_forget


def _encoder(large: LargeBytes, stock: Encode) -> Encode:
    def encode(value: object) -> object:
        if isinstance(value, bytes) and len(value) >= LARGE_BYTES:
            return {REFERENCE: large.keep(value)}
        return stock(value)

    return encode


def _decoder(large: LargeBytes, stock: Decode) -> Decode:
    def decode(value: dict[str, object]) -> object:
        name = value.get(REFERENCE)
        return large.read(name) if isinstance(name, str) else stock(value)

    return decode
