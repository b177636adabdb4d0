"""For tests with pytest: pytest_plugins = ["vitrine.testing"] in conftest.py.

    @pytest.mark.vitrine(functions=[sql], cpu=1)
    def test_report(vitrine_session):
        assert vitrine_session.run("len(sql('select 1'))").check().value == 1
"""

from __future__ import annotations

import pytest

from .session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "vitrine(**how): what Session() takes, for vitrine_session")


@pytest.fixture
def vitrine_session(request: pytest.FixtureRequest) -> Iterator[Session]:
    """A session of the test's own, with the keywords of its mark `vitrine`."""
    mark = request.node.get_closest_marker("vitrine")
    with Session(**(mark.kwargs if mark else {})) as session:
        yield session
