"""`python -m local.ministack`, started with `cloud_environment`: MiniStack reads its settings when it is imported."""

import asyncio

from local.ministack import patches, server

if __name__ == "__main__":
    patches.apply_all()
    asyncio.run(server.serve())
