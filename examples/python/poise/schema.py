"""As much of JSON Schema 2020-12 as the two schemas in runtime/schema use."""

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

from .jsontext import is_number

FOLDER = Path(os.environ.get('POISE_SCHEMAS', Path(__file__).resolve().parents[3] / 'runtime' / 'schema'))

TYPES = {
    'object': lambda value: isinstance(value, dict),
    'array': lambda value: isinstance(value, list),
    'string': lambda value: isinstance(value, str),
    'boolean': lambda value: isinstance(value, bool),
    'null': lambda value: value is None,
    'number': is_number,
    'integer': lambda value: is_number(value) and value == int(value),
}


@cache
def schema(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f'{name}.schema.json').read_text(encoding='utf-8'))


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(re.sub(r'\$$', r'\\Z', source))


def misfit(root: dict[str, Any], rule: dict[str, Any], value: Any, path: str = '') -> str | None:
    """The path (a JSON pointer) of the first part that doesn't fit, or None."""
    if '$ref' in rule:
        rule = root['$defs'][rule['$ref'].removeprefix('#/$defs/')] | {k: v for k, v in rule.items() if k != '$ref'}
    types = rule.get('type', [])
    if types and not any(TYPES[name](value) for name in ([types] if isinstance(types, str) else types)):
        return path
    if 'const' in rule and (value != rule['const'] or type(value) is not type(rule['const'])):
        return path
    if 'enum' in rule and not (isinstance(value, str) and value in rule['enum']):
        return path
    if 'anyOf' in rule:
        misfits = [misfit(root, branch, value, path) for branch in rule['anyOf']]
        if None not in misfits:
            return max((found for found in misfits if found is not None), key=len)
    if isinstance(value, str):
        if len(value) > rule.get('maxLength', len(value)) or ('pattern' in rule and not _pattern(rule['pattern']).search(value)):
            return path
    elif is_number(value):
        if not rule.get('minimum', value) <= value <= rule.get('maximum', value):
            return path
    elif isinstance(value, list):
        if not rule.get('minItems', 0) <= len(value) <= rule.get('maxItems', len(value)):
            return path
        for index, item in enumerate(value):
            found = misfit(root, rule.get('items', {}), item, f'{path}/{index}')
            if found is not None:
                return found
    elif isinstance(value, dict):
        for name in rule.get('required', []):
            if name not in value:
                return f'{path}/{name}'
        known, others = rule.get('properties', {}), rule.get('additionalProperties', {})
        for name, item in value.items():
            if name not in known and others is False:
                return f'{path}/{name}'
            found = misfit(root, known.get(name, others or {}), item, f'{path}/{name}')
            if found is not None:
                return found
    return None


def misfit_of_playbook(document: Any) -> str | None:
    return misfit(schema('playbook'), schema('playbook'), document)


@cache
def _events() -> dict[str, dict[str, Any]]:
    definitions = schema('conversation')['$defs']
    shapes = [definitions[branch['$ref'].removeprefix('#/$defs/')] for branch in definitions['Event']['anyOf']]
    return {shape['properties']['type']['const']: shape for shape in shapes}


def misfit_of_event(event: Any) -> str | None:
    kind = event.get('type') if isinstance(event, dict) else None
    if not isinstance(kind, str) or kind not in _events():
        return '/type'
    return misfit(schema('conversation'), _events()[kind], event)
