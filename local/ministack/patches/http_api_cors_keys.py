"""A template writes an HTTP API's CORS settings as `AllowOrigins`; MiniStack reads `allowOrigins` and refuses all."""

from local.ministack.resource_handlers import Properties, wrap_create, wrap_update

TYPE = "AWS::ApiGatewayV2::Api"


def apply() -> None:
    wrap_create(TYPE, before=_lower_keys)
    wrap_update(TYPE, before=_lower_keys)


def _lower_keys(properties: Properties) -> Properties:
    cors = properties.get("CorsConfiguration")
    if not isinstance(cors, dict):
        return properties
    return {**properties, "CorsConfiguration": {key[0].lower() + key[1:]: value for key, value in cors.items()}}
