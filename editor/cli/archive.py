"""The commands of the archive: search QUERY, reindex, verify-index."""

import argparse
from types import MappingProxyType
from typing import TYPE_CHECKING

from editor.cli.command import Command, OpenLibrary
from editor.cli.output import progress, show_json, show_message, warn
from editor.desk.archive.ports import IndexState
from editor.model.errors import UserError

if TYPE_CHECKING:
    from editor.desk.archive.values import Found, Hit, Marked, Query
    from editor.desk.ports import Library

_DAMAGED = "检索的索引已损坏，文章本身没有受影响。请用 bulletin-desk reindex 重建。"


def search(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Print what is found of every article ever written. Raises UserError where the index is damaged."""
    from editor.desk.archive.query import query_of
    from editor.desk.archive.values import SearchOrder

    order = SearchOrder.DATE if call.by_date else SearchOrder.RANKED
    with open_library(call.library) as library:
        _made_ready(library)
        found = library.archive.found(query_of(" ".join(call.query)), order, limit=call.limit)
    if call.json:
        show_json(_as_json(found))
        return
    show_message(f"共 {found.total} 篇" + (f"，列出前 {len(found.hits)} 篇" if found.total > len(found.hits) else ""))
    for hit in found.hits:
        _show(hit)


def reindex(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Index every article anew."""
    with open_library(call.library) as library:
        if library.read_only:
            raise UserError(library.why_read_only)
        with progress("建立索引") as told:
            library.archive.build_index(lambda done, every: told(f"{done}/{every}"))
        total = library.archive.found(_everything(), limit=0).total
    show_message(f"索引已建好：{total} 篇")


def verify_index(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Compare the index with every article. Raises UserError where they differ."""
    with open_library(call.library) as library, progress("核对索引"):
        state = library.archive.verify_index()
    match state:
        case IndexState.FITS:
            show_message("索引和全部文章一致")
        case IndexState.TO_BUILD:
            raise UserError("索引还没有建好。用 bulletin-desk reindex 建立；打开窗口时也会接着建。")
        case IndexState.DAMAGED:
            raise UserError(_DAMAGED)


def _everything() -> "Query":
    from editor.desk.archive.values import Query

    return Query()


def _made_ready(library: "Library") -> None:
    """Build what is lacking of the index, say so where that is not possible. Raises UserError where it is damaged."""
    match library.archive.index_state():
        case IndexState.DAMAGED:
            raise UserError(_DAMAGED)
        case IndexState.TO_BUILD if library.read_only:
            warn("索引还没有建好，可能有漏；等打开着刊库的程序建好再找。")
        case IndexState.TO_BUILD:
            with progress("建立索引") as told:
                library.archive.build_index(lambda done, every: told(f"{done}/{every}"), anew=False)
        case IndexState.FITS:
            pass


def _show(hit: "Hit") -> None:
    place = "  ".join(
        filter(None, (hit.label or hit.state, f"{hit.folio} 页" if hit.folio else "", hit.section, hit.source))
    )
    show_message(f"\n{_marked(hit.title)}\n  {place}\n  {_marked(hit.snippet)}")


def _marked(piece: "Marked") -> str:
    """Return a piece with brackets around what was found: a terminal may have no colours."""
    text = piece.text
    for start, end in reversed(piece.marks):
        text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return text.replace("\n", " ")


def _as_json(found: "Found") -> dict[str, object]:
    hits = [
        {
            "issue": hit.issue,
            "article": hit.article,
            "title": hit.title.text,
            "snippet": hit.snippet.text,
            "label": hit.label,
            "date": hit.date.isoformat() if hit.date else None,
            "section": hit.section,
            "source": hit.source,
            "state": hit.state,
            "folio": hit.folio,
            "count": hit.count,
        }
        for hit in found.hits
    ]
    facets = {field.name.lower(): {one.value: one.count for one in values} for field, values in found.facets.items()}
    return {"total": found.total, "hits": hits, "facets": facets}


ARCHIVE_COMMANDS: MappingProxyType[str, Command] = MappingProxyType(
    {"search": search, "reindex": reindex, "verify-index": verify_index}
)
