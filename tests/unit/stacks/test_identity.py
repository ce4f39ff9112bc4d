"""Who may come in, and how."""

import pytest

from tests.unit.stacks.templates import Assembly, Properties

pytestmark = pytest.mark.template


def client(assembly: Assembly) -> Properties:
    return assembly["web"].only("AWS::Cognito::UserPoolClient")


def pool(assembly: Assembly) -> Properties:
    return assembly["identity"].only("AWS::Cognito::UserPool")


def test_people_are_invited_unless_the_stage_opens_the_door(prod: Assembly) -> None:
    assert pool(prod)["AdminCreateUserConfig"] == {"AllowAdminCreateUserOnly": True}


def test_people_sign_in_with_their_address_and_recover_by_it(prod: Assembly) -> None:
    assert pool(prod)["UsernameAttributes"] == ["email"]
    assert pool(prod)["AccountRecoverySetting"]["RecoveryMechanisms"] == [{"Name": "verified_email", "Priority": 1}]


def test_a_password_is_long_and_mixed(prod: Assembly) -> None:
    policy = pool(prod)["Policies"]["PasswordPolicy"]

    assert policy["MinimumLength"] >= 12
    assert all(policy[f"Require{kind}"] for kind in ("Lowercase", "Uppercase", "Numbers", "Symbols"))


def test_a_pool_that_stays_cannot_be_deleted_by_mistake(prod: Assembly, local: Assembly) -> None:
    assert pool(prod)["DeletionProtection"] == "ACTIVE" and pool(local)["DeletionProtection"] == "INACTIVE"


def test_the_page_signs_in_by_code_alone_and_keeps_no_secret(prod: Assembly) -> None:
    assert client(prod)["AllowedOAuthFlows"] == ["code"]
    assert client(prod)["AllowedOAuthScopes"] == ["openid", "email", "profile"]
    assert client(prod)["GenerateSecret"] is False
    assert not [flow for flow in client(prod)["ExplicitAuthFlows"] if "PASSWORD" in flow]


def test_access_lasts_an_hour_and_can_be_taken_back(prod: Assembly) -> None:
    assert client(prod)["AccessTokenValidity"] == 60 and client(prod)["TokenValidityUnits"]["AccessToken"] == "minutes"
    assert client(prod)["RefreshTokenValidity"] == 30 * 24 * 60
    assert client(prod)["EnableTokenRevocation"] is True


def test_nobody_learns_who_has_an_account(prod: Assembly) -> None:
    assert client(prod)["PreventUserExistenceErrors"] == "ENABLED"


def test_sign_in_comes_back_to_the_page_and_nowhere_else(prod: Assembly, local: Assembly) -> None:
    ((_, (scheme, host, path)),) = (url["Fn::Join"] for url in client(prod)["CallbackURLs"])

    assert (scheme, host["Fn::GetAtt"][1], path) == ("https://", "DomainName", "/callback")
    assert client(local)["CallbackURLs"] == ["http://localhost:8080/callback"]
    assert client(local)["LogoutURLs"] == ["http://localhost:8080/"]


def test_the_sign_in_host_is_unique_without_a_name_of_ours(prod: Assembly) -> None:
    domain = prod["identity"].only("AWS::Cognito::UserPoolDomain")["Domain"]

    assert domain == {"Fn::Join": ["", ["echosphere-prod-", {"Ref": "AWS::AccountId"}]]}


def test_google_is_asked_once_a_stage_configures_it(prod: Assembly, local: Assembly) -> None:
    google = prod["identity"].only("AWS::Cognito::UserPoolIdentityProvider")["ProviderDetails"]

    assert client(prod)["SupportedIdentityProviders"] == ["COGNITO", "Google"]
    assert google["client_secret"].startswith("{{resolve:secretsmanager:")
    assert client(local)["SupportedIdentityProviders"] == ["COGNITO"]


def test_a_person_may_add_a_second_factor_that_is_not_a_text_message(prod: Assembly) -> None:
    assert pool(prod)["MfaConfiguration"] == "OPTIONAL" and pool(prod)["EnabledMfas"] == ["SOFTWARE_TOKEN_MFA"]
