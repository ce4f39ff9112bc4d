from pynamodb.exceptions import TransactWriteError

from echosphere.adapters.dynamodb.errors import failed_conditions, translated
from echosphere.adapters.dynamodb.evaluation_records import (
    EVALUATION,
    evaluation_key,
    to_evaluation,
    to_evaluation_item,
)
from echosphere.adapters.dynamodb.items import EvaluationItem, SessionItem
from echosphere.adapters.dynamodb.outbox import to_outbox_item
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.domain.errors import SessionNotFound, WriteConflict
from echosphere.domain.evaluation import Evaluation, JudgeIdentity
from echosphere.domain.events import Event


class DynamoEvaluationStore:
    def find(self, session_id: str, judge: JudgeIdentity) -> Evaluation | None:
        try:
            with translated():
                return to_evaluation(EvaluationItem.get(*evaluation_key(session_id, judge), consistent_read=True))
        except EvaluationItem.DoesNotExist:
            return None

    def list_by_session(self, session_id: str) -> list[Evaluation]:
        with translated():
            items = EvaluationItem.query(
                session_partition(session_id), EvaluationItem.SK.startswith(EVALUATION), consistent_read=True
            )
            return sorted((to_evaluation(item) for item in items), key=lambda each: each.changed_at, reverse=True)

    def save(self, evaluation: Evaluation, *, was: Evaluation | None, event: Event | None = None) -> None:
        as_it_was = EvaluationItem.PK.does_not_exist() if was is None else EvaluationItem.revision == was.revision
        session = session_partition(evaluation.session_id)
        try:
            with transaction() as write:
                write.condition_check(SessionItem, session, "META", condition=SessionItem.PK.exists())
                write.save(to_evaluation_item(evaluation), condition=as_it_was)
                if event:
                    write.save(to_outbox_item(event))
        except TransactWriteError as error:
            is_orphan, is_raced, *_ = failed_conditions(error)
            if is_orphan:
                raise SessionNotFound(evaluation.session_id) from None
            if not is_raced:
                raise
            raise WriteConflict from error
