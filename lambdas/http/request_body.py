from pydantic import BaseModel, ConfigDict


class RequestBody(BaseModel):
    """A field that we do not know is refused by its name: a typing error must not look like a wish that was heard."""

    model_config = ConfigDict(extra="forbid")
