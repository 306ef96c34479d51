"""Capitals on both sides, names and numbers as they were."""
from headlines import fits, title


def test_title():
    assert title("Kasus demam berdarah di Jakarta menurun.", "id") == "Kasus Demam Berdarah di Jakarta Menurun"
    assert title("Dengue cases in the city are on the decline.", "en") == "Dengue Cases in the City Are on the Decline"
    assert title("DPR setujui 3 pasal iPhone.", "id") == "DPR Setujui 3 Pasal iPhone"


def test_fits():
    assert fits("Kasus menurun.", "Cases are down.", 12)
    assert not fits("Kasus? Menurun.", "Cases? Down.", 12)
    assert not fits("Satu dua tiga empat.", "One two three four.", 3)
