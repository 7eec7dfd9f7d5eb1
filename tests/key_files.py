"""Key files for tests: whole around whatever key they hold."""

import hashlib


def key_text(pem, *, name="宋希贤", printed="0"):
    """The text of a file around a key in PEM."""
    pem = pem.strip()
    check = hashlib.sha256("\n".join((name, printed, *pem.split())).encode()).hexdigest()[:16]
    head = ("简报编辑台签发密钥，请妥善保管，不要发给别人", f"姓名：{name}", f"指纹：{printed}", f"校验：{check}")
    return "\n".join((*head, pem, ""))
