"""审批: proof of what was approved, the log, and whose keys count here."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from editor.desk.fonts import look_fonts
from editor.desk.formats import PACKAGE_FILES
from editor.desk.pictures import picture_bytes
from editor.desk.printable_issue import PrintableIssue
from editor.desk.review.approvals import current, kept_file
from editor.desk.review.held import Held
from editor.interchange.codec import decode
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.pages.reports import PagesRequest
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import NOT_NOW, issue_open
from editor.ui.kit.failures import show_failure
from editor.ui.pages.bridge import pages_request
from editor.ui.work.review_context import ReviewContext

if TYPE_CHECKING:
    from editor.pages.pairs import Pairs
    from editor.ui.review.verify_dialog import VerifyDialog

# the dialogs are loaded when they are asked for: the start needs none of them, nor the readers of Word files


class ProofCommands(DialogOwner):
    """Acts in one window."""

    def __init__(self, context: WindowContext, board: ReviewContext, show: Callable[[], None]) -> None:
        """show: has the window say again where the open issue stands."""
        super().__init__(context.window)
        self._context, self._session, self._board, self._bridge = context, context.session, board, context.bridge
        self._show = show

    def verify(self) -> None:
        """Verify the open issue, and offer to verify more."""
        self._verify().check_issue()

    def verify_files(self, files: Sequence[Path]) -> None:
        """Verify files."""
        self._verify().check_files(list(files))

    def take_dropped(self, urls: Sequence[QUrl], take: Callable[[tuple[Path, ...]], None]) -> None:
        """Take dropped files; of those that can be imported and verified the user says which (packages)."""
        from editor.ui.review.package_dialog import PackageDialog

        files = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        packages = tuple(one for one in files if PACKAGE_FILES.matches(one))
        rest = tuple(one for one in files if one not in packages)
        if rest:
            take(rest)
        if packages:
            dialog = PackageDialog(packages, self._context.window)
            dialog.import_wanted.connect(lambda: take(packages))
            dialog.proof_wanted.connect(lambda: self._verify().check_files(packages))
            self.ask(dialog)

    def show_log(self) -> None:
        """Show who did what."""
        from editor.ui.review.log_dialog import LogDialog

        dialog = LogDialog(self._board, self._context.window)
        dialog.changed.connect(self._show)
        self.ask(dialog)

    def show_keys(self) -> None:
        """Show people and keys."""
        from editor.ui.review.keys_dialog import KeysDialog

        dialog = KeysDialog(self._board, self._context.window)
        dialog.changed.connect(self._show)
        self.ask(dialog)

    def compare(self) -> None:
        """Show what was approved beside what the issue is now."""
        from editor.ui.review.compare_dialog import CompareDialog

        printable = self._context.opened.printable
        try:
            one, was = self._approved(printable.issue)
            before = self._request(replace(printable, edition=one.approval.revision), was)
        except UserError as error:
            show_failure(self._context.window, tr("没有对照成"), str(error))
            return
        review, run = self._session.library.review, self._bridge.run
        make = _pairing(before, pages_request(printable), kept_file(review.released, one.approval.pdf) or b"")
        seen = review.seen_pages(one.digest)
        self.ask(CompareDialog(one.approval, make, run, seen=seen, parent=self._context.window))

    def _approved(self, issue: Issue) -> tuple[Held, Issue]:
        """Return an issue's last approval and what it approved. Raises UserError where either is gone."""
        review = self._session.library.review
        one = current(review, issue.uid)
        content = kept_file(review.released, one.approval.content) if one else None
        if one is None or content is None:
            raise UserError(tr("签发的内容不在刊库里，无从对照。"))
        return one, decode(Issue, content)

    def _verify(self) -> "VerifyDialog":
        from editor.ui.review.verify_dialog import VerifyDialog

        dialog = VerifyDialog(self._board, self._bridge.run, self._context.window)
        self.ask(dialog)
        return dialog

    def _request(self, printable: PrintableIssue, issue: Issue) -> PagesRequest:
        library = self._session.library
        was = replace(printable, issue=issue, pictures=picture_bytes(issue, library), fonts=look_fonts(issue, library))
        return pages_request(was)


def _pairing(before: PagesRequest, after: PagesRequest, signed: bytes) -> "Callable[[], Pairs]":
    def make() -> "Pairs":
        # typesetter and rasteriser are loaded in the pages' thread, not at the window's start
        from editor.pages.pairs import page_pairs

        return page_pairs(before, after, signed=signed)

    return make


COMMANDS = CommandSet(
    ProofCommands,
    (
        Command(
            name="review.compare",
            text=tr("与签发的对照…"),
            english="Compare with what was approved",
            icon="compare",
            places=(CommandGroup.REVIEW.at(80), CommandMenu.REVIEW.at(80)),
            available=lambda state: "" if state.review.changed else issue_open(state) or NOT_NOW,
            shown=lambda state: state.issue is None or state.review.changed,
            run=ProofCommands.compare,
        ),
        Command(
            name="review.verify",
            text=tr("核验…"),
            english="Verify signature",
            icon="original",
            places=(CommandGroup.REVIEW.at(100), CommandMenu.REVIEW.at(100)),
            run=ProofCommands.verify,
        ),
        Command(
            name="review.log",
            text=tr("审批记录…"),
            english="Review log, history",
            icon="archive",
            places=(CommandGroup.REVIEW.at(110), CommandMenu.REVIEW.at(110)),
            run=ProofCommands.show_log,
        ),
        Command(
            name="review.keys",
            text=tr("签发人与密钥…"),
            english="People, signing keys, fingerprints",
            icon="lock",
            places=(CommandGroup.REVIEW.at(120), CommandMenu.REVIEW.at(120)),
            run=ProofCommands.show_keys,
        ),
    ),
)
