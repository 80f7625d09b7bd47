"""A picture's bytes: the file looked at, and made anew from its pixels.

What else a file holds stays behind: EXIF with the place and the camera, XMP, IPTC, comments, the
thumbnail, the colour profile. Pillow's own ``save`` would pass some of them on, so the pixels are
put into a new picture first.

The only module that imports Pillow, and itself imported only where a picture must be opened.
"""

from __future__ import annotations

import errno
import io
import re
import warnings
from pathlib import Path

from PIL import ExifTags, Image, ImageCms, ImageOps, TiffImagePlugin, UnidentifiedImageError

from generator.images import EFFORT, KINDS, QUALITY, Frame, Picture, crop, digest_of, sizes

PIXELS = 100_000_000
"""More are not opened: they would take 300 MB, and a small file can claim any number."""

_DRAFTED = ("JPEG", "MPO")
"""What can be decoded at a part of its size."""
_BEGINNING = re.compile(
    rb"\xff\xd8\xff|\x89PNG|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL
)
"""How files of the kinds that are opened begin, whole or not."""
_TAKEN_FOR_SRGB = {"L", "RGB", "RGBX", "YCbCr"}
"""Kinds of pixels whose colours are known where no profile tells them."""
_NEW_SUBFILE_TYPE, _REDUCED = 254, 1
"""TIFF 6.0, section 8: a smaller copy of another picture of the file."""


class Unfit(Exception):
    """Why a file cannot be shown: the code of a problem, and its particulars."""

    def __init__(self, code: str, **particulars: object) -> None:
        super().__init__(code)
        self.code, self.particulars = code, particulars


def look(data: bytes, digest: str, suffix: str) -> Picture:
    """What is in a file whose name ends in *suffix*. Raises :class:`Unfit`.

    Every pixel is decoded, at an eighth of its size where the format can: so what is cut short is
    found here.
    """
    image = _opened(data)
    wide, high = image.size
    kind = str(image.format)
    if suffix not in KINDS[kind]:
        right = KINDS[kind][0]
        raise Unfit("picture-suffix", suffix=suffix, right=right, kind=right[1:].upper())
    if (count := _frames(image)) > 1:
        raise Unfit("picture-animated", count=count)
    upright = _upright(image, 8)
    _in_srgb(upright.resize((1, 1)), image.info.get("icc_profile"))
    if kind not in _DRAFTED:
        return Picture(digest, *upright.size)
    return Picture(digest, *((high, wide) if _is_turned(image) else (wide, high)))


def make(path: str, picture: Picture, frame: Frame) -> list[tuple[str, bytes]]:
    """Name and bytes of each file that is published of the picture at *path* for *frame*.

    Raises :class:`OSError` where it is not what was looked at any more.
    """
    data = Path(path).read_bytes()
    if digest_of(data) != picture.digest:
        raise OSError(errno.ESTALE, "changed meanwhile", path)
    image = _opened(data)
    box, planned = crop(picture, frame), sizes(picture, frame)
    upright = _upright(image, (box[2] - box[0]) // (2 * planned[-1].width))
    scale = upright.width / picture.width
    left, top, right, bottom = (side * scale for side in box)
    largest = upright.resize(
        planned[-1][1:],
        Image.Resampling.LANCZOS,
        (left, top, min(right, upright.width), min(bottom, upright.height)),
        reducing_gap=3.0,
    )
    pixels = _in_srgb(largest, image.info.get("icc_profile"))
    return [
        (size.name, _encoded(pixels.resize(size[1:], Image.Resampling.LANCZOS))) for size in planned
    ]


def _opened(data: bytes) -> Image.Image:
    """The picture in *data*, of which only the head was read."""
    if data[4:8] == b"ftyp":  # ISO/IEC 14496-12, as HEIF files begin
        import pillow_heif

        pillow_heif.register_heif_opener(thumbnails=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=_formats())
    except Image.DecompressionBombError as error:
        raise Unfit("picture-large") from error
    except UnidentifiedImageError as error:
        raise Unfit("picture-broken" if _BEGINNING.match(data) else "picture-kind") from error
    except Exception as error:  # a decoder may raise anything for a file that is broken
        raise Unfit("picture-broken") from error
    if image.width * image.height > PIXELS:
        raise Unfit("picture-large")
    return image


def _formats() -> tuple[str, ...]:
    """Those of ``KINDS`` that are at hand: HEIF is loaded for such a file only."""
    Image.init()
    return tuple(kind for kind in KINDS if kind in Image.OPEN)


def _frames(image: Image.Image) -> int:
    """How many pictures a file means to show: neither thumbnails nor a telephone's extras count."""
    if image.format in (*_DRAFTED, "HEIF"):
        return 1
    try:
        count = int(getattr(image, "n_frames", 1))
        if not isinstance(image, TiffImagePlugin.TiffImageFile):
            return count
        shown = 0
        for number in range(count):
            image.seek(number)
            shown += not int(image.tag_v2.get(_NEW_SUBFILE_TYPE, 0)) & _REDUCED
        image.seek(0)
    except Exception as error:  # as when it is opened: the second of two may be the broken one
        raise Unfit("picture-broken") from error
    return shown


def _upright(image: Image.Image, reduce: int) -> Image.Image:
    """*image* as one is to look at it, in colours that can be scaled.

    A JPEG is decoded at an eighth, a quarter or half its size where *reduce* allows that much.
    """
    reduce = max(1, reduce)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if image.format in _DRAFTED:
                image.draft(None, (image.width // reduce, image.height // reduce))
            image.load()
            upright = ImageOps.exif_transpose(image)
    except Exception as error:  # as above
        raise Unfit("picture-broken") from error
    if upright.mode.startswith("I;16"):
        return upright.point(lambda value: value * (1 / 256)).convert("L")
    if upright.mode in ("1", "P", "PA"):
        return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    return upright


def _is_turned(image: Image.Image) -> bool:
    """Whether height and width change places once *image* is upright (Exif 2.32, Orientation)."""
    return image.getexif().get(ExifTags.Base.Orientation) in (5, 6, 7, 8)


def _in_srgb(pixels: Image.Image, profile: bytes | None) -> Image.Image:
    """*pixels*, whose colours *profile* tells, in those of screens; what is clear becomes white."""
    if pixels.has_transparency_data:
        over = pixels.convert("RGBA")
        pixels = Image.new("RGB", pixels.size, "white")
        pixels.paste(over, mask=over.getchannel("A"))
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return _converted(pixels, source)
        except (ImageCms.PyCMSError, OSError):
            pass  # it is damaged, or for another kind of pixels
    if pixels.mode not in _TAKEN_FOR_SRGB:
        raise Unfit("picture-colours", mode=pixels.mode)
    return pixels.convert("RGB")


def _converted(pixels: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    made = ImageCms.profileToProfile(
        pixels, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    assert made
    return made


def _encoded(pixels: Image.Image) -> bytes:
    """A file of *pixels* and nothing else."""
    clean = Image.frombytes("RGB", pixels.size, pixels.tobytes())
    out = io.BytesIO()
    clean.save(out, "WEBP", quality=QUALITY, method=EFFORT)
    return out.getvalue()
