from editor.model.article import Article, ArticleArchive, Title
from editor.model.edits import PENDING, ArticlePosition, add_articles
from editor.model.tagging import tag_articles
from editor.model.workspace import Workspace
from tests.fakes import issue_of


def article(title, *tags):
    return Article(title=Title(text=title), archive=ArticleArchive(tags=tags))


def space():
    made = Workspace(issue=issue_of(article("甲", "数据"), article("乙", "政策", "数据"), article("丙")))
    return add_articles(made, ArticlePosition(section=PENDING, position=0), (article("丁"),))


def tags(space):
    return [one.archive.tags for one in space.articles()]


def test_tags_are_added_to_and_taken_from_several_articles():
    before = space()
    uids = [one.uid for one in before.articles() if one.title.text != "丙"]
    made = tag_articles(before, uids, add=("交通", "数据"), remove=("政策",))
    assert tags(made) == [("数据", "交通"), ("数据", "交通"), (), ("交通", "数据")]


def test_nothing_new_is_the_same_value():
    before = space()
    assert tag_articles(before, [one.uid for one in before.articles()], remove=("没有",)) is before
