"""Picture files that hold more than a picture: everything that cameras and programs put beside the
pixels, with a canary in each.
"""

from __future__ import annotations

import io
import struct
from pathlib import Path

from PIL import Image, ImageCms, PngImagePlugin, TiffImagePlugin

CANARY = "canary-4711"
LATITUDE = struct.pack(">6I", 36, 1, 7, 1, 471100, 10000)
"""A place as EXIF keeps it: degrees, minutes, seconds, each as a fraction."""

HEIC = Path(__file__).parent / "canaries.heic"
"""Made by pillow-heif, which can write this kind; with EXIF, XMP and a colour profile."""

_XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a b="{CANARY}"/></x:xmpmeta>'.encode()
_IPTC = b"\x1c\x02\x78" + struct.pack(">H", len(CANARY)) + CANARY.encode()
"""IPTC-IIM 4.2, 2:120: the caption."""
_PHOTOSHOP = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(_IPTC)) + _IPTC + b"\0"


def picture(width: int = 320, height: int = 240) -> Image.Image:
    """Four quarters of one colour each: red, green, blue, white."""
    image = Image.new("RGB", (width, height), "white")
    half = (width // 2, height // 2)
    image.paste("#ff0000", (0, 0, *half))
    image.paste("#00ff00", (half[0], 0, width, half[1]))
    image.paste("#0000ff", (0, half[1], half[0], height))
    return image


def saved(image: Image.Image, kind: str, **more: object) -> bytes:
    """The bytes of a file."""
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def profile() -> bytes:
    """A colour profile that names the canary, and in which red and green have changed places."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = data.replace(b"rXYZ", b"#XYZ").replace(b"gXYZ", b"rXYZ").replace(b"#XYZ", b"gXYZ")
    name = "sRGB built-in".encode("utf-16-be")
    assert name in data
    return data.replace(name, (CANARY + "  ").encode("utf-16-be"))


def exif() -> bytes:
    """EXIF by hand: camera, place, and a thumbnail, which Pillow does not write (Exif 2.32, 4.5)."""
    thumbnail = saved(picture(32, 24), "JPEG", comment=CANARY)
    make, user = CANARY.encode() + b"\0", b"ASCII\0\0\0" + CANARY.encode()
    # Where each part begins, from the header on.
    ifd0, gps, ifd1 = 8, 8 + 2 + 2 * 12 + 4, 0
    ifd1 = gps + 2 + 2 * 12 + 4
    data = ifd1 + 2 + 3 * 12 + 4
    at_make, at_place = data, data + 24
    at_user, at_thumbnail = at_place + 24, at_place + 24 + 32
    entry = struct.Struct(">HHII").pack
    return b"".join(
        (
            b"MM\0*" + struct.pack(">I", ifd0),
            struct.pack(">H", 2),
            entry(0x010F, 2, len(make), at_make),
            entry(0x8825, 4, 1, gps),
            struct.pack(">I", ifd1),
            struct.pack(">H", 2),
            entry(1, 2, 2, int.from_bytes(b"N\0\0\0")),
            entry(2, 5, 3, at_place),
            struct.pack(">I", 0),
            struct.pack(">H", 3),
            entry(0x0201, 4, 1, at_thumbnail),
            entry(0x0202, 4, 1, len(thumbnail)),
            entry(0x9286, 7, len(user), at_user),
            struct.pack(">I", 0),
            make.ljust(24, b"\0"),
            LATITUDE,
            user.ljust(32, b"\0"),
            thumbnail,
        )
    )


def jpeg() -> bytes:
    """EXIF, thumbnail, XMP, IPTC, a comment, a profile, and what stands behind the picture."""
    plain = saved(
        picture(),
        "JPEG",
        **{"exif": b"Exif\0\0" + exif(), "comment": CANARY, "icc_profile": profile(), "xmp": _XMP},
    )
    app13 = b"\xff\xed" + struct.pack(">H", len(_PHOTOSHOP) + 2) + _PHOTOSHOP
    return plain[:2] + app13 + plain[2:] + CANARY.encode()


def png() -> bytes:
    """EXIF, XMP, words in all three kinds of chunk, a profile."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", CANARY)
    info.add_itxt("XML:com.adobe.xmp", _XMP.decode())
    info.add_itxt("Comment", CANARY, zip=True)
    info.add(b"prVt", CANARY.encode(), after_idat=True)
    return saved(picture(), "PNG", pnginfo=info, exif=exif(), icc_profile=profile())


def webp() -> bytes:
    """EXIF, XMP, a profile."""
    return saved(
        picture(), "WEBP", quality=95, exif=b"Exif\0\0" + exif(), xmp=_XMP, icc_profile=profile()
    )


def tiff() -> bytes:
    """Words, EXIF with the place, XMP, IPTC, a profile."""
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[270] = tags[315] = CANARY
    tags[700], tags[33723] = _XMP, _IPTC
    tags.tagtype[700] = tags.tagtype[33723] = 7
    tags[34853] = {1: "N", 2: (36.0, 7.0, 47.11)}
    return saved(picture(), "TIFF", tiffinfo=tags, icc_profile=profile())


FILES = {
    "a.jpg": jpeg,
    "b.png": png,
    "c.webp": webp,
    "d.tiff": tiff,
    "e.heic": HEIC.read_bytes,
}
"""A file's name → what makes it."""
