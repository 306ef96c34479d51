"""Clean, deduplicate and decontaminate the corpora: one TSV (indonesian, english, source) per part.

    python prepare.py --corpus ../../shared/corpus --out data
"""
import argparse, glob, lzma, os, re, unicodedata

QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
                        "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "\u00ad": None, "\u200b": None, "\ufeff": None})


def normalise(text):
    """NFKC, curly quotes and dashes to ASCII, one space between words. lib/language/normalize.ts does the same in the page."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(QUOTES)).translate(QUOTES).split())


def key(text):
    """Letters and digits only, lower case: what two copies of one sentence share."""
    return re.sub(r"[\W_]+", "", text.lower())


def numbers(text):
    """The digit strings of a text without separators, sorted."""
    return sorted(re.sub(r"[.,]", "", n).lstrip("0") for n in re.findall(r"\d+(?:[.,]\d+)*", text))


ID_WORDS = set("yang dan di ke dari untuk dengan ini itu pada tidak akan dalam adalah sebagai oleh telah juga tersebut dapat atau karena".split())


def acceptable(a, b, strict):
    la, lb = len(a.split()), len(b.split())
    if not a or not b or la > 90 or lb > 90 or len(a) > 600 or len(b) > 600:
        return False
    if a == b and la > 1:
        return False
    if not 1 / 2.6 < (len(a) + 8) / (len(b) + 8) < 2.6:
        return False
    if strict and numbers(a) != numbers(b):
        return False
    if sum(ch.isalpha() for ch in a) < 0.5 * len(a.replace(" ", "")):
        return False
    return not (lb > 6 and len(ID_WORDS & set(b.lower().split())) > 2)


def read_pairs(path):
    """(indonesian, english) of every line of a TSV that has both."""
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")[:2]
        if len(cells) == 2 and all(cells):
            yield cells[0], cells[1]


def write_pairs(path, pairs, part):
    """Pairs as a TSV whose third column says what they are."""
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(f"{source}\t{target}\t{part}\n" for source, target in pairs)


def held_out(corpus):
    keys = set()
    for path in glob.glob(os.path.join(corpus, "dev", "**", "*"), recursive=True) + glob.glob(os.path.join(corpus, "..", "seed", "*")):
        if os.path.isfile(path):
            for line in open(path, encoding="utf-8"):
                keys.update(key(normalise(part)) for part in line.rstrip("\n").split("\t"))
    return {k for k in keys if len(k) > 12}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--corpus", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--limit", type=int, default=0, help="pairs per part (smoke runs)")
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    banned, seen = held_out(a.corpus), set()
    for part in ("reference", "news", "general", "technical"):
        kept = read = 0
        with lzma.open(os.path.join(a.corpus, part + ".tsv.xz"), "rt", encoding="utf-8") as f, open(os.path.join(a.out, part + ".tsv"), "w", encoding="utf-8") as out:
            for line in f:
                cells = line.rstrip("\n").split("\t")
                read += 1
                if len(cells) < 2 or (a.limit and kept >= a.limit):
                    continue
                src, tgt = normalise(cells[0]), normalise(cells[1])
                ks, kt = key(src), key(tgt)
                if ks in banned or kt in banned or (ks, kt) in seen or not acceptable(src, tgt, part in ("technical", "general")):
                    continue
                seen.add((ks, kt))
                out.write(f"{src}\t{tgt}\t{cells[2] if len(cells) > 2 else part}\n")
                kept += 1
        print(f"{part}: {kept} of {read} pairs kept", flush=True)
    for lang in ("id", "en"):
        n = 0
        with lzma.open(os.path.join(a.corpus, "mono", lang + ".txt.xz"), "rt", encoding="utf-8") as f, open(os.path.join(a.out, "mono." + lang), "w", encoding="utf-8") as out:
            for line in f:
                text = normalise(line)
                k = key(text)
                if k in banned or k in seen or not 3 <= len(text.split()) <= 70 or (a.limit and n >= a.limit):
                    continue
                seen.add(k); out.write(text + "\n"); n += 1
        print(f"mono.{lang}: {n} sentences", flush=True)


if __name__ == "__main__":
    main()
