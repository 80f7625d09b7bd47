"""The files of the index: the same for the same site, few for a small one, few for an edit."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from benchmarks.search import documents, indexed, posted
from generator.search import Document
from generator.search.postings import postings
from generator.search.shards import Change, Index

Files = dict[str, bytes]
Kept = dict[str, bytes]
EDIT = "我在操场边修好了水井，后来风沙也变了样。"


def files(documents: Iterable[Document]) -> Files:
    """The whole index."""
    return dict(indexed(documents))


@pytest.fixture(scope="module")
def large() -> Sequence[Document]:
    return documents(2200)


@pytest.fixture(scope="module")
def kept(large: Sequence[Document]) -> Kept:
    return posted(large)


@pytest.fixture(scope="module")
def whole(kept: Kept) -> Files:
    return dict(Index(kept).files())


def test_the_order_of_documents_changes_nothing(corpus: Sequence[Document]) -> None:
    """Invariant 7."""
    assert files(corpus) == files(corpus[::-1])


def test_what_a_document_brings_is_the_same_whatever_stands_beside_it() -> None:
    """Invariant 7: after an edit, a page is indexed alone that was indexed with others before."""
    some = [
        Document("/a/", "", "", {"kind": ()}),
        Document("/b/", "题ab", "", also=("别名",)),
        Document("/c/", "", "末尾"),
        Document("/d/", "x", "y"),
        Document("/e/", "z" * 40, "的的的 wb2024-001"),
    ]

    assert postings(some) == [alone for one in some for alone in postings([one])]


def test_the_hash_seed_changes_nothing() -> None:
    """Invariant 7."""
    program = (
        "import hashlib; from benchmarks.search import documents, indexed\n"
        "print(hashlib.sha256(repr(sorted(indexed(documents(40)))).encode()).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(made) == 1


@pytest.mark.parametrize(("count", "most"), [(0, 5), (1, 5), (50, 24), (300, 100)])
def test_a_small_site_has_few_files(count: int, most: int) -> None:
    assert len(files(documents(count))) <= most


def test_files_stay_small(whole: Files) -> None:
    assert max(map(len, whole.values())) < 24_000


def changed(before: Kept, now: Kept, whole: Files | None = None) -> set[str]:
    """The files that differ; what is made for a change is what is made for the whole."""
    came = {address: one for address, one in now.items() if before.get(address) != one}
    went = {address: one for address, one in before.items() if now.get(address) != one}
    index = Index(now, Change(came, went))
    whole, partly = whole or dict(Index(before).files()), dict(index.files(index.touched))
    anew = dict(Index(now).files())
    assert index.names == anew.keys()
    assert partly.keys() == index.touched
    assert all(content == anew[name] for name, content in partly.items())
    differing = {name for name, content in anew.items() if content != whole.get(name)}
    assert differing <= partly.keys()
    return differing


def test_an_edit_changes_few_files(large: Sequence[Document], kept: Kept, whole: Files) -> None:
    """A sentence is replaced by another: some twenty pairs go, twenty come."""
    edited = replace(large[7], text=large[7].text.replace(large[7].text[60:80], EDIT))

    assert 0 < len(changed(kept, {**kept, **posted([edited])}, whole)) <= 60


def test_an_addition_leaves_most_files_alone(kept: Kept, whole: Files) -> None:
    """Documents are numbered by their address, so that none moves up for another."""
    new = Document("/aaa/", "新来的", EDIT, {"kind": ("故事",)})

    assert len(changed(kept, {**kept, **posted([new])}, whole)) <= 100


def test_a_removal_leaves_nothing_behind(
    large: Sequence[Document], kept: Kept, whole: Files
) -> None:
    """Invariant 2: the index is that of a site that never had the document."""
    changed(
        kept, {address: kept[address] for address in kept if address != large[0].address}, whole
    )


def test_a_renamed_facet_is_counted_anew(
    large: Sequence[Document], kept: Kept, whole: Files
) -> None:
    moved = replace(large[3], facets={"kind": ("新的一类",), "cohort": ("2010",)})

    assert len(changed(kept, {**kept, **posted([moved])}, whole)) <= 5


@pytest.mark.parametrize("share", [0.25, 0.5])
def test_a_word_may_cease_to_be_common(monkeypatch: pytest.MonkeyPatch, share: float) -> None:
    """Then it is listed otherwise, in a file that nothing else may have touched."""
    monkeypatch.setattr("generator.search.shards._WORDS_IN_FILE", 64)
    chance = random.Random(1)
    words = [chr(0x4E00 + 2 * number) + chr(0x4E01 + 2 * number) for number in range(60)]

    def document(number: int) -> Document:
        text = "，".join(word for word in words if chance.random() < share)
        return Document(f"/{number}/", "题", text)

    few = posted(document(number) for number in range(2100))
    more = {**few, **posted(Document(f"/more/{number}/", "题", "文") for number in range(40))}

    changed(few, more)
    changed(more, few)


def test_a_change_of_much_is_a_change_of_all(kept: Kept) -> None:
    """When the number of files changes, all are made."""
    few, most = (dict(list(kept.items())[:count]) for count in (100, 1000))

    changed(few, most)


def test_the_manifest_counts_what_a_search_can_be_narrowed_by() -> None:
    some = [Document(f"/{n}/", "题", "文", {"kind": (kind,)}) for n, kind in enumerate("甲乙甲")]

    manifest = json.loads(files(some)["index.json"])

    assert manifest["documents"] == 3
    assert manifest["facets"] == {"kind": {"乙": 1, "甲": 2}}
