"""Chinese text in the form in which names are looked for in it."""

from __future__ import annotations

from functools import lru_cache

import regex

BETWEEN = regex.compile(r"[\s·•・‧∙．]+")
"""What may stand between the parts of a foreign name."""


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """`text` in simplified characters, without the dots and spaces that divide foreign names.

    >>> plain("唐納德·川普 訪問")
    '唐纳德川普访问'
    """
    import opencc

    return str(opencc.OpenCC("t2s").convert(BETWEEN.sub("", text)))
