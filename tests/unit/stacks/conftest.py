import pytest

from tests.unit.stacks.templates import (
    CHAINS,
    FIREWALL,
    GOOGLE,
    OWN_NAME,
    REGION,
    WATCHED,
    Assembly,
    finish_synthesis,
    start_synthesis,
)


@pytest.fixture(scope="session")
def assemblies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Assembly]:
    """Side by side, since each takes one core for some eight seconds, nearly all of it importing CDK."""
    stages: dict[str, dict[str, object]] = {
        "prod": {"region": REGION, **GOOGLE},
        "local": {},
        "dev": {**OWN_NAME, **CHAINS, **WATCHED, **FIREWALL},
    }
    folders = {stage: tmp_path_factory.mktemp(stage) for stage in stages}
    running = {stage: start_synthesis(folders[stage], stage=stage, **stages[stage]) for stage in stages}
    return {stage: finish_synthesis(folders[stage], running[stage]) for stage in stages}


@pytest.fixture(scope="session")
def prod(assemblies: dict[str, Assembly]) -> Assembly:
    return assemblies["prod"]


@pytest.fixture(scope="session")
def dev(assemblies: dict[str, Assembly]) -> Assembly:
    """Under a name of one's own, behind a firewall, and with providers of several companies."""
    return assemblies["dev"]


@pytest.fixture(scope="session")
def local(assemblies: dict[str, Assembly]) -> Assembly:
    return assemblies["local"]
