"""Runs a person's own command for each photo that becomes a keeper, or a reject candidate."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from assist_cli.workflows.watch.hook_command import HookCommand
from assist_cli.workflows.watch.side_commands import GRACE_S, CommandFailure, SideCommands
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import Revision, WatchListener
from index.photo.errors import UnreadablePhoto
from scoring.ranking.picks.choice import Decision

OPTIONS = {Decision.KEEPER: "--on-keeper", Decision.REJECT_CANDIDATE: "--on-reject"}


class DecisionHooks(WatchListener):
    """A command runs once for each decision that a photo comes to. One that still waits when the decision changes does not run.

    `tell` gets each kind of failure once, in the thread that watches.
    """

    def __init__(
        self,
        hooks: Mapping[Decision, HookCommand],
        tell: Callable[[str], None],
        commands: SideCommands,
        grace_s: float = GRACE_S,
    ) -> None:
        self._hooks = hooks
        self._tell = tell
        self._commands = commands
        self._grace_s = grace_s
        self._told: set[tuple[str, str]] = set()

    def revised(self, revisions: Sequence[Revision]) -> None:
        """A command for each photo whose decision is another one than before."""
        for revision in revisions:
            if revision.is_change:
                self._decided(revision)

    def tick(self, totals: Totals) -> None:  # noqa: ARG002 - as all listeners are called
        """Tells what went wrong since."""
        for failure in self._commands.failures():
            self._tell_once(failure)

    def ended(self, totals: Totals, unread: Sequence[UnreadablePhoto]) -> None:  # noqa: ARG002 - as above
        """Waits a moment for the commands that are under way."""
        undone = self._commands.end(self._grace_s)
        for failure in self._commands.failures():
            self._tell_once(failure)
        if undone:
            self._tell(
                f"{undone} commands did not run to their end" if undone > 1 else "1 command did not run to its end"
            )

    def _decided(self, revision: Revision) -> None:
        hook = self._hooks.get(revision.now)
        if hook is None:
            self._commands.drop(revision.path)
        else:
            self._commands.put(revision.path, hook.for_photo(revision))

    def _tell_once(self, failure: CommandFailure) -> None:
        option = OPTIONS[Decision(failure.command.environment["ASSIST_DECISION"])]
        if (option, failure.words) in self._told:
            return
        self._told.add((option, failure.words))
        photo = Path(failure.command.environment["ASSIST_PATH"]).name
        line = shlex.join(failure.command.arguments)
        self._tell(
            f"the command of {option} {failure.words}, for {photo} (told once). To see what it says, run: {line}"
        )
