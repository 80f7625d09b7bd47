"""A figure is the number that its source names, for the same people (invariant 4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.clearance.figures import unbound
from generator.problems import Language
from generator.records.policy import Policy
from generator.sources import parse, read_sources
from tests.site import FIGURES, PROVISION, ROOT
from tests.spelling import spellings

REAL = read_sources(ROOT / "content" / "sources")[0]["sdust-2021-52.txt"]
ALLOWANCE = "按期上岗的西部计划省外项目志愿者、省内项目志愿者，学校分别给与 6000 元、4000 元的一次性生活补贴。"
OUTSIDE = {
    "value": 6000,
    "unit": "CNY",
    "subject": "省外",
    "cite": {"at": "四(一)1", "quote": ALLOWANCE},
}


def found(document, *figures):
    """What is wrong with figures of a policy whose source is *document*."""
    policy = Policy.model_validate(
        {
            "id": "doc",
            "title": "示例政策",
            "document": "示例文件",
            "level": "university",
            "issued": "2026-01-01",
            "source": document.file,
            "audience": "示例志愿者",
            "summary": "示例提要。",
            "figures": [
                {"id": f"figure-{place}", "provision": "any", **figure}
                for place, figure in enumerate(figures)
            ],
        }
    )
    return list(unbound([policy], {document.file: document}, "content"))


def seen(document, **figure):
    """The same of one figure: code and the key below it."""
    return [(one.code, one.key.removeprefix("figures.0.")) for one in found(document, figure)]


def says(sentence, value, unit="CNY", subject=None, quote=None):
    """The same where the source says *sentence* and the figure quotes it, or *quote* of it."""
    document = parse("doc.txt", f"关于示例的意见\n\n一、示例\n\n1. {sentence}\n")
    cite = {"at": "一1", "quote": quote or sentence}
    return seen(document, value=value, unit=unit, subject=subject, cite=cite)


def test_the_figures_of_the_real_sentence_are_bound():
    """省外 6000, 省内 4000."""
    inside = {**OUTSIDE, "value": 4000, "subject": "省内"}

    assert found(REAL, OUTSIDE, inside) == []


@pytest.mark.parametrize(
    ("change", "code", "key"),
    [
        ({"value": 4000}, "figure-swapped", "value"),
        ({"subject": "省内"}, "figure-swapped", "value"),
        ({"value": 600}, "figure-value", "value"),
        ({"value": 60000}, "figure-value", "value"),
        ({"value": 16000}, "figure-value", "value"),
        ({"value": "6000.5"}, "figure-value", "value"),
        ({"unit": "point"}, "figure-unit", "unit"),
        ({"unit": "month"}, "figure-unit", "unit"),
        ({"unit": "month", "value": 5}, "figure-value-absent", "value"),
        ({"subject": None}, "figure-subject-missing", "subject"),
        ({"subject": "研究生"}, "figure-subject-absent", "subject"),
        ({"subject": "户口"}, "figure-subject-absent", "subject"),
        ({"subject": "志愿者"}, "figure-subject-unclear", "subject"),
        ({"subject": "一次性生活补贴"}, "figure-subject-unclear", "subject"),
        (
            {"cite": {"at": "四(一)1", "quote": "本人可申请将户口保留在学校两年"}},
            "quote-elsewhere",
            "cite.at",
        ),
        ({"cite": {"at": "四(一)2", "quote": ALLOWANCE}}, "quote-elsewhere", "cite.at"),
        ({"cite": {"at": "四(一)", "quote": ALLOWANCE}}, "quote-elsewhere", "cite.at"),
        ({"cite": {"quote": ALLOWANCE.replace("6000", "六千")}}, "quote-differs", "cite.quote"),
        ({"cite": {"quote": ALLOWANCE.replace("6000", "16000")}}, "quote-differs", "cite.quote"),
        ({"cite": {"quote": "省外项目志愿者、省内项目志愿者，学校分别给与 6"}}, "quote-cuts-number", "cite.quote"),
        ({"cite": {"at": "四(一)2"}}, "figure-value-absent", "value"),
    ],
    ids=str,
)  # fmt: skip
def test_a_mistake_in_the_real_figure_is_caught(change, code, key):
    """Once, at the key that is wrong."""
    assert seen(REAL, **{**OUTSIDE, **change}) == [(code, key)]


@pytest.mark.parametrize(
    ("quote", "subject", "value", "code"),
    [
        ("省内项目志愿者，学校分别给与 6000 元", "省内", 6000, "figure-swapped"),
        ("省内项目志愿者，学校分别给与 6000 元", None, 6000, "figure-subject-missing"),
        ("学校分别给与 6000 元", None, 6000, "figure-subject-missing"),
        ("学校分别给与 6000 元", "学校", 6000, "figure-subject-unclear"),
        ("4000 元的一次性生活补贴", "生活补贴", 4000, "figure-subject-unclear"),
    ],
)
def test_half_a_sentence_does_not_pair_otherwise_than_the_whole(quote, subject, value, code):
    """The source is asked who gets what, not the part of it that is quoted."""
    figure = {"value": value, "unit": "CNY", "subject": subject, "cite": {"quote": quote}}

    assert [problem.code for problem in found(REAL, figure)] == [code]


@pytest.mark.parametrize(
    "cite",
    [
        {"at": "四(一)1", "quote": ALLOWANCE},
        {"at": "四（一）１", "quote": ALLOWANCE},
        {"quote": ALLOWANCE},
        {"at": "四(一)1"},
        {"quote": "省外项目志愿者、省内项目志愿者，学校分别给与6000元"},
        {"quote": "省外项目志愿者、省内项目志愿者，学校分别给与 ６０００ 元、４０００ 元"},
    ],
    ids=str,
)
def test_white_space_and_width_make_no_difference(cite):
    """A clause without a quote is held to its own words."""
    assert seen(REAL, **{**OUTSIDE, "cite": cite}) == []


@pytest.mark.parametrize(
    ("value", "unit", "subject", "quote"),
    [
        (2, "year", None, "本人可申请将户口保留在学校两年"),
        (2, "year", "户口", "志愿服务期间，按照国家规定，本人可申请将户口保留在学校两年"),
        (1, "year", None, "学校可保留入学资格一年"),
        (1, "year", "研究生", "已经免试保送或考取研究生的应届毕业生参加志愿服务的，学校可保留入学资格一年。"),
    ],
)  # fmt: skip
def test_the_other_figures_of_the_document_are_bound_as_well(value, unit, subject, quote):
    """Years, in Chinese numerals."""
    assert seen(REAL, value=value, unit=unit, subject=subject, cite={"quote": quote}) == []


@pytest.mark.parametrize(
    "amount",
    ["6000 元", "6000元", "六千元", "0.6 万元", "0.6万元", "６０００ 元", "6,000元", "陆仟元整", "6千元"],
)  # fmt: skip
def test_the_source_may_spell_the_amount_as_it_likes(amount):
    """The value is a plain number."""
    sentence = f"省外项目志愿者、省内项目志愿者，学校分别给与 {amount}、4000 元的补贴。"

    assert says(sentence, 6000, subject="省外") == []
    assert says(sentence, 4000, subject="省外") == [("figure-swapped", "value")]


@pytest.mark.parametrize(
    "amount",
    ["16000 元", "60000 元", "600 元", "6.000 元", "六千多元", "几千元", "6000 美元", "六万元"],
)
def test_what_only_looks_like_the_amount_does_not_bind_it(amount):
    """6000 is not in 16000."""
    ((code, _),) = says(f"学校给与{amount}的补贴。", 6000)

    assert code in ("figure-value", "figure-value-absent", "figure-unit")


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("考研初试总分加10分，同等条件下优先录取。", 10, "point"),
        ("服务期为一年半。", "1.5", "year"),
        ("休整半年以后再报。", "0.5", "year"),
        ("每满十二个月发一次。", 12, "month"),
        ("公示不少于5日。", 5, "day"),
        ("第一年给与 6000 元。", 6000, "CNY"),
        ("2021年7月1日起给与 6000 元，保留两年。", 2, "year"),
        ("自2021年起，三分之一的人给与 6000 元。", 6000, "CNY"),
    ],
)
def test_other_sentences_bind_their_figures(sentence, value, unit):
    """Points, months, days, halves; dates, ordinals and fractions beside them need no subject."""
    assert says(sentence, value, unit) == []


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "subject", "code"),
    [
        ("服务期为1至3年。", 3, "year", None, "figure-subject-missing"),
        ("服务期为1至3年。", 3, "year", "服务期", None),
        ("服务满1年、2年的，分别给予1000元、2000元。", 2000, "CNY", "2年", None),
        ("服务满1年、2年的，分别给予1000元、2000元。", 2000, "CNY", "1年", "figure-swapped"),
        ("省外项目6000元、省内项目4000元。", 6000, "CNY", "省外", None),
        ("省外项目6000元、省内项目4000元。", 4000, "CNY", "省外", "figure-swapped"),
        ("省外项目6000元、省内项目4000元。", 6000, "CNY", "项目", None),
        ("补贴6000元，路费另报，最多500元。", 500, "CNY", "路费", None),
        ("分别为6000元、4000元。", 4000, "CNY", "分别", None),
        ("省外、省内分别给予6000元、6000元。", 6000, "CNY", "省内", None),
        ("省外、省内分别给予6000元、6000元。", 6000, "CNY", "省外", None),
    ],
)
def test_two_numbers_of_a_unit_need_a_subject_that_fits(sentence, value, unit, subject, code):
    """Where the source pairs nothing, a subject in the quote is enough."""
    assert [got for got, _ in says(sentence, value, unit, subject)] == ([code] if code else [])


@given(some.integers(1, 10**8), some.integers(1, 10**8), some.data())
def test_two_amounts_in_any_spelling_are_bound_as_they_stand_and_not_otherwise(one, other, data):
    """Swapped is a problem, whatever the numbers are."""
    spelled = [data.draw(some.sampled_from(spellings(number))) for number in (one, other)]
    sentence = f"省外项目、省内项目志愿者，学校分别给与{spelled[0]}元、{spelled[1]}元的补贴。"

    assert says(sentence, one, subject="省外") == []
    assert says(sentence, other, subject="省内") == []
    if one != other:
        assert says(sentence, one, subject="省内") == [("figure-swapped", "value")]
        assert says(sentence, other, subject="省外") == [("figure-swapped", "value")]


# Through the door


def test_a_swapped_pair_is_told_who_gets_what_at_each_value(site):
    """In both languages, at line and column."""
    site.policy(figures=[{**FIGURES[0], "value": 4000}, {**FIGURES[1], "value": 6000}])
    lines = (site.content_folder / "policies" / "doc.yml").read_text("utf-8").split("\n")
    values = [number for number, line in enumerate(lines, 1) if line.startswith("  value:")]

    first, second = site.problems()

    assert [(one.line, one.column) for one in (first, second)] == [(line, 10) for line in values]
    assert first.message(Language.ZH) == (
        "数字配错了：原文里“省外项目”配的是 6000 元，“省内项目志愿者”配的是 4000 元。"
        "请改正 value 或 subject。"
    )
    assert "6000 元 to '省外项目'" in first.message(Language.EN)
    assert second.code == "figure-swapped"


def test_each_mistake_is_one_line_with_its_place(site):
    """As an editor sees it."""
    site.policy()
    site.write(
        "policies/doc.yml",
        (site.content_folder / "policies" / "doc.yml").read_text("utf-8").partition("figures:")[0]
        + "figures:\n"
        "  - {id: a, provision: allowance, value: 700, unit: CNY, subject: 省外, cite: {at: 二(一)1}}\n"
        "  - {id: b, provision: allowance, value: 6000, unit: CNY, cite: {at: 二(一)1}}\n"
        "  - id: c\n"
        "    provision: allowance\n"
        "    value: 2\n"
        "    unit: month\n"
        "    cite:\n"
        "      quote: 将户口保留在学校两年\n",
    )

    told = [one.line_in(Language.ZH).partition("yml:")[2] for one in site.problems()]
    start = 1 + (site.content_folder / "policies" / "doc.yml").read_text("utf-8").split("\n").index(
        "figures:"
    )

    assert told == [
        f"{start + 1}:42: error: figures.0.value: 条款 二(一)1 里没有 700 元，有的是 6000 元、4000 元。"
        "请改正 value，或引用写明它的那一句。",
        f"{start + 2}:5: error: figures.1.subject: 原文里有 6000 元、4000 元，看不出 6000 元 是给谁的。"
        "请加上 subject，写引文里与它对应的词。",
        f"{start + 6}:11: error: figures.2.unit: 引文里有“两”，后面却是“年”，不是“个月”。"
        "请改正 unit，或引用写明它的那一句。",
    ]


def test_a_misquoted_figure_is_not_also_told_that_its_value_is_missing(site):
    """One cause, one problem."""
    cite = {"at": "二(一)1", "quote": "学校分别给与七千元"}
    site.policy(figures=[{**FIGURES[0], "value": 7000, "cite": cite}])

    assert [problem.code for problem in site.problems()] == ["quote-differs"]


def test_a_figure_of_a_draft_is_held_to_its_source_as_well(site):
    """The day of its publication is too late."""
    site.policy(publish={"state": "draft"}, figures=[{**FIGURES[0], "value": 4000}])

    assert [problem.code for problem in site.problems()] == ["figure-swapped"]


def test_a_provision_without_a_quote_and_its_figures_are_in_order(site):
    """A quote is not demanded where the clause is named."""
    site.policy(provisions=[{**PROVISION, "cite": {"at": "二(一)1"}}])

    assert site.problems() == []
