"""How numbers, names and failures are counted."""
import pytest
import metrics


@pytest.mark.parametrize("source,output,right", [
    ("Harganya Rp 1,5 triliun.", "It costs Rp 1.5 trillion.", (1, 1)),
    ("Harganya Rp1,5 triliun.", "It costs Rp1.5 trillion.", (1, 1)),
    ("Ada 14.000 tentara.", "There are 14,000 soldiers.", (1, 1)),
    ("Ada 14.000 tentara.", "There are 14.0 soldiers.", (0, 1)),
    ("Naik 12,4 persen pada 2025.", "Rose 12.4 percent in 2025.", (2, 2)),
    ("pukul 14.30 WIB", "2:30 p.m.", (1, 1)),
    ("pukul 14.30 WIB", "14:30 WIB", (1, 1)),
    ("pukul 14.00 WIB", "2 p.m.", (1, 1)),
    ("Sabtu (12/7/2025)", "Saturday (12/7/2025)", (3, 3)),
    ("Sabtu (12/7/2025)", "Saturday (7/12/2025)", (3, 3)),
    ("35 ribu orang", "35,000 people", (1, 1)),
    ("35 ribu orang", "35 thousand people", (1, 1)),
    ("Ia punya 3 anak.", "He has three children.", (1, 1)),
    ("abad ke-19", "the 19th century", (1, 1)),
    ("menang 3-1", "won 3-1", (2, 2)),
    ("11.20", "11,200", (0, 1)),
    ("1.234.567,89", "1,234,567.89", (1, 1)),
    ("tanpa angka", "no numbers", (0, 0)),
])
def test_numbers(source, output, right):
    assert metrics.numbers_right(source, output) == right


def test_names():
    s, r = "Menteri Lavrov bertemu Kim Jong Un di Wonsan.", "Minister Lavrov met Kim Jong Un in Wonsan."
    assert metrics.names_right(s, r, "Minister Lavrov's meeting with Kim Jong Un in Wonsan.") == (5, 5)
    assert metrics.names_right(s, r, "The minister met Kim in Wonsan.") == (2, 5)


@pytest.mark.parametrize("text,bad", [
    ("the the the man", True), ("to go to go to go", True), ("in the city of in the city of", True), ("cipipipips", True),
    ("no no", False), ("that that he said", False), ("Rp 1,000,000,000", False), ("Wagga Wagga", False)])
def test_loops(text, bad):
    assert metrics.loops(text) == bad


def test_failures():
    assert metrics.failures("x", "A reference of some length.", "") == ["empty", "length"]
    assert metrics.failures("x", "A reference of some length.", "A reference of some size.") == []
