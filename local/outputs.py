"""What the deployed stacks say about themselves: their CfnOutputs, by stack, without the stage in the name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX = "echosphere-local-"


@dataclass(frozen=True)
class Outputs:
    stacks: Mapping[str, Mapping[str, str]]

    @classmethod
    def read(cls, path: Path) -> "Outputs":
        """`path` as `cdk deploy --outputs-file` writes it."""
        written = json.loads(path.read_text())
        return cls({stack.removeprefix(PREFIX): values for stack, values in written.items()})

    def get(self, stack: str, name: str) -> str:
        return self.stacks[stack][name]
