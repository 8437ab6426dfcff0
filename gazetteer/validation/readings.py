"""Chinese forms can be read, and those of Koreans are read like their Hangul."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gazetteer.entity import Entity
from gazetteer.pinyin_names import is_syllable
from gazetteer.renderings import Tools
from gazetteer.renderings.pinyin import has_chinese_surname
from gazetteer.validation.finding import ERROR, WARNING, Finding

HAN = re.compile(r"[\u3400-\u9fff]")

HANGUL = re.compile(r"[\uac00-\ud7a3]+")


def pinyin(entities: Iterable[Entity], tools: Tools) -> Iterator[Finding]:
    """Every Chinese form can be read aloud."""
    for entity in entities:
        for form in entity.zh:
            readings = tools.syllables(form, has_chinese_surname(entity))
            if not readings or len(readings) != len(HAN.findall(form)):
                yield Finding(ERROR, entity.id, f"{form} has characters without a reading", "mend the Chinese form")
            elif not all(is_syllable(options[0]) for options in readings):
                yield Finding(
                    WARNING, entity.id, f"{form} is not read in syllables of Mandarin", "look at the Chinese form"
                )


def korean(entities: Iterable[Entity], tools: Tools) -> Iterator[Finding]:
    """The Korean reading of a Korean person's characters agrees with the Hangul."""
    for entity in entities:
        hangul = [form for form in entity.written.get("ko", ()) if HANGUL.fullmatch(form)]
        forms = [form for form in entity.zh if 2 <= len(form) <= 4 and "·" not in form]
        if entity.kind != "person" or entity.origin != "ko" or entity.note or not hangul or not forms:
            continue
        misses = min(_hangul_misses(form, spelt, tools) for form in forms for spelt in hangul)
        if misses:
            what = f"{', '.join(forms)} is not read {', '.join(hangul)} in Korean ({misses} syllables differ)"
            severity = ERROR if misses > 1 else WARNING
            yield Finding(
                severity, entity.id, what, "mend one of them, or say in a note that the characters are a guess"
            )


def _hangul_misses(form: str, hangul: str, tools: Tools) -> int:
    if len(form) != len(hangul):
        return abs(len(form) - len(hangul)) + 1
    return sum(
        _first_sound(syllable) not in map(_first_sound, tools.nations.of(character).ko)
        for character, syllable in zip(form, hangul, strict=True)
        if tools.nations.of(character).ko
    )


def _first_sound(syllable: str) -> str:
    """A syllable with ㄹ and ㄴ at its head as ㅇ: the North writes them, the South does not."""
    number = ord(syllable) - 0xAC00
    return chr(0xAC00 + 11 * 588 + number % 588) if number // 588 in (2, 5) else syllable
