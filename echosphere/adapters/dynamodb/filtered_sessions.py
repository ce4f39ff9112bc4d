"""A page of the talks that fit, of a history that is read newest first.

The talks that do not fit are passed over where they lie, a megabyte at a time: persona and language of a talk never
change, but an index for each would be written with every message. So the reads of one answer are bounded, and the
answer says where to go on.
"""

from datetime import date, timedelta
from itertools import islice

from pynamodb.expressions.condition import Condition

from echosphere.adapters.dynamodb.errors import translated
from echosphere.adapters.dynamodb.items import SessionItem
from echosphere.adapters.dynamodb.session_records import to_session, workspace_partition
from echosphere.adapters.sort_keys import right_before, session_sort_key
from echosphere.domain.page import Page, to_cursor
from echosphere.domain.persona import BUILT_IN
from echosphere.domain.session import Session
from echosphere.domain.session_filter import SessionFilter

# A talk takes some 700 bytes, and DynamoDB gives a megabyte at the most. Twenty reads, one after the other, stay far
# from the 29 seconds of a request. The first is of as many talks as are wanted, for where most of them fit; each other
# of four times as many as the one before.
TALKS_A_READ = 1_000
READS = 20
GROWTH = 4
BEHIND_A_MOMENT = "~"  # it follows the 'T' behind the day


def read_filtered(workspace_id: str, before: str | None, *, only: SessionFilter, limit: int) -> Page[Session]:
    """Those that lie before a sort key. Fewer than `limit`, or none, with a cursor: the bound was reached first."""
    size = min(limit + 1, TALKS_A_READ)
    pages = SessionItem.by_workspace.query(
        workspace_partition(workspace_id),
        _range(before, only.ended),
        filter_condition=_fits(only),
        scan_index_forward=False,
        page_size=size,
    ).page_iter
    sessions: list[Session] = []
    with translated():
        for page in islice(pages, READS):
            sessions += [to_session(SessionItem.from_raw_data(item)) for item in page["Items"]]
            if len(sessions) > limit:
                return Page(sessions[:limit], to_cursor(session_sort_key(sessions[limit - 1])))
            pages.page_size = size = min(GROWTH * size, TALKS_A_READ)
    last = pages.last_evaluated_key
    return Page(sessions, to_cursor(last["GSI1SK"]["S"]) if last else None)


def _range(before: str | None, ended: tuple[date, date] | None) -> Condition | None:
    """Which talks are looked at: of a day those that began on it, or on the day before and went on."""
    if ended is None:
        return SessionItem.GSI1SK < before if before else None
    first, behind_last = ((day + timedelta(days=days)).isoformat() for day, days in zip(ended, (-1, 1), strict=True))
    last = right_before(before) if before and before < behind_last else behind_last
    return SessionItem.GSI1SK.between(first, max(first, last))


def _fits(only: SessionFilter) -> Condition | None:
    fits: Condition | None = None
    if only.persona_id is not None:
        fits = SessionItem.persona_id == only.persona_id
        if only.persona_id == BUILT_IN:  # talks from before there were personas
            fits = fits | SessionItem.persona_id.does_not_exist()
    if only.language is not None:
        spoken = SessionItem.language == only.language.value
        fits = spoken if fits is None else fits & spoken
    if only.ended is not None:
        first, last = (day.isoformat() for day in only.ended)
        ended = SessionItem.ended_at.between(first, f"{last}{BEHIND_A_MOMENT}")
        fits = ended if fits is None else fits & ended
    return fits
