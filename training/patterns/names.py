"""Names of many kinds, listed in names.txt or put together from parts: what the model must learn to copy as they stand."""
import os


def load(path=os.path.join(os.path.dirname(__file__), "names.txt")):
    """{kind: (first names, last names)} and {kind: share}."""
    lists, shares = {}, {}
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            kind, share, first, last = line.strip().split(" = ")
            lists[kind], shares[kind] = (first.split("; "), last.split("; ")), float(share)
    return lists, shares


NAMES, WEIGHTS = load()
ONSETS = "b c d f g h j k l m n p r s t v w y z b d g h k l m n r s t w kh sh ch th br dr kr pr tr gl st ng ny zh".split()
VOWELS = "a a a a e e i i i o o u u ai au ie oe ou".split()
CODAS = [""] * 9 + "n n n r s t k l m ng h".split()
ENDINGS = "wati anto ono yono ningsih man din syah wan ov ova ev enko sky ski vich ez es ini elli ano sson sen berg stein burg mann ton ford son ley well ham oglu yan shvili idze wala pur abad ara moto yama shima".split()


def invented(rng, ending=0.5):
    """A name nobody has: syllables, often with a common ending."""
    word = "".join(rng.choice(ONSETS if rng.random() < 0.85 else [""]) + rng.choice(VOWELS) + rng.choice(CODAS) for _ in range(rng.choice((1, 2, 2, 2, 3))))
    if len(word) < 3 or rng.random() < ending:
        word += rng.choice(ENDINGS)
    return word[:12].capitalize()


def part(rng, words):
    """One listed or, one time in four, invented part of a name."""
    return rng.choice(words) if rng.random() < 0.75 else invented(rng)


def person(rng):
    first, last = NAMES[rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]]
    kind = rng.random()
    if kind < 0.08:
        return f"{part(rng, first)} {rng.choice('ABCDEFGHIJKLMNRSTW')}. {part(rng, last)}"
    if kind < 0.16:
        return f"{part(rng, first)} {part(rng, first)} {part(rng, last)}"
    return f"{part(rng, first)} {part(rng, last)}"


def surname(rng):
    first, last = NAMES[rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]]
    return part(rng, last if rng.random() < 0.7 else first)


def company(rng):
    word = lambda: rng.choice((invented(rng), invented(rng, 0.2), rng.choice(NAMES["id"][1])))
    kind = rng.random()
    if kind < 0.45:
        return f"PT {word()} {rng.choice(['Tbk', 'Persada', 'Energi', 'Sejahtera', 'Indonesia', 'Jaya', 'Makmur', 'Abadi', 'Nusantara', 'Mandiri'])}"
    if kind < 0.7:
        return f"{word()} {rng.choice(['Group', 'Holdings', 'Motors', 'Energy', 'Airlines', 'Bank', 'Corp', 'Technologies', 'Pharma', 'Steel', 'Media'])}"
    return word() if kind < 0.9 else word().upper()[:5]


def acronym(rng):
    return "".join(rng.choice("ABDFGHIKLMNPRSTUVWKPBSM") for _ in range(rng.choice((3, 3, 4, 4, 5))))
