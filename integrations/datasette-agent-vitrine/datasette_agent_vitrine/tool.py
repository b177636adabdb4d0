"""The tool that Datasette Agent offers to the model."""

import json
import logging

from datasette_agent.tools import AgentTool
from vitrine import VitrineError

from . import reply
from .keeper import keeper_of

NAME = "execute_python_sandboxed"
ACTION = "execute-python-sandboxed"
_LOG = logging.getLogger(__name__)

_DESCRIPTION = """\
Run Python in a sandbox of this conversation's own: to compute, to work on rows of SQL, \
to draw charts.

There without an import:
- sql(database, query, params=None): rows of a SELECT as a list of dicts; .columns has their \
names, .truncated is True if there were more. Blobs are bytes. Errors raise. At most {rows} rows, \
{milliseconds} ms.
- tables(database=None): dicts with database, table, view, columns. schema(database, table=None): \
their SQL.
- chart.line(rows, x=None, y=None, title="", xlabel=None, ylabel=None), chart.bar(…), chart.scatter(…): \
rows as sql() gives them, x and y names of columns (y one or a list); or two lists, a dict, pairs, numbers. \
chart.histogram(values_or_rows, x=None, bins=20, …). The user sees each chart at once.
Do not name variables sql, tables, schema or chart.

The answer has stdout, the value of the last expression, and if ok is false an error that says \
what to mend; variables live on after it. fresh_session is true when there are no variables of \
earlier calls. Long answers are cut: print what you need.

{dialect}"""

_SCHEMA = {
    "type": "object",
    "properties": {
        "python": {
            "type": "string",
            "description": "The code. print() what you want to know, or end with an expression.",
        },
        "reset_context": {
            "type": "boolean",
            "description": "Forget all variables of this conversation before. Default: false.",
        },
        "show_result": {
            "type": "boolean",
            "description": "Show the code and its output to the user as well: when they want to see "
            "it, or it explains the answer. Default: false.",
        },
    },
    "required": ["python"],
}


def _flag(name, value):
    """Models write booleans as text, too."""
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if value is None or isinstance(value, bool):
        return bool(value)
    raise TypeError(f"{name} must be true or false, not {value!r:.100}")


def _checked(python, reset_context, show_result, unknown):
    if unknown:
        raise TypeError(f"there is no argument {', '.join(map(repr, unknown))}: python, reset_context, show_result")
    if not isinstance(python, str):
        raise TypeError(f"python must be text, the code to run, not {python!r:.100}")
    return _flag("reset_context", reset_context), _flag("show_result", show_result)


async def _answer(datasette, actor, conversation_id, python, reset_context):
    """What there is to say, and the charts; whatever goes wrong has a text for the model."""
    if not await datasette.allowed(action=ACTION, actor=actor):
        return reply.of_error(f"you have no permission for {ACTION}"), []
    if not conversation_id:
        return reply.of_error("there is no conversation that the session could belong to"), []
    try:
        result, charts, fresh, lost = await keeper_of(datasette).run(
            datasette, conversation_id, actor, python, reset_context)
    except (TypeError, ValueError) as error:  # no code: too long, or no text
        return reply.of_error(str(error)), []
    except (VitrineError, OSError) as error:
        _LOG.exception("the sandbox failed")
        return reply.of_error(f"the sandbox failed ({type(error).__name__}): the code is not to blame, "
                              "and the server's log says more"), []
    answer = reply.of_result(result, fresh)
    if lost is not None:
        answer["fresh_because"] = f"the session of earlier calls is gone: {lost}. Define again what you need."
    return answer, charts


async def execute(datasette, actor, context, python=None, reset_context=False, show_result=False, **unknown):
    charts = []
    try:
        reset_context, show_result = _checked(python, reset_context, show_result, unknown)
        answer, charts = await _answer(datasette, actor, context.conversation_id, python, reset_context)
    except TypeError as error:
        answer, show_result = reply.of_error(str(error)), False
    if show_result or charts:
        answer["shown_to_user"] = reply.told(charts, show_result)
    shown = reply.html(python, answer, charts, show_result) if show_result or charts else None
    reply.fit(answer)
    if shown is not None:
        answer["_html"] = shown
    return json.dumps(answer)


def tool(datasette):
    return AgentTool(
        name=NAME,
        description=_DESCRIPTION.format(
            rows=datasette.setting("max_returned_rows"), milliseconds=datasette.setting("sql_time_limit_ms"),
            dialect=keeper_of(datasette).dialect),
        input_schema=_SCHEMA,
        fn=execute,
        required_permission=ACTION,
    )
