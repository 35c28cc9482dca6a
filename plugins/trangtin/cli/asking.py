"""Asks a person for what no option gave, one question after the other, in Vietnamese."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

import click

from trangtin.content.entry import KeyPath
from trangtin.content.nearest import did_you_mean, nearest
from trangtin.content.problem import Problem
from trangtin.content.reading.messages import fault_of
from trangtin.content.record import Record, example_of, record_at
from trangtin.content.text import fold

Judge = Callable[[str], str | None]
"""What is wrong with an answer and what to type instead; None where it will do."""


class Interview:
    """Answers come from options first, then from the person at the keyboard (or from a pipe, a line for each question).

    Where nobody answers, what may be left out is left out, and what is needed is misuse that names the option.
    """

    def __init__(self, asks: bool) -> None:
        """`asks` is false where options alone are to answer."""
        self._asks = asks

    def value(
        self,
        record: type[Record],
        key: str | KeyPath,
        option: str,
        given: str | None,
        *,
        default: str | None = None,
        is_needed: bool = False,
        hint: str = "",
        judge: Judge = lambda _: None,
    ) -> str | None:
        """The text for one key, judged by its own declaration first, then by `judge`."""
        path = (key,) if isinstance(key, str) else key
        holder, name = record_at(record, path[:-1]) or record, str(path[-1])
        label = holder.model_fields[name].title or name
        example = example_of(holder, name)
        hint = hint or (f"ví dụ: {example}" if example else "")

        def wrong(text: str) -> str | None:
            problem = fault_of(record, path, text)
            return _wrong_text(problem, path) if problem else judge(text)

        return self.text(label, option, given, wrong, default, is_needed, hint)

    def text(
        self,
        label: str,
        option: str,
        given: str | None,
        judge: Judge,
        default: str | None = None,
        is_needed: bool = False,
        hint: str = "",
    ) -> str | None:
        """Ask for one line. A wrong option is misuse; a wrong answer is explained and asked for again."""
        if given is not None:
            wrong = judge(given)
            if wrong is not None:
                raise click.UsageError(f"{option}: {wrong}")
            return given
        about = "; ".join(
            filter(None, [hint, f"Enter: {default}" if default else "" if is_needed else "Enter: bỏ qua"])
        )
        while True:
            answer = self._answer(f"{label} ({about})" if about else label)
            if answer is None:
                break
            if not answer:
                if default or not is_needed:
                    break
                click.echo(f"  Cần có {label.lower()}.")
                continue
            wrong = judge(answer)
            if wrong is None:
                return answer
            click.echo(f"  {wrong}")
        if default is None and is_needed:
            raise click.UsageError(f"thiếu {option} ({label}{f', {hint}' if hint else ''})")
        return default

    def choice(
        self, label: str, option: str, given: str | None, options: Mapping[str, str], *, default: str | None = None
    ) -> str | None:
        """One of `options` (value by value with its Vietnamese name), or `default`."""
        if given is not None:
            found = _chosen(given, options)
            if len(found) > 1:
                raise click.UsageError(f"{option}: '{given}' là tên của nhiều mục; dùng mã: {', '.join(found)}")
            if not found:
                known = f"dùng một trong: {', '.join(options) or 'chưa có'}"
                hint = did_you_mean(nearest(given, options), known)
                raise click.UsageError(f"{option}: không có '{given}'; {hint}")
            return found[0]
        if not self._asks or not options:
            return default
        click.echo(f"{label}:")
        for number, (value, name) in enumerate(options.items(), 1):
            click.echo(f"  {number:>2}  {name}" + (f"  ({value})" if value != name else ""))
        otherwise = f"Enter: {options[default]}" if default else "Enter: không chọn"
        while answer := self._answer(f"Số thứ tự hoặc mã ({otherwise})"):
            keys = list(options)
            if answer.isdecimal() and 1 <= int(answer) <= len(keys):
                return keys[int(answer) - 1]
            found = _chosen(answer, options)
            if len(found) == 1:
                return found[0]
            many = f"'{answer}' là tên của nhiều mục, hãy gõ số thứ tự hoặc mã."
            click.echo(f"  {many}" if found else f"  Không có '{answer}' trong danh sách trên.")
        return default

    def _answer(self, question: str) -> str | None:
        """What was typed, without spaces around; None where nobody answers any more."""
        if not self._asks:
            return None
        try:
            typed: str = click.prompt(question, default="", show_default=False)
        except click.Abort:
            if sys.stdin.isatty():
                click.echo("\nĐã dừng, chưa ghi gì.")
                sys.exit(1)
            self._asks = False
            click.echo("")
            return None
        return typed.strip()


def _chosen(text: str, options: Mapping[str, str]) -> tuple[str, ...]:
    """The values that are spelt so, or else those that bear the name: a campaign of each year may bear the same."""
    wanted = fold(text.strip())
    by_value = tuple(value for value in options if fold(value) == wanted)
    return by_value or tuple(value for value, name in options.items() if fold(name) == wanted)


def _wrong_text(problem: Problem, path: KeyPath) -> str:
    """The problem without the name of the key, which nobody typed."""
    spelt = ".".join(map(str, path))
    message = problem.message.removeprefix(f"'{spelt}' = ").removeprefix(f"'{spelt}' ")
    example = problem.example.removeprefix(f"{path[-1]}: ")
    return f"{message} → {problem.remedy}{f' (ví dụ: {example})' if example else ''}"
