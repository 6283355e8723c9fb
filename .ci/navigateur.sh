#!/usr/bin/env bash
# Makes sure that a Chromium is there for the browser tests: the system's, else Debian's package,
# else Playwright's own download, else a plain message.
set -euo pipefail
python="$1"

for nom in chromium chromium-browser google-chrome; do
  if command -v "$nom" >/dev/null 2>&1; then exit 0; fi
done

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  if apt-get update -qq && apt-get install -y -qq chromium >/dev/null; then exit 0; fi
fi

if "$python" -m playwright install chromium; then exit 0; fi

echo "Aucun navigateur Chromium n'a été trouvé ni installé."
echo "Installez le paquet « chromium » de votre système, puis relancez la commande."
exit 1
