"""What is done to a Word file's article once it is read: codes become links, drawings of Office pictures."""

from dataclasses import dataclass, replace

from editor.intake.manuscript import IncomingPicture, ManuscriptField
from editor.intake.word.codes import code_addresses
from editor.intake.word.composing import Draft
from editor.intake.word.losses import Account, Loss
from editor.intake.word.vectors import with_vectors
from editor.model.block_kinds import figures_in
from editor.model.language import tr
from editor.model.notes import Note
from editor.system.watching import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. stages: the article before each author's changes."""

    draft: Draft
    notes: tuple[Note, ...]
    stages: list[Draft]
    pictures: tuple[IncomingPicture, ...]
    account: Account
    said: tuple[str, ...] = ()


def finished(reading: Reading, watch: Watch = unwatched) -> Reading:
    """Return what was read with codes as links and drawings of Office drawn."""
    return _with_drawings(_with_codes(reading), watch)


def _with_drawings(reading: Reading, watch: Watch) -> Reading:
    """Return what was read with EMF and WMF drawings kept beside pictures of them."""
    originals, pictures, drawn = with_vectors(reading.pictures, watch)
    if not originals:
        return reading
    reading.account.note(Loss.DRAWN, drawn)
    reading.account.note(Loss.UNDRAWN, len(originals) - drawn)

    def kept(draft: Draft) -> Draft:
        blocks = draft.blocks
        figures = {
            one.uid: replace(one, original=originals[one.uid]) for one in figures_in(blocks) if one.uid in originals
        }
        return replace(draft, blocks=tuple(figures.get(block.uid, block) for block in blocks))

    return replace(
        reading, draft=kept(reading.draft), stages=[kept(stage) for stage in reading.stages], pictures=pictures
    )


def _with_codes(reading: Reading) -> Reading:
    """Return what was read with the last code to scan as the link; other codes stay pictures."""
    shown = {one.uid for one in figures_in(reading.draft.blocks)}
    codes = code_addresses(one for one in reading.pictures if one.figure in shown)
    known = reading.draft.link
    fitting = [figure for figure, address in codes.items() if not known or address == known]
    if not fitting:
        return reading
    figure, address = fitting[-1], codes[fitting[-1]]
    said = tr("二维码读成了原文链接 {address}，二维码图片没有另外放入。", address=address)

    def linked(draft: Draft) -> Draft:
        found = next((one for one in figures_in(draft.blocks) if one.uid == figure), None)
        beside = draft.link_caption or (found.caption if found else "")
        blocks = tuple(block for block in draft.blocks if block.uid != figure)
        guessed = draft.guessed if known else draft.guessed | {ManuscriptField.LINK}
        return replace(draft, link=address, link_caption=beside, blocks=blocks, guessed=guessed)

    return replace(
        reading,
        draft=linked(reading.draft),
        stages=[linked(stage) for stage in reading.stages],
        pictures=tuple(one for one in reading.pictures if one.figure != figure),
        said=(*reading.said, said),
    )
