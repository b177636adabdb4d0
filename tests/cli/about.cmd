vitrine --version
vitrine -V
vitrine --help
vitrine -h | wc -l
vitrine --help | awk 'length > 79'
vitrine --help --memory 0
# Every option of --help is in the manual, in the completion, and in docs/command.md.
for o in $(vitrine --help | grep -o -e '--[a-z-]*' | sort -u); do for f in cli/vitrine.1 cli/vitrine.bash; do sed 's,\\,,g' $DATA/../../$f | grep -q -e "$o" || echo "$f lacks $o"; done; done
for o in memory steps cpu time output host-calls value source depth; do grep -q -e "--$o" $DATA/../../docs/command.md || echo "lacks --$o"; done
! command -v man >/dev/null || man --warnings -l $DATA/../../cli/vitrine.1 2>&1 >/dev/null
