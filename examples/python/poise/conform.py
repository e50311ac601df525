"""Runs conformance vectors: a conversation, and the guidance that is expected after each event."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from .conversation import Conversation
from .documents import Problem, load
from .jsontext import parse
from .playbooks import Playbooks


def difference(expected: Any, got: Any, path: str = '') -> str | None:
    """The first path at which two JSON values differ; numbers by value, keys in any order."""
    if isinstance(expected, dict) and isinstance(got, dict):
        if expected.get('code') == got.get('code') == 'malformed':
            return None  # which part doesn't fit may be told in another way
        for name in [*expected, *(name for name in got if name not in expected)]:
            if name not in expected or name not in got:
                return f'{path}/{name}: {"not expected" if name in got else "missing"}'
            found = difference(expected[name], got[name], f'{path}/{name}')
            if found:
                return found
        return None
    if isinstance(expected, list) and isinstance(got, list):
        for index, (one, other) in enumerate(zip(expected, got)):
            found = difference(one, other, f'{path}/{index}')
            if found:
                return found
        return None if len(expected) == len(got) else f'{path}: expected {len(expected)} items, got {len(got)}'
    same = expected == got and isinstance(expected, bool) == isinstance(got, bool)
    return None if same else f'{path}: expected {expected!r}, got {got!r}'


@cache
def loaded(documents: str, folder: Path) -> tuple[Playbooks | None, list[Problem]]:
    """The documents that vectors name, or hold, as JSON: made ready once for all that have the same ones."""
    found, problems = load([
        parse((folder / document).read_text(encoding='utf-8')) if isinstance(document, str) else document
        for document in parse(documents)
    ])
    return (None if problems else Playbooks(found)), problems


def differences(vector: dict[str, Any], folder: Path) -> list[str]:
    """The first difference of each turn."""
    playbooks, problems = loaded(json.dumps(vector['documents']), folder)
    if playbooks is None:
        return [f'{problem.playbook} {problem.message}' for problem in problems]
    script = vector['conversation']
    conversation = Conversation(playbooks, script['opening'])
    found = []
    if 'guidance' in script:
        found.append(('opening', difference(script['guidance'], conversation.guidance)))
    for place, turn in enumerate(script['turns'], 1):
        kind = turn['event'].get('type') if isinstance(turn['event'], dict) else '?'
        name = f'turn {place} ({kind})'
        found.append((name, difference(turn['guidance'], conversation.handle(turn['event']))))
        if 'silent' in turn:
            found.append((f'{name}, silent', difference(turn['silent'], conversation.silent())))
        for review in turn.get('reviews', []):
            found.append((f'{name}, review', difference(review['verdict'], conversation.review(review['act']))))
    return [f'{name}: {what}' for name, what in found if what]


def vectors_in(path: Path) -> list[tuple[str, dict[str, Any], Path]]:
    """The vectors of a file, or of all files in a folder: name, vector, and the folder that its documents are found from."""
    files = sorted(path.rglob('*.json')) if path.is_dir() else [path]
    found = []
    for file in files:
        content = parse(file.read_text(encoding='utf-8'))
        for vector in content if isinstance(content, list) else [content]:
            if 'conversation' in vector:  # else it is a document
                found.append((f'{file.name}: {vector.get("name", "")}', vector, file.parent))
    return found
