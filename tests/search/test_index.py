"""The files of the index: the same for the same site, few for a small one, few for an edit."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest

from benchmarks.search import documents
from generator.search import Change, Document, Index, assemble, index, postings

EDIT = "我在操场边修好了水井，后来风沙也变了样。"


@pytest.fixture(scope="module")
def large() -> Sequence[Document]:
    return documents(2200)


@pytest.fixture(scope="module")
def kept(large: Sequence[Document]) -> Sequence[bytes]:
    return [postings(document) for document in large]


@pytest.fixture(scope="module")
def whole(kept: Sequence[bytes]) -> Index:
    return assemble(kept)


def test_the_order_of_documents_changes_nothing(corpus: Sequence[Document]) -> None:
    """Invariant 7."""
    assert dict(index(corpus)) == dict(index(corpus[::-1]))


def test_the_hash_seed_changes_nothing() -> None:
    """Invariant 7."""
    program = (
        "import hashlib; from generator.search import index; from benchmarks.search import documents\n"
        "print(hashlib.sha256(repr(sorted(index(documents(40)))).encode()).hexdigest())"
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
    assert len(dict(index(documents(count)))) <= most


def test_files_stay_small(whole: Index) -> None:
    assert max(map(len, whole.files.values())) < 24_000
    assert whole.names == whole.files.keys()


def changed(whole: Index, now: Sequence[bytes], change: Change) -> set[str]:
    """The files that differ; what is made for a change is what is made for the whole."""
    partly, anew = assemble(now, change), assemble(now)
    assert partly.names == anew.names
    assert all(content == anew.files[name] for name, content in partly.files.items())
    differing = {name for name, content in anew.files.items() if content != whole.files.get(name)}
    assert differing <= partly.files.keys()
    return differing


def test_an_edit_changes_few_files(
    large: Sequence[Document], kept: Sequence[bytes], whole: Index
) -> None:
    """A sentence is replaced by another: some twenty pairs go, twenty come."""
    edited = postings(replace(large[7], text=large[7].text.replace(large[7].text[60:80], EDIT)))

    differing = changed(
        whole, [*kept[:7], edited, *kept[8:]], Change(came=[edited], went=[kept[7]])
    )

    assert 0 < len(differing) <= 60


def test_an_addition_leaves_most_files_alone(kept: Sequence[bytes], whole: Index) -> None:
    """Documents are numbered by their address, so that none moves up for another."""
    new = postings(Document("/aaa/", "新来的", EDIT, {"kind": ("故事",)}))

    assert len(changed(whole, [*kept, new], Change([new], []))) <= 100


def test_a_removal_leaves_nothing_behind(kept: Sequence[bytes], whole: Index) -> None:
    """Invariant 2: the index is that of a site that never had the document."""
    changed(whole, kept[1:], Change([], [kept[0]]))


def test_a_renamed_facet_is_counted_anew(
    large: Sequence[Document], kept: Sequence[bytes], whole: Index
) -> None:
    moved = postings(replace(large[3], facets={"kind": ("新的一类",), "cohort": ("2010",)}))

    assert len(changed(whole, [*kept[:3], moved, *kept[4:]], Change([moved], [kept[3]]))) <= 5


@pytest.mark.parametrize("share", [0.25, 0.5])
def test_a_word_may_cease_to_be_common(monkeypatch: pytest.MonkeyPatch, share: float) -> None:
    """Then it is listed otherwise, in a file that nothing else may have touched."""
    monkeypatch.setattr("generator.search.shards._WORDS_IN_FILE", 64)
    chance = random.Random(1)
    words = [chr(0x4E00 + 2 * number) + chr(0x4E01 + 2 * number) for number in range(60)]

    def document(number: int) -> bytes:
        text = "，".join(word for word in words if chance.random() < share)
        return postings(Document(f"/{number}/", "题", text))

    few = [document(number) for number in range(2100)]
    more = [postings(Document(f"/more/{number}/", "题", "文")) for number in range(40)]

    changed(assemble(few), [*few, *more], Change(more, []))
    changed(assemble([*few, *more]), few, Change([], more))


def test_a_change_of_much_is_a_change_of_all(kept: Sequence[bytes]) -> None:
    """When the number of files changes, all are made."""
    few = kept[:100]

    changed(assemble(few), kept[:1000], Change(kept[100:1000], []))


def test_the_manifest_counts_what_a_search_can_be_narrowed_by() -> None:
    some = [Document(f"/{n}/", "题", "文", {"kind": (kind,)}) for n, kind in enumerate("甲乙甲")]

    manifest = json.loads(dict(index(some))["index.json"])

    assert manifest["documents"] == 3
    assert manifest["facets"] == {"kind": {"乙": 1, "甲": 2}}
