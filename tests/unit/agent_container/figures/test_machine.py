import pytest
from prometheus_client import CollectorRegistry, generate_latest

from agent_container.figures.machine import Machine

pytestmark = pytest.mark.unit


def test_the_worker_says_what_it_takes_of_the_machine_when_it_is_asked() -> None:
    registry = CollectorRegistry(auto_describe=True)
    registry.register(Machine(lambda: 3))

    asked = dict(line.rsplit(" ", 1) for line in generate_latest(registry).decode().splitlines() if line[0] != "#")

    assert asked["echosphere_active_talks"] == "3.0" and float(asked["echosphere_processes"]) >= 1
    assert float(asked["echosphere_memory_bytes"]) > 1_000_000 and float(asked["echosphere_cpu_seconds_total"]) > 0
    assert {
        'echosphere_network_bytes_total{direction="received"}',
        'echosphere_network_bytes_total{direction="sent"}',
    } <= set(asked)


def test_nobody_is_asked_before_there_is_a_worker() -> None:
    def too_early() -> int:
        raise AttributeError

    CollectorRegistry(auto_describe=True).register(Machine(too_early))
