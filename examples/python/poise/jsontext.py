"""JSON as docs/format.md means it: numbers are doubles, nothing is nested deeper than 128 levels."""

import json
import math
from decimal import Decimal
from typing import Any

DEEPEST = 128


def _whole(digits: str) -> int | float:
    number = int(digits) if len(digits) < 400 else math.inf
    return number if -(2**53) <= number <= 2**53 else float(digits)


def _refuse(name: str) -> Any:
    raise ValueError(f'{name} is not JSON')


def parse(text: str) -> Any:
    """Raises ValueError for what isn't JSON, or is nested too deep (format.md, "Reading a document", 2)."""
    try:
        value = json.loads(text, parse_int=_whole, parse_constant=_refuse)
    except RecursionError:
        raise ValueError('nested too deep') from None
    if deeper_than(value, DEEPEST):
        raise ValueError('nested too deep')
    return value


def deeper_than(value: Any, levels: int) -> bool:
    layer = [value]
    while layer and levels >= 0:
        layer = [
            part for outer in layer if isinstance(outer, (dict, list))
            for part in (outer.values() if isinstance(outer, dict) else outer)
        ]
        levels -= 1
    return bool(layer)


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def exact(number: int | float) -> Decimal:
    """The shortest decimal that stands for this double."""
    return Decimal(repr(number))


def number_text(number: int | float) -> str:
    """A number as ECMAScript's JSON.stringify writes it."""
    if number == 0:
        return '0'
    sign, digits, exponent = exact(number).normalize().as_tuple()
    point = len(digits) + int(exponent)
    if -6 < point <= 21:
        text = format(exact(number).normalize(), 'f')
        return text
    mantissa = str(digits[0]) + ('.' + ''.join(map(str, digits[1:])) if len(digits) > 1 else '')
    return f'{"-" if sign else ""}{mantissa}e{"+" if point > 0 else "-"}{abs(point - 1)}'
