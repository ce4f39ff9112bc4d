"""Where this installation runs, which decides what it costs."""

from dataclasses import dataclass
from typing import Literal

Host = Literal["aws", "home"]


@dataclass(frozen=True, slots=True)
class Hosting:
    """At `home` nothing is paid for by use but the providers of others. `region`: whose prices hold, or would."""

    host: Host
    region: str

    @property
    def provider(self) -> str:
        """Who transcodes and stores."""
        return "aws" if self.host == "aws" else "local"
