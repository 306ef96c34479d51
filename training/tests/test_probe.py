"""What counts as a known word, and that every word is asked once in a sentence of its kind."""
import os
from probe import CARRIERS, entries, known

LEXICON = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "content", "lexicon")


def test_known():
    assert known({"disturb", "bother"}, "They will be disturbed.")
    assert known({"seize"}, "They are seizing that.")
    assert not known({"gambling"}, "There is a game there.")
    assert known({"oil"}, "There is oil there.") and not known({"oil"}, "The soil is there.")


def test_entries():
    rows = list(entries(LEXICON))
    assert len(rows) > 15000 and len({w for w, _, _ in rows}) == len(rows)
    assert {kind for _, kind, _ in rows} == set(CARRIERS)
    assert dict((w, g) for w, _, g in rows)["spanduk"] == {"banner"}
