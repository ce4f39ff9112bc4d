"""What is seen of a recording with a picture, before it plays and while one seeks in it."""

from echosphere.domain.recording import Recording, RecordingKind
from echosphere.domain.thumbnails import sheet_name, to_track
from echosphere.ports import MediaPorts
from echosphere.ports.media_store import StoredObject

TRACK_TYPE, PICTURE_TYPE = "text/vtt; charset=utf-8", "image/jpeg"


def write_thumbnails(ports: MediaPorts, recording: Recording, stored: StoredObject, *, duration_s: float) -> bool:
    """Whether there are any. The track comes last: what it names is there. Raises MediaUnreadable, Unavailable."""
    if recording.kind is not RecordingKind.VIDEO:
        return False
    made = ports.inspector.thumbnails(ports.media.open_range(stored), duration_s=duration_s)
    if made is None:
        return False
    folder = recording.media_prefix
    for number, sheet in enumerate(made.sheets):
        ports.media.put(f"{folder}{sheet_name(number)}", sheet, content_type=PICTURE_TYPE)
    ports.media.put(f"{folder}poster.jpg", made.poster, content_type=PICTURE_TYPE)
    track = to_track(made, duration_s=duration_s)
    ports.media.put(f"{folder}sprite.vtt", track.encode(), content_type=TRACK_TYPE)
    return True
