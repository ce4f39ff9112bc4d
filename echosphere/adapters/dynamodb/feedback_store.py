"""Two items of the same: beside the talk, read with it and gone with it, and beside the person, who may leave."""

from pynamodb.exceptions import TransactWriteError

from echosphere.adapters.dynamodb.errors import CONDITION_FAILED, refusals, translated
from echosphere.adapters.dynamodb.items import FeedbackItem, SessionItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.adapters.dynamodb.workspace_store import person_partition
from echosphere.domain.errors import SessionNotFound
from echosphere.domain.feedback import Feedback, Thumb
from echosphere.domain.moment import from_text, to_text

FEEDBACK = "FEEDBACK#"


class DynamoFeedbackStore:
    def put(self, feedback: Feedback) -> None:
        try:
            with transaction() as write:
                write.condition_check(
                    SessionItem, session_partition(feedback.session_id), "META", SessionItem.PK.exists()
                )
                for item in _items(feedback):
                    write.save(item)
        except TransactWriteError as error:
            if CONDITION_FAILED not in refusals(error):
                raise
            raise SessionNotFound(feedback.session_id) from None

    def delete(self, session_id: str, person_id: str) -> None:
        with transaction() as write:
            for key in _keys(session_id, person_id):
                write.delete(FeedbackItem(*key))

    def list_by_session(self, session_id: str) -> list[Feedback]:
        return sorted(_list(session_partition(session_id)), key=lambda each: each.changed_at, reverse=True)

    def list_by_person(self, person_id: str) -> list[Feedback]:
        return _list(person_partition(person_id))


def forget_feedback(session_id: str) -> None:
    """With its talk, also where it lies beside the people who gave it."""
    for feedback in _list(session_partition(session_id)):
        DynamoFeedbackStore().delete(session_id, feedback.person_id)


def _items(feedback: Feedback) -> list[FeedbackItem]:
    return [
        FeedbackItem(
            *key,
            session_id=feedback.session_id,
            workspace_id=feedback.workspace_id,
            person_id=feedback.person_id,
            thumb=feedback.thumb.value,
            note=feedback.note,
            changed_at=to_text(feedback.changed_at),
        )
        for key in _keys(feedback.session_id, feedback.person_id)
    ]


def _keys(session_id: str, person_id: str) -> list[tuple[str, str]]:
    return [
        (session_partition(session_id), f"{FEEDBACK}{person_id}"),
        (person_partition(person_id), f"{FEEDBACK}{session_id}"),
    ]


def _list(partition: str) -> list[Feedback]:
    with translated():
        found = FeedbackItem.query(partition, FeedbackItem.SK.startswith(FEEDBACK), consistent_read=True)
        return [_to_feedback(item) for item in found]


def _to_feedback(item: FeedbackItem) -> Feedback:
    return Feedback(
        session_id=item.session_id,
        workspace_id=item.workspace_id,
        person_id=item.person_id,
        thumb=Thumb(item.thumb),
        note=item.note,
        changed_at=from_text(item.changed_at),
    )
