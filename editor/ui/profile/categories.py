"""The categories of 刊物设置: what each sets, and where that shows."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from editor.model.language import tr
from editor.model.publication import Profile, Publication
from editor.ui.profile.live_pages import PreviewPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """part: of the issue, that shows what is set; value: what of a publication is set here."""

    title: str
    icon: str
    part: PreviewPart
    value: Callable[[Publication], object]


CATEGORIES = {
    "masthead": Category(
        title=tr("报头"), icon="profile.masthead", part=PreviewPart.COVER, value=lambda now: _words(now.profile)
    ),
    "sections": Category(title=tr("栏目"), icon="block.list", part=PreviewPart.BODY, value=lambda now: now.sections),
    "credits": Category(
        title=tr("角色与联系方式"),
        icon="part.credits",
        part=PreviewPart.CREDITS,
        value=lambda now: (now.credits, now.contacts, now.profile.notice),
    ),
    "back": Category(
        title=tr("封底"), icon="part.back", part=PreviewPart.BACK, value=lambda now: now.profile.publishers
    ),
    "numbering": Category(
        title=tr("编号"), icon="profile.numbering", part=PreviewPart.COVER, value=lambda now: now.numbering
    ),
    "look": Category(
        title=tr("版式"), icon="publication", part=PreviewPart.BODY, value=lambda now: (now.look, now.profile.accent)
    ),
    "links": Category(
        title=tr("链接与二维码"), icon="meta.qr", part=PreviewPart.BODY, value=lambda now: now.profile.link_captions
    ),
    "files": Category(title=tr("文件名"), icon="article", part=PreviewPart.COVER, value=lambda now: now.file_name),
    "checking": Category(
        title=tr("检查"),
        icon="check.run",
        part=PreviewPart.BODY,
        value=lambda now: (now.rule_set, now.rule_levels),
    ),
    "review": Category(title=tr("审批"), icon="review.approve", part=PreviewPart.BODY, value=lambda now: now.steps),
}


def _words(profile: Profile) -> Profile:
    """Return what of a profile is set with the masthead: all but what other categories show."""
    return replace(profile, notice="", publishers=(), accent="", link_captions=())


def printed_of(publication: Publication) -> Publication:
    """Return a publication without what no page shows."""
    bare = Publication(profile=publication.profile, uid=publication.uid)
    return replace(
        publication,
        file_name=bare.file_name,
        numbering=bare.numbering,
        rule_set=bare.rule_set,
        rule_levels=(),
        review_steps=(),
        proof_steps=(),
        skipping=bare.skipping,
        gate=bare.gate,
        waiting=None,
    )
