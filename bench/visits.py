"""A client in a room, with ours or with another agent, which says what a page says."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from uuid import uuid4

from livekit import api

from agent_container.audience import LISTENING
from bench.stock_agent import make_stock_server
from echosphere.domain.language import Language
from tests.integration.agent.livekit_server import LiveKitServer
from tests.integration.agent.person import Person, enter
from tests.integration.agent.place import Place, agent_settings

OURS = "ours"


@asynccontextmanager
async def a_visit(place: Place, agent: str, language: Language) -> AsyncIterator[Person]:
    """As the page comes in: it says that it hears as soon as the agent's voice reaches it."""
    token = (
        place.pass_for(place.new_session(language=language, recorded=False))
        if agent == OURS
        else _pass(place.livekit, agent, language)
    )
    person = await enter(place.livekit.url, token)

    async def listens() -> None:
        await person.until(lambda: bool(person.heard))
        await person.room.local_participant.set_attributes({LISTENING: "true"})

    saying = asyncio.create_task(listens())
    try:
        yield person
    finally:
        saying.cancel()
        await asyncio.gather(saying, return_exceptions=True)
        await person.leave()


@asynccontextmanager
async def a_stock_agent(livekit: LiveKitServer, name: str) -> AsyncIterator[None]:
    server = make_stock_server(livekit, agent_settings(livekit), name=name)
    registered = asyncio.Event()
    server.on("worker_registered", lambda *_: registered.set())
    running = asyncio.create_task(server.run())
    try:
        async with asyncio.timeout(90):
            await registered.wait()
        yield
    finally:
        await server.aclose()
        with suppress(asyncio.CancelledError):
            await running


def _pass(livekit: LiveKitServer, name: str, language: Language) -> str:
    room = f"{name}-{uuid4().hex[:12]}"
    dispatch = api.RoomAgentDispatch(agent_name=name, metadata=language.value)
    token = api.AccessToken(livekit.api_key, livekit.api_secret).with_identity("person").with_ttl(timedelta(minutes=10))
    grants = api.VideoGrants(room_join=True, room=room, can_update_own_metadata=True)
    return token.with_grants(grants).with_room_config(api.RoomConfiguration(name=room, agents=[dispatch])).to_jwt()
