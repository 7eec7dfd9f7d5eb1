"""The names of fields that may have been guessed."""

from collections.abc import Iterable
from types import MappingProxyType

from editor.model.language import tr
from editor.model.origin import ManuscriptField

FIELD_NAMES = MappingProxyType(
    {
        ManuscriptField.TITLE: tr("标题"),
        ManuscriptField.SUBTITLE: tr("副题"),
        ManuscriptField.SOURCE: tr("来源"),
        ManuscriptField.LINK: tr("链接"),
        ManuscriptField.PUBLISHED: tr("发布日期"),
        ManuscriptField.TAGS: tr("标签"),
        ManuscriptField.EDITOR: tr("责任编辑"),
    }
)


def guess_names(fields: Iterable[ManuscriptField]) -> str:
    """Return the names of fields as a list in words."""
    return tr("、").join(FIELD_NAMES[field] for field in fields)
