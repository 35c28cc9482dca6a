"""Jinja with detours taken out prints what Jinja prints."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context

from trangtin.host.pages.templates import PlainContext, PlainTemplate

MACROS = """\
{% macro named(text, mark='·') %}<b>{{ mark }}{{ text }}</b>{% endmacro %}
{% macro framed(title) %}<div>{{ title }}{{ caller(title) }}</div>{% endmacro %}
{% macro all() %}{{ varargs | join('+') }} {{ kwargs.x }}{% endmacro %}
"""


@pass_context
def here(context: Context, word: str) -> str:
    return f"{word} {context['place']}"


def drawn(source: str, *, is_plain: bool, escapes: bool) -> str:
    env = Environment(loader=DictLoader({"m": MACROS, "t": f"{{% import 'm' as m %}}{source}"}), autoescape=escapes)
    if is_plain:
        env.template_class, env.context_class = PlainTemplate, PlainContext
    env.globals["here"] = here
    return env.get_template("t").render(words=["<a>", "b & c"], place="<ở đây>")


@pytest.mark.parametrize("escapes", [True, False])
@pytest.mark.parametrize(
    "source",
    [
        "{% for each in words %}{{ m.named(each) }}{{ m.named(each, mark=loop.index) }}{% endfor %}",
        "{% call(title) m.framed('<x>') %}{{ title }} & {{ words[0] }}{% endcall %}",
        "{{ m.all(1, words[0], x=words[1]) }}",
        "{% for each in words %}{{ here(each) }}{% endfor %}{{ m.named(here('<')) }}",
        "{% autoescape false %}{{ m.named('<i>') }}{% endautoescape %}",
        "{% macro own() %}{{ m.named(words[1]) }}{% endmacro %}{{ own() }}",
    ],
)
def test_a_page_is_what_jinja_makes_of_it(source: str, escapes: bool) -> None:
    made = drawn(source, is_plain=True, escapes=escapes)
    assert made == drawn(source, is_plain=False, escapes=escapes)
    assert made.strip()
