import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.body import Heading, Paragraph, Run, plain, text_of
from editor.text.lead_in import bold_lead_ins, lead_in_spans

SAMPLE = Path(__file__).parent.parent.parent.parent / "shared" / "sample" / "issue-213.json"


def lead_ins(text):
    return [text[start:end] for start, end in lead_in_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是强化统筹。各区按月报送。", ["一是强化统筹。"]),
        ("具体如下。一是强化统筹。按月报送。二是压实责任。逐级签字。", ["一是强化统筹。", "二是压实责任。"]),
        ("一是强化统筹；二是压实责任；三是加强督查。", []),
        ("第一，登记更快。全程网办。", ["第一，登记更快。"]),
        ("首先，摸清底数。各区普查。", ["首先，摸清底数。"]),
        ("（1）健全机制：企业享有权益。", ["（1）健全机制："]),
        ("(二)完善标准。由协会牵头。", ["(二)完善标准。"]),
        ("1. 报名登记：按月办理。", ["1. 报名登记："]),
        ("一是推进《办法（试行）。》落地。各区执行。", ["一是推进《办法（试行）。》落地。"]),
        ("第二，核对来源。逐条写明。", ["第二，核对来源。"]),
        ("\u3000\u3000第二、核对来源。逐条写明。", ["第二、核对来源。"]),
        ("第2，核对来源。逐条写明。", ["第2，核对来源。"]),
        ("第二方面，核对来源。逐条写明。", ["第二方面，核对来源。"]),
        ("再次,核对来源。逐条写明。最后，归档。按月装订。", ["再次,核对来源。", "最后，归档。"]),
        ("其一，统一口径。各科照办。其二，统一模板。年底启用。", ["其一，统一口径。", "其二，统一模板。"]),
        ("一方面，缩短时限。当天办结。另一方面，保证质量。两人核对。", ["一方面，缩短时限。", "另一方面，保证质量。"]),
        ("一要统筹安排。列出清单。二要抓紧落实。按周报送。", ["一要统筹安排。", "二要抓紧落实。"]),
        ("二、加强值守。节日不断岗。", ["二、加强值守。"]),
        ("2、加强值守。节日不断岗。", ["2、加强值守。"]),
        ("2）加强值守。节日不断岗。", ["2）加强值守。"]),
        ("第三、四季度按月报送。名单另附。", []),
        ("一、二等奖名单已经公布。名单另附。", []),
        ("第二条办法自公布之日起施行。名单另附。", []),
        ("一要素改革已经完成。名单另附。", []),
        ("1、2号楼已经交付。名单另附。", []),
        ("其二的统计已经完成。名单另附。", []),
        ("一是强化统筹。", []),
        ("1.5亿元投入。都已到位。", []),
        ("之一是统筹。其余照旧。", []),
        ("一是否统筹。其余照旧。", []),
        ("一是" + "长" * 40 + "。其余照旧。", []),
        ("", []),
    ],
)
def test_lead_ins_open_a_point_and_lead_into_something(text, expected):
    assert lead_ins(text) == expected


def test_they_are_set_bold_in_paragraphs_only():
    text = "一是强化统筹。各区按月报送。"
    heading, other = Heading(runs=text_of(text)), Paragraph(runs=text_of("其他。"))
    made = bold_lead_ins((Paragraph(runs=text_of(text)), heading, other))
    assert made[0].runs == (Run(text="一是强化统筹。", bold=True), Run(text="各区按月报送。"))
    assert made[1] is heading
    assert made[2] is other


@given(st.text(st.sampled_from("一二是第，。；：（）1.首先《》字")))
def test_spans_lie_in_order_inside_the_text(text):
    edges = [edge for span in lead_in_spans(text) for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the client's sample is not beside this checkout")
def test_every_bold_lead_in_of_the_reference_issue_is_found():
    issue = json.loads(SAMPLE.read_text(encoding="utf-8"))
    blocks = [block for section in issue["sections"] for article in section["articles"] for block in article["blocks"]]
    for runs in (block["runs"] for block in blocks if block["type"] == "paragraph"):
        made = tuple(Run(text=run["text"], bold=run["bold"]) for run in runs)
        found = lead_ins(plain(made))
        assert all(run.text in found for run in made if run.bold)
