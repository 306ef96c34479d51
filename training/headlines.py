"""Short sentences of the pairs as headlines and headings: capitals on every word but the small ones, on both sides, no full stop.

    python headlines.py --out data/clean/headlines.tsv data/clean/reference.tsv data/clean/teacher.tsv data/clean/bppt.tsv

Every article has a title, and the corpora hardly show one: a model that never saw "Kasus DBD Menurun" copies "Menurun" as if it were a name.
"""
import argparse, random, re

SMALL = {"id": set("di ke dari dan yang untuk pada dengan dalam oleh atau bagi sebagai hingga agar serta".split()),
         "en": set("a an the of in on at to for and or by with from as but nor".split())}


def title(text, language):
    """Title case; a word that has a capital or a digit keeps its shape."""
    words = text.rstrip(" .").split(" ")
    lower = lambda i, w: i and w.lower() in SMALL[language] and w.islower()
    return " ".join(w if lower(i, w) or not w.islower() else re.sub(r"[a-z]", lambda m: m.group().upper(), w, count=1) for i, w in enumerate(words))


def fits(source, target, longest):
    return 2 <= len(source.split()) <= longest and not re.search(r'["?!;]|[.:] ', source + target) and source[0].isupper() and target.rstrip()[-1:] != ","


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("files", nargs="+"); ap.add_argument("--out", required=True)
    ap.add_argument("--longest", type=int, default=12, help="words of a source sentence"); ap.add_argument("--shouted", type=float, default=0.08, help="share in capitals only")
    a = ap.parse_args()
    rng, out = random.Random(4), {}
    for path in a.files:
        for line in open(path, encoding="utf-8"):
            source, target = line.rstrip("\n").split("\t")[:2]
            if fits(source, target, a.longest):
                pair = (title(source, "id"), title(target, "en"))
                out[pair[0]] = tuple(side.upper() for side in pair) if rng.random() < a.shouted else pair
    rows = list(out.values())
    rng.shuffle(rows)
    with open(a.out, "w", encoding="utf-8") as f:
        f.writelines(f"{s}\t{t}\theadline\n" for s, t in rows)
    print(f"{len(rows)} headlines")


if __name__ == "__main__":
    main()
