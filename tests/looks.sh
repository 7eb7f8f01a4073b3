#!/usr/bin/env bash
# What people look at, opened by the programs that people use (报告、批注表、模板的实际打开检验).
#
#     tests/looks.sh RELEASE_STORE LUODI
#
# RELEASE_STORE is a store made by `LUODI run pipelines/smart-expo.toml`. A part whose program or package is missing is
# skipped and says so; a part that does not hold ends this with 1. LOOKS_PICTURES names a folder for pictures of the page.
set -euo pipefail
store="$(realpath "${1:?RELEASE_STORE}")"
luodi="$(realpath "${2:?LUODI}")"
cd "$(dirname "$0")/.."
release="$store/current"
report="$release/report/smart-expo"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

if ! command -v python3 >/dev/null || ! python3 -m venv "$folder/python" >"$folder/said" 2>&1; then
    echo "skipped: there is no python3 with venv and pip"
    exit 0
fi
python="$folder/python/bin/python"
for package in polars openpyxl websocket-client; do
    "$python" -m pip install --quiet --disable-pip-version-check "$package" >"$folder/said" 2>&1 \
        || echo "skipped: what needs the package $package, which cannot be installed"
done

failed=()
proof() {
    local name="$1" begin="$SECONDS"
    shift
    printf -- '-- %s\n' "$name"
    "$python" "$@" || failed+=("$name")
    printf '   %d s\n' "$((SECONDS - begin))"
}

proof "the page in a browser" tests/browser/page.py "$report.html" "$release" ${LOOKS_PICTURES:+"$LOOKS_PICTURES"}
proof "the workbook, recomputed" tests/office/workbook.py "$report.xlsx" --datasets "$release"
proof "the bulletin on paper" tests/office/bulletin.py "$report.docx"
proof "annotated returns" tests/office/feedback.py data/received "$release" --office 1
proof "templates there and back" tests/office/templates.py --luodi "$luodi" --units 6

if [ "${#failed[@]}" -gt 0 ]; then
    printf 'does not hold: %s\n' "${failed[@]}" >&2
    exit 1
fi
