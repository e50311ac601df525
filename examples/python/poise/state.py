"""What a conversation remembers."""

from dataclasses import dataclass, field
from typing import Any

from .documents import Document, Json
from .playbooks import Rule


@dataclass
class Entry:
    """A step from the moment it was entered."""

    step: Json
    replies: int = 0
    ran: set[str] = field(default_factory=set)  # `complete`, `escalate` and `promise` lines that have acted
    completed_in: int = -1  # the time the conversation was gone through in which a `complete` line ran


@dataclass
class Frame:
    """A playbook in a run."""

    document: Document
    since: int
    entry: Entry


@dataclass
class Run:
    """A stack of playbooks, the one at work last."""

    began: int  # in which going through
    first: str
    frames: list[Frame]

    @property
    def top(self) -> Frame:
        return self.frames[-1]


@dataclass
class Ladder:
    """Teams that are asked (or told) one after the other."""

    document: Document | None
    rungs: list[Json]
    asked: list[Json] = field(default_factory=list)
    next_time: int = 0

    @property
    def next(self) -> Json | None:
        rung = self.rungs[len(self.asked)] if len(self.asked) < len(self.rungs) else None
        return None if rung is None else {'team': rung['team'], 'time': self.next_time}

    def asks(self, team: str) -> bool:
        return any(asked['asked'] == team for asked in self.asked)


@dataclass
class Running:
    """An escalation that runs, or a handover that a reaction, a step's line or the agent began."""

    kind: str
    id: str
    since: int
    because: Json
    ladder: Ladder
    told: list[tuple[Json, Ladder]]
    rule: Rule | None  # the escalation, the boundary's rule, the step's line; none for the agent's
    resolve_by: int | None = None

    @property
    def handover(self) -> bool:
        return bool(self.ladder.rungs)

    @property
    def ladders(self) -> list[Ladder]:
        return [self.ladder, *(ladder for _, ladder in self.told)]

    @property
    def stays(self) -> bool:
        return self.kind == 'escalation' and self.rule is not None and self.rule.part['stayUntilAnswered']


@dataclass
class Promise:
    name: str
    rule: Rule
    made: int
    due: int


@dataclass
class FollowUp:
    rule: Rule
    due: int
    times: int = 0


@dataclass
class Call:
    """What happens in one event, and in what runs before it."""

    crossings: list[Json] = field(default_factory=list)
    warnings: list[tuple[Rule, Rule, Json, Json]] = field(default_factory=list)  # boundary, its rule, words, because
    moves: list[Json] = field(default_factory=list)
    happened: list[Json] = field(default_factory=list)
    handovers: list[Json] = field(default_factory=list)
    held_back: list[Json] = field(default_factory=list)
    faults: list[Json] = field(default_factory=list)
    came_up: dict[str, list[Rule]] = field(default_factory=lambda: {'followUp': [], 'agentCare': []})
    verdict: Json | None = None

    def fault(self, code: str, name: str | None = None) -> None:
        self.faults.append({'code': code} if name is None else {'code': code, 'name': name})

    def hold_back(self, held: Json) -> None:
        """Each thing is told once, as it was the last time."""
        same = [index for index, other in enumerate(self.held_back) if all(
            other.get(part) == held.get(part) for part in ('what', 'rule', 'playbook', 'step'))]
        if same:
            self.held_back[same[0]] = held
        else:
            self.held_back.append(held)


Values = dict[str, Any]
