"""Compiled playbooks: read, refused where they can't be honoured, and made ready (format.md, "Reading a document")."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .jsontext import DEEPEST, deeper_than
from .logic import Condition
from .phrases import Match, PhraseList, ReadMessage
from .schema import misfit_of_playbook
from .zones import Hours

Json = dict[str, Any]

CAPABILITIES = frozenset(
    'phrases phrase-kinds placeholders wordings channels history streaks windows situations team-hours approvals '
    'offer-limits offer-totals prohibitions graded-reactions ordering obligations ladders tell handover deadlines '
    'complete continue consult promises'.split()
)
HOUSE_KINDS = {'boundaries': 'boundary', 'escalations': 'escalation', 'agentCare': 'agentCare', 'trends': 'trend'}


@dataclass(frozen=True)
class Problem:
    """Why a document was refused."""

    playbook: str
    message: str


@lru_cache(maxsize=4096)
def read_message(text: str) -> ReadMessage:
    return ReadMessage(text)


def _with_conditions(value: Any) -> Any:
    """The same JSON with a Condition in the place of each condition."""
    if isinstance(value, list):
        return [_with_conditions(item) for item in value]
    if isinstance(value, dict):
        return Condition(value) if 'certain' in value else {name: _with_conditions(item) for name, item in value.items()}
    return value


def _conditions(value: Any) -> Any:
    if isinstance(value, Condition):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value if isinstance(value, list) else value.values():
            yield from _conditions(item)


class Document:
    """One playbook. Its parts are those of the JSON, with conditions made ready; look-ups are by id."""

    def __init__(self, raw: Json) -> None:
        self.id: str = raw['id']
        self.parts: Json = _with_conditions(raw)
        self.facts: list[Json] = self.parts['facts']
        self.fact: dict[str, Json] = {fact['id']: fact for fact in self.facts}
        self.teams: dict[str, Json] = {team['id']: team for team in self.parts['teams']}
        zones = {zone['name']: zone for zone in self.parts['zones']}
        self.hours = {team: Hours(raw_team, zones) for team, raw_team in self.teams.items()}
        self.wordings: dict[str, Json] = {wording['id']: wording for wording in self.parts['wordings']}
        self.steps: dict[str, Json] = {step['id']: step for step in self.parts['steps']}
        self._lists = {phrases['id']: PhraseList(phrases) for phrases in self.parts['phrases']}
        self._found: dict[tuple[str, str], Match | None] = {}
        self.comparisons = [pair for when in _conditions(self.parts) for pair in when.comparisons]

    def __deepcopy__(self, memo: Any) -> 'Document':
        return self

    def find(self, lists: list[str], text: str) -> Match | None:
        """The match of the first of these lists that matches the text."""
        for name in lists:
            key = (name, text)
            if key not in self._found:
                if len(self._found) > 20_000:
                    self._found.clear()
                self._found[key] = self._lists[name].find(read_message(text))
            if self._found[key]:
                return self._found[key]
        return None

    def place(self, at: Json) -> Json:
        return {'file': self.parts['files'][at['file']]['path'], 'line': at['line'], 'column': at['column']}

    def offer_lines(self) -> Any:
        """All `offer` lines, in the order of the document."""
        for part in ('steps', 'escalations', 'followUps', 'agentCare'):
            for owner in self.parts[part]:
                yield from (line for line in owner['lines'] if line['kind'] == 'offer')


def refusal(raw: Any, loaded: list[Json]) -> str | None:
    """Why this document can't be taken beside those that are loaded; None if it can."""
    if deeper_than(raw, DEEPEST):
        return 'is nested too deep'
    if not isinstance(raw, dict) or not isinstance(raw.get('format'), str) or raw['format'].split('.')[0] != '1':
        return 'is not of format 1'
    if raw.get('complete') is not True:
        return 'is a preview with parts left out'
    lacking = [name for name in raw['requires'] if name not in CAPABILITIES] if isinstance(raw.get('requires'), list) else []
    if lacking:
        return f'requires what this consumer cannot do: {", ".join(map(str, lacking))}'
    path = misfit_of_playbook(raw)
    if path is not None:
        return f'does not fit the schema at {path or "/"}'
    for part, kind in HOUSE_KINDS.items():
        house = {rule['id']: rule['hash'] for other in loaded for rule in other[part] if rule['origin'] == 'house'}
        for rule in raw[part]:
            if rule['origin'] == 'house' and house.get(rule['id'], rule['hash']) != rule['hash']:
                return f'has another {kind} {rule["id"]} than a document before it'
    return 'is there already' if any(other['id'] == raw['id'] for other in loaded) else None


def load(raw_documents: list[Any]) -> tuple[list[Document], list[Problem]]:
    """Takes what can be honoured, one document after the other; says why of the others."""
    taken: list[Json] = []
    problems: list[Problem] = []
    for raw in raw_documents:
        reason = refusal(raw, taken)
        if reason is None:
            taken.append(raw)
        else:
            problems.append(Problem(str(raw.get('id')) if isinstance(raw, dict) else '?', reason))
    return [Document(raw) for raw in taken], problems
