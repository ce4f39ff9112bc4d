"""All that the agent does in a talk stands in the talk's trace."""

import asyncio

from livekit.agents import JobContext

from agent_container.tracing import Tracing
from echosphere.domain.session import Session


def attach(job: JobContext, tracing: Tracing | None, session: Session) -> None:
    """Before anything of LiveKit's begins, because what it begins takes its place from here."""
    if tracing is None:
        return
    span = tracing.begin(session)

    async def finish() -> None:
        await asyncio.to_thread(tracing.finish, span)

    job.add_shutdown_callback(finish)
