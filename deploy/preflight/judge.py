"""Whether the stage's judge sees enough to be shown to people: below the set kappa there is no release."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from deploy.finding import Finding, ok, wrong
from echosphere.adapters.judges.model.model_judge import model_identity
from echosphere.adapters.judges.rules.judge import RuleJudge
from evals.judge_report.release import REPORTS, Record, find, fingerprint, record_of, refusals
from evals.judge_report.trial import hold_trial
from evals.labelled.talks import labelled_talks
from stacks.stage import Stage

OTHERWISE = 'or take another judge_model, or the judge "rules"'


def judge(stage: Stage, reports: Path = REPORTS) -> Iterator[Finding]:
    """Of a model by the report that is kept of it: to ask it takes minutes and costs. Rules are asked at once."""
    talks = labelled_talks()
    if stage.judge == "rules":
        yield _of(record_of(hold_trial(RuleJudge(), talks), made_on=datetime.now(UTC).date()))
        return
    identity = model_identity(stage.judge_model)
    what, make_one = f"judge {identity.key}", f"`{_command(stage)}` and commit what it writes, {OTHERWISE}"
    try:
        record = find(identity, folder=reports)
    except ValidationError:
        yield wrong(what, f"its report cannot be read: {make_one}")
        return
    if record is None or record.judge != identity:
        yield wrong(what, f"nobody has measured it with this prompt: {make_one}")
    elif record.talks != fingerprint(talks):
        yield wrong(what, f"it was measured on other talks than there are now: {make_one}")
    else:
        yield _of(record)


def _of(record: Record) -> Finding:
    what = f"judge {record.judge.key}"
    if refused := refusals(record):
        said = "; ".join(each.removeprefix(f"{record.judge.key}: ") for each in refused)
        return wrong(what, f"{said}: mend its prompt, {OTHERWISE}")
    least = min(kappa for kappa in record.held_out.values() if kappa is not None)
    return ok(what, f"kappa {least:.2f} or more on the held-out talks, measured on {record.made_on}")


def _command(stage: Stage) -> str:
    given = {**stage.judge_environment, "AWS_DEFAULT_REGION": stage.region}
    named = " ".join(f"{name}={value}" for name, value in given.items() if name != "JUDGE")
    return f"{named} make judge-report JUDGES={stage.judge}"
