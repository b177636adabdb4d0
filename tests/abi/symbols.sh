#!/bin/sh
# symbols.sh LIBRARY - compares what a shared library offers with symbols.txt.
# Who adds a function adds a line there; who removes one breaks programs that
# were linked before.
set -u
list=$(dirname "$0")/symbols.txt
library=${1:-${BUILD:-build}/libvitrine.so}
[ -f "$library" ] || { echo "no $library: build it first"; exit 1; }
nm -D --defined-only "$library" | awk '{print $NF}' | LC_ALL=C sort -u | diff -u "$list" -
