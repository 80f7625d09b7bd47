"""Invariant 3: what looks like personal data stops the build, and is not repeated whole.

The kinds and their look-alikes are in tests/clearance/test_personal_data.py; here each kind is
put into each sort of text that a site publishes.
"""

from __future__ import annotations

import pytest

from generator.clearance.personal_data import Kind
from generator.problems import MESSAGES
from tests.clearance.test_personal_data import CARD, ID, MOBILE, NUMBER, OLD, with_pattern
from tests.commands import run
from tests.site import TODAY

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
