"""Pairs for what the corpora lack, from patterns/: numbers, money, dates, times, names, titles, acronyms, quotations.

    python synthetic.py --out data/synthetic.tsv --pairs 50000 --lexicon ../content/lexicon --ban ../../shared/corpus

A synchronous grammar (patterns/grammar.txt) writes both sides at once; nothing comes from a corpus. Words and short phrases
of the lexicon follow as pairs of their own, and in rows. The same seed gives the same file.
"""
import argparse, collections, glob, os, random, re
from patterns import names, values

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "patterns")


def load_lists(path=os.path.join(HERE, "lists.txt")):
    lists = {}
    for line in open(path, encoding="utf-8"):
        if " := " in line and not line.startswith("#"):
            kind, items = line.strip().split(" := ")
            lists[kind] = [tuple(x.split("=")) if "=" in x else (x, x) for x in items.split("; ")]
    bare = lambda kind: [(a, re.sub("^the ", "", b)) for a, b in lists[kind]]
    lists.update(ORGN=bare("ORG"), ACRN=bare("ACR"), PROVN=bare("PROV"), MEDIAN=bare("MEDIA"))
    lists["CITYUP"] = [(a.upper(), a.upper()) for a, _ in lists["CITY"]]
    lists["LITTLES"] = lists["LITTLE"][:13]
    lists["TITLEL"] = [t for t in lists["TITLE"] if t[0].islower() and not t[0].startswith(("juru", "direktur", "mantan", "saksi"))]
    return lists


def load_grammar(path=os.path.join(HERE, "grammar.txt")):
    rules, kind = {}, None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("["):
            kind = line.strip("[]"); rules[kind] = []
        elif line and not line.startswith("#"):
            rules[kind].append(tuple(line.split(" ||| ")))
    return rules


class Writer:
    def __init__(self, seed):
        self.rng, self.lists, self.rules = random.Random(seed), load_lists(), load_grammar()
        r, l = self.rng, self.lists
        same = lambda f: (lambda: (lambda x: (x, x))(f()))
        self.make = {"PER": same(lambda: names.person(r)), "SUR": same(lambda: names.surname(r)), "INV": same(lambda: names.invented(r)),
                     "COMPANY": same(lambda: names.company(r)), "ACRINV": same(lambda: names.acronym(r)), "INIT": same(lambda: "".join(r.choices("ABDEFHIKLMNRSTYZ", k=r.choice((1, 2, 2, 3))))),
                     "N": lambda: values.whole(r, 2, 7), "NPLAIN": lambda: values.whole(r, 2, 7), "BIGN": lambda: values.grouped(r.randint(1000, 10 ** r.choice((4, 5, 6, 7)))),
                     "BIGDEC": self.big_decimal, "DEC": lambda: values.decimal(r, r.choice((10, 100, 1000))), "MAG": lambda: values.decimal(r, 9, (1,)),
                     "PCT": lambda: values.percent(r), "MONEY": lambda: values.money(r, l), "BOTH": lambda: values.both(r, l),
                     "DATE": lambda: values.date(r, l), "DM": lambda: values.day_month(r, l), "RANGE": lambda: values.date_range(r, l), "YEAR": lambda: values.year(r),
                     "DAYD": lambda: values.day_date(r, l), "CLOCK": lambda: values.clock(r, l), "HOUR": lambda: values.hour(r),
                     "SCORE": lambda: values.score(r), "AGE": same(lambda: str(r.randint(2, 94))),
                     "CODE": same(lambda: f"{r.randint(1, 400)}/{r.choice(('Pid.B', 'Pid.Sus', 'PUU', 'Pdt.G'))}/{r.randint(2005, 2026)}/PN {r.choice(l['CITY'])[0]}"),
                     "PHONE": same(lambda: f"08{r.randint(11, 99)}-{r.randint(1000, 9999)}-{r.randint(1000, 9999)}")}
        self.numbers = {"NUM": "ORD", "NUMB": "ORDB", "CENT": "CENTO"}

    def big_decimal(self):
        a, b = values.grouped(self.rng.randint(1000, 99999)); d = f"{self.rng.randint(1, 99):02d}"
        return f"{a},{d}", f"{b}.{d}"

    def fill(self, kind, slots):
        """The (indonesian, english) pair of one slot."""
        base = kind.rstrip("0123456789")
        if base in self.make:
            return self.make[base]()
        if base in self.rules:
            return self.expand(self.rng.choice(self.rules[base]))
        for number, ordinal in self.numbers.items():
            if base in (number, ordinal):  # the n of "ke-n" and its "nth"
                if number not in slots:
                    n = self.rng.randint(2, 21 if number == "CENT" else 99)
                    slots[number], slots[ordinal] = (str(n), str(n)), (values.ordinal(n),) * 2
                return slots[base]
        return self.rng.choice(self.lists[base])

    def expand(self, rule):
        slots, out = {}, []
        for side in (0, 1):
            text = rule[side]
            for kind in re.findall(r"\{(\w+)\}", text):
                if kind not in slots:
                    slots[kind] = self.fill(kind, slots)
                text = text.replace("{" + kind + "}", slots[kind][side])
            out.append(text)
        return out[0], out[1]

    def pair(self, kind):
        a, b = self.expand(self.rng.choice(self.rules[kind]))
        return tidy(a, kind == "S"), tidy(b, kind == "S", True)


def tidy(text, sentence, english=False):
    text = re.sub(r'\?(["\']?)[.,](?=["\' ]|$)', r"?\1", text).replace(",,", ",").replace(",.", ".").replace("..", ".")
    if english:
        text = re.sub(r"\b([Aa]) (?=[AEIO])(?!US |UN |One|Euro)", r"\1n ", text)
        text = re.sub(r"\ba (?=(actor|author|analyst|economist|activist|eyewitness|international|Egyptian))", "an ", text)
    text = re.sub(r"\) - ([a-z])", lambda m: m.group(0).upper(), text)  # after a dateline
    if sentence and text[0] == '"':
        text = '"' + text[1].upper() + text[2:]
    return text[0].upper() + text[1:] if sentence else text


def lemma_rows(folder):
    """The cells of every row of the lexicon that has five: lemma, part of speech, root, register, senses."""
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.tsv"), recursive=True)):
        for line in open(path, encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 5 and cells[0] and not cells[0].startswith("#"):
                yield cells


def lexicon(folder):
    """(word, parts of speech, first gloss) of every lemma."""
    out = {}
    for cells in lemma_rows(folder):
        gloss = re.sub(r"\s*\([^)]*\)", "", re.split(r"[|;]", cells[4])[0]).strip()
        if gloss and len(gloss) < 40 and len(cells[0]) < 40:
            out.setdefault((cells[0], gloss), (cells[0], cells[1], gloss))
    return list(out.values())


CARRIERS = {"verb": (("akan {}", "will {}"), ("ingin {}", "want to {}"), ("tidak akan {}", "will not {}"), ("untuk {}", "to {}"), ("mereka harus {}", "they must {}"),
                     ("kami bisa {}", "we can {}"), ("agar dapat {}", "so as to be able to {}")),
            "noun": (("tentang {}", "about {}"), ("karena {}", "because of {}"), ("tanpa {}", "without {}"), ("soal {}", "about {}"), ("{}", "{}")),
            "adj": (("sangat {}", "very {}"), ("lebih {}", "more {}"), ("tidak {}", "not {}"), ("terlalu {}", "too {}"), ("{}", "{}"))}


def enumerations(entries, count, rng, used=None, wanted=frozenset()):
    """Two to five words of one kind in a row behind a short carrier: rare words meet their English far more often than in text.
    `used` counts words in the language at large; what is used more is taken more often, and what is `wanted` four times as often."""
    kinds = {k: [(w, re.sub("^to ", "", g)) for w, pos, g in entries if pos == k and " to " not in f" {g[3:]} "] for k in CARRIERS}
    weights = {k: [((used or {}).get(w, 0) + 0.5) ** 0.4 * (4 if w in wanted else 1) for w, _ in v] for k, v in kinds.items()}
    out = []
    while len(out) < count:
        kind = rng.choices(tuple(CARRIERS), (5, 4, 2))[0]
        chosen, (a, b) = list(dict(rng.choices(kinds[kind], weights[kind], k=rng.choice((2, 3, 4, 5)))).items()), rng.choice(CARRIERS[kind])
        if len(chosen) < 2:
            continue
        join = lambda words, last: f"{', '.join(words[:-1])}{',' if len(words) > 2 else ''} {last} {words[-1]}"
        out.append((a.format(join([w for w, _ in chosen], "dan")), b.format(join([g for _, g in chosen], "and"))))
    return out


def uses(path):
    """Counts of the words of a text file, one sentence a line."""
    return collections.Counter(w for line in open(path, encoding="utf-8") for w in re.findall(r"(?<![A-Za-z-])[a-z]+(?:-[a-z]+)?(?![A-Z])", line)) if path else None


def lines(path):
    """The lines of a file as a set; of no file none."""
    return set(open(path, encoding="utf-8").read().split("\n")) if path else set()


def banned(folder):
    """Keys of all held-out sentences."""
    from prepare import held_out
    return held_out(folder) if folder else set()


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", required=True); ap.add_argument("--pairs", type=int, default=45000); ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--lexicon"); ap.add_argument("--enumerations", type=int, default=0, help="rows of several words of the lexicon"); ap.add_argument("--mono", help="text that says which words are used often")
    ap.add_argument("--wanted", help="words that probe.py found unknown"); ap.add_argument("--ban", help="corpus folder whose dev sets must not appear")
    a = ap.parse_args()
    from prepare import key
    w, bans, seen, rows = Writer(a.seed), banned(a.ban), set(), []
    while len(rows) < a.pairs:
        kind = "FRAGMENT" if w.rng.random() < 0.1 else "S"
        pair = w.pair(kind)
        if pair[0] not in seen and key(pair[0]) not in bans and len(pair[0]) < 330:
            seen.add(pair[0]); rows.append((*pair, "pattern"))
    words = lexicon(a.lexicon) if a.lexicon else []
    rows += [(word, gloss, "lexicon") for word, _, gloss in words] + [(*p, "lexicon") for p in enumerations(words, a.enumerations if words else 0, w.rng, uses(a.mono), lines(a.wanted))]
    w.rng.shuffle(rows)
    with open(a.out, "w", encoding="utf-8") as f:
        f.writelines("\t".join(r) + "\n" for r in rows)
    print(f"{len(rows)} pairs, {len(words)} of them words of the lexicon and {a.enumerations if words else 0} rows of them, {sum(len(r) for r in w.rules.values())} rules")


if __name__ == "__main__":
    main()
