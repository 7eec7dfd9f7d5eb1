"""The chief's key file, its fingerprint, and how one key gives way to the next."""

import base64
import datetime as dt
import functools
import hashlib
import itertools
import tempfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from hypothesis import given
from hypothesis import strategies as st

from editor.desk.review.fingerprint import differing_groups, fingerprint, read_fingerprint
from editor.desk.review.introductions import Confirmation, introduce, trusted_keys
from editor.desk.review.keys import make_key, open_key
from editor.desk.review.passphrase import passphrase_fault
from editor.desk.review.pkcs8 import encrypted_pem
from editor.desk.review.seen import Retired
from editor.desk.review.signatures import is_signed
from editor.desk.review.trust import TrustFile
from editor.model.approval import Signed
from editor.model.errors import UserError

WORDS = "一句只有自己知道的话"
AT = dt.datetime(2025, 1, 20, 8, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
keys = st.binary(min_size=32, max_size=32).map(bytes.hex)


@pytest.fixture
def chief(tmp_path):
    return make_key(tmp_path / "宋希贤.key", name="宋希贤", passphrase=WORDS)


@pytest.fixture
def second(tmp_path):
    return make_key(tmp_path / "second.key", name="熊晚秋", passphrase=WORDS)


def confirmed(*signers):
    return [Confirmation(key=one.public, name=one.name, at=AT) for one in signers]


# the file


def test_a_key_opens_with_its_passphrase_and_signs(tmp_path, chief):
    opened = open_key(tmp_path / "宋希贤.key", WORDS)
    assert (opened.name, opened.public) == ("宋希贤", chief.public)
    assert is_signed(opened.sign("批准"))


def test_the_file_is_for_its_owner_alone_and_never_written_over(tmp_path, chief):
    path = tmp_path / "宋希贤.key"
    assert path.stat().st_mode & 0o077 == 0
    before = path.read_bytes()
    with pytest.raises(UserError, match="已经有了"):
        make_key(path, name="宋希贤", passphrase=WORDS)
    assert path.read_bytes() == before
    assert chief.private.private_bytes_raw() not in before


def test_other_libraries_read_the_file(tmp_path, chief):
    private = serialization.load_pem_private_key((tmp_path / "宋希贤.key").read_bytes(), WORDS.encode())
    assert private.public_key().public_bytes_raw().hex() == chief.public


@pytest.fixture
def as_dear_as_shipped(monkeypatch):
    monkeypatch.setattr("editor.desk.review.keys.encrypted_pem", encrypted_pem)


@pytest.mark.usefixtures("as_dear_as_shipped")
def test_guessing_a_passphrase_costs_memory(tmp_path, chief):
    pem = (tmp_path / f"{chief.name}.key").read_text(encoding="utf-8").partition("-----BEGIN ")[2].splitlines()[1:-1]
    der = base64.b64decode("".join(pem))
    scrypt = bytes.fromhex("06092b06010401da47040b")
    assert scrypt in der
    assert bytes.fromhex("0203020000020108020101") in der


@pytest.mark.parametrize("words", ["一句只有自己知道的語", "", WORDS + " "])
def test_a_wrong_passphrase_is_said(tmp_path, chief, words):
    with pytest.raises(UserError, match="口令不对"):
        open_key(tmp_path / f"{chief.name}.key", words)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("今年桂花开得早", "至少 10 个字"),
        ("今年桂花开得早\x07云州人", "打不出来"),
        ("13900139000", "只有数字"),
        ("1987041219870412", "只有数字"),
        ("好好好好好好好好好好好好", "来回重复"),
        ("早上好早上好早上好早上好", "来回重复"),
        ("abcdeabcdeabcde", "来回重复"),
        ("9876543210abcdef", "连着的"),
        ("qwertyuiop[]", "连着的"),
        ("ＱＷＥＲＴＹＵＩＯＰ", "连着的"),
        ("一二三四五六七八九十", "连着的"),
        ("Password 2025!", "大家常用"),
        ("P@ssw0rd-19870412", "大家常用"),
        ("床前明月光，疑是地上霜", "大家常用"),
        ("songxixian1987", "除了姓名"),
        ("宋希贤 1987-04-12 宋希贤", "除了姓名"),
    ],
)
def test_a_passphrase_that_is_soon_guessed_is_refused(tmp_path, words, why):
    with pytest.raises(UserError, match=why):
        make_key(tmp_path / "a.key", name="宋希贤", passphrase=words)
    assert not (tmp_path / "a.key").exists()


@pytest.mark.parametrize("words", ["云州今年的桂花开得早", "seven odd kettles sing", "3 只黑猫 4 把伞挂在门口"])
def test_a_line_of_ones_own_will_do(words):
    assert passphrase_fault(words, name="宋希贤") == ""


# keys of before, and keys that nobody made in good faith


def key_file(path, pem, *, name="宋希贤", printed="0"):
    """A file around a key: what stands in it is whole, whatever the key is."""
    pem = pem.strip()
    check = hashlib.sha256("\n".join((name, printed, *pem.split())).encode()).hexdigest()[:16]
    head = ("简报编辑台签发密钥，请妥善保管，不要发给别人", f"姓名：{name}", f"指纹：{printed}", f"校验：{check}")
    path.write_text("\n".join((*head, pem, "")), encoding="utf-8")
    return path


def der_of(private):
    plain = (serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return private.private_bytes(*plain)


@pytest.mark.parametrize("words", ["一句只有自己知道的话", "123456"])
def test_a_key_of_before_opens_under_whatever_passphrase_it_has(tmp_path, words):
    private = ed25519.Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw().hex()
    pem = encrypted_pem(der_of(private), words, cost=1 << 14)
    assert open_key(key_file(tmp_path / "old.key", pem, printed=fingerprint(public)), words).public == public


def pem_with(change):
    """A key of ours whose own bytes are changed."""
    text = encrypted_pem(der_of(ed25519.Ed25519PrivateKey.generate()), WORDS, cost=1 << 14)
    head, *body, tail = text.strip().splitlines()
    der = change(base64.b64decode("".join(body)))
    return "\n".join((head, base64.b64encode(der).decode(), tail))


BLOCKS_OF_8 = bytes.fromhex("02024000020108020101")


@pytest.mark.parametrize(
    "costs",
    [
        pytest.param("02027fff020200ff020101", id="wide blocks"),
        pytest.param("02047fffffff020108020101", id="very many blocks"),
        pytest.param("020240000201080202 7fff".replace(" ", ""), id="very often"),
    ],
)
def test_a_key_that_would_take_all_memory_is_refused_unopened(tmp_path, costs):
    def dearer(der):
        at = der.index(BLOCKS_OF_8)
        salt = der[at - 18 : at]
        scrypt = sequence(bytes.fromhex("06092b06010401da47040b"), sequence(salt, bytes.fromhex(costs)))
        return key_info(scrypt)

    with pytest.raises(UserError, match="过多的内存和时间"):
        open_key(key_file(tmp_path / "trap.key", pem_with(dearer)), WORDS)


@pytest.mark.parametrize(("rounds", "said"), [("0204 7fffffff", "过多的内存和时间"), ("0202 0800", "口令不对")])
def test_the_older_way_to_stretch_a_passphrase_is_bounded_too(tmp_path, rounds, said):
    costs = bytes.fromhex("0408" + "61" * 8 + rounds.replace(" ", ""))
    derivation = sequence(bytes.fromhex("06092a864886f70d01050c"), sequence(costs))
    with pytest.raises(UserError, match=said):
        open_key(key_file(tmp_path / "old.key", pem_with(lambda _der: key_info(derivation))), WORDS)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda _der: b"", id="empty"),
        pytest.param(lambda der: der[:40], id="cut off"),
        pytest.param(lambda _der: b"\x30\x84\x7f\xff\xff\xff", id="a length of 2 GB"),
        pytest.param(lambda der: der.replace(b"\x47\x04\x0b", b"\x47\x04\x0c"), id="unknown way"),
        pytest.param(lambda der: der.replace(b"\x03\x04\x01\x2a", b"\x03\x04\x01\x7a"), id="unknown cipher"),
    ],
)
def test_a_key_that_nobody_can_read_is_said(tmp_path, change):
    with pytest.raises(UserError, match=r"已损坏|口令不对"):
        open_key(key_file(tmp_path / "odd.key", pem_with(change)), WORDS)


@pytest.mark.parametrize("text", ["姓名：甲", "简报编辑台签发密钥，请妥善保管，不要发给别人\n姓名：甲"])
def test_a_file_with_half_a_head_is_said(tmp_path, text):
    lines = (text, "-----BEGIN ENCRYPTED PRIVATE KEY-----", "AA", "-----END ENCRYPTED PRIVATE KEY-----")
    (tmp_path / "half.key").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(UserError, match=r"已损坏|不是总编辑的签发密钥"):
        open_key(tmp_path / "half.key", WORDS)


def sequence(*parts):
    body = b"".join(parts)
    return bytes([0x30, len(body)] if len(body) < 128 else [0x30, 0x81, len(body)]) + body


def key_info(derivation):
    """An EncryptedPrivateKeyInfo with this way to stretch the passphrase."""
    cipher = sequence(bytes.fromhex("060960864801650304012a"), b"\x04\x10" + bytes(16))
    scheme = sequence(bytes.fromhex("06092a864886f70d01050d"), sequence(derivation, cipher))
    return sequence(scheme, b"\x04\x40" + bytes(64))


@functools.cache
def old_key():
    """Public key and file of a key of before: it costs less to open, over and over."""
    private = ed25519.Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw().hex()
    pem = encrypted_pem(der_of(private), WORDS, cost=1 << 14)
    with tempfile.TemporaryDirectory() as folder:
        return public, key_file(Path(folder) / "a.key", pem, printed=fingerprint(public)).read_bytes()


def test_a_key_survives_the_mail(tmp_path, chief):
    text = (tmp_path / "宋希贤.key").read_text(encoding="utf-8")
    (tmp_path / "mail.key").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert open_key(tmp_path / "mail.key", WORDS).public == chief.public


@given(st.data())
def test_a_damaged_file_is_told_from_a_wrong_passphrase(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("keys")
    public, whole = old_key()
    (folder / "a.key").write_bytes(whole)
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:at] + bytes([whole[at] ^ 1 << data.draw(st.integers(0, 7))]) + whole[at + 1 :]
    (folder / "a.key").write_bytes(broken)
    try:
        assert open_key(folder / "a.key", WORDS).public == public
    except UserError as error:
        assert "已损坏" in str(error) or "不是总编辑的签发密钥" in str(error)  # noqa: PT017


def foreign_files():
    key = rsa.generate_private_key(65537, 2048)
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8)
    yield "rsa", key.private_bytes(*plain, serialization.NoEncryption())
    yield "rsa under a passphrase", key.private_bytes(*plain, serialization.BestAvailableEncryption(WORDS.encode()))
    yield "picture", bytes(range(256))
    yield "empty", b""
    yield "public", key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.PKCS1)


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in foreign_files()])
def test_a_foreign_file_is_said(tmp_path, data):
    (tmp_path / "foreign.key").write_bytes(data)
    with pytest.raises(UserError, match="不是总编辑的签发密钥"):
        open_key(tmp_path / "foreign.key", WORDS)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UserError, match="无法读取密钥"):
        open_key(tmp_path / "none.key", WORDS)


def test_a_signature_holds_for_its_statement_and_key_alone(chief, second):
    signed = chief.sign("批准")
    assert is_signed(signed)
    assert not is_signed(Signed(statement="批准。", key=signed.key, signature=signed.signature))
    assert not is_signed(Signed(statement="批准", key=second.public, signature=signed.signature))
    assert not is_signed(Signed(statement="批准", key="zz", signature="00"))


# the fingerprint


@given(keys)
def test_a_fingerprint_is_read_however_it_is_typed(key):
    printed = fingerprint(key)
    assert [len(group) for group in printed.split()] == [5] * 8
    typed = printed.replace(" ", "-").translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    assert read_fingerprint(f" {typed}\n") == printed


@given(keys, st.integers(0, 39), st.integers(1, 9))
def test_a_wrong_digit_is_found_in_its_group(key, at, by):
    digits = fingerprint(key).replace(" ", "")
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    with pytest.raises(UserError, match=f"第 {at // 5 + 1} 组"):
        read_fingerprint(wrong)


@given(keys, st.integers(0, 7), st.integers(0, 3))
def test_two_exchanged_digits_are_found(key, group, at):
    groups = fingerprint(key).split()
    digits = groups[group]
    groups[group] = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    if groups[group] != digits:
        with pytest.raises(UserError, match=f"第 {group + 1} 组"):
            read_fingerprint(" ".join(groups))


@pytest.mark.parametrize("typed", ["", "12345", "一二三四五" * 8, "1" * 41])
def test_what_is_no_fingerprint_is_said(typed):
    with pytest.raises(UserError, match="8 组"):
        read_fingerprint(typed)


@given(keys, keys)
def test_other_keys_have_other_fingerprints(one, other):
    assert bool(differing_groups(fingerprint(one), fingerprint(other))) is (one != other)


# trust


def test_a_key_counts_only_where_its_fingerprint_was_confirmed(chief):
    said = [introduce(chief, key=chief.public, name=chief.name, at=AT)]
    assert trusted_keys(said, []) == {}
    assert trusted_keys(said, confirmed(chief))[chief.public].name == "宋希贤"


def test_a_new_key_signed_by_the_old_one_is_trusted_and_ends_it(tmp_path, chief):
    new = make_key(tmp_path / "new.key", name="宋希贤", passphrase=WORDS)
    said = [introduce(chief, key=new.public, name="宋希贤", at=AT + DAY, replaces=chief.public)]
    known = trusted_keys(said, confirmed(chief))
    assert known[new.public].until is None
    assert known[chief.public].until == AT + DAY


def test_a_lost_key_is_replaced_by_a_second_trusted_person(tmp_path, chief, second):
    new = make_key(tmp_path / "new.key", name="宋希贤", passphrase=WORDS)
    said = [introduce(second, key=new.public, name="宋希贤", at=AT + DAY, replaces=chief.public)]
    known = trusted_keys(said, confirmed(chief, second))
    assert known[new.public].until is None
    assert known[chief.public].until == AT + DAY
    assert new.public not in trusted_keys(said, confirmed(chief))


def test_a_lost_key_is_replaced_by_hand(tmp_path, chief):
    new = make_key(tmp_path / "new.key", name="宋希贤", passphrase=WORDS)
    said = [introduce(new, key=new.public, name="宋希贤", at=AT + DAY, replaces=chief.public)]
    assert list(trusted_keys(said, confirmed(chief))) == [chief.public]
    known = trusted_keys(said, confirmed(chief, new))
    assert known[chief.public].until == AT + DAY
    assert known[new.public].until is None


def test_keys_that_follow_each_other_are_trusted_from_the_first_on(tmp_path, chief):
    signers = [chief, *(make_key(tmp_path / f"{count}.key", name="宋希贤", passphrase=WORDS) for count in range(3))]
    said = [
        introduce(old, key=new.public, name="宋希贤", at=AT + count * DAY, replaces=old.public)
        for count, (old, new) in enumerate(itertools.pairwise(signers), 1)
    ]
    known = trusted_keys(reversed(said), confirmed(chief))
    assert [known[one.public].until is None for one in signers] == [False, False, False, True]


def test_a_replaced_key_introduces_nobody(tmp_path, chief, second):
    new, other = (make_key(tmp_path / f"{name}.key", name=name, passphrase=WORDS) for name in "新坏")
    said = [
        introduce(chief, key=new.public, name="宋希贤", at=AT + DAY, replaces=chief.public),
        introduce(chief, key=other.public, name="坏", at=AT + 2 * DAY, replaces=new.public),
    ]
    known = trusted_keys(said, confirmed(chief, second))
    assert other.public not in known
    assert known[new.public].until is None


def test_a_forged_introduction_says_nothing(chief, second):
    forged = introduce(second, key=second.public, name="熊晚秋", at=AT)
    said = [Signed(statement=forged.statement, key=chief.public, signature=forged.signature)]
    assert list(trusted_keys(said, confirmed(chief))) == [chief.public]


def test_a_signed_word_that_introduces_nobody_is_passed_over(chief):
    assert list(trusted_keys([chief.sign("{}")], confirmed(chief))) == [chief.public]


def test_confirmed_fingerprints_stay_on_the_machine(tmp_path, chief, second):
    path = tmp_path / "settings" / "trusted-keys.json"
    assert TrustFile(path).confirmed() == ()
    for one in confirmed(chief, second, chief):
        TrustFile(path).confirm(one)
    assert [one.name for one in TrustFile(path).confirmed()] == ["熊晚秋", "宋希贤"]
    TrustFile(path).withdraw(chief.public)
    assert [one.name for one in TrustFile(path).confirmed()] == ["熊晚秋"]


def test_an_unreadable_list_of_fingerprints_is_said(tmp_path):
    (tmp_path / "trusted-keys.json").write_text("不是")
    with pytest.raises(UserError, match="重新确认"):
        TrustFile(tmp_path / "trusted-keys.json").confirmed()


def test_a_retired_key_names_no_other_successor_however_it_is_dated(tmp_path, chief):
    new, other = (make_key(tmp_path / f"{name}.key", name=chief.name, passphrase=WORDS) for name in ("新", "伪"))
    true = introduce(chief, key=new.public, name=chief.name, at=AT + 9 * DAY, replaces=chief.public)
    dated_back = introduce(chief, key=other.public, name=chief.name, at=AT + DAY, replaces=chief.public)
    noted = {fingerprint(new.public): 7}
    known = trusted_keys([dated_back, true], confirmed(chief), noted=noted.get)
    assert set(known) == {chief.public, new.public}
    assert known[chief.public].place == 7
    # without a log, by what this machine saw
    retired = [Retired(key=chief.public, by=new.public, at=AT + 9 * DAY)]
    assert other.public not in trusted_keys([dated_back, true], confirmed(chief), retired=retired)
    assert trusted_keys([], confirmed(chief), retired=retired)[chief.public].until == AT + 9 * DAY
