"""The facts of an article as fields: label and value in two columns, then its tags."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from editor.desk.used_words import UsedWords
from editor.model.article import Article
from editor.model.credits import NameKind
from editor.model.edits import INBOX, PENDING
from editor.model.guesses import accepted, open_guesses
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.origin import ManuscriptField
from editor.model.publication import PageStart
from editor.text.dates import read_date
from editor.text.regions import regions
from editor.ui.article.facts_grid import FactsGrid
from editor.ui.article.facts_line import STARTS
from editor.ui.article.guess_mark import GuessMark
from editor.ui.article.tags_field import TagsField
from editor.ui.kit.completion import Completion
from editor.ui.kit.cut_buttons import CutChoice
from editor.ui.kit.fact_field import FactField
from editor.ui.kit.person_field import PersonField
from editor.ui.kit.widgets import unmoved_by_wheel
from editor.ui.theme.apply import set_style
from editor.ui.theme.tokens import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEdit:
    """A change of an article's facts. name: of the step; article: with the change; step: as of `IssueHistory.apply`."""

    name: str
    article: Article
    step: str


class FactsEditor(QWidget):
    """Shows and changes the facts of one article."""

    edited = Signal(object)
    section_wanted = Signal(str)
    left = Signal()
    message = Signal(str)

    def __init__(self, theme: Theme, words: Callable[[], UsedWords], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._writable = False
        self._issue: Issue | None = None
        self._words = words
        self.source, self.editor = FactField(tr("来源")), PersonField(tr("责任编辑"), self._known_people)
        self.proofreader = PersonField(tr("责任校对"), self._known_people)
        self.link, self.published = FactField(tr("链接")), FactField(tr("发布日期"), tr("如 2025-01-06"))
        self.caption, self.contents = (
            FactField(tr("链接说明"), tr("随刊物设置")),
            FactField(tr("目录标题"), tr("与标题相同")),
        )
        self.subtitle = FactField(tr("副题"), tr("无"))
        self.start, self.section = _choice(tr("起页")), _choice(tr("栏目"))
        self.tags = TagsField(theme, lambda: (*words().tags, *(one.name for one in regions())))
        self._guessable = {
            ManuscriptField.SOURCE: self.source,
            ManuscriptField.LINK: self.link,
            ManuscriptField.PUBLISHED: self.published,
            ManuscriptField.SUBTITLE: self.subtitle,
            ManuscriptField.EDITOR: self.editor,
            ManuscriptField.TAGS: self.tags.field,
        }
        self.guesses = {name: GuessMark(name, field) for name, field in self._guessable.items()}
        self._build()
        self._connect()

    def show_facts(self, article: Article, issue: Issue, section: str, *, writable: bool) -> None:
        """Show an article's facts. section: uid of the one it stands in, PENDING for 待编."""
        other = self._article is None or self._article.uid != article.uid
        self._article, self._issue = article, issue
        archive = article.archive
        for who in (self.editor, self.proofreader) if other else ():
            who.give_up()
        for field, text in (
            (self.source, article.source),
            (self.editor, archive.editor),
            (self.proofreader, archive.proofreader),
            (self.link, article.link),
            (self.caption, article.link_caption),
            (self.contents, article.contents_title),
            (self.subtitle, article.subtitle),
        ):
            field.show_text(text)
            field.setReadOnly(not writable)
        if other or not self.published.hasFocus():
            self._show_date(archive.published)
        self.published.setReadOnly(not writable)
        self.tags.show_tags(archive.tags, writable=writable)
        self._writable = writable
        self._show_guesses()
        self._show_choices(article, issue, section, writable=writable)

    def keep(self, article: Article) -> None:
        """Take the article as title and body have changed it: the next fact is written into this one."""
        self._article = article

    def accept_guesses(self, fields: Iterable[ManuscriptField]) -> None:
        """Take guesses for true."""
        if self._article:
            self._tell(tr("认可猜的"), accepted(self._article, fields))
            self._show_guesses()

    def _show_guesses(self) -> None:
        still = open_guesses(self._article) if self._article and self._writable else ()
        for name, mark in self.guesses.items():
            self._guessable[name].show_beside(mark, on=name in still)

    def _build(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(8)
        fields = (
            *(self.source, self.editor, self.link, self.start, self.caption, self.contents),
            *(self.section, self.published, self.subtitle, self.proofreader),
        )
        stack.addWidget(FactsGrid(fields))
        stack.addWidget(self.tags)

    def _connect(self) -> None:
        self._bind(self.source, tr("改来源"), lambda article, text: replace(article, source=text))
        self._bind(self.link, tr("改链接"), lambda article, text: replace(article, link=text.strip()))
        self._bind(self.caption, tr("改链接说明"), lambda article, text: replace(article, link_caption=text))
        self._bind(self.contents, tr("改目录标题"), lambda article, text: replace(article, contents_title=text))
        self._bind(self.subtitle, tr("改副题"), lambda article, text: replace(article, subtitle=text))
        self._bind(
            self.editor,
            tr("改责任编辑"),
            lambda article, text: replace(article, archive=replace(article.archive, editor=text)),
        )
        self._bind(
            self.proofreader,
            tr("改责任校对"),
            lambda article, text: replace(article, archive=replace(article.archive, proofreader=text)),
        )
        for who in (self.editor, self.proofreader):
            who.refused.connect(self.message)
        for field, guess in self.guesses.items():
            guess.clicked.connect(lambda _on, field=field: self.accept_guesses((field,)))
        self.published.written.connect(self._on_date_written)
        self.published.left.connect(self._on_date_left)
        self.tags.edited.connect(self._on_tags_edited)
        self.start.activated.connect(self._on_start_chosen)
        self.section.activated.connect(lambda _row: self.section_wanted.emit(self.section.currentData()))
        Completion(self.source, lambda: self._words().sources, self.source.write, aliases=lambda: self._words().aliases)
        Completion(self.proofreader, self._editors, self.proofreader.write)
        Completion(self.editor, self._editors, self.editor.write)
        Completion(self.caption, self._captions, self.caption.write)

    def _bind(self, field: FactField, name: str, change: Callable[[Article, str], Article]) -> None:
        def write(text: str) -> None:
            if self._article:
                self._tell(name, change(self._article, text), step=f"{name}:{self._article.uid}")

        field.written.connect(write)
        field.left.connect(self.left)

    def _tell(self, name: str, article: Article, *, step: str = "") -> None:
        if article != self._article:
            self._article = article
            self._show_guesses()
            self.edited.emit(FactEdit(name=name, article=article, step=step))

    def _editors(self) -> tuple[str, ...]:
        """Return whom register and articles name, then who else stands on the credits page."""
        return tuple(dict.fromkeys((*self._words().editors, *self._credited())))

    def _known_people(self) -> frozenset[str]:
        return frozenset((*self._words().people, *self._credited()))

    def _credited(self) -> tuple[str, ...]:
        roles = self._issue.credits if self._issue else ()
        people = (one for one in roles if one.kind is NameKind.PERSON)
        return tuple(name.text for one in people for name in (*one.names, *one.rota))

    def _captions(self) -> tuple[str, ...]:
        return self._issue.profile.link_captions if self._issue else ()

    def _on_tags_edited(self, tags: tuple[str, ...]) -> None:
        if self._article:
            self._tell(tr("改标签"), replace(self._article, archive=replace(self._article.archive, tags=tags)))
            self.tags.show_tags(tags, writable=True)

    def _on_start_chosen(self, row: int) -> None:
        if self._article:
            self._tell(tr("改起页"), replace(self._article, page_start=PageStart(self.start.itemData(row))))

    def _on_date_written(self, text: str) -> None:
        date = self._date(text)
        set_style(self.published, state="" if date or not text.strip() else "error")
        if self._article and (date or not text.strip()):
            archive = replace(self._article.archive, published=date)
            self._tell(tr("改发布日期"), replace(self._article, archive=archive), step=f"date:{self._article.uid}")

    def _on_date_left(self) -> None:
        text = self.published.text().strip()
        if text and self._date(text) is None:
            self.message.emit(tr("“{text}”不是日期，没有改。请写成 2025-01-06 或 2025年1月6日。", text=text))
        if self._article:
            self._show_date(self._article.archive.published)
        self.left.emit()

    def _date(self, text: str) -> dt.date | None:
        return read_date(text, year=self._issue.date.year) if self._issue else None

    def _show_date(self, date: dt.date | None) -> None:
        set_style(self.published, state="")
        self.published.show_text(date.isoformat() if date else "")

    def _show_choices(self, article: Article, issue: Issue, section: str, *, writable: bool) -> None:
        default = next((one.page_start for one in issue.sections if one.uid == section), PageStart.RUN_ON)
        starts = [(tr("{starts}（栏目默认）", starts=STARTS[default]), PageStart.SECTION)]
        starts += [(words, start) for start, words in STARTS.items()]
        _fill(self.start, starts, article.page_start)
        places = [(one.name, one.uid) for one in issue.sections]
        aside = [(tr("待编"), PENDING), *([(tr("收件"), INBOX)] if section == INBOX else [])]
        _fill(self.section, [*places, *aside], section)
        for choice in (self.start, self.section):
            choice.setEnabled(writable)


def _choice(name: str) -> QComboBox:
    made = CutChoice()
    made.setAccessibleName(name)
    made.setProperty("small", "true")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_style(made, kind="quiet")
    unmoved_by_wheel(made)
    return made


def _fill(choice: QComboBox, rows: Sequence[tuple[str, str]], chosen: str) -> None:
    now = [(choice.itemText(row), choice.itemData(row)) for row in range(choice.count())]
    if now != list(rows):
        choice.clear()
        for words, value in rows:
            choice.addItem(words, value)
    choice.setCurrentIndex(choice.findData(chosen))
