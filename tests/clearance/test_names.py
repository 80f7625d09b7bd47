"""A record may not name somebody who did not agree to be named (invariant 2)."""

from __future__ import annotations

import pytest

from generator.clearance.names import mentions
from generator.plugin import Stopped
from generator.problems import Language, Severity
from tests.site import SOURCE

HIDDEN = {"granted": "2024-09-01", "covers": ["study"]}


def test_a_record_that_names_a_hidden_person_is_an_error_where_it_does(site):
    """At the line and column of the name, in prose and in any other text."""
    site.add("volunteers/wb2024-001", name="志愿者丁", consent=HIDDEN)
    site.write(
        "stories/naming.yml",
        "title: 示例\n"
        "date: 2026-10-01\n"
        "summary: 记志愿者丁的一天\n"
        "body: |\n"
        "  第一行。\n"
        "\n"
        "  后来，志愿者丁说：好。\n",
    )

    assert site.seen() == [
        ("content/stories/naming.yml", 3, 11, "names-withheld"),
        ("content/stories/naming.yml", 7, 6, "names-withheld"),
    ]


def test_the_message_does_not_repeat_the_name(site):
    """A log of CI is public as well: it gets the first character and the record's id."""
    site.add("volunteers/wb2024-001", name="志愿者丁", consent=HIDDEN)
    site.add("stories/naming", body="志愿者丁来了。")

    (problem,) = site.problems()

    for language in Language:
        assert "志愿者丁" not in problem.line_in(language)
        assert "志…" in problem.line_in(language)
        assert "wb2024-001" in problem.line_in(language)


def test_a_hand_written_page_that_names_a_hidden_person_is_an_error(site):
    """Pages are held to the rule of records."""
    site.add("volunteers/wb2024-001", name="志愿者丁", consent=HIDDEN)
    site.write("pages/about.md", "# 关于\n\n感谢志愿者丁。\n")

    assert site.seen() == [("content/pages/about.md", 3, 3, "names-withheld")]


def test_the_site_is_not_built_while_a_record_names_a_hidden_person(site):
    """An error, not a warning."""
    site.add("volunteers/wb2024-001", name="志愿者丁", consent=HIDDEN)
    site.add("stories/naming", body="志愿者丁来了。")

    with pytest.raises(Stopped):
        site.build()

    assert not site.folder.exists()


def test_the_persons_own_record_may_hold_the_name(site):
    """It is withheld there anyway."""
    site.add("volunteers/wb2024-001", name="志愿者丁", consent=HIDDEN, body="我是志愿者丁。")

    assert site.problems() == []
    assert site.build().files_containing("志愿者丁") == []


def test_a_namesake_who_agreed_may_be_named(site):
    """The words then name the one who agreed."""
    site.add("volunteers/wb2024-001", name="志愿者丁", consent=HIDDEN)
    site.add("volunteers/wb2024-002", name="志愿者丁")
    site.add("stories/naming", body="志愿者丁来了。")

    assert site.problems() == []


def test_a_withheld_record_that_names_a_hidden_person_is_no_problem_yet(site):
    """A draft is not published, so it names nobody."""
    site.add("volunteers/wb2024-001", name="志愿者丁", consent=HIDDEN)
    site.add("stories/naming", body="志愿者丁来了。", publish={"state": "draft"})

    assert site.problems() == []


def test_naming_who_agreed_is_no_problem(site):
    """What is in order is left alone."""
    site.add("volunteers/wb2024-001", name="志愿者丁")
    site.add("stories/naming", body="志愿者丁来了。")

    assert site.problems() == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("志愿者丁和志愿者戊", [(0, "志愿者丁"), (5, "志愿者戊")]),
        ("志愿者丁一来了", [(0, "志愿者丁一")]),  # the longest name there is
        ("志愿者己来了", []),
        ("", []),
    ],
)
def test_names_are_found_whole_and_in_order(text, found):
    """Each place once, as the longest of the names that stand there."""
    assert list(mentions(text, ("志愿者丁", "志愿者戊", "志愿者丁一"))) == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("麴三", "见麴\n三。"),
        ("麴三", "名单：麴　三、"),
        ("麴三", "麴 三"),
        ("麴三", "**麴**三"),
        ("麴三", "麴**三**"),
        ("麴三", "麴&#19977;"),
        ("麴三", "麴&#x4E09;"),
        ("麴三", "麴\u200b三"),
        ("麴三", "麴\u00ad三"),
        ("麴三", "[麴](../volunteers/a.yml)三、麴<b>三</b>"),
        ("麴三", "<麴三>"),
        ("麴三", "<img alt='麴三'>"),
        ("阿依古丽·买买提", "阿依古丽•买买提"),
        ("阿依古丽·买买提", "阿依古丽・买买提"),
        ("阿依古丽·买买提", "阿依古丽∙买买提"),
        ("阿依古丽·买买提", "阿依古丽.买买提"),
        ("阿依古丽·买买提", "阿依古丽买买提"),
        ("John Smithers", "JOHN SMITHERS"),
        ("John Smithers", "John  *Smithers*"),
        ("麴三", "[x](https://example.org/%E9%BA%B4%E4%B8%89/)"),
        ("麴三", "https://example.org/?q=麴%e4%b8%89&a=50%"),
        ("麴三", "https://example.org/麴三/%E4%B8%89"),  # once
        ("John Smithers", "[x](https://example.org/?q=John+Smithers%21)"),
    ],
)
def test_a_name_is_found_however_it_is_typed(name, text):
    """As readers would see it, whatever stands inside it in the file."""
    assert [found for _, found in mentions(f"前面的话，{text}，后面的话", [name, "别人"])] == [name]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("麴三", "麴，三"),
        ("麴三", "麴四三"),
        ("Li Na", "Linali alina linas"),
        ("麴三", "[麴](https://example.org/%E4%B8%89)"),
        ("麴三", "麴涨了50%三成"),
        ("高山", "山高"),
    ],
)
def test_other_words_are_no_name(name, text):
    """A comma parts two words, and a name inside a longer Latin word is none."""
    assert list(mentions(text, [name])) == []


def test_a_name_that_is_encoded_is_told_where_it_begins():
    """In the order of the text."""
    text = "麴三，[x](https://example.org/%E9%BA%B4%E4%B8%89)，麴三"

    assert [offset for offset, _ in mentions(text, ["麴三"])] == [0, text.index("%"), len(text) - 2]


def test_the_pinyin_of_a_hidden_person_is_found_as_well(site):
    """It names them as the name does."""
    site.add("volunteers/wb2024-001", name="麴三", pinyin="Qu San", consent=HIDDEN)
    site.add("stories/naming", body="见 QU SAN。")

    assert [code for *_, code in site.seen()] == ["names-withheld"]


def test_a_mentor_who_did_not_agree_is_not_named_either(site):
    """Where the mentor agreed, they may be."""
    mentor = {"name": "导师甲子", "consent": False}
    entry = site.add("volunteers/wb2024-001", name="麴三", mentor=mentor)
    site.add("stories/naming", body="谢谢导师甲子。")

    assert [code for *_, code in site.seen()] == ["names-withheld"]
    entry.edit(mentor={"consent": True})
    assert site.seen() == []


@pytest.mark.parametrize(
    ("put", "place"),
    [
        (lambda site: site.write("pages/about.md", "---\ntitle: 麴三木\n---\n\n示例。\n"), 2),
        (lambda site: site.write("pages/about.md", "---\ntags: [麴三木]\n---\n\n示例。\n"), 2),
        (lambda site: site.write("pages/ms-qu-sanmu.md", "# 示例\n"), 1),
        (lambda site: site.write("pages/麴三木.md", "# 示例\n"), 1),
        (lambda site: site.add("stories/x", tags=["示例", "麴三木"]), 7),
        (lambda site: site.policy(source="qu-sanmu.txt"), 1),
    ],
    ids=["title", "tag of a page", "pinyin as a file's name", "file's name", "tag", "document"],
)
def test_a_name_is_found_in_what_becomes_an_address_or_a_tag(site, put, place):
    """The message does not repeat it, and neither does the file's name in it."""
    site.write("sources/qu-sanmu.txt", SOURCE)
    site.add("volunteers/a", name="麴三木", pinyin="Qu Sanmu", consent=None)
    put(site)

    problems = [one for one in site.problems() if one.severity is Severity.ERROR]

    assert [problem.line for problem in problems] == [place]
    said = problems[0].line_in(Language.ZH)
    assert "麴三木" not in said
    assert "sanmu" not in said


def test_an_official_document_that_names_a_hidden_person_is_an_error_once_it_is_cited(site):
    """It would be published as it is."""
    site.add("volunteers/a", name="麴三木", consent=None)
    site.write("sources/other.txt", f"{SOURCE}麴三木\n")
    assert [code for *_, code in site.seen()] == ["no-consent"]

    site.policy()
    site.write("sources/doc.txt", f"{SOURCE}麴三木\n")

    last = SOURCE.count("\n") + 1
    assert ("content/sources/doc.txt", last, 1, "names-withheld") in site.seen()
