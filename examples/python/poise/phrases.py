"""Phrases found in messages: format.md, "Matching"."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .kinds import Message, stretches_of


class ReadMessage(Message):
    """A message as words, with what has been found out about it so far."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._stretches: dict[str, dict[int, int]] = {}

    @cached_property
    def forms(self) -> frozenset[str]:
        return frozenset(word.form for word in self.words)

    def stretches(self, kind: str) -> dict[int, int]:
        if kind not in self._stretches:
            self._stretches[kind] = dict(stretches_of(self, kind))
        return self._stretches[kind]


@dataclass(frozen=True, slots=True)
class Match:
    start: int
    end: int
    phrase: str


def _ends_after(element: dict[str, Any], message: ReadMessage, first: int) -> list[int]:
    count = len(message.words)
    if 'gap' in element:
        return list(range(first, min(first + element['gap'], count) + 1))
    if 'kind' in element:
        end = message.stretches(element['kind']).get(first)
        return [] if end is None else [end]
    if first >= count:
        return []
    form = message.words[first].form
    return [first + 1] if form in element['words'] or form.startswith(tuple(element['prefixes'])) else []


class Phrase:
    def __init__(self, raw: dict[str, Any]) -> None:
        self.text: str = raw['text']
        self.sequence: list[dict[str, Any]] = raw['sequence']
        self._needed = [frozenset(part['words']) for part in self.sequence if 'words' in part and not part['prefixes']]

    def can_be_in(self, message: ReadMessage) -> bool:
        return all(not words.isdisjoint(message.forms) for words in self._needed)

    def ends_from(self, message: ReadMessage, first: int) -> set[int]:
        """The ends (exclusive, in words) of all matches that begin with this word, with every choice of gaps."""
        ends = {first}
        for element in self.sequence:
            ends = {end for before in ends for end in _ends_after(element, message, before)}
            if not ends:
                break
        return ends


class PhraseList:
    def __init__(self, raw: dict[str, Any]) -> None:
        self.phrases = [Phrase(phrase) for phrase in raw['phrases']]
        self.exceptions = [Phrase(phrase) for phrase in raw['except']]

    def find(self, message: ReadMessage) -> Match | None:
        """The leftmost match that shares no word with an exception; of those the shortest, then the first in the list."""
        phrases = [phrase for phrase in self.phrases if phrase.can_be_in(message)]
        if not phrases:
            return None
        count = len(message.words)
        excepted = [False] * count
        for exception in self.exceptions:
            if exception.can_be_in(message):
                for first in range(count):
                    for taken in range(first, max(exception.ends_from(message, first), default=first)):
                        excepted[taken] = True
        for first in range(count):
            found = [
                (end, order) for order, phrase in enumerate(phrases) for end in phrase.ends_from(message, first)
                if end > first and not any(excepted[first:end])
            ]
            if found:
                end, order = min(found)
                return Match(message.words[first].start, message.words[end - 1].end, phrases[order].text)
        return None
