"""The search as a visitor uses it: in a real browser, on the example site."""

from __future__ import annotations

import gzip
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.serving import served
from tests.browser.test_pages import DESK, PHONE, focused, visit
from tests.site import Site

__all__ = ["visit"]


def ask(page, query):
    """Type a question into the search page."""
    page.locator("#__q").fill(query)
    page.keyboard.press("Enter")


def said(page):
    """What is said of what was found, as soon as it is."""
    status = page.get_by_role("status")
    page.wait_for_function(
        "() => { const s = document.querySelector('[role=status]').textContent;"
        " return s && !s.startsWith('正在') }"
    )
    return status.inner_text()


def titles(page):
    return page.locator(".wb-result__title").all_inner_texts()


def addresses(page, origin):
    links = page.locator(".wb-result__title a").all()
    return [link.get_attribute("href").removeprefix(origin) for link in links]


def test_an_excerpt_begins_with_a_whole_number(visit):
    """…00元 would be another amount than 6000元."""
    page = visit("/search/?q=补贴")
    said(page)

    excerpts = page.locator(".wb-result__excerpt").all_inner_texts()
    begun = [match[1] for text in excerpts if (match := re.match(r"…(\d+)", text))]
    assert begun
    assert set(begun) <= {"4000", "6000"}


def test_the_box_in_the_header_leads_to_what_is_found(visit, origin):
    """By keyboard alone; the page says how many, and marks the words."""
    page = visit("/volunteers/")
    for _ in range(12):
        page.keyboard.press("Tab")
        if "wb-finder__summary" in focused(page):
            break
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.name === 'q'")
    page.keyboard.type("图书角")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{origin}/search/**")
    assert re.fullmatch(r"“图书角”：找到\d条。", said(page))
    assert titles(page)[0] == "一间图书角，从三个纸箱开始"
    assert set(page.locator(".wb-result mark").all_inner_texts()) == {"图书角"}
    page.locator(".wb-result__title a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{origin}/stories/book-corner/")


def test_the_box_works_without_javascript_and_leads_to_lists(visit, origin):
    """The page says that it cannot search, and every page is reached by links."""
    page = visit("/", PHONE, java_script_enabled=False)
    page.locator(".wb-finder__summary").click()
    page.locator(".wb-finder input").fill("志愿者甲")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{origin}/search/?q=*")
    assert page.locator("noscript p").is_visible()
    page.get_by_role("link", name="Z", exact=False).first.click()
    page.get_by_role("link", name="志愿者甲").click()
    assert page.url == f"{origin}/volunteers/wb2024-001/"


def test_the_box_closes_by_escape_and_by_a_tap_beside_it(visit):
    page = visit("/", PHONE)
    box = page.locator(".wb-finder__panel")
    page.locator(".wb-finder__summary").click()
    assert box.is_visible()
    page.keyboard.press("Escape")
    assert not box.is_visible()
    assert "wb-finder__summary" in focused(page)
    page.locator(".wb-finder__summary").click()
    page.mouse.click(180, 600)
    assert not box.is_visible()


def test_the_address_follows_the_question(visit, origin):
    """It can be shared, the way back leads to the question before, and kinds are part of it."""
    page = visit("/search/")
    ask(page, "补贴")
    first = said(page)
    assert page.url.endswith("?q=%E8%A1%A5%E8%B4%B4")
    assert page.title().startswith("“补贴”")

    page.get_by_role("link", name="故事", exact=True).last.click()
    page.wait_for_function("() => document.querySelectorAll('.wb-result').length < 5")
    assert page.evaluate("document.activeElement.textContent") == "故事"
    assert "kind=" in page.url
    stories = addresses(page, origin)
    assert stories
    assert all(address.startswith("/stories/") for address in stories)

    again = page.context.new_page()
    again.goto(page.url)
    said(again)
    assert addresses(again, origin) == stories
    assert again.locator("#__q").input_value() == "补贴"

    page.go_back()
    page.wait_for_function(
        f"() => document.querySelector('[role=status]').textContent === '{first}'"
    )
    page.go_back()
    page.wait_for_function("() => document.querySelector('[role=status]').textContent === ''")
    assert page.locator("#__q").input_value() == ""
    assert page.get_by_role("heading", name="目录").is_visible()


@pytest.mark.parametrize(
    ("label", "value", "query", "found"),
    [
        ("届", "2023", "示例", "/volunteers/wb2023-"),
        ("省份", "青海", "志愿者", "/volunteers/wb202|/stories/"),
        ("学院", "示例学院一", "示例", "/volunteers/wb"),
        ("活动类型", "宣讲会", "政策", "/events/briefing"),
    ],
)
def test_a_search_is_narrowed(visit, origin, label, value, query, found):
    """And widened again where nothing is left."""
    page = visit("/search/")
    ask(page, query)
    said(page)

    page.get_by_label(label, exact=True).select_option(value)
    page.wait_for_function("() => document.querySelector('[aria-busy]') === null")
    narrowed = addresses(page, origin)
    assert narrowed
    assert all(re.match(found, address) for address in narrowed)

    ask(page, "龘靐")
    assert said(page) == "没有找到“龘靐”。"
    page.get_by_role("link", name="不限类别和条件").click()
    page.wait_for_function("() => !location.search.includes('&')")


def test_what_is_found_within_a_policy_leads_to_its_provision(visit, origin):
    """And within an official document to its clause."""
    page = visit("/search/?q=" + "户口")
    said(page)

    found = addresses(page, origin)
    policy = next(address for address in found if address.startswith("/policies/"))
    assert "#" in policy
    page.goto(origin + policy)
    part = policy.partition("#")[2]
    assert "户口" in page.locator(f"[id='{part}']").inner_text()


def test_a_question_without_spaces_is_taken_apart(visit):
    """Where it stands nowhere as a whole; it is said."""
    page = visit("/search/?q=" + "户口怎么保留")

    assert said(page).startswith("没有连着的“户口怎么保留”，分开写的有")
    assert "学校给西部计划志愿者什么" in titles(page)


def test_a_page_of_an_example_is_marked_so(visit):
    """As everywhere."""
    page = visit("/search/?q=" + "志愿者甲")
    said(page)

    assert "示例" in page.locator(".wb-result").first.locator(".wb-meta").inner_text()


def test_a_failing_network_is_said_and_tried_again(visit):
    """The lists are shown meanwhile."""
    page = visit("/search/")
    page.wait_for_function("() => !document.querySelector('[data-wb-narrow]').hidden")
    page.route("**/search/words/**", lambda route: route.abort())
    ask(page, "补贴")

    assert "没有连上网站" in said(page)
    assert page.get_by_role("heading", name="目录").is_visible()
    page.unroute("**/search/words/**")
    page.get_by_role("button", name="再试一次").click()
    page.locator(".wb-result").first.wait_for()
    assert "找到" in said(page)


def test_where_there_is_no_index_it_is_said(visit):
    """As in a preview; the lists are there."""
    page = visit("/search/")
    page.route("**/search/index.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(page.url + "?q=补贴")

    assert "没有检索索引" in said(page)
    assert page.get_by_role("heading", name="目录").is_visible()


def test_a_page_that_is_gone_is_not_found(visit):
    """Nor quoted: the index that a browser has may be older than the page."""
    page = visit("/search/")
    page.route("**/stories/book-corner/", lambda route: route.fulfill(status=410, body="撤下"))
    page.route(
        "**/volunteers/wb2024-001/",
        lambda route: route.fulfill(body="<article><h1>这一页已应本人要求撤下</h1></article>"),
    )
    ask(page, "图书角")
    said(page)

    assert "一间图书角，从三个纸箱开始" not in titles(page)
    assert "志愿者甲" not in titles(page)


@pytest.mark.parametrize("query", ["补贴", "龘靐", "户口怎么保留"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_found_can_be_used_by_everybody(visit, query, size, scheme):
    """axe finds nothing, nothing is wider than the window."""
    page = visit(f"/search/?q={query}", size, scheme)
    said(page)

    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


QUERIES = {
    # What students ask
    "补贴": "/policies/sdust-2021-52/",
    "一次性生活补贴": "/policies/sdust-2021-52/",
    "省外补贴": "/questions/allowance/",
    "户口": "/questions/hukou/",
    "户口能留在学校吗": "/questions/hukou/",
    "就业协议": "/questions/signed-agreement/",
    "违约": "/questions/signed-agreement/",
    "考上了研究生": "/questions/graduate-place/",
    "入学资格": "/policies/sdust-2021-52/",
    "先做什么": "/questions/what-first/",
    "从报名到回来": "/pathways/volunteer/",
    # Official documents
    "52号": "/policies/sdust-2021-52/",
    "山科大党发〔2021〕52号": "/sources/sdust-2021-52/",
    "[2021]52": "/sources/sdust-2021-52/",
    "人才向基层一线流动": "/sources/sdust-2021-52/",
    # From the middle of a title
    "三个纸箱": "/stories/book-corner/",
    "二十三个问题": "/stories/briefing-recap/",
    "先听后说": "/stories/six-villages/",
    "学妹": "/stories/handover/",
    # Two characters
    "咨询": "/events/consultation-2026/",
    "出征": "/events/send-off-2027/",
    "预报名": "/events/early-registration-2026/",
    "岗前培训": "/events/training-2027/",
    "团日": "/events/theme-day-2026-12/",
    "财务": "/units/finance/",
    "校友办": "/units/alumni/",
    # People
    "志愿者甲": "/volunteers/wb2024-001/",
    "zhiyuanzhejia": "/volunteers/wb2024-001/",
    "zyzj": "/volunteers/wb2024-001/",
    "示例县中学": "/volunteers/wb2024-001/",
    "匿名": "/volunteers/wb2023-003/",
    # Hand-written pages
    "资料写错了": "/privacy/",
}
"""What is asked of the example content, and the page that should be among the first five."""


def test_the_right_page_is_among_the_first_five(visit, origin):
    """One page, asked again and again as by a visitor who is looking for something."""
    page = visit("/search/")
    missed = {}
    for query, address in QUERIES.items():
        ask(page, query)
        page.wait_for_function(
            "query => { const said = document.querySelector('[role=status]').textContent;"
            " return said.includes(`“${query}”`) && !document.querySelector('[aria-busy]') }",
            arg=query,
        )
        found = [one.partition("#")[0] for one in addresses(page, origin)[:5]]
        if address not in found:
            missed[query] = found

    assert missed == {}
    assert len(QUERIES) >= 30


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A few people with names such as there are, and who may not be named."""
    site = Site(tmp_path_factory.mktemp("town"))
    place = {"province": "内蒙古", "county": "额济纳旗", "start": "2024-08"}
    site.add("volunteers/a", name="阿依古丽·买买提", placements=[place])
    site.add("volunteers/b", name="单样例")
    consent = {"granted": "2024-09-01", "covers": ["placement"]}
    site.add("volunteers/c", name="欧阳金丝雀", pinyin="ouyang jinsique", consent=consent)
    for number in range(12):
        site.add(f"stories/s{number}", title=f"示例故事{number}", body="示例正文，去过和田。")
    with served(site.build().folder) as origin:
        yield origin


@pytest.mark.parametrize(
    ("queries", "address"),
    [
        (
            [
                *("阿依古丽·买买提", "阿依古丽买买提", "买买提", "额济纳旗", "额济纳"),
                *("ayiguli", "ayiguli maimaiti", "maimaiti", "AYGLMMT"),
            ],
            "/volunteers/a/",
        ),
        (["单样例", "shan", "shanyangli", "syl"], "/volunteers/b/"),
        (["欧阳", "金丝雀", "ouyang", "jinsique", "oyjsq", "欧阳金丝雀"], None),
    ],
    ids=["middle dot", "surname", "not to be named"],
)
def test_a_person_is_found_by_name_place_and_pinyin(chromium, town, queries, address):
    """Invariant 2: who may not be named is found by none of them, nor shown."""
    page = chromium.new_page()
    page.goto(f"{town}/search/")
    for query in queries:
        ask(page, query)
        page.wait_for_function(
            "query => document.querySelector('[role=status]').textContent.includes(`“${query}”`)",
            arg=query,
        )
        found = addresses(page, town)
        assert found[:1] == ([address] if address else [])
        if not address:
            assert "金丝雀" not in page.locator("main").inner_text().replace(query, "")
    page.close()


def test_ten_results_stand_on_a_page_and_the_next_page_has_an_address(chromium, town):
    page = chromium.new_page()
    page.goto(f"{town}/search/?q=和田")
    assert said(page) == "“和田”：找到12条。"
    assert page.locator(".wb-result").count() == 10
    first = set(addresses(page, town))

    page.get_by_role("link", name="下一页 →").click()
    page.wait_for_function("() => document.querySelectorAll('.wb-result').length === 2")
    assert "page=2" in page.url
    assert first.isdisjoint(addresses(page, town))
    assert page.evaluate("document.activeElement.hasAttribute('data-wb-found')")
    page.close()


def test_a_query_loads_little(visit):
    """The budgets: 60 KiB before results, 120 KiB with ten, pages as servers compress them."""
    page = visit("/search/")
    loaded = {}
    page.on("response", lambda one: loaded.setdefault(one.url, one))
    ask(page, "志愿者")
    said(page)

    index = [
        one.body() for url, one in loaded.items() if "/search/" in url and "/records/" not in url
    ]
    rest = [
        one.body() for url, one in loaded.items() if "/search/" not in url or "/records/" in url
    ]
    assert page.locator(".wb-result").count() == 10
    before = sum(map(len, index))
    assert before < 60 * 1024
    assert before + sum(len(gzip.compress(body)) for body in rest) < 120 * 1024


def test_other_pages_load_nothing_of_it(visit):
    """Neither script nor index."""
    page, names = visit("/"), []
    page.on("request", lambda request: names.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")

    assert len(names) >= 3
    assert not [name for name in names if "search" in name or "results" in name]
