from pynamodb.exceptions import PutError

from echosphere.adapters.dynamodb.errors import translated, was_refused
from echosphere.adapters.dynamodb.items import ExportItem
from echosphere.adapters.dynamodb.outbox import to_outbox_item
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.adapters.dynamodb.workspace_store import person_partition
from echosphere.domain.errors import WriteConflict
from echosphere.domain.events import ExportAsked
from echosphere.domain.export import Export
from echosphere.domain.moment import from_text, to_text


class DynamoExportStore:
    def begin(self, export: Export, event: ExportAsked) -> None:
        with transaction() as write:
            write.save(_to_item(export))
            write.save(to_outbox_item(event))

    def find(self, person_id: str) -> Export | None:
        try:
            with translated():
                return _to_export(ExportItem.get(*_key(person_id), consistent_read=True))
        except ExportItem.DoesNotExist:
            return None

    def replace(self, export: Export, *, was: Export) -> None:
        as_it_was = (ExportItem.export_id == was.id) & (ExportItem.parts == was.parts)
        try:
            with translated():
                _to_item(export).save(condition=as_it_was)
        except PutError as error:
            if not was_refused(error):
                raise
            raise WriteConflict from error


def _key(person_id: str) -> tuple[str, str]:
    return person_partition(person_id), "EXPORT"


def _to_item(export: Export) -> ExportItem:
    return ExportItem(
        *_key(export.person_id),
        export_id=export.id,
        person_id=export.person_id,
        workspace_id=export.workspace_id,
        asked_at=to_text(export.asked_at),
        is_ready=export.is_ready,
        parts=export.parts,
        talks=export.talks,
        cursor=export.cursor,
        expires_at=export.expires_at,
    )


def _to_export(item: ExportItem) -> Export:
    return Export(
        id=item.export_id,
        person_id=item.person_id,
        workspace_id=item.workspace_id,
        asked_at=from_text(item.asked_at),
        is_ready=item.is_ready,
        parts=int(item.parts),
        talks=int(item.talks),
        cursor=item.cursor,
    )
