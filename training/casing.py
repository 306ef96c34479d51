"""The case of a source text as the model is given it: what lib/language/headline-case.ts does in the page, but for lines in capitals
and the names of countries, which the page knows.

A small model learns `banjir` and `Banjir` as two words and knows the second badly. So the first word of a sentence stands in small
letters where it is most likely no name (of those it lowers, under one in a hundred are), and headlines in the case of sentences.
"""
import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|')*")
FIRST = re.compile(r"(?:<bt> )?[\"'(]*([^\W\d_a-z][^\W\d_A-Z]+)(?=[ ,]|$)")
DERIVED = re.compile(r"(?:di|ter|ber|me|pe|ke|se).{4,}|.{4,}(?:kan|nya)")
UNKNOWN = -30  # SentencePiece scores the unknown piece with 0
SMALL = set("a an the of in on at to for and or nor but by with from as into over per via vs".split())


class Casing:
    def __init__(self, sp):
        """sp: the SentencePiece model whose vocabulary says which shape of a word is likelier."""
        self.pieces = lru_cache(200_000)(lambda word: sp.encode(word))
        self.score = lru_cache(200_000)(lambda word: sum(UNKNOWN if i == sp.unk_id() else sp.get_score(i) for i in self.pieces(word)))

    def first_small(self, text):
        """Small first letter if that makes the first word one piece, or a likelier one of derived shape."""
        m = FIRST.match(text)
        if not m:
            return text
        word, small = m.group(1), m.group(1).lower()
        plain = self.score(small) > self.score(word) and (len(self.pieces(small)) == 1 or DERIVED.fullmatch(small))
        return text[: m.start(1)] + small + text[m.end(1):] if plain else text

    def sentence_case(self, text):
        """A headline as a sentence: the first word, acronyms and names keep their capitals."""
        def shape(m):
            word = m.group()
            if m.start() == 0 or not re.fullmatch(r"[^\W\d_a-z][^A-Z]*", word):
                return word
            return max((word, word.lower()), key=self.score)
        return WORD.sub(shape, text)

    def source(self, text):
        """(text for the model, whether it was a headline)."""
        headline = is_headline(text)
        return self.first_small(self.sentence_case(text) if headline else text), headline


def is_headline(text):
    long = [w for w in WORD.findall(text) if len(w) > 3]
    return not re.search(r"[.!][\"')]*\s*$", text) and len(long) > 2 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def headline(text):
    """English in title case."""
    return WORD.sub(lambda m: m.group() if m.start() and m.group() in SMALL else m.group()[0].upper() + m.group()[1:], text)
