"""Verdicts on acts, whoever would do them, and what must come first: format.md, "Boundaries"."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .documents import Document, Json, read_message
from .logic import because, missing, possible
from .playbooks import Rule
from .texts import filled, text_of
from .words import forms_of, place_in

if TYPE_CHECKING:
    from .conversation import Conversation

Worth = tuple[float, str]
APPROVABLE = {'say': 'reply', 'offer': 'offer', 'do': 'action'}


@dataclass(frozen=True)
class Act:
    """Something that is about to be done.

    `kind` is that of a forbidden act, but a reply is a `say`. Words that a line suggests are `words`: what forbids any
    `reply` doesn't forbid to suggest one.
    """

    kind: str
    name: str = ''  # the text, field, offer or action
    worth: Worth | None = None

    @property
    def decision(self) -> tuple[str, str] | None:
        """What a team's decision about it is kept under."""
        kind = APPROVABLE.get(self.kind)
        return None if kind is None else (kind, '' if kind == 'reply' else self.name)


class Judge:
    def __init__(self, conversation: 'Conversation') -> None:
        self.of = conversation
        self.decisions: dict[tuple[str, tuple[str, str] | None], bool] = {}  # by team and what it is about
        self.offered: list[tuple[str, Worth | None]] = []
        self.said: set[tuple[str, str, str]] = set()  # `mustSay` rules that a reply has met

    # What is worth what

    def worth_of_line(self, document: Document, line: Json) -> Worth | None:
        return self._amount(document, line['worth']) if 'worth' in line else None

    def _amount(self, document: Document, amount: Json) -> Worth | None:
        number = amount['amount'] if 'amount' in amount else self.of.facts.values[document.id].get(amount['fact'])
        return None if number is None else (number, amount['currency'])

    def worth_of(self, offer: str) -> Worth | None:
        """Where the event says nothing: of the present step's first line of this name, else of the first one anywhere."""
        run = self.of.runs.leading()
        documents = self.of.playbooks.documents
        lines = [(document, line) for document in documents for line in document.offer_lines()]
        if run is not None:
            lines = [(run.top.document, line) for line in run.top.entry.step['lines'] if line['kind'] == 'offer'] + lines
        return next((self.worth_of_line(document, line) for document, line in lines if line['offer'] == offer), None)

    def total_with(self, worth: Worth | None) -> Worth | None:
        """The worth of all offers so far and this one; None where one isn't known, or in another currency."""
        worths = [made for _, made in self.offered] + [worth]
        if worth is None or any(made is None or made[1] != worth[1] for made in worths):
            return None
        return sum(in_ten_thousandths(made[0]) for made in worths if made) / 10_000, worth[1]

    # Judging

    def verdict(self, kind: str, act: Act) -> Json:
        """Of an event or intended act of that type."""
        blocks = self.blocks(act)
        if kind == 'agentCloses':
            blocks = self._in_order(blocks + self._reaching(None, None, None) + list(self._unanswered()))
        verdict: Json = {'act': kind, 'allowed': not blocks, 'blocks': blocks}
        total = self.total_with(act.worth)
        if act.kind == 'offer' and act.worth is not None:
            verdict['worth'] = {'amount': act.worth[0], 'currency': act.worth[1]}
            if total is not None:
                verdict['total'] = {'amount': total[0], 'currency': total[1]}
        return verdict

    def _in_order(self, blocks: list[Json]) -> list[Json]:
        """Boundaries' rules in the order of the boundaries and, in each, as written; then steps, then escalations."""
        order = [
            (boundary.document.id, rule['id'])
            for boundary in self.of.in_force('boundaries') for rule in boundary.part['rules']
        ]  # fmt: skip
        places = {key: place for place, key in enumerate(order)}
        return sorted(blocks, key=lambda block: (
            places.get((block['playbook'], block['rule']), len(places)) if block['by'] == 'boundary' else len(places)))

    def blocks(self, act: Act) -> list[Json]:
        """Every `never` in force that forbids the act."""
        return [block for by, owner, rule in self._nevers() if (block := self._block(by, owner, rule, act)) is not None]

    def _nevers(self) -> Iterator[tuple[str, Rule, Json]]:
        for boundary in self.of.in_force('boundaries'):
            for rule in boundary.part['rules']:
                if rule['kind'] == 'never':
                    yield 'boundary', boundary, rule
        run = self.of.runs.leading()
        for frame in reversed(run.frames if run else []):
            for rule in frame.entry.step['never']:
                yield 'step', Rule(frame.document, frame.entry.step, False), rule

    def _block(self, by: str, owner: Rule, rule: Json, act: Act) -> Json | None:
        document = owner.document
        values, when = self.of.facts.judged(document), rule.get('when')
        approvals = [
            fact for fact in (when.facts if when else [])
            if document.fact[fact].get('derive', {}).get('kind') == 'approved'
        ]
        if approvals:
            teams = {fact: document.fact[fact]['derive']['team'] for fact in approvals}
            values = values | {fact: self.decisions.get((team, act.decision)) for fact, team in teams.items()}
        if not possible(when, values):
            return None
        details = next((found for each in rule['acts'] if (found := self._does(document, values, each, act)) is not None), None)
        if details is None:
            return None
        block = self._signed_block(by, owner, rule, values) | details
        if 'span' in block and 'sayInstead' in owner.part:
            block['instead'] = filled(document, values, owner.part['sayInstead'])
        lacking = [fact for fact in approvals if values.get(fact) is not True]
        if lacking:
            block['approvals'] = [document.fact[fact]['derive']['team'] for fact in lacking]
            block['missing'] = [fact for fact in block['missing'] if fact not in lacking]
        return block

    def _signed_block(self, by: str, owner: Rule, rule: Json, values: Json) -> Json:
        when = rule.get('when')
        block: Json = {'by': by, 'id': owner.id, **owner.signed(rule)}
        block |= {'because': because(when, values), 'missing': missing(when, values)}
        if 'title' in owner.part:
            block['title'] = owner.part['title']
        return block

    def _does(self, document: Document, values: Json, forbidden: Json, act: Act) -> Json | None:
        """Whether the act is this forbidden one; if so, what is to be told of it."""
        kind = forbidden['act']
        says = act.kind in ('say', 'words')
        if says and kind == 'say':
            match = document.find(forbidden['phrases'], act.name)
            return match and {'span': {'start': match.start, 'end': match.end}, 'phrase': match.phrase}
        if says and kind == 'mention':
            for fact in forbidden['facts']:
                value = values.get(fact)
                known = value is not None and not isinstance(value, bool)
                span = place_in(forms_of(text_of(value, document.fact[fact])), read_message(act.name).words) if known else None
                if span:
                    return {'span': {'start': span[0], 'end': span[1]}, 'fact': fact}
            return None
        if says:
            return {} if kind == 'reply' and act.kind == 'say' else None
        if kind != act.kind:
            return None
        if kind == 'ask':
            return {'fact': act.name} if act.name in forbidden['fields'] else None
        if kind == 'do':
            return {} if act.name == forbidden['action'] else None
        if kind == 'offer':
            return self._offers(document, forbidden, act)
        return {}

    def _offers(self, document: Document, forbidden: Json, act: Act) -> Json | None:
        if forbidden.get('offer', act.name) != act.name:
            return None
        if 'over' not in forbidden:
            return {}
        limit = self._amount(document, forbidden['over'])
        worth = self.total_with(act.worth) if forbidden['inTotal'] else act.worth
        told: Json = {'limit': {'amount': limit[0], 'currency': limit[1]}} if limit else {}
        if limit is None or worth is None or worth[1] != limit[1]:
            return told | {'unknownWorth': True}
        return told if worth[0] > limit[0] else None

    # What must come first

    def reaching(self, document: Document, step: Json, stage_before: str | None, left: tuple[str, str] | None = None) -> list[Json]:
        """What forbids to enter this step of this playbook, coming from a step of that stage, which `left` makes done."""
        stage = step.get('stage')
        return self._reaching(document, step['id'], stage if stage is not None and stage != stage_before else None, left)

    def _reaching(
        self, document: Document | None, step: str | None, stage: str | None, left: tuple[str, str] | None = None
    ) -> list[Json]:
        """Without a document: the close."""
        done = self.of.runs.done | ({left} if left else set())
        blocks = []
        for boundary in self.of.in_force('boundaries'):
            if document is not None and not boundary.house and boundary.document is not document:
                continue
            for rule in boundary.part['rules']:
                later = rule['later'] if rule['kind'] == 'order' else rule.get('before', {'kind': 'close'})
                if rule['kind'] not in ('order', 'mustRecord', 'mustSay', 'mustOffer'):
                    continue
                if later['kind'] == 'close':
                    reached = document is None
                else:
                    reached = document is not None and later['id'] == (step if later['kind'] == 'step' else stage)
                needs = self._needs(boundary, rule, document, done) if reached else None
                if needs is not None:
                    values = self.of.facts.judged(boundary.document)
                    blocks.append(self._signed_block('boundary', boundary, rule, values) | {'needs': needs})
        return blocks

    def _needs(self, boundary: Rule, rule: Json, document: Document | None, done: set[tuple[str, str]]) -> Json | None:
        """What isn't there of what the rule demands; None if nothing is missing."""
        if rule['kind'] == 'order':
            first = rule['first']
            playbooks = [document] if document is not None else self._played(boundary)
            undone = any(has_milestone(playbook, first) and not is_done(playbook, first, done) for playbook in playbooks)
            return {'kind': first['kind'], 'ids': [first['id']] if 'id' in first else []} if undone else None
        return self.demanded(boundary, rule)

    def demanded(self, boundary: Rule, rule: Json) -> Json | None:
        """What a mustRecord, mustSay or mustOffer rule still demands."""
        values = self.of.facts.judged(boundary.document)
        if not possible(rule.get('when'), values):
            return None
        match rule['kind']:
            case 'mustRecord':
                open_fields = [field for field in rule['fields'] if values.get(field) is None]
                return {'kind': 'record', 'ids': open_fields} if open_fields else None
            case 'mustSay':
                said = (*boundary.key, rule['id']) in self.said
                return None if said else {'kind': 'say', 'ids': [rule['wording'] if 'wording' in rule else rule['phrases']]}
        made = any(offer == rule['offer'] for offer, _ in self.offered)
        return None if made else {'kind': 'offer', 'ids': [rule['offer']]}

    def _played(self, boundary: Rule) -> list[Document]:
        """The playbooks that a rule is about: its own, or of a house rule those that have started."""
        if not boundary.house:
            return [boundary.document]
        return [document for document in self.of.playbooks.documents if document.id in self.of.runs.started]

    def concerns(self, boundary: Rule, milestone: Json) -> bool:
        documents = self.of.playbooks.documents if boundary.house else [boundary.document]
        return milestone['kind'] == 'close' or any(has_milestone(document, milestone) for document in documents)

    def _unanswered(self) -> Iterator[Json]:
        keys = [rule.key for rule in self.of.in_force('escalations')]
        staying = [running for running in self.of.handovers.running if running.stays]
        for running in sorted(staying, key=lambda running: keys.index(running.rule.key) if running.rule else 0):
            if running.rule is not None:
                values = self.of.facts.values[running.rule.document.id]
                block = self._signed_block('escalation', running.rule, running.rule.part | {'when': None}, values)
                asked = [asked['asked'] for ladder in running.ladders for asked in ladder.asked if asked['asked'] is not None]
                yield block | {'because': running.because, 'needs': {'kind': 'answer', 'ids': list(dict.fromkeys(asked))}}

    # What acts leave behind

    def replied(self, text: str) -> None:
        words = read_message(text).words
        for part in self.of.playbooks.boundaries():
            for rule in part.part['rules']:
                if rule['kind'] != 'mustSay':
                    continue
                if 'wording' in rule:
                    wording = part.document.wordings[rule['wording']]
                    texts = [wording['text'], *(said['text'] for said in wording['translations'])]
                    met = any(place_in(forms_of(each), words) for each in texts)
                else:
                    met = part.document.find([rule['phrases']], text) is not None
                if met:
                    self.said.add((*part.key, rule['id']))

    def uses_up(self, act: Act) -> None:
        """The act that goes out uses up all decisions about it."""
        for team, about in list(self.decisions):
            if about == act.decision:
                del self.decisions[team, about]


def in_ten_thousandths(amount: float) -> int:
    return math.floor(amount * 10_000 + 0.5)


def has_milestone(document: Document, milestone: Json) -> bool:
    if milestone['kind'] == 'step':
        return milestone['id'] in document.steps
    return any(step.get('stage') == milestone.get('id') for step in document.parts['steps'])


def is_done(document: Document, milestone: Json, done: set[tuple[str, str]]) -> bool:
    if milestone['kind'] == 'step':
        return (document.id, milestone['id']) in done
    steps = document.parts['steps']
    return any(step.get('stage') == milestone.get('id') and (document.id, step['id']) in done for step in steps)


def meant(event: dict[str, Any], judge: Judge) -> Act:
    """The act that an event stands for."""
    match event['type']:
        case 'agentSays':
            return Act('say', event['text'])
        case 'agentAsks':
            return Act('ask', event['field'])
        case 'agentOffers':
            worth = event.get('worth')
            said = (worth['amount'], worth['currency']) if worth else judge.worth_of(event['offer'])
            return Act('offer', event['offer'], said)
        case 'agentDoes':
            return Act('do', event['action'])
    return Act({'agentWarns': 'warn', 'agentEscalates': 'escalate', 'agentCloses': 'endConversation'}[event['type']])
