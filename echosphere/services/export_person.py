"""A copy of all that is kept of a person, a part at a time: what is written is written again by a repeat."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from echosphere.domain.errors import WriteConflict
from echosphere.domain.events import ExportAsked
from echosphere.domain.export import Export, to_json, to_plain
from echosphere.ports import BackendPorts, Directory, PlaybackSigner
from echosphere.services.describe_person import describe_person
from echosphere.services.describe_talk import Addresses, describe_talk

TALKS_A_PAGE = 25
# A browser and a person still open it, and a function of a gigabyte holds it several times over.
PART_BYTES = 20_000_000
JSON_TYPE = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPorts:
    """What making a copy needs beside the rest. `page_origin`: where its addresses lead."""

    backend: BackendPorts
    directory: Directory
    signer: PlaybackSigner
    page_origin: str


def export_person(ports: ExportPorts, asked: ExportAsked, *, time_is_up: Callable[[], bool]) -> bool:
    """Makes one part. False: there are more to make. Raises Unavailable, to be repeated."""
    export = ports.backend.exports.find(asked.person_id)
    if export is None or export.id != asked.export_id or export.is_ready:
        return True
    talks, cursor = _talks(ports, export, time_is_up)
    key = export.part_key(export.parts + 1)
    ports.backend.media.put(key, to_json(_part(ports, export, talks)), content_type=JSON_TYPE)
    further = export.add_part(talks=len(talks), cursor=cursor)
    try:
        ports.backend.exports.replace(further, was=export)
    except WriteConflict:
        return _give_way(ports, asked, key)
    return further.is_ready


def _give_way(ports: ExportPorts, asked: ExportAsked, key: str) -> bool:
    """Another call made the same part; or there is no such copy any more, and no file may be left of it."""
    known = ports.backend.exports.find(asked.person_id)
    if known is None or known.id != asked.export_id:
        ports.backend.media.delete_prefix(key)
    return True


def _talks(
    ports: ExportPorts, export: Export, time_is_up: Callable[[], bool]
) -> tuple[list[dict[str, Any]], str | None]:
    """As many as a part holds, and where the next one begins."""
    addresses = Addresses(signer=ports.signer, origin=ports.page_origin, until=export.expires_at)
    talks, cursor, size = list[dict[str, Any]](), export.cursor, 0
    while True:
        page = ports.backend.sessions.list_by_workspace(export.workspace_id, limit=TALKS_A_PAGE, cursor=cursor)
        own = [session for session in page.items if session.person_id == export.person_id]
        told = [describe_talk(ports.backend, addresses, session) for session in own]
        talks += told
        size += len(to_json({"talks": told}))
        cursor = page.next_cursor
        if cursor is None or size >= PART_BYTES or time_is_up():
            return talks, cursor


def _part(ports: ExportPorts, export: Export, talks: list[dict[str, Any]]) -> dict[str, Any]:
    """The first one says who it is of."""
    about = {} if export.parts else describe_person(ports.backend, ports.directory, export)
    return {"part": export.parts + 1, "asked_at": to_plain(export)["asked_at"], **about, "talks": talks}
