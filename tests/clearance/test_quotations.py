"""What a record quotes must stand in its source, at the clause that it names (invariant 4)."""

from __future__ import annotations

import pytest

from generator.problems import Language
from tests.site import PROVISION, SOURCE

SENTENCE = PROVISION["cite"]["quote"]


def quoting(site, quote, at="二(一)1"):
    """What is wrong with a provision that cites so: code, key, and the message."""
    cite = {"at": at, "quote": quote} if at else {"quote": quote}
    site.policy(provisions=[{**PROVISION, "cite": cite}], figures=[])
    return [(one.code, one.key, one.message(Language.ZH)) for one in site.problems()]


@pytest.mark.parametrize(
    ("quote", "at"),
    [
        (SENTENCE, "二(一)1"),
        ("分别给与6000元、4000元", "二(一)1"),
        ("分别给与 ６０００ 元、４０００ 元", "二（一）１"),
        ("本人可申请将户口保留在学校两年", None),
        ("坚持服务基层。", "一"),
    ],
)
def test_a_quote_stands_in_its_clause_white_space_and_width_aside(site, quote, at):
    """Or, where no clause is named, in one clause only."""
    assert quoting(site, quote, at) == []


@pytest.mark.parametrize(
    ("quote", "at", "code", "key", "says"),
    [
        ("没有这一句", "二(一)1", "quote-absent", "quote", "doc.txt 的条款里没有"),
        ("没有这一句", None, "quote-absent", "quote", "doc.txt 的条款里没有"),
        ("学校分别给与六千元", "二(一)1", "quote-differs", "quote", "从“六千元”起"),
        ("学校分别给与六千元", None, "quote-differs", "quote", "原文这里是“6000元、4000”"),
        (f"{SENTENCE}按年发放。", None, "quote-differs", "quote", "原文这里到此为止"),
        ("保留在学校两年", "二(一)1", "quote-elsewhere", "at", "它在 二(一)2"),
        ("给与 60", "二(一)1", "quote-cuts-number", "quote", "截断了原文的“6000元”"),
        ("000 元、4000 元", "二(一)1", "quote-cuts-number", "quote", "截断了原文的“6000元”"),
        ("保留在学校两", None, "quote-cuts-number", "quote", "截断了原文的“两年”"),
    ],
)
def test_a_quote_that_is_not_the_sources_own_is_a_problem(site, quote, at, code, key, says):
    """It says where the words differ, or where they do stand."""
    ((got, where, message),) = quoting(site, quote, at)

    assert (got, where) == (code, f"provisions.0.cite.{key}")
    assert says in message


def test_a_quote_that_stands_in_two_clauses_must_name_its_own(site):
    """The first is not taken by chance."""
    site.policy(provisions=[{**PROVISION, "cite": {"quote": "坚持服务基层"}}], figures=[])
    twice = SOURCE.replace("学校两年。", "学校两年，坚持服务基层。")
    site.write("sources/doc.txt", twice)

    (problem,) = site.problems()

    assert (problem.code, problem.key) == ("quote-ambiguous", "provisions.0.cite.quote")
    assert "一、二(一)2" in problem.message(Language.ZH)


def test_a_quote_that_stands_twice_in_its_clause_is_whole_where_one_of_them_is(site):
    """两年 of 两年半 is cut, the other is not."""
    site.policy(provisions=[{**PROVISION, "cite": {"quote": "保留两年"}}], figures=[])
    site.write("sources/doc.txt", SOURCE.replace("学校两年", "学校，先保留两年半，再保留两年"))

    assert site.problems() == []


def test_the_place_is_the_character_from_which_the_quote_differs(site):
    """In the file, spaces of the quote included."""
    site.policy()
    site.write(
        "units/office.yml",
        "name: 示例办\n"
        "role: department\n"
        "source: doc.txt\n"
        "duties:\n"
        "  - text: 保留户口\n"
        "    cite:\n"
        "      at: 二(一)2\n"
        "      quote: 本人 可申请将档案保留\n",
    )

    (problem,) = site.problems()

    assert problem.head == "content/units/office.yml:8:21: error: duties.0.cite.quote:"


@pytest.mark.parametrize("cite", [{"at": "九", "quote": "没有这一句"}, {"at": "九"}])
def test_a_clause_that_is_not_there_is_one_problem(site, cite):
    """What would stand in it is not asked."""
    site.policy(provisions=[{**PROVISION, "cite": cite}], figures=[])

    assert [problem.code for problem in site.problems()] == ["dangling-clause"]


def test_a_source_that_is_not_there_is_one_problem(site):
    """Nor what would stand in that."""
    site.policy(source="none.txt")

    assert [problem.code for problem in site.problems()] == ["dangling-source"]


def test_a_duty_that_cites_no_document_is_a_problem(site):
    """Nobody could check it; without a citation a duty needs no document."""
    duties = [{"text": "示例"}, {"text": "保留户口", "cite": {"at": "二(一)2"}}]
    site.add("units/office", duties=duties)
    site.add("units/other", duties=duties[:1])

    (problem,) = site.problems()

    assert (problem.code, problem.key) == ("cite-without-source", "duties.1.cite")
