# What `make demo` shows.
VITRINE=$(command -v vitrine) sh $DATA/../../examples/demo/demo.sh | sed "s,^,: ,"; exit ${PIPESTATUS[0]}
