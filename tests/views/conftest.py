"""Fixtures of the view tests: a session over a service without storage, with an invented page open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from view_fakes import NOW, PAGE_TEXT, FakeService, page_record, sample_annotations

from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.task_runner import TaskRunner


@pytest.fixture
def fake_service() -> FakeService:
    return FakeService({"p1": page_record(PAGE_TEXT, sample_annotations())})


@pytest.fixture
def make_session(qtbot) -> Callable[..., AnnotationSession]:
    """Make a session over a service; its page is not opened yet."""

    def make(service: FakeService, **more) -> AnnotationSession:
        return AnnotationSession(service, clock=lambda: NOW, **more)

    return make


@pytest.fixture
def session(fake_service, make_session) -> AnnotationSession:
    """A session with the invented page open."""
    made = make_session(fake_service)
    made.open_page("p1")
    return made


@pytest.fixture
def tasks(qapp: object) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()
