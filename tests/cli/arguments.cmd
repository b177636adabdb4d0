# sys.argv and where our own options end: as python3 has it.
vitrine -c 'import sys; print(sys.argv)'
vitrine -c 'import sys; print(sys.argv)' one --spent -c two -- -
vitrine -c'import sys; print(sys.argv)' attached
echo 'import sys; print(sys.argv)' > show.py; vitrine show.py --json -x 'a b' ''
vitrine --spent show.py 2>/dev/null
vitrine -- show.py -- x
vitrine - a b < show.py
vitrine < show.py
cp show.py ./-odd.py; vitrine -- -odd.py 1
vitrine show.py $'\xff'
vitrine -c 'import sys; print(sys.argv[1])' 'Grüße 🙂'
