"""Packages: what goes in comes out, and nothing that is not wholly right comes in."""

import hashlib
import io
import json
import stat
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.interchange.package import Original, Package, read_package, write_package
from editor.interchange.package.manifest import VERSION
from editor.interchange.sample import sample_issue
from editor.model.errors import UserError
from tests.strategies import issues, publications


@st.composite
def packages(draw):
    publication = draw(publications())
    issue = draw(issues(publication=publication.uid))
    originals = draw(st.lists(st.builds(Original, name=st.text(max_size=9), data=st.binary(max_size=40)), max_size=3))
    unique = {hashlib.sha256(one.data).hexdigest(): one for one in originals}
    return Package(issue=issue, publication=publication, originals=tuple(unique[key] for key in sorted(unique)))


@given(packages())
def test_what_goes_in_comes_out(package):
    assert read_package(write_package(package)) == package


@pytest.fixture(scope="module")
def sample():
    issue, publication, pictures = sample_issue()
    return Package(
        issue=issue,
        publication=publication,
        pictures=pictures,
        originals=(Original(name="../往期 213.txt", data="原文".encode()),),
    )


@pytest.fixture(scope="module")
def packed(sample):
    return write_package(sample)


def test_pictures_and_originals_come_along(sample, packed):
    assert read_package(packed) == sample
    assert write_package(read_package(packed)) == packed


def test_cut_at_any_byte_it_is_refused(packed):
    places = {*range(200), *range(len(packed) - 200, len(packed)), *range(0, len(packed), 997)}
    for place in sorted(places):
        with pytest.raises(UserError):
            read_package(packed[:place])


@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_changes_nothing(packed, sample, place, bit):
    broken = bytearray(packed)
    broken[int(place * len(broken))] ^= 1 << bit
    try:
        read = read_package(bytes(broken))
    except UserError:
        return
    # dates and permissions in the zip's own headers say nothing of the contents
    assert read == sample


def rezipped(packed, change, *, manifest=None):
    """The members as name -> bytes, changed and packed again; manifest: rewrite the list to fit."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    change(members)
    if manifest:
        listing = json.loads(members["manifest.json"])
        manifest(listing)
        members["manifest.json"] = json.dumps(listing).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def nothing(_members):
    pass


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/passwd", "pictures/../../x", "C:\\x", "readme.txt", "pictures/"])
def test_foreign_members_are_refused(packed, name):
    with pytest.raises(UserError, match="不该有的文件"):
        read_package(rezipped(packed, lambda members: members.update({name: b"x"})))


def test_a_changed_member_is_refused(packed):
    with pytest.raises(UserError, match="校验值不对"):
        read_package(
            rezipped(packed, lambda members: members.update({"issue.json": members["issue.json"][:-1] + b" "}))
        )


def test_a_missing_member_is_refused(packed):
    with pytest.raises(UserError, match="清单与内容不符"):
        read_package(rezipped(packed, lambda members: members.pop(next(n for n in members if n.startswith("pict")))))


def test_a_picture_of_nobody_is_refused(packed):
    data = b"stowaway"
    digest = hashlib.sha256(data).hexdigest()
    name = f"pictures/{digest}"
    entry = {"name": name, "size": len(data), "sha256": digest, "title": ""}
    bad = rezipped(
        packed,
        lambda members: members.update({name: data}),
        manifest=lambda listing: listing["files"].append(entry),
    )
    with pytest.raises(UserError, match="没有哪里用到"):
        read_package(bad)


def test_a_newer_version_asks_for_a_newer_program(packed):
    with pytest.raises(UserError, match="请升级程序"):
        read_package(rezipped(packed, nothing, manifest=lambda listing: listing.update(version=VERSION + 1)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda listing: listing.update(files="none"),
        lambda listing: listing["files"][0].update(size="12"),
        lambda listing: listing["files"][0].update(size=-1),
        lambda listing: listing["files"][0].update(size=10**12),
        lambda listing: listing["files"][0].update(mode=7),
        lambda listing: listing.update(format="zip"),
        lambda listing: listing["files"].append(listing["files"][0]),
    ],
)
def test_a_list_of_contents_with_wrong_types_is_refused(packed, spoil):
    with pytest.raises(UserError):
        read_package(rezipped(packed, nothing, manifest=spoil))


def bomb(size):
    """A member that unpacks to size bytes, though the list says 100."""
    data = b"0" * size
    listing = {
        "format": "bulletin-package",
        "version": 1,
        "files": [{"name": "issue.json", "size": 100, "sha256": "0" * 64, "title": ""}],
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(listing))
        archive.writestr("issue.json", data)
    return buffer.getvalue()


def test_a_bomb_is_not_unpacked_further_than_it_claims():
    with pytest.raises(UserError, match="比清单上写的大"):
        read_package(bomb(50_000_000))


def with_first_member(packed, edit):
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive, zipfile.ZipFile(buffer, "w") as out:
        for place, info in enumerate(archive.infolist()):
            data = archive.read(info)
            if place == 1:
                edit(info)
            out.writestr(info, data)
    return buffer.getvalue()


def test_a_symlink_is_refused(packed):
    def link(info):
        info.external_attr = (stat.S_IFLNK | 0o777) << 16

    with pytest.raises(UserError, match="不是普通文件"):
        read_package(with_first_member(packed, link))


def test_an_encrypted_member_is_refused(packed):
    place = packed.rindex(b"PK\x01\x02")
    broken = bytearray(packed)
    broken[place + 8] |= 1
    with pytest.raises(UserError):
        read_package(bytes(broken))


def test_the_same_name_twice_is_refused(packed):
    buffer = io.BytesIO(packed)
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("issue.json", b"{}")
    with pytest.raises(UserError, match="同名"):
        read_package(buffer.getvalue())


@pytest.mark.parametrize("junk", [b"junk", b"PK\x03\x04"])
def test_what_stands_before_or_behind_is_refused(packed, junk):
    for bad in (junk + packed, packed + junk):
        with pytest.raises(UserError):
            read_package(bad)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04", b"%PDF-1.7", b"{}", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_package_is_refused(data):
    with pytest.raises(UserError):
        read_package(data)
