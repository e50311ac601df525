"""Checks words, phrases and kinds of text against vectors like those in tests/phrases."""

from typing import Any

from .kinds import Message, stretches_of
from .phrases import PhraseList, ReadMessage


def difference(vector: dict[str, Any]) -> str | None:
    """Of a message with the compiled `list` to find in it, or with the `kind` whose stretches are to be found."""
    text = vector['message']
    if 'kind' in vector:
        message = Message(text)
        found: Any = [
            [message.words[first].start, message.words[end - 1].end] for first, end in stretches_of(message, vector['kind'])
        ]
        expected = vector['stretches']
    else:
        match = PhraseList(vector['list']).find(ReadMessage(text))
        found, expected = (match and [match.start, match.end]), vector['match']
    return None if found == expected else f'{vector.get("why", vector.get("kind"))}: {text!r}: expected {expected}, got {found}'
