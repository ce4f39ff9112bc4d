"""How the page asks for tokens: the person's browser goes to the hosted sign-in and comes back with a code."""

from aws_cdk import Duration
from aws_cdk import aws_cognito as cognito
from constructs import Construct

from stacks.identity import IdentityStack


def page_client(scope: Construct, identity: IdentityStack, *, page_origin: str) -> cognito.UserPoolClient:
    providers = [cognito.UserPoolClientIdentityProvider.COGNITO]
    if identity.google:
        providers.append(cognito.UserPoolClientIdentityProvider.GOOGLE)
    client = cognito.UserPoolClient(
        scope,
        "PageClient",
        user_pool=identity.pool,
        # A browser keeps no secret; PKCE proves that who asks for the tokens is who began.
        generate_secret=False,
        auth_flows=cognito.AuthFlow(user_srp=True),
        o_auth=cognito.OAuthSettings(
            flows=cognito.OAuthFlows(authorization_code_grant=True),
            scopes=[cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, cognito.OAuthScope.PROFILE],
            callback_urls=[f"{page_origin}/callback"],
            logout_urls=[f"{page_origin}/"],
        ),
        supported_identity_providers=providers,
        prevent_user_existence_errors=True,
        enable_token_revocation=True,
        access_token_validity=Duration.minutes(60),
        id_token_validity=Duration.minutes(60),
        refresh_token_validity=Duration.days(30),
    )
    if identity.google:
        client.node.add_dependency(identity.google)
    return client
