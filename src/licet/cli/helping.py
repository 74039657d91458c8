"""How our commands differ from typer's: examples in `--help` stand as they are typed; starting is quick."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from enum import Enum
from typing import Any

from typer import BadParameter
from typer.core import TyperCommand, TyperGroup

_UNWRAPPED = "\b"
"""On a line of its own, it keeps the paragraph that follows from being wrapped."""


class Command(TyperCommand):
    """A command whose examples are never wrapped or joined, and whose texts are taken as they are."""

    def __init__(self, *args: Any, help: str | None = None, **more: Any) -> None:  # noqa: A002, ANN401  typer's own signature
        super().__init__(*args, help=one_a_line(help or ""), **more)

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401  typer's own signature
        """Return the parameters."""
        return quick(super().get_params(ctx))


class Group(TyperGroup):
    """The command that holds all others."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401  typer's own signature
        """Return the parameters."""
        return quick(super().get_params(ctx))


def quick(params: Iterable[Any]) -> list[Any]:
    """Return parameters that take texts as they are.

    Typer 0.29 loads pydantic and builds a validator for each parameter, a tenth of a second, to tell
    of a text that it is one and of nothing that it is nothing.
    """
    found = list(params)
    for param in found:
        if getattr(param, "_runtime_param", False) is None:
            param._runtime_param = AsItIs()  # noqa: SLF001  it has no other door
    return found


class AsItIs:
    """Takes what typer's own reading would give back unchanged; all else is left to typer."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401  typer's own signature
        """Return the value of a parameter."""
        annotation = param.type_descriptor.annotation
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if annotation is str and type(value) is str:
            return value
        if (
            annotation == list[str]
            and isinstance(value, Iterable)
            and all(type(item) is str for item in value)
        ):
            return list(value)
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            try:
                return annotation(value)
            except ValueError as error:
                choices = ", ".join(str(item.value) for item in annotation)
                message = f"{value!r} is none of them: {choices}."
                raise BadParameter(message, ctx=ctx, param=param) from error
        from typer._coercion import build_runtime_param

        return build_runtime_param(param.type_descriptor).coerce(value, param=param, ctx=ctx)


def one_a_line(text: str) -> str:
    """Return a help text whose indented paragraphs, the examples, are one unwrapped block each."""
    kept: list[str] = []
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if not paragraph.startswith(" "):
            kept.append(paragraph)
        elif kept and kept[-1].startswith(_UNWRAPPED):
            kept[-1] += f"\n{paragraph}"
        else:
            kept.append(f"{_UNWRAPPED}\n{paragraph}")
    return "\n\n".join(kept)
