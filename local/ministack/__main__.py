"""`python -m local.ministack`, started with `cloud_environment`: MiniStack reads its settings when it is imported."""

import asyncio
import os
from pathlib import Path

from local.ministack import patches, server, used_grants

if __name__ == "__main__":
    patches.apply_all()
    used_grants.note_into(Path(os.environ["STATE_DIR"]).with_name(used_grants.FILE))
    asyncio.run(server.serve())
