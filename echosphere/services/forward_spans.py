"""Spans go to everybody who is to have them; who is away gets them later, and the others do not wait."""

import logging
from collections.abc import Callable, Sequence

from echosphere.domain.errors import TracesRefused, TracesUnavailable
from echosphere.domain.span_line import SpanLine
from echosphere.ports.span_exporter import SpanExporter

logger = logging.getLogger(__name__)

type Later = Callable[[str, Sequence[SpanLine]], None]
"""Keeps spans for the exporter of this name."""
type Dropped = Callable[[str, int], None]
"""Counts what nobody will ever see."""


def forward_spans(
    exporters: Sequence[SpanExporter], spans: Sequence[SpanLine], *, later: Later, dropped: Dropped
) -> None:
    for exporter in exporters:
        try:
            export_spans(exporter, spans, dropped=dropped)
        except TracesUnavailable:
            later(exporter.name, spans)


def export_spans(exporter: SpanExporter, spans: Sequence[SpanLine], *, dropped: Dropped) -> None:
    """Raises TracesUnavailable, to be repeated."""
    try:
        thrown_away = exporter.export(spans)
    except TracesRefused as refused:
        logger.error("spans refused", extra={"exporter": exporter.name, "words": refused.words})
        thrown_away = len(spans)
    if thrown_away:
        dropped(exporter.name, thrown_away)
