"""Who may sign in: one user pool with its hosted sign-in page, and Google beside it where a stage names it."""

from aws_cdk import CfnOutput, Environment, RemovalPolicy, SecretValue, Stack
from aws_cdk import aws_cognito as cognito
from constructs import Construct

from stacks.findings import accept
from stacks.stage import Stage

PASSWORDS = cognito.PasswordPolicy(
    min_length=12, require_lowercase=True, require_uppercase=True, require_digits=True, require_symbols=True
)


class IdentityStack(Stack):
    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-identity", env=Environment(region=stage.region))
        self.pool = _user_pool(self, stage)
        self.google = _google(self, self.pool, stage)
        # The account's number makes the host name unique, and known before the first deploy: Google must be told of it.
        domain = self.pool.add_domain(
            "SignIn",
            cognito_domain=cognito.CognitoDomainOptions(domain_prefix=f"echosphere-{stage.name}-{self.account}"),
        )
        self.sign_in_origin = stage.sign_in_origin or domain.base_url()
        CfnOutput(self, "UserPoolId", value=self.pool.user_pool_id)
        CfnOutput(self, "SignInOrigin", value=self.sign_in_origin)


def _user_pool(scope: Construct, stage: Stage) -> cognito.UserPool:
    pool = cognito.UserPool(
        scope,
        "People",
        sign_in_aliases=cognito.SignInAliases(email=True),
        sign_in_case_sensitive=False,
        auto_verify=cognito.AutoVerifiedAttrs(email=True),
        self_sign_up_enabled=stage.self_sign_up,
        password_policy=PASSWORDS,
        account_recovery=cognito.AccountRecovery.EMAIL_ONLY,
        mfa=cognito.Mfa.OPTIONAL,
        mfa_second_factor=cognito.MfaSecondFactor(otp=True, sms=False),
        deletion_protection=stage.retains,
        removal_policy=RemovalPolicy.RETAIN if stage.retains else RemovalPolicy.DESTROY,
    )
    accept(
        pool,
        {
            "COG2": "a second factor is each person's choice; a team may demand it at Google",
            "COG8": "the Plus plan is paid for each person each month",
            "COG3": "threat protection needs Cognito's Plus plan, paid for each person each month",
        },
    )
    return pool


def _google(scope: Construct, pool: cognito.UserPool, stage: Stage) -> cognito.UserPoolIdentityProviderGoogle | None:
    if stage.google_client_id is None or stage.google_secret_arn is None:
        return None
    return cognito.UserPoolIdentityProviderGoogle(
        scope,
        "Google",
        user_pool=pool,
        client_id=stage.google_client_id,
        client_secret_value=SecretValue.secrets_manager(stage.google_secret_arn),
        scopes=["openid", "email", "profile"],
        attribute_mapping=cognito.AttributeMapping(
            email=cognito.ProviderAttribute.GOOGLE_EMAIL, fullname=cognito.ProviderAttribute.GOOGLE_NAME
        ),
    )
