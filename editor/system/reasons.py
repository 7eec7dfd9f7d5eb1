"""Messages for errors of the disk: the reason, and what to do."""

import errno

from editor.model.language import mark_tr, tr_marked

_GONE = mark_tr("磁盘读不到了（可能已拔出或断线），请重新接上")
_FAILED = mark_tr("磁盘读写出错，请检查磁盘是否还连着；一再出错就换一块")
_REASONS = {
    errno.ENOSPC: mark_tr("磁盘已满，请腾出空间或换一个位置"),
    errno.EDQUOT: mark_tr("磁盘配额已满，请腾出空间或换一个位置"),
    errno.EFBIG: mark_tr("文件太大，这个磁盘放不下，请换一个位置"),
    errno.EACCES: mark_tr("没有写入权限，请换一个文件夹"),
    errno.EPERM: mark_tr("没有写入权限，请换一个文件夹"),
    errno.EROFS: mark_tr("文件夹是只读的，请换一个文件夹"),
    errno.ENOENT: mark_tr("文件夹不存在，请先新建或换一个文件夹"),
    errno.ENOTDIR: mark_tr("路径中有一段不是文件夹，请检查路径"),
    errno.EEXIST: mark_tr("有一个同名的文件挡着，请把它改名或移开"),
    errno.EISDIR: mark_tr("这是一个文件夹，请写明文件名"),
    errno.ENAMETOOLONG: mark_tr("文件名太长，请改短"),
    errno.ELOOP: mark_tr("这个链接绕回了自己，请改用文件本身的路径"),
    errno.EBUSY: mark_tr("文件正被别的程序占用，请关掉那个程序再试"),
    errno.EMFILE: mark_tr("打开的文件太多，请关掉一些程序再试"),
    errno.ENFILE: mark_tr("打开的文件太多，请关掉一些程序再试"),
    errno.EIO: _FAILED,
    **dict.fromkeys((errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT), _GONE),
}

_READING_REASONS = {
    errno.ENOENT: mark_tr("找不到这个文件，请检查路径"),
    errno.EACCES: mark_tr("没有读取权限，请向文件的所有者要权限"),
    errno.EPERM: mark_tr("没有读取权限，请向文件的所有者要权限"),
}


def reason_of(error: OSError, *, reading: bool = False) -> str:
    """Return the reason and what to do, in the system's words where the error is unknown; without a full stop."""
    known = _REASONS | (_READING_REASONS if reading else {})
    reason = known.get(error.errno or 0)
    return tr_marked(reason) if reason else error.strerror or str(error)
