"""Invariant 8: no third party is asked, the policy is strict, and every page reads without JavaScript."""

from __future__ import annotations

import re

import pytest

from generator.deploy import CONTENT_SECURITY_POLICY
from tests.browser.kinds import KINDS
from tests.site import TODAY

POLICY = CONTENT_SECURITY_POLICY

NEEDED = {
    "site": ".*",
    "agenda": r"/|/events/.*|/embed/.*|/pathways/.*|/benefits/.*",
    "answers": r"/benefits/.*|/pathways/.*/needs/",
    "results": "/search/",
}
"""The pages that may load each script."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_its_own_server_only(chromium, origin, kind):
    """Under a strict Content-Security-Policy, with nothing refused and nothing missing."""
    context = chromium.new_context()
    page = context.new_page()
    asked, said, failed = [], [], []

    def strict(route):
        response = route.fetch()
        route.fulfill(
            response=response, headers={**response.headers, "content-security-policy": POLICY}
        )

    page.route("**/*", strict)
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: response.ok or failed.append(response.url))
    page.on("console", lambda message: said.append((message.type, message.text)))
    page.on("pageerror", lambda error: said.append(("error", str(error))))
    page.goto(origin + KINDS[kind])
    page.wait_for_load_state("networkidle")
    context.close()

    assert len(asked) >= 3
    assert [url for url in asked if not url.startswith((f"{origin}/", "data:"))] == []
    assert failed == []
    assert [text for type, text in said if type in ("error", "warning")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_reads_the_same_without_javascript(chromium, origin, kind):
    """The words that it shows are there either way, save those of buttons, forms and of today."""
    texts = []
    for enabled in (True, False):
        context = chromium.new_context(java_script_enabled=enabled)
        page = context.new_page()
        page.clock.set_fixed_time(f"{TODAY}T09:00:00+08:00")
        page.goto(origin + KINDS[kind])
        page.evaluate("document.querySelectorAll('form, noscript').forEach(one => one.remove())")
        texts.append(page.locator("#__content").inner_text())
        context.close()

    with_script, without = texts
    assert len(without) > 10
    assert without.split() == [
        word
        for word in with_script.split()
        if not re.fullmatch("复制\\w+|打印\\w*|还有\\d+天|，今天", word)
    ]


def test_every_page_says_its_policy_itself(every_kind):
    """For servers that say nothing; what only a header can say is left out."""
    for page in every_kind.pages():
        (policy,) = page.all("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert f"{policy}; frame-ancestors 'none'" == POLICY, page.address


def test_a_script_within_a_page_is_refused_by_the_page_alone(chromium, origin):
    """The server that the tests run says nothing of a policy."""
    page = chromium.new_page()
    page.goto(origin)

    page.evaluate(
        "() => { const one = document.createElement('script');"
        " one.textContent = 'window.ran = true'; document.body.append(one) }"
    )

    assert page.evaluate("window.ran") is None
    page.close()


def test_no_page_has_a_script_or_a_style_within(every_kind):
    """What the policy would refuse is in no file."""
    for page in every_kind.pages():
        assert page.all("//script[not(@src) and not(@type='application/ld+json')]") == [], (
            page.address
        )
        assert page.all("//style") == [], page.address
        assert page.all("//@style") == [], page.address
        assert page.all("//@*[starts-with(name(), 'on')]") == [], page.address
        assert page.all("//iframe | //object | //embed") == [], page.address


def test_no_file_names_a_third_party_to_load_from(every_kind):
    """Addresses of others are links that a visitor follows, nothing else."""
    for page in every_kind.pages():
        loads = page.all(
            "//script/@src | //img/@src | //img/@srcset | //link[@rel!='canonical']/@href"
        )
        assert [href for href in loads if re.match(r"(https?:)?//", href)] == [], page.address
    asking = {
        ".css": r"@import|url\(\s*['\"]?(?:https?:)?//",
        ".js": r"['\"`](?:https?:)?//",
    }
    for name, data in every_kind.files.items():
        for suffix, pattern in asking.items():
            if name.endswith(suffix):
                assert re.findall(pattern, data.decode()) == [], name


def test_the_script_is_small(every_kind):
    """A phone on a slow line gets at most 5 KB of it; what only some pages need, others do not load."""
    loaded = {}
    for page in every_kind.pages():
        for source in page.all("//script/@src"):
            loaded.setdefault(page.resolve(source), []).append(page.address)

    for source, addresses in loaded.items():
        name = source.removeprefix("/assets/").partition(".")[0]
        assert len(every_kind.files[source.lstrip("/")]) < 5 * 1024 or name == "results"
        assert [one for one in addresses if not re.fullmatch(NEEDED[name], one)] == []
    scripts = (name for name in every_kind.files if name.endswith(".js"))
    idle = [name for name in scripts if f"/{name}" not in loaded]
    assert [name.partition(".")[0] for name in idle] == ["assets/search"]  # results.js asks for it
