"""审批: proof of what was approved, the log, and whose keys count here."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from editor.desk.fonts import look_fonts
from editor.desk.formats import ISSUE_FILES, SIGNED_FILES
from editor.desk.open_issue import OpenIssue
from editor.desk.pictures import picture_bytes
from editor.desk.review.held import Held
from editor.desk.review.standing import current, kept_file
from editor.interchange.codec import decode
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.pages.reports import PagesRequest
from editor.ui.failures import say_failure
from editor.ui.pages.bridge import PagesBridge, pages_request
from editor.ui.review.board import Board
from editor.ui.window.asking import Asking
from editor.ui.window.parts import Commands, Parts

if TYPE_CHECKING:
    from editor.pages.pairs import Pairs
    from editor.ui.review.verify_dialog import VerifyDialog

# the dialogs are loaded when they are asked for: the start needs none of them, nor the readers of Word files


class ProofCommands(Asking):
    """Acts in one window."""

    def __init__(self, parts: Parts, board: Board, bridge: PagesBridge, show: Callable[[], None]) -> None:
        """show: has the window say again where the open issue stands."""
        super().__init__(parts.window)
        self._parts, self._session, self._board, self._bridge, self._show = parts, parts.session, board, bridge, show

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        return {
            "review.verify": self.verify,
            "review.log": self.show_log,
            "review.keys": self.show_keys,
            "review.compare": self.compare,
        }

    def verify(self) -> None:
        """Verify the open issue, and offer to verify more."""
        self._verify().check_issue()

    def verify_files(self, files: Sequence[Path]) -> tuple[Path, ...]:
        """Verify those of the files that are no issue to take in; return the others."""
        proved = [one for one in files if SIGNED_FILES.matches(one) and not ISSUE_FILES.matches(one)]
        if proved:
            self._verify().check_files(proved)
        return tuple(one for one in files if one not in proved)

    def take_dropped(self, urls: Sequence[QUrl], take: Callable[[tuple[Path, ...]], None]) -> None:
        """Take dropped files; of those that can be imported and verified the user says which (packages)."""
        from editor.ui.review.package_dialog import PackageDialog

        files = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        packages = tuple(one for one in files if ISSUE_FILES.matches(one) and SIGNED_FILES.matches(one))
        rest = tuple(one for one in files if one not in packages)
        if rest:
            take(rest)
        if packages:
            dialog = PackageDialog(packages, self._parts.window)
            dialog.import_wanted.connect(lambda: take(packages))
            dialog.proof_wanted.connect(lambda: self._verify().check_files(packages))
            self.ask(dialog)

    def show_log(self) -> None:
        """Show who did what."""
        from editor.ui.review.log_dialog import LogDialog

        dialog = LogDialog(self._board, self._parts.window)
        dialog.changed.connect(self._show)
        self.ask(dialog)

    def show_keys(self) -> None:
        """Show people and keys."""
        from editor.ui.review.keys_dialog import KeysDialog

        dialog = KeysDialog(self._board, self._parts.window)
        dialog.changed.connect(self._show)
        self.ask(dialog)

    def compare(self) -> None:
        """Show what was approved beside what the issue is now."""
        from editor.ui.review.compare_dialog import CompareDialog

        opened = self._session.open_issue
        if opened is None:
            return
        try:
            one, was = self._approved(opened.issue)
            before = self._request(replace(opened, edition=one.approval.revision), was)
        except UserError as error:
            say_failure(self._parts.window, tr("没有对照成"), str(error))
            return
        review, run = self._session.library.review, self._bridge.run
        make = _pairing(before, pages_request(opened), kept_file(review.released, one.approval.pdf) or b"")
        seen = review.seen_pages(one.digest)
        self.ask(CompareDialog(one.approval, make, run, seen=seen, parent=self._parts.window))

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

        dialog = VerifyDialog(self._board, self._bridge.run, self._parts.window)
        self.ask(dialog)
        return dialog

    def _request(self, opened: OpenIssue, issue: Issue) -> PagesRequest:
        library = self._session.library
        was = replace(opened, issue=issue, pictures=picture_bytes(issue, library), fonts=look_fonts(issue, library))
        return pages_request(was)


def _pairing(before: PagesRequest, after: PagesRequest, signed: bytes) -> "Callable[[], Pairs]":
    def make() -> "Pairs":
        # typesetter and rasteriser are loaded in the pages' thread, not at the window's start
        from editor.pages.pairs import page_pairs

        return page_pairs(before, after, signed=signed)

    return make
