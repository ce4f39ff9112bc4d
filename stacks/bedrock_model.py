"""What a model on Bedrock is called. A module of its own, so that who asks for it need not load the CDK."""

import re


def bare_model(name: str) -> str:
    """Without the place of an inference profile, which is named as its model with one before it: "apac.amazon.…"."""
    return re.sub(r"^(global|us|eu|apac|jp|au|ca)\.", "", name)
