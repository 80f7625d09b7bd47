"""What is made of a picture's file: its pixels, upright, in the screen's colours, and nothing else."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.images import Frame, Picture, crop, digest_of, sizes
from generator.images.making import Unfit, look, make
from tests.images.canaries import CANARY, FILES, LATITUDE, picture, profile, saved

KINDS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".tiff": "TIFF"}
CORNERS = {"top left": (0, 0), "top right": (1, 0), "bottom left": (0, 1), "bottom right": (1, 1)}


def made(data, suffix, folder, frame=Frame.TEXT):
    """The largest file that is made of a picture's."""
    path = folder / f"picture{suffix}"
    path.write_bytes(data)
    *_, (_, largest) = make(str(path), look(data, digest_of(data), suffix), frame)
    return largest


def corners(data):
    """What colour each quarter of a picture has, by its strongest light."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    names = {}
    for name, (x, y) in CORNERS.items():
        pixel = image.getpixel(
            (round(image.width * (x + 0.5) / 2), round(image.height * (y + 0.5) / 2))
        )
        strong = "".join(light for light, value in zip("RGB", pixel, strict=True) if value > 128)
        names[name] = strong
    return names


UPRIGHT = {"top left": "R", "top right": "G", "bottom left": "B", "bottom right": "RGB"}


def chunks(webp):
    """The names of the parts of a WebP file (RFC 9649, 2.3)."""
    assert webp[:4] == b"RIFF"
    assert webp[8:12] == b"WEBP"
    names, at = [], 12
    while at < len(webp):
        size = int.from_bytes(webp[at + 4 : at + 8], "little")
        names.append(webp[at : at + 4].decode())
        at += 8 + size + size % 2
    return names


@pytest.mark.parametrize("name", FILES)
def test_nothing_but_pixels_gets_through(name, tmp_path):
    """EXIF, place, thumbnail, XMP, IPTC, comments and profile stay in the original."""
    data = FILES[name]()
    assert CANARY.encode() in data

    published = made(data, f".{name.split('.')[1]}", tmp_path)

    assert chunks(published) == ["VP8 "]
    for trace in (CANARY.encode(), CANARY.encode("utf-16-be"), LATITUDE, b"Exif", b"http"):
        assert trace not in published


@pytest.mark.parametrize("name", FILES)
def test_a_colour_profile_is_followed_before_it_is_dropped(name, tmp_path):
    """The one of these files calls red what others call green."""
    published = made(FILES[name](), f".{name.split('.')[1]}", tmp_path)

    assert corners(published) == {**UPRIGHT, "top left": "G", "top right": "R"}


TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""Orientation → how a camera that was held so lays down a picture (Exif 2.32, 4.6.4)."""


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize("orientation", TURNS)
def test_a_picture_stands_upright_however_the_camera_was_held(orientation, suffix, tmp_path):
    """Its width and height as well, which pages keep the room by."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = picture(1200, 800)
    if TURNS[orientation] is not None:
        image = image.transpose(TURNS[orientation])
    data = saved(image, KINDS[suffix], exif=exif)

    found = look(data, "", suffix)
    published = made(data, suffix, tmp_path, Frame.COVER)

    assert (found.width, found.height) == (1200, 800)
    assert corners(published) == UPRIGHT


@pytest.mark.parametrize(
    ("image", "kind", "suffix"),
    [
        (picture().quantize(16), "PNG", ".png"),
        (picture().convert("RGBA"), "PNG", ".png"),
        (picture().convert("RGBA"), "TIFF", ".tif"),
        (picture(), "JPEG", ".JPEG".lower()),
        (picture().convert("YCbCr"), "TIFF", ".tif"),
    ],
    ids=lambda value: value.mode if isinstance(value, Image.Image) else value,
)
def test_every_way_to_keep_colours_is_read(image, kind, suffix, tmp_path):
    """Palettes and transparency too."""
    assert corners(made(saved(image, kind), suffix, tmp_path)) == UPRIGHT


@pytest.mark.parametrize("mode", ["L", "1", "LA", "I;16"])
def test_shades_of_grey_stay_what_they_are(mode, tmp_path):
    """In one bit as in sixteen."""
    half = Image.new("L", (100, 100), 255)
    half.paste(0, (0, 0, 50, 100))
    image = half.point(lambda value: value * 257, "I").convert(mode) if mode == "I;16" else half
    data = saved(image.convert(mode), "PNG")

    found = corners(made(data, ".png", tmp_path))

    assert set(found.values()) == {"", "RGB"}
    assert found["top left"] == found["bottom left"] == ""


def test_what_is_transparent_is_white(tmp_path):
    """As on paper; black would swallow a dark drawing."""
    data = saved(Image.new("RGBA", (60, 60), (0, 0, 0, 0)), "PNG")

    assert set(corners(made(data, ".png", tmp_path)).values()) == {"RGB"}


def test_colours_for_print_are_read_where_a_profile_tells_how_they_look():
    """And refused where none does: they would come out garish."""
    with pytest.raises(Unfit, match="picture-colours"):
        look(saved(picture().convert("CMYK"), "JPEG"), "", ".jpg")


def test_a_damaged_profile_is_passed_over(tmp_path):
    data = saved(picture(), "JPEG", icc_profile=profile()[:200])

    assert corners(made(data, ".jpg", tmp_path)) == UPRIGHT


def png_claiming(width, height):
    """A small file that says it holds so many pixels."""
    data = bytearray(saved(picture(), "PNG"))
    data[16:24] = struct.pack(">II", width, height)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


def png_with_bomb():
    """A text of 8 MB that takes 8 kB."""
    data = saved(picture(), "PNG")
    body = b"zTXt" + b"Comment\0\0" + zlib.compress(bytes(8 << 20))
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return data[:33] + chunk + data[33:]


MORE = [picture().transpose(Image.Transpose.ROTATE_180)]


def tiff_with_broken_second():
    """A TIFF whose second picture claims to be at a place where there is none."""
    data = bytearray(saved(picture(), "TIFF"))
    first = int.from_bytes(data[4:8], "little")
    after = first + 2 + 12 * int.from_bytes(data[first : first + 2], "little")
    data[after : after + 4] = (2).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "suffix", "code"),
    [
        (saved(picture(), "JPEG")[:2000], ".jpg", "picture-broken"),
        (saved(picture(), "JPEG")[:-20], ".jpg", "picture-broken"),
        (saved(picture(), "PNG")[:400], ".png", "picture-broken"),
        (saved(picture(), "WEBP")[:200], ".webp", "picture-broken"),
        (saved(picture(), "TIFF")[:5000], ".tif", "picture-broken"),
        (FILES["e.heic"]()[:2500], ".heic", "picture-broken"),
        (b"not a picture", ".jpg", "picture-kind"),
        (b"%PDF-1.7\n%", ".jpg", "picture-kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ".png", "picture-kind"),
        (saved(picture(), "GIF"), ".jpg", "picture-kind"),
        (b"\0\0\0\x18ftypheic" + bytes(80), ".heic", "picture-broken"),
        (b"\0\0\0\x18ftypavif" + bytes(80), ".heic", "picture-kind"),
        (saved(picture(), "PNG"), ".jpg", "picture-suffix"),
        (saved(picture(), "JPEG"), ".heic", "picture-suffix"),
        (FILES["e.heic"](), ".jpg", "picture-suffix"),
        (png_claiming(60_000, 60_000), ".png", "picture-large"),
        (png_claiming(10_001, 10_000), ".png", "picture-large"),
        (png_claiming(9_000, 9_000), ".png", "picture-broken"),
        (png_with_bomb(), ".png", "picture-broken"),
        (saved(picture(), "PNG", save_all=True, append_images=MORE), ".png", "picture-animated"),
        (saved(picture(), "WEBP", save_all=True, append_images=MORE), ".webp", "picture-animated"),
        (saved(picture(), "TIFF", save_all=True, append_images=MORE), ".tif", "picture-animated"),
        (tiff_with_broken_second(), ".tif", "picture-broken"),
        (saved(picture().convert("F"), "TIFF"), ".tif", "picture-colours"),
        (saved(picture().convert("I"), "TIFF"), ".tif", "picture-colours"),
        (saved(picture().convert("CMYK"), "TIFF"), ".tif", "picture-colours"),
    ],
)
def test_what_cannot_be_shown_is_said_and_nothing_breaks(data, suffix, code):
    with pytest.raises(Unfit, match=f"^{code}$"):
        look(data, "", suffix)


def test_a_telephones_picture_with_more_behind_it_is_one(tmp_path):
    """MPO (CIPA DC-007): depth, a second lens, a short film; the name says JPEG."""
    data = saved(picture(), "MPO", save_all=True, append_images=MORE)

    assert corners(made(data, ".jpg", tmp_path)) == UPRIGHT


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_no_damage_to_a_file_breaks_the_program(name, draw):
    """Any byte may be another, any part may be missing: it is a picture, or it is said why not."""
    data = bytearray(ORIGINALS[name])
    for _ in range(draw.draw(st.integers(0, 8))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    if draw.draw(st.booleans()):
        del data[draw.draw(st.integers(0, len(data) - 1)) :]
    try:
        found = look(bytes(data), "", f".{name.split('.')[1]}")
    except Unfit:
        return
    assert found.width * found.height > 0


ORIGINALS = {name: make_file() for name, make_file in FILES.items()}


def test_the_same_file_is_made_into_the_same_bytes(tmp_path):
    """Each time (invariant 7)."""
    data = FILES["a.jpg"]()

    assert made(data, ".jpg", tmp_path) == made(data, ".jpg", tmp_path)


def test_a_file_that_changed_meanwhile_is_not_made_under_the_old_name(tmp_path):
    """Its name would promise other pixels."""
    path = tmp_path / "a.jpg"
    path.write_bytes(saved(picture(), "JPEG"))

    with pytest.raises(OSError, match="changed"):
        make(str(path), Picture("other", 320, 240), Frame.TEXT)


@pytest.mark.parametrize(
    ("width", "height", "frame", "box"),
    [
        (800, 1000, Frame.PORTRAIT, (0, 0, 800, 1000)),
        (3000, 2000, Frame.PORTRAIT, (700, 0, 2300, 2000)),  # the middle
        (2000, 4000, Frame.PORTRAIT, (0, 500, 2000, 3000)),  # two thirds go from below
        (3000, 2000, Frame.COVER, (0, 104, 3000, 1791)),
        (3000, 2000, Frame.TEXT, (0, 0, 3000, 2000)),
        (1, 5000, Frame.COVER, (0, 1666, 1, 1667)),
    ],
)
def test_a_frame_cuts_a_picture_where_the_head_is_not(width, height, frame, box):
    assert crop(Picture("x", width, height), frame) == box


@pytest.mark.parametrize(
    ("width", "height", "frame", "widths"),
    [
        (4000, 3000, Frame.PORTRAIT, [200, 400, 800]),
        (480, 500, Frame.PORTRAIT, [200, 400]),
        (300, 300, Frame.COVER, [300]),
        (1000, 800, Frame.COVER, [480, 1000]),  # 960 would be one file more for nothing
        (1700, 1700, Frame.COVER, [480, 960, 1600]),
        (1, 1, Frame.TEXT, [1]),
    ],
)
def test_a_picture_is_never_enlarged(width, height, frame, widths):
    found = sizes(Picture("x", width, height), frame)

    assert [size.width for size in found] == widths
    if frame.ratio:
        across, down = frame.ratio
        assert all(abs(size.height - size.width * down / across) <= 0.5 for size in found)


def test_names_say_nothing_of_the_picture_and_differ_where_the_bytes_do():
    """A digest, not the file's name, nor the record's."""
    one, other = Picture("x", 900, 900), Picture("y", 900, 900)
    names = [
        size.name for picture in (one, other) for frame in Frame for size in sizes(picture, frame)
    ]

    assert len(set(names)) == len(names)
    assert all(len(name) == 25 and name.endswith(".webp") for name in names)
