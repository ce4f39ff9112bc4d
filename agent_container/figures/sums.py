"""The worker's sums of what talks tell, as Prometheus asks for them."""

import json
import logging

from prometheus_client import CollectorRegistry, Counter, Histogram

from agent_container.figures.table import FIGURES, Figure

logger = logging.getLogger(__name__)


class Sums:
    def __init__(self, registry: CollectorRegistry) -> None:
        self._made = {name: _made(name, figure, registry) for name, figure in FIGURES.items()}

    def take(self, news: bytes) -> None:
        """Whoever is on this machine may send anything: what is not as a talk would say it is left out."""
        try:
            for name, value, labels in json.loads(news):
                self._add(name, float(value), labels)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            logger.warning("figures not understood", extra={"error": type(error).__name__})

    def _add(self, name: str, value: float, labels: dict[str, str]) -> None:
        made = self._made[name]
        one = made.labels(**labels) if labels else made
        if isinstance(one, Histogram):
            one.observe(value)
        else:
            one.inc(value)


def _made(name: str, figure: Figure, registry: CollectorRegistry) -> Counter | Histogram:
    if figure.steps:
        return Histogram(name, figure.means, figure.labels, buckets=figure.steps, registry=registry)
    return Counter(name, figure.means, figure.labels, registry=registry)
