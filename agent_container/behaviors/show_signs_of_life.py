"""An agent that died, or hangs, is missed at once: the page hears a beat twice a second, and the API may ask.

LiveKit's server takes it for present during some twenty seconds more. Both signs come from the loop that also hears and
speaks, so one that hangs gives neither.
"""

import asyncio
from contextlib import suppress

from livekit import rtc

from agent_container.talk import Talk
from echosphere.ports.rooms import ALIVE

TOPIC = "echosphere.beat"
EVERY_S = 0.5


def attach(talk: Talk) -> None:
    me = talk.job.room.local_participant
    me.register_rpc_method(ALIVE, _answer)
    talk.spawn(_beat(me))


async def _answer(question: rtc.RpcInvocationData) -> str:
    return ""


async def _beat(me: rtc.LocalParticipant) -> None:
    """What is lost is not sent again: the next one is as good."""
    while True:
        with suppress(rtc.participant.PublishDataError):  # between two connections
            await me.publish_data(b"", reliable=False, topic=TOPIC)
        await asyncio.sleep(EVERY_S)
