"""Makes the machine's suggestions fit the library: rules, learning, deciding on all pages at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from cppcc_reader.core.editing.mention_commands import RejectMentions
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.services.annotation import AnnotationService, Changes
from cppcc_reader.services.backup import take_snapshot
from cppcc_reader.services.rejections import REJECT_STEP, keep_rejected, rejection_commands
from cppcc_reader.services.suggestion_job import (
    STEP_NAME,
    SuggestionReport,
    is_resumable,
    pages_waiting,
    suggest_on_library,
)
from cppcc_reader.storage.library import Library
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.item_models.veto_model import VetoRow
from cppcc_reader.views.long_run import run_long
from cppcc_reader.views.task_runner import Task, TaskContext, TaskRunner
from cppcc_reader.views.term_names import state_name
from cppcc_reader.views.told import told
from cppcc_reader.views.veto_list import VetoDialog, chosen_of
from cppcc_reader.views.workspace import Workspace

if TYPE_CHECKING:
    from cppcc_reader.services.library_learning import Learned

_Answer = TypeVar("_Answer")


class TeachingFlow(QObject):
    """All of it in the background, with progress and a way to stop that leaves every page whole.

    Args:
        tasks: runs what writes; ``reads``: what only looks, and is waited for.
        current_mention: the mention at the caret, or None.
    """

    def __init__(
        self,
        workspace: Workspace,
        tasks: TaskRunner,
        jobs: BulkJobs,
        *,
        reads: TaskRunner,
        current_mention: Callable[[], Mention | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._session = workspace.session
        self._tasks, self._reads = tasks, reads
        self._jobs = jobs
        self._current_mention = current_mention
        self._window = window

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        registry.bind("label-rules", self.edit_rules)
        registry.bind("learn", self.learn)
        registry.bind("suggest-library", self.suggest_everywhere)
        registry.bind("reject-everywhere", self.reject_everywhere)

    def edit_rules(self) -> None:
        """Open the rules of the library."""
        from cppcc_reader.services.label_rules import keep_label_rules, label_rules_of  # noqa: PLC0415
        from cppcc_reader.views.label_rules_dialog import LabelRulesDialog  # noqa: PLC0415

        library = self._workspace.library
        dialog = LabelRulesDialog(
            label_rules_of(library),
            tag_set=self._session.tag_set,
            text=self._session.text,
            runner=self._reads,
            parent=self._window,
        )

        def keep(rules: object) -> None:
            keep_label_rules(library, rules)  # type: ignore[arg-type]  # a signal carries plain objects
            self._workspace.presegmenter.forget()
            self._session.message.emit(self.tr("规则已保存；“重新建议实体”会用上它们"))

        dialog.rules_wanted.connect(keep)
        dialog.open()

    def learn(self) -> None:
        """Learn from the finished pages, say what was learned, and offer to use it."""
        from cppcc_reader.services.library_learning import LearningCancelledError, learn  # noqa: PLC0415

        if self._is_read_only():
            return
        library = self._workspace.library

        def work(context: TaskContext) -> Learned | None:
            with library.sibling() as own:
                try:
                    return learn(own, progress=context.report, cancelled=context.is_cancelled)
                except LearningCancelledError:
                    return None

        self._run(self.tr("正在学习已完成的版面……"), work, self._show_learned)

    def suggest_everywhere(self) -> None:
        """Suggest entities anew on every page that is not settled yet; goes on where it was stopped."""
        if self._is_read_only():
            return
        chosen = self._pages_to_suggest_on()
        if not chosen:
            return
        workspace = self._workspace

        def work(context: TaskContext) -> SuggestionReport:
            suggest = workspace.presegmenter.machine().tagger().suggest
            with workspace.library.sibling() as own:
                take_snapshot(own, STEP_NAME, workspace.clock())
                return suggest_on_library(
                    own,
                    suggest,
                    annotator=workspace.annotator,
                    clock=workspace.clock,
                    only=chosen,
                    progress=context.report,
                    cancelled=context.is_cancelled,
                )

        self._run(self.tr("正在全库更新实体建议……"), work, self._show_suggested)

    def _pages_to_suggest_on(self) -> frozenset[str]:
        """Show the pages that wait, and return those that the person left ticked; none if she thought better of it."""
        library = self._workspace.library
        waiting = frozenset(pages_waiting(library))
        if not waiting:
            self._session.message.emit(self.tr("没有未完成的版面：已完成的版面不重新建议"))
            return frozenset()
        rows = [
            VetoRow(key=page.id, cells=(page.name, state_name(page.state), str(page.suggested)))
            for page in library.pages.summaries()
            if page.id in waiting
        ]
        words = self.tr(
            "人工标的和已接受的实体都不动，已完成的版面不碰。合为一步，可以撤销，也可以中途停下；做之前先备份文库。"
        )
        if is_resumable(library):
            words = self.tr("上次停下时还剩这些版面，从那里接着做。") + words
        dialog = VetoDialog(
            self.tr("全库更新建议"),
            words,
            headers=(self.tr("版面"), self.tr("状态"), self.tr("现有建议")),
            rows=rows,
            verb=lambda ticked: self.tr("更新 {0} 个版面的建议").format(len(ticked)),
            parent=self._window,
        )
        return frozenset(str(key) for key in chosen_of(dialog) or ())

    def reject_everywhere(self) -> None:
        """Reject the suggestion at the caret on all pages, in one step, and let it stay away from now on."""
        mention = self._current_mention()
        if mention is None or mention.origin is not Origin.SUGGESTED:
            self._session.message.emit(self.tr("请把光标放在一个未定的建议上"))
            return
        if self._is_read_only():
            return
        pair, library = (mention.label, mention.quote(self._session.text)), self._workspace.library

        def look(_context: TaskContext) -> dict[str, RejectMentions]:
            with library.sibling() as own:
                return rejection_commands(own, pair)

        self._reads.run(look, done=lambda commands: self._reject(pair, commands), failed=self._say_failed)

    def _reject(self, pair: tuple[str, str], commands: Mapping[str, RejectMentions]) -> None:
        chosen = self._agreed_to_reject(pair[1], commands)
        if chosen is None:
            return

        def work(service: AnnotationService, library: Library) -> Changes:
            changes = service.execute_bulk({page_id: commands[page_id] for page_id in chosen}, REJECT_STEP)
            keep_rejected(library, [pair])
            return changes

        def done(changes: Changes) -> None:
            self._session.message.emit(
                self.tr("已在 {0} 个版面上拒绝“{1}”，以后不再建议").format(len(changes), pair[1])
            )

        self._jobs.run(work, done=done, failed=self._say_failed)

    def _agreed_to_reject(self, quote: str, commands: Mapping[str, RejectMentions]) -> list[str] | None:
        """Return the pages to reject on; None if the person thought better of it."""
        if len(commands) < 2:
            return list(commands)
        rows = [
            VetoRow(
                key=page_id,
                cells=(self._workspace.library.pages.summary(page_id).name, str(len(command.ids))),
                places=len(command.ids),
            )
            for page_id, command in commands.items()
        ]
        dialog = VetoDialog(
            self.tr("全库拒绝“{0}”").format(quote),
            self.tr("以后在全库不再建议。合为一步，可以撤销；做之前先备份文库。"),
            headers=(self.tr("版面"), self.tr("建议处数")),
            rows=rows,
            verb=lambda ticked: self.tr("在 {0} 个版面上拒绝 {1} 处").format(
                len(ticked), sum(row.places for row in ticked)
            ),
            parent=self._window,
        )
        keys = chosen_of(dialog)
        return None if keys is None else [str(key) for key in keys]

    def _show_learned(self, learned: Learned | None) -> None:
        from cppcc_reader.services.library_learning import keep_learned  # noqa: PLC0415

        if learned is None:
            self._session.message.emit(self.tr("已停止学习，什么也没有改变"))
            return
        if not (learned.names or learned.weights):
            words = self.tr("从 {0} 个已完成的版面里没有学到新东西：请多完成几版（同一名称至少在两版上这样标过）。")
            self._session.message.emit(words.format(learned.pages))
            return
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("学习的结果"))
        box.setText(self._words_about(learned))
        use = box.addButton(self.tr("用上并更新全库建议"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("不用"), QMessageBox.ButtonRole.RejectRole)

        def decide() -> None:
            if box.clickedButton() is use:
                keep_learned(self._workspace.library, learned)
                self._workspace.presegmenter.forget()
                self.suggest_everywhere()

        box.finished.connect(lambda _result: decide())
        box.open()

    def _words_about(self, learned: Learned) -> str:
        lines = [self.tr("读了 {0} 个已完成的版面。").format(learned.pages)]
        if learned.names:
            number = sum(len(words) for words in learned.names.values())
            some = "、".join(word for words in learned.names.values() for word in words[:4])
            lines.append(self.tr("学到 {0} 个标法一致的名称：{1}……").format(number, some))
        if learned.labels:
            lines.append(self.tr("学会了自设的标签：{0}。").format("、".join(learned.labels)))
        if learned.f1 is not None:
            lines.append(self.tr("交叉检验的 F1（严格）：{0}").format(learned.f1))
        return "\n".join(lines)

    def _show_suggested(self, report: SuggestionReport) -> None:
        page_id = self._session.page_id
        if page_id in report.changed and page_id is not None:
            self._session.open_page(page_id)
        self._session.pages_changed.emit(frozenset(report.changed))
        words = self.tr("看了 {0} 版，{1} 版的建议有变化").format(report.pages, len(report.changed))
        if report.left:
            words += self.tr("；还剩 {0} 版，下次接着做").format(report.left)
        self._session.message.emit("。".join((words, *map(told, self._workspace.presegmenter.complaints()))))

    def _run(self, words: str, work: Callable[[TaskContext], _Answer], done: Callable[[_Answer], object]) -> Task:
        return run_long(self._window, self._tasks, words, work, done=done, failed=self._say_failed)

    def _say_failed(self, error: Exception) -> None:
        self._session.message.emit(self.tr("没有完成，已做的都保存着：{0}").format(told(error)))

    def _is_read_only(self) -> bool:
        if self._session.read_only:
            self._session.message.emit(self.tr("文库正由另一个窗口使用，此处只读：请回到那个窗口修改"))
        return self._session.read_only
