#!/usr/bin/env bash
# Makes sure that LibreOffice Impress is there for the test that opens a presentation as a reader
# would: the system's, else Debian's package, else a plain message.
set -euo pipefail

if command -v soffice >/dev/null 2>&1; then exit 0; fi

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  if apt-get install -y -qq --no-install-recommends libreoffice-impress >/dev/null; then exit 0; fi
fi

echo "LibreOffice n’a été ni trouvé ni installé."
echo "Installez le paquet « libreoffice-impress » de votre système, puis relancez la commande."
exit 1
