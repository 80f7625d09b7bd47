"""Templates made into plain functions: Jinja reads them, Python runs them.

What Jinja's own code asks for each value (is the variable there, is the attribute an item, does the
function want the context, is its result safe) is answered here once, when a template is read: views
have attributes, components are the only functions, and what these give is HTML. Templates may use
what is written below; a decision that needs more is the view's.
"""

from __future__ import annotations

import ast
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import count
from keyword import iskeyword
from typing import Any, NoReturn, TypeAlias

import jinja2
import markupsafe
from jinja2 import nodes
from jinja2.runtime import LoopContext

Function: TypeAlias = Callable[..., str]
"""Gives HTML."""
Scope: TypeAlias = Mapping[str, str]
"""name in a template → the variable of its function that stands for it"""

_SYNTAX = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)
_COMPARED = {
    **{"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="},
    **{"in": "in", "notin": "not in"},
}

_TEMPLATE = (".html", "<template>")
"""How the names of files end whose lines are a template's; Jinja has a name for those that lack it."""

_MISTAKES = (ArithmeticError, AttributeError, LookupError, NameError, TypeError, ValueError)
"""What a template comes to that prints what it has not been given."""

# What escape() makes of a string, without the Markup around it, which takes longer than that.
_escaped: Callable[[Any], str] = getattr(markupsafe, "_escape_inner", markupsafe.escape)


def text(value: object) -> str:
    """*value* as HTML."""
    return _escaped(value) if type(value) is str else markupsafe.escape(value)


def _loop(items: Iterable[object]) -> LoopContext:
    return LoopContext(items, jinja2.StrictUndefined)


def told(error: jinja2.TemplateError) -> str:
    """What the author of a template needs: its file and line, and what is wrong there."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.name or error.filename}:{error.lineno}: {error.message}"
    return f"{_place(error)}{error.message}"


def _place(error: Exception) -> str:
    """The innermost line of a template that *error* comes from."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    places = (
        f"{one.filename}:{one.lineno}: " for one in frames if one.filename.endswith(_TEMPLATE)
    )
    return next(places, "")


class Components:
    """Components are functions made of the macros in *files* (name → source), and call each other.

    ``filters`` and components give HTML. Another function may be put in the place of a component.
    Raises :class:`jinja2.TemplateSyntaxError`, with file and line, where a template is none, or
    uses what is not written here or a name that nothing has.
    """

    def __init__(self, files: Mapping[str, str], filters: Mapping[str, Function]) -> None:
        self._filters = filters.keys()
        self._names: dict[str, Any] = {f"_{name}": filter for name, filter in filters.items()}
        self._names |= {"_text": text, "_safe": markupsafe.Markup, "_loop": _loop, "_join": "".join}
        macros = {
            macro.name: (file, macro)
            for file, source in files.items()
            for macro in _SYNTAX.parse(source, file, file).find_all(nodes.Macro)
        }
        self._known = macros.keys()
        for name, (file, macro) in macros.items():
            parameters = [argument.name for argument in macro.args]
            self[name] = self._function(file, parameters, macro.defaults, macro.body)

    def __getitem__(self, name: str) -> Function:
        function: Function = self._names[f"{name}_"]
        return function

    def __setitem__(self, name: str, function: Function) -> None:
        self._names[f"{name}_"] = function

    def compile(self, file: str, source: str, *parameters: str) -> Function:
        """The function of a template that calls components, and is given *parameters*.

        It raises :class:`jinja2.TemplateRuntimeError`, with file and line, where what it is given
        has not what it prints.
        """
        function = self._function(file, parameters, (), _SYNTAX.parse(source, file, file).body)

        def template(*given: object) -> str:
            try:
                return function(*given)
            except _MISTAKES as error:
                raise jinja2.TemplateRuntimeError(f"{_place(error)}{error}") from error

        return template

    def _function(
        self,
        file: str,
        parameters: Sequence[str],
        defaults: Sequence[nodes.Expr],
        body: Sequence[nodes.Node],
    ) -> Function:
        writer = _Writer(file, self._filters, self._known)
        try:
            tree = ast.parse(writer.function(parameters, defaults, body))
        except (SyntaxError, ValueError) as error:  # twice the same name, blocks too deep
            raise jinja2.TemplateSyntaxError(str(error.args[0]), 1, file, file) from error
        for node in ast.walk(tree):
            # An error tells the template's line.
            if isinstance(node, ast.stmt | ast.expr | ast.keyword):
                node.lineno = writer.places[node.lineno - 1]
                node.end_lineno = node.end_col_offset = None
        made: dict[str, Function] = {}
        try:
            exec(compile(tree, file, "exec"), self._names, made)
        except SyntaxError as error:
            raise jinja2.TemplateSyntaxError(
                str(error.msg), error.lineno or 1, file, file
            ) from error
        return made["template"]


class _Writer:
    """Writes one function. Each line of it comes from one line of the template: its *places*."""

    def __init__(self, file: str, filters: Set[str], components: Set[str]) -> None:
        self._file, self._filters, self._components = file, filters, components
        self._lines: list[str] = []
        self._depth = 0
        self._numbers = count()
        self.places: list[int] = []

    def function(
        self, parameters: Sequence[str], defaults: Sequence[nodes.Expr], body: Sequence[nodes.Node]
    ) -> str:
        """The source of a function of *parameters*; the last ones have *defaults*."""
        scope = {name: f"{name}_" for name in parameters}
        values = [f"={self._value(value, {})}" for value in defaults]
        without = [""] * (len(parameters) - len(values))
        given = map("".join, zip(scope.values(), [*without, *values], strict=True))
        self._write(1, f"def template({', '.join(given)}):")
        self._block(1, body, scope, first="out = []")
        self._write(1, " return _join(out)")
        return "\n".join(self._lines)

    def _write(self, place: int, line: str) -> None:
        self._lines.append(" " * self._depth + line)
        self.places.append(place)

    def _block(
        self, place: int, body: Iterable[nodes.Node], scope: Scope, first: str = "pass"
    ) -> None:
        self._depth += 1
        self._write(place, first)
        for node in body:
            self._statement(node, scope)
        self._depth -= 1

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Output():
                self._write(node.lineno, "out += (")
                for part in node.nodes:
                    self._write(part.lineno, f"{self._html(part, scope)},")
                self._write(node.lineno, ")")
            case nodes.If():
                self._write(node.lineno, f"if {self._value(node.test, scope)}:")
                self._block(node.lineno, node.body, scope)
                for other in node.elif_:
                    self._write(other.lineno, f"elif {self._value(other.test, scope)}:")
                    self._block(other.lineno, other.body, scope)
                if node.else_:
                    self._write(node.lineno, "else:")
                    self._block(node.lineno, node.else_, scope)
            case nodes.For(test=None, recursive=False):
                self._for(node, scope)
            case _:
                self._refuse(node)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        number = next(self._numbers)  # what has the name of an item elsewhere is left alone
        targets = node.target.items if isinstance(node.target, nodes.Tuple) else [node.target]
        names = [one.name for one in targets if isinstance(one, nodes.Name)]
        if len(set(names)) < len(targets):
            self._refuse(node.target)
        own = {name: f"{name}_{number}" for name in names}
        items, loop = f"items{number}", f"loop{number}"
        item = own[names[0]] if targets == [node.target] else f"({', '.join(own.values())},)"
        uses_loop = any(one.name == "loop" for one in node.find_all(nodes.Name))
        each = f"{item}, {loop} in _loop({items})" if uses_loop else f"{item} in {items}"
        self._write(node.lineno, f"{items} = {self._value(node.iter, scope)}")
        self._write(node.lineno, f"for {each}:")
        self._block(node.lineno, node.body, {**scope, **own, "loop": loop})
        if node.else_:
            self._write(node.lineno, f"if not {items}:")
            self._block(node.lineno, node.else_, scope)

    def _html(self, node: nodes.Expr, scope: Scope) -> str:
        """*node* as Python that gives HTML."""
        match node:
            case nodes.TemplateData():
                return repr(node.data)
            case nodes.Call(node=nodes.Name()) | nodes.Filter():
                return self._called(node, scope)
            case _:
                return f"_text({self._value(node, scope)})"

    def _value(self, node: nodes.Node, scope: Scope) -> str:
        """*node* as Python."""
        match node:
            case nodes.Name(name=name) if name in scope:
                return scope[name]
            case nodes.Name(name=name):
                return self._refuse(node, name)
            case nodes.Const(value=value):
                return repr(value)
            case nodes.Getattr(node=of, attr=name) if not iskeyword(name):
                return f"{self._value(of, scope)}.{name}"
            case nodes.Getitem(node=of, arg=nodes.Const(value=value)):
                return f"{self._value(of, scope)}[{value!r}]"
            case nodes.Tuple(items=items) | nodes.List(items=items):
                return f"({''.join(f'{self._value(one, scope)}, ' for one in items)})"
            case nodes.Not(node=of):
                return f"(not {self._value(of, scope)})"
            case nodes.And(left=left, right=right):
                return f"({self._value(left, scope)} and {self._value(right, scope)})"
            case nodes.Or(left=left, right=right):
                return f"({self._value(left, scope)} or {self._value(right, scope)})"
            case nodes.Compare(expr=left, ops=[nodes.Operand(op=sign, expr=right)]):
                compared = _COMPARED[sign]
                return f"({self._value(left, scope)} {compared} {self._value(right, scope)})"
            case nodes.CondExpr(test=test, expr1=one, expr2=nodes.Expr() as other):
                chosen = f"{self._value(one, scope)} if {self._value(test, scope)}"
                return f"({chosen} else {self._value(other, scope)})"
            case nodes.Call() | nodes.Filter():
                return f"_safe({self._called(node, scope)})"
            case _:
                return self._refuse(node)

    def _called(self, node: nodes.Call | nodes.Filter, scope: Scope) -> str:
        """A component or a filter, called."""
        if node.dyn_args or node.dyn_kwargs:
            self._refuse(node)
        given = [self._value(value, scope) for value in node.args]
        match node:
            case nodes.Filter(node=nodes.Expr() as value, name=name) if name in self._filters:
                name, given = f"_{name}", [self._value(value, scope), *given]
            case nodes.Call(node=nodes.Name(name=name)) if name in self._components:
                name = f"{name}_"
            case nodes.Filter(name=name) | nodes.Call(node=nodes.Name(name=name)):
                self._refuse(node, name)
            case _:
                self._refuse(node)
        named = (f"{one.key}_={self._value(one.value, scope)}" for one in node.kwargs)
        return f"{name}({', '.join((*given, *named))})"

    def _refuse(self, node: nodes.Node, name: str = "") -> NoReturn:
        what = (
            f"nothing is called {name!r} here"
            if name
            else f"{type(node).__name__} is not for pages"
        )
        raise jinja2.TemplateSyntaxError(what, node.lineno, self._file, self._file)
