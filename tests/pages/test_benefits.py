"""我能得到什么: the questions one by one, and what each combination of answers gets."""

from __future__ import annotations

import pytest

from tests.site import FIGURES, PROVISION

PROJECT = {
    "question": "哪一类项目？",
    "order": 1,
    "options": [
        {"id": "outside", "label": "省外项目", "statement": "你去的是省外项目"},
        {"id": "inside", "label": "省内项目"},
    ],
}
STUDY = {
    "question": "考上研究生了吗？",
    "order": 2,
    "options": [{"id": "admitted", "label": "考上了"}, {"id": "none", "label": "没有"}],
}


def provision(id, title, **more):
    cite = {"at": "二(一)2", "quote": "本人可申请将户口保留在学校两年"}
    return {**PROVISION, "id": id, "title": title, "cite": cite, **more}


@pytest.fixture
def given(site):
    """A policy: an amount by project, what waits for an application, what postgraduates get."""
    site.add("criteria/project", **PROJECT)
    site.add("criteria/study", **STUDY)
    site.add("units/office", name="示例项目管理办公室", short="示例项目办")
    parts = [
        {**PROVISION, "applies": "按期上岗的志愿者"},
        provision("hukou", "户口留校", depends="由你申请"),
        provision("place", "保留入学资格", **{"for": {"study": "admitted"}}),
        provision("party", "学院欢送", kind="honour", level="college"),
        provision("unit", "先进单位", kind="honour", collective=True),
        provision("talk", "谈心谈话", kind="procedure"),
    ]
    figures = [{**one, "for": {"project": one["id"]}} for one in FIGURES]
    site.policy(provisions=parts, figures=figures, contacts=["office"])
    return site


def rows(page):
    return [
        (row.get("class").split("--")[-1], " ".join(row.find("h3").text_content().split()))
        for row in page.classed("wb-benefit")
    ]


def test_without_conditions_there_is_no_section(site):
    """Neither a page nor an entry in the header; the home page leads to the policies."""
    site.policy()

    site.build()

    assert not site.has("/benefits/")
    assert "我能得到什么" not in site.page("/").sections
    assert site.page("/").texts("wb-button") == ["看政策给什么"]


def test_one_question_a_page_each_answer_leads_to_the_next(given):
    """From the home page to an outcome whose address says the answers."""
    given.build()

    assert ("答两个问题，看全部", "/benefits/") in [
        (link.text, link.href) for link in given.page("/").links
    ]
    first = given.page("/benefits/")
    assert first.heading == "哪一类项目？"
    assert [link.href for link in first.links if "outside" in link.href] == ["/benefits/outside/"]
    second = given.page("/benefits/outside/")
    assert second.heading == "考上研究生了吗？"
    assert "/benefits/outside/none/" in second.addresses
    assert given.page("/benefits/outside/none/").heading == "你能得到的"


def test_every_combination_has_its_page_and_no_two_have_one_title(given):
    """Two by two outcomes, and three questions."""
    given.build()

    pages = [page for page in given.pages() if page.address.startswith("/benefits/")]
    assert len(pages) == 7
    assert len({page.title for page in pages}) == 7


def test_an_outcome_says_what_applies_what_may_and_what_does_not_and_why(given):
    """By level, the certain first, each with its clause and the way to its provision."""
    page = given.build().page("/benefits/outside/none/")

    assert rows(page) == [
        ("applies", "符合 一次性补贴 6000元"),
        ("may", "视情况 户口留校"),
        ("not", "不符合 保留入学资格"),
        ("applies", "符合 学院欢送"),
    ]
    assert page.texts("wb-section__heading")[:2] == ["学校", "学院"]
    assert page.texts("wb-benefit__reason")[:3] == [
        "你去的是省外项目。给按期上岗的志愿者。",
        "由你申请。",
        "你选的是“没有”，用不上这一条。",
    ]
    assert page.texts("wb-chip")[:2] == ["1号文 二（一）1", "1号文 二（一）2"]
    assert "/policies/doc/#allowance" in [link.href for link in page.links]


def test_the_other_answers_give_the_other_amount(given):
    """And what they open."""
    page = given.build().page("/benefits/inside/admitted/")

    assert ("applies", "符合 一次性补贴 4000元") in rows(page)
    assert ("applies", "符合 保留入学资格") in rows(page)


@pytest.mark.parametrize(
    ("address", "value", "rest"),
    [
        ("/benefits/outside/none/", "6000", "另有1项确定符合，1项看情况"),
        ("/benefits/inside/admitted/", "4000", "另有2项确定符合，1项看情况"),
    ],
)
def test_the_total_counts_only_what_is_certain(given, address, value, rest):
    """And says how much there is beside it."""
    page = given.build().page(address)

    assert page.all("//data[@class='wb-big__value']/@value") == [value]
    assert page.texts("wb-outcome__rest") == [rest]


def test_what_one_college_gives_is_not_promised_to_all(given):
    """Its document counts for its own students, whom no question finds out; an example says so."""
    given.policy(
        "policies/college", level="college", audience="示例学院的志愿者", sample=True, figures=[]
    )

    page = given.build().page("/benefits/outside/none/")

    assert [mark for mark, text in rows(page) if text.endswith("示例")] == ["may"]
    assert "这份文件只管示例学院的志愿者。" in page.text
    assert page.texts("wb-big") == ["6000 元"]


def test_totals_stand_apart_by_level_and_unit(given):
    """The college's money is not the university's; years are not added up."""
    quote = PROVISION["cite"]["quote"]
    cite = {"at": "二(一)1"}
    years = {"id": "y", "provision": "allowance", "value": 2, "unit": "year"}
    money = {"id": "m", "provision": "party", "value": 4000, "unit": "CNY", "subject": "省内项目"}
    figures = [{**one, "for": {"project": one["id"]}} for one in FIGURES]
    cited = {"at": "二(一)2", "quote": "本人可申请将户口保留在学校两年"}
    given.policy(
        provisions=[
            PROVISION,
            provision("party", "学院补助", level="college", cite={**cite, "quote": quote}),
        ],
        figures=[*figures, {**years, "cite": cited}, {**money, "cite": cite}],
    )

    page = given.build().page("/benefits/outside/")

    assert page.texts("wb-outcome__label") == ["学校给", "学院给"]
    assert page.texts("wb-big") == ["6000 元", "4000 元"]


def test_without_amounts_the_certain_things_are_counted(given):
    """A page leads with a number."""
    given.policy(provisions=[provision("p", "一样", **{"for": {"study": "admitted"}})], figures=[])

    given.build()

    assert given.page("/benefits/admitted/").texts("wb-big") == ["1 项"]
    assert given.page("/benefits/none/").texts("wb-big") == ["0 项"]


def test_each_answer_can_be_changed(given):
    """The way back keeps the answers before it."""
    page = given.build().page("/benefits/outside/none/")

    ways = [
        (a.get("aria-label"), page.resolve(a.get("href")))
        for a in page.classed("wb-answered__change")
    ]
    assert ways == [("改：省外项目", "/benefits/"), ("改：没有", "/benefits/outside/")]


def test_what_a_document_no_longer_in_force_gives_nobody_gets(given):
    """Nor is its question asked."""
    given.policy(
        "policies/old",
        provisions=[provision("old", "旧待遇", **{"for": {"study": "none"}})],
        figures=[],
        effective={"until": "2026-11-23"},
    )

    assert "旧待遇" not in given.build("2026-11-24").page("/benefits/outside/none/").text


def test_what_to_do_next_and_by_when(given):
    """The road that is theirs, and the deadlines on it; a registration that closes is one."""
    given.add("events/last", title="报名截止", kind="deadline", dates=[{"start": "2026-12-15"}])
    given.add("events/talk", title="宣讲", registration={"closes": "2026-12-02T18:00"})
    steps = [{"title": "先问", "events": ["last", "talk"]}, {"title": "再报"}]
    given.add("pathways/road", title="怎么报名", steps=steps)
    other = {"title": "读研的路", "steps": [{"title": "先考"}], "for": {"study": "admitted"}}
    given.add("pathways/study", **other)

    page = given.build("2026-12-02").page("/benefits/outside/none/")

    assert page.texts("wb-agenda__title") == ["宣讲报名", "报名截止"]
    assert "18:00前" in page.text
    assert page.texts("wb-button--first") == ["接着看：怎么报名"]
    assert ("再报", "/pathways/road/#step-2") in [(link.text, link.href) for link in page.links]
    later = given.build("2026-12-03").page("/benefits/outside/admitted/")
    assert later.texts("wb-agenda__title") == ["报名截止"]
    assert later.texts("wb-button--first") == ["接着看：怎么报名", "接着看：读研的路"]


def test_the_levels_of_which_no_document_is_here_are_named_with_whom_to_ask(given):
    """Silence is said."""
    page = given.build().page("/benefits/outside/none/")

    assert page.texts("wb-section__heading")[2] == "国家、省"
    assert "国家、省的文件，本站还没有收录。另外有什么，请问示例项目办。" in page.text


def test_an_outcome_carries_its_address_as_a_code_and_in_print(given):
    """The code is a picture that a screen reader can name."""
    page = given.build().page("/benefits/outside/none/")

    address = "https://xibu.example.edu.cn/benefits/outside/none/"
    assert page.texts("wb-printed") == [address]
    (label,) = page.all("//*[@role='img']/@aria-label")
    assert address in label
    assert page.all("//button[@data-wb-copy]/@data-wb-copy") == [address]


def test_the_script_is_loaded_on_these_pages_only(given):
    """The others do not pay for it."""
    given.build()

    def loads(address):
        return any("answers." in src for src in given.page(address).all("//script/@src"))

    assert loads("/benefits/")
    assert loads("/benefits/outside/none/")
    assert not loads("/")
    assert not loads("/policies/doc/")
