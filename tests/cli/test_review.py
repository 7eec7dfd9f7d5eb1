"""Three people play an issue through by the command line: submit, return, correct, approve, tamper, verify, print."""

import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest
from docx import Document

from db.library import open_library
from editor.cli.main import run
from editor.desk.ports import Arrival
from editor.desk.review.trust import TrustFile
from editor.interchange.canonical import issue_content
from editor.model.edits import put_article
from editor.model.publication import Profile, Publication
from editor.pages.reading import read_pdf
from tests.fakes import article, issue_of
from tests.review_desk import CHIEF, EDITOR, SECOND, STAFF, sha256

ISSUE = issue_of(article(), article("海州公布数据目录"))
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)
WORDS = "一句只有自己知道的话"


class Board:
    """A library on a machine with its own trusted fingerprints."""

    def __init__(self, folder, capsys):
        self.folder, self.capsys = folder, capsys
        self.machine, self.library = "甲", folder / "library.db"
        (folder / "words").write_text(f"{WORDS}\n", encoding="utf-8")
        (folder / "wrong").write_text("不是这一句口令啊啊", encoding="utf-8")

    def __call__(self, *words, code=0):
        place = self.folder / self.machine / "trusted-keys.json"
        arguments = [*map(str, words), "--library", str(self.library)]
        got = run(arguments, open_library=open_library, open_trust=lambda: TrustFile(place))
        out, errors = self.capsys.readouterr()
        assert got == code, (out, errors)
        return out + errors

    def data(self, *words, code=0):
        told = self(*words, "--json", code=code)
        return json.JSONDecoder().raw_decode(told)[0]

    def key(self, name, action="make", *, file=None, others=(), code=0):
        path, words = self.folder / f"{file or name}.key", self.folder / "words"
        return self("keys", action, path, "--as", name, "--passphrase-file", words, *others, code=code)

    def approve(self, name=CHIEF, *, reference="latest", file=None, words="words", code=0):
        key, words = self.folder / f"{file or name}.key", self.folder / words
        return self("approve", reference, "--as", name, "--key", key, "--passphrase-file", words, code=code)

    def edit(self, **fields):
        with open_library(self.library) as library:
            space = library.workspace(ISSUE.uid)
            changed = replace(next(space.issue.articles()), **fields)
            library.save_workspace(space, put_article(space, changed), author=EDITOR)

    def export(self):
        paths = {ending: self.folder / f"out.{ending}" for ending in ("pdf", "docx", "bulletin")}
        self("export", "latest", "--pdf", paths["pdf"], "--word", paths["docx"], "--package", paths["bulletin"])
        return paths


@pytest.fixture
def board(tmp_path, capsys):
    made = Board(tmp_path, capsys)
    with open_library(made.library) as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
    made.key(CHIEF)
    made("people", "add", STAFF, "--role", "staff", "--as", CHIEF)
    return made


def test_three_people_play_it_through(board):
    assert "已送审 云州观察 第3期 总第30期" in board("submit", "latest", "--as", EDITOR)
    assert "已退回" in board("return", "30", "--note", "来源写全称", "--as", CHIEF)
    board.edit(source="云州日报社")
    told = board("submit", "latest", "--as", EDITOR)
    assert "2 篇还没有过“终审”" in told
    assert "已签发" in board.approve()
    board("publish", "latest", "--as", STAFF)
    paths = board.export()
    for path in paths.values():
        assert f"属实 {path.name}：云州观察 2025年1月20日 第3期 总第30期，{CHIEF}于" in board("verify", path)
    assert "属实 云州观察 第3期 总第30期" in board("verify", "latest")

    # somebody edits the Word file, and saves the PDF again
    document = Document(str(paths["docx"]))
    document.paragraphs[0].add_run("改")
    document.save(str(paths["docx"]))
    assert "第 1 段不同" in board("verify", paths["docx"], code=1)
    pdf = pypdfium2.PdfDocument(paths["pdf"].read_bytes())
    pdf.save(str(paths["pdf"]))
    pdf.close()
    assert "没有看出不同" in board("verify", paths["pdf"], code=1)

    # a correction
    board("correct", "latest", "--reason", "机构名称有误", "--as", EDITOR)
    board.edit(source="云州日报")
    notice = board("notice", "latest")
    assert "更正原因：机构名称有误。" in notice
    assert "《云州发布数据登记办法》来源“云州日报社”应为“云州日报”。" in notice
    board("submit", "latest", "--as", EDITOR)
    assert "修订版，第 2 版" in board.approve()
    assert board("notice", "latest") == notice
    assert "已被宋希贤于" in board("verify", paths["bulletin"], code=1)
    board("publish", "latest", "--as", STAFF)
    assert "修订版（第 2 版）：机构名称有误" in board("verify", board.export()["pdf"])
    actions = [row["action"] for row in board.data("log", "latest")]
    steps = "submitted returned submitted approved published corrected submitted approved published"
    assert actions == steps.split()


def test_the_log_says_who_did_what_and_when(board):
    board("submit", "latest", "--as", EDITOR)
    board("return", "latest", "--note", "来源写全称", "--as", CHIEF)
    lines = board("log").splitlines()
    assert [line.split("  ")[2:] for line in lines[-2:]] == [
        [EDITOR, "送审", "第3期 总第30期", sha256(issue_content(ISSUE))[:8]],
        [CHIEF, "退回", "第3期 总第30期", "来源写全称"],
    ]
    with closing(sqlite3.connect(board.library)) as connection:
        connection.execute("DROP TRIGGER log_no_update")
        connection.execute("UPDATE log SET name = ? WHERE number = ?", (CHIEF, len(lines) - 1))
        connection.commit()
    assert f"记录从第 {len(lines) - 1} 条起被改动过" in board("log", code=1)


def test_verify_answers_programs(board):
    board("submit", "latest", "--as", EDITOR)
    board.approve()
    (row,) = board.data("verify", "latest")
    assert (row["holds"], row["remarks"], row["approval"]["name"]) == (True, [], CHIEF)
    assert [one["holds"] for one in board.data("verify")] == [True]
    path = board.export()["pdf"]
    path.write_bytes(path.read_bytes() + b"\n")
    (row,) = board.data("verify", path, code=1)
    assert [one["doubt"] for one in row["remarks"]] == ["pdf"]


def test_an_approved_issue_cannot_be_changed_by_any_command(board):
    board("submit", "latest", "--as", EDITOR)
    board.approve()
    assert "印出的内容不能再改" in board("look", "latest", "gongwen", "--as", EDITOR, code=1)
    assert "属实" in board("verify", "latest")


def test_a_wrong_passphrase_approves_nothing(board):
    board("submit", "latest", "--as", EDITOR)
    assert "口令不对" in board.approve(words="wrong", code=1)
    assert "还没有签发" in board("verify", "latest", code=1)


def test_a_key_approves_in_its_own_name_alone(board):
    board("submit", "latest", "--as", EDITOR)
    assert f"是{CHIEF}的密钥，不是{SECOND}的" in board.approve(SECOND, file=CHIEF, code=1)


def test_without_a_terminal_nothing_waits_for_a_passphrase(board, monkeypatch):
    board("submit", "latest", "--as", EDITOR)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert "--key" in board("approve", "latest", "--as", CHIEF, code=1)
    key = board.folder / f"{CHIEF}.key"
    assert "--passphrase-file" in board("approve", "latest", "--as", CHIEF, "--key", key, code=1)


def test_a_passphrase_is_typed_unseen_and_a_new_one_twice(board, monkeypatch):
    answers = [WORDS, "另外一句不同的话，写错了", WORDS, WORDS]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _question: answers.pop(0))
    path = board.folder / "typed.key"
    assert "两次输入的口令不同" in board("keys", "make", path, "--as", SECOND, code=1)
    assert not path.exists()
    assert f"已为{SECOND}生成密钥" in board("keys", "make", path, "--as", SECOND)


def test_another_machine_confirms_the_fingerprint_once(board):
    board("submit", "latest", "--as", EDITOR)
    board.approve()
    path = board.export()["bulletin"]
    printed = board("keys", "show", board.folder / f"{CHIEF}.key").split("  ")[1].strip()
    board.machine, board.library = "乙", board.folder / "other.db"
    assert "没有在这台电脑上确认过" in board("verify", path, code=1)
    board("import", path)
    assert "没有确认过" in board("keys", "show")
    wrong = f"{(int(printed[0]) + 1) % 10}{printed[1:]}"
    assert "第 1 组" in board("keys", "trust", *wrong.split(), code=1)
    assert f"已在这台电脑上确认{CHIEF}的密钥" in board("keys", "trust", *printed.split())
    assert "属实" in board("verify", path)
    assert "属实" in board("verify", "latest")
    board("keys", "distrust", printed)
    assert "没有在这台电脑上确认过" in board("verify", "latest", code=1)


def test_a_changed_key_is_trusted_where_the_old_one_was(board):
    board("submit", "latest", "--as", EDITOR)
    board.approve()
    assert "已经有密钥了" in board.key(CHIEF, file="又一把", code=1)
    old, words = board.folder / f"{CHIEF}.key", board.folder / "words"
    board.key(CHIEF, "change", file="新", others=("--signed-by", old, "--signer-passphrase-file", words))
    assert "属实" in board("verify", "latest")
    board("return", "latest", "--note", "再核", "--as", CHIEF)
    board("submit", "latest", "--as", EDITOR)
    assert "已经换掉" in board.approve(code=1)
    assert "已签发" in board.approve(file="新")
    assert [row["until"] is None for row in board.data("keys", "show")] == [False, True]


def test_a_lost_key_is_replaced_by_hand(board):
    told = board.key(CHIEF, "change", file="新")
    assert "没有别的密钥作保" in told
    board("submit", "latest", "--as", EDITOR)
    new = told.split("指纹：")[1].split("\n")[0]
    assert f"请核对指纹 {new}" in board.approve(file="新", code=1)
    assert f"已在这台电脑上确认{CHIEF}的密钥" in board("keys", "trust", new)
    assert "已签发" in board.approve(file="新")


def test_an_issue_under_a_key_from_elsewhere_is_told_by_every_command(board):
    board("submit", "latest", "--as", EDITOR)
    board.approve()
    assert "不作数" not in board("list")
    board.machine = "乙"
    told = board("list")
    assert "已签发  不作数" in told
    assert f"请{CHIEF}念指纹" in told
    (row,) = board.data("list")
    assert "没有在这台电脑上确认过" in row["doubts"][0]
    out = board.folder / "out"
    for words in (
        ("export", "latest", "--pdf", out),
        ("export", "latest", "--package", out),
        ("export", "latest", "--json", out),
        ("export", "latest", "--draft", "--word", out),
        ("copies", "latest", "--pdf", out, "--to", "2"),
    ):
        assert "没有导出：签发用的密钥没有在这台电脑上确认过" in board(*words, code=1)
        assert not out.exists()
    assert "只出带标记的样稿，不作签发件" in board("export", "latest", "--draft", "--pdf", out)
    assert "样稿" in read_pdf(out.read_bytes()).texts[0]


def test_a_library_that_was_rolled_back_is_told_and_accepted_by_name(board):
    board("submit", "latest", "--as", EDITOR)
    board.approve()
    before = board.library.read_bytes()
    board("publish", "latest", "--as", STAFF)
    board.library.write_bytes(before)
    told = board("list")
    assert "已签发  不作数" in told
    assert "比这台电脑上次看到的少" in told
    for words in (("export", "latest", "--pdf", board.folder / "out.pdf"), ("verify",), ("log",)):
        assert "比这台电脑上次看到的少" in board(*words, code=1)
    assert "已认可刊库现在的记录" in board("log", "--accept", "--as", CHIEF)
    assert "认可现在的记录  之前看到第" in board("log")
    assert "属实" in board("verify")


def test_a_role_is_said_in_either_language(board):
    for words, said in (("总编辑", "总编辑"), ("staff", "发行")):
        assert f"{EDITOR}：{said}" in board("people", "add", EDITOR, "--role", words, "--as", CHIEF)
    with pytest.raises(SystemExit):
        board("people", "add", EDITOR, "--role", "社长", "--as", CHIEF)
    assert "没有“社长”这种职责，可用的有 编辑、总编辑、发行" in board.capsys.readouterr().err


def test_a_publication_rules_who_may_approve(board):
    board.key(SECOND)
    told = board("people", "rules", "云州观察", "--approver", SECOND, "--second-pair", "yes", "--as", CHIEF)
    assert told == f"云州观察：由{SECOND}签发，不得是最后改稿或送审的人\n"
    board("submit", "latest", "--as", SECOND)
    assert f"由{SECOND}签发" in board.approve(code=1)
    assert "两人把关" in board.approve(SECOND, code=1)
    board("people", "rules", "云州观察", "--any-approver", "--as", CHIEF)
    assert "已签发" in board.approve()
    assert board.data("people", "list")["publications"][0]["second_pair"] is True


def test_whoever_changes_the_look_or_a_font_is_the_last_editor(board, monkeypatch):
    board.key(SECOND)
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    assert "的版式：gongwen" in board("look", "latest", "gongwen")
    board("people", "rules", "云州观察", "--second-pair", "yes", "--as", CHIEF)
    board.edit(source="云州日报社")
    assert "的版式：gongwen" in board("look", "latest", "gongwen", "--as", CHIEF)
    board("look", "latest", "house", "--as", SECOND)
    board("look", "latest", "--font", "song", "", "--as", CHIEF)
    assert "请用 --as 写明是谁" in board("look", "latest", "gongwen", code=1)
    assert "版式：house" in board("look", "latest")
    board("submit", "latest", "--as", EDITOR)
    assert "两人把关" in board.approve(SECOND, code=1)
    assert "已签发" in board.approve()


def test_whoever_begins_the_next_issue_is_its_editor_until_another_changes_it(board):
    board.key(SECOND)
    board("people", "rules", "云州观察", "--second-pair", "yes", "--as", CHIEF)
    board("new", "--as", CHIEF)
    board("submit", "31", "--as", EDITOR)
    assert "两人把关" in board.approve(reference="31", code=1)
    assert "两人把关" not in board.approve(SECOND, reference="31", code=1)


def test_a_file_said_to_be_of_another_issue_is_found_out(board):
    board("new")
    board("submit", "30", "--as", EDITOR)
    board.approve(reference="30")
    path = board.folder / "a.pdf"
    board("export", "30", "--pdf", path)
    assert "签发给另一期" in board("verify", path, "--issue", "31", code=1)


def test_who_has_left_approves_nothing_more(board):
    board("submit", "latest", "--as", EDITOR)
    board("people", "retire", CHIEF, "--as", EDITOR)
    assert "不能签发" in board.approve(code=1)
    assert "（已离开）" in board("people", "list")
    assert "送审" in board("list")


def test_words_go_with_a_submission_into_the_log(board):
    board("submit", "latest", "--as", EDITOR, "--note", "第三篇的数字请再核")
    assert "送审附言  第3期 总第30期  第三篇的数字请再核" in board("log")
    assert "属实" not in board("verify", "latest", code=1)


def test_a_dry_run_says_what_stands_before_a_signature_and_signs_nothing(board):
    assert "只有送审的一期才能签发" in board("approve", "latest", "--as", CHIEF, "--dry-run", code=1)
    board("submit", "latest", "--as", EDITOR)
    told = board("approve", "latest", "--as", CHIEF, "--dry-run")
    assert "提示：2 篇还没有过“终审”" in told
    assert "可以签发 云州观察" in told
    assert f"{EDITOR}是编辑，不能签发" in board("approve", "latest", "--as", EDITOR, "--dry-run", code=1)
    assert board.data("list")[0]["state"] == "submitted"


def test_submitting_says_the_list_that_signing_says(board):
    told = board("submit", "latest", "--as", EDITOR)
    dry = board("approve", "latest", "--as", CHIEF, "--dry-run")
    lines = [line for line in dry.splitlines() if line.startswith("提示：")]
    assert lines == [line for line in told.splitlines() if line.startswith("提示：")]
    assert lines
