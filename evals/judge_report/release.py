"""Whether a release may follow: what a report found of a judge, as figures alone, and how high they have to be.

What a model was found to be is kept beside the set and committed, so that a deploy need not ask the model again.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from echosphere.domain.evaluation import JudgeIdentity, JudgeKind
from evals.judge_report.report import against_the_truth, figure
from evals.judge_report.trial import SEEN_BY, Trial
from evals.labelled.talks import LabelledTalk

REPORTS = Path(__file__).parents[1] / "reports"
# Set before the held-out part was first looked at. Of models: practice calls less than 0.6 broken and 0.7 solid. Rules
# stand in for a model where there is none and say so; they need only be clearly better than chance.
LEAST_KAPPA = {JudgeKind.MODEL: 0.7, JudgeKind.RULES: 0.5}
# A judge that leaves out what is hard for it would look better than it is.
MOST_WITHOUT_VERDICT = 0.02
TALKS_DIGITS = 8

type Kappas = Mapping[str, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`talks`: the fingerprint of those that were judged, `heard` of them, `without_verdict` in vain. Kappas are with
    what was planted, by what the report calls it; None where chance is all.
    """

    judge: JudgeIdentity
    made_on: date
    talks: str
    heard: int
    without_verdict: int
    tuning: Kappas
    held_out: Kappas


RECORD = TypeAdapter(Record)


def record_of(trial: Trial, *, made_on: date) -> Record:
    return Record(
        judge=trial.judge,
        made_on=made_on,
        talks=fingerprint([each.talk for each in trial.heard]),
        heard=len(trial.heard),
        without_verdict=trial.without_verdict,
        tuning=_kappas(trial.part(held_out=False)),
        held_out=_kappas(trial.part(held_out=True)),
    )


def fingerprint(talks: Sequence[LabelledTalk]) -> str:
    """Of all that a judge is shown of them, and of what was planted."""
    return hashlib.sha256("\n".join(map(repr, talks)).encode()).hexdigest()[:TALKS_DIGITS]


def refusals(record: Record) -> list[str]:
    """Why no release may follow, by what the judge says of the talks that nobody tuned on. Empty: it may."""
    key, least = record.judge.key, LEAST_KAPPA[record.judge.kind]
    found = {name: record.held_out.get(name) for name in SEEN_BY}
    low = [
        f"{key}: {name} has kappa {figure(kappa)} on the held-out part, below {least}"
        for name, kappa in found.items()
        if kappa is None or kappa < least
    ]
    silent = record.without_verdict / max(record.heard, 1)
    return [*low, *([f"{key}: no verdict of {silent:.0%}"] if silent > MOST_WITHOUT_VERDICT else [])]


def keep(record: Record, *, folder: Path) -> Path:
    """In the place of the one before; where it lies."""
    folder.mkdir(exist_ok=True)
    path = _path(record.judge, folder)
    path.write_bytes(RECORD.dump_json(record, indent=2) + b"\n")
    return path


def find(judge: JudgeIdentity, *, folder: Path) -> Record | None:
    """None: that judge, of that prompt, was never before the talks. Raises ValidationError of a file that is none."""
    path = _path(judge, folder)
    return RECORD.validate_json(path.read_bytes()) if path.exists() else None


def _kappas(part: Trial) -> Kappas:
    return {name: each.kappa for name, each in against_the_truth(part).items()}


def _path(judge: JudgeIdentity, folder: Path) -> Path:
    """A colon is in models' names, and in no file's on every machine."""
    return folder / f"{judge.key.replace(':', '_')}.json"
