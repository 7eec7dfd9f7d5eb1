"""A body while it is cut into articles."""

from dataclasses import dataclass, field, replace

from editor.intake.past_issue.contents import Entry
from editor.intake.past_issue.forms import PREFACE
from editor.intake.past_issue.lines import SourceLine
from editor.intake.past_issue.reading_types import Doubt
from editor.intake.past_issue.structure import PLAIN_LOOK, LineLook
from editor.model.article import Title
from editor.model.language import tr

ALONE = "正文"


@dataclass(slots=True)
class Found:
    """An article's lines. section: its index; contents_title: as the contents print it, empty without contents.

    author: whom the contents name behind the title.
    """

    section: int
    title: Title
    contents_title: str
    title_lines: tuple[SourceLine, ...]
    lines: list[SourceLine] = field(default_factory=list)
    author: str = ""

    @property
    def look(self) -> LineLook:
        """What its title looks like, in a file with looks."""
        form = self.title_lines[0].form
        return form.look if form else PLAIN_LOOK


@dataclass(slots=True)
class Cut:
    """A body in articles. before: lines above the first one; named: lines that only repeat a section's name."""

    sections: list[str]
    found: list[Found] = field(default_factory=list)
    before: list[SourceLine] = field(default_factory=list)
    named: list[SourceLine] = field(default_factory=list)
    missing: tuple[Entry, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)
    section: int = -1

    def name_section(self, name: str, line: SourceLine) -> int:
        """Begin a section, a known one or another; return its index."""
        if name not in self.sections:
            self.sections.append(name)
        self.section = self.sections.index(name)
        self.named.append(line)
        if line.guessed:
            self.doubt(line, tr("这一行按栏目名收下，请核对"))
        return self.section

    def begin_untitled(self, name: str, line: SourceLine) -> None:
        """Begin an article that has no title but its section's name."""
        self.begin(Found(self.section, Title(text=name), "", (line,)))
        self.doubt(line, tr("这个栏目下面没有标题，按栏目名作一篇，请核对"))

    def with_preface(self) -> "Cut":
        """Return it with an editor's word above the first article as an article of its own."""
        first = self.before[0] if self.before else None
        match = PREFACE.match(first.text) if first and first.told is None else None
        if first is None or match is None or not self.found:
            return self
        name = "编者按" if match[1] == "按" else match[1]
        head = replace(first, text=name)
        alone = PREFACE.fullmatch(first.text)
        made = Found(
            section=self.sections.index(match[1]) if match[1] in self.sections else self.found[0].section,
            title=Title(text=name),
            contents_title="",
            title_lines=(first,) if alone else (head,),
            lines=self.before[1:] if alone else self.before,
        )
        self.doubt(first, tr("第一篇上面的“{title}”单独作一篇，请核对", title=name))
        self.found, self.before = [made, *self.found], []
        return self

    def without_empty(self) -> "Cut":
        """Return it without the section that stands for none, where the body names those of all articles."""
        if self.sections[:1] == [ALONE] and len(self.sections) > 1 and all(one.section for one in self.found):
            self.sections = self.sections[1:]
            for one in self.found:
                one.section -= 1
        return self

    def begin(self, title: Found) -> None:
        """Add an article; its section may be one that an editor chose."""
        chosen = title.title_lines[0].section
        if chosen:
            if chosen not in self.sections:
                self.sections.append(chosen)
            title.section = self.sections.index(chosen)
        self.found.append(title)

    def add(self, line: SourceLine) -> None:
        """Add a line to the last article."""
        (self.found[-1].lines if self.found else self.before).append(line)

    def doubt(self, line: SourceLine, reason: str) -> None:
        """Remember a line to be looked at; what an editor has said needs no second look."""
        if line.told is None:
            self.doubts.append(Doubt(line=line.number, text=line.text, reason=reason))
