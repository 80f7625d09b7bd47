"""The search index, measured: ``python -m benchmarks.search [N ...] [--prose FILE]``.

The documents are sentences of Chinese words (pypinyin's phrases) as often as words are: the n-th
most frequent is n times as rare as the first. Or of *prose*, if a file of it is given. Queries
are two to four characters that stand in some document, found by the real ``search.js`` in Chromium
and compared with what looking through every text finds.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from pypinyin.phrases_dict import phrases_dict

from benchmarks.tables import table
from generator.search import Document
from generator.search.postings import postings
from generator.search.shards import Change, Index
from generator.search.text import searchable
from tests.browser.serving import chromium, served

SCRIPT = Path(__file__).parents[1] / "theme" / "assets" / "search.js"
_PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>检索</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'">
"""
_ASK = """async ([query, options]) => {
  const { search } = await import("/assets/search.js");
  performance.clearResourceTimings();
  const started = performance.now();
  const { total, results } = await search(query, { base: "/search/", ...options });
  const milliseconds = performance.now() - started;
  const files = performance.getEntriesByType("resource").map((one) => [one.name, one.encodedBodySize]);
  return { total, results, milliseconds, files };
}"""
_COMMON = (
    *("的", "了", "在", "是", "和", "一个", "我们", "志愿者", "西部计划"),
    *("志愿服务", "学校", "学生", "老师", "支教", "基层", "工作", "服务", "新疆"),
)


def documents(count: int, prose: str = "") -> list[Document]:
    """*count* documents of 800 characters, the same each time."""
    chance = random.Random(count)
    words = sorted(word for word in phrases_dict if 2 <= len(word) <= 4)
    random.Random(1).shuffle(words)
    words = [*_COMMON, *words]
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(words))))

    def text() -> str:
        if prose:
            starts = (chance.randrange(len(prose) - 200) for _ in range(4))
            return "\n".join(prose[start : start + 200] for start in starts)
        sentences: list[str] = []
        while sum(map(len, sentences)) < 800:
            chosen = chance.choices(words, cum_weights=weights, k=14)
            sentences.append("".join(chosen[:8]) + "，" + "".join(chosen[8:]) + "。")
        return "".join(sentences)

    def document(number: int) -> Document:
        title = "".join(chance.choices(words[500:], k=2)) if number % 3 else f"样例{number:05}"
        kind = ("志愿者", "志愿者", "故事", "活动")[number % 4]
        cohort = 2007 + number % 20
        body = f"{title}\n{cohort}届 志愿者 西部计划\n{text()}"
        facets = {"kind": (kind,), "cohort": (str(cohort),)}
        return Document(f"/volunteers/wb{number:05}/", title, body, facets)

    return [document(number) for number in range(count)]


def posted(documents: Iterable[Document]) -> dict[str, bytes]:
    """What each of them brings, by its address."""
    documents = list(documents)
    addresses = [document.address for document in documents]
    return dict(zip(addresses, postings(documents), strict=True))


def indexed(documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
    """The files of their index."""
    return Index(posted(documents)).files()


def write(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """The index, the script and an empty page to ask it from, in *folder*."""
    for name, content in files:
        path = folder / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "assets").mkdir(exist_ok=True)
    shutil.copy(SCRIPT, folder / "assets" / "search.js")
    (folder / "index.html").write_text(_PAGE, "utf-8")


class Asker:
    """Asks an index in a browser."""

    def __init__(self, page: Page, origin: str) -> None:
        self._page = page
        self._origin = origin

    def ask(self, query: str, **options: object) -> Any:
        """What ``search`` gave, how long it took, and the files it fetched."""
        self._page.goto(self._origin)
        return self._page.evaluate(_ASK, [query, options])


@contextmanager
def asker(folder: Path) -> Iterator[Asker]:
    """A browser that has *folder* before it."""
    with served(folder) as origin, chromium() as browser:
        yield Asker(browser.new_page(), origin)


def main() -> None:
    """Measure, and print one Markdown table: a column for each count, to see the growth."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[10_000], metavar="N")
    parser.add_argument("--prose", type=Path, help="a text file to cut the documents from")
    given = parser.parse_args()
    prose = given.prose.read_text("utf-8") if given.prose else ""
    columns = [dict(_measured(documents(count, prose))) for count in given.counts]
    head = ["documents", *(f"{count:,}" for count in given.counts)]
    print(table(head, ([name, *(column[name] for column in columns)] for name in columns[0])))


def _measured(corpus: Sequence[Document]) -> Iterator[tuple[str, str]]:
    started, used = time.perf_counter(), time.process_time()
    kept = posted(corpus)
    between = time.process_time()
    whole = dict(Index(kept).files())
    wall, end = time.perf_counter() - started, time.process_time()
    yield (
        "cold",
        f"{wall:.2f} s ({end - used:.2f} s of one core: {between - used:.2f} + {end - between:.2f})",
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield "peak memory, documents included", f"{peak:.0f} MiB"
    size = sum(map(len, whole.values()))
    yield (
        "files",
        f"{len(whole):,}, {size / 1e6:.1f} MB, largest {max(map(len, whole.values())) / 1000:.1f} kB",
    )
    yield "postings kept", f"{sum(map(len, kept.values())) / 1e6:.1f} MB"
    yield from _after_an_edit(corpus, kept, whole)
    with tempfile.TemporaryDirectory() as folder:
        write(whole.items(), Path(folder))
        with asker(Path(folder)) as browser:
            yield from _asked(corpus, browser)


def _after_an_edit(
    corpus: Sequence[Document], kept: Mapping[str, bytes], whole: Mapping[str, bytes]
) -> Iterator[tuple[str, str]]:
    number = len(corpus) // 2
    text = corpus[number].text
    edited = replace(
        corpus[number], text=text[:60] + "我在操场边修好了水井，后来风沙也变了样。" + text[80:]
    )
    runs = []
    for _ in range(7):
        started, used = time.perf_counter(), time.process_time()
        came = posted([edited])
        index = Index({**kept, **came}, Change(came, {edited.address: kept[edited.address]}))
        after = dict(index.files(index.touched))
        runs.append((time.perf_counter() - started, time.process_time() - used))
    changed = [name for name, content in after.items() if content != whole[name]]
    wall, core = (min(times) * 1000 for times in zip(*runs, strict=True))
    yield "after an edit", f"{wall:.0f} ms ({core:.0f} ms of one core), {len(changed)} files"


def _asked(corpus: Sequence[Document], browser: Asker) -> Iterator[tuple[str, str]]:
    texts = {one.address: searchable(f"{one.title}\n{one.text}") for one in corpus}
    chance = random.Random(7)
    for length in (2, 3, 4):
        found, right, wrong, wrong_without, answers = 0, 0, 0, 0, []
        for query in (_a_query(texts, length, chance) for _ in range(60)):
            truth = {address for address, text in texts.items() if query in text}
            pairs = {query[at : at + 2] for at in range(length - 1)}
            without = sum(all(pair in text for pair in pairs) for text in texts.values())
            answer = browser.ask(query, limit=len(corpus))
            given = {result["address"] for result in answer["results"]}
            found, right = found + len(truth & given), right + len(truth)
            wrong, wrong_without = wrong + len(given - truth), wrong_without + without - len(truth)
            answers.append(browser.ask(query))
        of = f"{length} characters: "
        yield f"{of}recall", f"{found / right:.4f} of {right:,}"
        yield (
            f"{of}wrong",
            f"{wrong / (wrong + found):.3f} ({wrong_without / (wrong_without + right):.3f} without what follows)",
        )
        yield from _weights(answers, of)
    for query in ("志愿者", "西部计划", "西部计划志愿者"):
        yield from _weights([browser.ask(query)], f"{query}: ")
        yield from _weights([browser.ask(query, facets={"kind": "志愿者"})], f"{query}, narrowed: ")
    ranks = [_rank(browser.ask(one.title), one) for one in corpus[:: len(corpus) // 40]]
    yield "rank of a title", f"first for {ranks.count(1)} of {len(ranks)}, worst {max(ranks)}"


def _a_query(texts: dict[str, str], length: int, chance: random.Random) -> str:
    values = list(texts.values())
    while True:
        text = chance.choice(values)
        start = chance.randrange(len(text) - length)
        query = text[start : start + length]
        if all("\u4e00" <= character <= "\u9fff" for character in query):
            return query


def _weights(answers: Sequence[Any], of: str) -> Iterator[tuple[str, str]]:
    before = [_size(one, "/records/", without=True) / 1024 for one in answers]
    ten = [_size(one, "") / 1024 for one in answers]
    times = [one["milliseconds"] for one in answers]
    yield (
        f"{of}before results",
        f"median {statistics.median(before):.1f}, worst {max(before):.1f} KiB",
    )
    yield f"{of}with ten", f"median {statistics.median(ten):.1f}, worst {max(ten):.1f} KiB"
    yield f"{of}time", f"median {statistics.median(times):.0f}, worst {max(times):.0f} ms"


def _size(answer: Any, part: str, without: bool = False) -> int:
    return sum(size for name, size in answer["files"] if (part in name) != without)


def _rank(answer: Any, document: Document) -> int:
    addresses = [result["address"] for result in answer["results"]]
    return addresses.index(document.address) + 1 if document.address in addresses else 99


if __name__ == "__main__":
    main()
