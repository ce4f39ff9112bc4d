"""Whatever a person does, and whenever, and whatever breaks meanwhile: the talk goes on, or it is over and says why.

Eight scripts, a hundred in `make test`; `TIMELINE_SCRIPTS=1000` for more.
"""

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from echosphere.domain.message import Role
from tests.talks.script import Script, a_talk
from tests.talks.virtual_time import run_on_virtual_time

pytestmark = pytest.mark.talk

SCRIPTS = int(os.environ.get("TIMELINE_SCRIPTS", "8"))
LONGEST_SILENCE_S = 5.0
RETURN_GRACE_S = 30.0


@dataclass(frozen=True)
class Deed:
    name: str
    seconds: float

    def __repr__(self) -> str:
        return f"{self.name} {self.seconds:g} s"


async def speak(talk: Script, seconds: float) -> None:
    await talk.say(f"This takes {seconds:g} seconds.", seconds=seconds)


async def make_noise(talk: Script, seconds: float) -> None:
    await talk.make_noise(seconds=seconds)


async def type_a_line(talk: Script, seconds: float) -> None:
    await talk.type(f"This is typed for {seconds:g} seconds.")
    await talk.wait(0.05)


async def type_while_speaking(talk: Script, seconds: float) -> None:
    typing = talk.later(seconds / 2, talk.type("This is typed meanwhile."))
    await speak(talk, seconds)
    await typing


async def leave_and_return(talk: Script, seconds: float) -> None:
    talk.leave()
    await talk.wait(seconds)
    talk.come()
    talk.hear()


async def be_slow(talk: Script, seconds: float) -> None:
    talk.brain.delay_s = 2 * seconds


async def break_the_brain(talk: Script, _seconds: float) -> None:
    talk.brain.failures = 1


async def break_the_voice(talk: Script, _seconds: float) -> None:
    talk.voice.failures = 2


async def break_the_ears(talk: Script, _seconds: float) -> None:
    talk.ears.fail()


async def pause(talk: Script, seconds: float) -> None:
    await talk.wait(seconds)


DEEDS: dict[str, Callable[[Script, float], Awaitable[None]]] = {
    "speak": speak,
    "make noise": make_noise,
    "type": type_a_line,
    "type while speaking": type_while_speaking,
    "pause": pause,
    "leave and return": leave_and_return,
    "slow brain": be_slow,
    "broken brain": break_the_brain,
    "broken voice": break_the_voice,
    "broken ears": break_the_ears,
}
SECONDS = st.sampled_from((0.1, 0.3, 0.7, 1.2, 2.5, 4.0, 8.0))


@settings(max_examples=SCRIPTS, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(script=st.lists(st.builds(Deed, st.sampled_from(sorted(DEEDS)), SECONDS), min_size=1, max_size=8))
def test_a_talk_in_which_anything_happens_goes_on(script: list[Deed]) -> None:
    async def play() -> None:
        async with a_talk(check_in_after_s=600, end_after_silence_s=900, return_grace_s=RETURN_GRACE_S) as talk:
            talk.brain.answer = lambda question: f"An answer of some length to {question}"
            for deed in script:
                await DEEDS[deed.name](talk, deed.seconds)
            await talk.until_it_listens()
            if talk.stored.is_over:
                return

            await goes_on(talk)
            nothing_was_said_twice_at_once(talk)

    run_on_virtual_time(play())


async def goes_on(talk: Script) -> None:
    """Asked once more, it answers that question, and soon."""
    talk.brain.delay_s, talk.brain.failures, talk.voice.failures = 0.2, 0, 0
    await talk.wait(1.0)  # ears that broke last are open again
    await talk.say("Are you there?")
    asked_at = talk.now
    await talk.until(lambda: talk.speaker.is_sounding, within_s=LONGEST_SILENCE_S)
    assert talk.now - asked_at < LONGEST_SILENCE_S
    await talk.until_it_listens()
    assert talk.said[-1] == "An answer of some length to Are you there?"


def nothing_was_said_twice_at_once(talk: Script) -> None:
    answers = [message for message in talk.messages if message.role is Role.ASSISTANT]
    for earlier, later in pairwise(answers):
        assert earlier.ended_s <= later.started_s + 0.05, (earlier, later)
