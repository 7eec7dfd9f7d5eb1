"""检查: the rule set, and each rule at the publication's own level, by group, found by typing."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from editor.checks.registry import RULES
from editor.checks.rule import GROUPS, Rule
from editor.checks.rule_sets import SET_NAMES, set_reason
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.rule_levels import RuleLevel, RuleSet, with_rule_level
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.kit.widgets import application, label
from editor.ui.profile.form import Form, ShownProfile
from editor.ui.profile.rule_list import LEVEL_WORDS, RuleList, RuleRow
from editor.ui.theme.apply import current_theme
from editor.ui.theme.icons import icon

_LIST_HEIGHT = 440
_REASON_LINES = 44


class CheckingForm(Form):
    """A rule's level is changed in the list, by its menu or by keys; its reason stands below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("检查"), parent)
        self.rule_set = ChoiceField(tr("规则集"), tuple(SET_NAMES.items()))
        self.seek = QLineEdit()
        self.rules = RuleList()
        self.reason = label("", role="small", ink="text2")
        self.group_back, self.all_back = QPushButton(tr("恢复本组")), QPushButton(tr("全部恢复"))
        self._publication: Publication | None = None
        self._build()
        self._connect()

    def show_publication(self, shown: ShownProfile) -> None:
        self._publication = one = shown.publication
        self.rule_set.show_key(one.rule_set)
        self.rules.show_levels(one.rule_set, one.rule_levels)
        self.all_back.setEnabled(bool(one.rule_levels))
        self._show_reason(self.rules.current)

    def _build(self) -> None:
        self.seek.setPlaceholderText(tr("按名称、依据查找规则"))
        self.seek.setAccessibleName(tr("按名称、依据查找规则"))
        self.seek.setClearButtonEnabled(True)
        theme = current_theme(application())
        self.seek.addAction(icon("search", theme, size=16, token="text3"), QLineEdit.ActionPosition.LeadingPosition)
        leave_undo_to_window(self.seek)
        self.rules.setFixedHeight(_LIST_HEIGHT)
        self.reason.setWordWrap(True)
        self.reason.setMinimumHeight(_REASON_LINES)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.row(tr("规则集"), self.rule_set)
        self.note(tr("规则集定下每条规则查不查、多严；下面可以逐条改。错误挡住签发，警告和提示不挡。"))
        self.wide(self.seek)
        self.wide(self.rules)
        self.wide(self.reason)
        self.note(tr("1 错误　2 警告　3 提示　0 不查　退格键 照规则集　右键或双击 选择"))
        self.row("", self.group_back, self.all_back)

    def _connect(self) -> None:
        self.rule_set.chosen.connect(self._on_set_chosen)
        self.seek.textChanged.connect(self.rules.seek)
        self.seek.returnPressed.connect(self.rules.setFocus)
        self.rules.level_wanted.connect(self._on_level_wanted)
        self.rules.current_changed.connect(self._show_reason)
        self.group_back.clicked.connect(self._on_group_back)
        self.all_back.clicked.connect(
            lambda: self.edit(tr("检查规则全部恢复"), lambda now: replace(now, rule_levels=()))
        )

    def _on_set_chosen(self, rule_set: RuleSet) -> None:
        words = tr("规则集改为“{name}”", name=SET_NAMES[rule_set])
        self.edit(words, lambda now: replace(now, rule_set=rule_set))

    def _on_level_wanted(self, rule: Rule, level: RuleLevel | None) -> None:
        word = LEVEL_WORDS[level] if level else tr("照规则集")
        self.edit(
            tr("规则“{title}”改为“{level}”", title=rule.title, level=word),
            lambda now: replace(now, rule_levels=with_rule_level(now.rule_levels, rule.id, level)),
        )

    def _on_group_back(self) -> None:
        row = self.rules.current
        group = row.rule.group if row else ""
        own = {rule.id for rule in RULES if rule.group == group}
        self.edit(
            tr("“{group}”各条照规则集", group=GROUPS.get(group, "")),
            lambda now: replace(now, rule_levels=tuple(one for one in now.rule_levels if one[0] not in own)),
        )

    def _show_reason(self, row: RuleRow | None) -> None:
        one = self._publication
        group = row.rule.group if row else ""
        changed = {rule for rule, _ in one.rule_levels} if one else set()
        self.group_back.setEnabled(any(rule.id in changed for rule in RULES if rule.group == group))
        self.group_back.setText(tr("恢复“{group}”", group=GROUPS[group]) if group else tr("恢复本组"))
        if row is None or one is None:
            self.reason.setText("")
            return
        parts = (row.rule.why, set_reason(row.rule, one.rule_set))
        why = tr("；").join(dict.fromkeys(part for part in parts if part)) or tr("行业习惯")
        self.reason.setText(tr("依据：{why}", why=why))
        self.reason.setToolTip(row.rule.id)
