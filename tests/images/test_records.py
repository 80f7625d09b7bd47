"""Pictures and their records: what does not fit stops the build, at its place."""

from __future__ import annotations

import pytest

from generator.problems import Language, Severity
from generator.reading.pictures import BYTES
from tests.images.canaries import picture, saved


def seen(site):
    """File, key, code and weight of each problem; and every message says what it wants to say."""
    found = site.problems()
    for problem in found:
        for language in Language:
            assert "None" not in problem.message(language)
    return [(p.file, p.key, p.code, p.severity is Severity.ERROR) for p in found]


def test_a_picture_without_a_record_stops_the_build(site):
    """At the file, though nothing uses it."""
    site.picture("a.jpg")

    assert seen(site) == [("content/media/a.jpg", "", "picture-unrecorded", True)]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("none.jpg", "picture-missing"),
        ("A.JPG", "picture-missing-near"),  # Windows would open it, a server would not
        ("a.gif", "picture-kind"),
    ],
)
def test_a_record_whose_file_is_not_there_is_told_at_its_line(site, file, code):
    """And the file that it most likely means is not blamed as well."""
    site.picture("a.jpg")
    if code != "picture-missing-near":
        site.add("media/other", file="a.jpg")
    site.write("media/a.yml", f"file: {file}\nalt: 示例\n")

    assert seen(site) == [("content/media/a.yml", "file", code, True)]


def test_two_records_of_one_picture_could_disagree_on_who_is_in_it(site):
    site.add("media/a", file="a.jpg")
    site.add("media/b", file="a.jpg")

    assert seen(site) == [("content/media/b.yml", "file", "picture-twice", True)]


def test_a_broken_record_is_the_only_one_that_is_blamed(site):
    """Its picture is not called unrecorded."""
    site.picture("a.jpg")
    site.write("media/a.yml", "file: a.jpg\nalt: [\n")

    assert {file for file, *_ in seen(site)} == {"content/media/a.yml"}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", b"", "picture-empty"),
        ("a.jpg", b"x", "picture-kind"),
        ("a.gif", saved(picture(), "GIF"), "picture-kind"),
        ("a.png", saved(picture(), "JPEG"), "picture-suffix"),
        ("a.jpg", saved(picture(), "JPEG")[:-30], "picture-broken"),
        ("a.jpg", saved(picture().convert("CMYK"), "JPEG"), "picture-colours"),
        ("2026/a.jpg", saved(picture(), "JPEG"), "picture-below"),
    ],
)
def test_a_file_that_cannot_be_shown_is_told_once_at_its_place(site, name, data, code):
    path = site.content_folder / "media" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(data)

    assert seen(site) == [(f"content/media/{name}", "", code, True)]


def test_a_huge_file_is_not_read(site):
    path = site.content_folder / "media" / "a.jpg"
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(BYTES + 1)

    assert seen(site) == [("content/media/a.jpg", "", "picture-heavy", True)]


GUARDED = {"record": "示例", "guardian": True}


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ({"description": "一名学生", "minor": True}, [("minor-unguarded", True)]),
        (
            {"description": "一名学生", "minor": True, "consent": {"record": "示例"}},
            [("minor-unguarded", True)],
        ),
        ({"description": "一名学生", "minor": True, "consent": GUARDED}, []),
        ({"description": "一位同事"}, [("subject-no-consent", False)]),
        ({"description": "一位同事", "consent": {"record": "示例"}}, []),
    ],
)
def test_a_minor_without_a_guardians_consent_stops_the_build(site, subject, found):
    """Used or not; an adult's missing consent keeps the picture back."""
    site.add("media/a", subjects=[subject])

    told = [(code, error) for _, key, code, error in seen(site) if key == "subjects.0"]
    assert told == found


def test_the_record_of_a_portrait_names_whose_it_is(site):
    """Else a withdrawal would leave the picture wherever it stands besides."""
    site.add("media/a")
    site.add("volunteers/x", portrait="a")

    assert seen(site) == [("content/volunteers/x.yml", "portrait", "portrait-unnamed", True)]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("![](../media/a.yml)", []),
        ("> ![](../media/a.yml)", []),
        ("![](../media/none.yml)", ["dangling-link"]),
        ("![](../media/a.jpg)", ["picture-in-prose"]),
        ("![](https://example.com/a.jpg)", ["picture-in-prose"]),
        ("字![](../media/a.yml)", ["picture-inline"]),
        ("- ![](../media/a.yml)", ["picture-inline"]),
        ("[![](../media/a.yml)](../stories/x.yml)", ["picture-inline"]),
    ],
)
def test_a_picture_in_prose_is_a_record_in_a_paragraph_of_its_own(site, body, codes):
    site.add("media/a", file="a.jpg")
    site.add("stories/x", body=f"开头。\n\n{body}\n\n结尾。")

    assert [code for *_, code, _ in seen(site)] == codes


def test_words_about_a_picture_are_held_to_the_rules_of_all_words(site):
    """A telephone number in them stops the build."""
    site.add("media/a", alt="联系13912345678")

    assert [code for *_, code, _ in seen(site)] == ["mobile-number"]
