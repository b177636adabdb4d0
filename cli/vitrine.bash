# Completion for vitrine in bash.

_vitrine_offer() {
  local found # a line each: names may have spaces
  while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen "$@" -- "$cur")
}

_vitrine() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} i word
  COMPREPLY=()
  # Bash splits --memory=64M into three words.
  [[ $cur == '=' ]] && cur='' || { [[ $prev == '=' ]] && prev=${COMP_WORDS[COMP_CWORD - 2]}; }

  # Behind the script all is the script's: files.
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      --memory | --steps | --cpu | --time | --output | --host-calls | --value | --source | \
        --depth | --history | --load | --save | --key-file | --plugin | --grant | --policy | --audit | \
        --audit-text | --most | \
        --from | --allow | --into | --pk | --every)
        ((i++))
        [[ ${COMP_WORDS[i]} == '=' ]] && ((i++))
        ;;
      -c*)
        # Its code is nothing to complete.
        [[ $word == -c && $i -eq $((COMP_CWORD - 1)) ]] && return
        _vitrine_offer -f
        return
        ;;
      -?*) ;;
      *)
        _vitrine_offer -f
        return
        ;;
    esac
  done

  case $prev in
    --memory) _vitrine_offer -W '16M 64M 256M 1G unlimited' ;;
    --cpu | --time) _vitrine_offer -W '100ms 1s 5s 30s 1m unlimited' ;;
    --most) _vitrine_offer -W '1000 4096 8000' ;;
    --steps) _vitrine_offer -W '1000000 100000000 unlimited' ;;
    --output | --value | --source) _vitrine_offer -W '64K 1M 16M unlimited' ;;
    --host-calls | --depth) _vitrine_offer -W '100 1000 10000 unlimited' ;;
    --history | --load | --save | --key-file | --plugin | --policy | --audit | --from | --into) _vitrine_offer -f ;;
    --every) _vitrine_offer -W '1m 10m 60m' ;;
    --grant) _vitrine_offer -W 'clock random' ;;
    *)
      if [[ $cur == -* ]]; then
        _vitrine_offer -W '-c -h -V --memory --steps --cpu --time --output --host-calls
          --value --source --depth --stdin --deterministic --json --spent --transactional
          --history --load --save --key-file --plugin --grant --policy --audit --audit-text --explain --most --help --version'
      else
        _vitrine_offer -d
        _vitrine_offer -f -X '!*.py'
      fi
      ;;
  esac
}

complete -o filenames -F _vitrine vitrine
