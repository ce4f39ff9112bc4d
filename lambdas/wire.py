"""Foreign JSON as AWS hands it over and takes it back; each handler narrows what it reads of it."""

from typing import Any

type Event = dict[str, Any]
type Answer = dict[str, Any]
