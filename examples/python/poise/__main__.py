"""Commands: see README.md beside this package."""

import json
import sys
from pathlib import Path
from typing import Any, TextIO

from . import Conversation, Playbooks, load
from .conform import differences, vectors_in
from .jsontext import parse
from .vectors import difference

USAGE = """Usage:
  python3 -m poise conform <file or folder>…     plays conformance vectors, and prints where this consumer differs
  python3 -m poise phrases <file>…               checks phrases and kinds of text against vectors
  python3 -m poise play < requests > answers     plays conversations: a line of JSON in, a line of JSON out
"""


def conform(paths: list[str]) -> int:
    failed = count = 0
    for path in paths:
        for name, vector, folder in vectors_in(Path(path)):
            count += 1
            found = differences(vector, folder)
            failed += bool(found)
            print('\n  '.join([name, *found]) + '\n' if found else '', end='')
    print(f'{count - failed} of {count} conversations are as expected')
    return 1 if failed or not count else 0


def phrases(paths: list[str]) -> int:
    vectors = [vector for path in paths for vector in parse(Path(path).read_text(encoding='utf-8'))]
    found = [each for vector in vectors if (each := difference(vector)) is not None]
    print('\n'.join([*found, f'{len(vectors) - len(found)} of {len(vectors)} vectors are as expected']))
    return 1 if found or not vectors else 0


def play(requests: TextIO, answers: TextIO) -> int:
    """Answers `load` and `play` requests, so that thousands of conversations run in one process."""
    loaded: dict[str, Playbooks] = {}
    for line in requests:
        request = parse(line)
        if 'load' in request:
            documents, problems = load(request['documents'])
            loaded[request['load']] = Playbooks(documents)
            answer: dict[str, Any] = {
                'loaded': [document.id for document in documents],
                'problems': [{'playbook': problem.playbook, 'message': problem.message} for problem in problems],
            }
        else:
            answer = played(loaded[request['play']], request)
        answers.write(json.dumps(answer) + '\n')
        answers.flush()
    return 0


def played(playbooks: Playbooks, request: dict[str, Any]) -> dict[str, Any]:
    """Guidance, silent rules and verdicts on `acts`: after the opening, then after each event."""
    conversation = Conversation(playbooks, request['opening'])
    answer: dict[str, Any] = {'guidance': [], 'silent': [], 'reviews': []}
    for event in [None, *request['events']]:
        if event is not None:
            conversation.handle(event)
        answer['guidance'].append(conversation.guidance)
        answer['silent'].append(conversation.silent())
        answer['reviews'].append([conversation.review(act) for act in request.get('acts', [])])
    return answer


def main(arguments: list[str]) -> int:
    match arguments:
        case ['conform', *paths] if paths:
            return conform(paths)
        case ['phrases', *paths] if paths:
            return phrases(paths)
        case ['play']:
            return play(sys.stdin, sys.stdout)
    print(USAGE, end='', file=sys.stderr)
    return 2


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
