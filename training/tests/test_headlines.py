"""Names and acronyms keep their capitals, words lose them."""
from headlines import sentence_case


def test_sentence_case():
    score = lambda word: 0 if word in ("kasus", "menurun", "Jakarta", "cases", "decline") else -1
    assert sentence_case("Kasus DBD di Jakarta Menurun", score) == "Kasus DBD di Jakarta menurun"
    assert sentence_case("Dengue Cases in Papanggo Decline, iPhone Too", score) == "Dengue cases in Papanggo decline, iPhone Too"
