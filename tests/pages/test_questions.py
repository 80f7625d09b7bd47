"""Questions: the list, by tag and by policy, the answers, and what programs read of them."""

from __future__ import annotations

from tests.site import FIGURES, PROVISION

FIGURE = "[](../policies/doc.yml#outside)"


def asked(page):
    return [link.text for link in page.links if link.address.startswith("/questions/q")]


def test_without_questions_there_is_no_list(site):
    """And nothing of them on a policy's page."""
    site.policy()

    site.build()

    assert not site.has("/questions/")
    assert "常见问答" not in site.page("/policies/doc/").text


def test_a_question_is_found_by_tag_and_by_policy(site):
    """Each list with the number of its questions; a tag in Chinese stands in the address."""
    site.policy(title="示例政策")
    site.add("questions/q1", title="问一？", tags=["补贴"], policies=["doc"])
    site.add("questions/q2", title="问二？", tags=["补贴", "户口"])

    site.build()

    assert asked(site.page("/questions/")) == ["问一？", "问二？"]
    assert asked(site.page("/questions/tag/户口/")) == ["问二？"]
    assert asked(site.page("/questions/policy/doc/")) == ["问一？"]
    assert site.page("/questions/").texts("wb-filter__option") == [
        "全部 2",
        "补贴 2",
        "户口 1",
        "示例政策 1",
    ]


def test_the_list_gives_the_first_paragraph_of_each_answer(site):
    """Which says the conclusion: many need no more."""
    site.add("questions/q1", title="问一？", body="先说结论。\n\n再说细节。")

    page = site.build().page("/questions/")

    assert "先说结论。" in page.text
    assert "再说细节。" not in page.text


def test_an_answer_shows_the_clauses_that_it_rests_on(site):
    """Each figure, and each provision, to which its words lead; each clause once."""
    site.policy()
    body = f"省外{FIGURE}，见[补贴](../policies/doc.yml#allowance)。"
    site.add("questions/q1", title="补贴多少？", body=body)

    page = site.build().page("/questions/q1/")

    assert "省外6000元" in page.text
    assert page.texts("wb-chip") == ["1号文 二（一）1"]
    assert "/sources/doc/#2-1-1" in [link.href for link in page.links]


def test_an_answer_says_whom_to_ask_and_where_to_read_on(site):
    """The policy's offices, the policy, and other questions with the same tag."""
    site.add("units/office", name="示例项目管理办公室", short="示例项目办")
    site.policy(contacts=["office"])
    site.add("questions/q1", title="问一？", tags=["补贴"], policies=["doc"])
    site.add("questions/q2", title="问二？", tags=["补贴"])
    site.add("questions/q3", title="问三？", tags=["户口"])

    page = site.build().page("/questions/q1/")

    assert {"/units/office/", "/policies/doc/", "/questions/tag/补贴/"} <= page.addresses
    assert asked(page) == ["问二？"]


def test_a_policy_leads_to_what_is_asked_about_it(site):
    """And back."""
    site.policy()
    site.add("questions/q1", title="问一？", policies=["doc"])

    assert asked(site.build().page("/policies/doc/")) == ["问一？"]


def test_programs_read_the_question_with_its_whole_answer(site):
    """As a FAQPage of schema.org, figures filled in, in words without markup."""
    site.policy()
    site.add("questions/q1", title="补贴</script>多少？", body=f"省外{FIGURE}。\n\n- <b>一</b>次")

    found = site.build().page("/questions/q1/").structured

    assert found["@type"] == "FAQPage"
    (question,) = found["mainEntity"]
    assert question["name"] == "补贴</script>多少？"
    assert question["acceptedAnswer"]["text"] == "省外6000元。\n<b>一</b>次"


def test_a_link_to_a_question_or_a_pathway_leads_to_its_page(site):
    """From records and from hand-written pages, filled with the title where it has no words."""
    site.add("questions/q1", title="问一？", body="见[](../pathways/road.yml)。")
    site.add("pathways/road", title="从报名到回来")
    site.write("pages/about.md", "# 关于\n\n见[](../questions/q1.yml)。\n")

    site.build()

    assert ("从报名到回来", "/pathways/road/") in [
        (link.text, link.href) for link in site.page("/questions/q1/").links
    ]
    assert ("问一？", "/questions/q1/") in [
        (link.text, link.href) for link in site.page("/about/").links
    ]


def test_a_figure_that_changes_changes_the_answer(site):
    """The page is not left as it was."""
    policy = site.policy()
    site.add("questions/q1", body=f"省外{FIGURE}。")
    site.build()
    quote = PROVISION["cite"]["quote"].replace("6000", "7000")
    site.write("sources/doc.txt", f"示例\n\n二、保障\n\n（一）政策\n\n1. {quote}\n")
    policy.edit(
        provisions=[{**PROVISION, "cite": {"at": "二(一)1", "quote": quote}}],
        figures=[{**FIGURES[0], "value": 7000}, FIGURES[1]],
    )

    page = site.build().page("/questions/q1/")

    assert "省外7000元" in page.text
    assert "省外7000元" in page.structured["mainEntity"][0]["acceptedAnswer"]["text"]
