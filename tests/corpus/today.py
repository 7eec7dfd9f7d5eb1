"""The library of a5f9ce4 with something of everything in it, and the files that its program gives away."""

import datetime as dt
import json
import shutil
from dataclasses import replace

from PIL import Image

from db.library import open_library
from editor.desk.copies import CopyRun, make_copies
from editor.desk.exporting import Targets
from editor.desk.fonts import add_font_file
from editor.desk.importing import import_file
from editor.desk.looks import choose_font, choose_look
from editor.desk.ports import Arrival
from editor.desk.printable_issue import printable_issue
from editor.desk.profile.files import give_profile
from editor.desk.rescue import Unsaved, rescue_path, write_rescue
from editor.desk.review.approving import approve
from editor.desk.review.enrolling import Succession, change_key, enrol, key_in_use, retire, set_role, set_rules
from editor.desk.review.office import Office
from editor.desk.review.scans import keep_scan, put_scan_back, withdraw_scan
from editor.desk.review.steps import By, abandon, correct, publish, return_issue, submit
from editor.desk.review.trust import TrustFile
from editor.desk.review.verifying import verify_file
from editor.interchange.registers_file import write_registers
from editor.model.article import Title
from editor.model.edits import ArticlePosition, add_articles, put_article
from editor.model.issue import Section
from editor.model.number import IssueKind, Number
from editor.model.review import Role
from tests.corpus import old_program
from tests.corpus.in_hand import GONE, SECOND, changed, in_hand, rare, registered
from tests.corpus.old_program import AT, CHIEF, EDITOR, HOUR, PASSPHRASE, short
from tests.corpus.saying import give
from tests.corpus.small import small
from tests.font_files import small_font
from tests.review_desk import approve_plainly


def main(folder, keep):
    """Make everything in a folder and hand it to keep (name, bytes)."""
    folder.mkdir(parents=True)
    out = folder / "out"
    with open_library(folder / "library.db") as library:
        office = Office(library=library, trust=TrustFile(folder / "trust.json"))
        key = people(office, folder)
        issues = numbers(library)
        to_print(office, issues, key, folder)
        received(office, folder)
        second_paper(library, folder)
        in_hand(library, issues[-1])
        registered(library)
        given(office, issues, out)
        said = {path.name: _verdict(office, path) for path in sorted(out.iterdir())}
        rescue(library, issues[-1], folder)
    for path in (*out.glob("*.pdf"), *out.glob("*.docx")):
        # they are in the library as well, and a copy is what was signed with a few lines behind it
        path.unlink()
    keep("today.db.xz", (folder / "library.db").read_bytes())
    keep("today.trust.json", (folder / "trust.json").read_bytes())
    for path in sorted(out.iterdir()):
        keep(path.name, path.read_bytes())
    keep("today.files.json", json_bytes(said))
    small(folder / "small", keep)


def people(office, folder):
    """Two chief editors, one with her second key; staff; one who left."""
    begun = AT - 24 * HOUR
    first = enrol(office, folder / "first.key", name=CHIEF, passphrase=PASSPHRASE, at=begun)
    enrol(office, folder / "second.key", name=SECOND, passphrase=PASSPHRASE, at=begun + HOUR)
    for name in ("柳发行", GONE):
        set_role(office, name, Role.STAFF, By(name=CHIEF, at=begun + 2 * HOUR))
    retire(office, GONE, By(name=CHIEF, at=begun + 3 * HOUR))
    return first


def numbers(library):
    """Eight issues of one publication, the last one with pictures; return them, the oldest first."""
    picture, data = old_program.drawn()
    publication = old_program.a_publication()
    base, _ = old_program.issues(publication, picture)
    made = []
    for number in range(1, 9):
        sections = (Section(name="要闻", articles=(short(f"云州要闻之{number}"), short(f"海州要闻之{number}"))),)
        kind = {"number": Number(year=2025, number=number, total=27 + number)}
        if number == 7:
            kind = {"number": Number(year=2025, number=None, total=None, kind=IssueKind.SUPPLEMENT)}
        issue = replace(
            base,
            **kind,
            date=dt.date(2025, 1, 6) + dt.timedelta(weeks=number - 1),
            sections=base.sections if number == 8 else sections,
            uid=f"{number:032x}",
        )
        original = (f"第{number}期.txt", f"云州观察 第{number}期".encode())
        library.take_in(
            Arrival(issue=issue, publication=publication, pictures=((picture, data),), originals=(original,))
        )
        made.append(issue.uid)
    library.add_issue(
        replace(
            base,
            number=Number(year=2025, number=9, last=10, total=36, total_last=37, kind=IssueKind.COMBINED),
            date=dt.date(2025, 3, 3),
            sections=(Section(name="要闻", articles=(rare(),)),),
            uid="9" * 32,
        )
    )
    return made


def to_print(office, uids, key, folder):
    """Take issues to every state there is, by every step."""
    library = office.library
    one, two, three, four, five, six = uids[:6]
    by, staff = (
        (lambda hours: By(name=EDITOR, at=AT + hours * HOUR)),
        (lambda hours: By(name="柳发行", at=AT + hours * HOUR)),
    )
    # 1: signed, printed, scanned, corrected with the next key: two revisions of real files
    submit(library, one, by(0), note="请看标题")
    approve(office, one, key, AT + HOUR)
    publish(office, one, staff(2))
    paper = folder / "签发单.png"
    Image.new("L", (20, 12), "white").save(paper)
    first_scan = keep_scan(office, one, paper, by(3))
    withdraw_scan(office, first_scan, by(4))
    put_scan_back(office, first_scan, by(5))
    correct(library, one, by(6), reason="日期印错")
    old = key_in_use(office, CHIEF)
    succession = Succession(old=old, signer=key)
    new = change_key(office, folder / "chief.key", succession, passphrase=PASSPHRASE, at=AT + 7 * HOUR)
    changed(library, one, "更正后的一段。")
    submit(library, one, by(8))
    approve(office, one, new, AT + 9 * HOUR)
    publish(office, one, staff(10))
    keep_scan(office, one, paper, by(11))
    Image.new("L", (24, 12), "black").save(paper)
    withdraw_scan(office, keep_scan(office, one, paper, by(11)), by(11))
    # 2: signed, with what no page can print, by stand-ins for its files
    space = library.workspace(two)
    place = ArticlePosition(section=space.issue.sections[0].uid, position=0)
    library.save_workspace(space, add_articles(space, place, (rare(),)), author=EDITOR)
    submit(library, two, by(12))
    approve_plainly(library, two, at=AT + 13 * HOUR, signer=new)
    # 3: signed and taken back; 4: handed in; 5: being corrected; 6: a correction given up
    submit(library, three, by(14))
    approve_plainly(library, three, at=AT + 15 * HOUR, signer=new)
    return_issue(library, three, By(name=CHIEF, at=AT + 16 * HOUR), note="标题不妥")
    for uid, hours in ((five, 18), (six, 24)):
        submit(library, uid, by(hours))
        approve_plainly(library, uid, at=AT + (hours + 1) * HOUR, signer=new)
        publish(office, uid, staff(hours + 2))
        correct(library, uid, by(hours + 3), reason="人名印错")
    changed(library, five, "人名改过的一段。")
    abandon(library, six, by(28))
    submit(library, four, by(30), note="")


def received(office, folder):
    """A signed issue of another board, come in as a package."""
    there = folder / "there"
    with open_library(there / "library.db") as library:
        other = Office(library=library, trust=TrustFile(there / "trust.json"))
        key = enrol(other, there / "key", name="游外", passphrase=PASSPHRASE, at=AT - 30 * HOUR)
        publication = replace(old_program.a_publication(), profile=replace(_profile(), masthead="海州通讯"))
        picture, _ = old_program.drawn()
        issue, _ = old_program.issues(publication, picture)
        sections = (Section(name="要闻", articles=(short("海州的来稿"),)),)
        issue = replace(issue, sections=sections, headline=Title(text=""))
        library.take_in(Arrival(issue=issue, publication=publication))
        submit(library, issue.uid, By(name="游外", at=AT - 29 * HOUR))
        approve_plainly(library, issue.uid, at=AT - 28 * HOUR, signer=key)
        publish(other, issue.uid, By(name="游外", at=AT - 27 * HOUR))
        give(other, issue.uid, pictures={}, targets=Targets(package=folder / "there.bulletin"))
    import_file(folder / "there.bulletin", office.library)


def _profile():
    return old_program.a_publication().profile


def second_paper(library, folder):
    """A publication in another look and an added font, with rules for its approval."""
    publication = next(one for one in library.publications() if one.profile.masthead == "海州通讯")
    office = Office(library=library, trust=None)
    rules = replace(publication, approvers=(CHIEF, SECOND), second_pair=True)
    set_rules(office, rules, By(name=CHIEF, at=dt.datetime.now(tz=dt.UTC)))
    issue, _ = old_program.issues(rules, old_program.drawn()[0])
    issue = replace(issue, number=Number(year=2025, number=5, total=50), uid="5" * 32)
    library.add_issue(replace(issue, date=dt.date(2025, 4, 7)))
    path = folder / "云州仿宋.ttf"
    path.write_bytes(small_font("云州仿宋", "云州观察"))
    add_font_file(path, library)
    choose_look(library, "50", "gongwen", author=CHIEF)
    choose_font(library, "50", "song", "云州仿宋", author=CHIEF)


def given(office, uids, out):
    """Everything that the program gives away: of signed issues, of one in hand, settings and registers."""
    out.mkdir()
    library = office.library
    for name, uid in (("scanned", uids[0]), ("signed", uids[1]), ("hand", uids[-1])):
        printed = {"pdf": out / f"{name}.pdf", "word": out / f"{name}.docx"} if name == "scanned" else {}
        targets = Targets(package=out / f"{name}.bulletin", json=out / f"{name}.json", **printed)
        give(office, uid, targets=targets, originals=(("来稿.txt", "云州来稿".encode()),) if name == "hand" else ())
    before, now = (json.loads(one.statement)["approval"] for one in library.review.approvals(uids[0]))
    pdf, run = library.review.released(now["pdf"]), CopyRun(count=1, words="内部资料", serial=True)
    (copy,) = make_copies(pdf, now["pdf"], run, out / "copy〔份号〕")
    out.joinpath("copy.tail").write_bytes(copy.read_bytes().removeprefix(pdf))
    out.joinpath("superseded.pdf").write_bytes(library.review.released(before["pdf"]))
    give_profile(out / "today.bulletin-profile", library, "云州观察")
    out.joinpath("registers.json").write_bytes(write_registers(library.registers.stored()))
    for name in ("first", "second", "chief"):
        shutil.copy(out.with_name(f"{name}.key"), out / f"today.{name}.key")


def rescue(library, uid, folder):
    """Work that could not be saved, in its file."""
    opened = printable_issue(library, uid)
    stored = library.workspace(uid)
    article = next(iter(stored.issue.articles()))
    space = put_article(stored, replace(article, title=Title(text="没有存上的标题")))
    unsaved = Unsaved(library="/library.db", author=EDITOR, at=AT, stored=stored, space=space)
    write_rescue(folder / "rescue", replace(opened, issue=space.issue), unsaved)
    shutil.copy(rescue_path(folder / "rescue", space.issue), folder / "out" / "rescue.bulletin")


def json_bytes(value):
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _verdict(office, path):
    if path.suffix not in (".pdf", ".docx", ".bulletin") or path.name in ("hand.bulletin", "rescue.bulletin"):
        return None
    verdict = verify_file(office, path)
    return [verdict.holds, [remark.doubt for remark in verdict.remarks], verdict.copy, verdict.approval.revision]
