"""Damage tried on a library: python -m tests.benchmarks.campaign_damage [letters | bytes N] [--no-window]

One letter is changed in every text cell in turn, then 1 to 512 random bytes are overwritten in N copies (200). Each is
read whole, listed and exported by the command line, and its window is started. What counts: errors that are no
UserError, and text or pictures that are other than they were while nothing says so.
"""

import contextlib
import hashlib
import io
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import traceback
from collections import Counter
from contextlib import closing
from pathlib import Path

from db.library import open_library
from db.reader import open_reader
from editor.cli.main import run
from editor.desk.review.office import Office
from editor.desk.review.trust import TrustFile
from editor.desk.review.verifying import verify_library
from editor.interchange.codec import encode
from editor.model.errors import UserError
from editor.model.used_pictures import used_pictures
from tests.corpus.saying import unpacked

LEFT = frozenset(("alembic_version", "sqlite_sequence"))
# a list leaves out what is damaged, and may hold nothing else than it did
_LISTS = frozenset(("publications", "drawer", "versions", "checkpoints", "registers", "members", "scans", "fonts"))


def main(arguments):
    """Run what is asked for and print the figures; return 1 where anything was uncaught or silent."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "whole.db"
        unpacked("today.db.xz", Path(folder)).rename(place)
        with open_library(place):
            pass
        trial = Trial(place, Path(folder) / "copy.db", window="--no-window" not in arguments)
        if "bytes" not in arguments:
            bad += report("letters", [trial.letter(*cell) for cell in cells(place)])
        if "letters" not in arguments:
            many = (
                int(arguments[arguments.index("bytes") + 1])
                if arguments[-1:] != ["bytes"] and "bytes" in arguments
                else 200
            )
            bad += report("bytes", [trial.overwritten(seed) for seed in range(many)])
    return int(bad > 0)


def report(what, verdicts):
    """Print how many copies came to what; return how many are faults."""
    counted = Counter(verdict for verdict, _ in verdicts)
    print(what, dict(counted))
    for verdict, words in verdicts:
        if verdict in ("uncaught", "silent"):
            print("  ", verdict, words)
    return counted["uncaught"] + counted["silent"]


def cells(place):
    """Return table, rowid and column of every text that is not empty."""
    found = []
    with closing(sqlite3.connect(place)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            # indexes are made from the rest, and proved or read anew by themselves
            if table in LEFT or table.partition("_")[0] in ("search", "likeness"):
                continue
            for _, column, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
                query = f"SELECT rowid FROM {table} WHERE typeof({column}) = 'text' AND {column} <> ''"  # noqa: S608
                found += [(table, rowid, column) for (rowid,) in connection.execute(query)]
    return found


class Trial:
    """Copies of one library, damaged and tried."""

    def __init__(self, place, copy, *, window):
        self.place, self._copy, self._window = place, copy, window
        # a copy: what was seen of libraries is kept beside it
        self._trust = TrustFile(unpacked("today.trust.json", copy.parent))
        self._whole, said = self._read(place)
        assert not said, said
        self._remarks = self._verified(place)

    def letter(self, table, rowid, column):
        """Change one letter of a cell."""
        chance = random.Random(f"{table}{rowid}{column}")
        self._fresh()
        with closing(sqlite3.connect(self._copy)) as connection, connection:
            for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {trigger}")
            (text,) = connection.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (rowid,)).fetchone()  # noqa: S608
            at = chance.randrange(len(text))
            other = _other(text[at], chance)
            changed = text[:at] + other + text[at + 1 :]
            # as a disk would: no rule of the schema is asked
            connection.execute("PRAGMA ignore_check_constraints = ON")
            try:
                connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (changed, rowid))  # noqa: S608
            except sqlite3.IntegrityError:
                return "not possible", ""
        return self._tried(f"{table}.{column} row {rowid}: {text[at]!r} -> {other!r} at {at}")

    def overwritten(self, seed):
        """Overwrite 1 to 512 bytes."""
        chance = random.Random(seed)
        self._fresh()
        data = bytearray(self._copy.read_bytes())
        many = round(2 ** chance.uniform(0, 9))
        start = 0 if seed % 10 == 0 else 100
        together = chance.randrange(start, len(data) - many)
        places = range(together, together + many) if seed % 2 else chance.choices(range(start, len(data)), k=many)
        for place in places:
            data[place] = chance.randrange(256)
        self._copy.write_bytes(data)
        return self._tried(f"seed {seed}, {many} bytes")

    def _fresh(self):
        for path in self._copy.parent.glob(f"{self._copy.name}*"):
            path.unlink()
        shutil.copy(self.place, self._copy)

    def _tried(self, what):
        try:
            verdict, words = self._judged()
        except Exception:  # noqa: BLE001 - what is uncaught is what is counted
            return "uncaught", f"{what}\n{traceback.format_exc()}"
        return verdict, f"{what}: {words}"

    def _judged(self):
        try:
            found, said = self._read(self._copy)
        except UserError as error:
            found, said = None, str(error)
        exported = self._command("export", "latest", "--json", str(self._copy.with_suffix(".json")))
        listed = self._command("list", "--json")
        if self._window:
            self._start()
        if found is None:
            return "refused", said
        different = [key for key in self._whole if self._differs(key, found.get(key), said)]
        if different and not (said or self._verified(self._copy) != self._remarks):
            return "silent", different
        if exported and json.loads(exported) != self._latest():
            return "silent", "export"
        if listed and not self._listed_soundly(json.loads(listed)):
            return "silent", "list"
        return ("told" if said else "told by verify" if different else "no difference"), said

    def _differs(self, key, found, said):
        """Return whether something is other than it was and no error of its own says so."""
        whole = self._whole[key]
        if found == whole or isinstance(found, UserError):
            return False
        if key[0] in _LISTS and found is not None and all(one in whole for one in found):
            # something is missing: that has to be said by name
            return not said
        return True

    def _read(self, place):
        """Return all that a library says, by piece, and what it says of damage."""
        with open_library(place) as library:
            said = [one.name for one in library.mending.damages(files=True)]
            # the quick path has to say the same
            made = dict(_pieces(library))
        with open_reader(place) as reader:
            for entry in made["entries",]:
                key = ("issue", entry["uid"])
                quick = _asked(lambda uid=entry["uid"]: _said(reader.issue(uid)))
                if isinstance(quick, UserError) != isinstance(made[key], UserError) or (
                    not isinstance(quick, UserError) and quick != made[key]
                ):
                    raise AssertionError(f"the quick path says otherwise of {key}")
        return made, said

    def _verified(self, place):
        try:
            with open_library(place) as library:
                office = Office(library=library, trust=self._trust)
                return [(one.what, [str(remark) for remark in one.remarks]) for one in verify_library(office)]
        except UserError as error:
            return str(error)

    def _command(self, *words):
        """Return what a command wrote, empty where it was refused."""
        out = io.StringIO()
        target = self._copy.with_suffix(".json")
        target.unlink(missing_ok=True)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            code = run([*words, "--library", str(self._copy)], open_library=open_library, open_reader=open_reader)
        if code:
            return ""
        return target.read_text(encoding="utf-8") if words[0] == "export" else out.getvalue()

    def _latest(self):
        if not hasattr(self, "_json"):
            target = self._copy.with_suffix(".whole.json")
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                words = ["export", "latest", "--json", str(target), "--library", str(self.place)]
                assert not run(words, open_library=open_library, open_reader=open_reader)
            self._json = json.loads(target.read_text(encoding="utf-8"))
        return self._json

    def _listed_soundly(self, rows):
        whole = {entry["uid"]: entry for entry in self._whole["entries",]}
        return all(row["damage"] or _without(row) == _without(whole.get(row["uid"], {})) for row in rows)

    def _start(self):
        from PySide6.QtWidgets import QApplication

        from editor.ui.app.settings import Settings
        from editor.ui.kit.failures import FailureReports
        from editor.ui.mending.finding import say_damage
        from editor.ui.theme.apply import apply_theme
        from editor.ui.theme.fonts import install_fonts
        from editor.ui.theme.tokens import load_theme
        from editor.ui.window.main_window import MainWindow

        raised = []
        app = QApplication.instance() or QApplication([])
        install_fonts()
        theme = load_theme("light")
        apply_theme(app, theme)
        FailureReports(app)._on_raised  # noqa: B018 - the window is what is tried
        hook, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: raised.append(error)
        try:
            with open_library(self._copy) as library:
                folder = self._copy.parent
                window = MainWindow(
                    library, self._copy, settings=Settings(folder / "settings.ini", data=folder), theme=theme
                )
                say_damage(window.context)
                app.processEvents()
                window.session.close()
                window.bridge.close()
                app.processEvents()
                window.deleteLater()
                app.processEvents()
        except UserError:
            return
        finally:
            sys.excepthook = hook
            for widget in app.topLevelWidgets():
                widget.deleteLater()
        for error in raised:
            if not isinstance(error, UserError):
                raise error


def _pieces(library):
    """Yield what a library says by name; what it refuses to say is a UserError."""
    review = library.review
    entries = library.issues()
    yield ("entries",), [_entry(one) for one in entries]
    yield ("publications",), _asked(lambda: [_said(one) for one in library.publications()])
    for uid in [one.uid for one in entries]:
        issue = _asked(lambda uid=uid: library.issue(uid))
        broken = isinstance(issue, UserError)
        yield ("issue", uid), issue if broken else _said(issue)
        yield ("approvals", uid), _asked(lambda uid=uid: [_said(one) for one in review.approvals(uid)])
        yield ("scans", uid), _asked(lambda uid=uid: [_scan(review, one) for one in review.scans.listed(uid)])
        yield ("reading", uid), _asked(lambda uid=uid: _reading(library.readings.last(uid)))
        for kind, value in (("versions", _versions), ("pictures", _pictures)):
            yield (kind, uid), issue if broken else _asked(lambda of=issue, value=value: value(library, of))
    for publication in {one.publication: one.uid for one in entries}.values():
        yield ("drawer", publication), _asked(lambda uid=publication: _drawer(library, uid))
    yield ("checkpoints",), _asked(lambda: [[one.uid, one.name, one.author] for one in library.checkpoints.listed()])
    yield ("registers",), _asked(lambda: _registered(library.registers.stored()))
    yield ("members",), _asked(lambda: [_said(one) for one in review.members()])
    yield ("introductions",), _asked(lambda: [_said(one) for one in review.introductions()])
    yield ("log",), _asked(lambda: [_said(one) for one in review.log()])
    yield ("fonts",), _asked(lambda: [_font(library, one) for one in library.files.fonts()])
    _asked(library.registers.used_words), _asked(library.registers.usage)


def _asked(ask):
    try:
        return ask()
    except UserError as error:
        return error


def _said(value):
    return json.loads(encode(value))


def _entry(one):
    return {
        "uid": one.uid,
        "masthead": one.masthead,
        "year": one.number.year,
        "number": one.number.number,
        "total": one.number.total,
        "date": one.date.isoformat(),
        "state": one.state.value,
        "articles": one.articles,
        "damage": one.damage,
    }


def _without(row):
    return {name: value for name, value in row.items() if name not in ("damage", "doubts")}


def _drawer(library, uid):
    drawer = library.workspace(uid).drawer
    return [*map(_said, drawer.pending), *map(_said, drawer.trash)]


def _versions(library, issue):
    found = []
    for article in issue.articles():
        for one in library.versions.listed(article.uid):
            words = _asked(lambda key=one.key: _said(library.versions.article(key))) if one.key else None
            if not isinstance(words, UserError):
                found.append([one.author, str(one.at), one.reason, one.name, words])
    return found


def _pictures(library, issue):
    found = library.files.pictures(one.sha256 for one in used_pictures(issue))
    return {sha256: hashlib.sha256(data).hexdigest() for sha256, data in found.items()}


def _scan(review, scan):
    data = review.scans.data(scan.sha256)
    return [_said(scan), data and hashlib.sha256(data).hexdigest()]


def _reading(reading):
    return reading and [reading.reader, str(reading.at), reading.hash, _said(reading.issue)]


def _registered(registers):
    return [[name, one] for name, entries in _said(registers).items() for one in entries]


def _font(library, font):
    return [_said(font), hashlib.sha256(library.files.font_data(font.sha256)).hexdigest()]


def _other(letter, chance):
    """Return another letter of the same kind: nothing but the text itself can tell."""
    if "\u4e00" <= letter <= "\u9fff":
        return chance.choice("甲乙丙丁戊己庚辛壬癸".replace(letter, ""))
    if letter.isdigit():
        return chance.choice("0123456789".replace(letter, ""))
    if letter.isascii() and letter.isalpha():
        return chance.choice("abcdefghijklmnopqrstuvwxyz".replace(letter, ""))
    return chance.choice("x甲;")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
