"""A role that the label set does not show is in no menu; its key still gives it."""

from dataclasses import replace

import pytest
from test_main_window import imported, page_files, start

from cppcc_reader.core.model.role import Role
from cppcc_reader.views.actions import role_action_id

__all__ = ["page_files", "start"]


@pytest.fixture
def window(start, page_files, qtbot):
    made = start(imports=[page_files])
    imported(made, qtbot)
    return made


def offered(window):
    return {action.text().split("\t")[0] for menu in window.registry._menus for action in menu.actions()}


def test_a_hidden_role_leaves_the_menu_and_keeps_its_key(window):
    assert {"引题", "副题"} <= offered(window)
    shown = tuple(role for role in Role if role is not Role.KICKER)
    window.session.set_tag_set(replace(window.session.tag_set, roles_shown=shown))
    assert {"引题", "副题"} & offered(window) == {"副题"}
    segment = window.session.annotations.articles[0].segments[-1]
    window.source.tell(window.editing._selection_at(segment.start))
    assert window.registry.trigger(role_action_id(Role.KICKER))
    changed = window.session.annotations.segment_at(segment.start)
    assert changed is not None
    assert changed[1].role is Role.KICKER
