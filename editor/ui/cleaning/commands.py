"""整理: one command for the selection, the article and the issue."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.revision import Reason
from editor.system.watching import Watch
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.kit.scrim import veil_while_open
from editor.ui.work.snapshots import snapshot_before

if TYPE_CHECKING:
    from editor.desk.cleaning import IssueCleaning
    from editor.ui.cleaning.dialog import CleaningDialog, CleaningScope
    from editor.ui.cleaning.planning import PlanningWork
    from editor.ui.cleaning.rules_dialog import RulesDialog


class CleaningCommands:
    """Acts on the open issue. dialog, rules: those that were opened last."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context = context
        self.dialog: CleaningDialog | None = None
        self.rules: RulesDialog | None = None

    def clean(self) -> None:
        """Show what would change in what is selected, else in the open article, else in the issue."""
        from editor.desk.cleaning import why_not_whole
        from editor.ui.cleaning.dialog import CleaningDialog

        article, blocks, opened = self._context.article.article, self._selected(), self._context.opened
        self.dialog = dialog = CleaningDialog(
            _scopes(article, blocks),
            lambda scope: self._planned(scope, article, blocks),
            self._context.window,
            closed=why_not_whole(opened.issue.archive.state, past=opened.past),
        )
        dialog.rules.clicked.connect(self._choose_rules)
        dialog.accepted.connect(self._apply)
        dialog.finished.connect(dialog.deleteLater)
        veil_while_open(self._context.window, dialog)

    def _planned(self, scope: "CleaningScope", article: Article | None, blocks: frozenset[str]) -> "PlanningWork":
        """Return what finds the changes; values are as they stand now, whatever thread it is done in."""
        from editor.desk.cleaning import plan_articles, used_rules
        from editor.ui.cleaning.dialog import CleaningScope

        opened, rules = self._context.opened, used_rules(self._publication())
        now = opened.value.article(article.uid) if article else None
        if now is None or scope is CleaningScope.ISSUE:
            return partial(_plan_issue, opened.issue, rules)
        chosen: Mapping[str, frozenset[str]] = {now.uid: blocks} if scope is CleaningScope.SELECTION else {}
        return lambda watch: plan_articles((now,), rules, chosen, watch=watch)

    def _apply(self) -> None:
        from editor.desk.cleaning import cleaned_workspace

        dialog, opened = self.dialog, self._context.opened
        if dialog is None:
            return
        cleaning, chosen = dialog.cleaning, dialog.chosen
        touched = {cleaning.plans[number].article.uid for number, _ in chosen}
        several = touched if len(touched) > 1 else ()
        failure = snapshot_before(opened, several, Reason.FIXING, name=tr("整理")) if several else ""
        if opened.apply(tr("整理"), lambda space: cleaned_workspace(space, cleaning, chosen)):
            said = tr("整理了 {n} 处，Ctrl+Z 撤销。{failure}", n=len(chosen), failure=failure)
            self._context.show_message(said.rstrip("。"))

    def _choose_rules(self) -> None:
        from editor.ui.cleaning.rules_dialog import RulesDialog

        publication = self._publication()
        self.rules = dialog = RulesDialog(publication.profile.masthead, publication.cleaning_off, self.dialog)
        dialog.accepted.connect(lambda: self._keep_rules(dialog.off))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep_rules(self, off: tuple[str, ...]) -> None:
        """Keep which rules the publication uses, and list again what would change."""
        from editor.ui.kit.failures import show_failure

        try:
            self._context.session.library.save_publication(replace(self._publication(), cleaning_off=off))
        except UserError as error:
            show_failure(self._context.window, tr("规则没有存上"), str(error))
        if self.dialog:
            self.dialog.plan()

    def _publication(self) -> Publication:
        return self._context.session.library.publication(self._context.opened.issue.publication)

    def _selected(self) -> frozenset[str]:
        """Return the blocks of the open article that a selection in its body touches."""
        from editor.ui.body.places import place_at

        article, body = self._context.article.article, self._context.article.body
        cursor = body.editing.cursor()
        if article is None or not cursor.hasSelection():
            return frozenset()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        first, last = (place_at(body.document(), place)[0] for place in ends)
        uids = [block.uid for block in article.blocks]
        if first not in uids or last not in uids:
            return frozenset()
        return frozenset(uids[uids.index(first) : uids.index(last) + 1])


def _plan_issue(issue: Issue, rules: frozenset[str], watch: Watch) -> "IssueCleaning":
    from editor.desk.cleaning import plan_issue

    return plan_issue(issue, rules, watch=watch)


def _scopes(article: Article | None, blocks: frozenset[str]) -> "tuple[CleaningScope, ...]":
    """Return what can be cleaned, first what the user has in hand."""
    from editor.ui.cleaning.dialog import CleaningScope

    one = (CleaningScope.ARTICLE, CleaningScope.ISSUE) if article else (CleaningScope.ISSUE,)
    return (CleaningScope.SELECTION, *one) if blocks else one


COMMANDS = CommandSet(
    CleaningCommands,
    (
        Command(
            name="text.clean",
            text=tr("整理…"),
            english="Clean up punctuation, blanks, broken lines",
            places=(CommandGroup.TEXT.at(290), CommandMenu.MAIN.at(305), CommandMenu.TEXT.at(60)),
            writes=True,
            run=CleaningCommands.clean,
        ),
    ),
)
