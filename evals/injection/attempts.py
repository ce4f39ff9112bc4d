"""What people say to talk a judge round, and what only sounds like it.

The files `blind.…` were written by somebody who knew neither the patterns nor the other files; a third of them is held
out: never tune on it, and do not read a miss there.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from echosphere.domain.language import Language

FOLDER = Path(__file__).parent
HELD_OUT_OF = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    text: str
    language: Language
    is_attempt: bool
    is_blind: bool

    @property
    def held_out(self) -> bool:
        return self.is_blind and int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % HELD_OUT_OF == 0


def sayings() -> Iterator[Saying]:
    for kind, language, written in product(("attempts", "harmless"), Language, ("", "blind.")):
        for text in (FOLDER / f"{written}{kind}.{language.value}.txt").read_text(encoding="utf-8").splitlines():
            yield Saying(text=text, language=language, is_attempt=kind == "attempts", is_blind=bool(written))
