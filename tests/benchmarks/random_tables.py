"""Random tables for benchmarks and tests: text, numbers, addresses, cells over rows and columns, from a seed."""

import random

from editor.model.body import CellSpan, ColumnAlignment, Table, text_of

HANZI = "数据要素市场化配置改革发展建设服务管理平台企业资源共享开放安全技术应用创新产业经济社会治理能力体系标准登记"
WORDS = ("European", "Data", "Act", "GB/T 36344—2018", "AI", "5G", "interoperability", "API", "What’s")
MOST_COLUMNS, MOST_ROWS, LONGEST = 12, 60, 4000


def random_table(seed: int) -> Table:
    """Return the table of a seed."""
    rng = random.Random(seed)
    columns = rng.randint(1, MOST_COLUMNS)
    count = rng.choice((rng.randint(2, 8), rng.randint(2, MOST_ROWS)))
    kinds = [rng.choice(("number", "number", "word", "text", "mixed")) for _ in range(columns)]
    longest = rng.choice((10, 10, 40, 200, LONGEST))
    heads = rng.choice((0, 1, 1, 1, 2, 3)) if count > 3 else rng.randint(0, 1)
    grid = [[_words(rng, 8) if row < heads else _cell(rng, kind, longest) for kind in kinds] for row in range(count)]
    if rng.random() < 0.3:
        grid[-1][0] = "合计"
    spans = _spans(rng, grid, heads) if rng.random() < 0.4 else ()
    rows = tuple(tuple(map(text_of, row)) for row in grid)
    sides = tuple(rng.choice(tuple(ColumnAlignment)) for _ in range(columns)) if rng.random() < 0.3 else ()
    return Table(
        head=rows[0],
        rows=rows[1:],
        caption=rng.choice(("", f"表{seed}　{_words(rng, 20)}")),
        note=rng.choice(("", "注：数据为初步核算数。")),
        spans=spans,
        header_rows=heads,
        alignments=sides,
    )


def _cell(rng: random.Random, kind: str, longest: int) -> str:
    chance = rng.random()
    if chance < 0.05:
        return ""
    if chance < 0.08:
        return "https://example.org/" + f"{rng.getrandbits(300):x}"[: rng.randint(5, 70)]
    if kind == "number":
        return _number(rng)
    # most cells are short, few as long as may be
    length = int(longest ** rng.random()) if rng.random() < 0.9 else rng.randint(1, longest)
    if kind == "word":
        return _words(rng, min(length, 12))
    return _words(rng, length) if kind == "text" else _mixed(rng, length)


def _number(rng: random.Random) -> str:
    value = rng.choice((rng.randint(0, 9999), rng.uniform(-1000, 1000), rng.uniform(0, 10_000_000)))
    return f"{value:,.2f}" + rng.choice(("", "", "%"))


def _words(rng: random.Random, most: int) -> str:
    return "".join(rng.choice(HANZI) for _ in range(rng.randint(1, max(1, most))))


def _mixed(rng: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        part = _words(rng, 14)
        text += rng.choice((f"“{part}”", f"《{part}》（试行）", part + rng.choice(WORDS), part + _number(rng)))
        text += rng.choice("，。；、，")
    return text[:length]


def _spans(rng: random.Random, grid: list[list[str]], heads: int) -> tuple[CellSpan, ...]:
    """Return a few cells over rows and columns, and empty the places under them.

    Those of the last column take one row, so that there is a rule between all rows, by which they are read back.
    """
    taken, spans = set[tuple[int, int]](), []
    for _ in range(rng.randint(1, 4)):
        row, column = rng.randrange(len(grid)), rng.randrange(len(grid[0]))
        last = heads if row < heads else len(grid)
        rows, columns = rng.randint(1, min(4, last - row)), rng.randint(1, min(3, len(grid[0]) - column))
        rows = 1 if column + columns == len(grid[0]) else rows
        span = CellSpan(row=row, column=column, rows=rows, columns=columns)
        if rows * columns > 1 and taken.isdisjoint(span.cells()):
            taken.update(span.cells())
            spans.append(span)
            for under_row, under_column in span.cells()[1:]:
                grid[under_row][under_column] = ""
    return tuple(sorted(spans, key=lambda one: (one.row, one.column)))
