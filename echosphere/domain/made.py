"""What was made of a recording, in the minutes by which a transcoder is paid."""

from decimal import Decimal

from echosphere.domain.price import Unit
from echosphere.domain.recording import Recording, RecordingKind, RecordingStatus, Rendition

MADE = (RecordingStatus.READY, RecordingStatus.SET_ASIDE)
LEAST_S = 10.0  # an output is paid for ten seconds at least
HD_LINES = 720
# Of one that was set aside the renditions are forgotten: three qualities, as for every sound.
QUALITIES_OF_SOUND = 3


def minutes_made(recording: Recording) -> dict[Unit, Decimal]:
    """Of one that is not made yet, none. The sides apart are an output of sound alone."""
    if recording.status not in MADE or recording.duration_s is None:
        return {}
    each = Decimal(str(max(LEAST_S, recording.duration_s))) / 60
    outputs = [_unit(rendition) for rendition in recording.renditions] or [Unit.SOUND_MINUTE] * QUALITIES_OF_SOUND
    if recording.kind is RecordingKind.AUDIO:
        outputs.append(Unit.SOUND_MINUTE)
    return {unit: each * outputs.count(unit) for unit in dict.fromkeys(outputs)}


def _unit(rendition: Rendition) -> Unit:
    if rendition.kind is RecordingKind.AUDIO:
        return Unit.SOUND_MINUTE
    return Unit.HD_MINUTE if int(rendition.name.removesuffix("p")) >= HD_LINES else Unit.SD_MINUTE
