"""The live preview, as an editor sees it: in a browser, from a saved file to its text."""

from __future__ import annotations

import http.client
import re
import shutil
from datetime import date
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe

from generator.preview import Preview, serve
from tests.site import ROOT, TODAY

CANARY = "金丝雀之言"


class Editor:
    """A site in a preview, and a browser that looks at it."""

    def __init__(self, site, page, address):
        self.site, self.page, self.address = site, page, address

    def look(self, path):
        return self.page.goto(self.address + path)

    def sees(self, words):
        """Wait until the page says *words*."""
        self.page.wait_for_function("w => document.body.innerText.includes(w)", arg=words)

    @property
    def overlay(self):
        return self.page.locator(".wbp-panel")


@pytest.fixture
def editor(site, chromium):
    """Begins to preview what the site has by then."""
    open_ = []

    def begin(config=None):
        preview = Preview(config or site.config, as_of=date.fromisoformat(TODAY))
        serving = serve(preview, 0)
        server = serving.__enter__()
        Thread(target=server.serve_forever, daemon=True).start()
        context = chromium.new_context(reduced_motion="reduce")
        open_.append((context, server, serving, preview))
        return Editor(site, context.new_page(), f"http://127.0.0.1:{server.server_port}")

    yield begin
    for context, server, serving, preview in open_:
        context.close()
        server.shutdown()
        serving.__exit__(None, None, None)
        preview.close()


def test_an_edit_shows_by_itself(site, editor):
    """On the page of the record, and on the cards of others."""
    entry = site.add("volunteers/a", name="示例甲", quote="去了就知道。")
    site.add("stories/x", volunteers=["a"])
    site.build()
    published = site.digest
    see = editor()

    see.look("/volunteers/a/")
    see.sees("去了就知道。")
    entry.edit(quote="回来还想去。")
    see.sees("回来还想去。")
    see.look("/stories/x/")
    see.sees("回来还想去。")
    entry.edit(name="示例乙")
    see.sees("示例乙")

    assert site.digest == published


def test_an_edit_leaves_the_editor_where_they_read(site, editor):
    """The words change in place: the page is not loaded anew, and its buttons go on working."""
    entry = site.add("volunteers/a", body="很长的一段。\n\n" * 80)
    see = editor()
    see.look("/volunteers/a/")
    see.page.evaluate("() => { window.loaded = 'once'; window.scrollTo(0, 600); }")

    entry.edit(summary="改好的概述。")
    see.sees("改好的概述。")

    assert see.page.evaluate("[window.loaded, window.scrollY]") == ["once", 600]
    see.page.locator("[data-wb-scheme]").last.click()
    assert see.page.locator("html").get_attribute("data-wb-scheme") == "light"


def test_what_comes_and_goes_is_followed(site, editor):
    """A new record has its page, its place in lists and in the header; a removed one has none."""
    site.add("volunteers/a")
    see = editor()
    see.look("/volunteers/")
    assert "故事" not in see.page.inner_text(".wb-sections")

    entry = site.add("stories/x", title="新来的故事")
    see.page.wait_for_function(
        "() => document.querySelector('.wb-sections').innerText.includes('故事')"
    )
    assert see.look("/stories/x/").status == 200
    entry.path.unlink()
    see.sees("没有这一页")

    assert see.look("/stories/x/").status == 404


def test_a_mistake_lies_over_the_page_until_it_is_mended(site, editor):
    """With its file, line and lines, in Chinese; beneath, the page as it was."""
    entry = site.add("events/talk", title="示例宣讲会")
    see = editor()
    see.look("/events/talk/")
    good = entry.path.read_text("utf-8")

    entry.path.write_text(f"{good}campas: 示例校区\n", "utf-8")
    see.overlay.wait_for()

    assert "有 1 处要改" in see.overlay.inner_text()
    assert "content/events/talk.yml 第 5 行，campas" in see.overlay.inner_text()
    assert "campas: 示例校区" in see.page.inner_text(".wbp-line--wrong")
    assert "示例宣讲会" in see.page.inner_text("h1")
    see.look("/")
    assert see.overlay.is_visible()

    entry.path.write_text(good, "utf-8")
    see.overlay.wait_for(state="detached")


def test_a_mistake_at_the_start_is_said_as_well(site, editor):
    """What is right is shown, though the site could not be built."""
    site.add("events/talk", title="示例宣讲会")
    broken = site.write("volunteers/a.yml", "name: [\n")
    see = editor()

    see.look("/events/talk/")
    assert "示例宣讲会" in see.page.inner_text("h1")
    assert "volunteers/a.yml" in see.overlay.inner_text()

    broken.write_text("name: 示例甲\ncohort: 2024\nproject: inside\n", "utf-8")
    see.overlay.wait_for(state="detached")


def test_a_link_that_leads_nowhere_is_said(site, editor):
    """It is found in the record that changed, and where another one went away."""
    target = site.add("stories/x")
    entry = site.add("stories/y", body="见[那一篇](x.yml)。")
    see = editor()
    see.look("/stories/y/")

    entry.edit(body="见[那一篇](z.yml)。")
    see.overlay.wait_for()
    entry.edit(body="见[那一篇](x.yml)。")
    see.overlay.wait_for(state="detached")
    target.path.unlink()
    see.overlay.wait_for()

    assert "content/stories/y.yml" in see.overlay.inner_text()


def test_drafts_and_what_is_not_yet_out_carry_a_ribbon(site, editor):
    """They are in the preview only; who did not agree to be shown is not in it either."""
    draft = site.add("stories/draft", publish={"state": "draft"})
    site.add("stories/later", publish={"from": "2026-12-01"})
    site.add("volunteers/a", name=CANARY, consent=None)
    see = editor()

    see.look("/stories/draft/")
    assert see.page.inner_text(".wbp-ribbon").startswith("草稿")
    see.look("/stories/later/")
    assert see.page.inner_text(".wbp-ribbon").startswith("未发布")
    assert see.look("/volunteers/a/").status == 404

    see.look("/stories/draft/")
    draft.edit(publish={"state": "ready"})
    see.page.locator(".wbp-ribbon").wait_for(state="detached")


def test_hand_written_pages_the_theme_and_the_configuration_are_followed(site, editor, tmp_path):
    """Templates, style sheets, mkdocs.yml; and what is wrong with one is said, not thrown."""
    theme = tmp_path / "own-theme"
    shutil.copytree(ROOT / "theme", theme)
    config = site.config
    config.write_text(
        re.sub(r"custom_dir: .*", f"custom_dir: {theme}", config.read_text("utf-8")), "utf-8"
    )
    page = site.write("pages/about.md", "# 关于\n\n先前的话。\n")
    site.add("stories/x")
    see = editor(config)

    see.look("/about/")
    page.write_text("# 关于\n\n后来的话。\n", "utf-8")
    see.sees("后来的话。")

    css = theme / "assets" / "westbound.css"
    css.write_text(css.read_text("utf-8") + "\nbody { outline: 7px solid red; }\n", "utf-8")
    see.page.wait_for_function("() => getComputedStyle(document.body).outlineWidth === '7px'")

    see.look("/stories/x/")
    for path, sign in ((theme / "articles" / "story.html", "story.html"), (config, "mkdocs.yml")):
        good = path.read_text("utf-8")
        path.write_text(good + "\n{% if %}\n  x: [\n", "utf-8")
        see.overlay.wait_for()
        assert sign in see.overlay.inner_text()
        path.write_text(good, "utf-8")
        see.overlay.wait_for(state="detached")

    story = theme / "articles" / "story.html"
    good = story.read_bytes()
    story.write_bytes(good + "示例".encode("gbk"))
    see.overlay.wait_for()
    assert "UTF-8" in see.overlay.inner_text()
    story.write_bytes(good)
    see.overlay.wait_for(state="detached")


def test_the_overlay_can_be_used_by_everybody(site, editor):
    """axe finds nothing, it fits a phone, and Escape puts it aside."""
    site.add("stories/x")
    site.write("stories/y.yml", f"title: {'长' * 200}\nsumary: x\n")
    see = editor()
    for scheme in ("light", "dark"):
        see.page.emulate_media(color_scheme=scheme)
        see.page.set_viewport_size({"width": 360, "height": 740})
        see.look("/stories/x/")
        see.overlay.wait_for()

        found = Axe().run(see.page, context=".wbp-overlay").response["violations"]
        assert [violation["id"] for violation in found] == []
        assert see.page.evaluate("document.documentElement.scrollWidth") <= 360

    see.page.keyboard.press("Escape")
    assert not see.overlay.is_visible()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost", 200),
        ("evil.example", 403),
        ("127.0.0.1.evil.example", 403),
    ],
)
def test_other_hosts_names_are_refused(site, editor, host, status):
    """A page elsewhere could have its name lead here (DNS rebinding), and read drafts."""
    site.add("stories/x")
    port = int(editor().address.rpartition(":")[2])

    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/stories/x/", headers={"Host": f"{host}:{port}"})

    assert connection.getresponse().status == status


@pytest.mark.parametrize(
    "path", ["/../mkdocs.yml", "/..%2fmkdocs.yml", "/%2e%2e/content/stories/x.yml", "//etc/passwd"]
)
def test_nothing_outside_the_site_is_served(site, editor, path):
    """No record, no file of the machine."""
    site.add("stories/x")
    port = int(editor().address.rpartition(":")[2])

    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)

    assert connection.getresponse().status == 404


def test_an_address_without_its_last_slash_leads_to_the_page(site, editor):
    """Its relative links would lead elsewhere."""
    site.add("stories/x")
    see = editor()

    see.look("/stories/x")

    assert see.page.url == f"{see.address}/stories/x/"


def test_a_folder_that_comes_or_goes_is_followed_with_all_that_it_holds(site):
    """Of a folder that is made, copied or moved the system may tell that alone."""
    site.add("volunteers/a")
    preview = Preview(site.config, as_of=date.fromisoformat(TODAY))
    try:
        site.add("stories/x")
        folder = site.content_folder / "stories"
        preview.change([folder])
        assert preview.answer("/stories/x/").status == 200

        folder.rename(site.root / "elsewhere")
        preview.change([folder])
        assert preview.answer("/stories/x/").status == 404
    finally:
        preview.close()
