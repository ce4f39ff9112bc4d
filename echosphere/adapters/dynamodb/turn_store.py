from dataclasses import asdict
from typing import Any

from echosphere.adapters.dynamodb.beside_a_session import put_beside_a_session
from echosphere.adapters.dynamodb.errors import translated
from echosphere.adapters.dynamodb.items import TurnItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.adapters.sort_keys import TURN_SORT_KEY, turn_sort_key
from echosphere.domain.message import Via
from echosphere.domain.page import Page, from_cursor, to_cursor
from echosphere.domain.turn import Incident, Turn

TURN = "METRICS#"
BEHIND_LAST_TURN = "METRICS#:"  # ':' follows the digits in ASCII


class DynamoTurnStore:
    def put(self, turn: Turn) -> None:
        put_beside_a_session(_to_item(turn), session_id=turn.session_id)

    def list_by_session(self, session_id: str, *, limit: int, cursor: str | None) -> Page[Turn]:
        # '!' precedes every character of an id, so this starts right behind the cursor's turn
        after = f"{from_cursor(cursor, TURN_SORT_KEY)}!" if cursor else TURN
        with translated():
            found = TurnItem.query(
                session_partition(session_id), TurnItem.SK.between(after, BEHIND_LAST_TURN), limit=limit + 1
            )
            turns = [_to_turn(item) for item in found]
        page = turns[:limit]
        return Page(page, to_cursor(turn_sort_key(page[-1])) if len(turns) > limit else None)


def _to_item(turn: Turn) -> TurnItem:
    return TurnItem(
        session_partition(turn.session_id),
        turn_sort_key(turn),
        turn_id=turn.id,
        session_id=turn.session_id,
        workspace_id=turn.workspace_id,
        via=turn.via.value,
        interrupted=turn.interrupted,
        answer_ids=list(turn.answer_ids),
        incidents=list(turn.incidents),
        moments={name: value for name, value in asdict(turn).items() if name.endswith("_s") and value is not None},
    )


def _to_turn(item: TurnItem) -> Turn:
    moments: dict[str, Any] = dict(item.moments)
    return Turn(
        id=item.turn_id,
        session_id=item.session_id,
        workspace_id=item.workspace_id,
        via=Via(item.via),
        interrupted=item.interrupted,
        answer_ids=tuple(item.answer_ids),
        incidents=tuple(Incident(each) for each in item.incidents),
        **moments,
    )
