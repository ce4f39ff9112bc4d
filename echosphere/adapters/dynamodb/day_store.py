"""The figures of days. Each change of an item is on the condition that nobody wrote it meanwhile, and tried again."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from pynamodb.exceptions import TransactWriteError
from pynamodb.expressions.condition import Condition

from echosphere.adapters.dynamodb.day_records import (
    BEHIND_DAY,
    DAY,
    counted_of,
    day_key,
    to_counted_item,
    to_day_item,
    to_figures,
)
from echosphere.adapters.dynamodb.errors import CONDITION_FAILED, failed_conditions, refusals, translated
from echosphere.adapters.dynamodb.items import CountedItem, DayItem
from echosphere.adapters.dynamodb.session_records import session_partition, workspace_partition
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.domain.day_figures import DayFigures, day_of
from echosphere.domain.errors import WriteConflict
from echosphere.domain.session import Session

COUNTED = "COUNTED#"
OPINIONS = f"{COUNTED}opinions"
# A third recording of a talk is one too rare to read an item for.
READ_OF_A_TALK = (f"{COUNTED}talk", OPINIONS, f"{COUNTED}recording-1", f"{COUNTED}recording-2")
TRIES = 8  # each loses to a writer who has written


class DynamoDayStore:
    def add(self, figures: DayFigures, *, session_id: str, what: str) -> bool:
        mark = to_counted_item((session_partition(session_id), f"{COUNTED}{what}"), figures)

        def once() -> bool:
            try:
                _add(figures, mark, CountedItem.PK.does_not_exist())
            except TransactWriteError as error:
                is_counted, is_overtaken = failed_conditions(error)
                if is_counted:
                    return False
                if is_overtaken:
                    raise WriteConflict from error
                raise
            return True

        return _until_nobody_is_faster(once)

    def put_opinions(self, figures: DayFigures, *, session_id: str) -> None:
        def once() -> bool:
            known = _find_opinions(session_id)
            changed = figures.instead_of(counted_of(known)) if known else figures
            mark = to_counted_item((session_partition(session_id), OPINIONS), figures, revision=_next(known))
            unchanged = CountedItem.revision == known.revision if known else CountedItem.PK.does_not_exist()
            with _overtaken():
                _add(changed, mark, unchanged)
            return True

        _until_nobody_is_faster(once)

    def forget_session(self, figures: DayFigures, *, session_id: str) -> None:
        def once() -> bool:
            known = _find_day(figures)
            if known is None or (told := to_figures(known)) == (named := told.without(session_id)):
                return True
            with _overtaken(), transaction() as write:
                write.save(to_day_item(named, revision=_next(known)), condition=_is_still(known))
            return True

        _until_nobody_is_faster(once)

    def list_days(self, workspace_id: str, *, from_day: str, to_day: str) -> list[DayFigures]:
        between = DayItem.SK.between(f"{DAY}{from_day}", f"{DAY}{to_day}{BEHIND_DAY}")
        with translated():
            return [to_figures(item) for item in DayItem.query(workspace_partition(workspace_id), between)]

    def list_talks(self, sessions: Sequence[Session]) -> list[DayFigures]:
        counted = {session.id: day_of(session) for session in sessions}
        keys = [(session_partition(session_id), mark) for session_id in counted for mark in READ_OF_A_TALK]
        with translated():
            for item in CountedItem.batch_get(keys, consistent_read=True):
                counted[item.PK.removeprefix(session_partition(""))] += counted_of(item)
        return list(counted.values())


def _until_nobody_is_faster(once: Callable[[], bool]) -> bool:
    for _ in range(TRIES):
        try:
            return once()
        except WriteConflict:
            continue
    raise WriteConflict


@contextmanager
def _overtaken() -> Iterator[None]:
    """A condition that does not hold: somebody wrote it meanwhile."""
    try:
        yield
    except TransactWriteError as error:
        if CONDITION_FAILED not in refusals(error):
            raise
        raise WriteConflict from error


def _add(figures: DayFigures, mark: CountedItem, mark_unchanged: Condition) -> None:
    known = _find_day(figures)
    summed = to_figures(known) + figures if known else figures
    with transaction() as write:
        write.save(mark, condition=mark_unchanged)
        write.save(to_day_item(summed, revision=_next(known)), condition=_is_still(known))


def _find_day(figures: DayFigures) -> DayItem | None:
    try:
        with translated():
            return DayItem.get(*day_key(figures), consistent_read=True)
    except DayItem.DoesNotExist:
        return None


def _find_opinions(session_id: str) -> CountedItem | None:
    try:
        with translated():
            return CountedItem.get(session_partition(session_id), OPINIONS, consistent_read=True)
    except CountedItem.DoesNotExist:
        return None


def _is_still(known: DayItem | None) -> Condition:
    return DayItem.revision == known.revision if known else DayItem.PK.does_not_exist()


def _next(known: DayItem | CountedItem | None) -> int:
    return int(known.revision or 0) + 1 if known else 1
