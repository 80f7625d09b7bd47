"""What an attacker would type into a record does nothing, even without a Content-Security-Policy.

The policy is a second net: many hosts send none. Each payload stands in every text of a record;
what the reading refuses is not there, the rest is opened in a real browser.
"""

from __future__ import annotations

import pytest

from generator.problems import Severity
from tests.browser.serving import served
from tests.site import TODAY

BREAKOUTS = ("", '">', "'>", "</title>", "</script>", "-->", "]]>", "</textarea>", "`", '\\"}')
VECTORS = (
    "<script>alert(1)</script>",
    "<ScRiPt src=data:,alert(1)></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<body onload=alert(1)>",
    "<iframe srcdoc='<script>top.alert(1)</script>'></iframe>",
    "<iframe src=javascript:top.alert(1)></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<style>@import 'javascript:alert(1)';</style><p style=x:expression(alert(1))>",
    "<base href=https://example.com/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
)
PLAIN = (
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "＜script＞alert(1)＜/script＞",
    '" onmouseover=alert(1) x="',
    "' autofocus onfocus=alert(1) x='",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](vbscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    '[x](https://example.com/"onmouseover="alert(1))',
    '[x](https://example.com/ "t\\" onmouseover=\\"alert(1)")',
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](x.png)',
    "[x]: javascript:alert(1)",
    '```html"><img src=x onerror=alert(1)>',
    '|a|" onmouseover=alert(1)|',
    "{{ 7*7 }}",
    "{% include 'main.html' %}",
    "{{ config.items() }}",
    "{{ ''.__class__.__mro__ }}",
    "{# x #}",
    "${alert(1)}",
    "#{alert(1)}",
    "<%= alert(1) %>",
    "<?php alert(1) ?>",
    "[[alert(1)]]",
    "wb0slot0title0x",
    "wb0slot0content0x",
    '\\"};alert(1)//',
)
PAYLOADS = (*(before + vector for vector in VECTORS for before in BREAKOUTS), *PLAIN)


def test_there_are_enough_payloads():
    """Of every kind: tags, attributes, links, templates, markers of our own."""
    assert len(set(PAYLOADS)) >= 150


def volunteer(site, id, text):
    site.add(
        f"volunteers/{id}",
        name=text,
        major=text,
        programme=text,
        placements=[
            {"province": "青海", "county": text, "host": text, "post": text, "start": "2025-08"}
        ],
        mentor={"name": text, "consent": True},
        summary=text,
        quote=text,
        body=text,
        timeline=[{"date": "2025-09", "text": text}],
        coverage=[{"title": text, "outlet": text, "date": "2025-10-01"}],
        after_service={"on": "2026-08", "text": text},
    )


def story(site, id, text):
    site.add(f"stories/{id}", title=text, author=text, summary=text, body=text)


def event(site, id, text):
    site.add(
        f"events/{id}",
        title=text,
        dates=[{"start": "2026-12-03T19:00", "note": text}],
        venue={"campus": text, "room": text, "address": text},
        audience=[text],
        speakers=[{"name": text, "title": text}],
        summary=text,
        body=text,
    )


def question(site, id, text):
    site.add(f"questions/{id}", title=text, body=text)


def unit(site, id, text):
    site.add(
        f"units/{id}",
        name=text,
        summary=text,
        lead=text,
        members=[text],
        contacts=[{"label": text, "address": text, "hours": text}],
    )


RECORDS = (volunteer, story, event, question, unit)

AT_WORK = """() => [
    ...(window.at_work || []),
    ...[...document.querySelectorAll('*')].flatMap(one => [...one.attributes]
        .filter(a => a.name.startsWith('on') || /^\\s*(javascript|vbscript|data):/i.test(a.value)
            && ['href', 'src', 'action', 'data', 'srcdoc', 'formaction'].includes(a.name))
        .map(a => `${one.tagName} ${a.name}=${a.value}`)),
    ...[...document.querySelectorAll(
        'iframe, object, embed, base:not([target=_top]:not([href])), style, math, ' +
        'meta[http-equiv=refresh], ' +
        'script:not([src]):not([type="application/ld+json"]):not([type="application/json"])'
    )].map(one => one.outerHTML.slice(0, 80)),
]"""


@pytest.fixture
def attacked(site):
    """A site of records that hold nothing else, as far as the reading takes them."""
    for number, payload in enumerate(PAYLOADS):
        RECORDS[number % len(RECORDS)](site, f"p{number}", payload)
    refused = {p.file for p in site.problems() if p.severity is Severity.ERROR}
    for file in refused:
        (site.root / file).unlink()
    assert len(refused) < len(PAYLOADS) / 3
    return site.build(TODAY)


def test_no_payload_does_anything_in_a_browser(attacked, chromium):
    """No script runs, no attribute or element of its own stands there, nobody else is asked."""
    page = chromium.new_page(bypass_csp=True)
    page.add_init_script("window.alert = () => (window.at_work ||= []).push('alert')")
    asked, found = [], {}
    page.on("request", lambda request: asked.append(request.url))
    with served(attacked.folder) as origin:
        for address in attacked.addresses:
            page.goto(origin + address)
            at_work = page.evaluate(AT_WORK)
            if at_work:
                found[address] = at_work
    page.close()

    assert found == {}
    assert {url for url in asked if not url.startswith((f"{origin}/", "data:image/"))} == set()
    assert len(attacked.addresses) > 150


def test_a_payload_that_did_something_would_be_seen(chromium):
    """Each vector as a page of its own, with nothing in its way."""
    page = chromium.new_page(bypass_csp=True)
    page.add_init_script("window.alert = () => (window.at_work ||= []).push('alert')")
    unseen = []
    for vector in VECTORS:
        page.set_content(f"<!doctype html><title>x</title><p>{vector}</p>")
        if not page.evaluate(AT_WORK):
            unseen.append(vector)
    page.close()

    assert unseen == []


def test_a_template_s_signs_are_words_as_others(site):
    """Neither evaluated nor swallowed, nor taken for a slot of the page."""
    words = "{{ 7*7 }} {% raw %} ${x} wb0slot0title0x"
    site.add("stories/x", title=words, summary=words, body=words)

    page = site.build().page("/stories/x/")

    assert page.heading == words
    assert page.text.count(words) >= 3
    assert page.title.startswith(words)
