"""What comes out of a conversation: format.md, "Guidance"."""

from typing import TYPE_CHECKING

from .documents import Document, Json
from .handovers import who_is_there
from .judge import Act
from .logic import Condition, because, certain, missing, possible
from .playbooks import Rule
from .runs import line_fits
from .state import Ladder, Running
from .texts import filled, wording_in

if TYPE_CHECKING:
    from .conversation import Conversation


def titled(part: Json) -> Json:
    return {'title': part['title']} if 'title' in part else {}


def guidance(of: 'Conversation') -> Json:
    run = of.runs.leading()
    frame = run.top if run and of.handovers.step_is_shown() else None
    told: Json = {'time': of.time, 'state': of.state, 'playbooks': playbooks_at_work(of)}
    if frame:
        step = frame.entry.step
        told['step'] = {'playbook': frame.document.id, 'id': step['id'], 'at': frame.document.place(step['at'])}
        told['step'] |= {part: step[part] for part in ('title', 'stage', 'goal') if part in step}
    lines, held = Lines(of), list(of.call.held_back)
    told |= {'lines': lines.all(frame and Rule(frame.document, frame.entry.step, False)), 'offers': lines.offers}
    told |= {
        'escalations': [running_escalation(of, running, place == 0) for place, running in enumerate(of.handovers.in_order())],
        'crossings': of.call.crossings, 'happened': of.call.happened, 'moves': of.call.moves,
        'handovers': of.call.handovers, 'heldBack': held + lines.held, 'obligations': obligations(of),
        'promises': [
            {
                'promise': promise.name, **promise.rule.signed(), 'made': promise.made, 'due': promise.due,
                'overdue': of.time >= promise.due,
            } for promise in of.runs.promises
        ],
        'followUps': [
            {
                'id': running.rule.id, **without_rule(running.rule.signed()), 'due': running.due, 'times': running.times,
                **titled(running.rule.part),
            } for running in of.follow_ups
        ],
        'faults': of.call.faults, 'nextDue': of.next_due(),
    }  # fmt: skip
    return told | ({'verdict': of.call.verdict} if of.call.verdict is not None else {})


def without_rule(signed: Json) -> Json:
    return {name: value for name, value in signed.items() if name != 'rule'}


def playbooks_at_work(of: 'Conversation') -> list[Json]:
    told = []
    for place, run in enumerate(of.runs.in_order()):
        state = 'leads' if place == 0 else 'suspended' if of.runs.beaten(run) else 'waits'
        for frame in reversed(run.frames):
            parts = frame.document.parts
            told.append({
                'id': parts['id'], 'title': parts['title'], 'step': frame.entry.step['id'],
                'state': state if frame is run.top else 'calls', 'since': frame.since,
            })  # fmt: skip
    return told


class Lines:
    """The lines and offers of a guidance, with what is held back of them."""

    def __init__(self, of: 'Conversation') -> None:
        self.of = of
        self.lines: list[Json] = []
        self.offers: list[Json] = []
        self.held: list[Json] = []

    def all(self, step: Rule | None) -> list[Json]:
        of = self.of
        leading = next(iter(of.handovers.in_order()), None)
        escalation = leading.rule if leading and leading.kind == 'escalation' else None
        for boundary, rule, words, why in of.call.warnings:
            if self._may_say(rule, words):
                self.lines.append({
                    'kind': 'warn', 'from': {'kind': 'boundary', 'id': boundary.id}, **rule.signed(),
                    'words': words, 'because': why,
                })  # fmt: skip
        owners = [('escalation', escalation)] if escalation else []
        owners += [('followUp', rule) for rule in of.call.came_up['followUp']]
        owners += [('agentCare', rule) for rule in of.call.came_up['agentCare']]
        for kind, owner in [*owners, *([('step', step)] if step else [])]:
            for line in owner.part['lines']:
                self._line(kind, owner, Rule(owner.document, line, False))
        for kind, owner in ([('step', step)] if step else []) + owners[: 1 if escalation else 0]:
            for line in owner.part['lines']:
                if line['kind'] == 'offer':
                    self.offers.append(self._offer(kind, owner, Rule(owner.document, line, False)))
        return self.lines

    def _may_say(self, rule: Rule, words: Json) -> bool:
        blocks = self.of.judge.blocks(Act('words', words['text']))
        if blocks:
            self.held.append({'what': 'words', **rule.signed(), 'blocks': blocks, 'words': words['text']})
        return not blocks

    def _line(self, kind: str, owner: Rule, rule: Rule) -> None:
        line, document, values = rule.part, rule.document, self.of.facts.values[rule.document.id]
        if not line_fits(line, values) or line['kind'] in ('offer', 'complete', 'escalate'):
            return
        told: Json = {'kind': line['kind'], 'from': {'kind': kind, 'id': owner.id}, **rule.signed()}
        told['because'] = because(line.get('when'), values)
        act = {'ask': lambda: Act('ask', line['field']), 'do': lambda: Act('do', line.get('action', ''))}.get(line['kind'])
        blocks = self.of.judge.blocks(act()) if act else []
        if blocks:
            self.held.append({'what': 'line', **rule.signed(), 'blocks': blocks})
            return
        match line['kind']:
            case 'say':
                if 'wording' in line:
                    told['wording'] = line['wording']
                    words = [{'text': wording_in(document.wordings[line['wording']], self.of.language), 'missing': []}]
                else:
                    words = [filled(document, values, alternative['parts']) for alternative in line['alternatives']]
                told['words'] = [each for each in words if self._may_say(rule, each)]
                if not told['words']:
                    return
            case 'ask':
                told['field'] = line['field']
                if 'question' in line:
                    words = filled(document, values, line['question']['parts'])
                    told |= {'words': words} if self._may_say(rule, words) else {}
            case 'do':
                told |= {part: line[part] for part in ('text', 'action') if part in line}
            case 'record':
                told |= {'fields': line['fields'], 'open': [field for field in line['fields'] if values.get(field) is None]}
            case 'promise':
                told |= {'promise': line['promise'], 'within': line['within']}
            case 'consult':
                told |= {'team': line['team'], 'asked': who_is_there(document, line['team'], self.of.time)}
        self.lines.append(told)

    def _offer(self, kind: str, owner: Rule, rule: Rule) -> Json:
        line, values, when = rule.part, self.of.facts.values[rule.document.id], rule.part.get('when')
        worth = self.of.judge.worth_of_line(rule.document, line)
        told: Json = {'from': {'kind': kind, 'id': owner.id}, **rule.signed(), 'offer': line['offer']} | titled(line)
        told |= {'open': True, 'because': because(when, values)}
        if worth:
            told['worth'] = {'amount': worth[0], 'currency': worth[1]}
        if line.get('upTo'):
            told['upTo'] = True
        if 'channels' in line and values.get('channel') not in line['channels']:
            return told | {'open': False, 'closedBy': 'channel'}
        if not certain(when, values):
            lacking = {'missing': missing(when, values)} if possible(when, values) else {}
            return told | {'open': False, 'closedBy': 'condition', **lacking}
        least = (0, line['worth']['currency']) if line.get('upTo') else worth
        blocks = self.of.judge.blocks(Act('offer', line['offer'], least))
        if not blocks:
            return told
        closed_by = 'approval' if all('approvals' in block for block in blocks) else 'blocks'
        return told | {'open': False, 'closedBy': closed_by, 'blocks': blocks}


def running_escalation(of: 'Conversation', running: Running, leads: bool) -> Json:
    def climbed(ladder: Ladder) -> Json:
        return {'asked': list(map(dict, ladder.asked))} | ({'next': ladder.next} if ladder.next else {})

    told: Json = {
        'kind': running.kind, 'id': running.id, 'leads': leads, 'handover': running.handover, 'since': running.since,
        'stayUntilAnswered': running.stays, 'because': running.because, **climbed(running.ladder),
        'overdue': running.resolve_by is not None and of.time >= running.resolve_by,
        'handOver': of.handovers.handed(running),
        'told': [
            {'rule': tell['id'], **climbed(ladder)} | ({'text': tell['text']} if 'text' in tell else {})
            for tell, ladder in running.told
        ],
    }  # fmt: skip
    if running.resolve_by is not None:
        told['resolveBy'] = running.resolve_by
    if running.rule:
        told |= without_rule(running.rule.signed()) | titled(running.rule.part)
    return told


def obligations(of: 'Conversation') -> list[Json]:
    told = []
    for boundary in of.in_force('boundaries'):
        for rule in boundary.part['rules']:
            if rule['kind'] not in ('mustRecord', 'mustSay', 'mustOffer'):
                continue
            before = rule.get('before', {'kind': 'close'})
            needs = of.judge.demanded(boundary, rule) if of.judge.concerns(boundary, before) else None
            if needs is not None:
                when, values = rule.get('when'), of.facts.judged(boundary.document)
                told.append({
                    'boundary': boundary.id, **boundary.signed(rule), 'needs': needs, 'before': before,
                    'because': because(when, values), 'missing': missing(when, values), **titled(boundary.part),
                })  # fmt: skip
    return told


def silent(of: 'Conversation') -> list[Json]:
    """Which rules stay silent only for lack of a fact, in the order of phases."""
    told: list[Json] = []

    def ask(kind: str, document: Document, part: Json, when: Condition | None) -> None:
        values = of.facts.values[document.id]
        if when is not None and when.possible(values) and not when.certain(values):
            told.append({'kind': kind, **Rule(document, part, False).signed(), 'missing': missing(when, values)})

    if of.state == 'closed':
        return told
    for boundary in of.in_force('boundaries'):
        for rule in boundary.part['rules']:
            if rule['kind'] == 'eachTime':
                ask('eachTime', boundary.document, rule, rule['when'])
    for document in of.playbooks.documents:
        if of.runs.may_start(document) and not of.runs.at_work(document):
            for trigger in document.parts['triggers']:
                ask('trigger', document, trigger, trigger['when'])
    for escalation in of.in_force('escalations'):
        if not any(running.kind == 'escalation' and running.rule == escalation for running in of.handovers.running):
            ask('escalation', escalation.document, escalation.part, escalation.part['when'])
    run = of.runs.leading()
    if run is not None and of.handovers.step_is_shown():
        step, document = run.top.entry.step, run.top.document
        for kind, parts in (('line', step['lines']), ('exit', step['exits'])):
            for part in parts:
                ask(kind, document, part, part.get('when'))
        ask('done', document, step, step.get('done'))
    for follow_up in of.in_force('followUps'):
        if not any(running.rule == follow_up for running in of.follow_ups):
            ask('followUp', follow_up.document, follow_up.part, follow_up.part['when'])
    for care in of.in_force('agentCare'):
        ask('agentCare', care.document, care.part, care.part['when'])
    return told
