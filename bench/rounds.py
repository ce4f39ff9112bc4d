"""A long measurement in rounds that are kept: a run that was ended goes on where it stopped."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

type Round = Mapping[str, Mapping[str, list[float]]]
"""By contender and measure."""


@dataclass(frozen=True, slots=True)
class Rounds:
    file: Path
    wanted: int

    def done(self) -> list[Round]:
        """Those of this commit. All that were wanted is none: who has finished begins anew."""
        if not self.file.exists():
            return []
        kept = json.loads(self.file.read_text())
        rounds: list[Round] = kept["rounds"]
        return rounds if kept["commit"] == _commit() and len(rounds) < self.wanted else []

    def keep(self, rounds: list[Round]) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps({"commit": _commit(), "rounds": rounds}))


def together(rounds: list[Round], contender: str, measure: str) -> list[float]:
    return [sample for each in rounds for sample in each.get(contender, {}).get(measure, [])]


def _commit() -> str:
    return subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, check=True, text=True).stdout.strip()  # noqa: S607  # git of the PATH
