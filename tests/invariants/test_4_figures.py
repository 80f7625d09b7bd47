"""Invariant 4: a figure is bound to the words of its source."""

from __future__ import annotations

import re

import pytest
import yaml

from generator.plugin import Stopped
from generator.problems import Language
from tests.site import FIGURES, ROOT, TODAY, Site

POLICY = ROOT / "content" / "policies" / "sdust-2021-52.yml"


@pytest.fixture
def real(site):
    """The real policy with the real document, and nothing else."""
    text = (ROOT / "content" / "sources" / "sdust-2021-52.txt").read_text("utf-8")
    site.write("sources/sdust-2021-52.txt", text)
    policy = yaml.safe_load(POLICY.read_text("utf-8"))
    del policy["contacts"]
    for part in policy["provisions"]:
        part.pop("contact", None)
        part.pop("for", None)
    for figure in policy["figures"]:
        figure.pop("for", None)
    site.real = policy
    return site


def codes(site: Site, **change):
    """What is wrong when the first figure, 省外 6000, is changed so."""
    policy = {**site.real, "figures": [{**site.real["figures"][0], **change}]}
    text = yaml.safe_dump(policy, allow_unicode=True, sort_keys=False)
    text = re.sub(r"\[\]\(sdust-2021-52\.yml#(?!allowance-outside)[a-z-]+\)", "", text)
    site.write("policies/sdust-2021-52.yml", text)
    return [problem.code for problem in site.problems()]


def test_the_real_figure_is_bound(real):
    """So that the mistakes below are the only ones."""
    assert codes(real) == []


@pytest.mark.parametrize("value", [600, 60000, 16000, 4000, "0.6"])
def test_a_value_that_is_not_the_sources_is_an_error(real, value):
    """Too short, too long, inside a longer one, another's, in another unit."""
    assert len(codes(real, value=value)) == 1


@pytest.mark.parametrize(
    ("at", "quote"),
    [
        ("四(一)1", "本人可申请将户口保留在学校两年"),
        ("四(一)2", None),
        ("四(一)1", "学校分别给与六千元、四千元的一次性生活补贴"),
        ("四(一)1", "省外项目志愿者、省内项目志愿者，学校分别给与 60"),
    ],
)
def test_a_quote_that_does_not_stand_at_its_clause_is_an_error(real, at, quote):
    """From elsewhere, of another clause, in other words, cut."""
    cite = real.real["figures"][0]["cite"]

    assert len(codes(real, cite={"at": at, "quote": quote or cite["quote"]})) == 1


@pytest.mark.parametrize("subject", ["省内项目", "研究生", "志愿者", None])
def test_a_subject_that_the_source_does_not_pair_with_the_value_is_an_error(real, subject):
    """Swapped, not in the quote, of both, none."""
    assert len(codes(real, subject=subject)) == 1


@pytest.mark.parametrize("amount", ["六千元", "0.6 万元", "６０００ 元", "6,000元"])
def test_the_source_may_spell_the_amount_in_any_way(real, amount):
    """The value stays a plain number."""
    path = real.content_folder / "sources" / "sdust-2021-52.txt"
    path.write_text(path.read_text("utf-8").replace("6000 元", amount), "utf-8")
    quote = real.real["figures"][0]["cite"]["quote"].replace("6000 元", amount)
    real.real["provisions"][0]["cite"]["quote"] = quote

    assert codes(real, cite={"at": "四(一)1", "quote": quote}) == []


def test_the_site_is_not_built_while_a_figure_is_not_bound(site):
    """And the site that was there stays."""
    policy = site.policy()
    site.build(TODAY)
    policy.edit(figures=[{**FIGURES[0], "value": 4000}])

    with pytest.raises(Stopped):
        site.build(TODAY)

    assert "6000" in site.page("/policies/doc/").text


def test_a_source_that_changes_under_a_policy_is_noticed(site):
    """The amount of a new edition is not the old one's."""
    site.policy()
    path = site.content_folder / "sources" / "doc.txt"
    path.write_text(path.read_text("utf-8").replace("6000", "7000"), "utf-8")

    assert {problem.code for problem in site.problems()} == {"figure-value", "quote-differs"}


def test_every_figure_of_the_example_content_is_bound(example_site):
    """The site of the checkout was built, and its policy has figures."""
    figures = yaml.safe_load(POLICY.read_text("utf-8"))["figures"]

    page = example_site.page("/policies/sdust-2021-52/").text
    for figure in figures:
        assert str(figure["value"]) in page
    assert len(figures) == 4


def test_each_message_about_a_figure_says_what_would_be_right(real):
    """In both languages, with the source's own numbers."""
    codes(real, value=4000)
    (problem,) = real.problems()

    for language in Language:
        assert "6000" in problem.message(language)
        assert "省内项目" in problem.message(language)
