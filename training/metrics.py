"""What evaluate.py counts beside BLEU and chrF: loops, empty and ill-sized outputs, numbers and names that arrive.

Numbers. Every number of the source must be found in the output, by value: `14.000` is `14,000`, `1,5` is `1.5`, `pukul 14.30` is
`14:30`, `14.30` or `2:30`, `35 ribu` is `35,000` or `35 thousand`, and a number below 21 may be spelt out.
Names. Every word that stands with a capital, not at the start of its sentence, in source and reference alike must be found in
the output.
"""
import re

NUMBER = re.compile(r"(?<![\w.,:])\d+(?:[.,:]\d+)*|(?<=[^\d.,:])\d+(?:[.,:]\d+)*")
GROUPED = {"id": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?$"), "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")}
SPELT = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
WORD = re.compile(r"[^\W\d_][\w'-]*[\w]|[^\W\d_]")


def values(token, language):
    """The values that a token like 14.000 may stand for, as texts."""
    point, group = (",", ".") if language == "id" else (".", ",")
    out = set()
    if GROUPED[language].match(token):
        out.add(token.replace(group, "").replace(point, "."))
    elif token.count(point) == 1 and group not in token and ":" not in token:
        out.add(token.replace(point, "."))
    if re.fullmatch(r"\d{1,2}[.:]\d{2}", token):  # a time of day, or a decimal written the other way
        h, m = re.split("[.:]", token)
        out |= {f"{int(h)}:{m}", f"{(int(h) - 1) % 12 + 1}:{m}", f"{h}.{m}"}
    if not out:
        out = {token} if token.isdigit() else set(re.findall(r"\d+", token)) | {token}
    return {plain(v) for v in out}


def plain(value):
    """1.50 -> 1.5, 007 -> 7."""
    if re.fullmatch(r"\d+\.\d+", value):
        return value.rstrip("0").rstrip(".").lstrip("0") or "0"
    return value.lstrip("0") or "0" if value.isdigit() else value


def numbers(text, language):
    """[(token, its possible values)] of a text."""
    out = []
    for m in NUMBER.finditer(text):
        token = m.group().rstrip(".,:")
        v = values(token, language)
        after = text[m.end():m.end() + 9].strip().lower()
        if after.startswith(("ribu", "thousand")) and re.fullmatch(r"[\d.,]+", token):
            v |= {plain(str(round(float(x) * 1000))) for x in v if re.fullmatch(r"\d+(\.\d+)?", x)}
        if token.endswith((".00", ":00")):
            v |= {h.split(":")[0] for h in v if ":" in h}
        out.append((token, v))
    return out


def numbers_right(source, output):
    """(found, all) numbers of the source."""
    have = set().union(*(v for _, v in numbers(output, "en"))) if NUMBER.search(output) else set()
    low = set(re.findall(r"[a-z]+", output.lower()))
    found = all_ = 0
    for token, v in numbers(source, "id"):
        all_ += 1
        spelt = token.isdigit() and int(token) <= 20 and (SPELT[int(token)] in low or int(token) < 13 and ORDINALS[int(token)] in low)
        found += bool(v & have) or spelt
    return found, all_


def capitals(text):
    """Capitalised words that do not begin the text, a sentence or a quotation."""
    out = []
    for m in WORD.finditer(text):
        before = text[:m.start()].rstrip(" ")
        if m.group()[0].isupper() and before and before[-1] not in '.!?:"\'(-' :
            out.append(m.group())
    return out


def names_right(source, reference, output):
    """(found, all) names that source and reference share."""
    shared = set(capitals(source)) & {m.group() for m in WORD.finditer(reference)}
    have = {m.group() for m in WORD.finditer(output)} | {re.sub(r"'s?$", "", m.group()) for m in WORD.finditer(output)}
    return len(shared & have), len(shared)


def loops(text):
    """One or two words three times in a row, three to eight words twice, or a part of a word three times."""
    w = text.lower().split()
    for n in range(1, 9):
        times = 3 if n < 3 else 2
        for i in range(len(w) - n * times + 1):
            if all(w[i:i + n] == w[i + k * n:i + (k + 1) * n] for k in range(1, times)):
                return True
    return bool(re.search(r"([^\W\d_]{2,6})\1{2,}", text))


def failures(source, reference, output):
    """Names of what is wrong with one output."""
    bad = []
    if not output.strip():
        bad.append("empty")
    elif loops(output) and not loops(reference):
        bad.append("repetition")
    if len(reference) >= 20 and not 0.5 <= len(output) / len(reference) <= 2:
        bad.append("length")
    return bad
