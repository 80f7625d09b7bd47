"""Messages: two languages, the same facts, and each can really be said."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from generator.problems import MESSAGES, Language, Problem, Severity
from generator.reading import read

HAN = re.compile(r"[\u4e00-\u9fff]")


def named(template: str) -> set[str]:
    """The particulars that a message takes, those in Chinese under their plain name."""
    parts = string.Formatter().parse(template)
    return {name.removesuffix("_zh") for _, name, _, _ in parts if name}


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_speak_of_the_same_value(code):
    zh, en = MESSAGES[code]

    assert HAN.search(zh)
    # What a message ends with may be a sentence that it is given.
    assert zh[-1] in "。？}"
    assert en[-1] in ".?}"
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
    # English may leave out what only explains; it never knows more.
    assert named(en) <= named(zh) | {"a_noun", "noun"}


def test_a_problem_without_a_place_names_its_file_and_with_one_its_line():
    somewhere = Problem("content/a.yml", "line-end")
    there = Problem("content/a.yml", "line-end", ("dates", 0, "start"), 3, 5)
    warned = Problem("content/a.yml", "line-end", severity=Severity.WARNING)

    assert somewhere.head == "content/a.yml: error:"
    assert there.head == "content/a.yml:3:5: error: dates.0.start:"
    assert warned.head == "content/a.yml: warning:"
    assert there.line_in(Language.EN).startswith(f"{there.head} The line ends")


VOLUNTEER = "cohort: 2024\nproject: outside\nname: 样例甲\n"
EVENT = "title: x\nkind: visit\ndates: [{start: 2024-01-01}]\n"
PATHWAY = "title: x\nsteps: [{title: x}]\n"
CITED = (
    "title: x\ndocument: x\nlevel: university\nissued: 2024-01-01\nsource: a.txt\naudience: x\n"
    "summary: x\nprovisions: [{id: a, title: x, kind: duty, body: x, cite: {at: 一}}]\n"
)

FIRST_MET: dict[str, tuple[str, str | bytes]] = {
    "file-name": ("events/A.yml", EVENT),
    "file-name-long": (f"events/{'a' * 101}.yml", EVENT),
    "file-reserved": ("events/con.yml", EVENT),
    "file-suffix": ("events/a.yaml", EVENT),
    "file-foreign": ("events/a.docx", b""),
    "file-misplaced": ("event/a.yml", EVENT),
    "file-loose": ("a.yml", EVENT),
    "not-a-file": ("events/a.yml/b.txt", ""),
    "file-too-large": ("events/a.yml", b"x" * 2_000_000),
    "file-empty": ("events/a.yml", "# x\n"),
    "id-names-person": ("volunteers/zhang-san.yml", VOLUNTEER.replace("样例甲", "张三")),
    "not-utf8": ("events/a.yml", "姓名".encode("gbk")),
    "not-text": ("events/a.yml", b"\xff\xff\xff"),
    "control-character": ("events/a.yml", "a: \x00\n"),
    "line-end": ("events/a.yml", "a: b\rc: d\n"),
    "tab": ("events/a.yml", EVENT + "venue:\n\troom: x\n"),
    "yaml": ("events/a.yml", "a: [\n"),
    "yaml-colon": ("events/a.yml", "a: b: c\n"),
    "full-width-colon": ("events/a.yml", EVENT.replace("title: ", "title：")),
    "wide-space": ("events/a.yml", EVENT + "venue:\n　　room: x\n"),
    "value-start": ("events/a.yml", EVENT + "summary: [x] y\n"),
    "not-indented": ("events/a.yml", EVENT + "venue:\nroom: x\n"),
    "full-width-comma": ("events/a.yml", EVENT + "policies: [a，b]\n"),
    "duplicate-key": ("events/a.yml", "title: x\n" + EVENT),
    "not-a-key": ("events/a.yml", EVENT + "summary: {{ x }}\n"),
    "list-in-value": ("events/a.yml", EVENT + "audience: x\n  - y\n"),
    "anchor": ("events/a.yml", EVENT + "summary: *x\n"),
    "tag": ("events/a.yml", EVENT + "summary: !x y\n"),
    "null": ("events/a.yml", EVENT + "summary: null\n"),
    "too-deep": ("events/a.yml", "a: " + "[" * 99 + "\n"),
    "several-documents": ("events/a.yml", EVENT + "---\n" + EVENT),
    "comment-in-value": ("events/a.yml", EVENT + "summary: x #1\n"),
    "unknown-key": ("events/a.yml", EVENT + "zzz: x\n"),
    "unknown-key-near": ("events/a.yml", EVENT + "sumary: x\n"),
    "unknown-key-within": ("events/a.yml", EVENT + "venue: {zzz: x}\n"),
    "unknown-key-within-near": ("events/a.yml", EVENT + "venue: {rom: x}\n"),
    "id-inside": ("events/a.yml", EVENT + "id: a\n"),
    "missing": ("events/a.yml", EVENT.replace("title: x\n", "")),
    "word-expected": ("events/a.yml", EVENT + "summary: [x]\n"),
    "list-expected": ("events/a.yml", EVENT + "audience: x\n"),
    "mapping-expected": ("events/a.yml", EVENT + "venue: x\n"),
    "table-expected": ("pathways/a.yml", PATHWAY + "for: x\n"),
    "record-expected": ("events/a.yml", "x\n"),
    "too-few": ("pathways/a.yml", "title: x\nsteps: []\n"),
    "withdrawn-not-alone": ("events/a.yml", EVENT + "withdrawn: {on: 2024-01-01}\n"),
    "not-a-day": ("events/a.yml", EVENT + "publish: {until: x}\n"),
    "no-such-day": ("events/a.yml", EVENT + "publish: {until: 2024-02-30}\n"),
    "far-year": ("events/a.yml", EVENT + "publish: {until: 9999-12-31}\n"),
    "not-a-moment": ("events/a.yml", EVENT + "registration: {opens: x}\n"),
    "not-a-reduced-date": ("volunteers/a.yml", VOLUNTEER + "timeline: [{date: x, text: x}]\n"),
    "not-a-year": ("volunteers/a.yml", VOLUNTEER.replace("2024", "24")),
    "not-a-cohort": ("volunteers/a.yml", VOLUNTEER.replace("2024", "1988")),
    "not-a-number": ("policies/a.yml", CITED + "figures: [{id: b, provision: a, value: x, unit: CNY, cite: {at: 一}}]\n"),
    "not-a-flag": ("events/a.yml", EVENT + "sample: yes\n"),
    "not-an-option": ("events/a.yml", EVENT.replace("visit", "zzz")),
    "not-an-option-near": ("events/a.yml", EVENT.replace("visit", "visits")),
    "not-an-id": ("events/a.yml", EVENT + "organiser: 团委\n"),
    "not-an-address": ("events/a.yml", EVENT + "online: x\n"),
    "not-a-file-name": ("media/a.yml", "alt: x\nfile: ../x\n"),
    "not-a-site-address": ("events/a.yml", EVENT + "aliases: [x]\n"),
    "not-a-tag": ("questions/a.yml", "title: x\nbody: x\ntags: [a b]\n"),
    "several-lines": ("events/a.yml", EVENT + "summary: |\n  x\n  y\n"),
    "text-empty": ("events/a.yml", EVENT + "summary: ''\n"),
    "end-before-start": ("events/a.yml", EVENT.replace("}", ", end: 2023-01-01}")),
    "withdrawn-before-granted": ("volunteers/a.yml", VOLUNTEER + "consent: {granted: 2024-09-02, covers: [name], withdrawn: 2024-09-01}\n"),
    "end-mixed": ("events/a.yml", EVENT.replace("}", ", end: 2024-01-01T12:00}")),
    "one-of": ("events/a.yml", EVENT + "speakers: [{title: x}]\n"),
    "at-least-one-of": ("policies/a.yml", CITED.replace("{at: 一}", "{}")),
    "cite-without-source": ("units/a.yml", "name: x\nrole: college\nduties: [{text: x, cite: {at: 一}}]\n"),
    "same-id-twice": ("criteria/a.yml", "question: x\noptions: [{id: a, label: x}, {id: a, label: y}]\n"),
}  # fmt: skip
"""Each code of the reading stage, and a file that meets it."""

MET_ELSEWHERE = {
    "file-outside",  # tests/reading/test_folders.py
    "file-unreadable",
    "content-missing",  # tests/reading/test_reading.py
    "value-refused",  # tests/reading/test_mistakes.py
    "picture-below",  # tests/images/test_records.py
    "picture-empty",
    "picture-heavy",
    "picture-kind",
}


@pytest.mark.parametrize("code", FIRST_MET)
def test_a_message_finds_all_it_wants_to_say(code, tmp_path):
    name, text = FIRST_MET[code]
    path = tmp_path / "content" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)

    (problem,) = read(tmp_path / "content").problems

    assert problem.code == code
    for language in Language:
        message = problem.message(language)
        assert "None" not in message
        assert not re.search(r"“”|''|、、|\(\)|（）", message)
    assert HAN.search(problem.message(Language.ZH))


def test_no_code_of_the_reading_stage_is_left_out():
    package = Path(__file__).parent.parent / "generator"
    sources = [*(package / "reading").glob("*.py"), *(package / "records").glob("*.py")]
    written = {
        code
        for source in sources
        for code in re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+|anchor|null|tag|tab|yaml|missing)"', source.read_text("utf-8"))
    }  # fmt: skip

    assert (written & MESSAGES.keys()) - MET_ELSEWHERE <= FIRST_MET.keys()
