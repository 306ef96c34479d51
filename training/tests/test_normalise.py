"""prepare.normalise and lib/language/normalize.ts are one rule: both are tested on the same table."""
import json, os, sys
import pytest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from prepare import normalise

with open(os.path.join(HERE, "..", "..", "lib", "language", "normalize.cases.json"), encoding="utf-8") as f:
    CASES = json.load(f)


@pytest.mark.parametrize("given, expected", CASES)
def test_normalise(given, expected):
    assert normalise(given) == expected
