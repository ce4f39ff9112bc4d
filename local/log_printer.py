"""One prefixed log on the terminal, the whole of it in a file for each process, and what each said last."""

import json
import sys
from collections import defaultdict, deque
from contextlib import suppress
from pathlib import Path

from honcho.manager import SYSTEM_PRINTER_NAME
from honcho.printer import Message, Printer

LAST_LINES = 15
# Before a line that is for the person at the terminal alone: no file keeps it.
FOR_THE_EYE = "\N{INVISIBLE SEPARATOR}"


class LogPrinter(Printer):  # type: ignore[misc]  # honcho has no types
    def __init__(self, folder: Path) -> None:
        super().__init__(sys.stdout)
        self._folder = folder
        self.last_lines: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=LAST_LINES))

    def write(self, message: Message) -> None:
        text = message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else message.data
        kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith(FOR_THE_EYE))
        # What does not fit on the disk is lost: no part stands still because nobody takes its lines.
        with suppress(OSError), (self._folder / f"{message.name}.log").open("a") as log:
            log.write(kept)
        short = "\n".join(shortened(line.removeprefix(FOR_THE_EYE)) for line in text.splitlines())
        self.last_lines[message.name].extend(short.splitlines())
        # honcho's own lines tell of signals and process numbers.
        if message.name != SYSTEM_PRINTER_NAME:
            with suppress(OSError):
                super().write(message._replace(data=short or "\n"))


def shortened(line: str) -> str:
    """A structured line in the words that a person reads; the fields stand in the file."""
    if not line.startswith("{"):
        return line
    try:
        fields = json.loads(line)
    except json.JSONDecodeError:
        return line
    if not isinstance(fields, dict) or "message" not in fields:
        return line
    return f"{fields.get('level', '')} {fields['message']}".strip()
