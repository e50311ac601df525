"""Values as text, and words to say: format.md, "Texts"."""

from typing import Any

from .documents import Document, Json
from .jsontext import exact, number_text
from .logic import Values


def text_of(value: Any, fact: Json) -> str:
    """The one text form of a known value."""
    kind: Json = fact.get('type', {})
    if isinstance(value, bool):
        return 'yes' if value else 'no'
    if kind.get('type') == 'choice':
        return str(value).replace('_', ' ')
    if isinstance(value, str):
        return value
    if kind.get('type') == 'date':
        day = f'{int(value):08d}'
        return f'{day[:4]}-{day[4:6]}-{day[6:]}'
    if kind.get('type') == 'money':
        whole = value == int(value)
        return f'{number_text(value) if whole else format(exact(value), "." + str(kind["decimals"]) + "f")} {kind["currency"]}'
    if kind.get('type') == 'duration':
        return f'{number_text(value)} {kind["unit"][:-1] if value == 1 else kind["unit"]}'
    return number_text(value)


def filled(document: Document, values: Values, parts: list[Any]) -> Json:
    """Words to say with the values in them, and the facts that are not known."""
    text, missing = '', []
    for part in parts:
        if isinstance(part, str):
            text += part
        elif values.get(part['fact']) is None:
            text += '{' + part['fact'] + '}'
            missing += [part['fact']] if part['fact'] not in missing else []
        else:
            text += text_of(values[part['fact']], document.fact[part['fact']])
    return {'text': text, 'missing': missing}


def wording_in(wording: Json, language: str | None) -> str:
    texts = {said['language'].lower(): said['text'] for said in wording['translations']}
    tag = (language or '').lower()
    return texts.get(tag, texts.get(tag.split('-')[0], wording['text']))
