"""The whole chain on 200 made-up pairs a part, with a tiny model: every command of README.md, in under three minutes."""
import json, lzma, os, subprocess, sys, time
import numpy as np
import pytest

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TINY = "--d-model 32 --encoder-layers 1 --decoder-layers 1 --encoder-attention-heads 2 --decoder-attention-heads 2 --encoder-ffn-dim 64 --decoder-ffn-dim 64".split()


def run(*args):
    """One command; returns what it printed."""
    p = subprocess.run([sys.executable, os.path.join(HERE, args[0]), *map(str, args[1:])], capture_output=True, text=True, timeout=170)
    assert p.returncode == 0, p.stderr[-3000:]
    return p.stdout


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A corpus folder with the layout of shared/corpus, written by the grammar."""
    from synthetic import Writer
    root, w = tmp_path_factory.mktemp("chain"), Writer(11)
    os.makedirs(root / "corpus" / "mono"); os.makedirs(root / "corpus" / "dev")
    pairs = lambda n: [w.pair("S") for _ in range(n)]
    for part in ("reference", "news", "general", "technical"):
        with lzma.open(root / "corpus" / f"{part}.tsv.xz", "wt", encoding="utf-8") as f:
            f.writelines(f"{a}\t{b}\t{part}\n" for a, b in pairs(200))
    for k, lang in enumerate(("id", "en")):
        with lzma.open(root / "corpus" / "mono" / f"{lang}.txt.xz", "wt", encoding="utf-8") as f:
            f.writelines(p[k] + "\n" for p in pairs(200))
    with open(root / "corpus" / "dev" / "flores.tsv", "w", encoding="utf-8") as f:
        f.writelines(f"{a}\t{b}\n" for a, b in pairs(30))
    return root


def taught(d):
    """Batches for a teacher, answered from the other side of the made-up text; the first line is refused."""
    step = lambda name, *more: run("teacher.py", name, "--clean", d, "--batches", d / "asked", *more)
    step("select", "--count", 30)
    english = dict(zip(open(d / "mono.id", encoding="utf-8").read().split("\n"), open(d / "mono.en", encoding="utf-8").read().split("\n")))
    rows = [line.rstrip("\n").split("\t") for line in open(d / "asked" / "000.txt", encoding="utf-8")]
    os.makedirs(d / "answered")
    with open(d / "answered" / "000.tsv", "w", encoding="utf-8") as f:
        f.writelines(f"{n}\t{'-' if n == '1' else english[source]}\n" for n, source in rows)
    assert f"of {len(rows) - 1} pairs kept" in step("collect", "--answers", d / "answered", "--out", d / "teacher.tsv")
    kept = [tuple(line.rstrip("\n").split("\t")) for line in open(d / "teacher.tsv", encoding="utf-8")]
    assert len(kept) > 3 and all(english[a] == b and part == "teacher" for a, b, part in kept)


def test_chain(corpus):
    start, d = time.time(), corpus
    spm, packed, dev = d / "joint.model", d / "packed", d / "corpus" / "dev" / "flores.tsv"
    run("prepare.py", "--corpus", d / "corpus", "--out", d)
    run("tokenizer.py", "--data", d, "--out", d / "joint", "--vocab", 600)
    run("synthetic.py", "--out", d / "synthetic.tsv", "--pairs", 200, "--lexicon", os.path.join(HERE, "..", "content", "lexicon"), "--enumerations", 50)
    os.link(dev, d / "dev-flores.tsv")
    taught(d)
    (d / "headlines.tsv").write_text("Kasus DBD di Jakarta Menurun\tDengue Cases in Jakarta Decline\nHarga Beras Naik\tRice Price Rises\n", encoding="utf-8")
    assert "2 headlines" in run("headlines.py", "--spm", spm, "--out", d / "titles.tsv", d / "headlines.tsv")
    run("pack.py", "--spm", spm, "--out", packed, "--table", d / "align.npz", *(d / f"{p}.tsv" for p in ("reference", "news", "general", "teacher", "titles", "synthetic", "dev-flores")))
    assert len(np.load(packed / "dev-flores.npz")["so"]) == 31
    run("embed.py", "--packed", packed, "--spm", spm, "--out", d / "embed.npy", "--dim", 32)
    said = run("substitute.py", "--lexicon", os.path.join(HERE, "..", "content", "lexicon"), "--mono", d / "mono.id", "--out", d / "substituted.tsv", "--count", 40, d / "reference.tsv", d / "news.tsv")
    assert said.startswith("40 pairs")
    train(d, "run", "--embed", d / "embed.npy")
    log = train(d, "run", "--resume", minutes=0.16)
    assert "resumed at step" in log and "dev nll" in log
    train(d, "rev", "--swap")
    run("backtranslate.py", "--checkpoint", d / "rev" / "last.pt", "--spm", spm, "--mono", d / "mono.en", "--out", d / "bt.tsv", "--sentences", 60, "--processes", 1)
    run("checkpoint.py", "average", d / "run" / "last.pt", d / "run" / "stable.pt", "--out", d / "run" / "average.pt")
    run("checkpoint.py", "pack", d / "run" / "last.pt", d / "kept.npz")
    run("checkpoint.py", "unpack", d / "kept.npz", d / "run" / "last.pt")
    assert "resumed at step" in train(d, "run", "--resume", minutes=0.2)
    out = d / "model" / "0.0.1"
    said = run("export.py", "--checkpoint", d / "run" / "average.pt", "--spm", spm, "--out", out, "--calibrate", d / "reference.tsv", "--check", dev, "--lines", 20)
    assert "tokenizer: 0 of 40 lines differ" in said and "float onnx: 20 of 20" in said
    manifest = json.load(open(out / "manifest.json"))
    assert {"config.json", "tokenizer.json", "onnx/encoder_model_quantized.onnx", "onnx/decoder_model_merged_quantized.onnx"} <= {f["file"] for f in manifest["files"]}
    said = run("evaluate.py", "--onnx", out, "--spm", spm, "--set", f"flores={dev}", "--cases", os.path.join(HERE, "eval", "cases.tsv"))
    assert "BLEU" in said and "nrefs:1" in said and "negation" in said
    run("translation_table.py", "--out", d / "table.tsv.gz", d / "reference.tsv", d / "news.tsv")
    assert time.time() - start < 180


def train(d, name, *more, minutes=0.1):
    plan = d / f"{name}.json"
    plan.write_text(json.dumps({"minutes": minutes, "decay_from": 0.5, "phases": [{"until": 1.0, "mix": {"reference": 1, "news": 1, "synthetic": 0.5}}]}))
    return run("train.py", "--packed", d / "packed", "--spm", d / "joint.model", "--out", d / name, "--plan", plan, "--dev-tsv", d / "corpus" / "dev" / "flores.tsv",
               "--tokens", 1000, "--warmup", 5, "--threads", 1, "--log-every", 2, *TINY, *more)
