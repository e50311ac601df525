"""Conditions: the JsonLogic of format.md, "The JsonLogic that occurs", made into functions of the facts' values."""

import operator
from collections.abc import Callable, Mapping
from typing import Any

Values = Mapping[str, Any]
Test = Callable[[Values], bool]

COMPARISONS = {'<': operator.lt, '<=': operator.le, '>': operator.gt, '>=': operator.ge}


def same(left: Any, right: Any) -> bool:
    """`===`: for Python, unlike JSON, True equals 1."""
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def compiled(logic: dict[str, Any]) -> Test:
    (name, arguments), = logic.items()
    if name in ('and', 'or'):
        parts = [compiled(part) for part in arguments]
        return (lambda values: all(part(values) for part in parts)) if name == 'and' else (
            lambda values: any(part(values) for part in parts))
    fact, constant = arguments[0]['var'], arguments[1]
    if name in COMPARISONS:
        compare = COMPARISONS[name]
        # A guard stands before every comparison; what isn't known is never compared.
        return lambda values: values.get(fact) is not None and compare(values[fact], constant)
    return (lambda values: same(values.get(fact), constant)) if name == '===' else (
        lambda values: not same(values.get(fact), constant))


class Condition:
    """A question with three answers: yes (`certain`), no (not `possible`), unknown."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.certain: Test = compiled(raw['certain'])
        self.possible: Test = compiled(raw['possible'])
        self.facts: list[str] = raw['facts']
        self.comparisons = list(comparisons(raw['certain'])) + list(comparisons(raw['possible']))


def comparisons(logic: dict[str, Any]) -> Any:
    """Each fact with a number that it is compared with."""
    (name, arguments), = logic.items()
    if name in ('and', 'or'):
        for part in arguments:
            yield from comparisons(part)
    elif name in COMPARISONS:
        yield arguments[0]['var'], arguments[1]


def certain(when: Condition | None, values: Values) -> bool:
    return when is None or when.certain(values)


def possible(when: Condition | None, values: Values) -> bool:
    return when is None or when.possible(values)


def because(when: Condition | None, values: Values) -> dict[str, Any]:
    """Each fact of the condition with the value that it has (format.md, "Guidance")."""
    return {} if when is None else {fact: values.get(fact) for fact in when.facts}


def missing(when: Condition | None, values: Values) -> list[str]:
    """The facts of the condition that are not known."""
    return [] if when is None else [fact for fact in when.facts if values.get(fact) is None]
