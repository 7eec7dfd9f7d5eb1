"""修订: switched on for an article, shown in list and text, accepted and rejected; every decision can be undone."""

from collections.abc import Iterable

from editor.model.article import Article
from editor.model.edits import put_article
from editor.model.language import tr
from editor.model.tracking import tracked, untracked
from editor.model.workspace import Workspace
from editor.text.tracked import ChangeDecision, changes_of_article, decided
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import TRACKING
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.tracking.shown import TrackedChanges


class TrackingCommands:
    """Acts on the tracked changes of one window. shown: them in list and text."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context = context
        self.shown = TrackedChanges(context)
        self.shown.decided.connect(self.decide)

    def switch(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Track the open article's changes, or no more; with changes open it stays on and says what to do."""
        article = self.shown.open_article()
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
        self.shown.show_changes()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) change."""
        self.shown.show_changes()
        # with the focus a list takes its first row in hand
        fresh = self.shown.view.list.current is None
        self._context.lists.show(TRACKING)
        if fresh:
            self.shown.view.list.go_on(0 if by > 0 else len(self.shown.view.list.rows))
        else:
            self.shown.view.list.step(by)

    def decide(self, verdict: ChangeDecision) -> None:
        """Decide the change in hand and go on to the next."""
        self.shown.show_changes()
        row, number = self.shown.view.list.current, self.shown.view.list.number()
        article = self._context.opened.value.article(row.article) if row else None
        if row is None or article is None:
            self._context.show_message(tr("先选一处修订：F9 到下一处"))
            return
        label = tr("接受修订") if verdict is ChangeDecision.ACCEPTED else tr("拒绝修订")
        if self._put(label, (decided(article, {row.made.change: verdict}),)):
            self.shown.show_changes()
            self.shown.view.list.go_on(number)
            self._context.show_message(tr("已{label}，Ctrl+Z 撤销", label=label))

    def decide_article(self, verdict: ChangeDecision) -> None:
        """Decide every change of the open article."""
        article = self.shown.open_article()
        self._decide_all(verdict, (article,) if article else ())

    def decide_issue(self, verdict: ChangeDecision) -> None:
        """Decide every change of the open issue."""
        self._decide_all(verdict, self._context.opened.issue.articles())

    def show_list(self) -> None:
        """Show the changes in the left column."""
        self._context.lists.show(TRACKING)

    # inside

    def _decide_all(self, verdict: ChangeDecision, articles: Iterable[Article]) -> None:
        found = {article.uid: (article, changes_of_article(article)) for article in articles}
        count = sum(len(changes) for _, changes in found.values())
        made = [decided(article, dict.fromkeys(changes, verdict)) for article, changes in found.values() if changes]
        accepting = verdict is ChangeDecision.ACCEPTED
        label = tr("接受 {n} 处修订", n=count) if accepting else tr("拒绝 {n} 处修订", n=count)
        if count and self._put(label, made):
            self.shown.show_changes()
            self._context.show_message(tr("已{label}，Ctrl+Z 撤销", label=label))
        elif not count:
            self._context.show_message(tr("没有要处理的修订"))

    def _put(self, label: str, articles: Iterable[Article]) -> bool:
        changed = tuple(articles)

        def put(space: Workspace) -> Workspace:
            for article in changed:
                space = put_article(space, article)
            return space

        opened = self._context.opened
        done = opened.apply(label, put)
        for article in changed if done else ():
            # a figure that was taken out may be back
            opened.resources.fetch_pictures(article)
        return done


COMMANDS = CommandSet(
    TrackingCommands,
    (
        Command(
            name="track.toggle",
            text=tr("修订"),
            english="Track changes on or off",
            icon="edit",
            keys=("F6",),
            places=(CommandGroup.TRACKING.at(10), CommandMenu.TRACKING.at(10), CommandBar.TEXT_END.at(30, folds=8)),
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
