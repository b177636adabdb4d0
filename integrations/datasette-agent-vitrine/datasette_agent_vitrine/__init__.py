"""Datasette Agent runs Python in a sandbox: the hooks."""

from datasette import hookimpl
from datasette.permissions import Action, PermissionSQL
from datasette.utils import StartupError

from . import page
from .keeper import close_keeper, keeper_of
from .settings import BadSetting
from .tool import ACTION, tool


@hookimpl
def register_agent_tools(datasette):
    return [tool(datasette)]


@hookimpl
def register_actions():
    return [
        Action(name=ACTION, description="Let the agent run Python in a sandbox", also_requires="datasette-agent"),
        Action(name=page.ACTION, description="See the agent's Python sessions, and what they did"),
    ]


@hookimpl
def permission_resources_sql(action):
    """Whoever may use the agent may use it; configuration that denies it is stronger."""
    return PermissionSQL.allow(reason="whoever may use the agent") if action == ACTION else None


@hookimpl
def register_routes():
    return [(r"^/-/vitrine$", page.sessions), (r"^/-/vitrine/(?P<name>[0-9a-f]{32})$", page.session)]


@hookimpl
def menu_links(datasette, actor):
    async def links():
        if await datasette.allowed(action=page.ACTION, actor=actor):
            return [{"href": datasette.urls.path("/-/vitrine"), "label": "Python sessions"}]

    return links


@hookimpl
def startup(datasette):
    """Settings that are wrong are told of now, not at the first call."""

    async def check():
        try:
            await keeper_of(datasette).open(datasette)
        except (BadSetting, TypeError, ValueError, OSError) as error:
            raise StartupError(str(error)) from error

    return check


@hookimpl
def shutdown(datasette):
    close_keeper(datasette)
