"""Escalations, and the handovers of reactions, steps and agents: format.md, "Escalations"."""

from typing import TYPE_CHECKING

from .documents import Document, Json
from .judge import Act
from .logic import because
from .playbooks import Rule
from .state import Ladder, Running
from .texts import text_of

if TYPE_CHECKING:
    from .conversation import Conversation


class Handovers:
    def __init__(self, conversation: 'Conversation') -> None:
        self.of = conversation
        self.running: list[Running] = []  # in the order they began
        self.waiting: set[tuple[str, str]] = set()  # escalations that were held back when they were to begin

    def any(self) -> bool:
        return any(running.handover for running in self.running)

    def step_is_shown(self) -> bool:
        """Not while a handover runs, but for those that `escalate` lines began."""
        return all(running.kind == 'step' for running in self.running if running.handover)

    def in_order(self) -> list[Running]:
        """In the order of rules, then as they began; those that are beaten come last. The first one leads."""
        keys = [rule.key for rule in self.of.in_force('escalations')]
        escalations = sorted(
            (running for running in self.running if running.kind == 'escalation'),
            key=lambda running: keys.index(running.rule.key) if running.rule else 0,
        )
        everything = any(running.rule and running.rule.part['beats']['everything'] for running in escalations)

        def beaten(running: Running) -> bool:
            if running.kind != 'escalation' or not running.rule:
                return everything
            beats = self.of.playbooks.escalation_beats
            return any(other.rule and beats(other.rule, running.rule) for other in escalations)

        others = [running for running in self.running if running.kind != 'escalation']
        return sorted(escalations + others, key=beaten)

    def phase(self) -> None:
        for rule in self.of.in_force('escalations'):
            holds = rule.part['when'].certain(self.of.facts.values[rule.document.id])
            begins = self.of.begins_to_hold('escalation', *rule.key, holds)
            runs = any(running.kind == 'escalation' and running.rule == rule for running in self.running)
            if not runs and (begins or (holds and rule.key in self.waiting)):
                self._start(rule)
            elif not holds:
                self.waiting.discard(rule.key)

    def _start(self, rule: Rule) -> None:
        part = rule.part
        blocks = self.of.judge.blocks(Act('escalate')) if part['ladder'] else []
        if blocks:
            self.waiting.add(rule.key)
            self.of.call.hold_back({'what': 'escalation', **rule.signed(), 'blocks': blocks})
            return
        self.waiting.discard(rule.key)
        now = self.of.time
        told = [(tell, Ladder(rule.document, tell['ladder'])) for tell in part['tell']]
        running = Running(
            'escalation', rule.id, now, because(part['when'], self.of.facts.values[rule.document.id]),
            Ladder(rule.document, part['ladder']), told, rule,
            now + part['resolveWithin'] * 1000 if 'resolveWithin' in part else None,
        )  # fmt: skip
        self._ask_first(running)
        self.of.happens('escalation', rule.id, None if rule.house else rule.document.id, rule)
        self.of.runs.continue_for(rule)

    def begin(self, kind: str, name: str, why: Json, team: str, rule: Rule | None) -> None:
        """A handover with a ladder of one team. While one of this name runs, it doesn't begin again."""
        if any(running.id == name and running.rule == rule for running in self.running):
            return
        document = rule.document if rule else next(
            (document for document in self.of.playbooks.documents if team in document.teams), None)
        self._ask_first(Running(kind, name, self.of.time, why, Ladder(document, [{'team': team, 'after': 0}]), [], rule))

    def _ask_first(self, running: Running) -> None:
        self.running.append(running)
        for ladder in running.ladders:
            self._climb(ladder, self.of.time)

    def _climb(self, ladder: Ladder, time: int) -> None:
        if ladder.rungs:
            rung = ladder.rungs[len(ladder.asked)]
            ladder.asked.append({'team': rung['team'], 'asked': who_is_there(ladder.document, rung['team'], time), 'time': time})
            following = ladder.rungs[len(ladder.asked):][:1]
            ladder.next_time = time + (following[0]['after'] * 1000 if following else 0)

    def due(self) -> list[int]:
        rungs = [ladder.next_time for running in self.running for ladder in running.ladders if ladder.next]
        return rungs + [running.resolve_by for running in self.running if (running.resolve_by or 0) > self.of.time]

    def climb_due(self) -> None:
        for running in self.running:
            for ladder in running.ladders:
                while ladder.next and ladder.next_time <= self.of.time:
                    self._climb(ladder, ladder.next_time)

    def answers(self, team: str) -> None:
        answered = [running for running in self.running if any(ladder.asks(team) for ladder in running.ladders)]
        if not answered:
            self.of.call.fault('notAsked', team)
        for running in answered:
            self.running.remove(running)
            if not running.handover:
                continue
            handover: Json = {'escalation': running.id, 'team': team, 'values': []}
            if running.rule:
                handover['playbook'] = running.rule.document.id
                if running.kind == 'escalation':
                    handover['values'] = self.handed(running)
            self.of.call.handovers.append(handover)

    def handed(self, running: Running) -> list[Json]:
        """What a colleague gets to see, with the values of now."""
        rule = running.rule if running.kind == 'escalation' else None
        return [self._value(rule.document, fact) for fact in rule.part['handOver']] if rule else []

    def _value(self, document: Document, name: str) -> Json:
        value, fact = self.of.facts.values[document.id].get(name), document.fact[name]
        handed: Json = {'fact': name, 'value': value, 'text': '' if value is None else text_of(value, fact)}
        return handed | ({'title': fact['title']} if 'title' in fact else {})

    def ends(self, name: str) -> None:
        kept = [running for running in self.running if running.id != name]
        if len(kept) == len(self.running):
            self.of.call.fault('notRunning', name)
        self.running = kept


def who_is_there(document: Document | None, team: str, time: int) -> str | None:
    """The team, or who stands in for it while it is closed; None where all of them are closed."""
    asked: str | None = team
    passed: set[str] = set()
    while document is not None and asked in document.teams and asked not in passed:
        if document.hours[asked].open_at(time / 1000) is not False:
            return asked
        passed.add(asked)
        asked = document.teams[asked].get('otherwise')
    return None if asked in passed else asked
