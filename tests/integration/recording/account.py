"""What became of each talk, as a table: one row a fault."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from echosphere.domain.recording import Recording, RecordingStatus
from tests.integration.recording.faults import Fault, Talk

HEADS = ("talks", "ready", "failed", "unsettled")
WIDTH = 52


def unaccounted(talks: Sequence[Talk], found: Mapping[str, Sequence[Recording]]) -> dict[str, object]:
    """Talks that ended otherwise than they must, with what they have instead."""
    return {
        f"{talk.session_id} ({talk.fault.value})": [(each.status, each.failure, each.failure_words) for each in have]
        for talk in talks
        if not _is_as_it_must(talk, have := found[talk.session_id])
    }


def table(talks: Sequence[Talk], found: Mapping[str, Sequence[Recording]]) -> str:
    return "\n".join(_rows(talks, found))


def _is_as_it_must(talk: Talk, have: Sequence[Recording]) -> bool:
    told = all(each.failure_words for each in have if each.status is RecordingStatus.FAILED)
    return told and [(each.status, each.failure) for each in have] == [talk.must_be]


def _rows(talks: Sequence[Talk], found: Mapping[str, Sequence[Recording]]) -> Iterator[str]:
    yield f"{'fault':{WIDTH}}" + "".join(f"{head:>10}" for head in HEADS) + "  reason"
    total: Counter[str] = Counter()
    for fault in Fault:
        of_it = [talk for talk in talks if talk.fault is fault]
        have = [each for talk in of_it for each in found[talk.session_id]]
        row = Counter(talks=len(of_it)) + Counter(map(_word, have))
        total += row
        reasons = " ".join(sorted({each.failure for each in have if each.failure}))
        yield f"{fault.value:{WIDTH}}" + _numbers(row) + (f"  {reasons}" if reasons else "")
    yield f"{'all':{WIDTH}}" + _numbers(total)


def _word(recording: Recording) -> str:
    return recording.status.value if recording.is_settled else "unsettled"


def _numbers(row: Mapping[str, int]) -> str:
    return "".join(f"{row[head]:>10}" for head in HEADS)
