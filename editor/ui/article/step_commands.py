"""Articles through the steps of review and proof: on, back with a word, and what is shown of it."""

import datetime as dt
from collections.abc import Callable, Mapping

from editor.checks.finding import FindingField, Level
from editor.desk.review.obstacles import ObstacleKind, article_obstacles, lacking_words
from editor.desk.versioning import moment_words
from editor.model.article import Article
from editor.model.article_review import last_signoff, pass_on, set_back, standing, step_of, steps_back, steps_on
from editor.model.article_steps import Steps
from editor.model.edits import put_article
from editor.model.language import mark_tr, tr
from editor.model.review import Signoff
from editor.model.revision import Reason
from editor.model.workspace import Workspace
from editor.text.quotes import within_title
from editor.ui.article.set_back_dialog import SetBackDialog
from editor.ui.article.way import WayBar
from editor.ui.article.way_panel import StepState
from editor.ui.checks.commands import CheckCommands
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import OUTLINE
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.kit.scrim import veil_while_open
from editor.ui.outline.foot import OutlineFoot
from editor.ui.work.snapshots import snapshot_before

_MOST_TOLD = 2
_FACTS = frozenset(
    (
        FindingField.SOURCE,
        FindingField.LINK,
        FindingField.LINK_CAPTION,
        FindingField.CONTENTS_TITLE,
        FindingField.SUBTITLE,
        FindingField.PUBLISHED,
    )
)
_ASKED = frozenset((ObstacleKind.EDITOR, ObstacleKind.PROOFREADER))


class WayCommands:
    """Acts on the chosen articles. dialog: the one that was opened last."""

    def __init__(self, context: WindowContext, checks: CheckCommands, foot: OutlineFoot, way: WayBar) -> None:
        """Act in one window. way: shows where the open article stands."""
        self._context, self._session, self._checks, self._foot = context, context.session, checks, foot
        self._shown = way
        self.dialog: SetBackDialog | None = None
        way.step_wanted.connect(lambda step: self.take_on(self._open(), step))
        way.back_wanted.connect(lambda: self.ask_back(self._open()))
        checks.changed.connect(self.show)
        self._session.changed.connect(lambda _before, _after: self.show())
        context.article.turned.connect(self.show)
        foot.chosen.connect(context.outline.show_only)
        context.outline.overviewed.connect(foot.show_overview)

    def take_chosen_on(self) -> None:
        """Take the chosen articles to their next step."""
        self.take_on(self._context.chosen())

    def ask_chosen_back(self) -> None:
        """Ask to which step the chosen articles go back."""
        self.ask_back(self._context.chosen())

    def ask_filter(self) -> None:
        """Show the outline and ask of which step."""
        self._context.lists.show(OUTLINE)
        self._foot.open_menu()

    def show(self) -> None:
        """Show where the open article stands."""
        opened, article = self._session.opened_issue, self._context.article.article
        now = opened.value.article(article.uid) if opened and article else None
        way = self._way(now, opened.issue.archive.steps) if opened and now else None
        self._shown.show_way(way)
        missing = self._missing(now, opened.issue.archive.steps) if opened and now else ()
        self._context.article.fold.show_progress(missing, way.word if way else "")

    def take_on(self, uids: tuple[str, ...], step: str = "") -> None:
        """Take articles to their next step, or to one further on; those that lack something stay, which is said."""
        opened, space = self._context.opened, self._context.opened.value
        if not uids or not opened.writable:
            return
        steps, moved, left = space.issue.archive.steps, dict[str, str](), list[str]()
        for article in filter(None, map(space.article, uids)):
            target = next((one for one in steps_on(article, steps) if step in ("", one)), "")
            lacking = self._lacking(article, steps, target) if target else tr("各步已走完")
            if lacking:
                left.append(tr("《{title}》{lacking}", title=within_title(_title(article)), lacking=lacking))
            else:
                moved[article.uid] = target
        summary = self._pass(moved) if moved else ""
        self._context.show_message(tr("；").join(filter(None, (summary, *_first(left)))))

    def ask_back(self, uids: tuple[str, ...]) -> None:
        """Ask to which step articles go back, and why."""
        opened, space = self._context.opened, self._context.opened.value
        if not opened.writable:
            return
        steps = space.issue.archive.steps
        articles = [one for one in filter(None, map(space.article, uids)) if steps_back(one, steps)]
        if not articles and uids:
            self._context.show_message(tr("还在第一步，没有更早的步骤可以退回"))
        if not articles:
            return
        furthest = max(articles, key=lambda one: steps.names.index(step_of(one, steps)))
        titles = tuple(map(_title, articles))
        self.dialog = dialog = SetBackDialog(titles, steps_back(furthest, steps), self._context.window)
        dialog.accepted.connect(lambda: self.take_back(uids, dialog.step.currentText(), dialog.word.text()))
        dialog.finished.connect(dialog.deleteLater)
        veil_while_open(self._context.window, dialog)

    def take_back(self, uids: tuple[str, ...], step: str, word: str) -> None:
        """Set articles back to a step that they have passed; the others stay where they are."""
        opened, steps = self._context.opened, self._context.opened.issue.archive.steps
        signoff = Signoff(step=step, name=self._session.author, at=dt.datetime.now(tz=dt.UTC), word=word.strip())
        found = [opened.value.article(uid) for uid in uids]
        later = tuple(one.uid for one in found if one and step in steps_back(one, steps))

        def change(now: Workspace) -> Workspace:
            return _each(now, dict.fromkeys(later, step), lambda one, _step: set_back(one, steps, signoff))

        failure = snapshot_before(opened, later, Reason.HANDED_OVER, name=mark_tr("退回"))
        label = tr("{n} 篇退回到“{step}”", n=len(later), step=step)
        if later and opened.apply(label, change):
            rest = len(uids) - len(later)
            stayed = tr("{n} 篇没有走到那一步之后，没有动", n=rest) if rest else ""
            message = (tr("{words}，Ctrl+Z 撤销", words=label), stayed, failure)
            self._context.show_message(tr("；").join(filter(None, message)))

    def _pass(self, moved: Mapping[str, str]) -> str:
        """Take articles to their steps, each kept as a version; return what is said of it."""
        opened, steps = self._context.opened, self._context.opened.issue.archive.steps
        name, now = self._session.author, dt.datetime.now(tz=dt.UTC)
        aims = sorted(set(moved.values()), key=steps.names.index)
        label = tr("{n} 篇过“{steps}”", n=len(moved), steps=tr("、").join(aims))
        failure = ""
        for aim in aims:
            uids = [uid for uid, step in moved.items() if step == aim]
            failure = snapshot_before(opened, uids, Reason.HANDED_OVER, name=aim) or failure
        done = opened.apply(
            label,
            lambda space: _each(space, moved, lambda one, step: pass_on(one, steps, step, name=name, at=now)),
        )
        return tr("；").join(filter(None, (tr("{words}，Ctrl+Z 撤销", words=label) if done else "", failure)))

    def _way(self, article: Article, steps: Steps) -> StepState:
        last, on = last_signoff(article, steps), steps_on(article, steps)
        writable = self._context.opened.writable
        return StepState(
            standing=standing(article, steps),
            names=steps.names,
            who=_who(last) if last else "",
            word=_word(last) if last else "",
            lacking=self._lacking(article, steps, on[0]) if on and writable else "",
            on=on if writable else (),
            back=writable and bool(steps_back(article, steps)),
            history=tuple(map(_line, reversed(article.archive.signoffs))),
        )

    def _lacking(self, article: Article, steps: Steps, step: str) -> str:
        return lacking_words(step, article_obstacles(article, steps, step, self._checks.findings))

    def _missing(self, article: Article, steps: Steps) -> tuple[str, ...]:
        """Return which facts are missing: what the checks say of them, and what the next step asks for."""
        found = [
            one.message
            for one in self._checks.findings
            if one.place.where == article.uid and one.place.field in _FACTS and one.level is not Level.INFO
        ]
        step = next(iter(steps_on(article, steps)), "")
        asked = article_obstacles(article, steps, step, ()) if step else ()
        return (*found, *(one.words for one in asked if one.kind in _ASKED))

    def _open(self) -> tuple[str, ...]:
        article = self._context.article.article
        return (article.uid,) if article else ()


def _each(space: Workspace, steps: Mapping[str, str], change: Callable[[Article, str], Article]) -> Workspace:
    for uid, step in steps.items():
        article = space.article(uid)
        space = put_article(space, change(article, step)) if article else space
    return space


def _first(summary: list[str]) -> tuple[str, ...]:
    """Return what is said of articles, cut short where it would fill the line."""
    rest = len(summary) - _MOST_TOLD
    return (*summary[:_MOST_TOLD], tr("另有 {n} 篇也没有动", n=rest)) if rest > 0 else tuple(summary)


def _title(article: Article) -> str:
    return article.title.text or tr("（无标题）")


def _who(signoff: Signoff) -> str:
    moment = moment_words(signoff.at, dt.datetime.now(tz=dt.UTC))
    reader = tr("责任校对 {name}", name=signoff.proofreader) if signoff.proofreader else ""
    return " · ".join(part for part in (signoff.name, moment, reader) if part)


def _word(signoff: Signoff) -> str:
    return tr("退回原因：{word}", word=signoff.word) if signoff.back else ""


def _line(signoff: Signoff) -> str:
    step = tr("退回到“{step}”", step=signoff.step) if signoff.back else tr("过“{step}”", step=signoff.step)
    return "　".join(filter(None, (step, _who(signoff), signoff.word)))


COMMANDS = CommandSet(
    WayCommands,
    (
        Command(
            name="steps.on",
            text=tr("过下一步"),
            english="Pass next step of review or proof",
            icon="state.proofed",
            keys=("Alt+Right",),
            places=(CommandGroup.ARTICLE.at(110), CommandMenu.STEPS.at(10), CommandMenu.ARTICLES.at(10)),
            writes=True,
            run=WayCommands.take_chosen_on,
        ),
        Command(
            name="steps.back",
            text=tr("退回修改…"),
            english="Set article back, return for changes",
            icon="review.return",
            keys=("Alt+Left",),
            places=(CommandGroup.ARTICLE.at(120), CommandMenu.STEPS.at(20), CommandMenu.ARTICLES.at(20)),
            writes=True,
            run=WayCommands.ask_chosen_back,
        ),
        Command(
            name="steps.filter",
            text=tr("按步骤筛选…"),
            english="Filter articles by step",
            places=(CommandGroup.ARTICLE.at(130), CommandMenu.STEPS.at(30)),
            run=WayCommands.ask_filter,
        ),
    ),
)
