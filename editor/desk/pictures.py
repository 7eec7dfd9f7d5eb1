"""The pictures of an issue: collected from the library, checked on import."""

from collections.abc import Mapping

from editor.desk.ports import LibraryReader
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.picture import MOST_PIXELS, Picture, StoredPicture
from editor.model.used_pictures import article_pictures, stored_pictures, used_pictures


def picture_bytes(issue: Issue, library: LibraryReader) -> dict[str, bytes]:
    """Return the bytes of the issue's pictures by sha256; those that are missing keep their place on the page."""
    return library.files.pictures(picture.sha256 for picture in stored_pictures(issue))


def missing_pictures(issue: Issue, pictures: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return a sentence where pictures of the issue are missing, else nothing."""
    missing = [picture for picture in used_pictures(issue) if picture.sha256 not in pictures]
    if not missing:
        return ()
    advice = tr("请重新放入图片，或导入带图片的期刊包（.bulletin）。")
    lost = {picture.sha256 for picture in missing}
    titles = [
        tr("《{title}》", title=article.title.text)
        for article in issue.articles()
        if any(picture.sha256 in lost for picture in article_pictures((article,)))
    ]
    where = tr("（{titles}）", titles="".join(titles)) if titles else ""
    message = tr(
        "有 {n} 张图片的数据不在刊库里或已损坏{where}，版面上留空。{advice}",
        n=len(missing),
        where=where,
        advice=advice,
    )
    return (message,)


def refuse_huge(used: tuple[Picture, ...]) -> None:
    """Raise UserError for a picture described as larger than allowed, also where its bytes are missing."""
    huge = next((picture for picture in used if picture.width * picture.height > MOST_PIXELS), None)
    if huge:
        raise UserError(
            tr(
                "文件里有一张 {width}×{height} 像素的图片，太大了，没有导入，刊库未变。",
                width=huge.width,
                height=huge.height,
            )
        )


def checked_pictures(
    used: tuple[StoredPicture, ...], data: Mapping[str, bytes]
) -> tuple[tuple[StoredPicture, bytes], ...]:
    """Return pictures with their bytes. Raises UserError for bytes that do not fit their description."""
    # imported only on import: an export does not need the picture library
    from editor.intake.pictures import check_stored

    pairs = tuple((picture, data[picture.sha256]) for picture in used if picture.sha256 in data)
    for picture, stored in pairs:
        if not check_stored(picture, stored):
            raise UserError(tr("期刊包里有一张图片与说明不符或太大，没有导入，刊库未变。请重新索取。"))
    return pairs
