"""The editor's YAML as plain values with the place of each: `document, problems = read(data, file)`.

Every scalar is text (18:00, no and 0192 stay as written) and Unicode is NFC. What cannot be read is
told as Problems in Swedish; a Document is given whenever its values can be judged further.
"""

from loftet.source.document import Document, KeyPath, Plain
from loftet.source.reading import DEEPEST, read

__all__ = ["DEEPEST", "Document", "KeyPath", "Plain", "read"]
