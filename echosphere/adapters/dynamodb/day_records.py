"""A day's figures as an item, what a session gave to them as another, and back."""

from dataclasses import asdict
from typing import Any

from echosphere.adapters.dynamodb.items import CountedItem, DayItem
from echosphere.adapters.dynamodb.session_records import workspace_partition
from echosphere.domain.cost import CostPart
from echosphere.domain.day_figures import DayFigures, SlowTurn
from echosphere.domain.evaluation import Metric
from echosphere.domain.histogram import Histogram
from echosphere.domain.language import Language
from echosphere.domain.opinions import Opinions, ScoreSum

DAY, BEHIND_DAY = "DAY#", "~"  # it follows '#' and whatever may be in a persona's id
SUMS = ("sessions", "failed", "messages", "duration_s", "turns", "interrupted", "incidents")
UNPRICED = ("unpriced", "unpriced_on_aws")


def day_key(figures: DayFigures) -> tuple[str, str]:
    """Figures without a language lie where all of a persona lay before languages were told apart."""
    names = (figures.day, figures.persona_id, *([figures.language.value] if figures.language else []))
    return workspace_partition(figures.workspace_id), f"{DAY}{'#'.join(names)}"


def to_day_item(figures: DayFigures, *, revision: int) -> DayItem:
    return DayItem(
        *day_key(figures),
        workspace_id=figures.workspace_id,
        day=figures.day,
        persona_id=figures.persona_id,
        language=figures.language.value if figures.language else None,
        revision=revision,
        **_plain(figures),
        slowest=[asdict(turn) for turn in figures.slowest],
        failed_ids=[*figures.failed_ids],
    )


def to_counted_item(key: tuple[str, str], figures: DayFigures, *, revision: int = 1) -> CountedItem:
    return CountedItem(*key, revision=revision, **_plain(figures))


def counted_of(item: CountedItem) -> DayFigures:
    """What a session gave; of which day it is its session knows."""
    sums: dict[str, Any] = dict(item.sums or {})
    return DayFigures(
        workspace_id="",
        day="",
        persona_id="",
        voice_to_voice=_histogram(item.voice_to_voice or {}),
        cost=_costs(item.cost or {}),
        on_aws=_costs(item.on_aws or {}),
        opinions=to_opinions(item.opinions, item.judges),
        **_unpriced(item.unpriced),
        **sums,
    )


def to_figures(item: DayItem) -> DayFigures:
    sums: dict[str, Any] = dict(item.sums)
    return DayFigures(
        workspace_id=item.workspace_id,
        day=item.day,
        persona_id=item.persona_id,
        language=Language(item.language) if item.language else None,
        voice_to_voice=_histogram(item.voice_to_voice),
        cost=_costs(item.cost),
        on_aws=_costs(item.on_aws),
        opinions=to_opinions(item.opinions, item.judges),
        slowest=tuple(SlowTurn(**turn) for turn in item.slowest or ()),
        failed_ids=tuple(item.failed_ids or ()),
        **_unpriced(item.unpriced),
        **sums,
    )


def to_opinions(stored: dict[str, Any] | None, judges: dict[str, int] | None) -> Opinions:
    """None: nothing is said, or not by whom."""
    counts = dict(stored or {})
    scores: dict[str, list[int]] = counts.pop("scores", {})
    summed = {Metric(metric): ScoreSum(*each) for metric, each in scores.items()}
    return Opinions(**counts, scores=summed, judges=judges or {})


def _plain(figures: DayFigures) -> dict[str, Any]:
    scores = {metric.value: [summed.count, summed.total] for metric, summed in figures.opinions.scores.items()}
    return {
        "sums": {name: getattr(figures, name) for name in SUMS},
        "voice_to_voice": {str(step): count for step, count in figures.voice_to_voice.counts.items()},
        "cost": figures.cost,
        "on_aws": figures.on_aws,
        "opinions": {**figures.opinions.counts, "scores": scores},
        # Beside sums and opinions: a version from before these were kept would refuse them there, and passes these by.
        "unpriced": {name: getattr(figures, name) for name in UNPRICED},
        "judges": dict(figures.opinions.judges),
    }


def _histogram(stored: dict[str, int]) -> Histogram:
    return Histogram({int(step): count for step, count in stored.items()})


def _unpriced(stored: dict[str, int] | None) -> dict[str, Any]:
    """None: it was not kept yet."""
    return dict(stored or {})


def _costs(stored: dict[str, int]) -> dict[CostPart, int]:
    return {CostPart(part): micros for part, micros in stored.items()}
