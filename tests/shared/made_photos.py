"""Photos as phones write them, with all that they tell beside the picture."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def exif(orientation: int = 1) -> Image.Exif:
    """Make what a phone writes: who, with what, where."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = "Telefonfabriken"
    made[0x013B] = "Kim Exempelsson"
    made[0x8825] = {1: "N", 2: (58.0, 18.0, 43.25), 3: "E", 4: (14.0, 30.0, 11.5)}
    return made


def jpeg(width: int = 60, height: int = 40, orientation: int = 1, colour: str = "red") -> bytes:
    """Make a photo with all that a phone leaves in it; its upper left pixel block is blue."""
    image = Image.new("RGB", (width, height), colour)
    image.paste("blue", (0, 0, width // 2, height // 2))
    file = BytesIO()
    image.save(
        file, "JPEG", quality=95, exif=exif(orientation), comment=b"Hemma hos Kim", xmp=b"<x>GPSLatitude</x>"
    )
    return file.getvalue()


def saved(image: Image.Image, name: str, **settings: object) -> bytes:
    file = BytesIO()
    image.save(file, name, **settings)
    return file.getvalue()
