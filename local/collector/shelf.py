"""The traces of one installation: a file of lines for each, the oldest of many forgotten."""

import json
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from local.collector.spans import KeptSpan

MOST_TRACES = 2_000  # some 20 kB each, most of them of single requests
FORGET_EVERY = 100


class TraceShelf:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._until_forgetting = 0

    def put(self, spans: Iterable[KeptSpan]) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        by_trace = sorted(spans, key=lambda span: span.trace_id)
        for trace_id, some in groupby(by_trace, key=lambda span: span.trace_id):
            lines = "".join(f"{json.dumps(span.as_json())}\n" for span in some)
            with self._file(trace_id).open("ab", buffering=0) as written:
                written.write(lines.encode())  # at once: who is killed meanwhile leaves no half of a line
        self._forget_oldest()

    def read(self, trace_id: str) -> list[KeptSpan]:
        """In order of their beginning, one that was told twice once; empty for a trace that is not there."""
        file = self._file(trace_id)
        lines = whole_lines(file) if file.is_file() else []
        spans = {span.span_id: span for span in (KeptSpan.from_json(json.loads(line)) for line in lines)}
        return sorted(spans.values(), key=lambda span: span.began_ns)

    def of_session(self, session_id: str) -> list[KeptSpan]:
        """The longest of those that speak of it: a request that only read it is a trace of its own."""
        files = [file for file in self._folder.glob("*.jsonl") if session_id in file.read_text()]
        return max((self.read(file.stem) for file in files), key=len, default=[])

    def _file(self, trace_id: str) -> Path:
        return self._folder / f"{trace_id}.jsonl"

    def _forget_oldest(self) -> None:
        self._until_forgetting -= 1
        if self._until_forgetting < 0:
            self._until_forgetting = FORGET_EVERY
            by_age = sorted(self._folder.glob("*.jsonl"), key=lambda file: file.stat().st_mtime, reverse=True)
            for file in by_age[MOST_TRACES:]:
                file.unlink(missing_ok=True)


def whole_lines(file: Path) -> list[str]:
    """Not one that is being written."""
    return [line for line in file.read_text().splitlines(keepends=True) if line.endswith("\n")]
