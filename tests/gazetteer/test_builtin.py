"""The hashes by which an index and a judgement are known cover all the code that goes into them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer import Gazetteer, builtin
from gazetteer.keys import key

NOTHING_COMPILED = {f"gazetteer.{name}" for name in ("building", "cache", "errors", "rendering_process")}
"""What says what went wrong, and who does the work where: no byte of an index depends on it."""


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _modules() -> dict[str, Path]:
    top = builtin.PACKAGE.parent
    paths = builtin.PACKAGE.rglob("*.py")
    return {".".join(path.relative_to(top).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


def test_an_index_is_known_by_all_the_code_that_compiles_it() -> None:
    modules = _modules()
    named = {f"gazetteer.{name}" for name in builtin.COMPILING}
    named |= {f"gazetteer.sources.{name}" for name in builtin.READING}
    named |= {name for name in modules if name.startswith("gazetteer.renderings")}
    assert named <= modules.keys()
    used = {other for name in named for other in _imports(modules[name]) if other in modules}
    assert used - named - NOTHING_COMPILED - {"gazetteer", "gazetteer.builtin"} == set()


@pytest.mark.parametrize(
    "name",
    """Anhui Fujian Gansu Guangdong Guizhou Hainan Hebei Heilongjiang Henan Hubei Hunan Jiangsu Jiangxi Jilin Liaoning
    Qinghai Shaanxi Shandong Shanxi Sichuan Yunnan Zhejiang Changchun Changsha Chengdu Fuzhou Guangzhou Guiyang Haikou
    Hangzhou Harbin Hefei Jinan Kunming Lanzhou Nanchang Nanjing Nanning Shenyang Shijiazhuang Taiyuan Wuhan
    Xining Yinchuan Zhengzhou""".split(),
)
def test_provinces_of_china_and_their_seats_are_places(name: str, gazetteer: Gazetteer) -> None:
    facts, _ = gazetteer.runs[key(name, gazetteer.lexicon)]
    assert facts is not None
    assert any(known.kind == "place" and known.country == ("CN",) for known in facts.right)
