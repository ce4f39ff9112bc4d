"""`python -m evals.judge_report rules aws …`: each judge before the set, and the judges beside one another.

Models are named by JUDGE_MODEL, JUDGE_ENDPOINT and JUDGE_SECRET_ARN, as in a function. Exits with 1 when one of them
agrees too little with what was planted: then no release follows. Of each model it keeps what it found, in
evals/reports, where `make deploy` looks for it.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime

from echosphere.bootstrap.judge import make_judge
from echosphere.domain.evaluation import JudgeKind
from echosphere.settings import JudgeName, JudgeSettings
from evals.judge_report.release import REPORTS, keep, record_of, refusals
from evals.judge_report.report import Price, lines
from evals.judge_report.trial import hold_trial
from evals.labelled.talks import labelled_talks


def main(words: Sequence[str]) -> int:
    arguments = _parser().parse_args(words)
    talks = labelled_talks()
    trials = [hold_trial(make_judge(JudgeSettings(judge=JudgeName(name))), talks) for name in arguments.judges]
    print(f"{len(talks)} talks with planted faults, {sum(talk.held_out for talk in talks)} of them held out")
    print("\n".join(lines(trials, _price(arguments))))
    records = [record_of(trial, made_on=datetime.now(UTC).date()) for trial in trials]
    for record in records:
        if record.judge.kind is JudgeKind.MODEL:
            print(f"\nkept in {keep(record, folder=REPORTS)}")
    refused = [each for record in records for each in refusals(record)]
    print("\n".join(["", *(f"REFUSED: {each}" for each in refused)] if refused else ["", "a release may follow"]))
    return 1 if refused else 0


def _price(arguments: Namespace) -> Price | None:
    if arguments.input_usd is None or arguments.output_usd is None:
        return None
    return Price(input_usd=arguments.input_usd, output_usd=arguments.output_usd)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="make judge-report")
    parser.add_argument("judges", nargs="*", default=["rules"], choices=[*JudgeName], metavar="JUDGE")
    parser.add_argument("--input-usd", type=float, help="for a million tokens")
    parser.add_argument("--output-usd", type=float, help="for a million tokens")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
