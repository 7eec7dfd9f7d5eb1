"""A fingerprint on a sheet of paper: what stands in the file that is printed and handed out."""

import datetime as dt

from editor.model.language import tr

_GROUPS_A_LINE = 4


def fingerprint_text(name: str, printed: str, day: dt.date) -> str:
    """Return the sheet. printed: eight groups of five digits."""
    groups = printed.split()
    lines = ["    ".join(groups[at : at + _GROUPS_A_LINE]) for at in range(0, len(groups), _GROUPS_A_LINE)]
    parts = (
        tr("{name}的签发密钥", name=name),
        tr("指纹（每组最后一位是校验）"),
        "",
        *lines,
        "",
        tr("核对办法：在每台要核验的电脑上打开“签发人与密钥”，选中这把密钥，点“核对指纹”，照这张纸输入一次。"),
        tr("请当面或打电话核对，不要照邮件里收到的抄。"),
        f"{day:%Y-%m-%d}",
    )
    return "\n".join(parts) + "\n"
