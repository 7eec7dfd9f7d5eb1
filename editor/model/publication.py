"""A publication: its profile, sections, contacts, numbering rule and look; its credits: `credits.py`."""

import datetime as dt
from dataclasses import field
from enum import StrEnum

from editor.model.article_steps import HOUSE_STEPS, PROOF_STEPS, REVIEW_STEPS, Gate, Steps
from editor.model.credits import Credit
from editor.model.dataclass import dataclass
from editor.model.picture import Picture
from editor.model.points import USUAL_POINTS, Points
from editor.model.rule_levels import RuleLevels, RuleSet
from editor.model.uid import check_uid, new_uid
from editor.model.waiver import Waiver

LookValue = str | int | bool


class PageStart(StrEnum):
    """Where an article begins: as its section says, on a page of its own, or running on."""

    SECTION = "section"
    PAGE = "page"
    RUN_ON = "run_on"


class ContactKind(StrEnum):
    """Kind of a contact value; decides how it is checked and linked."""

    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    WEB = "web"
    CODE = "code"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A way to reach the board. value may be empty (a code to scan has a picture and a caption instead)."""

    label: str
    value: str = ""
    kind: ContactKind = ContactKind.OTHER
    picture: Picture | None = None
    caption: str = ""
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """A publisher presented in the back matter. dark_logo: for a dark ground, where there is one."""

    name: str
    english_name: str = ""
    logo: Picture | None = None
    dark_logo: Picture | None = None
    paragraphs: tuple[str, ...] = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The texts that every issue of a publication prints; an issue keeps its own copy.

    masthead_picture replaces the masthead's text on the cover; accent: #rrggbb, empty for the look's own.
    """

    masthead: str
    masthead_picture: Picture | None = None
    slogan: str = ""
    strapline: str = ""
    contents_heading: str = "本期要目"
    back_heading: str = "主编简介"
    notice_label: str = "声明"
    notice: str = ""
    publishers: tuple[Publisher, ...] = ()
    link_captions: tuple[str, ...] = ("扫描二维码可阅读或下载全文", "扫描二维码可阅读或下载原文件")
    link_label: str = "原文链接："
    source_label: str = "来源："
    accent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The appearance as data: settings by dotted name, sorted; lengths of pages in µm, type sizes in millipoints."""

    name: str
    settings: tuple[tuple[str, LookValue], ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError when settings are unsorted or repeat a name."""
        names = [name for name, _ in self.settings]
        if names != sorted(set(names)):
            raise ValueError("settings of a look are sorted by name and stand once each")


HOUSE = Look(name="house")
FILE_NAME = "〔刊名〕〔年〕年〔期〕（〔总期〕）"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRule:
    """A fixed section. colour: #rrggbb or empty; page_start: default for its articles after the first."""

    name: str
    colour: str = ""
    page_start: PageStart = PageStart.RUN_ON
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity or a default that refers to itself."""
        check_uid(self.uid)
        if self.page_start is PageStart.SECTION:
            raise ValueError("a section's own default is a page start or run-on")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberingRule:
    """Weekly on weekday (1 Monday to 7 Sunday); skipped: days without an issue; extra: days of additional ones.

    combined: days on which a 合刊 comes out, two numbers in one.
    """

    weekday: int = 1
    skipped: tuple[dt.date, ...] = ()
    extra: tuple[dt.date, ...] = ()
    combined: tuple[dt.date, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError for a weekday outside 1 to 7."""
        if not 1 <= self.weekday <= 7:
            raise ValueError(f"a weekday is 1 (Monday) to 7 (Sunday), not {self.weekday}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """The settings that each issue copies, with the publication's values at one moment."""

    profile: Profile
    sections: tuple[SectionRule, ...]
    credits: tuple[Credit, ...]
    contacts: tuple[Contact, ...]
    look: Look
    steps: Steps = HOUSE_STEPS


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A periodical with the settings that a new issue starts from.

    file_name: pattern of exported files (desk/naming.py); review_steps, proof_steps, skipping, gate: see `Steps`;
    approvers: names of the chief editors who may approve, empty for any; second_pair: not the one who edited last;
    waiting: the defaults before a change that no issue has yet; the next issue takes what differs from them;
    cleaning_off: ids of the rules of 整理 that it does not use; waivers: of findings, for all its issues;
    rule_set, rule_levels: which rules check its issues; points: of 采用通报.
    """

    profile: Profile
    sections: tuple[SectionRule, ...] = ()
    credits: tuple[Credit, ...] = ()
    contacts: tuple[Contact, ...] = ()
    numbering: NumberingRule = NumberingRule()
    look: Look = HOUSE
    file_name: str = FILE_NAME
    review_steps: tuple[str, ...] = REVIEW_STEPS
    proof_steps: tuple[str, ...] = PROOF_STEPS
    skipping: bool = False
    gate: Gate = Gate.NOTHING
    approvers: tuple[str, ...] = ()
    second_pair: bool = False
    waiting: Defaults | None = None
    cleaning_off: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    rule_set: RuleSet = RuleSet.BULLETIN
    rule_levels: RuleLevels = ()
    points: Points = USUAL_POINTS
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)

    @property
    def steps(self) -> Steps:
        """The steps of its articles."""
        return Steps(review=self.review_steps, proof=self.proof_steps, skipping=self.skipping, gate=self.gate)

    @property
    def defaults(self) -> Defaults:
        """The settings that an issue copies from it."""
        return Defaults(
            profile=self.profile,
            sections=self.sections,
            credits=self.credits,
            contacts=self.contacts,
            look=self.look,
            steps=self.steps,
        )
