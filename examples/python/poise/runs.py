"""Playbooks at work: runs, steps, and the ways from one to the next (format.md, "Playbooks" and "Steps")."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from .documents import Document, Json
from .judge import Act
from .logic import because, certain
from .playbooks import Rule
from .state import Entry, Frame, Promise, Run

if TYPE_CHECKING:
    from .conversation import Conversation


MOST_FRAMES = 32


class Runs:
    def __init__(self, conversation: 'Conversation') -> None:
        self.of = conversation
        self.runs: list[Run] = []
        self.started: set[str] = set()
        self.done: set[tuple[str, str]] = set()  # playbook and step
        self.promises: list[Promise] = []

    # Which leads

    def in_order(self) -> list[Run]:
        """As they began; those that are beaten come last. The first one leads."""
        return sorted(self.runs, key=lambda run: (self.beaten(run), run.began, run.first))

    def beaten(self, run: Run) -> bool:
        return any(other is not run and self.of.playbooks.beats(other.top.document, run.top.document) for other in self.runs)

    def leading(self) -> Run | None:
        return next(iter(self.in_order()), None)

    # Starting

    def may_start(self, document: Document) -> bool:
        """Active, and valid on this day."""
        parts = document.parts
        day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=self.of.time)).date().isoformat()
        return parts['status'] == 'active' and parts.get('validFrom', day) <= day <= parts.get('validUntil', day)

    def at_work(self, document: Document) -> bool:
        return any(frame.document is document for run in self.runs for frame in run.frames)

    def triggers_phase(self) -> None:
        begun: dict[Document, Rule] = {}  # each with the first of its triggers
        for document in self.of.playbooks.documents:
            values = self.of.facts.values[document.id]
            beginning = [
                trigger for trigger in document.parts['triggers']
                if self.of.begins_to_hold('trigger', document.id, trigger['id'], trigger['when'].certain(values))
            ]  # fmt: skip
            if beginning and self.may_start(document) and not self.at_work(document):
                begun[document] = Rule(document, beginning[0], False)
        for document, trigger in begun.items():
            if not any(self.of.playbooks.beats(other, document) for other in begun):
                self.begin(document, trigger)

    def begin(self, document: Document, by: Rule) -> None:
        run = Run(self.of.passes, document.id, [])
        self.runs.append(run)
        self._enter_playbook(run, document, by)

    def _can_enter(self, playbook: str, below: list[Frame]) -> Document | None:
        """The playbook, if it may be put on top of these."""
        document = self.of.playbooks.by_id.get(playbook)
        inside = any(frame.document is document for frame in below) or len(below) >= MOST_FRAMES
        if document is None or inside or not self.may_start(document):
            self.of.call.fault('absentPlaybook', playbook)
            return None
        return document

    def _enter_playbook(self, run: Run, document: Document, by: Rule) -> None:
        self.started.add(document.id)
        self.of.happens('playbook', document.id, None, by)
        frame = Frame(document, self.of.time, Entry({}))
        run.frames.append(frame)
        self._arrive(run, frame, self._reached(document, document.parts['steps'][0]['id'])[0], None, first=True)

    # Steps

    def _reached(self, document: Document, step: str | None) -> tuple[Json | None, list[Json]]:
        """Where a way to this step leads, and the steps passed over on it."""
        values, passed = self.of.facts.values[document.id], []
        while step is not None and document.steps[step] not in passed:
            at = document.steps[step]
            if 'skip' not in at or not at['skip'].certain(values):
                return at, passed
            passed.append(at)
            step = at.get('next')
        return None, passed

    def _arrive(self, run: Run, frame: Frame, reached: Json | None, before: Json | None, first: bool = False) -> None:
        """Enters the step that a way leads to, or completes the playbook where it leads to its end."""
        document = frame.document
        if first:
            for step in self._reached(document, document.parts['steps'][0]['id'])[1]:
                self._note_skip(document, step)
        if reached is None:
            self._complete(run)
            return
        if first:
            self.of.cross(self.of.judge.reaching(document, reached, None))
        frame.entry = Entry(reached)
        self.of.happens('step', reached['id'], document.id)
        if not self._run_complete_line(run) and run is self.leading() and not self.of.handovers.any():
            self._run_escalate_lines(frame)

    def _note_skip(self, document: Document, step: Json) -> None:
        self._note_move(document, step, 'skip', step, because(step['skip'], self.of.facts.values[document.id]), step.get('next'))

    def _note_move(
        self, document: Document, step: Json, how: str, by: Json, why: Json, to: str | None, continues: str | None = None
    ) -> None:
        move: Json = {'playbook': document.id, 'from': step['id'], 'how': how, **Rule(document, by, False).signed(), 'because': why}
        move |= {'to': to} if to is not None else {}
        self.of.call.moves.append(move | ({'continues': continues} if continues is not None else {}))

    def _leave(self, frame: Frame, done: bool = False) -> None:
        if done or frame.entry.replies > 0:
            self.done.add((frame.document.id, frame.entry.step['id']))

    def _move(self, run: Run, how: str, by: Json, to: str | None, done: bool = False) -> bool:
        """Leaves the present step for another one, or for the end; not where that would reach what isn't allowed yet."""
        frame = run.top
        step, document = frame.entry.step, frame.document
        reached, passed = self._reached(document, to)
        left = (document.id, step['id']) if done or frame.entry.replies > 0 else None  # what will be done by leaving it
        blocks = [] if reached is None else self.of.judge.reaching(document, reached, step.get('stage'), left)
        if blocks and reached is not None:
            held = {'what': 'move', **Rule(document, by, False).signed(), 'blocks': blocks, 'step': reached['id']}
            self.of.call.hold_back(held)
            return False
        self._leave(frame, done)
        when = by.get('done') if how == 'done' else by.get('when')
        self._note_move(document, step, how, by, because(when, self.of.facts.values[document.id]), to)
        for skipped in passed:
            self._note_skip(document, skipped)
        self._arrive(run, frame, reached, step)
        return True

    def _complete(self, run: Run) -> None:
        """The playbook at work is complete; the one below goes on where it was."""
        run.frames.pop()
        if run.frames:
            self._run_complete_line(run)
        else:
            self.runs.remove(run)

    def fits(self, frame: Frame, line: Json) -> bool:
        values = self.of.facts.values[frame.document.id]
        return line_fits(line, values)

    def _run_complete_line(self, run: Run) -> bool:
        """The first `complete` line of the present step that fits and hasn't run."""
        frame = run.top
        for line in frame.entry.step['lines']:
            if line['kind'] == 'complete' and line['id'] not in frame.entry.ran and self.fits(frame, line):
                frame.entry.ran.add(line['id'])
                document = self._can_enter(line['playbook'], run.frames)
                if document is not None:
                    frame.entry.completed_in = self.of.passes
                    self._enter_playbook(run, document, Rule(frame.document, line, False))
                    return True
        return False

    def _run_escalate_lines(self, frame: Frame) -> None:
        for line in frame.entry.step['lines']:
            if line['kind'] == 'escalate' and line['id'] not in frame.entry.ran and self.fits(frame, line):
                rule = Rule(frame.document, line, False)
                blocks = self.of.judge.blocks(Act('escalate'))
                if blocks:
                    self.of.call.hold_back({'what': 'escalation', **rule.signed(), 'blocks': blocks})
                    continue
                frame.entry.ran.add(line['id'])
                why = because(line.get('when'), self.of.facts.values[frame.document.id])
                self.of.handovers.begin('step', line['id'], why, line['team'], rule)

    def step_phase(self) -> None:
        run = self.leading()
        if run is None or self.of.handovers.any():
            return
        frame = run.top
        entry, document = frame.entry, frame.document
        replied = self.of.replied_in is entry
        for line in entry.step['lines']:
            if replied and line['kind'] == 'promise' and line['id'] not in entry.ran and self.fits(frame, line):
                entry.ran.add(line['id'])
                rule, now = Rule(document, line, False), self.of.time
                self.promises.append(Promise(line['promise'], rule, now, now + line['within'] * 1000))
                self.of.happens('promise', line['promise'])
        self._run_escalate_lines(frame)
        if self.of.handovers.any():
            return
        if not self._run_complete_line(run) and entry.completed_in != self.of.passes:
            self._exit(run, replied)

    def _exit(self, run: Run, replied: bool) -> None:
        frame = run.top
        entry, values = frame.entry, self.of.facts.values[frame.document.id]
        step = entry.step
        for way in step['exits']:
            if certain(way.get('when'), values):
                if way['kind'] == 'continueWith':
                    self._continue_from(run, way)
                    return
                if self._move(run, 'goTo', way, way['step']):
                    return
        if 'done' in step:
            if entry.replies > 0 and step['done'].certain(values):
                self._move(run, 'done', step, step.get('next'))
        elif replied:
            fitting = [line for line in step['lines'] if self.fits(frame, line)]
            asked = [line['field'] for line in fitting if line['kind'] == 'ask']
            fields = asked + [field for line in fitting if line['kind'] == 'record' for field in line['fields']]
            if all(values.get(field) is not None for field in fields):
                self._move(run, 'reply', step, step.get('next'))

    def _continue_from(self, run: Run, way: Json) -> None:
        """An exit `continueWith`: where the other can't be entered, this playbook is only complete."""
        frame = run.top
        document = self._can_enter(way['playbook'], run.frames[:-1])
        self._leave(frame)
        why = because(way.get('when'), self.of.facts.values[frame.document.id])
        self._note_move(frame.document, frame.entry.step, 'continueWith', way, why, None, document and document.id)
        if document is None:
            self._complete(run)
        else:
            run.frames.pop()
            self._enter_playbook(run, document, Rule(frame.document, way, False))

    def continue_for(self, escalation: Rule) -> None:
        """After the start of an escalation: the first playbook whose condition is certain."""
        values = self.of.facts.values[escalation.document.id]
        way = next((way for way in escalation.part['continueWith'] if certain(way.get('when'), values)), None)
        run = self.leading()
        if way is None or (run is not None and run.top.document.id == way['playbook']):
            return
        document = self._can_enter(way['playbook'], run.frames[:-1] if run else [])
        if document is None:
            return
        if run is None:
            self.begin(document, escalation)
            return
        frame = run.frames[-1]
        self._leave(frame)
        why = because(escalation.part['when'], values)
        move = {**escalation.signed(), 'playbook': frame.document.id, 'from': frame.entry.step['id'], 'how': 'continueWith'}
        self.of.call.moves.append(move | {'because': why, 'continues': document.id})
        run.frames.pop()
        self._enter_playbook(run, document, escalation)

    def agent_completes(self, step: str, playbook: str | None) -> None:
        for run in self.in_order():
            if run.top.entry.step['id'] == step and playbook in (None, run.top.document.id):
                self._move(run, 'completed', run.top.entry.step, run.top.entry.step.get('next'), done=True)
                return
        self.of.call.fault('notPresent', step)


def line_fits(line: Json, values: Json) -> bool:
    """Where the channel is one of its own and its condition is certain (format.md, "The parts")."""
    return ('channels' not in line or values.get('channel') in line['channels']) and certain(line.get('when'), values)
