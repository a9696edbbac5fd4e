"""What the actions on blocks do with the selection."""

from view_fakes import PAGE_TEXT

from cppcc_reader.core.model.role import Role
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.editing_actions import EditingActions


def test_after_a_cut_the_second_part_is_chosen_and_takes_the_next_role(session):
    actions = EditingActions(session)
    _article, block = next(
        (article, segment)
        for article, segment in session.annotations.all_segments()
        if article is not None and segment.role is Role.BODY and segment.end - segment.start > 4
    )
    middle = (block.start + block.end) // 2
    assert not PAGE_TEXT[middle].isspace()
    session.select(Selection(segment_starts=(block.start,), caret=middle))
    actions.cut_at_caret()
    assert session.selection.segment_starts == (middle,)
    actions.set_role(Role.CREDIT)
    roles = {segment.start: segment.role for _article, segment in session.annotations.all_segments()}
    assert (roles[block.start], roles[middle]) == (Role.BODY, Role.CREDIT)
