"""The records of `domain.md`: one class each, English names for code, Swedish keys for the editor.

A newcomer adds a field with one line in the right class: `name: Type = key("svensk_nyckel", "vad den betyder", None)`.
"""
