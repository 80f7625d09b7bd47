"""westbound withdraw: a person is taken down, and every place that names them is listed."""

from __future__ import annotations

import pytest

from tests.commands import build, run

DAY = "2026-11-24"


def withdraw(site, record="volunteers/a", **environment):
    return run("withdraw", record, "--as-of", DAY, "--lang", "zh", cwd=site.root, **environment)


@pytest.fixture
def person(site):
    site.add("volunteers/a", name="麴三木", pinyin="Qu Sanmu")
    site.build(production=True)
    return site


def test_who_is_named_nowhere_else_leaves_a_tombstone(person):
    """And the list of what is left to do outside."""
    done = withdraw(person)

    assert done.returncode == 0, done.stderr.decode()
    assert (person.content_folder / "volunteers/a.yml").read_text("utf-8") == (
        f"withdrawn:\n  on: {DAY}\n"
    )
    for word in ("Git", "搜索引擎", "备份"):
        assert word in done.stderr.decode()
    assert build(person, "--production").returncode == 0
    assert person.page("/volunteers/a/").is_tombstone
    assert person.files_containing("麴三木") == []


def test_each_place_that_names_them_is_listed_and_the_profile_is_gone_at_once(person):
    """In stories, pages, documents, however it is typed; then once more, and it is a tombstone."""
    person.write(
        "stories/x.yml", "title: 示例\ndate: 2026-10-01\nsummary: 示例。\nbody: 见麴　三木。\n"
    )
    person.write("pages/about.md", "# 关于\n\n谢谢QU SANMU。\n")
    person.write(
        "sources/note.txt", "示例大学\n\n示例〔2026〕2号\n\n示例\n\n一、名单\n\n麴三木。\n"
    )

    done = withdraw(person)

    lines = done.stdout.decode().splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "content/stories/x.yml:4:8",
        "content/pages/about.md:3:3",
        "content/sources/note.txt:9:1",
    ]
    assert done.returncode == 1
    assert "麴三木" not in done.stdout.decode() + done.stderr.decode()
    text = (person.content_folder / "volunteers/a.yml").read_text("utf-8")
    assert f"  withdrawn: {DAY}\n" in text
    assert "name: 麴三木" in text

    for name in ("stories/x.yml", "pages/about.md", "sources/note.txt"):
        (person.content_folder / name).unlink()
    assert withdraw(person).returncode == 0


def test_places_beside_records_and_pages_are_listed_as_well(person):
    """A drawing, a file's name and mkdocs.yml: a build is stopped for them while the name is known."""
    config = person.config.read_text("utf-8")
    person.config.write_text(config.replace("到西部去", "和麴三木到西部去"), "utf-8")
    person.write("pages/about.md", "# 关于\n\n![](plan.svg) [表](麴三木.pdf)\n")
    person.write(
        "pages/plan.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>麴三木</title></svg>',
    )
    person.write("pages/麴三木.pdf", "%PDF-1.4")

    done = withdraw(person)

    places = {line.split(":")[0] for line in done.stdout.decode().splitlines()}
    assert {"mkdocs.yml", "content/pages/about.md", "content/pages/plan.svg"} <= places
    assert "content/pages/麴…" in places
    assert done.returncode == 1
    assert "name: 麴三木" in (person.content_folder / "volunteers/a.yml").read_text("utf-8")


@pytest.mark.parametrize(
    "consent",
    [
        "consent:\n  granted: 2024-09-01 # 示例\n  covers: [name]\n",
        "consent: {granted: 2024-09-01, covers: [name]}\n",
        "consent:\n    granted: 2024-09-01\n    covers: [name]\n    withdrawn: 2026-12-31\n",
    ],
)
def test_the_day_is_written_and_every_other_character_stays(person, consent):
    """Comments and indentation are the editor's."""
    head = "# 示例记录\nname: 麴三木\ncohort: 2024\nproject: inside\n"
    person.write("volunteers/a.yml", f"{head}{consent}quote: '去了'\n")
    person.write("stories/x.yml", "title: 示例\ndate: 2026-10-01\nsummary: 麴三木\nbody: 示例\n")

    assert withdraw(person).returncode == 1

    text = (person.content_folder / "volunteers/a.yml").read_text("utf-8")
    assert text.startswith(head)
    assert text.endswith("quote: '去了'\n")
    assert f"withdrawn: {DAY}" in text
    assert [code for *_, code in person.seen()] == ["names-withheld"]
    assert not person.problems()[0].file.startswith("content/volunteers")


def test_a_record_that_is_not_there_is_said(person):
    """Or one that is a tombstone already."""
    done = withdraw(person, "volunteers/b")

    assert done.returncode == 2
    assert "volunteers/b" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_what_becomes_of_their_pictures_is_said(person):
    """Files lie in the content folder, and in its history, until somebody deletes them."""
    person.add("media/own", file="own.jpg", subjects=[{"volunteer": "a"}])
    person.add("media/both", file="both.jpg", subjects=[{"volunteer": "a"}, {"volunteer": "b"}])
    person.add("media/other", file="other.jpg", subjects=[{"volunteer": "b"}])
    person.add("volunteers/b", name="志愿者乙")
    person.add("stories/x", cover="both")

    done = withdraw(person)

    said = done.stderr.decode()
    assert "请删去图片和记录：content/media/own.jpg，content/media/own.yml" in said
    assert "图片里还有别人" in said
    assert "content/media/both.jpg" in said
    assert "content/stories/x.yml" in said
    assert "other.jpg" not in said


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("stories/x", "stories/x 不是志愿者"),
        ("volunteers/nobody", "没有读到 volunteers/nobody"),
        ("content/volunteers/gone.yml", "volunteers/gone 已经撤下了"),
    ],
)
def test_what_cannot_be_taken_down_is_said_and_left_alone(person, record, said):
    person.write("stories/x.yml", "title: 示例\ndate: 2026-10-01\nsummary: 示例。\nbody: 示例。\n")
    person.write("volunteers/gone.yml", "withdrawn:\n  on: 2026-10-01\n")

    done = withdraw(person, record)

    assert done.returncode == 2
    assert done.stderr.decode().startswith(said)
    assert (person.content_folder / "volunteers/gone.yml").read_text("utf-8").endswith("10-01\n")
