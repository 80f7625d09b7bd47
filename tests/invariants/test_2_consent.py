"""Invariant 2: what consent does not cover is in no byte of the site."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from PIL import ExifTags, Image

from generator.clearance.consent import GROUP_OF
from tests.site import ALL_GROUPS

NAME = "志愿者甲乙丙"

CANARIES = {
    "name": {"name": NAME, "pinyin": "canarypinyin"},
    "study": {"major": "金丝雀专业"},
    "placement": {
        "programme": "金丝雀专项",
        "placements": [
            {
                "province": "青海",
                "county": "金丝雀县",
                "host": "金丝雀中学",
                "post": "金丝雀岗位",
                "start": "2019-08",
                "end": "2020-07",
            }
        ],
        "mentor": {"name": "金丝雀导师", "consent": True},
    },
    "story": {
        "summary": "金丝雀简介。",
        "quote": "金丝雀一句话。",
        "body": "金丝雀正文。",
        "timeline": [{"date": "2019-08", "text": "金丝雀经过。"}],
        "coverage": [
            {
                "title": "金丝雀报道",
                "outlet": "金丝雀报",
                "date": "2019-01-01",
                "url": "https://canary.example.com/a",
            }
        ],
    },
    "after": {"after_service": {"on": "2021-09", "text": "金丝雀去向。"}},
}
"""group → fields that hold a word which stands nowhere else."""

WORDS = {
    "name": [NAME],
    "study": ["金丝雀专业"],
    "placement": [
        "金丝雀专项",
        "金丝雀县",
        "金丝雀中学",
        "金丝雀岗位",
        "金丝雀导师",
        "2019年8月到",
    ],
    "story": [
        "金丝雀简介",
        "金丝雀一句话",
        "金丝雀正文",
        "金丝雀经过",
        "金丝雀报道",
        "金丝雀报",
        "canary.example.com",
    ],
    "after": ["金丝雀去向"],
}
"""group → the words that its fields hold, as far as pages show them."""


UNSEEN = {"canary.example.com"}
"""Stands in an address only, and a search looks through what is seen."""


def found_by_asking(ask):
    """The words that the search index finds: it is hashes, in which no canary can be looked for."""
    return {word for words in WORDS.values() for word in words if word not in UNSEEN and ask(word)}


def crowd(site, consent):
    """A volunteer with a canary in every field, and all that could repeat it."""
    fields = {}
    for group in CANARIES.values():
        fields.update(group)
    site.add("units/one", name="示例学院")
    site.add("honours/medal", recipients=[{"volunteer": "wb2019-001"}])
    site.add("volunteers/wb2019-001", **fields, college="one", featured=True, consent=consent)
    site.add("volunteers/wb2024-002", name="志愿者丁", college="one")
    site.add("stories/with", title="有人物的故事", volunteers=["wb2019-001"], summary="示例。")
    site.add("events/talk", speakers=[{"volunteer": "wb2019-001"}])
    site.add("stories/link", body="见[](../volunteers/wb2019-001.yml)。")


def test_every_field_with_a_group_has_a_canary():
    """A new field of a volunteer must be added to this test."""
    # These hold ids, and words of closed lists; the tests of the consent itself look for them.
    ids_and_options = {"college", "degree", "honours", "portrait"}
    covered = {field for fields in CANARIES.values() for field in fields}

    assert covered | ids_and_options == set(GROUP_OF)


def test_with_full_consent_every_canary_is_found(site, searching):
    """So that the tests below look for what is there otherwise."""
    crowd(site, {"granted": "2019-09-01", "covers": list(ALL_GROUPS)})

    site.build()

    every = {word for words in WORDS.values() for word in words}
    assert found_by_asking(searching(site)) == every - UNSEEN

    for words in WORDS.values():
        for word in words:
            assert site.files_containing(word), word
    assert site.has("/stories/with/")


@pytest.mark.parametrize("left_out", WORDS)
def test_a_group_that_is_not_covered_is_in_no_byte_of_the_site(site, searching, left_out):
    """The other groups are."""
    covers = [group for group in ALL_GROUPS if group != left_out]
    crowd(site, {"granted": "2019-09-01", "covers": covers})

    site.build()

    for group, words in WORDS.items():
        for word in words:
            assert bool(site.files_containing(word)) is (group != left_out), word
    assert found_by_asking(searching(site)).isdisjoint(WORDS[left_out])


@pytest.mark.parametrize("group", WORDS)
def test_a_group_that_is_covered_alone_brings_no_other_with_it(site, searching, group):
    """Consent to one thing is consent to that thing."""
    crowd(site, {"granted": "2019-09-01", "covers": [group]})

    site.build()

    for other, words in WORDS.items():
        for word in words:
            assert bool(site.files_containing(word)) is (other == group), word
    assert not site.has("/stories/with/")
    assert found_by_asking(searching(site)) == set(WORDS[group]) - UNSEEN


@pytest.mark.parametrize(
    "consent",
    [
        None,
        {"granted": "2026-11-25", "covers": list(ALL_GROUPS)},
        {"granted": "2019-09-01", "covers": list(ALL_GROUPS), "until": "2026-11-23"},
        {"granted": "2019-09-01", "covers": list(ALL_GROUPS), "withdrawn": "2026-11-24"},
    ],
    ids=["none", "not yet granted", "expired", "withdrawn"],
)
def test_without_live_consent_no_byte_of_the_site_knows_the_person(site, searching, consent):
    """Neither the words, nor the id, nor that there was somebody in that place or cohort."""
    crowd(site, consent)

    site.build()

    for words in WORDS.values():
        for word in words:
            assert site.files_containing(word) == [], word
    assert site.files_containing("金丝雀") == []
    assert site.files_containing("wb2019-001") == []
    assert not site.has("/volunteers/province/qinghai/")
    assert not site.has("/stories/with/")
    assert "志愿者丁" in site.page("/volunteers/").text
    ask = searching(site)
    assert found_by_asking(ask) == set()
    assert ask("金丝雀") == ask("wb2019-001") == ask("示例", facets={"province": "青海"}) == []
    assert ask("志愿者丁")[0] == "/volunteers/wb2024-002/"


def test_a_withdrawal_leaves_a_tombstone_and_no_other_byte(site, searching):
    """The address answers; nothing tells who stood there."""
    crowd(site, {"granted": "2019-09-01", "covers": list(ALL_GROUPS)})
    site.build()
    site.build()  # into the other tree, so that the next one finds files to leave as they are
    assert site.files_containing(NAME)
    assert searching(site)(NAME)

    site.add("volunteers/wb2019-001").withdraw("2026-11-24")
    site.build()

    assert site.page("/volunteers/wb2019-001/").is_tombstone
    assert site.files_containing("wb2019-001") == ["volunteers/wb2019-001/index.html"]
    assert site.files_containing("金丝雀") == []
    assert site.files_containing(NAME) == []
    ask = searching(site)
    assert found_by_asking(ask) == set()
    assert ask("wb2019-001") == []


# Ten people, and how far each agreed: the groups that may be seen of them, and the consent.
TEN = {
    "子": ((), None),
    "丑": ((), {"granted": "2026-11-25", "covers": list(ALL_GROUPS)}),
    "寅": ((), {"granted": "2019-09-01", "until": "2026-11-23", "covers": list(ALL_GROUPS)}),
    "卯": ((), {"granted": "2019-09-01", "withdrawn": "2026-11-24", "covers": list(ALL_GROUPS)}),
    "辰": ((), {"granted": "2019-09-01", "withdrawn": "2019-09-02", "covers": ["name"]}),
    "巳": (("name",), {"granted": "2019-09-01", "covers": ["name"]}),
    "午": (("study", "after"), {"granted": "2019-09-01", "covers": ["study", "after", "portrait"]}),
    "未": (("placement",), {"granted": "2019-09-01", "covers": ["placement"]}),
    "申": (("name", "portrait"), {"granted": "2019-09-01", "covers": ["name", "portrait"]}),
    "酉": (("story",), {"granted": "2019-09-01", "covers": ["story"]}),
}
VISIBLE = "戌"
FULL = {"granted": "2019-09-01", "covers": list(ALL_GROUPS)}


def words_of(sign):
    """group → the words that a person's fields hold; "never" is what no consent publishes."""

    def word(*ends):
        return [f"金丝雀{sign}{end}" for end in ends]

    return {
        "name": word("某"),
        "study": word("专业"),
        "placement": word("专项", "县", "中学", "岗位", "导师"),
        "portrait": word("画面"),
        "story": word("简介", "一句话", "正文", "经过", "报道", "报社"),
        "after": word("去向"),
        "never": word("存放处", "审核人", "旁人", "相机", "附言"),
    }


def canary(site, number, sign, consent):
    """A person with a canary in every field and in the picture's file, and all that repeats them."""
    id = f"wb2019-{number:03}"
    word = f"金丝雀{sign}".__add__
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = word("相机")
    picture = Image.new("RGB", (320, 400), (number * 20, 90, 90))
    file = site.content_folder / "media" / f"{id}.jpg"
    file.parent.mkdir(exist_ok=True)
    picture.save(file, exif=exif, comment=word("附言").encode())
    subject = {"consent": {"record": word("存放处")}}
    site.add(
        f"media/{id}",
        file=f"{id}.jpg",
        alt=word("画面"),
        subjects=[{"volunteer": id, **subject}, {"description": word("旁人"), **subject}],
    )
    site.add(
        f"volunteers/{id}",
        name=word("某"),
        pinyin=f"canary {'abcdefghijk'[number] * 4}",
        college="one",
        major=word("专业"),
        degree="master",
        programme=word("专项"),
        placements=[
            {
                "province": "青海",
                "county": word("县"),
                "host": word("中学"),
                "post": word("岗位"),
                "start": "2019-08",
            }
        ],
        mentor={"name": word("导师"), "consent": True},
        honours=["medal"],
        portrait=id,
        summary=f"{word('简介')}。",
        quote=f"{word('一句话')}。",
        body=f"{word('正文')}。\n\n![{word('画面')}](../media/{id}.yml)\n",
        timeline=[{"date": "2019-08", "text": f"{word('经过')}。", "event": "talk"}],
        coverage=[
            {
                "title": word("报道"),
                "outlet": word("报社"),
                "date": "2019-01-01",
                "url": f"https://canary{number}.example.com/a",
            }
        ],
        after_service={"on": "2021-09", "text": word("去向")},
        featured=True,
        consent={**consent, "record": word("存放处")} if consent else None,
        publish={"approved": {"by": word("审核人"), "on": "2019-01-01"}},
    )
    site.add(
        f"stories/of-{number}", title=f"故事{number}", volunteers=[id], cover=id, summary="示例。"
    )


def of_ten(site):
    """The ten and one visible person, and what names them all."""
    site.add("units/one", name="示例学院")
    signs = [*TEN, VISIBLE]
    ids = [f"wb2019-{number:03}" for number in range(len(signs))]
    site.add("honours/medal", recipients=[{"volunteer": id} for id in ids])
    site.add("events/talk", speakers=[{"volunteer": id} for id in ids])
    site.write(
        "pages/people.md",
        "# 名单\n\n" + "".join(f"- [](../volunteers/{id}.yml)\n" for id in ids),
    )
    for number, sign in enumerate(signs):
        canary(site, number, sign, TEN[sign][1] if sign in TEN else FULL)


def bytes_below(folder):
    """Every byte of every file below *folder*, and the files' names."""
    found = [
        path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    return b"\0".join(found).replace(b"<wbr>", b"").replace(b"\r\n ", b"")


def stand(word, data):
    """Whether *word* stands in *data*, in any way in which a file may write it."""
    forms = {word.encode(), quote(word).encode(), quote(word).lower().encode()}
    forms |= {word.encode("unicode-escape"), word.encode("ascii", "xmlcharrefreplace")}
    return any(
        form in data for form in (*forms, word.encode("utf-16-le"), word.encode("utf-16-be"))
    )


def test_of_ten_people_only_what_each_agreed_to_is_in_any_byte(site, searching):
    """In pages, calendars, pictures and all else, by looking; in the search's hashes, by asking.

    What each did agree to is found, and of the one who agreed to everything, everything.
    """
    of_ten(site)
    site.build()
    data, ask = bytes_below(site.folder), searching(site)

    for sign, allowed in [
        *((sign, allowed) for sign, (allowed, _) in TEN.items()),
        (VISIBLE, ALL_GROUPS),
    ]:
        for group, words in words_of(sign).items():
            for word in words:
                assert stand(word, data) is (group in allowed), word
                asked = group in allowed and (group != "portrait" or "story" in allowed)
                assert bool(ask(word)) is asked, word  # only a text's pictures have words to find
    for number, (sign, (allowed, _)) in enumerate(TEN.items()):
        id = f"wb2019-{number:03}"
        assert stand(f"canary{number}.example.com", data) is ("story" in allowed), sign
        assert site.has(f"/volunteers/{id}/") is bool(allowed), sign
        assert stand(id, data) is bool(allowed), sign
        assert not site.has(f"/stories/of-{number}/"), sign
    assert stand("canary10.example.com", data)
    assert site.has("/stories/of-10/")
    pictures = [name for name in site.files if name.startswith("pictures/")]
    assert len(pictures) == len(set(re.findall(rb"pictures/[0-9a-f]+\.webp", data)))


def test_who_is_withdrawn_is_in_no_byte_beside_the_content_either(site):
    """Neither in what builds keep for the next one, nor in earlier editions."""
    of_ten(site)
    site.build(production=True)
    kept = [site.root / ".cache", site.root / ".site.westbound"]
    assert stand(f"金丝雀{VISIBLE}某", bytes_below(kept[0]))

    for number in range(11):
        site.add(f"volunteers/wb2019-{number:03}").withdraw("2026-11-24")
        site.write(f"stories/of-{number}.yml", "withdrawn:\n  on: 2026-11-24\n")
        for suffix in ("yml", "jpg"):
            (site.content_folder / "media" / f"wb2019-{number:03}.{suffix}").unlink()
    site.build(production=True)  # which settles the receipts that these people are owed

    for folder in (site.folder, *kept):
        assert not stand("金丝雀", bytes_below(folder)), folder.name


def test_the_example_content_shows_nobody_who_did_not_agree(example_site):
    """Also an example must not show what consent does not cover."""
    import yaml

    from tests.site import ROOT

    for path in (ROOT / "content" / "volunteers").glob("*.yml"):
        record = yaml.safe_load(path.read_text("utf-8"))
        covers = record.get("consent", {}).get("covers", [])
        for group, field in (("name", "name"), ("story", "quote"), ("story", "summary")):
            if field in record:
                shown = example_site.files_containing(record[field])
                assert bool(shown) is (group in covers), f"{path.name}: {field}"
