"""The command `huiyi`: one file a command, and one place where what goes wrong becomes a line and an exit code.

Exit codes: 0 clean, 1 findings, 2 misuse, 3 fault of the tool; 130 when interrupted.
"""

from __future__ import annotations

import codecs
import gc
import io
import json
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
SPELT_OUT = "huiyi.spelt-out"
"""How a stream treats a character that its encoding lacks."""
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
    codecs.register_error(SPELT_OUT, _spell_out)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What a file or a program takes is the same on any system; what a screen takes only its system knows.
            is_own = stream.isatty() or "PYTHONIOENCODING" in os.environ
            stream.reconfigure(errors=SPELT_OUT, encoding=None if is_own else "utf-8", newline=None if is_own else "\n")
    signal.signal(signal.SIGTERM, _interrupt)
    # What a command reads is kept to its end, and to search it for garbage again and again takes a quarter of its time.
    gc.disable()
    code = run(arguments)
    # For the same reason nothing is searched on the way out.
    gc.freeze()
    sys.exit(code)


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
        if _came_of_an_interruption(error):
            return _explain(KeyboardInterrupt())
        if is_debugging:
            raise
        reason = f"{type(error).__name__}: {error}"
        return _complain(f"huiyi: fault of the tool: {escape(reason)} (--debug shows where)", FAULT)
    return int(code or 0)


def _came_of_an_interruption(error: BaseException) -> bool:
    """Say whether an error came up on the way out of an interruption, as when what is half written cannot be closed."""
    before = error.__context__
    return before is not None and (isinstance(before, KeyboardInterrupt) or _came_of_an_interruption(before))


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


def _spell_out(error: UnicodeError) -> tuple[str, int]:
    r"""Give what stands for characters that cannot be printed: \u4e2d, so that JSON stays JSON and says the same."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def _interrupt(_signal: int, _frame: FrameType | None) -> Any:
    raise KeyboardInterrupt
