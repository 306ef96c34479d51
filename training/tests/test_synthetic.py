"""The grammar keeps its own promises: every number and name arrives, nothing is left unfilled, the same seed gives the same pairs."""
import random, re
import metrics
from synthetic import Writer, enumerations, load_grammar


def test_pairs_carry_numbers_and_fill_all_slots():
    w = Writer(5)
    for kind, rules in load_grammar().items():
        for rule in rules:
            for _ in range(5):
                source, target = w.expand(rule)
                assert not re.search(r"[{}]", source + target), rule
                found, all_ = metrics.numbers_right(source, target)
                assert found == all_, (source, target)


def test_same_seed_same_pairs():
    a, b = Writer(9), Writer(9)
    assert [a.pair("S") for _ in range(50)] == [b.pair("S") for _ in range(50)]


def test_conversions():
    w = Writer(2)
    pairs = [w.pair("S") for _ in range(4000)]
    text = " ".join(a + " " + b for a, b in pairs)
    for pattern in (r"Rp ?\d+,\d+ triliun", r"Rp \d+\.\d+ trillion", r"pukul \d\d\.\d\d WIB", r"\d\d:\d\d WIB", r"[A-Z]\w+ \(\d+/\d+/\d{4}\)", r"persen", r"percent"):
        assert re.search(pattern, text), pattern


def test_enumerations_keep_order_and_kind():
    entries = [("judi", "noun", "gambling"), ("unggas", "noun", "poultry"), ("spanduk", "noun", "banner"), ("peluru", "noun", "bullet"), ("trayek", "noun", "route"),
               ("duduk", "verb", "to sit"), ("lari", "verb", "to run"), ("makan", "verb", "to eat"), ("datang", "verb", "to come"), ("pergi", "verb", "to go"),
               ("tua", "adj", "old"), ("muda", "adj", "young"), ("besar", "adj", "big"), ("kecil", "adj", "small"), ("panjang", "adj", "long")]
    english = {w: g.removeprefix("to ") for w, _, g in entries}
    for a, b in enumerations(entries, 200, random.Random(1)):
        found = [w for w in re.findall(r"\w+", a) if w in english]
        places = [re.search(rf"\b{english[w]}\b", b).start() for w in found]
        assert 2 <= len(found) <= 5 and places == sorted(places)
        assert len({pos for w, pos, _ in entries if w in found}) == 1
