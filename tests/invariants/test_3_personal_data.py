"""Invariant 3: what looks like personal data stops the build, and is not repeated whole.

The kinds and their look-alikes are in tests/test_personal_data.py; here each kind is
put into each sort of text that a site publishes.
"""

from __future__ import annotations

from itertools import product

import pytest

from generator.build import prepare
from generator.cli.language import Say
from generator.cli.terminal import FORMATS, show
from generator.personal_data import Kind
from generator.plugin import Run, configured, content_of, site_of
from generator.problems import MESSAGES, Language, Severity
from tests.commands import run
from tests.site import TODAY
from tests.test_personal_data import CARD, ID, MOBILE, NUMBER, OLD, with_pattern

SAMPLES = {
    Kind.RESIDENT_ID: ID,
    Kind.OLD_RESIDENT_ID: OLD,
    Kind.BANK_CARD: CARD,
    Kind.MOBILE: MOBILE,
    Kind.STUDENT_NUMBER: NUMBER,
    Kind.BIRTH_DATE: "1999年5月12日出生",
    Kind.HOME_ADDRESS: "家住示例市示例路3号",
}


def in_a_record(site, text):
    site.write(
        "stories/x.yml",
        f"title: 示例\ndate: 2026-10-01\nsummary: 示例。\nbody: |\n  样例甲，{text}。\n",
    )
    return "content/stories/x.yml:5:7: error: body:"


def in_a_hand_written_page(site, text):
    site.write("pages/about.md", f"# 关于\n\n样例甲，{text}。\n")
    return "content/pages/about.md:3:5: error:"


def in_an_official_document(site, text):
    site.policy()
    document = site.content_folder / "sources" / "doc.txt"
    document.write_text(f"样例甲，{text}。\n{document.read_text('utf-8')}", "utf-8")
    return "content/sources/doc.txt:1:5: error:"


@pytest.mark.parametrize("put", [in_a_record, in_a_hand_written_page, in_an_official_document])
@pytest.mark.parametrize("kind", SAMPLES)
def test_personal_data_stops_the_build_and_its_place_is_named(site, kind, put):
    """One line, with the place and not the whole of it; the site that was there stays."""
    site.config.write_text(with_pattern(site, r"20\d{10}"), "utf-8")
    site.add("volunteers/wb2024-001")
    site.build()
    digest = site.digest
    head = put(site, SAMPLES[kind])

    done = run("build", "--lang", "zh", "--as-of", TODAY, cwd=site.root)

    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 1
    assert [line for line in said.splitlines() if line.startswith(head)], said
    assert MESSAGES[kind][0][:6] in said
    assert SAMPLES[kind] not in said
    assert site.digest == digest


def test_every_kind_has_a_sample_and_a_message_in_both_languages():
    """A new kind must be added here."""
    assert SAMPLES.keys() == set(Kind)
    for kind in Kind:
        assert all("{masked}" in text for text in MESSAGES[kind])


VOLUNTEER = "name: 样例甲\ncohort: {cohort}\nproject: {project}\n{more}"

TYPED = {
    "as a value": ("volunteers/a.yml", VOLUNTEER.format(cohort=ID, project="inside", more="")),
    "as an option": ("volunteers/a.yml", VOLUNTEER.format(cohort=2024, project=MOBILE, more="")),
    "as a key": (
        "volunteers/a.yml",
        VOLUNTEER.format(cohort=2024, project="inside", more=f"{ID}: 1\n"),
    ),
    "as a key twice": (
        "volunteers/a.yml",
        VOLUNTEER.format(cohort=2024, project="inside", more=f"'{NUMBER}': 1\n" * 2),
    ),
    "spaced": (
        "volunteers/a.yml",
        VOLUNTEER.format(cohort=f"{ID[:6]} {ID[6:14]} {ID[14:]}", project="inside", more=""),
    ),
    "as a reference": (
        "volunteers/a.yml",
        VOLUNTEER.format(cohort=2024, project="inside", more=f"college: u{NUMBER}\n"),
    ),
    "as a file's name": (f"volunteers/{ID}.yml", "name: 样例甲\n"),
    "as a foreign file's name": (f"volunteers/样例甲{MOBILE}.docx", "x"),
    "in a failed link": ("questions/a.yml", f"title: 问\nbody: 见[这里]（{ID}.yml）。\n"),
    "in a dangling link": ("questions/a.yml", f"title: 问\nbody: 见[这里](../units/{ID}.yml)。\n"),
    "in a document's name": (f"sources/{ID}.txt", "示例"),
    "as a page's name": (f"pages/{ID}.md", "# 示例\n"),
}
"""Where an editor may have typed a number: the file, and its text."""


def digits_in(text):
    """All digits of *text* in a row, as somebody could read them together again."""
    return "".join(character for character in text if character.isdecimal() or character in "Xx")


@pytest.mark.parametrize("place", TYPED)
def test_no_message_repeats_a_number_whole_wherever_it_was_typed(site, place, capsys):
    """Reading complains of a value by repeating it; a log of CI is read by many."""
    name, text = TYPED[place]
    site.add("volunteers/b", name="样例乙")
    site.policy(source=name.partition("/")[2] if name.startswith("sources/") else "doc.txt")
    site.write(name, text)
    problems = site.problems()
    assert any(problem.severity is Severity.ERROR for problem in problems)

    for format, language in product(FORMATS, Language):
        show(problems, Say(language), format)

        said = capsys.readouterr().out
        assert "…" in said
        assert not any(
            number in digits_in(line) for line in said.splitlines() for number in NUMBERS
        )


NUMBERS = (ID, MOBILE, NUMBER)

CONFIG = """\
site_name: {site_name}
site_description: {site_description}
copyright: {copyright}
docs_dir: content/pages
theme: {{name: material}}
plugins: [westbound]
nav:
  - {nav}: about.md
extra:
  promise: {promise}
  footer: [{{title: {footer}, url: about/}}]
"""
WORDS = ("site_name", "site_description", "copyright", "nav", "promise", "footer")


@pytest.mark.parametrize("key", WORDS)
@pytest.mark.parametrize("what", ["麴三木", MOBILE])
def test_what_mkdocs_yml_says_is_looked_at_as_records_are(site, key, what):
    """It stands on every page; the place is told, and neither the name nor the number."""
    site.add("volunteers/a", name="麴三木", consent=None)
    site.write("pages/about.md", "# 关于\n")
    said = {**dict.fromkeys(WORDS, "示例"), key: f"示例 {what}"}
    site.config.write_text(CONFIG.format(**said), "utf-8")

    with configured(site.config, Run()) as config:
        found = prepare(content_of(config), site_of(config)).problems

    (problem,) = [one for one in found if one.severity is Severity.ERROR]
    line = CONFIG[: CONFIG.index(f"{{{key}}}")].count("\n") + 1
    assert (problem.file, problem.line) == ("mkdocs.yml", line)
    assert what not in problem.line_in(Language.ZH)


def test_a_setting_that_cannot_be_read_is_not_repeated_whole(site):
    """Nor what stands where mkdocs.yml should have something else."""
    text = site.config.read_text("utf-8")
    site.config.write_text(
        text.replace("- westbound", f"- westbound: {{timezone: '{ID}'}}"), "utf-8"
    )

    done = run("check", cwd=site.root)

    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 2
    assert "mkdocs.yml" in said
    assert ID not in said
