"""The values of facts: format.md, "Facts" and "Derived facts"."""

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from .documents import Document, Json
from .jsontext import exact, is_number
from .logic import same
from .state import Values

if TYPE_CHECKING:
    from .conversation import Conversation


def fits(value: Any, kind: Json) -> bool:
    """Whether this is a value of that type. Nothing is coerced."""
    name = kind['type']
    if name == 'flag':
        return isinstance(value, bool)
    if name in ('text', 'choice'):
        return isinstance(value, str) and (name == 'text' or value in kind['choices'])
    if not is_number(value) or not kind.get('min', value) <= value <= kind.get('max', value):
        return False
    if name in ('duration', 'money', 'count') and value < 0:
        return False
    if name == 'money':
        return -int(exact(value).normalize().as_tuple().exponent) <= kind['decimals']
    if name in ('count', 'date') and value != int(value):
        return False
    return name != 'date' or _is_day(int(value))


def _is_day(number: int) -> bool:
    try:
        date(number // 10_000, number // 100 % 100, number % 100)
    except (ValueError, OverflowError):
        return False
    return True


class Facts:
    """All that facts are computed from, and their present values by document."""

    def __init__(self, conversation: 'Conversation') -> None:
        self.of = conversation
        documents = conversation.playbooks.documents
        self.values: dict[str, Values] = {document.id: {fact['id']: None for fact in document.facts} for document in documents}
        self.reported: dict[str, Values] = {document.id: {} for document in documents}
        self.moments: defaultdict[tuple[str, str], list[int]] = defaultdict(list)  # of hasSaid and countWithin
        self.happenings: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)  # by scope, kind, id
        self.been: defaultdict[tuple[str, str], tuple[bool, bool]] = defaultdict(lambda: (False, False))
        self.streaks: defaultdict[tuple[str, str], tuple[int, int]] = defaultdict(lambda: (0, 0))
        self.new_turn = False
        self.spoken: tuple[str, str] | None = None  # speaker and text of the message in this event
        self.answering: str | None = None  # the customer's last message, until we have replied

    def report(self, name: str, value: Any, kind: str) -> None:
        """A value of a signal or field, for each document that has one of this name."""
        known = [(document, document.fact[name]) for document in self.of.playbooks.documents if name in document.fact]
        meant = [(document, fact) for document, fact in known if fact['kind'] == kind]
        if not meant and any(fact['kind'] in ('signal', 'field') for _, fact in known):
            self.of.call.fault('wrongKind', name)
        if meant and value is not None and not any(fits(value, fact['type']) for _, fact in meant):
            self.of.call.fault('badValue', name)
        refused = False
        for document, fact in meant:
            taken = value if fits(value, fact['type']) else None
            before = self.reported[document.id].get(name)
            if fact.get('fixed') and before is not None and not same(taken, before):
                refused = True
                continue
            self.reported[document.id][name] = taken
            if fact['type']['type'] == 'count' and taken is not None:
                for derived in document.facts:
                    if derived.get('derive', {}).get('kind') == 'countWithin' and derived['derive']['signal'] == name:
                        self.moments[document.id, derived['id']].append(self.of.time)
        if refused:
            self.of.call.fault('fixedValue', name)

    def speak(self, speaker: str, text: str) -> None:
        """A message that is out."""
        self.spoken = speaker, text
        self.answering = text if speaker == 'customer' else None
        for document in self.of.playbooks.documents:
            for fact in document.facts:
                derive = fact.get('derive', {})
                if derive.get('kind') == 'hasSaid' and derive['speaker'] == speaker and document.find(derive['phrases'], text):
                    self.moments[document.id, fact['id']].append(self.of.time)

    def judged(self, document: Document) -> Values:
        """The values that rules judge by: what the customer says is about the message that is being answered."""
        values = dict(self.values[document.id])
        for fact in document.facts:
            derive = fact.get('derive', {})
            if derive.get('kind') == 'says' and derive['speaker'] == 'customer':
                values[fact['id']] = self.answering is not None and document.find(derive['phrases'], self.answering) is not None
            elif fact['kind'] == 'situation':
                values[fact['id']] = self._value(document, fact, values)
        return values

    def message_in_force(self) -> bool:
        """Whether a `says` fact is true."""
        return self.spoken is not None and any(
            self.values[document.id][fact['id']] is True
            for document in self.of.playbooks.documents for fact in document.facts
            if fact.get('derive', {}).get('kind') == 'says'
        )  # fmt: skip

    def compute(self) -> None:
        """One pass: whatever a fact is derived from stands before it."""
        for document in self.of.playbooks.documents:
            values: Values = {}
            for fact in document.facts:
                values[fact['id']] = self._value(document, fact, values)
            self.values[document.id] = values
        self.new_turn = False

    def _value(self, document: Document, fact: Json, values: Values) -> Any:
        name, kind = fact['id'], fact['kind']
        if kind in ('signal', 'field'):
            return self.reported[document.id].get(name)
        if kind == 'builtin':
            return self.of.builtin(name)
        if kind == 'situation':
            return True if fact['when'].certain(values) else None if fact['when'].possible(values) else False
        derive: Json = fact['derive']
        match derive['kind']:
            case 'says':
                return self.spoken is not None and self.spoken[0] == derive['speaker'] and (
                    document.find(derive['phrases'], self.spoken[1]) is not None)
            case 'hasSaid' | 'hasHappened':
                return len(self._counted(document, fact)) >= derive['times']
            case 'countWithin':
                return len(self._counted(document, fact))
            case 'hasBeen':
                ever, maybe = self.been[document.id, name]
                ever, maybe = ever or derive['when'].certain(values), maybe or derive['when'].possible(values)
                self.been[document.id, name] = ever, maybe
                return True if ever else None if maybe else False
            case 'streak':
                return self._streak((document.id, name), derive, values)
            case 'isOpen':
                return document.hours[derive['team']].open_at(self.of.time / 1000)
        return None  # approved: only while an act is judged

    def _streak(self, key: tuple[str, str], derive: Json, values: Values) -> bool | None:
        sure, maybe = self.streaks[key]
        certain, possible = derive['when'].certain(values), derive['when'].possible(values)
        if self.new_turn:
            sure, maybe = (sure + 1 if certain else 0), (maybe + 1 if possible else 0)
            self.streaks[key] = sure, maybe
        if certain and sure >= derive['messages']:
            return True
        return None if possible and maybe >= derive['messages'] else False

    def _counted(self, document: Document, fact: Json) -> list[int]:
        """The moments that count, the oldest first: in (now - within, now]."""
        derive = fact['derive']
        moments = self.moments[document.id, fact['id']]
        if derive['kind'] == 'hasHappened':
            what = derive['what']['kind'], derive['what']['id']
            moments = sorted(self.happenings['', *what] + self.happenings[document.id, *what])
        if 'within' not in derive:
            return moments
        return [moment for moment in moments if moment > self.of.time - derive['within'] * 1000]

    def next_change(self) -> int | None:
        """When a fact next changes by time alone (format.md, "Events": timers)."""
        found: list[float] = []
        for document in self.of.playbooks.documents:
            for fact in document.facts:
                derive = fact.get('derive', {})
                if derive.get('kind') == 'isOpen':
                    change = document.hours[derive['team']].next_change(self.of.time / 1000)
                    found += [] if change is None else [change * 1000]
                elif 'within' in derive:
                    counted = self._counted(document, fact)
                    needed = derive.get('times', len(counted))
                    if counted and len(counted) >= needed:
                        found.append(counted[-needed] + derive['within'] * 1000)
        for name, since in self.of.running_times().items():
            found += [since + seconds * 1000 for seconds in self.of.playbooks.moments[name]]
        return min((int(moment) for moment in found if moment > self.of.time), default=None)
