"""Where the programs are that the platform runs."""

import shutil
from pathlib import Path

from local.errors import ProgramMissing
from local.installation import Installation


def find_livekit_server(installation: Installation) -> Path:
    """`make` builds it once and notes where. Raises ProgramMissing."""
    noted = installation.checkout / "build" / "ready" / "livekit-server"
    if noted.is_file() and (path := Path(noted.read_text().strip())).is_file():
        return path
    if found := shutil.which("livekit-server"):
        return Path(found)
    raise ProgramMissing("livekit-server is missing: `make up` builds it and notes where it is")


def check_programs(installation: Installation, *, path: str) -> None:
    """`path` is the PATH of the platform's processes. Raises ProgramMissing."""
    find_livekit_server(installation)
    if shutil.which("node", path=path) is None:
        raise ProgramMissing("node is missing from the virtual environment: `make up` installs it")
    for built in (cdk_command(installation), installation.checkout / "web" / "dist" / "index.html"):
        if not built.exists():
            raise ProgramMissing(f"{built.relative_to(installation.checkout)} is missing: `make up` makes it")


def cdk_command(installation: Installation) -> Path:
    return installation.checkout / "node_modules" / ".bin" / "cdk"
