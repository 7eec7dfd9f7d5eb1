"""The parts before and behind the articles by their names, without their forms."""

from editor.model.front_changes import Difference, FrontPart
from editor.model.language import tr

CREDITS, BACK, COVER = "credits", "back", "cover"
NAMES = {CREDITS: tr("版权页"), BACK: tr("封底"), COVER: tr("封面")}


def part_of(difference: Difference) -> str:
    """Return the part that shows a difference."""
    back = difference.part is FrontPart.PUBLISHERS or difference.key == "back_heading"
    return BACK if back else CREDITS
