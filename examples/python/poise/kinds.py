"""The eight kinds of text: format.md, "Kinds of text", rule by rule and in its order.

A rule is a function of a message and the index of the word at which it is to begin. It gives the indices after its
last word, one for each way to read it; none where it isn't there. Of a stretch the longest reading counts.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from .words import class_of, words_of

Ends = set[int]

WHITE = '\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000'
BLANK = re.compile(f'[{WHITE}]+')
NEXT_TO = re.compile(f'[{WHITE}]+|[-\u2010\u2011]')
LINKED = re.compile(f'[{WHITE}]+|[-\u2010\u2011]|[,.][{WHITE}]+')
DASH = re.compile(f'[{WHITE}]*[-\u2010-\u2014\u2212][{WHITE}]*')
COMMA = re.compile(f',[{WHITE}]+')
POINT = re.compile('[.,]')
LOCAL_LINK = re.compile('[.]|[_+%&-]+')
LOCAL_AT = re.compile('(?:[.]|[_+%&-]+)?@')
LABEL_LINK = re.compile('[.]|-+')
PHONE_LINK = re.compile('[ \t\xa0\u2009\u202f\u2010\u2011()./-]{1,3}')
PATH_LINK = re.compile(f'[^{WHITE}<>"]+')
DATE_LINK = re.compile('[-\u2010\u2011/.]')
EDGES = WHITE.replace('\u2000-\u200a', ''.join(map(chr, range(0x2000, 0x200B))))

DIGITS = re.compile('[0-9]+')
NUMERAL = re.compile('[0-9]+(?:\u2044[0-9]+)?')

SCALES = frozenset('hundred thousand million billion'.split())
ONE_TO_TWELVE = 'one two three four five six seven eight nine ten eleven twelve'.split()
NUMBER_WORDS = SCALES.union(ONE_TO_TWELVE, (
    'zero thirteen fourteen fifteen sixteen seventeen eighteen nineteen '
    'twenty thirty forty fifty sixty seventy eighty ninety').split())  # fmt: skip
UNITS = frozenset((
    'second seconds sec secs minute minutes min mins hour hours hr hrs h day days week weeks wk wks '
    'fortnight fortnights month months year years yr yrs').split())  # fmt: skip
UNIT_ADJECTIVES = frozenset('working business calendar consecutive full whole more'.split())
AMOUNT_SUFFIXES = frozenset('k m mn b bn'.split())
CURRENCY_CODES = frozenset((
    'aed aud bgn brl cad chf cny czk dkk egp eur gbp hkd huf idr ils inr isk jpy kes krw mxn myr ngn nok nzd pkr pln '
    'ron sar sek sgd thb twd uah usd vnd zar').split())  # fmt: skip
CURRENCY_WORDS = frozenset((
    'pound pounds quid pence penny euro euros cent cents dollar dollars buck bucks yen yuan franc francs krona kronor '
    'krone kroner rupee rupees peso pesos lira liras rand zloty').split())  # fmt: skip
CURRENCIES = CURRENCY_CODES | CURRENCY_WORDS
MONTHS = frozenset('january february march april may june july august september october november december'.split())
MONTH_NAMES = MONTHS.union('jan feb mar apr jun jul aug sep sept oct nov dec'.split())
WEEKDAYS = frozenset('monday tuesday wednesday thursday friday saturday sunday'.split())
SHORT_WEEKDAYS = frozenset('mon tue tues wed weds thu thur thurs fri sat sun'.split())
DAY_WORDS = frozenset('today tonight tomorrow yesterday'.split())
CALENDAR_SPANS = frozenset('week weekend fortnight month year'.split())
FIRST_TO_NINTH = 'first second third fourth fifth sixth seventh eighth ninth'.split()
ORDINALS = frozenset(FIRST_TO_NINTH).union((
    'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth '
    'thirtieth').split())  # fmt: skip
TOP_LEVEL_DOMAINS = frozenset('com org net edu gov info biz app dev io eu uk'.split())
VAGUE_COUNTS = [phrase.split() for phrase in (
    'a couple of', 'a couple', 'couple of', 'a few', 'few', 'several', 'half an', 'half a', 'a half', 'half', 'an', 'a')]  # fmt: skip
NOONS = frozenset('noon midday midnight'.split())


class Message:
    """A text as words, and the gaps between them: `gaps[i]` stands before word i, the last one after all words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_of(text)
        self.forms_in_order = [word.form for word in self.words]
        starts = [word.start for word in self.words] + [len(text)]
        ends = [0] + [word.end for word in self.words]
        self.gaps = [_plain(text[end:start]) for end, start in zip(ends, starts)]

    def form(self, index: int) -> str:
        return self.forms_in_order[index] if 0 <= index < len(self.words) else ''

    def gap(self, index: int, pattern: re.Pattern[str]) -> bool:
        """Whether the gap between word index - 1 and word index is as the pattern says."""
        return 0 < index < len(self.words) and pattern.fullmatch(self.gaps[index]) is not None


def _plain(gap: str) -> str:
    return ''.join(
        unicodedata.normalize('NFKC', char) if '\uff01' <= char <= '\uff5e' or char in '\u3000\uffe0\uffe1\uffe5\uffe6' else char
        for char in gap if class_of(char) != 'format'
    )  # fmt: skip


def _bare(form: str) -> str:
    return form.removesuffix("'s")


def _whole(form: str, low: int, high: int, longest: int = 2) -> bool:
    return DIGITS.fullmatch(form) is not None and len(form) <= longest and low <= int(form) <= high


def _glued(form: str, names: Iterable[str]) -> bool:
    digits = DIGITS.match(form)
    return digits is not None and form[digits.end():] in names


def _words(message: Message, first: int, *forms: str) -> int | None:
    """These words, next to each other; the index after them."""
    for offset, form in enumerate(forms):
        if message.form(first + offset) != form or (offset and not message.gap(first + offset, NEXT_TO)):
            return None
    return first + len(forms)


def _optional(message: Message, ends: Ends, *choices: tuple[str, ...]) -> Ends:
    """These ends, and those with one of these rows of words next to them."""
    further = {_words(message, end, *words) for end in ends if message.gap(end, NEXT_TO) for words in choices}
    return ends | {end for end in further if end is not None}


def _then(message: Message, ends: Ends, link: re.Pattern[str], rule: Callable[[Message, int], Ends]) -> Ends:
    return {further for end in ends if message.gap(end, link) for further in rule(message, end)}


def _one_of(names: Iterable[str]) -> Callable[[Message, int], Ends]:
    return lambda message, first: {first + 1} if message.form(first) in names else set()


# number


def _numerals(message: Message, first: int) -> int | None:
    if not NUMERAL.fullmatch(message.form(first)):
        return None
    end = first + 1
    while message.gap(end, POINT) and NUMERAL.fullmatch(message.form(end)):
        end += 1
    return end


def number_in_digits(message: Message, first: int) -> Ends:
    end = _numerals(message, first)
    while end is not None and message.gap(end, NEXT_TO) and message.form(end) in SCALES:
        end += 1
    return set() if end is None else {end}


def number(message: Message, first: int) -> Ends:
    ends = number_in_digits(message, first)
    if ends:
        return ends
    end = first
    if message.form(end) == 'a' and message.gap(end + 1, NEXT_TO) and message.form(end + 1) in SCALES:
        end += 1
    if message.form(end) not in NUMBER_WORDS:
        return set()
    while True:
        end += 1
        after = end
        if message.form(end - 1) in SCALES and message.gap(end, NEXT_TO) and message.form(end) == 'and':
            after += 1
        if not (message.gap(after, NEXT_TO) and message.form(after) in NUMBER_WORDS):
            return {end}
        end = after


# duration


def _unit(message: Message, first: int) -> Ends:
    ends = {first}
    if message.form(first) in UNIT_ADJECTIVES and message.gap(first + 1, NEXT_TO):
        ends.add(first + 1)
    ends = {end + 1 for end in ends if _bare(message.form(end)) in UNITS}
    return _optional(message, ends, ('and', 'a', 'half'), ('or', 'two'))


def _range_to(message: Message, ends: Ends) -> Ends:
    """After a number, where the second number of a range begins."""
    begins = {end for end in ends if message.gap(end, DASH)}
    worded = {end + 1 for end in ends if message.gap(end, NEXT_TO) and message.form(end) in ('to', 'or')}
    return begins | {begin for begin in worded if message.gap(begin, NEXT_TO)}


def _glued_unit(message: Message, first: int) -> Ends:
    return {first + 1} if _glued(message.form(first), UNITS) else set()


def _numbered_part(message: Message, first: int) -> Ends:
    numbers = number(message, first)
    seconds = _range_to(message, numbers)
    counts = numbers | {end for begin in seconds for end in number(message, begin)}
    counts = _optional(message, counts, ('and', 'a', 'half'))
    glued = _glued_unit(message, first) | _then(message, numbers, POINT, _glued_unit)
    return _then(message, counts, NEXT_TO, _unit) | glued | {end for begin in seconds for end in _glued_unit(message, begin)}


def duration(message: Message, first: int) -> Ends:
    ends = _numbered_part(message, first)
    vague = next((end for words in VAGUE_COUNTS if (end := _words(message, first, *words)) is not None), None)
    if vague is not None:
        ends |= _then(message, {vague}, NEXT_TO, _unit)
    found: Ends = set()
    while ends:
        found |= ends
        joined = {end + 1 for end in ends if message.gap(end, NEXT_TO) and message.form(end) == 'and'}
        ends = (
            _then(message, ends, NEXT_TO, _numbered_part) | _then(message, ends, COMMA, _numbered_part)
            | _then(message, joined, NEXT_TO, _numbered_part)
        ) - found
    return found


# amount


def _is_sign(text: str) -> bool:
    return text != '' and unicodedata.category(text) == 'Sc'


def _sign_before(message: Message, first: int) -> bool:
    gap = message.gaps[first]
    sign = gap.rstrip(EDGES)
    if not _is_sign(sign[-1:]):
        return False
    touches_previous = len(sign) == 1 and first > 0 and NUMERAL.fullmatch(message.form(first - 1)) is not None
    return not (touches_previous and sign != gap)


def _sign_after(message: Message, end: int) -> bool:
    gap = message.gaps[end]
    if not _is_sign(gap.lstrip(EDGES)[:1]):
        return False
    return not (len(gap.strip(EDGES)) == 1 and _is_sign(gap[-1]) and DIGITS.match(message.form(end)))


def _glued_amount(message: Message, first: int, names: Iterable[str]) -> Ends:
    begins = {first} | {end for end in number(message, first) if message.gap(end, POINT)}
    return {begin + 1 for begin in begins if _glued(message.form(begin), names)}


def amount(message: Message, first: int) -> Ends:
    form, digits = message.form(first), number_in_digits(message, first)
    found = _then(message, number(message, first), NEXT_TO, _one_of(CURRENCIES))
    if form in CURRENCY_CODES:
        found |= _then(message, {first + 1}, NEXT_TO, number_in_digits)
    if form[:3] in CURRENCY_CODES and DIGITS.fullmatch(form[3:]):
        end = first + 1
        further = _numerals(message, end) if message.gap(end, POINT) else None
        found.add(end if further is None else further)
    signed = _sign_before(message, first)
    found |= {end for end in digits if signed or _sign_after(message, end)}
    glued = _glued_amount(message, first, AMOUNT_SUFFIXES if signed else CURRENCY_CODES | {'p'})
    return found | glued | _then(message, glued, NEXT_TO, _one_of(CURRENCIES))


# time


def _meridiem(message: Message, first: int) -> Ends:
    form = message.form(first)
    if form in ('am', 'pm'):
        return {first + 1}
    dotted = form in ('a', 'p') and message.gaps[first + 1] == '.' and message.form(first + 1) == 'm'
    return {first + 2} if dotted else set()


def _half_of_day(message: Message, first: int) -> Ends:
    rows = [('in', 'the', 'morning'), ('in', 'the', 'afternoon'), ('in', 'the', 'evening'), ('at', 'night')]
    return _meridiem(message, first) | {end for row in rows if (end := _words(message, first, *row)) is not None}


def _hour(message: Message, first: int) -> Ends:
    form = message.form(first)
    return {first + 1} if _whole(form, 1, 12) or form in ONE_TO_TWELVE else set()


def _sixty(form: str) -> bool:
    return len(form) == 2 and _whole(form, 0, 59)


def _minutes(form: str) -> bool:
    return _sixty(form) or (form[2:] in ('am', 'pm') and _sixty(form[:2]))


def time(message: Message, first: int) -> Ends:
    form = message.form(first)

    def with_half(ends: Ends) -> Ends:
        return ends | _then(message, ends, NEXT_TO, _half_of_day)

    found = {first + 1} if form in NOONS else set()
    minutes = first + 1 < len(message.words) and _minutes(message.form(first + 1))
    if minutes and message.gaps[first + 1] == ':' and _whole(form, 0, 23):
        ends = {first + 2}
        if first + 2 < len(message.words) and message.gaps[first + 2] == ':' and _sixty(message.form(first + 2)):
            ends.add(first + 3)
        found |= with_half(ends)
    if minutes and message.gaps[first + 1] == '.' and _whole(form, 1, 12):
        found |= _then(message, {first + 2}, NEXT_TO, _meridiem) if _sixty(message.form(first + 1)) else {first + 2}
    hours = _hour(message, first)
    found |= _then(message, hours, NEXT_TO, _half_of_day)
    found |= with_half(_then(message, hours, NEXT_TO, _one_of(("o'clock", 'oclock'))))
    if form in ('12', 'twelve'):
        found |= _then(message, hours, NEXT_TO, _one_of(NOONS))
    glued = re.fullmatch('([0-9]{1,2})([0-9]{2})?(?:am|pm)', form)
    if glued and _whole(glued[1], 1, 12) and (glued[2] is None or _sixty(glued[2])):
        found.add(first + 1)
    rows = [(word, 'past') for word in ('half', 'quarter', 'five', 'ten', 'twenty')]
    for row in (*rows, ('twenty', 'five', 'past'), ('quarter', 'to')):
        end = _words(message, first, *row)
        if end is not None and message.gap(end, NEXT_TO):
            found |= with_half(_hour(message, end) | _one_of(NOONS)(message, end))
    return found


# date


def _year(message: Message, first: int) -> Ends:
    return {first + 1} if _whole(message.form(first), 1900, 2099, 4) else set()


def _ordinal(message: Message, first: int) -> Ends:
    if message.form(first) == 'the':
        return _ordinal(message, first + 1) if message.gap(first + 1, NEXT_TO) and message.form(first + 1) != 'the' else set()
    form = message.form(first)
    if form in ORDINALS or (form[-2:] in ('st', 'nd', 'rd', 'th') and _whole(form[:-2], 1, 31)):
        return {first + 1}
    rows = [('twenty', ordinal) for ordinal in FIRST_TO_NINTH] + [('thirty', 'first')]
    return {end for row in rows if (end := _words(message, first, *row)) is not None}


def _day(message: Message, first: int) -> Ends:
    return {first + 1} if _whole(message.form(first), 1, 31) else _ordinal(message, first)


def _numeric_date(message: Message, first: int) -> Ends:
    forms = [message.form(first + offset) for offset in range(3)]
    if not all(DIGITS.fullmatch(form) for form in forms):
        return set()
    gap = message.gaps[first + 1]
    if not DATE_LINK.fullmatch(gap) or message.gaps[first + 2] != gap:
        return set()
    if (message.gaps[first] == gap and DIGITS.fullmatch(message.form(first - 1))) or (
        message.gaps[first + 3] == gap and DIGITS.fullmatch(message.form(first + 3))
    ):
        return set()
    a, b, c = forms
    year_first = _whole(a, 1900, 2099, 4) and _whole(b, 1, 12) and _whole(c, 1, 31)
    day_month = _whole(a, 1, 31) and _whole(b, 1, 31) and min(int(a), int(b)) <= 12
    return {first + 3} if year_first or (day_month and (len(c) == 2 or _whole(c, 1900, 2099, 4))) else set()


def _date(message: Message, first: int) -> Ends:
    """DATE: the first form that is there."""
    found = _numeric_date(message, first)
    month = _one_of(MONTH_NAMES)
    if not found:
        days = _optional(message, _day(message, first), ('of',))
        found = _then(message, days, LINKED, month)
        found = found or _then(message, month(message, first), LINKED, _day)
        found |= _then(message, found, LINKED, _year)
    if not found:
        found = _then(message, month(message, first), LINKED, _year)
    return found or ({first + 1} if _bare(message.form(first)) in MONTHS - {'march', 'may'} else set())


def date(message: Message, first: int) -> Ends:
    form = message.form(first)
    found = _date(message, first)
    if _bare(form) in DAY_WORDS or _bare(form) in WEEKDAYS:
        found.add(first + 1)
    if form in ('this', 'next', 'last') and message.gap(first + 1, NEXT_TO):
        named = _bare(message.form(first + 1))
        if named in CALENDAR_SPANS or named in WEEKDAYS or named in MONTHS:
            found.add(first + 2)
    begin = first + 1 if form == 'the' and message.gap(first + 1, NEXT_TO) else first
    for row in (('day', 'after', 'tomorrow'), ('day', 'before', 'yesterday')):
        end = _words(message, begin, *row)
        if end is not None:
            found.add(end)
    if _bare(form) in WEEKDAYS or form in SHORT_WEEKDAYS:
        found |= _then(message, {first + 1}, LINKED, _date) | _then(message, {first + 1}, LINKED, _ordinal)
    return found


# email, phone, link


def _domains(message: Message, first: int) -> Ends:
    """Where labels joined from here on may end: after each that stands behind a dot."""
    found: Ends = set()
    end = first + 1
    while message.gap(end, LABEL_LINK):
        end += 1
        if message.gaps[end - 1] == '.':
            found.add(end)
    return found


def email(message: Message, first: int) -> Ends:
    if message.gap(first, LOCAL_LINK):
        return set()
    end = first + 1
    while message.gap(end, LOCAL_LINK):
        end += 1
    if not message.gap(end, LOCAL_AT):
        return set()
    labels = {stop: message.words[stop - 1] for stop in _domains(message, end)}
    return {stop for stop, last in labels.items() if len(last.form) >= 2 and not DIGITS.fullmatch(last.form)}


def phone(message: Message, first: int) -> Ends:
    def in_row(index: int) -> bool:
        return message.gap(index, PHONE_LINK) and DIGITS.fullmatch(message.form(index)) is not None

    before = message.gaps[first]
    if not DIGITS.fullmatch(message.form(first)) or (in_row(first) and DIGITS.fullmatch(message.form(first - 1))):
        return set()
    end = first + 1
    while in_row(end):
        end += 1
    count = sum(len(message.form(index)) for index in range(first, end))
    begins = before[-1:] in ('+', '(') or message.form(first).startswith('0') or end - first >= 3
    joined = first > 0 and before != '' and not re.search(f'[{WHITE}]', before) and DIGITS.fullmatch(message.form(first - 1)) is not None
    if not (7 <= count <= 15 and begins) or joined or _is_sign(before[-1:]) or _numeric_date(message, first) == {end}:
        return set()
    return {end}


def _path(message: Message, end: int) -> int:
    while message.gap(end, PATH_LINK):
        end += 1
    return end


def link(message: Message, first: int) -> Ends:
    form, begin = message.form(first), ''
    if first + 1 < len(message.words):
        begin = message.gaps[first + 1]
    if (form in ('http', 'https') and begin == '://') or (form == 'www' and begin == '.'):
        return {_path(message, first + 2)}
    if message.gap(first, LABEL_LINK) or message.gaps[first][-1:] in ('@', '/'):
        return set()
    ends = {end for end in _domains(message, first) if message.form(end - 1) in TOP_LEVEL_DOMAINS}
    ends = {end for end in ends if not message.gaps[end].startswith('@')}
    return {_path(message, end) if message.gaps[end].startswith('/') else end for end in ends}


RULES: dict[str, Callable[[Message, int], Ends]] = {
    'number': number, 'duration': duration, 'amount': amount, 'time': time,
    'date': date, 'email': email, 'phone': phone, 'link': link,
}  # fmt: skip


def stretches_of(message: Message, kind: str) -> Iterator[tuple[int, int]]:
    """From the left, the longest each: first word, and the index after the last."""
    first = 0
    while first < len(message.words):
        ends = RULES[kind](message, first)
        if ends:
            yield first, max(ends)
        first = max(ends, default=first + 1)
