"""The command line finds its commands, speaks in one line, and shows nobody a traceback."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from cppcc_reader.cli import main as main_module
from cppcc_reader.cli.chinese_parser import FAILED
from cppcc_reader.cli.main import COMMANDS, INTERRUPTED, log_path, main
from cppcc_reader.core.model.json_codec import RecordError
from cppcc_reader.services.software import VERSION
from cppcc_reader.storage.errors import LibraryMissingError

AllowLogs = Callable[[str], None]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    assert stopped.value.code == 0
    assert f"cppcc-reader {name}" in capsys.readouterr().out


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out and command.help in out for name, command in COMMANDS.items())


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["--bad"], "不认识 --bad"),
        (["check"], "缺少 文库"),
        (["import", "a.cppcc"], "缺少 路径"),
        (["import", "a.cppcc", "b", "--encoding"], "--encoding 后面缺少内容"),
        (["export", "a.cppcc", "--format", "x"], "--format 不能是 'x'，可选"),
        (["search", "a.cppcc", "桥", "--limit", "x"], "--limit 的内容不对：'x'"),
    ],
)
def test_wrong_arguments_are_said_in_chinese(typed: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(typed)
    assert stopped.value.code == FAILED
    err = capsys.readouterr().err
    assert err.startswith("用法：cppcc-reader")
    assert f"参数不对（{words}" in err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"cppcc-reader {VERSION}\n"


def _fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def run(_args: object) -> int:
        raise error

    command = importlib.import_module(COMMANDS["check"].module)
    monkeypatch.setattr(command, "run", run)
    return main(["check", "a.cppcc"])


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (LibraryMissingError(Path("a.cppcc")), FAILED, "找不到文库：a.cppcc"),
        (RecordError("a.jsonl 第 3 行：不是 JSON"), FAILED, "第 3 行"),
        (PermissionError(13, "Permission denied", "/a/b"), FAILED, "无法读写 /a/b"),
        (KeyboardInterrupt(), INTERRUPTED, "已中断"),
    ],
)
def test_known_trouble_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int, words: str
) -> None:
    assert _fail_with(monkeypatch, error) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err


def test_unknown_trouble_goes_to_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], allow_logs: AllowLogs
) -> None:
    allow_logs("unexpected error")
    assert _fail_with(monkeypatch, ZeroDivisionError("桥")) == FAILED
    err = capsys.readouterr().err
    assert "程序内部出错（ZeroDivisionError）" in err
    assert "Traceback" not in err
    assert str(log_path()) in err
    log = log_path().read_text("utf-8")
    assert "Traceback" in log
    assert "ZeroDivisionError: 桥" in log


def test_a_log_that_cannot_be_written_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert main(["check", str(tmp_path / "无.cppcc")]) == FAILED
    assert "找不到文库" in capsys.readouterr().err


def test_without_qt_the_window_is_missed_and_the_commands_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main_module.importlib.util, "find_spec", lambda _name: None)
    assert main([]) == FAILED
    err = capsys.readouterr().err
    assert "没有安装窗口所需的 PySide6" in err
    assert "import、split、export" in err


def test_anything_but_a_command_opens_the_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    Path("版面").mkdir()
    opened: list[list[Path]] = []
    app = SimpleNamespace(run_window=lambda paths: opened.append(list(paths)) or 7)
    monkeypatch.setitem(sys.modules, "cppcc_reader.app", app)
    assert main(["库.cppcc", "版面"]) == 7
    assert main([]) == 7
    assert opened == [[Path("库.cppcc"), Path("版面")], []]


def test_help_starts_without_the_heavy_parts(repository: Path) -> None:
    code = (
        "import sys; from cppcc_reader.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([name for name in ('PySide6', 'sqlite3', 'sqlite_utils', 'jieba', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="pipes break otherwise here")
def test_a_reader_who_has_seen_enough_is_no_error(repository: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "cppcc_reader", "split", "--no-entities", "resources/samples/pages"],
        cwd=repository,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_output_is_utf_8_in_any_locale(repository: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cppcc_reader", "check", str(tmp_path / "无.cppcc")],
        cwd=repository,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == FAILED
    assert "找不到文库" in done.stderr.decode("utf-8")


def test_the_version_is_that_of_the_package(repository: Path) -> None:
    with (repository / "pyproject.toml").open("rb") as handle:
        assert tomllib.load(handle)["project"]["version"] == VERSION


def test_what_is_neither_command_nor_file_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inport"]) == 2
    said = capsys.readouterr().err
    assert "没有这个文件或文件夹：inport" in said
    assert "import" in said


def test_without_a_display_the_window_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == 2
    assert "显示器" in capsys.readouterr().err
