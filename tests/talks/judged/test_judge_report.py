"""The report by which a release is refused: its figures, and that each of its reasons can be met."""

import json
import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from echosphere.adapters.judges.rules.judge import RULES, RuleJudge
from echosphere.adapters.memory.judge import MemoryJudge
from echosphere.domain.errors import VerdictInvalid
from echosphere.domain.evaluation import JudgeIdentity, JudgeKind, Metric, Verdict
from echosphere.domain.judged_talk import JudgedTalk
from evals.judge_report.__main__ import main
from evals.judge_report.agreement import Agreement, agreement
from evals.judge_report.release import Record, find, fingerprint, keep, record_of, refusals
from evals.judge_report.report import Price, against_the_truth, between, lines
from evals.judge_report.trial import SEEN_BY, Trial, hold_trial, judged_talk
from evals.labelled.talks import Fault, LabelledTalk, labelled_talks
from tests.examples import a_judges_use, a_score, a_verdict

pytestmark = pytest.mark.talk
TALKS = labelled_talks()
TUNING, HELD_OUT = (sum(talk.held_out is part for talk in TALKS) for part in (False, True))
TODAY = date(2026, 11, 20)
MODEL = JudgeIdentity(name="nova", kind=JudgeKind.MODEL, version="1")
METRIC_OF = {
    Fault.FALSE_CLAIM: (Metric.FAITHFULNESS,),
    Fault.UNANSWERED: (Metric.GOAL_COMPLETION,),
    Fault.OFF_TOPIC: (Metric.RESPONSE_RELEVANCE,),
    Fault.SOURING: (Metric.SENTIMENT_END, Metric.SENTIMENT_LOWEST),
    Fault.LANGUAGE_SWITCH: (Metric.LANGUAGE_KEPT,),
    Fault.TALKED_OVER: (Metric.INTERRUPTIONS_HANDLED,),
}


def knowing(faulty: Callable[[LabelledTalk], bool] = lambda _: True) -> MemoryJudge:
    """A judge that has read the labels, and tells them where it likes."""
    by_talk = {judged_talk(talk): talk for talk in TALKS}

    def answer(talk: JudgedTalk) -> Verdict:
        labelled = by_talk[talk]
        metrics = METRIC_OF.get(labelled.fault, ()) if labelled.fault and faulty(labelled) else ()
        return a_verdict(*(a_score(metric, 1, "line-1") for metric in metrics))

    return MemoryJudge(MODEL, answer, uses=(a_judges_use(tokens_in=1_000, tokens_out=100),))


def refused(trial: Trial) -> list[str]:
    return refusals(record_of(trial, made_on=TODAY))


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([(True, True)] * 5 + [(False, False)] * 5, 1.0),
        ([(True, False)] * 5 + [(False, True)] * 5, -1.0),
        ([(True, True), (True, False), (False, True), (False, False)], 0.0),
        ([(True, True)] * 20 + [(True, False)] * 10 + [(False, True)] * 5 + [(False, False)] * 15, 0.4),
        ([(False, False)] * 5, None),
        ([], None),
    ],
)
def test_kappa_is_agreement_beyond_chance(pairs: list[tuple[bool, bool]], kappa: float | None) -> None:
    found = agreement(pairs).kappa

    assert found == (None if kappa is None else pytest.approx(kappa))


def test_precision_and_recall_are_of_the_second_by_the_first() -> None:
    found = Agreement(both=6, first_alone=2, second_alone=4, neither=8)

    assert (found.precision, found.recall) == (0.6, 0.75)
    assert (Agreement().precision, Agreement().recall) == (None, None)


def test_a_judge_that_sees_all_is_let_pass() -> None:
    trial = hold_trial(knowing(), TALKS)

    assert {each.kappa for each in against_the_truth(trial).values()} == {1.0}
    assert refused(trial) == []


@pytest.mark.parametrize("fault", METRIC_OF)
def test_a_judge_that_is_blind_to_one_fault_is_refused_by_name(fault: Fault) -> None:
    trial = hold_trial(knowing(lambda talk: talk.fault is not fault), TALKS)

    assert {each.split(": ")[1].split()[0] for each in refused(trial)} == set(METRIC_OF[fault])


def test_it_is_the_held_out_part_that_decides() -> None:
    blind_where_tuned = hold_trial(knowing(lambda talk: talk.held_out), TALKS)
    blind_elsewhere = hold_trial(knowing(lambda talk: not talk.held_out), TALKS)

    assert refused(blind_where_tuned) == [] and refused(blind_elsewhere) != []


def test_a_judge_that_gives_no_verdict_of_what_is_hard_is_refused() -> None:
    judge = knowing()
    whole, hard = judge.answer, {judged_talk(talk) for talk in TALKS if talk.fault is Fault.FALSE_CLAIM}

    def answer(talk: JudgedTalk) -> Verdict:
        if talk in hard:
            raise VerdictInvalid
        return whole(talk)

    judge.answer = answer
    trial = hold_trial(judge, TALKS)

    assert trial.without_verdict == len(hard)
    assert f"nova-1: no verdict of {len(hard) / len(TALKS):.0%}" in refused(trial)


def test_two_judges_are_compared_on_what_both_judged() -> None:
    seeing, blind = hold_trial(knowing(), TALKS), hold_trial(knowing(lambda talk: talk.held_out), TALKS)

    compared = between(seeing, blind)

    assert set(compared) == set(SEEN_BY) and compared["faithfulness"].count == len(TALKS)
    assert 0 < (compared["faithfulness"].kappa or 0) < 1


def test_it_says_what_a_talk_costs_how_long_it_takes_and_that_no_human_labelled_one() -> None:
    trials = [hold_trial(knowing(), TALKS), hold_trial(RuleJudge(), TALKS[:20])]

    told = "\n".join(lines(trials, Price(input_usd=1.0, output_usd=5.0)))

    assert told.count("0.001500 a talk") == 2 and "no tokens, no cost" in told
    assert f"nova-1 beside {RULES.key}" in told and "No human has labelled" in told


def test_cost_and_latency_are_told_of_what_was_tuned_on_and_of_what_was_held_out() -> None:
    told = "\n".join(lines([hold_trial(knowing(), TALKS)], price=None))

    tokens = re.findall(r"p50 .*p95 .*; (\d+) tokens in", told)
    assert [int(each) for each in tokens] == [TUNING * 1_000, HELD_OUT * 1_000]


def test_two_judges_are_laid_side_by_side_for_each_metric_on_each_part() -> None:
    seeing, blind_where_tuned = hold_trial(knowing(), TALKS), hold_trial(knowing(lambda talk: talk.held_out), TALKS)

    told = "\n".join(lines([seeing, blind_where_tuned], price=None)).split("kappa between them")[1]

    assert re.search(rf"faithfulness +0\.00  n {TUNING} +1\.00  n {HELD_OUT}", told)
    for name in SEEN_BY:
        assert re.search(rf"{name} +\S+  n {TUNING} +\S+  n {HELD_OUT}", told)


def test_the_rules_may_be_released_as_they_are(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("evals.judge_report.__main__.REPORTS", tmp_path)

    assert main(["rules"]) == 0
    assert "a release may follow" in capsys.readouterr().out
    assert not list(tmp_path.iterdir()), "a deploy asks them itself"


def test_a_refusal_is_told_by_the_exit_and_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blind = knowing(lambda _: False)
    monkeypatch.setattr("evals.judge_report.__main__.make_judge", lambda _: blind)
    monkeypatch.setattr("evals.judge_report.__main__.REPORTS", tmp_path)

    assert main(["rules"]) == 1
    assert "REFUSED: nova-1: faithfulness has kappa 0.00" in capsys.readouterr().out
    assert (kept := find(MODEL, folder=tmp_path)) and kept.held_out["faithfulness"] == 0


def test_what_is_kept_is_found_again_by_judge_and_version_and_has_no_word_of_a_talk(tmp_path: Path) -> None:
    record = record_of(hold_trial(knowing(), TALKS), made_on=TODAY)

    path = keep(record, folder=tmp_path)

    assert find(MODEL, folder=tmp_path) == record
    assert find(replace(MODEL, version="2"), folder=tmp_path) is None
    assert set(json.loads(path.read_text())) == {field.name for field in fields(Record)}
    assert (record.talks, record.heard) == (fingerprint(TALKS), len(TALKS))


def test_a_metric_that_was_not_measured_is_refused() -> None:
    record = record_of(hold_trial(knowing(), TALKS), made_on=TODAY)
    held_out = {name: kappa for name, kappa in record.held_out.items() if name != "language_kept"}

    assert refusals(replace(record, held_out=held_out)) == [
        "nova-1: language_kept has kappa   -  on the held-out part, below 0.7"
    ]


def test_other_talks_have_another_fingerprint() -> None:
    assert fingerprint(TALKS[1:]) != fingerprint(TALKS)
    assert fingerprint([replace(TALKS[0], fault=Fault.SOURING), *TALKS[1:]]) != fingerprint(TALKS)


def test_nothing_is_judged_before_it_is_heard() -> None:
    assert refused(Trial(judge=MODEL, heard=())) != []
