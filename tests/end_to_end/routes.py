"""Every route of the committed OpenAPI document, with what has to be in a request that is right."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DOCUMENT = Path("docs/openapi.json")
# Right in form, of nothing that there is.
NOBODYS = {
    "session_id": "00000000-0000-7000-8000-000000000000",
    "persona_id": "00000000-0000-7000-8000-000000000000",
    "invitation_id": "00000000-0000-7000-8000-000000000000",
    "link_id": "00000000-0000-7000-8000-000000000000",
    "identity": "guest-00000000",
    "secret": "A" * 43,
    "attempt": "1",
    "playlist": "index.m3u8",
}
PERSONA = {"name": "Mina", "languages": ["en-US"]}
BODIES: Mapping[str, Any] = {
    "/api/sessions": {},
    "/api/sessions/{session_id}": {"title": "A talk"},
    "/api/sessions/{session_id}/links": {"expires_in_h": 1},
    "/api/sessions/{session_id}/feedback": {"thumb": "up"},
    "/api/personas": PERSONA,
    "/api/evaluations": {"from": "2026-11-01", "to": "2026-11-02"},
    "/api/personas/{persona_id}": PERSONA,
}
DAYS = "?from=2026-11-01&to=2026-11-02"


@dataclass(frozen=True)
class Route:
    method: str
    path: str
    is_public: bool

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def changes_something(self) -> bool:
        return self.method != "GET"

    def address(self, **ids: str) -> str:
        return self.path.format(**{**NOBODYS, **ids}) + (DAYS if self.path.startswith("/api/usage") else "")

    def body(self, **ids: str) -> Any:  # noqa: ANN401  # JSON
        if self.path == "/api/token":
            return {"session_id": {**NOBODYS, **ids}["session_id"]}
        return BODIES.get(self.path)


def every_route() -> Iterator[Route]:
    for path, operations in json.loads(DOCUMENT.read_text())["paths"].items():
        for method, operation in operations.items():
            yield Route(method.upper(), path, is_public=not operation["security"])
