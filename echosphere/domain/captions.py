"""What was said as WebVTT, at the seconds of one file and with the voice of each side."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import east_asian_width

from echosphere.domain.message import Message, Role

VOICES = {Role.USER: "Person", Role.ASSISTANT: "Agent"}
# Two lines of 37 narrow characters or 18 wide ones: what a phone held upright shows. (Netflix: 42 and 16.)
CUE_COLUMNS = 74
SHORTEST_CUE_S = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Seconds of the file."""

    from_s: float
    to_s: float
    voice: str
    text: str


def cues(
    messages: Iterable[Message], *, offset_s: float, duration_s: float, names: Mapping[str, str] | None = None
) -> list[Cue]:
    """`offset_s` is the file's first sample in seconds of the talk. What lies outside the file is left out.

    `names`: of guests, by their identity.
    """
    spoken = [message for message in messages if message.role in VOICES]
    cut = (cue for message in spoken for cue in _cues_of(message, offset_s, names or {}))
    inside = [_within(cue, duration_s) for cue in cut]
    return [cue for cue in inside if cue.to_s - cue.from_s >= SHORTEST_CUE_S]


def to_webvtt(shown: Iterable[Cue], *, start_pts: int = 0) -> str:
    """`start_pts` is the clock of the file's first sample in 1/90,000 s, by which HLS players place captions."""
    head = f"WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:{start_pts}\n"
    blocks = [
        f"{number}\n{timestamp(cue.from_s)} --> {timestamp(cue.to_s)}\n<v {_escaped(cue.voice)}>{_escaped(cue.text)}\n"
        for number, cue in enumerate(shown, 1)
    ]
    return "\n".join([head, *blocks])


def _cues_of(message: Message, offset_s: float, names: Mapping[str, str]) -> Iterator[Cue]:
    """A long message is shown in pieces, each for its share of the time."""
    pieces = list(_pieces(" ".join(message.text.split())))
    columns = sum(_columns(piece) for piece in pieces)
    voice = names.get(message.speaker or "", VOICES[message.role])
    at_s = message.started_s - offset_s
    for piece in pieces:
        lasts_s = (message.ended_s - message.started_s) * _columns(piece) / columns
        yield Cue(from_s=at_s, to_s=at_s + lasts_s, voice=voice, text=piece)
        at_s += lasts_s


def _pieces(text: str) -> Iterator[str]:
    """Cut behind the last sentence, clause or word that fits; a text without any is cut where it is full."""
    while text:
        fits = _fitting(text)
        cut = fits if fits == len(text) else _last_break(text, fits)
        yield text[:cut].strip()
        text = text[cut:].strip()


def _fitting(text: str) -> int:
    """How many characters one cue holds."""
    columns = 0
    for number, character in enumerate(text):
        columns += _columns(character)
        if columns > CUE_COLUMNS:
            return number
    return len(text)


def _last_break(text: str, fits: int) -> int:
    for marks in (".!?。！？", ",;:、", " "):
        cut = max(text.rfind(mark, fits // 3, fits) for mark in marks)
        if cut > 0:
            return cut + 1
    return fits


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _within(cue: Cue, duration_s: float) -> Cue:
    return Cue(from_s=max(0.0, cue.from_s), to_s=min(duration_s, cue.to_s), voice=cue.voice, text=cue.text)


def timestamp(second: float) -> str:
    milliseconds = round(second * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
