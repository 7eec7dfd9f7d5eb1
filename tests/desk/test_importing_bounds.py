"""What no page can hold and no link may lead to is refused, or said, at import."""

import hashlib
from dataclasses import replace

import pytest

from editor.desk.importing import import_file
from editor.interchange.issue_file import write_issue
from editor.interchange.package import Package, write_package
from editor.interchange.sample import sample_issue
from editor.model.article import ArticleArchive, Title
from editor.model.body import Figure, Paragraph, Run
from editor.model.credits import Credit, Name
from editor.model.errors import UserError
from editor.model.picture import Picture
from editor.model.publication import Contact, Look
from tests.fuzzing.readers import Nowhere

ISSUE, PUBLICATION, PICTURES = sample_issue()


def with_first(**fields):
    section = ISSUE.sections[0]
    articles = (replace(section.articles[0], **fields), *section.articles[1:])
    return replace(ISSUE, sections=(replace(section, articles=articles), *ISSUE.sections[1:]))


def imported(tmp_path, issue):
    path = tmp_path / "a.json"
    path.write_bytes(write_issue(issue, PUBLICATION))
    return import_file(path, Nowhere())


@pytest.mark.parametrize(
    ("issue", "said"),
    [
        (with_first(title=Title(text="长" * 30_000)), "标题“长长.*有 30000 个字"),
        (replace(ISSUE, contacts=(Contact(label="々" * 99),)), "联系方式的名称.*有 99 个字"),
        (replace(ISSUE, look=Look(name="../../etc/evil")), "没有名为“../../etc/evil”的版式"),
        (replace(ISSUE, look=Look(name="1." * 2000)), "没有名为"),
        (replace(ISSUE, look=Look(name="house", settings=(("type.title", 0),))), "type.title"),
    ],
)
def test_what_could_not_be_printed_is_not_imported(tmp_path, issue, said):
    with pytest.raises(UserError, match=f"刊库未变：.*{said}"):
        imported(tmp_path, issue)


def test_links_to_programs_become_words_and_are_said(tmp_path):
    runs = (Run(text="点此", link="javascript:alert(1)"), Run(text="这里", link="https://example.org"))
    outcome = imported(tmp_path, with_first(blocks=(Paragraph(runs=runs),), link="file:///etc/passwd"))
    article = next(outcome.issue.articles())
    assert [run.link for run in article.blocks[0].runs] == ["", "https://example.org"]
    assert article.link == ""
    assert any("1 个链接" in line for line in outcome.report)
    assert any("file:///etc/passwd" in line for line in outcome.report)


def test_a_package_whose_picture_is_a_program_is_refused_unopened(tmp_path, monkeypatch):
    def started(*words, **_):
        raise AssertionError(f"a program was started: {words}")

    monkeypatch.setattr("subprocess.Popen.__init__", started)
    data = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 50 50\n%%EndComments\n{} loop\n"
    digest = hashlib.sha256(data).hexdigest()
    picture = Picture(sha256=digest, media_type="image/png", width=50, height=50)
    issue = with_first(blocks=(Figure(picture=picture),))
    path = tmp_path / "a.bulletin"
    path.write_bytes(write_package(Package(issue=issue, publication=PUBLICATION, pictures={**PICTURES, digest: data})))
    with pytest.raises(UserError, match="图片与说明不符"):
        import_file(path, Nowhere())


def test_who_edited_and_cannot_be_a_person_is_taken_in_and_said(tmp_path):
    archive = ArticleArchive(editor="来源：云州日报、周明")
    credit = Credit(role="责任编辑", names=(Name(text="本刊编辑部"), Name(text="郑言")))
    issue = replace(with_first(archive=archive), credits=(credit,))
    outcome = imported(tmp_path, issue)
    assert next(outcome.issue.articles()).archive.editor == archive.editor
    assert outcome.issue.credits[0].names == credit.names
    assert any("版权页“责任编辑”里的“本刊编辑部”不像人名" in line for line in outcome.report)
    assert any("的责任编辑“来源：云州日报”不像人名" in line for line in outcome.report)
    assert not any("郑言" in line or "周明" in line for line in outcome.report)
