"""What the recorder left: a file for each kind of talk, made once."""

from pathlib import Path

from tests.integration.local.mediaconvert.place import ffmpeg, make_film, make_talk
from tests.integration.recording.faults import WITHOUT_FILE, Fault

SHORT_S, LONGER_S, CUT_OFF_S = 1.0, 8.0, 10.0
EIGHT_HOURS_S = 8 * 60 * 60
CUT_OFF = frozenset({Fault.CUT_OFF, Fault.CUT_OFF_UNTOLD})


class Files:
    def __init__(self, folder: Path) -> None:
        whole = make_talk(folder / "whole.mp4", seconds=CUT_OFF_S)
        early = ffmpeg(folder / "early.mp4", "-i", str(whole), "-c", "copy", "-movflags", "+faststart").read_bytes()
        short = make_talk(folder / "short.mp4", seconds=SHORT_S)
        self._short = short.read_bytes()
        self._longer = make_talk(folder / "longer.mp4", seconds=LONGER_S).read_bytes()
        self._poison = {
            Fault.TEXT: b"this is not a film\n" * 100,
            Fault.EMPTY: b"",
            Fault.NO_SOUND: make_film(folder / "mute.mp4", seconds=SHORT_S, size="64x48", sound=False).read_bytes(),
            Fault.EIGHT_HOURS: _stretched(short, folder / "hours.mp4").read_bytes(),
            **dict.fromkeys(CUT_OFF, early[: len(early) // 2]),
        }

    def of(self, fault: Fault) -> bytes | None:
        """None: nothing was uploaded."""
        if fault in WITHOUT_FILE:
            return None
        if fault in self._poison:
            return self._poison[fault]
        return self._longer if fault is Fault.LONGER else self._short


def _stretched(short: Path, path: Path) -> Path:
    """A second's packets, as far apart as if they lasted eight hours."""
    stretch = f"setts=ts=TS*{EIGHT_HOURS_S / SHORT_S:.0f}"
    return ffmpeg(path, "-i", str(short), "-c", "copy", "-bsf:a", stretch)


def seconds_of(fault: Fault) -> float:
    """How long the talk was; what was cut off was as long as what is left of it says."""
    if fault in CUT_OFF:
        return CUT_OFF_S
    return LONGER_S if fault is Fault.LONGER else SHORT_S
