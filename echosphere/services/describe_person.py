"""All that is kept of a person beside the talks, as JSON can say it."""

from typing import Any

from echosphere.domain.export import Export, to_plain
from echosphere.ports import Directory, Ports

PAGE = 100


def describe_person(ports: Ports, directory: Directory, export: Export) -> dict[str, Any]:
    member = ports.workspaces.find_member(export.person_id)
    return {
        "person": {"id": export.person_id, "profile": directory.profile(export.person_id)},
        "workspace": to_plain(member) if member else None,
        "personas": _personas(ports, export.workspace_id),
        "feedback": [to_plain(each) for each in ports.feedback.list_by_person(export.person_id)],
    }


def _personas(ports: Ports, workspace_id: str) -> list[dict[str, Any]]:
    found, cursor = list[dict[str, Any]](), None
    while True:
        page = ports.personas.list_by_workspace(workspace_id, limit=PAGE, cursor=cursor)
        found += [to_plain(persona) for persona in page.items]
        if (cursor := page.next_cursor) is None:
            return found
