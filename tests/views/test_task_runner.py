import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from cppcc_reader.views.task_runner import TaskRunner


@pytest.fixture
def runner(qtbot):
    made = TaskRunner()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_answer_comes_home(runner, qtbot):
    found = []

    def done(answer):
        found.append((answer, QThread.currentThread() is QApplication.instance().thread()))

    runner.run(lambda _context: threading.get_ident(), done=done)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0][0] != threading.get_ident()
    assert found[0][1]
    assert not runner.is_busy


def test_progress_is_told_in_order(runner, qtbot):
    told, ended = [], []

    def work(context):
        for done in range(3):
            context.report(done, 3, f"第 {done} 个")

    runner.run(work, done=ended.append, progress=lambda *what: told.append(what))
    qtbot.waitUntil(lambda: ended == [None])
    assert told == [(0, 3, "第 0 个"), (1, 3, "第 1 个"), (2, 3, "第 2 个")]


def test_a_stale_answer_is_dropped(runner, qtbot):
    answers, wanted = [], [True]
    gate = threading.Event()
    runner.run(lambda _context: gate.wait(5), done=answers.append, wanted=lambda: wanted[0])
    wanted[0] = False
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert answers == []


def test_cancelled_work_sees_it(runner, qtbot):
    seen = []
    started = threading.Event()

    def work(context):
        started.set()
        while not context.is_cancelled():
            QThread.msleep(1)
        return "halted"

    task = runner.run(work, done=seen.append)
    assert started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: seen == ["halted"])


def test_a_failure_reaches_the_log_and_whoever_asked(runner, qtbot, allow_logs):
    allow_logs("background work failed")
    failures = []

    def work(_context):
        raise ValueError("读不出来")

    runner.run(work, done=lambda _answer: pytest.fail("there is no answer"), failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "读不出来"


def test_closing_waits_for_the_work_and_drops_its_answer(qtbot):
    runner, answers = TaskRunner(), []
    runner.run(lambda context: context.is_cancelled(), done=answers.append)
    runner.close()
    qtbot.wait(20)
    assert answers == []


def test_a_runner_that_goes_right_after_an_answer_leaves_nothing_behind(repository):
    """Once the process died here: a bridge was destroyed with its runner while its own deletion was still waiting."""
    script = (
        "from PySide6.QtCore import QCoreApplication\n"
        "from cppcc_reader.views.task_runner import TaskRunner\n"
        "application = QCoreApplication([])\n"
        "def use():\n"
        "    runner, found = TaskRunner(), []\n"
        "    runner.run(lambda context: 1, done=found.append)\n"
        "    while not found:\n"
        "        application.processEvents()\n"
        "    runner.close()\n"
        "use()\n"
        "for _ in range(5):\n"
        "    application.processEvents()\n"
        "print('alive')\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=repository, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "alive\n", "")
