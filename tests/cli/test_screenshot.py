"""The command that takes pictures, in a process of its own: a scale belongs to a whole application."""

import subprocess
import sys

import pytest


def test_a_picture_of_the_window_is_written(tmp_path, repository):
    command = [sys.executable, "-m", "cppcc_reader", "screenshot", "--out", str(tmp_path), "--scale", "2"]
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(repository),
    }
    done = subprocess.run(
        [*command, "--size", "900x600", "--theme", "dark"],
        env=environment,
        cwd=repository,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    picture = tmp_path / "window-dark-900x600-2x.png"
    assert done.stdout.strip() == str(picture)
    header = picture.read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (1800, 1200)


@pytest.mark.parametrize("words", ["gross", "900", "x"])
def test_a_size_that_is_none_is_refused_in_words(words, capsys):
    from cppcc_reader.cli.main import main

    with pytest.raises(SystemExit) as stopped:
        main(["screenshot", "--out", "/nowhere", "--size", words])
    assert stopped.value.code == 2
    assert "--size" in capsys.readouterr().err
