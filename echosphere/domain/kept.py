"""Which recordings of a talk are shown where two were made at once: the better ones.

That is so by the stage's setting, or because a recorder came whose answer had been given up.

What failed a check (no file, a silent side, a wrong length) is not ready and so no candidate. Of what is ready, as few
as hold all that was recorded: from each moment on the one that holds most of what follows without a break, and of those
that hold as much the one that was ready first, which may be played already.
"""

from collections.abc import Sequence
from datetime import datetime

from echosphere.domain.coverage import SHORTEST_GAP_S, offset_s
from echosphere.domain.recording import Recording, RecordingKind, RecordingStatus
from echosphere.domain.session import Session

# Two that began together are a moment apart, too.
AS_MUCH_S = 0.25


def kept(session: Session, recordings: Sequence[Recording]) -> list[Recording]:
    """Of those that are ready, in their order. Pictures stand beside the sound and are all kept."""
    ready = [each for each in recordings if each.status is RecordingStatus.READY]
    sound = [each for each in ready if each.kind is RecordingKind.AUDIO]
    needed = _fewest(sound, session)
    return [each for each in ready if each.kind is RecordingKind.VIDEO or each in needed]


def spares(session: Session, recordings: Sequence[Recording]) -> list[Recording]:
    """Ready, and not needed. None as long as a recording is being made that might hold more."""
    if not session.is_over or not all(each.is_settled for each in recordings if each.kind is RecordingKind.AUDIO):
        return []
    shown = kept(session, recordings)
    return [each for each in recordings if each.status is RecordingStatus.READY and each not in shown]


def shown_until(session: Session, recordings: Sequence[Recording], spare: Recording) -> datetime | None:
    """When another took its place. None: it never was shown."""
    ready = [each for each in recordings if each.status is RecordingStatus.READY]
    moments = sorted({each.changed_at for each in ready})
    was_shown = [spare in kept(session, [each for each in ready if each.changed_at <= moment]) for moment in moments]
    return next((after for shown, after in reversed(list(zip(was_shown, moments[1:], strict=False))) if shown), None)


def _fewest(sound: list[Recording], session: Session) -> list[Recording]:
    needed: list[Recording] = []
    left, reached_s = sound, 0.0
    while left:
        from_s = max(reached_s, min(offset_s(session, each) for each in left))
        begun = [each for each in left if offset_s(session, each) <= from_s + SHORTEST_GAP_S]
        held_s = {each.attempt: _end_s(each, session) - max(from_s, offset_s(session, each)) for each in begun}
        as_good = [each for each in begun if held_s[each.attempt] > max(held_s.values()) - AS_MUCH_S]
        best = min(as_good, key=lambda each: (each.changed_at, each.attempt))
        needed.append(best)
        reached_s = max(reached_s, _end_s(best, session))
        left = [each for each in left if each is not best and _adds_to(each, reached_s, session)]
    return needed


def _end_s(recording: Recording, session: Session) -> float:
    """Of what it holds of the talk: a room is closed a moment after its end."""
    end_s = offset_s(session, recording) + (recording.duration_s or 0.0)
    return end_s if session.duration_s is None else min(end_s, session.duration_s)


def _adds_to(recording: Recording, reached_s: float, session: Session) -> bool:
    """What overlaps must be worth a change of recordings; what only follows is all that there is of its time."""
    begins_later = offset_s(session, recording) >= reached_s
    return begins_later or _end_s(recording, session) > reached_s + SHORTEST_GAP_S
