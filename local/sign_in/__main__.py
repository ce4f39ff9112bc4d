"""`python -m local.sign_in HOME`: the address that stands for the Cognito domain on this machine."""

import argparse
import asyncio
import ssl
from pathlib import Path

import httpx2
import uvicorn

from local.installation import LOOPBACK, Installation
from local.sign_in.app import sign_in_app

LONGEST_ANSWER_S = 15.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="local.sign_in")
    parser.add_argument("home", type=Path)
    asyncio.run(serve(Installation.load(parser.parse_args().home)))


async def serve(installation: Installation) -> None:
    trust = ssl.create_default_context(cafile=str(installation.certificate))
    async with httpx2.AsyncClient(
        verify=trust, timeout=LONGEST_ANSWER_S, follow_redirects=False, trust_env=False
    ) as http:
        app = sign_in_app(http, address=installation.cloud_url)
        config = uvicorn.Config(
            app, host=LOOPBACK, port=installation.ports.sign_in, log_level="warning", server_header=False
        )
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    main()
