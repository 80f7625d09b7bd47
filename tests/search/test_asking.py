"""The index and search.js together, in a real browser that allows no script but the site's own."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import pytest
from playwright.sync_api import Browser

from benchmarks.search import Asker, documents, indexed, write
from generator.search import Document
from generator.search.text import searchable
from tests.browser.serving import served
from tests.search.conftest import SPECIAL, Ask


def addresses(answer: dict) -> list[str]:
    return [result["address"] for result in answer["results"]]


@pytest.mark.parametrize("length", [2, 3, 4, 7])
def test_what_stands_in_a_text_is_found(corpus: Sequence[Document], ask: Ask, length: int) -> None:
    """Everything that looking through all texts finds, and hardly anything else."""
    texts = {one.address: searchable(f"{one.title}\n{one.text}") for one in corpus}
    chance = random.Random(length)
    found = wrong = missed = 0
    for text in chance.sample(sorted(texts.values()), 25):
        start = chance.randrange(max(1, len(text) - length))
        query = text[start : start + length].strip()
        if len(query) < 2 or not all("\u4e00" <= one <= "\u9fff" for one in query):
            continue
        truth = {address for address, text in texts.items() if query in text}
        given = set(addresses(ask(query, limit=len(corpus))))
        found += len(given & truth)
        missed += len(truth - given)
        wrong += len(given - truth)

    assert found
    assert missed == 0
    assert wrong <= 0.1 * found


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("应届", "/volunteers/wb2021-002/"),
        ("团委", "/volunteers/wb2021-002/"),
        ("额济纳旗", "/volunteers/wb2021-002/"),
        ("阿依古丽", "/volunteers/wb2021-003/"),
        ("买买提", "/volunteers/wb2021-003/"),
        ("阿依古丽·买买提", "/volunteers/wb2021-003/"),
        ("阿依古丽•买买提", "/volunteers/wb2021-003/"),
        ("阿依古丽买买提", "/volunteers/wb2021-003/"),
        ("阿依古丽 买买提", "/volunteers/wb2021-003/"),
        ("𠮷田", "/volunteers/wb2021-004/"),
        ("𡈽屋村", "/volunteers/wb2021-004/"),
        ("〔2021〕52号", "/policies/x/"),
        ("2021 52号", "/policies/x/"),
        ("［2021］５２号", "/policies/x/"),
        ("2021级", "/policies/x/"),
        ("QQ群", "/events/x/"),
        ("ｑｑ群", "/events/x/"),
        ("第3场", "/events/x/"),
        ("wb2024-001", "/stories/x/"),
        ("WB２０２４－００１", "/events/x/"),
        ("wb20", "/stories/x/"),
        ("volun", "/stories/x/"),
        ("Service", "/stories/x/"),
    ],
)
def test_it_is_found_however_it_is_written(ask: Ask, query: str, address: str) -> None:
    assert address in addresses(ask(query))


COMMON = "志愿者", "西部计划", "志愿", "西部计划志愿者", "一个志愿者"


@pytest.fixture(scope="module")
def crowd() -> Sequence[Document]:
    """So many that some words are common, and a few titles that have them."""
    titles = "西部计划志愿者", "志愿者手册", "志愿服务在西部"
    named = [Document(f"/{title}/", title, "一句话。") for title in titles]
    return [*documents(2200), Document("/without/", "没有", "一句话。"), *named]


@pytest.fixture(scope="module")
def ask_crowd(
    crowd: Sequence[Document], chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("crowd")
    write(indexed(crowd), folder)
    with served(folder) as origin:
        yield Asker(chromium.new_page(), origin).ask


@pytest.mark.parametrize("query", COMMON)
def test_who_has_a_common_word_is_found_and_who_lacks_it_is_not(
    crowd: Sequence[Document], ask_crowd: Ask, query: str
) -> None:
    """Where the index names those who lack it."""
    texts = {one.address: searchable(f"{one.title}\n{one.text}") for one in crowd}
    truth = {address for address, text in texts.items() if query in text}
    ends = query[:2], query[-2:]
    likely = {address for address, text in texts.items() if all(pair in text for pair in ends)}

    given = ask_crowd(query, limit=len(crowd))

    assert truth <= set(addresses(given)) <= likely
    assert len(addresses(given)) == given["total"]
    narrowed = ask_crowd(query, limit=len(crowd), facets={"kind": "故事"})
    stories = {one.address for one in crowd if one.facets.get("kind") == ("故事",)}
    assert truth & stories <= set(addresses(narrowed)) <= likely & stories


@pytest.mark.parametrize("query", COMMON)
def test_a_common_word_is_found_in_titles_first(
    crowd: Sequence[Document], ask_crowd: Ask, query: str
) -> None:
    named = {one.address for one in crowd if query in one.title}

    given = addresses(ask_crowd(query))

    assert set(given[: len(named)]) == named


@pytest.mark.parametrize("query", COMMON)
def test_a_common_word_fetches_little(ask_crowd: Ask, query: str) -> None:
    """The budget for a query, before its results."""
    files = ask_crowd(query)["files"]

    assert sum(size for name, size in files if "/records/" not in name) < 60 * 1024


def test_a_title_comes_first(ask: Ask) -> None:
    """Those named after the place come before who went there, and the shorter title leads."""
    given = addresses(ask("额济纳"))

    assert given == ["/volunteers/wb2021-001/", "/stories/x/", "/volunteers/wb2021-002/"]


@pytest.mark.parametrize("document", SPECIAL, ids=lambda one: one.address)
def test_a_title_finds_its_page(ask: Ask, document: Document) -> None:
    assert addresses(ask(document.title))[0] == document.address


def test_what_stands_in_title_and_text_is_found_once(
    asking: Callable[[Sequence[Document]], Ask],
) -> None:
    """Whatever follows it in either."""
    ask = asking([Document("/x/", "胡杨林", "胡杨树，胡杨。"), *SPECIAL])

    assert addresses(ask("胡杨"))[0] == "/x/"
    assert addresses(ask("胡杨")).count("/x/") == 1


def test_a_single_character_is_looked_for_in_titles(ask: Ask) -> None:
    given = ask("王", limit=500)["results"]

    assert {"/volunteers/wb2021-001/", "/stories/y/"} <= {one["address"] for one in given}
    assert all("王" in one["title"] for one in given)


def test_a_single_character_beside_words_is_a_wish(ask: Ask) -> None:
    """Who is called so comes first, but words within quotation marks leave single ones behind."""
    assert addresses(ask("王 戈壁")) == ["/volunteers/wb2021-001/"]
    assert addresses(ask("过“额济纳”旗，")) == addresses(ask("额济纳"))
    assert addresses(ask("来 额济纳"))[0] == addresses(ask("额济纳"))[0]
    assert addresses(ask("课 额济纳"))[0] == "/stories/x/"


def test_a_facet_narrows_and_is_no_word(ask: Ask) -> None:
    given = ask("额济纳", facets={"kind": "故事"})["results"]

    assert given == [
        {
            "address": "/stories/x/",
            "title": "额济纳的胡杨与课堂",
            "kind": "故事",
            "facets": {"kind": ["故事"]},
        }
    ]
    assert ask("额济纳", facets={"kind": "没有"})["total"] == 0


@pytest.mark.parametrize("query", ["", " ·、", "龘靐", "额济纳龘靐", "zzzz", "旗济额"])
def test_what_stands_nowhere_is_not_found(ask: Ask, query: str) -> None:
    assert ask(query) | {"milliseconds": 0, "files": []} == {
        "total": 0,
        "results": [],
        "milliseconds": 0,
        "files": [],
    }


def test_a_query_fetches_few_files(ask: Ask) -> None:
    """The manifest, a file for each title and each two characters, and the results' records."""
    answer = ask("阿依古丽买买提")

    assert len(answer["files"]) <= 1 + 1 + 4 + len(answer["results"])


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_small_site_is_searched_like_a_large_one(
    asking: Callable[[Sequence[Document]], Ask], count: int
) -> None:
    ask = asking(SPECIAL[:count])

    assert len(addresses(ask("额济纳"))) == min(count, 2)


def test_who_is_gone_cannot_be_asked_for(asking: Callable[[Sequence[Document]], Ask]) -> None:
    """Invariant 2: hashes cannot be searched for a name, so the index is asked for it."""
    canary = Document(
        "/volunteers/canary/", "欧阳金丝雀", "独一无二的经历。", {"kind": ("金丝雀",)}
    )
    assert asking([*SPECIAL, canary])("金丝雀")["total"] == 1

    ask = asking(SPECIAL)

    for query in ("欧阳", "金丝雀", "欧阳金丝雀", "独一无二", "雀"):
        assert ask(query)["total"] == 0
