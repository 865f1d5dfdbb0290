"""What `sidecars doctor` finds."""

from assist_cli.workflows.sidecar_doctor import problems_of
from assist_cli.workflows.sidecar_problems.problem import Problem
from assist_cli.workflows.sidecar_status import sidecar_status


def problems(*paths, bases=None) -> list[Problem]:
    return [problem for status in sidecar_status(paths) for problem in problems_of(status, bases or {})]


def the_problem(*paths, bases=None) -> Problem:
    (problem,) = problems(*paths, bases=bases)
    return problem
