"""`python -m local.egress HOME SECRET_ARN WEBHOOK_URL`: LiveKit's API address here, with recordings behind it."""

import argparse
import asyncio
import signal
from pathlib import Path

import boto3

from local.egress.service import Settings, egress_service
from local.installation import Installation
from local.livekit_server import LiveKitKeys


def main() -> None:
    parser = argparse.ArgumentParser(prog="local.egress")
    parser.add_argument("home", type=Path)
    parser.add_argument("secret_arn")
    parser.add_argument("webhook_url")
    arguments = parser.parse_args()
    installation = Installation.load(arguments.home)
    secret = boto3.client("secretsmanager").get_secret_value(SecretId=arguments.secret_arn)["SecretString"]
    settings = Settings(
        folder=installation.recordings,
        port=installation.ports.livekit_api,
        server_port=installation.ports.livekit,
        keys=LiveKitKeys.model_validate_json(secret),
        webhooks=[arguments.webhook_url],
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
