"""What people say to talk a judge round, and what only sounds like it. A third of each is held out, as of the talks."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from echosphere.domain.language import Language

FOLDER = Path(__file__).parent
HELD_OUT_OF = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    text: str
    language: Language
    is_attempt: bool

    @property
    def held_out(self) -> bool:
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % HELD_OUT_OF == 0


def sayings() -> Iterator[Saying]:
    for name, is_attempt in (("attempts", True), ("harmless", False)):
        for language in Language:
            for text in (FOLDER / f"{name}.{language.value}.txt").read_text().splitlines():
                yield Saying(text=text, language=language, is_attempt=is_attempt)
