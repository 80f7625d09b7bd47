"""A student's questions, answered by clicks on a phone; and the same on one screen with a script."""

from __future__ import annotations

import pytest

PHONE = {"width": 360, "height": 740}
MOST = 4
"""Clicks from the home page to an answer."""


@pytest.fixture
def page(chromium, origin, request):
    """The home page on a phone, without JavaScript unless the test is marked otherwise."""
    scripted = getattr(request, "param", False)
    context = chromium.new_context(
        viewport=PHONE, java_script_enabled=scripted, reduced_motion="reduce"
    )
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.goto(f"{origin}/")
    yield page
    context.close()


@pytest.mark.parametrize(
    ("clicks", "answer"),
    [
        (["我能得到什么", "省外项目", "没有考取研究生", "没有签就业协议"], "一次性生活补贴 6000元"),
        (["问答", "去省外服务，学校补贴多少？"], "省外项目志愿者6000元"),
        (["问答", "户口能留在学校吗？"], "可以申请把户口保留在学校2年"),
        (["我能得到什么", "省内项目", "没有考取研究生", "没有签就业协议"], "户口保留在学校 2年"),
        (["问答", "保送或考上了研究生，还能去吗？"], "学校可保留入学资格1年"),
        (["我能得到什么", "省外项目", "应届毕业，", "没有签就业协议"], "保留入学资格 1年"),
        (["问答", "已经签了就业协议，去西部算违约吗？"], "解除协议的，不视为违约"),
        (["我能得到什么", "省外项目", "没有考取", "已经签了"], "要先征得用人单位同意"),
        (["问答", "想去西部，先做什么？"], "先问本院系项目办"),
        (["菜单", "办事指引", "从报名到回来"], "去听一场宣讲"),
    ],
)
def test_a_student_finds_the_answer_by_clicks_alone(page, clicks, answer):
    """On a phone of 360 pixels, without JavaScript, in four clicks at most."""
    for words in clicks:
        if words == "菜单":
            page.locator("summary[aria-label='菜单']").click()
            continue
        links = page.locator("a:visible", has_text=words)
        (links.last if words == "问答" else links.first).click()

    text = " ".join(page.locator("#__content").inner_text().split())
    assert answer in text
    assert len(clicks) <= MOST


@pytest.mark.parametrize("page", [True], indirect=True)
def test_with_a_script_the_answers_stay_on_one_screen_and_the_address_follows(page, origin):
    """Nothing is loaded anew, back and forward work, and what is around still leads where it did."""
    page.goto(f"{origin}/benefits/")
    page.evaluate("window.stays = true")

    page.get_by_role("link", name="省外项目").click()
    page.get_by_role("heading", name="你今年毕业").wait_for()
    assert page.url == f"{origin}/benefits/outside/"
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.get_by_role("link", name="没有考取").click()
    page.get_by_role("link", name="没有签").click()
    page.get_by_role("heading", name="你能得到的").wait_for()

    assert page.url == f"{origin}/benefits/outside/none/none/"
    assert page.title().startswith("你能得到的：省外项目")
    assert page.evaluate("window.stays") is True
    assert page.get_by_role("button", name="复制网址").is_visible()
    assert page.get_by_role("button", name="打印").is_visible()

    page.go_back()
    page.get_by_role("heading", name="你和用人单位").wait_for()
    assert page.url == f"{origin}/benefits/outside/none/"
    page.go_forward()
    page.get_by_role("link", name="改：省外项目").click()
    page.get_by_role("heading", name="你想去的").wait_for()
    assert page.evaluate("window.stays") is True
    assert page.said == []

    page.locator("a", has_text="关于本站").last.click()
    assert page.url == f"{origin}/about/"


@pytest.mark.parametrize("page", [True], indirect=True)
def test_where_the_next_page_cannot_be_fetched_the_browser_goes_there(page, origin):
    """As it would without the script."""
    page.goto(f"{origin}/benefits/")
    page.evaluate("window.stays = true; window.fetch = () => Promise.reject(new Error('down')); 0")

    page.get_by_role("link", name="省外项目").click()
    page.wait_for_url(f"{origin}/benefits/outside/")

    assert page.evaluate("window.stays") is None


def test_an_outcome_prints_what_is_given_and_nothing_to_press(page, origin):
    """White, with the address and its code; no field, no button, no way to answer anew."""
    page.goto(f"{origin}/benefits/outside/none/none/")
    page.emulate_media(media="print")

    for shown in (".wb-benefit >> nth=0", ".wb-code__picture", ".wb-printed", ".wb-big__value"):
        assert page.locator(shown).is_visible()
    for hidden in (".wb-answered__change >> nth=0", ".wb-header", ".wb-outcome__field .wb-scene"):
        assert not page.locator(hidden).is_visible()
