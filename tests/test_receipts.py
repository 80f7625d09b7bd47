"""Receipts: once somebody withdrew, the next publication says what became of them on the site."""

from __future__ import annotations

import json

import pytest

from tests.commands import build, run
from tests.site import ALL_GROUPS, TODAY

NAME, PINYIN = "麴三木", "Qu Sanmu"
CONSENT = {"granted": "2024-09-01", "covers": list(ALL_GROUPS)}
WITHDRAWN = {**CONSENT, "withdrawn": "2026-11-20"}
TOMBSTONE = "withdrawn:\n  on: 2026-11-20\n"


@pytest.fixture
def published(site):
    """A site that shows somebody: on their page, in lists, on a story, in a picture."""
    site.add("media/face", file="face.jpg", subjects=[{"volunteer": "a"}])
    site.add("volunteers/a", name=NAME, pinyin=PINYIN, portrait="face")
    site.add("volunteers/b", name="志愿者乙")
    site.add("stories/x", title="另一篇", volunteers=["a"])
    site.build(production=True)
    return site


def receipts(site):
    """The receipts by their names."""
    folder = site.root / "receipts"
    return {path.name: path.read_text("utf-8") for path in folder.glob("*")}


def kept(site):
    """What publishing keeps beside the site, and the receipts: all that is not the content."""
    folders = (site.root / ".site.westbound", site.root / "receipts")
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def tombstone(site):
    site.write("volunteers/a.yml", TOMBSTONE)


def consent_only(site):
    site.add("volunteers/a", name=NAME, pinyin=PINYIN, portrait="face", consent=WITHDRAWN)


@pytest.mark.parametrize("withdraw", [tombstone, consent_only])
def test_a_withdrawal_has_a_receipt_with_the_next_publication(published, withdraw):
    """What changed, that no file names the person, and what is left to do outside."""
    pictures = [name for name in published.files if name.startswith("pictures/")]
    withdraw(published)

    published.build(production=True)

    ((name, text),) = receipts(published).items()
    assert name == f"a-{TODAY}.txt"
    assert "记录编号：volunteers/a\n" in text
    assert "撤回日期：2026-11-20\n" in text
    assert "/volunteers/a/  换成一句话：已撤下" in text
    assert "/volunteers/  已更新" in text
    assert "/search/volunteers/q/  已删除" in text
    assert "/stories/x/  换成一句话：已撤下" in text
    assert f"全部{len(published.files)}个文件" in text
    assert f"{sum(map(len, published.files.values())):,}字节" in text
    assert published.digest in text
    assert "不在任何一个文件里" in text
    assert f"一共删去{len(pictures)}个图片文件" in text
    for left in ("Git", "搜索引擎", "海报", "公众号", "备份"):
        assert left in text


@pytest.mark.parametrize("withdraw", [tombstone, consent_only])
def test_no_more_is_kept_than_the_receipt_needs(published, withdraw):
    """The name goes with the last edition that bore it; the receipt has the id alone."""
    withdraw(published)

    published.build(production=True)

    for path in kept(published):
        assert NAME.encode() not in path.read_bytes(), path
        assert PINYIN.encode() not in path.read_bytes(), path
    assert published.files_containing("receipts") == []


def test_one_withdrawal_has_one_receipt(published):
    """The publications after it owe nothing."""
    tombstone(published)
    published.build(production=True)
    first = receipts(published)

    published.build("2026-11-26", production=True)

    assert receipts(published) == first


@pytest.mark.parametrize("change", ["nobody", "expired", "fewer groups"])
def test_only_who_withdrew_has_a_receipt(published, change):
    """Not whose consent ran out, or covers less than before."""
    consents = {
        "nobody": CONSENT,
        "expired": {**CONSENT, "until": "2026-11-20"},
        "fewer groups": {**CONSENT, "covers": ["study"]},
    }
    published.add(
        "volunteers/a", name=NAME, pinyin=PINYIN, portrait="face", consent=consents[change]
    )

    published.build(production=True)

    assert receipts(published) == {}


def test_a_build_that_is_not_for_readers_owes_the_receipt_to_the_next_one(published):
    """It would tell of a site that nobody sees; who withdrew is not forgotten."""
    tombstone(published)
    published.build()
    assert receipts(published) == {}

    published.build(production=True)

    (text,) = receipts(published).values()
    assert "/volunteers/a/  换成" in text
    assert "不在任何一个文件里" in text


WHERE = {
    "a story": lambda site: site.add("stories/x", title="另一篇", body="谢谢麴　三木。"),
    "a title": lambda site: site.add("stories/x", title="谢谢Qu Sanmu"),
    "a tag": lambda site: site.write("pages/about.md", "# 关于\n\n<b title='麴三木'>x</b>\n"),
    "an address": lambda site: site.write("pages/麴三木.md", "# 关于\n"),
    "a page": lambda site: site.write("pages/about.md", "# 关于\n\n麴**三**木。\n"),
    "a link": lambda site: site.write(
        "pages/about.md", "# 关于\n\n[x](https://example.com/%E9%BA%B4%E4%B8%89%E6%9C%A8)\n"
    ),
}


@pytest.mark.parametrize("where", WHERE.values(), ids=WHERE)
def test_a_name_that_still_stands_somewhere_is_said_until_it_is_gone(published, where):
    """However it is typed; a record that is a tombstone does not tell any more whom to look for."""
    published.add("stories/x", title="另一篇")
    tombstone(published)
    where(published)

    published.build(production=True)

    (text,) = receipts(published).values()
    assert "没有撤干净" in text
    assert "不在任何一个文件里" not in text
    assert NAME not in text

    published.add("stories/x", title="另一篇")
    for path in (published.content_folder / "pages").glob("*.md"):
        path.unlink()
    published.build("2026-11-26", production=True)

    assert "不在任何一个文件里" in receipts(published)["a-2026-11-26.txt"]
    assert all(NAME.encode() not in path.read_bytes() for path in kept(published))


def test_the_build_says_where_the_receipt_is_and_what_is_not_gone(published):
    """The command, as its operator sees it."""
    published.add("stories/x", title="另一篇", body="谢谢麴三木。")
    tombstone(published)

    done = build(published, "--production", "--lang", "zh")

    assert done.returncode == 1  # published, but whoever runs it must not miss that
    assert "没有撤干净：姓名还在 1 个文件里" in done.stderr.decode()
    assert f"a-{TODAY}.txt" in done.stderr.decode()


def test_withdrawing_by_the_command_leads_to_a_receipt(site):
    """From one to the other, as the manual says."""
    site.add("volunteers/a", name=NAME)
    site.build(production=True)
    done = run("withdraw", "volunteers/a", "--as-of", TODAY, "--lang", "zh", cwd=site.root)
    assert done.returncode == 0
    assert "receipts" in done.stderr.decode()

    assert build(site, "--production").returncode == 0

    assert "撤回日期：" + TODAY in receipts(site)[f"a-{TODAY}.txt"]


def test_an_anonymous_volunteer_has_a_receipt_without_a_search(site):
    """Their name was never shown, and is kept nowhere."""
    site.add("volunteers/a", name=NAME, consent={"granted": "2024-09-01", "covers": ["study"]})
    site.build(production=True)
    assert all(NAME.encode() not in path.read_bytes() for path in kept(site))
    tombstone(site)

    site.build(production=True)

    assert "以前没有公开姓名" in receipts(site)[f"a-{TODAY}.txt"]


def test_a_note_of_who_is_owed_one_that_is_damaged_stops_nothing(published):
    """A kill, or a full disk."""
    (published.root / ".site.westbound" / "owed.json").write_text(json.dumps([{"id": 1}]))
    tombstone(published)

    published.build(production=True)

    assert len(receipts(published)) == 1
