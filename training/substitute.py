"""Rare words in the place of common ones: a noun, adjective or verb of a pair whose English stands in the pair too is changed on both
sides for one of the lexicon that the pairs seldom show (Fadaee, Bisazza and Monz 2017, without their language model).

    python substitute.py --lexicon ../content/lexicon --mono data/clean/mono.id --out data/clean/substituted.tsv --count 30000 data/clean/reference.tsv data/clean/teacher.tsv
"""
import argparse, collections, random, re
from prepare import read_pairs, write_pairs
from synthetic import lexicon, lines, uses

WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
KINDS = ("noun", "adj", "verb")


def plural(noun):
    if re.search(r"(s|x|z|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def forms(kind, gloss):
    """The shapes in which a gloss can stand in a sentence, in a fixed order; English verbs only as they follow "to" and "will"."""
    return (gloss, plural(gloss)) if kind == "noun" else (gloss,)


def article(text):
    """a or an by the letter that follows; a capital A inside a sentence is no article."""
    text = re.sub(r"(\ba|^A)n (?=[bcdfgjklmnpqrstvwxyz])", r"\1 ", text)
    return re.sub(r"(\ba|^A) (?=[aeio])(?!one\b|once\b|eu)", r"\1n ", text)


class Substitute:
    """`shown` counts words in the pairs, `used` in the language at large: what is used more is put in more often, and what is `wanted` six times as often."""

    def __init__(self, entries, shown, used, rng, wanted=frozenset(), rare=120):
        self.rng, self.known, self.stock, self.weight = rng, {}, {k: [] for k in KINDS}, {k: [] for k in KINDS}
        for word, pos, gloss in entries:
            gloss = gloss.removeprefix("to ")
            if pos in KINDS and re.fullmatch(r"[a-z]+", gloss) and re.fullmatch(r"[a-z]+(-[a-z]+)?", word):
                self.known.setdefault(word, (pos, gloss))
                if shown[word] < rare or word in wanted:
                    self.stock[pos].append((word, gloss)); self.weight[pos].append((used[word] + 0.2) ** 0.5 * (6 if word in wanted else 1))

    def places(self, source, target):
        """(word, English as it stands, kind, which form) that occur once on both sides."""
        mine, theirs = collections.Counter(WORD.findall(source)), collections.Counter(WORD.findall(target))
        for word, n in mine.items():
            kind, gloss = self.known.get(word, (None, None))
            if kind is None or n > 1:
                continue
            for k, form in enumerate(forms(kind, gloss)):
                free = kind != "verb" or re.search(rf"\b(to|will|can|could|must|would|not) {form}\b", target)
                if theirs[form] == 1 and free:
                    yield word, form, kind, k

    def pair(self, source, target, most=3):
        """The changed pair, or None where nothing can be changed."""
        found = list(self.places(source, target))
        self.rng.shuffle(found)
        changed = False
        for word, form, kind, k in found[:most]:
            new, gloss = self.rng.choices(self.stock[kind], self.weight[kind])[0]
            english = forms(kind, gloss)[k]
            if new in WORD.findall(source) or english in WORD.findall(target):
                continue
            source = re.sub(rf"(?<![\w-]){word}(?![\w-])", new, source)
            target = re.sub(rf"(?<![\w-]){form}(?![\w-])", english, target)
            changed = True
        return (source, article(target)) if changed else None


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("files", nargs="+"); ap.add_argument("--lexicon", required=True); ap.add_argument("--out", required=True)
    ap.add_argument("--mono", required=True); ap.add_argument("--wanted", help="words that probe.py found unknown"); ap.add_argument("--count", type=int, default=30000); ap.add_argument("--longest", type=int, default=20, help="words of a source sentence")
    a = ap.parse_args()
    rows = [pair for path in a.files for pair in read_pairs(path)]
    shown = collections.Counter(w for source, _ in rows for w in WORD.findall(source))
    used, wanted = uses(a.mono), lines(a.wanted)
    rng = random.Random(3)
    maker = Substitute(lexicon(a.lexicon), shown, used, rng, wanted)
    short = [r for r in rows if len(r[0].split()) <= a.longest]
    out = {}
    for _ in range(20 * a.count):
        if len(out) == a.count or not short:
            break
        made = maker.pair(*rng.choice(short))
        if made:
            out[made[0]] = made[1]
    write_pairs(a.out, out.items(), "substituted")
    print(f"{len(out)} pairs; {', '.join(f'{len(v)} {k}s' for k, v in maker.stock.items())} to put in")


if __name__ == "__main__":
    main()
