from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.workspace_store import MemoryWorkspaceStore
from echosphere.domain.errors import WriteConflict
from echosphere.domain.events import ExportAsked
from echosphere.domain.export import Export


class MemoryExportStore:
    """It lies beside the person, who takes it along."""

    def __init__(self, workspaces: MemoryWorkspaceStore, outbox: MemoryOutbox) -> None:
        self._exports = workspaces.exports
        self._outbox = outbox

    def begin(self, export: Export, event: ExportAsked) -> None:
        self._exports[export.person_id] = export
        self._outbox.add(event)

    def find(self, person_id: str) -> Export | None:
        return self._exports.get(person_id)

    def replace(self, export: Export, *, was: Export) -> None:
        if self._exports.get(export.person_id) != was:
            raise WriteConflict
        self._exports[export.person_id] = export
