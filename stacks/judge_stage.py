"""Who judges the talks of a stage; docs/judge.md has what each judge is worth."""

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator
from pydantic.dataclasses import dataclass

from stacks.provider_stage import Address, Secret


@dataclass(frozen=True, kw_only=True)
class JudgeStage:
    """`judge`: `aws` is a model on Bedrock, `openai` one of OpenAI's or of any server that speaks as it does, at the
    `judge_endpoint`; `rules` need no model and see little. A model of another family than the agent's brain does not
    find its own words good. `judge_secret_arn` is the secret that holds the key of `openai` and nothing else.
    """

    judge: Literal["aws", "openai", "rules"] = "aws"
    judge_model: Annotated[str, StringConstraints(min_length=1)] = "global.anthropic.claude-haiku-4-5-20251001-v1:0"
    judge_endpoint: Address | None = None
    judge_secret_arn: Secret | None = None

    @model_validator(mode="after")
    def _who_judges_elsewhere_is_reached(self) -> Self:
        if self.judge == "openai" and not (self.judge_endpoint or self.judge_secret_arn):
            raise ValueError("judge openai wants judge_secret_arn, or the judge_endpoint of a server of one's own")
        if self.judge != "openai" and (self.judge_endpoint or self.judge_secret_arn):
            raise ValueError("judge_endpoint and judge_secret_arn are for the judge openai alone")
        return self

    @property
    def judge_names(self) -> dict[str, str]:
        """Whose word is looked for."""
        return {"JUDGE": self.judge, **({} if self.judge == "rules" else {"JUDGE_MODEL": self.judge_model})}

    @property
    def judge_environment(self) -> dict[str, str]:
        """Who is asked, where, and with which key."""
        reached = {"JUDGE_ENDPOINT": self.judge_endpoint, "JUDGE_SECRET_ARN": self.judge_secret_arn}
        return {**self.judge_names, **{name: value for name, value in reached.items() if value is not None}}
