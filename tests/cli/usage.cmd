# What is no use of the command: 2, and nothing runs.
vitrine --memry 1M -c 1
vitrine --tiem 1s -c 1
vitrine --nonsense -c 1
vitrine --mem 1M -c 1
vitrine -x
vitrine -m json
vitrine -c
vitrine --json=yes -c 1
vitrine --history
echo 'print(1)' | vitrine --stdin
echo 'print(1)' | vitrine --stdin -
vitrine -c 'print(1)' $'\xff\xfe'
