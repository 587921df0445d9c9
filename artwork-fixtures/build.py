#!/usr/bin/env python3
"""Makes the picture fixtures and their manifest from a folder of source pictures.

    pip install pillow
    python3 artwork-fixtures/build.py --source DIR [--only TITLE_ID] [--sheet FILE]

DIR holds the source folders named in recipe.json (images/..., video/...). Clips are read with ffmpeg, the drawings
(drawings/*.svg) are rendered with the sharp of this repository's node_modules. Everything that is written by hand
(captions, facets, crops, lettering) is in recipe.json; manifest.json is written here and carries measured fields.
"""
import argparse
import hashlib
import io
import json
import subprocess
from pathlib import Path

from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageEnhance, ImageFilter, ImageFont, ImageOps

HERE = Path(__file__).resolve().parent
MAX_BYTES = 250_000
MAX_UPSCALE = 1.5
FONTS = {
    "serif": "DejaVuSerif-Bold.ttf",
    "serif-thin": "DejaVuSerif.ttf",
    "serif-narrow": "DejaVuSerifCondensed-Bold.ttf",
    "serif-italic": "DejaVuSerif-BoldItalic.ttf",
    "sans": "DejaVuSans-Bold.ttf",
    "sans-thin": "DejaVuSans-ExtraLight.ttf",
    "sans-narrow": "DejaVuSansCondensed-Bold.ttf",
}


def run(command, **options):
    return subprocess.run(command, check=True, capture_output=True, **options).stdout


def render_svg(path):
    script = "require('sharp')(process.argv[1]).png().toBuffer().then((b) => process.stdout.write(b))"
    return run(["node", "-e", script, str(path)], cwd=HERE.parent)


def open_source(folder, source, make):
    path = HERE / source["path"] if source.get("isDrawn") else folder / source["path"]
    if path.suffix == ".svg":
        return Image.open(io.BytesIO(render_svg(path))).convert("RGB")
    if path.suffix == ".mp4":
        command = ["ffmpeg", "-v", "error", "-ss", str(make["frameAt"]), "-i", str(path)]
        data = run([*command, "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-"])
        return Image.open(io.BytesIO(data)).convert("RGB")
    return to_srgb(Image.open(path))


def to_srgb(image):
    profile = image.info.get("icc_profile")
    if image.mode == "RGBA":
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    if profile and image.mode == "RGB":
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"))
    return image.convert("RGB")


def retouch(image, make):
    """Paint over print marks, crop, then change tone: all in pixels of the source."""
    draw = ImageDraw.Draw(image)
    for x, y, w, h, colour in make.get("paint", []):
        draw.rectangle([x, y, x + w, y + h], fill=colour)
    if "crop" in make:
        x, y, w, h = make["crop"]
        assert x >= 0 and y >= 0 and x + w <= image.width and y + h <= image.height, f"crop {make['crop']} is outside"
        image = image.crop((x, y, x + w, y + h))
    if "tone" in make:
        image = ImageOps.colorize(image.convert("L"), *make["tone"])
    if "gamma" in make:
        image = image.point([round(255 * (v / 255) ** (1 / make["gamma"])) for v in range(256)] * 3)
    if "saturation" in make:
        image = ImageEnhance.Color(image).enhance(make["saturation"])
    return image


def to_size(image, make):
    """The card: the crop scaled to "size", or scaled and laid with soft edges upon a plain "canvas"."""
    canvas = make.get("canvas")
    if canvas is None:
        return resize(image, make["size"])
    scale = canvas["scale"]
    image = resize(image, [round(image.width * scale), round(image.height * scale)])
    card = Image.new("RGB", make["size"], canvas["fill"])
    card.paste(image, tuple(canvas["at"]), soft_edges(image.size, canvas.get("feather", {})))
    return card


def resize(image, size):
    scale = max(size[0] / image.width, size[1] / image.height)
    assert scale <= MAX_UPSCALE, f"upscaled {scale:.2f} times"
    return ImageOps.fit(image, tuple(size), Image.Resampling.LANCZOS)


def ramp(size, side, length):
    """A mask that is 0 at the named side and 255 from `length` pixels on."""
    across = side in ("left", "right")
    line = Image.new("L", (size[0], 1) if across else (1, size[1]))
    count = size[0] if across else size[1]
    values = [min(255, round(255 * i / max(1, length))) for i in range(count)]
    line.putdata(values if side in ("left", "top") else values[::-1])
    return line.resize(size)


def soft_edges(size, feather):
    mask = Image.new("L", size, 255)
    for side, length in feather.items():
        mask = ImageChops.multiply(mask, ramp(size, side, length))
    return mask


def shade(card, shades):
    for item in shades:
        full = Image.new("RGB", card.size, item.get("colour", "#000000"))
        mask = ImageOps.invert(ramp(card.size, item["side"], item["length"]))
        card.paste(full, (0, 0), mask.point(lambda v, s=item["strength"]: round(v * s)))


def letter(card, lines):
    """Each line is set with its letter spacing, its `x` being its left, middle or right by `align`."""
    for line in lines:
        font = ImageFont.truetype(FONTS[line["font"]], line["px"])
        gap = line.get("gap", 0)
        width = sum(font.getlength(c) + gap for c in line["text"]) - gap
        x = line["x"] - {"left": 0, "middle": width / 2, "right": width}[line.get("align", "left")]
        layer = Image.new("L", card.size)
        for char in line["text"]:
            ImageDraw.Draw(layer).text((x, line["y"]), char, font=font, fill=255, anchor="ls")
            x += font.getlength(char) + gap
        glow = layer.filter(ImageFilter.GaussianBlur(line["px"] / 6)).point(lambda v: round(v * 0.7))
        card.paste(line.get("glow", "#000000"), (0, 0), glow)
        card.paste(line.get("fill", "#ffffff"), (0, 0), layer)


def to_jpeg(card):
    for quality in (85, 81, 77, 73):
        out = io.BytesIO()
        card.save(out, "JPEG", quality=quality, optimize=True, progressive=True, subsampling=0 if quality > 80 else 2)
        if out.tell() <= MAX_BYTES:
            return out.getvalue()
    raise AssertionError("too large at any quality")


def build_artwork(folder, recipe, title, artwork):
    """Writes one picture; gives its manifest entry."""
    make = artwork["make"]
    source = recipe["sources"][make["source"]]
    card = to_size(retouch(open_source(folder, source, make), make), make)
    shade(card, make.get("shade", []))
    letter(card, make.get("letters", []))
    data = to_jpeg(card)
    file = f"pictures/{title['titleId']}/{artwork['slug']}.jpg"
    (HERE / file).parent.mkdir(parents=True, exist_ok=True)
    (HERE / file).write_bytes(data)
    measured = {"widthPx": card.width, "heightPx": card.height, "sizeBytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest()}
    return entry(recipe, title, artwork, source, file, measured)


def entry(recipe, title, artwork, source, file, measured):
    values = {**recipe["artworkDefaults"], **artwork, **measured, "file": file,
              "artworkId": f"{title['titleId']}-{artwork['slug']}", "isDrawn": source.get("isDrawn", False),
              "origin": f"{source['origin']}; {artwork['made']}", "author": source["author"],
              "licence": source["licence"], "licenceUrl": source["licenceUrl"]}
    check(values)
    return {key: values[key] for key in recipe["artworkFields"]}


def check(values):
    wide = values["widthPx"] * 9 - values["heightPx"] * 16
    tall = values["widthPx"] * 3 - values["heightPx"] * 2
    off = wide if values["aspect"] == "16:9" else tall
    assert abs(off) <= 16, f"{values['artworkId']} is not {values['aspect']}: {values['widthPx']}x{values['heightPx']}"
    assert min(values["widthPx"], values["heightPx"]) >= 300, f"{values['artworkId']} is too small"


def contact_sheet(manifest, path):
    artworks = [a for t in manifest["titles"] for a in t["artworks"]]
    sheet = Image.new("RGB", (5 * 330, -(-len(artworks) // 5) * 210), "#222222")
    for i, artwork in enumerate(artworks):
        tile = ImageOps.contain(Image.open(HERE / artwork["file"]), (320, 180))
        sheet.paste(tile, (i % 5 * 330 + 5, i // 5 * 210 + 5))
        ImageDraw.Draw(sheet).text((i % 5 * 330 + 5, i // 5 * 210 + 188), artwork["artworkId"], fill="#ffffff")
    sheet.save(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--source", type=Path, required=True, help="folder with the images/ and video/ of recipe.json")
    parser.add_argument("--only", help="build the pictures of this title only; the manifest is left alone")
    parser.add_argument("--sheet", type=Path, help="also write a contact sheet to this PNG")
    options = parser.parse_args()
    recipe = json.loads((HERE / "recipe.json").read_text("utf-8"))
    titles = []
    for title in recipe["titles"]:
        if options.only in (None, title["titleId"]):
            artworks = [build_artwork(options.source, recipe, title, a) for a in title["artworks"]]
            titles.append({**title, "artworks": artworks})
    manifest = {"schema": "artwork-manifest/1", "titles": titles}
    if options.only is None:
        text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
        (HERE / "manifest.json").write_text(text, "utf-8")
    if options.sheet:
        contact_sheet(manifest, options.sheet)


if __name__ == "__main__":
    main()
