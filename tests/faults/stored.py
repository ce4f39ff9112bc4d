"""What is kept of a talk, by the API and in the table, while parts of the platform may be away."""

from json import JSONDecodeError
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from tests.end_to_end.person import Person
from tests.platform import Platform


def texts(person: Person, session_id: str) -> list[str]:
    """None, as long as nobody answers; the front door says so in words of its own."""
    try:
        status, page = person.api(f"/api/sessions/{session_id}/messages")
    except (JSONDecodeError, PlaywrightError):
        return []
    return [each["text"] for each in page["items"]] if status == 200 else []


def recording(person: Person, session_id: str) -> Any:  # noqa: ANN401  # foreign JSON
    return person.api(f"/api/sessions/{session_id}/recording")[1]


def evaluation(person: Person, session_id: str) -> Any:  # noqa: ANN401  # foreign JSON
    """As it stands now."""
    return person.api(f"/api/sessions/{session_id}/evaluation")[1]


def usage(person: Person, session_id: str) -> Any:  # noqa: ANN401  # foreign JSON
    return person.api(f"/api/sessions/{session_id}/usage")[1]


def day_of(person: Person, session_id: str) -> Any:  # noqa: ANN401  # foreign JSON
    """The sums of the person's workspace, of the day on which the talk ended."""
    ended_on = person.api(f"/api/sessions/{session_id}")[1]["ended_at"][:10]
    return person.api(f"/api/usage?from={ended_on}&to={ended_on}")[1]["all"]


def items(platform: Platform, session_id: str, kind: str) -> list[Any]:
    """Of the talk's own partition."""
    found = (
        platform.cloud()
        .client("dynamodb")
        .query(
            TableName=platform.outputs.get("data", "TableName"),
            KeyConditionExpression="PK = :talk AND begins_with(SK, :kind)",
            ExpressionAttributeValues={":talk": {"S": f"SESSION#{session_id}"}, ":kind": {"S": f"{kind}#"}},
            ConsistentRead=True,
        )
    )
    return list(found["Items"])
