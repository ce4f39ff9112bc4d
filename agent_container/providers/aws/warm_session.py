"""One client for each service of AWS and each talk, instead of one for each request.

livekit-plugins-aws asks its session for a new client at every turn: some 40 ms in which the loop stands still, and a
new TLS handshake. It takes any session, so this one hands out the client that is there.
"""

import asyncio
from contextlib import AsyncExitStack
from types import TracebackType

from aiobotocore.client import AioBaseClient
from aiobotocore.config import AioConfig
from aiobotocore.session import AioSession

# Silence is a failure. No retry of botocore's: whoever asks decides whether to ask again, or somebody else.
CONFIG = AioConfig(
    connect_timeout=2,
    read_timeout=5,
    retries={"mode": "standard", "total_max_attempts": 1},
    # Longer than a person takes between two turns.
    connector_args={"keepalive_timeout": 60},
)


class WarmSession(AioSession):
    """Without a `region` that of the environment. To be closed on the loop of its first client."""

    def __init__(self, *, region: str) -> None:
        super().__init__()
        self.set_config_variable("region", region or None)
        self._clients: dict[str, AioBaseClient] = {}
        self._open = AsyncExitStack()
        self._making = asyncio.Lock()

    def read_models(self, *services: str) -> None:
        """Blocks. What each client is made of is read from disk once, and kept by the session."""
        loader = self.get_component("data_loader")
        for service in services:
            loader.load_service_model(service, "service-2")
            loader.load_service_model(service, "endpoint-rule-set-1")

    def create_client(self, service_name: str, *_: object, **__: object) -> "_Kept":  # type: ignore[override]  # one for all
        """As LiveKit's plugin asks for it; what it says of timeouts holds for all of its requests alike: CONFIG."""
        return _Kept(self, service_name)

    async def client(self, service: str) -> AioBaseClient:
        async with self._making:
            if service not in self._clients:
                making = super().create_client(service, config=CONFIG)  # type: ignore[call-overload]  # any service
                self._clients[service] = await self._open.enter_async_context(making)
        return self._clients[service]

    async def aclose(self) -> None:
        self._clients.clear()
        await self._open.aclose()


class _Kept:
    """A client that outlives the request for which it was asked."""

    def __init__(self, session: WarmSession, service: str) -> None:
        self._session = session
        self._service = service

    async def __aenter__(self) -> AioBaseClient:
        return await self._session.client(self._service)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closed with the session."""
