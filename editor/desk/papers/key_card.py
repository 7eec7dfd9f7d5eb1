"""密钥指纹卡: a chief editor's fingerprint on paper, for those who confirm it, and what to do if the key is lost."""

import datetime as dt

from editor.desk.papers.heading import foot
from editor.desk.review.enrolling import key_in_use
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.office import Office
from editor.document.papers import CardPart, KeyCard, PaperHeading
from editor.model.approval import Introduction
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.number import date_label

_CONFIRMING = (
    "指纹是签发密钥的号码。每台要核验签发的电脑，核对一次就够。",
    "用打电话、当面等另外的办法，请持有人照这张卡从左到右逐组念；只凭邮件、聊天里传来的数字不能确认。",
    "在“审批 → 签发人与密钥 → 核对指纹”里照念的输入。每组第五位是校验数，念错、抄错会立刻提示是哪一组。",
    "有一组不同，就不要确认：先换一个途径再问；仍然不同，这把密钥不可信。",
)
_LOST = (
    "丢了密钥文件、忘了口令：都无法找回。在“签发人与密钥”里更换密钥；以前签发的照旧作数。",
    "更换时由旧密钥或另一位已确认的总编辑作保，各台电脑自动认新密钥；没有人作保，就用新卡在每台电脑上重新核对。",
    "密钥可能落到别人手里：立刻更换，并在每台电脑上撤销对旧密钥的确认。旧密钥此后签的一律不作数。",
    "密钥文件另存一份，与口令、与这张卡分开放。这张卡可以公开，它签不了任何东西。",
)


def key_card(one: Introduction, made: dt.datetime, *, masthead: str = "") -> KeyCard:
    """Return the card of a key. made: local time; masthead: of the publication or the office, empty for none."""
    return KeyCard(
        heading=PaperHeading(
            masthead=masthead,
            name="密钥指纹卡",
            line=(f"登记于 {date_label(one.at.astimezone().date())}",),
            made=made,
            aside=f"印于 {date_label(made.date())}",
            foot=foot(made),
        ),
        holder=one.name,
        groups=tuple(fingerprint(one.key).split()),
        parts=(
            CardPart(name="怎样确认", lines=_CONFIRMING),
            CardPart(name="密钥丢了怎么办", lines=_LOST),
        ),
    )


def key_card_pdf(office: Office, name: str, made: dt.datetime) -> bytes:
    """Return the card of the key that a person signs with now. Raises UserError where the library has none."""
    from editor.pages.papers import set_paper

    one = key_in_use(office, name)
    if one is None:
        raise UserError(tr("刊库里没有{name}的密钥，请先生成或导入。", name=name))
    mastheads = [one.profile.masthead for one in office.library.publications()]
    return set_paper(key_card(one, made, masthead=mastheads[0] if len(mastheads) == 1 else ""))
