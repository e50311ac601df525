"""A conversation: events in, guidance out (format.md, "Events" and "Order within an event")."""

from collections.abc import Iterator
from typing import Any

from .documents import Json
from .facts import Facts
from .guidance import guidance, silent
from .handovers import Handovers
from .judge import Act, Judge, meant
from .logic import because
from .playbooks import Playbooks, Rule
from .runs import Runs
from .schema import misfit_of_event
from .state import Call, Entry, FollowUp
from .texts import filled

MOST_MOMENTS = 10_000  # of timers, in one event
AFTER_THE_CLOSE = frozenset({'timePasses', 'reports', 'agentRecords', 'agentKeeps'})


class Conversation:
    """Plays one conversation. `guidance` is what holds after the newest event."""

    def __init__(self, playbooks: Playbooks, opening: Json) -> None:
        self.playbooks = playbooks
        self.language: str | None = opening.get('language')
        self.state = 'open'
        self.opened = self.time = int(opening['time'])
        self.messages = self.declined = self.warnings = 0
        self.waiting_since: int | None = None  # the customer's newest message, while we haven't replied
        self.passes = 0  # how often the conversation has been gone through
        self.replied_in: Entry | None = None  # the entry of the step that a reply in this event counts for
        self.follow_ups: list[FollowUp] = []
        self.crossed: dict[tuple[str, str, str], tuple[int, int]] = {}  # of `eachTime` rules: how often, and in which turn
        self._held: set[tuple[str, ...]] = set()
        self.call = Call()
        self.facts, self.judge = Facts(self), Judge(self)
        self.runs, self.handovers = Runs(self), Handovers(self)
        self._report(opening.get('reports', {}))
        self._go_through()
        self.guidance: Json = guidance(self)

    # Events

    def handle(self, event: Any) -> Json:
        """The guidance after this event."""
        self.call = Call()
        misfit = misfit_of_event(event)
        if misfit is not None:
            self.call.fault('malformed', misfit)
        elif self.state == 'closed' and event['type'] not in AFTER_THE_CLOSE:
            self.call.fault('closed')
        else:
            at = max(int(event['at']), self.time)
            self._end_message()
            if not self._run_timers(at):
                self.call.fault('tooMuch')
                self.guidance = guidance(self)
                return self.guidance
            self.time = at
            self.facts.compute()
            if event['type'] != 'timePasses':
                self._apply(event)
                self._go_through()
        self.guidance = guidance(self)
        return self.guidance

    def review(self, act: Json) -> Json:
        """The verdict by the facts as they are; nothing changes."""
        return self.judge.verdict(act['type'], meant(act, self.judge))

    def silent(self) -> list[Json]:
        return silent(self)

    def _end_message(self) -> None:
        """If a `says` fact is true, the conversation is gone through once more without the message."""
        over = self.facts.message_in_force()
        self.facts.spoken = None
        if over:
            self._go_through()

    def _apply(self, event: Json) -> None:
        match event['type']:
            case 'customerSays':
                self._report(event.get('reports', {}))
                self.messages += 1
                self.waiting_since = self.time
                self.facts.new_turn = True
                self.facts.speak('customer', event['text'])
            case 'reports':
                self._report(event['values'])
            case 'agentRecords':
                self.facts.report(event['field'], event['value'], 'field')
            case 'customerAccepts' | 'customerDeclines':
                if 'offer' not in event and not self.judge.offered:
                    self.call.fault('noOffer')
                elif event['type'] == 'customerDeclines':
                    self.declined += 1
            case 'customerLeaves':
                self._close()
            case 'agentCompletes':
                self.runs.agent_completes(event['step'], event.get('playbook'))
            case 'agentKeeps':
                kept = next((promise for promise in self.runs.promises if promise.name == event['promise']), None)
                if kept is None:
                    self.call.fault('notPromised', event['promise'])
                else:
                    self.runs.promises.remove(kept)
            case 'agentEnds':
                self.handovers.ends(event['escalation'])
            case 'teamAnswers':
                self.handovers.answers(event['team'])
            case 'teamApproves' | 'teamDeclines':
                about = [(kind, event[kind]) for kind in ('offer', 'action') if kind in event] or [('reply', '')]
                for each in about:
                    self.judge.decisions[event['team'], each] = event['type'] == 'teamApproves'
            case _:
                self._act(event)

    def _act(self, event: Json) -> None:
        act = meant(event, self.judge)
        verdict = self.call.verdict = self.judge.verdict(event['type'], act)
        if not (verdict['allowed'] or event.get('done')):
            return
        self.cross([block for block in verdict['blocks'] if block['by'] == 'boundary'])
        self.judge.uses_up(act)
        match event['type']:
            case 'agentSays':
                self.waiting_since = None
                run = self.runs.leading()
                if run is not None:
                    run.top.entry.replies += 1
                    self.replied_in = run.top.entry
                self.facts.speak('agent', event['text'])
                self.judge.replied(event['text'])
            case 'agentOffers':
                self.judge.offered.append((event['offer'], act.worth))
                self.happens('offer', event['offer'])
            case 'agentDoes':
                self.happens('action', event['action'])
            case 'agentWarns':
                self.warnings += 1
            case 'agentEscalates':
                self.handovers.begin('agent', f'agent {event["team"]}', {}, event['team'], None)
            case 'agentCloses':
                self._close()

    def _close(self) -> None:
        self.state = 'closed'
        self.runs.runs.clear()
        self.handovers.running.clear()

    def _report(self, values: Json) -> None:
        for name in sorted(values):
            self.facts.report(name, values[name], 'signal')

    # Time

    def running_times(self) -> dict[str, int]:
        """Since when `elapsed` and `waiting` run, where they do."""
        return {'elapsed': self.opened} | ({} if self.waiting_since is None else {'waiting': self.waiting_since})

    def next_due(self) -> int | None:
        """The earliest timer after this time."""
        return min((moment for moment in self._due() if moment > self.time), default=None)

    def _due(self) -> list[int]:
        due = [follow_up.due for follow_up in self.follow_ups]
        due += [promise.due for promise in self.runs.promises if promise.due > self.time]
        if self.state != 'closed':
            change = self.facts.next_change()
            due += self.handovers.due() + ([] if change is None else [change])
        return due

    def _run_timers(self, until: int) -> bool:
        """Whether all were worked off that are due."""
        for _ in range(MOST_MOMENTS):
            moment = min(self._due(), default=None)
            if moment is None or moment > until:
                return True
            self.time = max(moment, self.time)
            self.facts.compute()
            self.handovers.climb_due()
            self._follow_ups_due()
            self._go_through()
        return min(self._due(), default=until + 1) > until

    def _follow_ups_due(self) -> None:
        for follow_up in [follow_up for follow_up in self.follow_ups if follow_up.due <= self.time]:
            rule, repeat = follow_up.rule, follow_up.rule.part.get('repeat')
            until = repeat.get('until') if repeat else None
            if follow_up.times > 0 and until and until.certain(self.facts.values[rule.document.id]):
                self.follow_ups.remove(follow_up)
                continue
            follow_up.times += 1
            self._comes_up('followUp', rule)
            if repeat is None or follow_up.times > repeat.get('times', follow_up.times):
                self.follow_ups.remove(follow_up)
            else:
                follow_up.due += max(repeat['every'], 1) * 1000

    # Going through

    def _go_through(self) -> None:
        self.passes += 1
        self.facts.compute()
        if self.state != 'closed':
            for phase in (
                self._boundaries_phase, self.runs.triggers_phase, self.handovers.phase, self.runs.step_phase, self._care_phase,
            ):  # fmt: skip
                phase()
                self.facts.compute()
        self.replied_in = None

    def in_force(self, part: str) -> Iterator[Rule]:
        return iter(()) if self.state == 'closed' else self.playbooks.rules(part, self.runs.started)

    def begins_to_hold(self, kind: str, scope: str, name: str, holds: bool) -> bool:
        key, held = (kind, scope, name), (kind, scope, name) in self._held
        (self._held.add if holds else self._held.discard)(key)
        return holds and not held

    def _boundaries_phase(self) -> None:
        for boundary in list(self.in_force('boundaries')):
            values = self.facts.values[boundary.document.id]
            for rule in boundary.part['rules']:
                if rule['kind'] == 'eachTime' and rule['when'].certain(values):
                    times, turn = self.crossed.get((*boundary.key, rule['id']), (0, -1))
                    if turn != self.messages:
                        self.crossed[*boundary.key, rule['id']] = times + 1, self.messages
                        self._react(boundary, rule, times + 1)

    def _react(self, boundary: Rule, rule: Json, times: int) -> None:
        document, values = boundary.document, self.facts.values[boundary.document.id]
        why = because(rule['when'], values)
        crossing: Json = {'boundary': boundary.id, **boundary.signed(rule), 'because': why, 'times': times}
        reactions = [reaction for reaction in rule['reactions'] if reaction['from'] <= times]
        if reactions:
            response = reactions[-1]['response']
            blocks = self.judge.blocks(Act(response['kind']))
            if blocks:
                self.call.hold_back({'what': 'reaction', **boundary.signed(rule), 'blocks': blocks})
            else:
                crossing['reaction'] = {'kind': response['kind']}
                line = Rule(document, rule, boundary.house)
                if response['kind'] == 'warn':
                    crossing['reaction']['words'] = filled(document, values, response['parts'])
                    self.warnings += 1
                    self.call.warnings.append((boundary, line, crossing['reaction']['words'], why))
                elif response['kind'] == 'escalate':
                    crossing['reaction']['team'] = response['team']
                    self.handovers.begin('boundary', rule['id'], why, response['team'], line)
                else:
                    self.state = 'ending'
        self._cross(boundary, crossing)

    def _cross(self, boundary: Rule, crossing: Json) -> None:
        self.call.crossings.append(crossing | ({'title': boundary.part['title']} if 'title' in boundary.part else {}))
        self.happens('boundary', boundary.id, None if boundary.house else boundary.document.id)

    def cross(self, blocks: list[Json]) -> None:
        """Crosses each boundary that blocks what happens all the same."""
        blocking = {(block['playbook'], block['id']): block for block in reversed(blocks)}
        for boundary in list(self.in_force('boundaries')):
            block = blocking.get((boundary.document.id, boundary.id))
            if block is not None:
                told = {part: block[part] for part in ('rule', 'playbook', 'at', 'because')}
                self._cross(boundary, {'boundary': boundary.id, **told})

    def _care_phase(self) -> None:
        for rule in list(self.in_force('followUps')):
            holds = rule.part['when'].certain(self.facts.values[rule.document.id])
            runs = any(follow_up.rule == rule for follow_up in self.follow_ups)
            if self.begins_to_hold('followUp', *rule.key, holds) and not runs:
                seconds = rule.part.get('within', rule.part.get('repeat', {}).get('every', 0))
                self.follow_ups.append(FollowUp(rule, self.time + seconds * 1000))
        for rule in list(self.in_force('agentCare')):
            if self.begins_to_hold('agentCare', *rule.key, rule.part['when'].certain(self.facts.values[rule.document.id])):
                self._comes_up('agentCare', rule)

    def _comes_up(self, kind: str, rule: Rule) -> None:
        self.call.came_up[kind] += [rule] if rule not in self.call.came_up[kind] else []
        made_by = rule if kind == 'agentCare' else None
        self.happens(kind, rule.id, None if rule.house else rule.document.id, made_by)

    def happens(self, kind: str, name: str, playbook: str | None = None, by: Rule | None = None) -> None:
        """A happening: for the documents of that playbook only, or without one for all. `by` is the rule that made it so."""
        self.facts.happenings[playbook or '', kind, name].append(self.time)
        happened: Json = {'kind': kind, 'id': name, 'time': self.time} | ({'playbook': playbook} if playbook else {})
        if by is not None:
            why = because(by.part.get('when'), self.facts.values[by.document.id])
            happened['by'] = {**by.signed(), 'because': why}
        self.call.happened.append(happened)

    def builtin(self, name: str) -> int:
        """What a conversation knows of itself (format.md, "Facts")."""
        match name:
            case 'messages' | 'declined' | 'warnings':
                return getattr(self, name)
            case 'elapsed':
                return (self.time - self.opened) // 1000
            case 'waiting':
                return 0 if self.waiting_since is None else (self.time - self.waiting_since) // 1000
        run = self.runs.leading()
        return run.top.entry.replies if run else 0
