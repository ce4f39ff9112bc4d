"""What is printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import quantiles

from echosphere.domain.evaluation import JudgeKind
from echosphere.domain.instruction_attempts import is_instruction_attempt
from evals.injection.attempts import sayings
from evals.judge_report.agreement import Agreement, agreement
from evals.judge_report.trial import SEEN_BY, Trial

PARTS = ((False, "tuning"), (True, "held out"))
NO_HUMANS = (
    "No human has labelled these talks: the truth is which fault was planted. docs/judge.md says how to add labels."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars for a million tokens, as the caller knows them; this file does not."""

    input_usd: float
    output_usd: float


def against_the_truth(trial: Trial) -> dict[str, Agreement]:
    return {
        name: agreement((talk.fault is fault, sees(verdict)) for talk, verdict in trial.answered)
        for name, (fault, sees) in SEEN_BY.items()
    }


def between(first: Trial, second: Trial) -> dict[str, Agreement]:
    """Of the talks of which both gave a verdict."""
    theirs = {talk.name: verdict for talk, verdict in second.answered}
    shared = [(verdict, theirs[talk.name]) for talk, verdict in first.answered if talk.name in theirs]
    return {name: agreement((sees(mine), sees(other)) for mine, other in shared) for name, (_, sees) in SEEN_BY.items()}


def lines(trials: Sequence[Trial], price: Price | None) -> Iterator[str]:
    for trial in trials:
        yield from _of_trial(trial, price)
    for first, second in combinations(trials, 2):
        yield from _of_both(first, second)
    yield from _of_attempts()
    yield f"\n{NO_HUMANS}\nsentiment_start is in no row: no fault is planted at the start of a talk."


def _of_trial(trial: Trial, price: Price | None) -> Iterator[str]:
    yield f"\n{trial.judge.key} ({trial.judge.kind})"
    for held_out, part in PARTS:
        heard = trial.part(held_out=held_out)
        yield f"  {part:22} precision recall kappa      n {len(heard.heard)}, without verdict {heard.without_verdict}"
        for name, each in against_the_truth(heard).items():
            figures = "    ".join(figure(value) for value in (each.precision, each.recall, each.kappa))
            yield f"    {name:22} {figures}   planted {each.both + each.first_alone}"
        yield f"    {_latency(heard)}; {_cost(heard, price)}"


def _of_both(first: Trial, second: Trial) -> Iterator[str]:
    yield f"\n{first.judge.key} beside {second.judge.key}, kappa between them"
    parts = [between(first.part(held_out=held_out), second.part(held_out=held_out)) for held_out, _ in PARTS]
    yield f"  {'':22} {''.join(f'{name:15}' for _, name in PARTS)}".rstrip()
    for name in SEEN_BY:
        figures = (f"{figure(part[name].kappa)}  n {part[name].count:<7}" for part in parts)
        yield f"  {name:22} {''.join(figures)}".rstrip()


def _of_attempts() -> Iterator[str]:
    yield "\ninstruction attempts by their patterns, whatever the judge"
    for held_out, part in PARTS:
        said = [each for each in sayings() if each.held_out is held_out]
        found = agreement((each.is_attempt, is_instruction_attempt(each.text)) for each in said)
        yield f"  {part:10} precision {figure(found.precision)} recall {figure(found.recall)} n {found.count}"


def _latency(trial: Trial) -> str:
    took_ms = sorted(1_000 * each.took_s for each in trial.heard)
    if not took_ms:
        return "no talks, no latency"
    cuts = quantiles(took_ms, n=20) if len(took_ms) > 1 else took_ms * 19
    return f"latency of a talk: p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms"


def _cost(trial: Trial, price: Price | None) -> str:
    tokens_in, tokens_out = trial.tokens
    if trial.judge.kind is JudgeKind.RULES:
        return "no tokens, no cost"
    tokens = f"{tokens_in} tokens in, {tokens_out} out"
    if price is None:
        return f"{tokens}, price unknown (--input-usd and --output-usd, for a million tokens)"
    usd = (tokens_in * price.input_usd + tokens_out * price.output_usd) / 1e6
    return f"{tokens}, {usd:.4f} USD, {usd / max(len(trial.answered), 1):.6f} a talk"


def figure(value: float | None) -> str:
    return "  - " if value is None else f"{value:4.2f}"
