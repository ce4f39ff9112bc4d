"""Ours beside the usual agent of livekit-agents: the same ears, brain and voice, one server, turn about, by ear.

What is measured is what a client in the room says and hears: no clock and no code of the agents is asked. Four rounds
take three quarters of an hour; each is kept, so that a run which was ended goes on with the next.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.heard import Heard, first_loud_s, first_sound, note_silence
from bench.rounds import Round, Rounds
from bench.stock_agent import ADVISED, SILENCE_ALONE
from bench.visits import OURS, a_stock_agent, a_visit
from echosphere.domain.language import Language
from tests.integration.agent.person import SAMPLE_RATE, Person, last_loud_s, spoken
from tests.integration.agent.place import Place, a_place

ROUNDS = Rounds(Path("build/bench/talk.rounds.json"), wanted=4)
QUESTION, VOICE = "What can I ask you?", "rms"  # its answer takes ten seconds: long enough to be interrupted
PAUSED, ITS_ANSWER = ("What is twelve", "times twelve?"), "144"
PAUSES_S = (0.0, 0.4, 0.7)  # none tells what of it is the ears' fault
LONG_QUESTION = "何ができますか"
SPEAKS_MEANWHILE_S = 0.6
UNDERSTOOD_S = 4.0


@dataclass(frozen=True, slots=True)
class Part:
    """Of one agent in a round: how often what is measured."""

    greetings: int
    turns: int
    pauses: Sequence[float] = ()
    long_answers: int = 0


PARTS: Mapping[str, Part] = {
    OURS: Part(greetings=25, turns=25, pauses=PAUSES_S, long_answers=25),
    ADVISED: Part(greetings=25, turns=25, pauses=PAUSES_S, long_answers=25),
    SILENCE_ALONE: Part(greetings=0, turns=5),
}


async def measure_talk(parts: Mapping[str, Part] = PARTS, kept: Rounds = ROUNDS) -> list[Round]:
    rounds = kept.done()
    async with AsyncExitStack() as stack:
        place = await stack.enter_async_context(a_place())
        for name in (ADVISED, SILENCE_ALONE):
            await stack.enter_async_context(a_stock_agent(place.livekit, name))
        for name in parts:  # its first talk fills caches
            await _greeting(place, name, Heard())
        while len(rounds) < kept.wanted:
            rounds.append(await _round(place, parts))
            kept.keep(rounds)
            print(f"talk: round {len(rounds)} of {kept.wanted} is kept", flush=True)
    return rounds


async def _round(place: Place, parts: Mapping[str, Part]) -> Round:
    heard = {name: Heard() for name in parts}
    for number in range(max(part.greetings for part in parts.values())):
        for name, part in parts.items():
            if number < part.greetings:
                await _greeting(place, name, heard[name])
    for name, part in parts.items():
        await _talk(place, name, part, heard[name])
    await _long_answers(place, parts, heard)
    return {name: each.as_round() for name, each in heard.items()}


async def _greeting(place: Place, name: str, heard: Heard) -> None:
    asked_at = time.monotonic()
    async with a_visit(place, name, Language.ENGLISH) as person:
        heard.greeted.append(1000 * (await first_sound(person, 0.0) - asked_at))


async def _talk(place: Place, name: str, part: Part, heard: Heard) -> None:
    async with a_visit(place, name, Language.ENGLISH) as person:
        await person.until_greeted()
        for _ in range(part.turns):
            await _turn(person, heard)
        for pause_s in part.pauses:
            await person.until_agent_listens()
            heard.understood.setdefault(f"{pause_s} s", []).append(await _is_understood(person, pause_s))


async def _turn(person: Person, heard: Heard) -> None:
    """The question interrupts the answer to the one before it."""
    question = await _said(QUESTION)
    speaks = person.quiet_s() < SPEAKS_MEANWHILE_S
    began_at = time.monotonic() + first_loud_s(question)
    said_at = person.utter(question)
    await asyncio.sleep(max(0.0, said_at - time.monotonic()))
    if speaks:
        note_silence(person, began_at, said_at, heard)
    try:
        heard.answered.append(1000 * (await first_sound(person, said_at) - said_at))
        heard.unanswered.append(0)
    except TimeoutError:
        heard.unanswered.append(1)
    await asyncio.sleep(SPEAKS_MEANWHILE_S)


async def _is_understood(person: Person, pause_s: float) -> bool:
    """A question with a pause in it: only who has heard both halves of it together can answer."""
    first, second = [_without_silence(await _said(half)) for half in PAUSED]
    person.utter(first + bytes(2 * round(pause_s * SAMPLE_RATE)) + second)
    try:
        await person.until(lambda: ITS_ANSWER in " ".join(person.agent_said), timeout_s=UNDERSTOOD_S)
    except TimeoutError:
        return False
    person.transcripts.clear()
    return True


async def _long_answers(place: Place, parts: Mapping[str, Part], heard: Mapping[str, Heard]) -> None:
    """Typed, because the ears have no Japanese. While one answer goes on, the other is asked for."""
    asked = {name: part.long_answers for name, part in parts.items() if part.long_answers}
    async with AsyncExitStack() as stack:
        people = {name: await stack.enter_async_context(a_visit(place, name, Language.JAPANESE)) for name in asked}
        for number in range(max(asked.values())):
            for name in list(asked)[:: 1 if number % 2 else -1]:
                await people[name].until_agent_listens()
                typed_at = time.monotonic()
                await people[name].type(LONG_QUESTION)
                sound_at = await first_sound(people[name], typed_at)
                heard[name].answered_at_length.append(1000 * (sound_at - typed_at))


async def _said(text: str) -> bytes:
    return await asyncio.to_thread(_speech, text)


@cache
def _speech(text: str) -> bytes:
    return spoken(text, VOICE)


def _without_silence(pcm: bytes) -> bytes:
    """From its first to its last sound."""
    return pcm[2 * round(first_loud_s(pcm) * SAMPLE_RATE) : 2 * round(last_loud_s(pcm) * SAMPLE_RATE)]
