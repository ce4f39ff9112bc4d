from typing import Any

from pynamodb.exceptions import TransactWriteError

from echosphere.adapters.dynamodb.errors import CONDITION_FAILED, refusals, translated
from echosphere.adapters.dynamodb.items import CountedItem, DayItem
from echosphere.adapters.dynamodb.session_records import session_partition, workspace_partition
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.domain.cost import CostPart
from echosphere.domain.day_figures import DayFigures
from echosphere.domain.errors import WriteConflict
from echosphere.domain.histogram import Histogram

DAY, BEHIND_DAY = "DAY#", "~"  # it follows '#' and whatever may be in a persona's id
COUNTED = "COUNTED#"
TRIES = 8  # each loses to a writer who has written
SUMS = ("sessions", "failed", "messages", "duration_s", "turns", "interrupted", "incidents")


class DynamoDayStore:
    def add(self, figures: DayFigures, *, session_id: str, what: str) -> bool:
        for _ in range(TRIES):
            try:
                self._add(figures, CountedItem(session_partition(session_id), f"{COUNTED}{what}"))
            except WriteConflict:
                continue
            except TransactWriteError as error:
                is_counted, is_overtaken = (code == CONDITION_FAILED for code in refusals(error))
                if is_counted:
                    return False
                if not is_overtaken:
                    raise
            else:
                return True
        raise WriteConflict

    def list_days(self, workspace_id: str, *, from_day: str, to_day: str) -> list[DayFigures]:
        between = DayItem.SK.between(f"{DAY}{from_day}", f"{DAY}{to_day}{BEHIND_DAY}")
        with translated():
            return [_to_figures(item) for item in DayItem.query(workspace_partition(workspace_id), between)]

    def _add(self, figures: DayFigures, mark: CountedItem) -> None:
        known = _find(figures)
        summed = _to_figures(known) + figures if known else figures
        item = _to_item(summed, revision=int(known.revision) + 1 if known else 1)
        unchanged = DayItem.revision == known.revision if known else DayItem.PK.does_not_exist()
        with transaction() as write:
            write.save(mark, condition=CountedItem.PK.does_not_exist())
            write.save(item, condition=unchanged)


def _find(figures: DayFigures) -> DayItem | None:
    try:
        with translated():
            return DayItem.get(*_key(figures), consistent_read=True)
    except DayItem.DoesNotExist:
        return None


def _key(figures: DayFigures) -> tuple[str, str]:
    return workspace_partition(figures.workspace_id), f"{DAY}{figures.day}#{figures.persona_id}"


def _to_item(figures: DayFigures, *, revision: int) -> DayItem:
    return DayItem(
        *_key(figures),
        workspace_id=figures.workspace_id,
        day=figures.day,
        persona_id=figures.persona_id,
        revision=revision,
        sums={name: getattr(figures, name) for name in SUMS},
        voice_to_voice={str(step): count for step, count in figures.voice_to_voice.counts.items()},
        cost=figures.cost,
        on_aws=figures.on_aws,
    )


def _to_figures(item: DayItem) -> DayFigures:
    sums: dict[str, Any] = dict(item.sums)
    return DayFigures(
        workspace_id=item.workspace_id,
        day=item.day,
        persona_id=item.persona_id,
        voice_to_voice=Histogram({int(step): count for step, count in item.voice_to_voice.items()}),
        cost=_costs(item.cost),
        on_aws=_costs(item.on_aws),
        **sums,
    )


def _costs(stored: dict[str, int]) -> dict[CostPart, int]:
    return {CostPart(part): micros for part, micros in stored.items()}
