import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from view_fakes import PAGE_TEXT, span_of

from cppcc_reader.core.model.mention import Origin
from cppcc_reader.core.model.role import Role
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.action_spec import Menu
from cppcc_reader.views.actions import ALL_ACTIONS, ROLE_KEYS
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.editing_actions import EditingActions
from cppcc_reader.views.key_names import shown_key
from cppcc_reader.views.mention_actions import MentionActions
from cppcc_reader.views.page_keys import PageKeys
from cppcc_reader.views.undo_actions import UndoActions

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Bench:
    """A bare widget whose keys act on the session, as the text views' do."""

    def __init__(self, session, qtbot):
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.view = QWidget(self.window)
        self.session = session
        self.registry = ActionRegistry(self.window)
        editing, mentions = EditingActions(session, self.window), MentionActions(session, self.window)
        editing.bind_to(self.registry)
        mentions.bind_to(self.registry)
        UndoActions(session, self.registry, self.window)
        self.keys = PageKeys(session, self.registry, tag=mentions.tag, parent=self.window)
        self.keys.attach(self.view)
        self.messages = []
        session.message.connect(self.messages.append)
        self._bot = qtbot

    def choose(self, *quotes):
        """Choose the blocks that begin with these words."""
        starts = tuple(PAGE_TEXT.index(quote) for quote in quotes)
        owner, _segment = self.session.annotations.segment_at(starts[0])
        article_id = owner.id if owner else None
        self.session.select(Selection(article_id=article_id, segment_starts=starts, caret=starts[0]))

    def mark(self, *quotes):
        """Mark pieces of text."""
        fragments = tuple(span_of(PAGE_TEXT, quote) for quote in quotes)
        owner, segment = self.session.annotations.segment_at(fragments[0].start)
        article_id = owner.id if owner else None
        self.session.select(
            Selection(
                article_id=article_id,
                segment_starts=(segment.start,),
                fragments=fragments,
                caret=fragments[-1].end,
            )
        )

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self._bot.keyClick(self.view, key, modifiers)

    def owner(self, quote):
        owner, _segment = self.session.annotations.segment_at(PAGE_TEXT.index(quote))
        return owner.id if owner else None

    def segment(self, quote):
        return self.session.annotations.segment_at(PAGE_TEXT.index(quote))[1]

    def labels(self):
        return {mention.quote(PAGE_TEXT): mention.label for mention in self.session.annotations.mentions}


@pytest.fixture
def bench(session, qtbot):
    return Bench(session, qtbot)


def test_enter_begins_an_article_at_the_block(bench):
    bench.choose("松说。")
    bench.press(Qt.Key.Key_Return)
    assert bench.owner("松说。") not in ("a1", "a2", "a3")


def test_enter_on_marked_words_makes_an_article_of_them_alone(bench):
    bench.mark("县政协主席何为民表示，将继续跟踪办理。")
    bench.press(Qt.Key.Key_Return)
    assert bench.owner("松说。") == "a1"
    assert bench.owner("县政协主席") not in ("a1", "a2", "a3")


def test_backspace_joins_with_the_article_before(bench):
    bench.choose("南岭市政协视察")
    bench.press(Qt.Key.Key_Backspace)
    assert bench.owner("南岭市政协视察") == "a2"


def test_f_moves_several_blocks_to_furniture_in_one_step(bench):
    bench.choose("秋收时节", "南岭市政协视察")
    bench.press(Qt.Key.Key_F)
    assert bench.owner("秋收时节") is None
    assert bench.owner("南岭市政协视察") is None
    bench.registry.trigger("undo")
    assert bench.owner("秋收时节") == "a2"
    assert bench.owner("南岭市政协视察") == "a3"


@pytest.mark.parametrize("role", [role for role in Role if ROLE_KEYS[role].isdigit()])
def test_digits_give_roles(bench, role):
    bench.choose("南岭市政协组织")
    bench.press(Qt.Key(ord(ROLE_KEYS[role])))
    assert bench.segment("南岭市政协组织").role is role


def test_brackets_move_in_reading_order(bench):
    bench.choose("南岭市政协组织")
    bench.press(Qt.Key.Key_BracketLeft)
    assert bench.session.annotations.article("a3").segments[0].start == PAGE_TEXT.index("南岭市政协组织")
    bench.press(Qt.Key.Key_BracketRight)
    assert bench.session.annotations.article("a3").segments[1].start == PAGE_TEXT.index("南岭市政协组织")


def test_t_unjoins_and_joins(bench):
    bench.choose("松说。")
    bench.press(Qt.Key.Key_T)
    assert not bench.segment("松说。").join
    bench.press(Qt.Key.Key_T)
    assert bench.segment("松说。").join


def test_x_cuts_and_g_mends(bench):
    bench.choose("南岭市政协组织")
    caret = PAGE_TEXT.index("视察老旧小区改造")
    bench.session.select(Selection(article_id="a3", segment_starts=(PAGE_TEXT.index("南岭市政协组织"),), caret=caret))
    bench.press(Qt.Key.Key_X)
    assert len(bench.session.annotations.article("a3").segments) == 3
    bench.choose("南岭市政协组织")
    bench.press(Qt.Key.Key_G)
    assert len(bench.session.annotations.article("a3").segments) == 2


def test_tab_finds_the_doubt_and_space_accepts_it(bench):
    bench.press(Qt.Key.Key_Tab)
    assert bench.session.selection.caret == PAGE_TEXT.index("松说。")
    bench.press(Qt.Key.Key_Space)
    assert bench.session.doubts() == []
    assert "没有疑点" in bench.messages[-1]


def test_a_takes_the_second_best_reading(bench):
    bench.press(Qt.Key.Key_Tab)
    bench.press(Qt.Key.Key_A)
    assert bench.owner("松说。") not in ("a1", "a2", "a3")


def test_with_text_marked_the_digits_are_labels(bench):
    bench.mark("茶山村")
    bench.press(Qt.Key.Key_2)
    assert bench.labels()["茶山村"] == "LOC"
    assert bench.session.selection.fragments == ()


def test_one_mention_over_the_column_break(bench):
    bench.mark("田小禾")
    bench.press(Qt.Key.Key_1)
    bench.session.select(Selection(fragments=(span_of(PAGE_TEXT, "委员陈青"), span_of(PAGE_TEXT, "松说")), caret=0))
    bench.press(Qt.Key.Key_4)
    mention = next(m for m in bench.session.annotations.mentions if m.label == "TITLE")
    assert mention.quote(PAGE_TEXT) == "委员陈青松说"
    assert len(mention.fragments) == 2


def test_marking_a_mention_again_relabels_it(bench):
    bench.mark("县政协主席")
    bench.press(Qt.Key.Key_4)
    assert bench.labels()["县政协主席"] == "TITLE"
    assert len([m for m in bench.session.annotations.mentions if m.quote(PAGE_TEXT) == "县政协主席"]) == 1


def test_delete_removes_the_mention_at_the_caret(bench):
    bench.session.select(Selection(caret=PAGE_TEXT.index("高远") + 1))
    bench.press(Qt.Key.Key_Delete)
    assert "高远" not in bench.labels()


def test_y_accepts_and_r_rejects_the_suggestion(bench):
    bench.session.select(Selection(caret=PAGE_TEXT.index("县政协主席") + 1))
    bench.press(Qt.Key.Key_Y)
    assert bench.session.annotations.mention("s1").origin is Origin.ACCEPTED
    bench.registry.trigger("undo")
    bench.session.select(Selection(caret=PAGE_TEXT.index("县政协主席") + 1))
    bench.press(Qt.Key.Key_R)
    assert "县政协主席" not in bench.labels()
    assert ("ORG", "县政协主席") in bench.session.annotations.rejected


def test_alt_arrows_grow_and_shrink_the_mention(bench):
    bench.mark("县政协主席")
    bench.press(Qt.Key.Key_Left, ALT)
    assert "县政协主" in bench.labels()
    bench.press(Qt.Key.Key_Right, ALT)
    bench.press(Qt.Key.Key_Right, ALT)
    assert "县政协主席何" in bench.labels()
    bench.press(Qt.Key.Key_Right, ALT | SHIFT)
    assert "政协主席何" in bench.labels()


def test_growing_goes_over_the_mended_column_break(bench):
    bench.mark("田小禾")
    bench.press(Qt.Key.Key_1)
    bench.session.select(Selection(article_id="a1", caret=PAGE_TEXT.index("陈青")))
    bench.press(Qt.Key.Key_Right, ALT)
    assert "陈青松说" in bench.labels()


def test_alt_up_and_down_move_the_edges_by_words(bench):
    bench.mark("主席")
    bench.press(Qt.Key.Key_4)
    assert bench.labels()["主席"] == "TITLE"
    for key, modifiers, found in (
        (Qt.Key.Key_Up, ALT, "主席何"),
        (Qt.Key.Key_Down, ALT, "主席"),
        (Qt.Key.Key_Up, ALT | SHIFT, "县政协主席"),
        (Qt.Key.Key_Down, ALT | SHIFT, "主席"),
    ):
        bench.press(key, modifiers)
        assert bench.labels()[found] == "TITLE"


def test_growing_by_a_word_goes_over_the_mended_column_break(bench):
    bench.mark("田小禾")
    bench.press(Qt.Key.Key_1)
    bench.session.select(Selection(article_id="a1", caret=PAGE_TEXT.index("陈青")))
    bench.press(Qt.Key.Key_Up, ALT)
    grown = next(m for m in bench.session.annotations.mentions if m.quote(PAGE_TEXT).startswith("陈青松"))
    assert len(grown.fragments) == 2


def test_an_edge_that_cannot_move_says_so(bench):
    bench.mark("茶山村")
    bench.press(Qt.Key.Key_2)
    for _step in range(3):
        bench.press(Qt.Key.Key_Left, ALT)
    assert bench.messages == ["实体的这一端不能再移了"]


def test_full_stop_and_comma_go_from_mention_to_mention(bench):
    bench.press(Qt.Key.Key_Period)
    assert bench.session.selection.fragments == (span_of(PAGE_TEXT, "高远"),)
    bench.press(Qt.Key.Key_Period)
    assert len(bench.session.selection.fragments) == 2
    bench.press(Qt.Key.Key_Comma)
    assert bench.session.selection.fragments == (span_of(PAGE_TEXT, "高远"),)


def test_undo_says_the_name_of_the_step(bench):
    undo = bench.registry.action("undo")
    assert not undo.isEnabled()
    bench.choose("南岭市政协视察")
    bench.press(Qt.Key.Key_Backspace)
    assert undo.text() == "撤销：合并文章\tCtrl+Z"
    bench.registry.trigger("undo")
    assert bench.registry.action("redo").text() == "重做：合并文章\tCtrl+Shift+Z"


def test_menus_show_single_keys_and_only_what_somebody_handles(bench):
    bench.registry.fill_menu_bar(bench.window.menuBar())
    titles = [action.text() for action in bench.window.menuBar().actions()]
    assert titles == [Menu.EDIT.value, Menu.SPLIT.value, Menu.ROLE.value, Menu.ENTITY.value]
    assert bench.registry.action("begin-article").text() == "从这里另起一篇\t回车"


def test_changed_keys_replace_those_of_the_table(bench):
    bench.registry.change_keys({"furniture": "Q", "undo": "Ctrl+U"})
    bench.choose("秋收时节")
    bench.press(Qt.Key.Key_F)
    assert bench.owner("秋收时节") == "a2"
    bench.press(Qt.Key.Key_Q)
    assert bench.owner("秋收时节") is None
    assert bench.registry.action("undo").shortcut().toString() == "Ctrl+U"
    assert bench.registry.action("undo").text().endswith("\tCtrl+U")
    assert bench.registry.action("furniture").toolTip().endswith("\nQ")


def test_no_key_means_two_things():
    page_keys = [spec.key for spec in ALL_ACTIONS if spec.key]
    shortcuts = [spec.shortcut for spec in ALL_ACTIONS if spec.shortcut]
    assert len(page_keys) == len(set(page_keys))
    assert len(shortcuts) == len(set(shortcuts))
    assert not {"J", "K"} & set(page_keys)
    assert all(shown_key(key) for key in page_keys)


def test_a_key_hides_what_the_resting_pointer_is_on(bench):
    bench.choose("南岭市政协组织")
    seen = []
    bench.session.hovered.connect(lambda fragments, _origin: seen.append(fragments))
    bench.press(Qt.Key.Key_6)
    assert seen[0] == ()
