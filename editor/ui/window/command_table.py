"""All commands of the window. A feature's own stand in its folder; a new feature adds a line here."""

from editor.ui.abridging import commands as abridging
from editor.ui.archive import commands as archive
from editor.ui.article import object_commands, step_commands
from editor.ui.balancing import commands as balancing
from editor.ui.body import footnote_commands, text_commands
from editor.ui.charts import commands as charts
from editor.ui.checks import commands as checks
from editor.ui.cleaning import commands as cleaning
from editor.ui.collating import commands as collating
from editor.ui.commands.command import CommandTable
from editor.ui.export import commands as export
from editor.ui.find import commands as find
from editor.ui.find import library_commands
from editor.ui.instructions import commands as instructions
from editor.ui.intake import collect_commands, inbox_commands, original_commands
from editor.ui.intake import commands as intake
from editor.ui.new_issue import commands as new_issue
from editor.ui.outline import commands as outline
from editor.ui.outline import section_menu
from editor.ui.pages import commands as pages
from editor.ui.palette import commands as palette
from editor.ui.papers import commands as papers
from editor.ui.profile import commands as profile
from editor.ui.reading import commands as reading
from editor.ui.reading import note_commands
from editor.ui.registers import commands as registers
from editor.ui.review import commands as review
from editor.ui.review import proof_commands
from editor.ui.settings_dialog import commands as settings
from editor.ui.statistics import commands as statistics
from editor.ui.tables import commands as tables
from editor.ui.tracking import commands as tracking
from editor.ui.versions import commands as versions
from editor.ui.welcome import commands as welcome
from editor.ui.window import layout_commands
from editor.ui.work import commands as work

_FEATURES = (
    *(welcome, new_issue, work, export, balancing, profile),
    *(outline, section_menu, intake, collect_commands, inbox_commands, original_commands, abridging),
    *(step_commands, versions),
    *(text_commands, footnote_commands, object_commands, charts, tables),
    *(find, library_commands, archive, cleaning),
    *(registers, tracking, collating, review, proof_commands, papers, instructions, statistics, reading, note_commands),
    *(checks, pages, layout_commands, palette, settings),
)
COMMANDS = CommandTable(tuple(one.COMMANDS for one in _FEATURES))
