"""What the deployed stacks of a stage say about themselves, as `cdk deploy --outputs-file` writes it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self


class OutputsMissing(Exception):
    """There is no such file, or it does not say what is asked for; the message names it."""


@dataclass(frozen=True)
class Outputs:
    stacks: Mapping[str, Mapping[str, str]]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Raises OutputsMissing."""
        if not path.is_file():
            raise OutputsMissing(f"{path} is missing: `make deploy` writes it")
        return cls(json.loads(path.read_text()))

    def get(self, name: str) -> str:
        """Of whichever stack has it. Raises OutputsMissing."""
        for outputs in self.stacks.values():
            if name in outputs:
                return outputs[name]
        raise OutputsMissing(f"no stack has told its {name}: were all of them deployed?")

    def told(self) -> Iterator[str]:
        """A line for each that somebody may ask for: what one stack exports for another is CDK's own."""
        for stack, outputs in sorted(self.stacks.items()):
            for name, value in sorted(outputs.items()):
                if not name.startswith("ExportsOutput"):
                    yield f"{stack}.{name} = {value}"
