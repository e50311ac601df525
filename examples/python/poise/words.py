"""Texts as words: format.md, "Words". The tables of Python 3.11 are those of Unicode 14, which the format asks for."""

import sys
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

if unicodedata.unidata_version != '14.0.0':
    print(
        f'poise: words are read by Unicode 14, this Python has {unicodedata.unidata_version}: '
        'texts with letters that are new since then may be read differently. Python 3.11 has Unicode 14.',
        file=sys.stderr,
    )

APOSTROPHES = frozenset("\u0027\u0060\u00b4\u02bc\u2018\u2019\u2032\uff07")
SOUND_MARKS = frozenset('\uff9e\uff9f')
UNSPACED = (
    (0x0E00, 0x0E7F), (0x0E80, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3021, 0x3029),
    (0x3031, 0x3035), (0x3038, 0x303C), (0x3041, 0x309F), (0x30A0, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F), (0xF900, 0xFAFF), (0xFF66, 0xFF9D), (0x1AFF0, 0x1B16F),
    (0x20000, 0x3FFFF),
)  # fmt: skip
MOST_MARKS = 30


@lru_cache(maxsize=8192)
def class_of(char: str) -> str:
    """Of a code point: apostrophe, mark, unspaced, letter, format or separator."""
    category = unicodedata.category(char)
    if char in APOSTROPHES:
        return 'apostrophe'
    if category[0] == 'M' or char in SOUND_MARKS:
        return 'mark'
    if category[0] in 'LN':
        return 'unspaced' if any(first <= ord(char) <= last for first, last in UNSPACED) else 'letter'
    return 'format' if category == 'Cf' else 'separator'


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its normal form, and its place in code points."""

    form: str
    start: int
    end: int


def normal_form(text: str) -> str:
    lower = ''.join(char.lower() for char in unicodedata.normalize('NFKC', text))
    return unicodedata.normalize('NFKC', lower).replace('ς', 'σ')


def words_of(text: str) -> list[Word]:
    chars = [(place, char, kind) for place, char in enumerate(text) if (kind := class_of(char)) != 'format']
    words: list[Word] = []
    letters: list[str] = []  # of the open word
    start = end = marks = 0
    script = last = ''  # of the open word: is it of letters or unspaced, and the class of its last code point

    def close() -> None:
        if letters:
            words.append(Word(normal_form(''.join(letters)), start, end))
            letters.clear()

    for index, (place, char, kind) in enumerate(chars):
        if kind == 'letter' and letters and script == 'letter':
            letters.append(char)
        elif kind in ('letter', 'unspaced'):
            close()
            letters.append(char)
            start, script = place, kind
        elif kind == 'mark' and letters and last != 'apostrophe':
            marks = marks + 1 if last == 'mark' else 1
            if marks <= MOST_MARKS:
                letters.append(char)
        elif (
            kind == 'apostrophe' and letters and script == 'letter' and last != 'apostrophe'
            and index + 1 < len(chars) and chars[index + 1][2] == 'letter'
        ):
            letters.append("'")
        else:
            close()
            continue
        end, last = place + 1, kind
    close()
    return words


def forms_of(text: str) -> list[str]:
    return [word.form for word in words_of(text)]


def place_in(needle: list[str], words: list[Word]) -> tuple[int, int] | None:
    """Where these words stand in a row, in code points; None also where there are no words to find."""
    count = len(needle)
    for first in range(len(words) - count + 1 if count else 0):
        if all(words[first + offset].form == form for offset, form in enumerate(needle)):
            return words[first].start, words[first + count - 1].end
    return None
