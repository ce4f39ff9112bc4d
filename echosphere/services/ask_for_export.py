"""A person wants a copy of all that is kept of them. It is too long for one answer, so a queue makes it."""

from echosphere.domain.errors import NotFound
from echosphere.domain.events import ExportAsked
from echosphere.domain.export import Export, exports_prefix
from echosphere.domain.identifiers import new_id
from echosphere.domain.workspace import Member
from echosphere.ports import BackendPorts, Ports
from echosphere.services.publish_event import publish_event


def ask_for_export(ports: BackendPorts, member: Member) -> Export:
    """While one is being made, that one; else a new one, in whose place the one before vanishes."""
    now, known = ports.clock.now(), ports.exports.find(member.person_id)
    if known is not None and known.is_under_way(at=now):
        return known
    ports.media.delete_prefix(exports_prefix(member.person_id))
    export = Export(id=new_id(), person_id=member.person_id, workspace_id=member.workspace_id, asked_at=now)
    event = ExportAsked.of(member, export_id=export.id, at=now)
    ports.exports.begin(export, event)
    publish_event(ports, event)
    return export


def read_export(ports: Ports, member: Member) -> Export:
    """Raises NotFound for who has asked for none in the last days."""
    export = ports.exports.find(member.person_id)
    if export is None or export.expires_at <= ports.clock.now():
        raise NotFound
    return export
