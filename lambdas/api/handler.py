"""The function behind /api."""

from functools import cache

from fastapi import FastAPI
from mangum.types import LambdaContext

from lambdas.api.routes import (
    evaluations,
    feedback,
    figures,
    health,
    invitations,
    links,
    me,
    personas,
    playback,
    recordings,
    sessions,
    shared,
)
from lambdas.http.application import make_application
from lambdas.http.serve import serve
from lambdas.wire import Answer, Event


@cache
def application() -> FastAPI:
    of_talks = (sessions, figures, invitations, recordings, playback, evaluations, feedback, links)
    nouns = (*of_talks, personas, shared, me, health)
    return make_application([noun.router for noun in nouns])


def handler(event: Event, context: LambdaContext) -> Answer:
    return serve(application(), event, context)
