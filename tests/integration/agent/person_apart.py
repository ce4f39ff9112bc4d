"""A person whose client is a process of its own, as in life: clients that share one process take each other's time.

Run as a program it is the client, told line by line what to do.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from tests.integration.agent.person import HEARS_EVERYBODY, HEARS_NOBODY, Person, enter

ENDS_S = 10.0
DEAF = "deaf"


@dataclass(frozen=True)
class PersonApart:
    identity: str
    _client: asyncio.subprocess.Process

    async def say(self, text: str, voice: str = "kal16") -> None:
        """Returns as soon as it begins to be said."""
        await self._ask("say", text, voice)

    async def type(self, text: str) -> None:
        await self._ask("type", text)

    async def read(self) -> list[tuple[str, str]]:
        """The transcript on the screen: who, and what they said."""
        return [(who, words) for who, words in await self._ask("read")]

    async def hears(self) -> bool:
        """Whether anything sounded in the last half second."""
        return bool(await self._ask("hears"))

    async def is_out(self) -> bool:
        return bool(await self._ask("is_out"))

    async def _ask(self, deed: str, *arguments: str) -> Any:  # noqa: ANN401  # JSON
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(json.dumps([deed, *arguments]).encode() + b"\n")
        return json.loads(await self._client.stdout.readline())


@asynccontextmanager
async def a_person_apart(url: str, token: str, identity: str, *, hears: bool = True) -> AsyncIterator[PersonApart]:
    """Leaves at the end. Who does not hear takes in nobody's sound: this machine is not that of ten people."""
    command = [sys.executable, "-m", "tests.integration.agent.person_apart", url, token, *([] if hears else [DEAF])]
    pipe = asyncio.subprocess.PIPE
    client = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
    person = PersonApart(identity, client)
    try:
        await person.read()  # answered by who has come in
        yield person
    finally:
        assert client.stdin is not None
        client.stdin.close()
        try:
            await asyncio.wait_for(client.wait(), ENDS_S)
        except TimeoutError:
            client.kill()
            await client.wait()


async def be_a_person(url: str, token: str, *how: str) -> None:
    person = await enter(url, token, hearing=HEARS_NOBODY if DEAF in how else HEARS_EVERYBODY)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        deed, *arguments = json.loads(line)
        print(json.dumps(await _do(person, deed, *arguments)), flush=True)
    await person.leave()


async def _do(person: Person, deed: str, *arguments: str) -> object:
    match deed:
        case "say":
            text, voice = arguments
            return await person.say(text, voice=voice)
        case "type":
            await person.type(*arguments)
            return True
        case "read":
            return list(person.transcripts.values())
        case "hears":
            return person.quiet_s() < 0.5
        case _:
            return person.is_disconnected.is_set()


if __name__ == "__main__":
    asyncio.run(be_a_person(*sys.argv[1:]))
