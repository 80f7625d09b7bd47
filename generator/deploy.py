"""Rules for the servers that serve the site, written beside it and never in it.

They say what a file cannot: that an address moved (301) or is gone (410), how long browsers may
keep what, which pages search engines leave out, and what a page may load (invariant 8). Served as
they are, without any rule, the pages still work: an old address has a page that leads on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import urls
from generator.pages import Plan, aliases, tombstones

FOLDER = "deploy"

CONTENT_SECURITY_POLICY = "; ".join(
    (
        *("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'"),
        *("connect-src 'self'", "font-src 'self'", "manifest-src 'self'"),
        *("base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"),
    )
)
"""What a page may load: what comes from the site itself, and no script or style within a page."""

PAGE_POLICY = CONTENT_SECURITY_POLICY.removesuffix("; frame-ancestors 'none'")
"""The same as each page says it itself, for servers that say nothing."""

FRAMED_POLICY = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
"""The same for the pages that other sites may show in a frame. Only a header can say it: in a
``<meta>`` a browser passes over ``frame-ancestors`` (CSP 3, 3.3)."""

HEADERS: Mapping[str, str] = {
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}
"""On every answer. RFC 6797 says that the second one counts on https only."""

_POLICY, _FRAMES = "Content-Security-Policy", "X-Frame-Options"
_NO_FRAMES = "DENY"
"""For browsers that do not know ``frame-ancestors`` (RFC 7034); the others pass over it."""

FOR_EVER, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"
"""What carries a digest in its name may be kept (RFC 8246); a page is asked for again, and is
answered with 304 where it did not change."""

"""The media types of files whose names do not tell them."""

_NOTICE = r"^/notices/(?!index\.html$)."
"""A notice, and not the list of them, whose own file the server looks up."""

_STAMPED = "/(assets|pictures)/"
"""Where every file carries a digest in its name."""


def files(plan: Plan) -> Iterator[tuple[str, str]]:
    """Name and text of each file of rules."""
    moved = {p.address: _target(p.about) for p in plan.values() if p.template == aliases.TEMPLATE}
    gone = [p.address for p in plan.values() if p.template == tombstones.TEMPLATE]
    yield "nginx-http.conf", _nginx_http(moved, gone)
    yield "nginx-server.conf", _NGINX_SERVER
    yield "htaccess", _apache(moved, gone)
    yield "_redirects", _redirects(moved, gone)
    yield "_headers", _headers(gone)


def write(plan: Plan, live: Path) -> None:
    """Write the rules into ``deploy/`` beside the site in *live*."""
    folder = live.with_name(FOLDER)
    folder.mkdir(exist_ok=True)
    for name, text in files(plan):
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")


def _target(about: tuple[str | int, ...]) -> str:
    collection, id = map(str, about)
    return urls.record(collection, id)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$")
    return f'"{escaped}"'


def _nginx_http(moved: Mapping[str, str], gone: list[str]) -> str:
    lines = [
        "# Include this file in nginx' http block, and nginx-server.conf in the site's server block.",
        "# Made anew at each build: after one, reload nginx. Needs nginx 1.11.7 or newer.",
        "map $uri $westbound_moved {",
        "    volatile;",
        '    default "";',
        *(f"    {_quoted(old)} {_quoted(new)};" for old, new in sorted(moved.items())),
        "}",
        "map $uri $westbound_gone {",
        "    volatile;",
        '    default "";',
        *(f'    {_quoted(address)} "1";' for address in sorted(gone)),
        "}",
        "map $uri $westbound_robots {",
        '    default "";',
        *(f'    {_quoted(address)} "noindex";' for address in sorted(gone)),
        *(f'    {_quoted(address + "index.html")} "noindex";' for address in sorted(gone)),
        f'    "~{_NOTICE}" "noindex";',
        f'    "~^{urls.EMBEDS}" "noindex";',
        "}",
        "map $uri $westbound_policy {",
        f'    default "{CONTENT_SECURITY_POLICY}";',
        f'    "~^{urls.EMBEDS}" "{FRAMED_POLICY}";',
        "}",
        "map $uri $westbound_frames {",
        f'    default "{_NO_FRAMES}";',
        f'    "~^{urls.EMBEDS}" "";',
        "}",
        "map $uri $westbound_cache {",
        f'    default "{ASK_AGAIN}";',
        f'    "~^{_STAMPED}" "{FOR_EVER}";',
        "}",
    ]
    return "\n".join(lines) + "\n"


_NGINX_SERVER = "\n".join(
    (
        "# Include this file in the site's server block. nginx must serve the folder in which the",
        "# site lies by its path: root /srv/westbound/site; a mount of that folder itself would go",
        "# on showing the site of before.",
        "charset utf-8;",
        "index index.html;",
        "error_page 404 /404.html;",
        "error_page 410 ${uri}index.html;",
        'if ($westbound_moved != "") { return 301 $westbound_moved; }',
        "if ($westbound_gone) { return 410; }",
        "location ~ /\\. { return 404; }",
        "location ~ \\.ics$ { default_type text/calendar; types { text/calendar ics; } }",
        *(
            f"location = {one} {{ types {{ }} default_type {type}; }}"
            for one, type in urls.NEWS.items()
        ),
        "add_header Cache-Control $westbound_cache always;",
        "add_header X-Robots-Tag $westbound_robots always;",
        f"add_header {_POLICY} $westbound_policy always;",
        f"add_header {_FRAMES} $westbound_frames always;",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        "gzip on;",
        "gzip_types text/css text/javascript application/javascript application/json"
        " image/svg+xml text/calendar application/xml application/atom+xml application/feed+json;",
        "",
    )
)


def _apache(moved: Mapping[str, str], gone: list[str]) -> str:
    lines = [
        "# For Apache: name it .htaccess, in the site's folder, or include it in a <Directory>.",
        "# Needs mod_rewrite and mod_headers.",
        "AddDefaultCharset utf-8",
        "AddType text/calendar .ics",
        "AddType image/webp .webp",
        *(
            f'<Files "{one.rpartition("/")[2]}">\nForceType {type}\n</Files>'
            for one, type in urls.NEWS.items()
        ),
        "ErrorDocument 404 /404.html",
        "RewriteEngine On",
        'RewriteRule "(^|/)\\." - [R=404,L]',
        *(
            f'RewriteRule "^{_pattern(old)}$" "{urls.href(new)}" [R=301,L]'
            for old, new in sorted(moved.items())
        ),
    ]
    for address in sorted(gone):
        lines.append(f'RewriteRule "^{_pattern(address)}$" - [G,L,E=WESTBOUND_GONE:1]')
    lines += [f'Header always set {name} "{value}"' for name, value in HEADERS.items()]
    framed = f'"expr=%{{REQUEST_URI}} =~ m#^{urls.EMBEDS}#"'
    lines += [
        f'Header always set {_POLICY} "{CONTENT_SECURITY_POLICY}"',
        f'Header always set {_POLICY} "{FRAMED_POLICY}" {framed}',
        f'Header always set {_FRAMES} "{_NO_FRAMES}"',
        f"Header always unset {_FRAMES} {framed}",
        f'Header always set X-Robots-Tag "noindex" {framed}',
        f'Header always set Cache-Control "{ASK_AGAIN}"',
        f'Header always set Cache-Control "{FOR_EVER}" "expr=%{{REQUEST_URI}} =~ m#^{_STAMPED}#"',
        'Header always set X-Robots-Tag "noindex" env=WESTBOUND_GONE',
        f'Header always set X-Robots-Tag "noindex" "expr=%{{REQUEST_URI}} =~ m#{_NOTICE}#"',
    ]
    return "\n".join(lines) + "\n"


def _pattern(address: str) -> str:
    return "".join(f"\\{c}" if c in ".+*?()[]{}^$|\\" else c for c in address.lstrip("/"))


def _redirects(moved: Mapping[str, str], gone: list[str]) -> str:
    """For hosts that read a ``_redirects`` file: from, to, status."""
    lines = [f"{urls.href(old)} {urls.href(new)} 301" for old, new in sorted(moved.items())]
    lines += [
        f"{urls.href(address)} {urls.href(address)}index.html 410!" for address in sorted(gone)
    ]
    return "".join(f"{line}\n" for line in lines)


def _headers(gone: list[str]) -> str:
    """For hosts that read a ``_headers`` file.

    Where two rules meet, some hosts take the more specific one, and Cloudflare joins both, unless
    the first is detached by a line that begins with an exclamation mark.
    Source: developers.cloudflare.com/pages/configuration/headers
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    lines.append(f"  {_POLICY}: {CONTENT_SECURITY_POLICY}")
    lines.append(f"  {_FRAMES}: {_NO_FRAMES}")
    lines.append(f"  Cache-Control: {ASK_AGAIN}")
    lines += [
        f"{urls.EMBEDS}*",
        f"  ! {_FRAMES}",
        f"  ! {_POLICY}",
        f"  {_POLICY}: {FRAMED_POLICY}",
    ]
    for folder in ("/assets/", urls.PICTURES):
        lines += [f"{folder}*", "  ! Cache-Control", f"  Cache-Control: {FOR_EVER}"]
    for feed, type in urls.NEWS.items():
        lines += [feed, "  ! Content-Type", f"  Content-Type: {type}"]
    for address in sorted(gone):
        lines += [urls.href(address), "  X-Robots-Tag: noindex"]
    return "".join(f"{line}\n" for line in lines)
