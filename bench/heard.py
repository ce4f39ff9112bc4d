"""What a person's ear noted of an agent, and the figures of it. No clock and no code of the agents is asked."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import pairwise

import numpy

from bench.figures import Figures
from bench.rounds import Round, together
from tests.integration.agent.person import LOUD, SAMPLE_RATE, Person

MEASURES = ("greeted", "answered", "silenced", "answered_at_length")
COUNTS = ("unanswered", "went_on", "cut_off")
NEAR_THE_END_S = 0.175
NEW_BEHIND_S = 0.35  # of silence: what sounds then is another answer
WAITS_S = 8.0


@dataclass
class Heard:
    """Of one agent, in milliseconds; what is only counted, in times."""

    greeted: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    silenced: list[float] = field(default_factory=list)
    answered_at_length: list[float] = field(default_factory=list)
    unanswered: list[float] = field(default_factory=list)
    """A 1 for each question that was not answered within some seconds, else a 0; so the next two."""
    went_on: list[float] = field(default_factory=list)
    """Interruptions at which it did not fall silent."""
    cut_off: list[float] = field(default_factory=list)
    """Questions that it began to answer before their end."""
    understood: dict[str, list[float]] = field(default_factory=dict)
    """By the seconds of a pause within the question: whether the whole was answered."""

    def as_round(self) -> dict[str, list[float]]:
        rows = asdict(self)
        pauses = rows.pop("understood")
        return {**rows, **{f"understood {pause_s}": heard for pause_s, heard in pauses.items()}}


def report(rounds: list[Round], *, ours: str, stock: str) -> Iterator[tuple[str, object]]:
    contenders = list(rounds[0])
    for measure in MEASURES:
        samples = {name: together(rounds, name, measure) for name in contenders}
        figures = {name: Figures.of(samples_ms) for name, samples_ms in samples.items() if samples_ms}
        yield measure, {name: row.as_json() for name, row in figures.items()}
        for part in ("p50_ms", "p95_ms"):
            ratio = getattr(figures[ours], part) / getattr(figures[stock], part)
            yield f"{measure}_{part.removesuffix('_ms')}_to_stock", round(ratio, 2)
    for count in (*COUNTS, *sorted(each for each in rounds[0][ours] if each.startswith("understood"))):
        times = {name: together(rounds, name, count) for name in contenders}
        yield count, {name: f"{sum(of):.0f} of {len(of)}" for name, of in times.items() if of}


def note_silence(person: Person, began_at: float, said_at: float, heard: Heard) -> None:
    """How the answer ended that the question interrupted, by its last sound."""
    during = [at for at, peak in person.heard if began_at < at < said_at and peak > LOUD]
    if not during:
        return  # it had just ended by itself
    goes_on = said_at - during[-1] < NEAR_THE_END_S
    breaks = [late - early > NEW_BEHIND_S for early, late in pairwise(during)]
    heard.cut_off.append(goes_on and any(breaks))
    heard.went_on.append(goes_on and not any(breaks))
    if any(breaks) or not goes_on:
        last = during[breaks.index(True)] if goes_on else during[-1]
        heard.silenced.append(1000 * (last - began_at))


async def first_sound(person: Person, moment: float) -> float:
    """Raises TimeoutError."""
    await person.until(lambda: person.first_sound_after(moment) is not None, timeout_s=WAITS_S)
    sound_at = person.first_sound_after(moment)
    assert sound_at is not None
    return sound_at


def first_loud_s(pcm: bytes) -> float:
    return float(numpy.argmax(abs(numpy.frombuffer(pcm, numpy.int16).astype(numpy.int32)) > LOUD)) / SAMPLE_RATE
