#!/bin/sh
# Install what the tests need beside Python, by the system's own packages: Chromium, a CJK font, nginx.
set -eu

chromium() { command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome; }
cjk() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn)" ]; }
nginx() { PATH="$PATH:/usr/sbin" command -v nginx; }

if chromium >/dev/null && cjk && nginx >/dev/null; then
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "Install Chromium, a CJK font (such as Noto Sans CJK) and nginx, then run this again." >&2
    exit 1
fi
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }
as_root apt-get update -qq
# Chromium without the windows around pages, where there is a package of it: half the work.
browser=chromium-headless-shell
apt-cache show "$browser" >/dev/null 2>&1 || browser=chromium
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "$browser" fonts-noto-cjk fontconfig nginx-light >/dev/null
chromium >/dev/null
cjk
nginx >/dev/null
