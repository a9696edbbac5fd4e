"""People's regular expressions, matched where they can be stopped: one that takes for ever costs a second, not a day.

Python's matcher cannot be interrupted and holds the interpreter while it runs, so patterns are matched in a process of
their own. One that is not done in time is ended with the process, named in the log, and left out from then on.
"""

from __future__ import annotations

import logging
import multiprocessing
import re
import weakref
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock

from cppcc_reader.core.tagging.candidate import Candidate
from cppcc_reader.core.tagging.custom_rules import CustomRules, LabelRule, RuleError

SECONDS = 1.0
"""Time that one pattern has for one text; honest ones take a few milliseconds."""
_START_SECONDS = 60.0
_LOG = logging.getLogger(__name__)


class RuleTooSlowError(RuleError):
    """A regular expression that was not done in time; the message is Chinese and names it."""

    def __init__(self, rule: LabelRule) -> None:
        super().__init__(
            f"标签 {rule.label} 的正则表达式太慢，已停用：{rule.pattern}。它在一段文字上反复试个没完；"
            "请去掉套在一起的重复（如 (…+)+），改好后保存规则就会重新启用。"
        )


class BoundedRules(CustomRules):
    """Rules of words are matched here, patterns in a process that is started when it is first needed.

    May be shared between threads. The process ends with this object, or with the program.
    """

    def __init__(self, rules: Iterable[LabelRule] = (), *, seconds: float = SECONDS) -> None:
        """Take the rules.

        Args:
            seconds: time for one pattern and one text.

        Raises:
            RuleError: if a regular expression is wrong.
        """
        every = list(rules)
        super().__init__(replace(rule, pattern="") for rule in every)
        self._patterns = [replace(rule, words=()) for rule in every if rule.pattern]
        CustomRules(self._patterns)
        self._stopped: list[RuleTooSlowError] = []
        self._seconds = seconds
        self._lock = Lock()
        self._matcher: _Matcher | None = None

    def candidates(self, text: str) -> Iterator[Candidate]:
        """Yield what the rules find in a text; a pattern that is not done in time is left out from then on."""
        yield from super().candidates(text)
        with self._lock:
            found = [one for rule in list(self._patterns) for one in self._matches(rule, text)]
        yield from found

    def stopped(self) -> Sequence[RuleTooSlowError]:
        """Return what is to be told of the patterns that were left out."""
        return tuple(self._stopped)

    def _matches(self, rule: LabelRule, text: str) -> list[Candidate]:
        if self._matcher is None:
            self._matcher = _Matcher()
            weakref.finalize(self, self._matcher.end)
        try:
            return self._matcher.matches(rule, text, self._seconds)
        except RuleTooSlowError as error:
            _LOG.warning("%s", error)
            self._stopped.append(error)
            self._patterns.remove(rule)
            return []


def try_rule(rule: LabelRule, text: str, *, seconds: float = SECONDS) -> list[Candidate]:
    """Return what one rule finds in a text.

    Raises:
        RuleError: if its regular expression is wrong, or not done in time.
    """
    rules = BoundedRules([rule], seconds=seconds)
    found = list(rules.candidates(text))
    for error in rules.stopped():
        raise error
    return found


class _Matcher:
    """A process that matches patterns, started anew after it had to be ended."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def matches(self, rule: LabelRule, text: str, seconds: float) -> list[Candidate]:
        """Return what the pattern of a rule finds.

        Raises:
            RuleTooSlowError: if it was not done in time.
            OSError: if no process can be started.
        """
        connection = self._connection or self._start()
        try:
            connection.send((rule, text))
            if connection.poll(seconds):
                found: list[Candidate] = connection.recv()
                return found
        except (EOFError, BrokenPipeError):  # the system has ended the process: what it choked on counts as too slow
            _LOG.exception("the process of the patterns is gone")
        self.end()
        raise RuleTooSlowError(rule)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None and self._connection is not None:
            self._connection.close()
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._connection = None

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there,), daemon=True)
        self._process.start()
        there.close()
        self._connection = here
        if not here.poll(_START_SECONDS) or here.recv() != "ready":
            self.end()
            raise OSError("the process of the patterns does not start")
        return here


def _serve(connection: Connection) -> None:
    """Match what is sent until the other end is closed."""
    connection.send("ready")
    ready: dict[LabelRule, CustomRules] = {}
    while True:
        try:
            rule, text = connection.recv()
        except EOFError:
            return
        if rule not in ready:
            ready[rule] = CustomRules([rule])
        try:
            found = list(ready[rule].candidates(text))
        except (re.error, RecursionError, MemoryError):
            found = []
        connection.send(found)
