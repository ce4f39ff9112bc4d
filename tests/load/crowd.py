"""People who all ask the API at once, through the front door."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import uuid4

import httpx2

PATIENCE_S = 60.0
REFUSED = (429, 503)
CREATED = 201


@dataclass(frozen=True)
class Crowd:
    origin: str
    tokens: Sequence[str]

    @asynccontextmanager
    async def doors(self) -> AsyncIterator[list["Door"]]:
        limits = httpx2.Limits(max_connections=512)
        async with httpx2.AsyncClient(
            base_url=self.origin, timeout=PATIENCE_S, trust_env=False, limits=limits
        ) as client:
            yield [Door(client, token) for token in self.tokens]


@dataclass(frozen=True)
class Door:
    client: httpx2.AsyncClient
    token: str

    async def get(self, path: str) -> httpx2.Response:
        return await self.client.get(path, headers=self._headers())

    async def post(self, path: str, body: object = None, *, key: str = "") -> httpx2.Response:
        """Who asks again for the same has the same `key`."""
        headers = {**self._headers(), "idempotency-key": key or new_key()}
        return await self.client.post(path, json=body, headers=headers)

    def _headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}"}


def new_key() -> str:
    return str(uuid4())


@dataclass
class Answers:
    """How a crowd was answered. `broken`: neither done nor refused in the documented way."""

    statuses: Counter[int] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    took_ms: list[float] = field(default_factory=list)

    async def of(self, asked: Awaitable[httpx2.Response]) -> httpx2.Response | None:
        begun_s = time.perf_counter()
        try:
            answer = await asked
        except httpx2.HTTPError as error:
            self.broken.append(type(error).__name__)
            return None
        self.took_ms.append(1000 * (time.perf_counter() - begun_s))
        self.statuses[answer.status_code] += 1
        if answer.status_code in REFUSED:
            if not answer.headers.get("retry-after", "").isdigit():
                self.broken.append(f"{answer.status_code} without Retry-After")
        elif not answer.is_success:
            self.broken.append(f"{answer.status_code} {answer.text[:200]}")
        return answer

    def __str__(self) -> str:
        if not self.took_ms:
            return "nobody"
        took = sorted(self.took_ms)
        p50, p95 = took[len(took) // 2], took[len(took) * 95 // 100]
        return f"{dict(sorted(self.statuses.items()))}, p50 {p50:.0f} ms, p95 {p95:.0f} ms, n={len(took)}"


async def paced(count: int, per_second: float, work: Callable[[int], Coroutine[None, None, None]]) -> None:
    """Begins them by the clock, however long each takes."""
    begun_s = time.monotonic()
    async with asyncio.TaskGroup() as going:
        for number in range(count):
            await asyncio.sleep(max(0.0, begun_s + number / per_second - time.monotonic()))
            going.create_task(work(number))


async def at_most(at_once: int, count: int, work: Callable[[int], Awaitable[None]]) -> None:
    numbers = iter(range(count))

    async def go_on() -> None:
        for number in numbers:
            await work(number)

    async with asyncio.TaskGroup() as going:
        for _ in range(at_once):
            going.create_task(go_on())
