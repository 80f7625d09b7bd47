#!/bin/sh
# Install what the browser tests need, by the system's own packages: Chromium and a CJK font.
set -eu

chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
cjk() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn)" ]; }

if chromium >/dev/null && cjk; then
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "Install Chromium and a CJK font (such as Noto Sans CJK), then run this again." >&2
    exit 1
fi
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium fonts-noto-cjk fontconfig >/dev/null
chromium >/dev/null
cjk
