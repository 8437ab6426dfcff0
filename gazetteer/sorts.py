"""Words of the field of what organisations are: of an airline "passengers", of a football club "goal"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from gazetteer.tables import listed, rows


class Sort(NamedTuple):
    """What sort an organisation is: how Chinese `names` of such end, which words of its own context are `signs` of it,
    and the `words` of the field of all of that sort.
    """

    names: tuple[str, ...]
    signs: frozenset[str]
    words: tuple[str, ...]


Sorts = Sequence[Sort]


COLUMNS = ("sort", "endings", "signs", "words")


@lru_cache(maxsize=4)
def read_sorts(path: Path) -> Sorts:
    """Read a table: a sort, then endings of Chinese names, signs and words of the field, each divided by `;`.

    Raises:
        GazetteerError: a row has another form.
    """
    found = (tuple(map(listed, cells)) for _, *cells in rows(path, COLUMNS))
    return tuple(Sort(names, frozenset(signs), words) for names, signs, words in found)


def words_of_sort(zh: Iterable[str], context: Iterable[str], sorts: Sorts) -> Iterator[str]:
    """The words of the fields of an organisation with the Chinese names `zh` and the words `context`: of the sort that
    the longest ending of a name says, and of all sorts of which its own words are signs.
    """
    own = {word.lower() for word in context}
    named = _named(tuple(zh), sorts)
    for sort in sorts:
        if sort is named or not sort.signs.isdisjoint(own):
            yield from sort.words


def _named(forms: Sequence[str], sorts: Sorts) -> Sort | None:
    """The sort that the longest ending of a name says."""
    found = [(len(ending), sort) for sort in sorts for ending in sort.names if any(f.endswith(ending) for f in forms)]
    return max(found, key=lambda pair: pair[0])[1] if found else None
