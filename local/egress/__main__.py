"""`python -m local.egress HOME SECRET_ARN WEBHOOK_URL`: LiveKit's API address here, with recordings behind it."""

import asyncio
import signal

from local.egress.service import Settings, egress_service
from local.livekit_start import read_livekit_start


def main() -> None:
    start = read_livekit_start("local.egress")
    settings = Settings(
        folder=start.installation.recordings,
        port=start.installation.ports.livekit_api,
        server_port=start.installation.ports.livekit,
        keys=start.keys,
        webhooks=[start.webhook_url],
    )
    asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    told_to_stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told_to_stop.set)
    async with egress_service(settings):
        await told_to_stop.wait()


if __name__ == "__main__":
    main()
