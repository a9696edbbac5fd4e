"""A writer to be killed: edits a library without end and says after each edit that it is saved.

Run as ``python kill_writer.py LIBRARY``; prints the number of the log entry behind each saved edit.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from cppcc_reader.core.editing.page_commands import SetState
from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.storage.library import Library


def main() -> None:
    """Edit both pages in turns, single and bulk, with an undo now and then."""
    with Library.open(Path(sys.argv[1])) as library:
        service = AnnotationService(library, annotator="甲", clock=lambda: datetime.now(UTC))
        page_ids = library.pages.ids()
        number = len(library.log.entries())
        while True:
            number += 1
            role = list(Role)[number % len(Role)]
            state = PageState.FINISHED if number % 2 else PageState.IN_PROGRESS
            if number % 5 == 0:
                service.execute_bulk({page_id: SetState(state=state) for page_id in page_ids}, "全部")
            elif number % 7 == 0:
                service.undo(page_ids[0])
            else:
                starts = [one.start for _article, one in service.record(page_ids[0]).annotations.all_segments()]
                service.execute(page_ids[0], SetRole(starts=(starts[number % len(starts)],), role=role))
            entry = library.log.last_active(page_ids[0])
            # What the status bar would now call saved.
            print(f"saved {entry.id if entry else 0} {library.pages.summary(page_ids[0]).updated_at}", flush=True)


if __name__ == "__main__":
    main()
