"""What the worker and the processes of its talks take of the machine, looked up whenever somebody asks."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import psutil
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

ACTIVE = "echosphere_active_talks"
PROCESSES = "echosphere_processes"
MEMORY = "echosphere_memory_bytes"
CPU = "echosphere_cpu_seconds_total"
NETWORK = "echosphere_network_bytes_total"


class Machine(Collector):
    """`talks` counts those that go on now."""

    def __init__(self, talks: Callable[[], int]) -> None:
        self._talks = talks
        self._worker = psutil.Process()

    def describe(self) -> list[Metric]:
        """Nothing: else the registry asks for all of it once, before there is a worker."""
        return []

    def collect(self) -> Iterator[Metric]:
        family = [self._worker, *self._worker.children(recursive=True)]
        yield GaugeMetricFamily(ACTIVE, "Talks that go on", value=self._talks())
        yield GaugeMetricFamily(
            PROCESSES, "The worker, those that wait for a talk, and those that hold one", len(family)
        )
        yield GaugeMetricFamily(MEMORY, "Of all of them; what they share is counted once", sum(map(_memory, family)))
        yield CounterMetricFamily(
            CPU, "Processor time of all of them, also of those that ended", sum(map(_cpu, family))
        )
        network = CounterMetricFamily(NETWORK, "Of the task; on a laptop, of the machine", labels=["direction"])
        moved = psutil.net_io_counters()
        network.add_metric(["received"], moved.bytes_recv)
        network.add_metric(["sent"], moved.bytes_sent)
        yield network


def _memory(process: psutil.Process) -> int:
    with suppress(psutil.Error):  # it ended meanwhile
        share: int = process.memory_full_info().pss
        return share
    return 0


def _cpu(process: psutil.Process) -> float:
    with suppress(psutil.Error):
        return float(sum(process.cpu_times()[:4]))  # user, system, and both of children that ended
    return 0.0
