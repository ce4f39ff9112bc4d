"""What the API tells of a talk, while parts of the platform may be away."""

from json import JSONDecodeError
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from tests.end_to_end.person import Person


def texts(person: Person, session_id: str) -> list[str]:
    """None, as long as nobody answers; the front door says so in words of its own."""
    try:
        status, page = person.api(f"/api/sessions/{session_id}/messages")
    except (JSONDecodeError, PlaywrightError):
        return []
    return [each["text"] for each in page["items"]] if status == 200 else []


def recording(person: Person, session_id: str) -> Any:  # noqa: ANN401  # foreign JSON
    return person.api(f"/api/sessions/{session_id}/recording")[1]
