# tap.sh - for test suites in shell: . tests/tap.sh, then check for each test,
# then finish. Commands run in a subshell, so cd and exports stay inside.

tap_count=0
tap_failed=0

# check NAME COMMAND…: passes if the command does; its output is shown if not.
check() {
  tap_name=$1
  shift
  tap_count=$((tap_count + 1))
  if tap_output=$( ("$@") 2>&1); then
    echo "ok $tap_count - $tap_name"
  else
    tap_failed=$((tap_failed + 1))
    echo "not ok $tap_count - $tap_name"
    printf '%s\n' "$tap_output" | tail -n 40 | sed 's/^/# /'
  fi
}

skip() { # NAME REASON
  tap_count=$((tap_count + 1))
  echo "ok $tap_count - $1 # SKIP $2"
}

# fails_saying TEXT COMMAND…: the command fails, and says so.
fails_saying() {
  tap_text=$1
  shift
  if tap_said=$("$@" 2>&1); then
    echo "did not fail: $*"
    return 1
  fi
  case $tap_said in
    *"$tap_text"*) ;;
    *)
      printf 'expected "%s" in:\n%s\n' "$tap_text" "$tap_said"
      return 1
      ;;
  esac
}

finish() {
  echo "1..$tap_count"
  [ "$tap_failed" -eq 0 ]
}
