"""Names and acronyms keep their capitals, words lose them; titles come back as titles."""
import os
import pytest
import sentencepiece as spm
from casing import Casing, headline, is_headline

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@pytest.fixture(scope="module")
def casing():
    return Casing(spm.SentencePieceProcessor(model_file=os.path.join(HERE, "checkpoints", "joint.model")))


def test_source(casing):
    assert casing.source("Kasus DBD di Jakarta Menurun") == ("kasus DBD di Jakarta menurun", True)
    assert casing.source("Banjir melanda Jakarta.") == ("banjir melanda Jakarta.", False)
    assert casing.source("Jakarta dilanda banjir.") == ("Jakarta dilanda banjir.", False)
    assert casing.source('"Kami tidak tahu," katanya.')[0] == '"kami tidak tahu," katanya.'
    assert casing.source("KPK menyita uang.")[0] == "KPK menyita uang."
    assert casing.source("10 Rumah Terbakar di Papanggo")[0] == "10 rumah terbakar di Papanggo"
    assert casing.source("<bt> Banjir melanda.")[0] == "<bt> banjir melanda."
    assert casing.source("")[0] == ""


def test_is_headline():
    assert is_headline("Warga Papanggo Akan Dievakuasi ke SMP 129")
    assert not is_headline("Presiden Joko Widodo Bertemu Putin.") and not is_headline("Warga akan dievakuasi hari ini")


def test_headline():
    assert headline("Residents of Papanggo will be moved") == "Residents of Papanggo Will Be Moved"
