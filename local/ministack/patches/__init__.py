"""What MiniStack lacks for our stacks, one module for each; a test of each fails when MiniStack no longer needs it."""

from local.ministack.patches import (
    access_keys,
    alarms_of_math,
    answer_jwks_in_process,
    cold_starts_aside,
    function_interpreter,
    http_api_cors_keys,
    key_groups,
    large_bytes_as_files,
    log_to_its_end,
    mediaconvert,
    packages_unpacked_once,
    publish_site,
    secret_ref_is_arn,
    sessions_kept,
    settle_interrupted_stacks,
    table_time_to_live,
    task_definition_keys,
    transactions_sent_again,
)

ALL = (
    access_keys,
    alarms_of_math,
    answer_jwks_in_process,
    cold_starts_aside,
    function_interpreter,
    http_api_cors_keys,
    key_groups,
    large_bytes_as_files,
    packages_unpacked_once,
    log_to_its_end,
    mediaconvert,
    publish_site,
    secret_ref_is_arn,
    sessions_kept,
    settle_interrupted_stacks,
    table_time_to_live,
    task_definition_keys,
    transactions_sent_again,
)


def apply_all() -> None:
    for patch in ALL:
        patch.apply()
