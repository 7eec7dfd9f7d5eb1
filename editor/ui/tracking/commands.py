"""修订: switched on for an article, shown in list and text, accepted and rejected; every decision can be undone."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from editor.model.block_texts import printed_text
from editor.model.edits import put_article
from editor.model.issue import Article
from editor.model.language import tr
from editor.model.tracking import base_of, tracked, untracked
from editor.model.workspace import Workspace
from editor.text.tracked import ChangeDecision, changes_of_article, decided
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import TRACKING
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.kit.tints import Layer
from editor.ui.tracking.marks import body_marks, title_marks
from editor.ui.tracking.rows import ChangeRow, FoundChanges
from editor.ui.tracking.view import TrackingView

_QUIET_MS = 300
_NAMES = {ChangeDecision.ACCEPTED: "accept", ChangeDecision.REJECTED: "reject"}


class TrackingCommands(QObject):
    """Acts on the tracked changes of one window. view: their list."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        super().__init__(context.window)
        self._context, self._session = context, context.session
        self._found = FoundChanges()
        actions = context.actions
        self.view = TrackingView(
            actions["track.toggle"],
            {verdict: actions[f"track.{name}"] for verdict, name in _NAMES.items()},
            [action for action, _ in actions.placed(CommandMenu.ALL_CHANGES)],
        )
        context.lists.add(self.view)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.show_changes)
        self.view.chosen.connect(self._lead_to)
        self.view.decided.connect(self.decide)
        self._session.opened.connect(self.show_changes)
        self._session.changed.connect(lambda _before, _after: self._quiet.start())
        self._session.stepped.connect(lambda _before, _after: self.show_changes())

    def switch(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Track the open article's changes, or no more; with changes open it stays on and says what to do."""
        article = self._of(self._open_uid())
        if article is None:
            self._context.show_message(tr("先打开一篇文章，再打开修订"))
        elif on:
            self._put(tr("打开修订"), (tracked(article),))
            self._context.show_message(tr("修订已打开：从现在起谁改了什么都会标出来"))
        elif changes_of_article(article):
            self._context.show_message(
                tr("还有 {n} 处修订没有处理，先接受或拒绝，再关闭修订", n=len(changes_of_article(article)))
            )
            self._context.lists.show(TRACKING)
        else:
            self._put(tr("关闭修订"), (untracked(article),))
            self._context.show_message(tr("修订已关闭"))
        self.show_changes()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) change."""
        self.show_changes()
        # with the focus a list takes its first row in hand
        fresh = self.view.list.current is None
        self._context.lists.show(TRACKING)
        if fresh:
            self.view.list.go_on(0 if by > 0 else len(self.view.list.rows))
        else:
            self.view.list.step(by)

    def show_changes(self) -> None:
        """Show the changes as they stand, in the list and in the text."""
        self._quiet.stop()
        space = self._session.space
        rows = self._found.rows(space) if space else ()
        self._show_switch()
        self._context.lists.show_count(TRACKING, sum(isinstance(row, ChangeRow) for row in rows))
        self.view.show_rows(rows, writable=self._session.writable)
        self._mark()

    def show_article(self) -> None:
        """Follow to another article."""
        self._show_switch()
        self._mark()

    def decide(self, verdict: ChangeDecision) -> None:
        """Decide the change in hand and go on to the next."""
        self.show_changes()
        row, number = self.view.list.current, self.view.list.number()
        article = self._of(row.article) if row else None
        if row is None or article is None:
            self._context.show_message(tr("先选一处修订：F9 到下一处"))
            return
        label = tr("接受修订") if verdict is ChangeDecision.ACCEPTED else tr("拒绝修订")
        if self._put(label, (decided(article, {row.made.change: verdict}),)):
            self.show_changes()
            self.view.list.go_on(number)
            self._context.show_message(tr("已{label}，Ctrl+Z 撤销", label=label))

    def decide_article(self, verdict: ChangeDecision) -> None:
        """Decide every change of the open article."""
        article = self._of(self._open_uid())
        self._decide_all(verdict, (article,) if article else ())

    def decide_issue(self, verdict: ChangeDecision) -> None:
        """Decide every change of the open issue."""
        issue = self._session.issue
        self._decide_all(verdict, tuple(issue.articles()) if issue else ())

    def show_list(self) -> None:
        """Show the changes in the left column."""
        self._context.lists.show(TRACKING)

    # inside

    def _mark(self) -> None:
        view, article = self._context.article, self._context.article.article
        rows = [
            row for row in self.view.list.rows if isinstance(row, ChangeRow) and article and row.article == article.uid
        ]
        blocks = {block.uid: block for block in article.blocks} if article else {}
        view.body.marks.show(Layer.TRACKED, [mark for row in rows for mark in body_marks(row, blocks)])
        titles = [row for row in rows if row.made.change.field == "title"]
        marks = [mark for row in titles for mark in title_marks(row, article)] if article else []
        view.title.marks.show(Layer.TRACKED, marks)

    def _show_switch(self) -> None:
        article, action = self._of(self._open_uid()), self._context.actions["track.toggle"]
        on = article is not None and base_of(article) is not None
        action.setChecked(on)
        action.setToolTip(tr("修订：已打开") if on else tr("修订：没有打开"))

    def _decide_all(self, verdict: ChangeDecision, articles: Iterable[Article]) -> None:
        found = {article.uid: (article, changes_of_article(article)) for article in articles}
        count = sum(len(changes) for _, changes in found.values())
        made = [decided(article, dict.fromkeys(changes, verdict)) for article, changes in found.values() if changes]
        accepting = verdict is ChangeDecision.ACCEPTED
        label = tr("接受 {n} 处修订", n=count) if accepting else tr("拒绝 {n} 处修订", n=count)
        if count and self._put(label, made):
            self.show_changes()
            self._context.show_message(tr("已{label}，Ctrl+Z 撤销", label=label))
        elif not count:
            self._context.show_message(tr("没有要处理的修订"))

    def _put(self, label: str, articles: Iterable[Article]) -> bool:
        changed = tuple(articles)

        def put(space: Workspace) -> Workspace:
            for article in changed:
                space = put_article(space, article)
            return space

        done = self._session.apply(label, put)
        for article in changed if done else ():
            # a figure that was taken out may be back
            self._session.fetch_pictures(article)
        return done

    def _lead_to(self, row: ChangeRow) -> None:
        """Show a change in its article; the keyboard stays where it is."""
        view, change = self._context.article, row.made.change
        self._context.show_article(row.article)
        if change.field != "blocks":
            field = self._fields().get(change.field)
            if field:
                view.ensureWidgetVisible(field)
        elif change.spans and change.spans[0].block:
            span = change.spans[0]
            block = next((one for one in view.body.blocks if one.uid == span.block), None)
            # a selection ends with its line: of a list the item
            line = printed_text(block)[span.start : span.end].split("\n")[0] if block else ""
            view.body.caret.show_span(span.block, (span.start, span.start + len(line)))
            view.scrolling.show_caret()

    def _fields(self) -> dict[str, QWidget]:
        view = self._context.article
        facts = view.facts
        return {
            "title": view.title,
            "subtitle": facts.subtitle,
            "contents_title": facts.contents,
            "source": facts.source,
            "link": facts.link,
            "link_caption": facts.caption,
            "page_start": facts.start,
        }

    def _open_uid(self) -> str:
        return self._context.article.article.uid if self._context.article.article else ""

    def _of(self, uid: str) -> Article | None:
        return self._session.space.article(uid) if self._session.space else None


COMMANDS = CommandSet(
    TrackingCommands,
    (
        Command(
            name="track.toggle",
            text=tr("修订"),
            english="Track changes on or off",
            icon="edit",
            keys=("F6",),
            places=(CommandGroup.TRACKING.at(10), CommandMenu.TRACKING.at(10), CommandBar.TEXT_END.at(30)),
            writes=True,
            switch=TrackingCommands.switch,
        ),
        Command(
            name="track.list",
            text=tr("修订列表"),
            english="Tracked changes, revisions",
            icon="edit",
            places=(CommandGroup.TRACKING.at(20), CommandMenu.TRACKING.at(20)),
            run=TrackingCommands.show_list,
        ),
        Command(
            name="track.next",
            text=tr("下一处修订"),
            english="Next tracked change",
            keys=("F9",),
            places=(CommandGroup.TRACKING.at(30),),
            run=lambda it: it.step(1),
        ),
        Command(
            name="track.previous",
            text=tr("上一处修订"),
            english="Previous tracked change",
            keys=("Shift+F9",),
            places=(CommandGroup.TRACKING.at(40),),
            run=lambda it: it.step(-1),
        ),
        Command(
            name="track.accept",
            text=tr("接受这一处修订"),
            english="Accept tracked change",
            keys=("Ctrl+F9",),
            places=(CommandGroup.TRACKING.at(50),),
            writes=True,
            run=lambda it: it.decide(ChangeDecision.ACCEPTED),
        ),
        Command(
            name="track.reject",
            text=tr("拒绝这一处修订"),
            english="Reject tracked change",
            keys=("Ctrl+Shift+F9",),
            places=(CommandGroup.TRACKING.at(60),),
            writes=True,
            run=lambda it: it.decide(ChangeDecision.REJECTED),
        ),
        Command(
            name="track.accept.article",
            text=tr("接受本篇全部修订"),
            english="Accept all changes of the article",
            places=(CommandGroup.TRACKING.at(70), CommandMenu.ALL_CHANGES.at(10)),
            writes=True,
            run=lambda it: it.decide_article(ChangeDecision.ACCEPTED),
        ),
        Command(
            name="track.reject.article",
            text=tr("拒绝本篇全部修订"),
            english="Reject all changes of the article",
            places=(CommandGroup.TRACKING.at(80), CommandMenu.ALL_CHANGES.at(20)),
            writes=True,
            run=lambda it: it.decide_article(ChangeDecision.REJECTED),
        ),
        Command(
            name="track.accept.issue",
            text=tr("接受本期全部修订"),
            english="Accept all changes of the issue",
            places=(CommandGroup.TRACKING.at(90), CommandMenu.ALL_CHANGES.at(30)),
            writes=True,
            run=lambda it: it.decide_issue(ChangeDecision.ACCEPTED),
        ),
        Command(
            name="track.reject.issue",
            text=tr("拒绝本期全部修订"),
            english="Reject all changes of the issue",
            places=(CommandGroup.TRACKING.at(100), CommandMenu.ALL_CHANGES.at(40)),
            writes=True,
            run=lambda it: it.decide_issue(ChangeDecision.REJECTED),
        ),
    ),
)
