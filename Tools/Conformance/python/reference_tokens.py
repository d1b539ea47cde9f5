"""CPython's tokens as (class, start byte, end byte), and Lintel's in the same terms."""

import io
import sys
import token
import tokenize

# Since 3.12 the parts of f-strings are tokens.
SPLITS_STRINGS = sys.version_info >= (3, 12)

LEFT_OUT = {tokenize.ENCODING, tokenize.NL, tokenize.COMMENT, token.ENDMARKER}
CLASSES = {token.NEWLINE: "newline", token.INDENT: "indent", token.DEDENT: "dedent"}
DUMP_CLASSES = {"newline": "newline", "indent": "indent", "dedent": "dedent"}
if SPLITS_STRINGS:
    # CPython counts doubled braces in text in its own way; the braces around it say the same.
    LEFT_OUT |= {getattr(token, name) for name in ("FSTRING_MIDDLE", "TSTRING_MIDDLE") if hasattr(token, name)}


def tokens(source):
    encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    lines = io.BytesIO(source).readlines()
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    mark_length = 3 if source.startswith(b"\xef\xbb\xbf") else 0

    def offset(position):
        row, column = position
        if row > len(lines):
            return len(source)
        line = lines[row - 1]
        start = starts[row - 1]
        if row == 1 and mark_length:
            line, start = line[mark_length:], start + mark_length
        if line.isascii():
            return start + min(column, len(line))
        return start + len(line.decode(encoding)[:column].encode(encoding))

    result = []
    try:
        for item in tokenize.tokenize(io.BytesIO(source).readline):
            if item.type not in LEFT_OUT:
                result.append((CLASSES.get(item.type, ""), offset(item.start), offset(item.end)))
    except (tokenize.TokenError, SyntaxError):
        result.append(("error", 0, 0))
    return normalized(result)


def tokens_of_dump(dump):
    result = []
    strings = 0
    start = 0
    for item in dump.tokens:
        if item.kind == "endOfFile" or (SPLITS_STRINGS and item.kind == "stringText"):
            continue
        if not SPLITS_STRINGS:
            if item.kind == "stringStart":
                start = item.start if strings == 0 else start
                strings += 1
                continue
            if item.kind == "stringEnd":
                strings -= 1
                if strings == 0:
                    result.append(("", start, item.end))
                continue
            if strings:
                continue
        result.append((DUMP_CLASSES.get(item.kind, ""), item.start, item.end))
    return normalized(result)


def normalized(items):
    """The place of a dedent is not told: CPython puts it after comments, and at the end of the file on a line of its own. A
    file's last line may have no end."""
    return [
        (kind, 0, 0) if kind == "dedent" else (kind, start, start) if kind == "newline" else (kind, start, end)
        for kind, start, end in items
    ]
