"""似已刊 over 10,500 invented articles: python -m tests.benchmarks.bench_similar [ARTICLES]

Time of one question, share of what is found and of what is rightly found: 300 altered copies (reposted, edited, cut,
every sentence changed, told by another outlet) and 300 articles that are new. Then the pairs of tests/similar_pairs.py.
"""

import datetime as dt
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from db.library import open_library
from db.store import Store
from editor.desk.archive.seen_before import Seen, seen_before
from editor.model.article import Article, Title
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from editor.text.similar.likeness import Telling, likeness
from tests.benchmarks.processor import load
from tests.similar_pairs import pairs

ARTICLES, AN_ISSUE, EACH = 10_500, 15, 60
_STOCK = (
    "数据要素改革公共授权运营平台企业登记流通交易场景示范应用治理安全合规产业园区制造港口物流养老医疗教育农业绿色建材"
    "智慧城市服务窗口审批算力网络模型芯片实验室标准人才资金奖补考核试点任务目标进度成效机制清单目录接口质量评估监测"
)
_WORDS = tuple(_STOCK[at : at + 2] for at in range(0, len(_STOCK), 2))
_JOINTS = tuple("的和将在对向为了由与把".strip())
# in a fifth of all articles: what offices write everywhere
_PHRASES = (
    "会议强调，要坚持以人民为中心的发展思想，统筹发展和安全，推动各项任务落地见效",
    "下一步，将进一步加强组织领导，压实工作责任，确保各项任务按期完成",
    "记者从新闻发布会上获悉，有关部门负责人介绍了情况并回答了提问",
)
_PLACES = ("云州市", "白河市", "临海市", "青岚市", "江源省", "澄江区", "望海县")
_KINDS = ("实施方案", "管理办法", "行动计划", "条例", "指导意见")
_Told = tuple[str, list[str]]


def main() -> None:
    """Fill a library, ask it, and print what it says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    chance = random.Random(5)
    told = [_article(chance) for _ in range(count)]
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "library.db") as library:
        uids = _fill(library, told)
        before = time.process_time()
        library.likeness.read_on()
        print(f"{load()}\nreading {count} articles: {time.process_time() - before:.1f} s of CPU")
        _ask(library, told, uids, chance)
    right = [bool(_of(one.second, one.first)) == one.same for one in pairs()]
    print(f"pairs: right on {sum(right)} of {len(right)}")


def _ask(library: Store, told: list[_Told], uids: list[str], chance: random.Random) -> None:
    altered = list(_altered(told, chance))
    times: list[float] = []
    found = [(kind, number, _timed(library, one, times)) for kind, number, one in altered]
    new = [_timed(library, _article(chance), times) for _ in range(5 * EACH)]
    good = wrong = 0
    for kind in dict.fromkeys(kind for kind, _, _ in altered):
        hits = [any(one.kept.article == uids[number] for one in seen) for name, number, seen in found if name == kind]
        good += sum(hits)
        print(f"  {kind}: found {sum(hits)} of {len(hits)}")
    wrong = sum(one.kept.article != uids[number] for _, number, seen in found for one in seen) + sum(map(len, new))
    times.sort()
    print(
        f"recall {good / len(found):.3f}, precision {good / max(1, good + wrong):.3f}, "
        f"said of new ones {sum(map(bool, new))} times"
    )
    spent = (statistics.median(times), times[int(len(times) * 0.95)], times[-1])
    print("a question: median {:.1f} ms, p95 {:.1f} ms, most {:.1f} ms of CPU (wanted 40)".format(*spent))


def _timed(library: Store, told: _Told, times: list[float]) -> tuple[Seen, ...]:
    before = time.process_time()
    seen = seen_before(Telling(title=told[0], body="\n".join(told[1])), library.likeness)
    times.append((time.process_time() - before) * 1000)
    return seen


def _of(new: tuple[str, str], old: tuple[str, str]) -> object:
    return likeness(Telling(title=new[0], body=new[1]), Telling(title=old[0], body=old[1]))


def _fill(library: Store, told: list[_Told]) -> list[str]:
    publication = Publication(profile=Profile(masthead="云州观察"))
    library.save_publication(publication)
    uids: list[str] = []
    for number, start in enumerate(range(0, len(told), AN_ISSUE), start=1):
        articles = tuple(
            Article(title=Title(text=title), blocks=tuple(Paragraph(runs=text_of(line)) for line in lines))
            for title, lines in told[start : start + AN_ISSUE]
        )
        uids += [one.uid for one in articles]
        year = 2000 + number // 40
        issue = Issue(
            publication=publication.uid,
            number=Number(year=year, number=number % 40 + 1, total=number),
            date=dt.date(year, 1, 1) + dt.timedelta(weeks=number % 40),
            profile=publication.profile,
            sections=(Section(name="要闻", articles=articles),),
        )
        library.add_issue(issue)
    return uids


def _article(chance: random.Random) -> _Told:
    name = "".join(chance.choices(_WORDS, k=chance.randint(2, 4))) + chance.choice(_KINDS)
    title = f"{chance.choice(_PLACES)}{chance.choice(('印发', '出台', '公布'))}《{name}》"
    long, lines = max(500, chance.gauss(1300, 400)), list[str]()
    while sum(map(len, lines)) < long:
        lines.append(chance.choice(_PHRASES) + "。" if chance.random() < 0.1 else _sentence(chance))
    return title, lines


def _sentence(chance: random.Random) -> str:
    return (
        "，".join(
            "".join(chance.choice(_WORDS) + (chance.choice(_JOINTS) if chance.random() < 0.3 else "") for _ in range(6))
            for _ in range(chance.randint(2, 4))
        )
        + "。"
    )


def _altered(told: list[_Told], chance: random.Random) -> Iterator[tuple[str, int, _Told]]:
    for kind, change in _CHANGES.items():
        for number in chance.sample(range(len(told)), EACH):
            title, lines = told[number]
            yield kind, number, change(title, list(lines), chance)


def _reposted(title: str, lines: list[str], _chance: random.Random) -> _Told:
    return title, [line.replace("，", ", ").replace("。", ".\n") for line in lines]


def _edited(title: str, lines: list[str], chance: random.Random) -> _Told:
    kept = [line for line in lines if chance.random() > 0.1]
    return title.replace("印发", "发布"), [_typed(line, chance) if chance.random() < 0.15 else line for line in kept]


def _cut(title: str, lines: list[str], chance: random.Random) -> _Told:
    many = max(2, int(len(lines) * 0.4))
    start = chance.randrange(len(lines) - many + 1)
    return title, lines[start : start + many]


def _typed_all(title: str, lines: list[str], chance: random.Random) -> _Told:
    return title, [_typed(line, chance) for line in lines]


def _retold(title: str, lines: list[str], chance: random.Random) -> _Told:
    kept = [line for line in lines if chance.random() < 0.35] or lines[:2]
    retold = kept + [_sentence(chance) for _ in range(int(len(lines) * 0.6))]
    chance.shuffle(retold)
    return f"{title[: title.index('《')]}{title[title.index('《') :]} 助力高质量发展", retold


def _typed(line: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(line) - 1)
    return line[:at] + chance.choice("了等其将要") + line[at + chance.choice((0, 1)) :]


_CHANGES = {"reposted": _reposted, "edited": _edited, "cut": _cut, "every sentence": _typed_all, "retold": _retold}

if __name__ == "__main__":
    main()
