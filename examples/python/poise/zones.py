"""Teams, hours and zones: format.md, "Teams, hours, zones". Times here are UTC seconds."""

from datetime import date
from typing import Any

DAY = 86_400
EPOCH = date(1970, 1, 1).toordinal()


def offset_at(zone: dict[str, Any], time: float) -> float | None:
    """Seconds that local time is ahead of UTC; None outside the zone's horizon."""
    if not zone['from'] <= time < zone['until']:
        return None
    offset = zone['offset']
    for transition in zone['transitions']:
        if transition['at'] <= time:
            offset = transition['offset']
    return offset * 60


def local_day(day: str) -> int:
    """Days since 1970 of a date like 2026-12-25."""
    return date.fromisoformat(day).toordinal() - EPOCH


class Hours:
    """When a team is open."""

    def __init__(self, team: dict[str, Any], zones: dict[str, dict[str, Any]]) -> None:
        self.always: bool = not team['hours']
        self.hours: list[dict[str, Any]] = team['hours']
        self.zone = zones.get(team.get('zone', ''))
        self.closed = frozenset(local_day(day) for day in team['closed'])
        self._change: tuple[float, float | None] | None = None

    def open_at(self, time: float) -> bool | None:
        """None where it isn't known."""
        if self.always:
            return True
        offset = None if self.zone is None else offset_at(self.zone, time)
        if offset is None:
            return None
        day, second = divmod(time + offset, DAY)
        if day in self.closed:
            return False
        return any(
            (weekday in spell['days'] and spell['from'] * 60 <= second and (second < spell['to'] * 60 or overnight))
            or (overnight and yesterday in spell['days'] and second < spell['to'] * 60)
            for weekday, yesterday in [((day + 3) % 7 + 1, (day + 2) % 7 + 1)]
            for spell in self.hours
            for overnight in [spell['to'] <= spell['from']]
        )

    def next_change(self, now: float) -> float | None:
        """When the team next opens or closes, or its zone's horizon begins or ends; None if never."""
        if self.always or self.zone is None:
            return None
        if self._change is None or not self._change[0] <= now < (self._change[1] or float('inf')):
            self._change = now, self._find_change(now)
        return self._change[1]

    def _find_change(self, now: float) -> float | None:
        zone, was = self.zone, self.open_at(now)
        if zone is None or now >= zone['until']:
            return None
        if now < zone['from']:
            return zone['from']
        edges = [change['at'] for change in zone['transitions']] + [zone['until']]
        offsets = {zone['offset'] * 60} | {change['offset'] * 60 for change in zone['transitions']}
        seconds = {0} | {spell[edge] * 60 for spell in self.hours for edge in ('from', 'to')}
        for day in range(int(now // DAY), int(zone['until'] // DAY) + 1):
            # Local days around this one of UTC, with every offset: too many moments, and none is left out.
            nearby = [near * DAY + second for near in (day - 1, day, day + 1) for second in seconds]
            moments = {local - offset for local in nearby for offset in offsets}
            for moment in sorted(moments.union(edges)):
                if max(now, day * DAY - 1) < moment < (day + 1) * DAY and self.open_at(moment) is not was:
                    return moment
        return None
