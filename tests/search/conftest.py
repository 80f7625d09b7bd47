"""An index of a few hundred documents, and a browser that asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from benchmarks.search import Asker, documents, indexed, write
from generator.search import Document
from tests.browser.serving import served

Ask = Callable[..., Any]

SPECIAL = (
    Document("/volunteers/wb2021-001/", "王额济纳", "她在戈壁教书。", {"kind": ("志愿者",)}),
    Document(
        "/volunteers/wb2021-002/", "赵样例", "去过额济纳旗，应届，找过团委。", {"kind": ("志愿者",)}
    ),
    Document("/volunteers/wb2021-003/", "阿依古丽·买买提", "在和田。", {"kind": ("志愿者",)}),
    Document(
        "/volunteers/wb2021-004/", "𠮷田样例", "姓是𠮷田，住在𡈽屋村。", {"kind": ("志愿者",)}
    ),
    Document("/policies/x/", "研究生支教团办法", "山科大团字〔2021〕52号，自2021级起。"),
    Document(
        "/events/x/",
        "第3场宣讲会",
        "ＱＱ群：123456，ＷＢ２０２４－００１报名。",
        {"kind": ("活动",)},
    ),
    Document(
        "/stories/x/",
        "额济纳的胡杨与课堂",
        "编号wb2024-001，volunteer service。",
        {"kind": ("故事",)},
    ),
    Document("/stories/y/", "王某来信", "一封信。", {"kind": ("故事",)}),
)


@pytest.fixture(scope="session")
def corpus() -> Sequence[Document]:
    """Made-up prose, and the documents that show something."""
    return [*documents(300), *SPECIAL]


@pytest.fixture(scope="session")
def ask(
    corpus: Sequence[Document], chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ask]:
    """Asks the index of ``corpus``."""
    folder = tmp_path_factory.mktemp("search")
    write(indexed(corpus), folder)
    with served(folder) as origin:
        yield Asker(chromium.new_page(), origin).ask


@pytest.fixture
def asking(chromium: Browser, tmp_path: Path) -> Iterator[Callable[[Sequence[Document]], Ask]]:
    """Makes the index of the documents given, and what asks it."""
    with ExitStack() as stack:

        def made(some: Sequence[Document]) -> Ask:
            folder = tmp_path / str(len(list(tmp_path.iterdir())))
            write(indexed(some), folder)
            page = stack.enter_context(chromium.new_page())
            return Asker(page, stack.enter_context(served(folder))).ask

        yield made
