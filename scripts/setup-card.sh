#!/usr/bin/env bash
# Installs what the tests of the card reader over PC/SC take on Debian, and builds pcsclite where it was installed without its header.
# Everything else runs without: those tests are then skipped, and say so.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=(pcscd libpcsclite-dev vsmartcard-vpcd)
lacking=()
for name in "${wanted[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true)" = installed ] || lacking+=("$name")
done
if [ ${#lacking[@]} -gt 0 ]; then
  patience=(-o Acquire::Retries=1 -o Acquire::http::Timeout=20)
  apt-get "${patience[@]}" update -qq
  DEBIAN_FRONTEND=noninteractive apt-get "${patience[@]}" install -y -qq --no-install-recommends "${lacking[@]}"
fi

package=packages/adapters/node_modules/pcsclite
loads() { node -e 'require(require("path").resolve(process.argv[1]))' "$package" 2>/dev/null; }
if [ -e "$package" ] && ! loads; then
  npx -y pnpm@10.34.9 --filter @single-window/adapters rebuild pcsclite
  loads
fi
echo "card reader: ${wanted[*]} are there"
