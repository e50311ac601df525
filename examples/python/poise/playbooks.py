"""A set of documents that a conversation is played with: who is in it, and which rules are one (format.md, "Conversations")."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .documents import Document, Json


@dataclass(frozen=True)
class Rule:
    """A boundary, escalation, agent care or follow up (or a line of one), with the document whose facts it is read with."""

    document: Document
    part: Json
    house: bool

    @property
    def id(self) -> str:
        return self.part['id']

    @property
    def key(self) -> tuple[str, str]:
        """All ids but those of house rules hold within their document only."""
        return ('' if self.house else self.document.id), self.id

    def signed(self, part: Json | None = None) -> Json:
        """What tells where a rule comes from: of this one, or of a part of it."""
        part = self.part if part is None else part
        return {'rule': part['id'], 'playbook': self.document.id, 'at': self.document.place(part['at'])}


class Playbooks:
    """Immutable, shared by all conversations."""

    def __init__(self, documents: list[Document]) -> None:
        self.documents = sorted(documents, key=lambda document: document.id)
        self.by_id = {document.id: document for document in self.documents}
        self._own = {part: self._rules(part, 'playbook') for part in ('boundaries', 'escalations', 'agentCare')}
        self._house = {part: self._rules(part, 'house') for part in ('boundaries', 'escalations', 'agentCare')}
        self._own['followUps'] = [Rule(document, rule, False) for document in self.documents for rule in document.parts['followUps']]
        self._house['followUps'] = []
        # Whole seconds at which a condition on the time may change.
        self.moments: dict[str, set[int]] = {'elapsed': set(), 'waiting': set()}
        for document in self.documents:
            for fact, number in document.comparisons:
                if fact in self.moments:
                    self.moments[fact] |= {math.ceil(number), math.ceil(number) + 1}

    def _rules(self, part: str, origin: str) -> list[Rule]:
        found: dict[tuple[str, str], Rule] = {}
        for document in self.documents:
            for raw in document.parts[part]:
                if raw['origin'] == origin:
                    rule = Rule(document, raw, origin == 'house')
                    found.setdefault(rule.key, rule)
        return list(found.values())

    def boundaries(self) -> list[Rule]:
        """All of them, in force or not."""
        return self._own['boundaries'] + self._house['boundaries']

    def rules(self, part: str, started: set[str]) -> Iterator[Rule]:
        """Those in force, in order: of playbooks that have started, then house rules."""
        yield from (rule for rule in self._own[part] if rule.document.id in started)
        yield from self._house[part]

    def beats(self, one: Document, other: Document) -> bool:
        def would(a: Document, b: Document) -> bool:
            beats = a.parts['beats']
            return b.id in beats['playbooks'] or (beats['everything'] and not b.parts['beats']['everything'])

        return would(one, other) and not would(other, one)

    def escalation_beats(self, one: Rule, other: Rule) -> bool:
        def names(a: Rule, b: Rule) -> bool:
            """Whether a's `beats` names b: an id means the escalation of that id in a's own document."""
            meant = {raw['id']: raw['origin'] for raw in a.document.parts['escalations']}
            same = b.house if meant.get(b.id) == 'house' else b.document is a.document
            return b.id in a.part['beats']['escalations'] and b.id in meant and same

        def would(a: Rule, b: Rule) -> bool:
            return names(a, b) or (a.part['beats']['everything'] and not b.part['beats']['everything'])

        return would(one, other) and not would(other, one)
