"""No stage is deployed with a judge that nobody has measured, or that sees too little."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from deploy.finding import Finding, Verdict
from deploy.preflight import judge as preflight
from deploy.preflight.judge import judge
from echosphere.adapters.judges.model.model_judge import model_identity
from evals.judge_report.release import Record, fingerprint, keep
from evals.judge_report.trial import SEEN_BY
from evals.labelled.talks import labelled_talks
from tests.deploy.stages import a_stage, only

pytestmark = pytest.mark.deploy
NOVA = "amazon.nova-lite-v1:0"
STAGE = a_stage(judge_model=NOVA)
GOOD = dict.fromkeys(SEEN_BY, 0.8)
RECORD = Record(
    judge=model_identity(NOVA),
    made_on=date(2026, 11, 20),
    talks=fingerprint(labelled_talks()),
    heard=270,
    without_verdict=5,
    tuning=GOOD,
    held_out={**GOOD, "faithfulness": 0.7},
)


def told(folder: Path, *records: Record) -> Finding:
    for record in records:
        keep(record, folder=folder)
    return only(judge(STAGE, folder))


def test_a_model_that_was_measured_and_sees_enough_is_ok(tmp_path: Path) -> None:
    said = told(tmp_path, RECORD)

    assert said.verdict is Verdict.OK
    assert NOVA in said.what and "0.70" in said.says and "2026-11-20" in said.says


def test_a_model_that_nobody_measured_is_refused_with_the_command_that_does(tmp_path: Path) -> None:
    said = told(tmp_path)

    assert said.verdict is Verdict.WRONG
    assert f"`JUDGE_MODEL={NOVA} AWS_DEFAULT_REGION={STAGE.region} make judge-report JUDGES=aws`" in said.says


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (replace(RECORD, held_out={**GOOD, "language_kept": 0.69}), "language_kept has kappa 0.69"),
        (replace(RECORD, without_verdict=6), "no verdict of 2%"),
        (replace(RECORD, talks="00000000"), "other talks"),
        (replace(RECORD, judge=replace(RECORD.judge, version="00000000")), "nobody has measured it with this prompt"),
        (replace(RECORD, judge=model_identity("amazon.nova-pro-v1:0")), "nobody has measured it"),
    ],
)
def test_too_little_or_of_something_else_is_not_enough(tmp_path: Path, record: Record, why: str) -> None:
    said = told(tmp_path, record)

    assert said.verdict is Verdict.WRONG and why in said.says


def test_only_the_held_out_part_decides(tmp_path: Path) -> None:
    assert told(tmp_path, replace(RECORD, tuning=dict.fromkeys(SEEN_BY, 0.0))).verdict is Verdict.OK


def test_a_report_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    keep(RECORD, folder=tmp_path).write_text("{}")

    said = told(tmp_path)

    assert said.verdict is Verdict.WRONG and "cannot be read" in said.says


def test_of_a_server_of_ones_own_its_address_is_in_the_command(tmp_path: Path) -> None:
    elsewhere = a_stage(judge="openai", judge_model="qwen3:8b", judge_endpoint="http://10.0.0.7:8000/v1")

    said = only(judge(elsewhere, tmp_path))

    assert "JUDGE_ENDPOINT=http://10.0.0.7:8000/v1" in said.says and "JUDGES=openai" in said.says


def test_rules_are_measured_at_once_and_need_no_report(tmp_path: Path) -> None:
    said = only(judge(a_stage(judge="rules"), tmp_path))

    assert said.verdict is Verdict.OK and "rules" in said.what


def test_rules_that_see_too_little_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "hold_trial", lambda *_: None)
    monkeypatch.setattr(preflight, "record_of", lambda *_, **__: replace(RECORD, held_out=dict.fromkeys(SEEN_BY, 0.4)))

    assert only(judge(a_stage(judge="rules"), tmp_path)).verdict is Verdict.WRONG
