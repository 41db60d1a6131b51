"""The command `huiyi`: one file a command, and one place where what goes wrong becomes a line and an exit code.

Exit codes: 0 clean, 1 findings, 2 misuse, 3 fault of the tool; 130 when interrupted.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pkgutil
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

import huiyi
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

FINDINGS, MISUSE, FAULT, INTERRUPTED = 1, 2, 3, 130
NOT_COMMANDS = {"context", "judgement"}


class Commands(click.Group):
    """The commands of this folder, each imported only when it is asked for."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Give the names of the commands."""
        return sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in NOT_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Give the command of a name; the list of commands says of it what its module opens with."""
        if name not in self.list_commands(context):
            return None
        module = import_module(f"{__name__}.{name}")
        command: click.Command = module.command
        # What click makes of the help would be cut at the end of the line.
        sentence = (module.__doc__ or "").partition(": ")[2]
        command.short_help = sentence[:1].upper() + sentence[1:]
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    help="Folder that holds curation/. Default: the nearest upward.",
)
@click.option("--debug", is_flag=True, help="Show where in the code a fault of the tool arose.")
@click.version_option(huiyi.__version__, prog_name="huiyi")
@click.pass_context
def cli(context: click.Context, root: Path | None, *, debug: bool) -> None:
    """Check, explain and publish records of Chinese Communist Party central meetings, 1949-1987."""
    context.obj = {"root": root, "debug": debug}


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with an exit code."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    signal.signal(signal.SIGTERM, _interrupt)
    # What a command reads is kept to its end, and to search it for garbage again and again takes a quarter of its time.
    gc.disable()
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    is_debugging = "--debug" in (sys.argv[1:] if arguments is None else arguments)
    try:
        code = cli.main(args=arguments, prog_name="huiyi", standalone_mode=False)
    except (click.ClickException, click.Abort, KeyboardInterrupt, OSError) as error:
        return _explain(error)
    except SystemExit:
        # click leaves so, and only so, where the reader of our output has gone; what is still buffered must not raise
        # at exit, and what was not read may have been findings.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except Exception as error:
        if is_debugging:
            raise
        reason = f"{type(error).__name__}: {error}"
        return _complain(f"huiyi: fault of the tool: {escape(reason)} (--debug shows where)", FAULT)
    return int(code or 0)


def _explain(error: BaseException) -> int:
    """Say in a line what ended a command that is not at fault itself, and give the exit code."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return MISUSE
    if isinstance(error, click.ClickException):
        where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "huiyi"
        return _complain(f"{where}: {error.format_message()}", MISUSE)
    if isinstance(error, OSError):
        place = f" '{escape(str(error.filename), limit=200)}'" if error.filename else ""
        return _complain(f"huiyi: cannot use{place}: {error.strerror or error}", MISUSE)
    return _complain("huiyi: interrupted; nothing was changed", INTERRUPTED)


def _complain(line: str, code: int) -> int:
    click.echo(" ".join(line.split()), err=True)
    return code


def _interrupt(_signal: int, _frame: FrameType | None) -> Any:
    raise KeyboardInterrupt
