"""Checks that no line is lost: every line is looked for in the issue that was read."""

from collections.abc import Iterable

from editor.intake.past_issue.forms import named_source
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.listed import without_mark
from editor.intake.past_issue.reading_types import Unplaced
from editor.model.article import Article
from editor.model.block_texts import block_texts
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Profile
from editor.text.characters import fold

_MARKUP = str.maketrans("", "", "*<>＜＞|")


def missing_lines(lines: Lines, issue: Issue, *, known: str) -> tuple[Unplaced, ...]:
    """Return the lines whose text is nowhere in the issue. known: further text that the reader understood."""
    whole = fold(_issue_text(issue) + known).translate(_MARKUP)
    return unplaced_lines(line for line in lines if not _stands(line, whole))


def unplaced_lines(lines: Iterable[SourceLine]) -> tuple[Unplaced, ...]:
    """Return lines as such that have no place."""
    reason = tr("未能归入任何一处")
    return tuple(Unplaced(line=line.number, text=line.text, reason=reason) for line in lines)


def _stands(line: SourceLine, whole: str) -> bool:
    key = line.key.translate(_MARKUP)
    source = named_source(line.text)
    if key in whole or (source and fold(source).translate(_MARKUP) in whole):
        return True
    # the model does not keep the marks that separate cells and begin list items
    bare = without_mark(line.text).replace("|", "\t")
    parts = [fold(part).translate(_MARKUP).lstrip("•●■◆▪-·:") for part in bare.split("\t")]
    return all(part.strip("+-") in whole for part in parts)


def _issue_text(issue: Issue) -> str:
    credits_ = "\n".join(credit.role + "".join(name.text for name in credit.names) for credit in issue.credits)
    contacts = "\n".join(contact.label + contact.value + contact.caption for contact in issue.contacts)
    articles = "\n".join(map(_article_text, issue.articles()))
    sections = "\n".join(section.name for section in issue.sections)
    return "\n".join((_profile_text(issue.profile), issue.headline.text, credits_, contacts, sections, articles))


def _profile_text(profile: Profile) -> str:
    publishers = "\n".join(
        "\n".join((one.name, one.english_name, "".join(one.paragraphs))) for one in profile.publishers
    )
    notice = f"{profile.notice_label}:{profile.notice}"
    names = (profile.masthead, profile.slogan, profile.strapline, profile.contents_heading, profile.back_heading)
    return "\n".join((*names, notice, publishers))


def _article_text(article: Article) -> str:
    body = "".join(text for block in article.blocks for text in block_texts(block))
    source = f"（来源：{article.source}）来源：{article.source}"
    sources = "".join(f"来源：{block_text}" for block in article.blocks for block_text in block_texts(block)[-1:])
    link = f"{article.link_caption}\n{article.link}"
    return "\n".join((article.title.text, article.contents_line, article.subtitle, body + source, sources, link))
