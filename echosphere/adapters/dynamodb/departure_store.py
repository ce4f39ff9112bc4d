from datetime import datetime

from pynamodb.exceptions import TransactWriteError, UpdateError
from pynamodb.expressions.update import Action

from echosphere.adapters.dynamodb.errors import CONDITION_FAILED, refusals, translated, was_refused
from echosphere.adapters.dynamodb.items import DepartureItem, PersonItem
from echosphere.adapters.dynamodb.outbox import to_outbox_item
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.adapters.dynamodb.workspace_store import person_partition
from echosphere.domain.departure import Departure, pseudonym
from echosphere.domain.events import PersonLeft
from echosphere.domain.moment import from_text, to_text


class DynamoDepartureStore:
    def begin(self, person_id: str, departure: Departure, event: PersonLeft) -> None:
        item = DepartureItem(*_key(person_id), asked_at=to_text(departure.asked_at))
        try:
            with transaction() as write:
                write.save(item, condition=DepartureItem.PK.does_not_exist())
                write.save(to_outbox_item(event))
                # Who cannot be found as a member is let in nowhere.
                write.delete(PersonItem(person_partition(person_id), "META"))
        except TransactWriteError as error:
            if CONDITION_FAILED not in refusals(error):
                raise

    def find(self, person_id: str) -> Departure | None:
        try:
            with translated():
                item = DepartureItem.get(*_key(person_id), consistent_read=True)
        except DepartureItem.DoesNotExist:
            return None
        return Departure(asked_at=from_text(item.asked_at), talks_deleted=int(item.talks_deleted), is_over=item.is_over)

    def count_talk(self, person_id: str) -> None:
        _update(person_id, DepartureItem.talks_deleted.add(1))

    def finish(self, person_id: str, *, forget_at: datetime) -> None:
        _update(person_id, DepartureItem.is_over.set(True), DepartureItem.expires_at.set(forget_at))


def _update(person_id: str, *actions: Action) -> None:
    """One that has expired meanwhile does not come back."""
    try:
        with translated():
            DepartureItem(*_key(person_id)).update(actions=[*actions], condition=DepartureItem.PK.exists())
    except UpdateError as error:
        if not was_refused(error):
            raise


def _key(person_id: str) -> tuple[str, str]:
    return f"DEPARTURE#{pseudonym(person_id)}", "META"
