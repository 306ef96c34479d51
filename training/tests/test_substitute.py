"""A word is changed on both sides or on neither, and English grammar follows it."""
import collections, random
from substitute import Substitute

ENTRIES = [("rumah", "noun", "house"), ("unggas", "noun", "owl"), ("tua", "adj", "old"), ("gigih", "adj", "eager"), ("membeli", "verb", "to buy"), ("menyita", "verb", "to seize")]


def maker(rare):
    shown = collections.Counter({w: (0 if w in rare else 1000) for w, _, _ in ENTRIES})
    return Substitute(ENTRIES, shown, collections.Counter(), random.Random(1))


def test_changes_both_sides():
    m = maker({"unggas", "gigih", "menyita"})
    assert m.pair("Dia akan membeli rumah tua.", "He will buy an old house.") == ("Dia akan menyita unggas gigih.", "He will seize an eager owl.")


def test_follows_plural_and_article():
    m = maker({"unggas"})
    assert m.pair("Ada rumah baru.", "There is a house, new.") == ("Ada unggas baru.", "There is an owl, new.")
    assert m.pair("Ada tiga rumah.", "There are three houses.") == ("Ada tiga unggas.", "There are three owls.")


def test_leaves_what_is_not_on_both_sides_once():
    m = maker({"unggas", "menyita"})
    assert m.pair("Rumah itu besar.", "The home is big.") is None
    assert m.pair("rumah ke rumah", "house to house") is None
    assert m.pair("Ia membeli beras.", "He bought rice, a good buy.") is None  # "buy" is no verb here
