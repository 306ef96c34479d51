"""Score a checkpoint, an exported folder, or a file of translations.

    python evaluate.py --checkpoint run/last.pt --spm data/joint.model --set flores=data/dev-flores.tsv --set news=data/dev-news.tsv
    python evaluate.py --onnx ../public/models/sejajar-id-en/0.1.0 --set flores=data/dev-flores.tsv --cases eval/cases.tsv
    python evaluate.py --translations flores=out.txt --set flores=data/dev-flores.tsv       # one line of `sejajar translate` per line of the set

Prints for each set: BLEU and chrF with sacrebleu's signatures, sentences that repeat, are empty or of odd length, numbers and
names right (metrics.py says how they are counted); for --cases the same per tag. --json FILE keeps it all, --show N prints failures.
"""
import argparse, json, os, time
import sacrebleu
import sentencepiece as spm
from casing import Casing, headline
from prepare import normalise
import metrics

HERE = os.path.dirname(os.path.abspath(__file__))


def read_set(path):
    """[(source, reference)], normalised as the page does."""
    rows = [l.rstrip("\n").split("\t") for l in open(path, encoding="utf-8")]
    return [(normalise(r[0]), normalise(r[1])) for r in rows if len(r) > 1]


def read_cases(path):
    """[(tags, source, reference)]"""
    rows = [l.rstrip("\n").split("\t") for l in open(path, encoding="utf-8") if l.strip() and not l.startswith(("#", "id\t"))]
    return [(r[1].split(","), normalise(r[2]), normalise(r[3])) for r in rows]


class Checkpoint:
    def __init__(self, path, spm_path, which="ema", threads=2):
        import torch
        from export import read
        from parity import torch_model
        torch.set_num_threads(threads)
        self.sp = spm.SentencePieceProcessor(model_file=spm_path)
        self.model = torch_model(*read(path, which))

    def translate(self, texts):
        import torch
        from parity import torch_greedy
        with torch.no_grad():
            ids = torch_greedy(self.model, [self.sp.encode(t)[:200] + [1] for t in texts])
        return [self.sp.decode([v for v in y if v > 3]) for y in ids]


def summary(rows, outputs):
    """All measures of one set of (source, reference) and outputs."""
    refs = [[r for _, r in rows]]
    bleu, chrf = sacrebleu.metrics.BLEU(), sacrebleu.metrics.CHRF()
    b, c = bleu.corpus_score(outputs, refs), chrf.corpus_score(outputs, refs)
    bad = [metrics.failures(s, r, o) for (s, r), o in zip(rows, outputs)]
    num = [metrics.numbers_right(s, o) for (s, _), o in zip(rows, outputs)]
    nam = [metrics.names_right(s, r, o) for (s, r), o in zip(rows, outputs)]
    share = lambda x: round(100 * sum(a for a, _ in x) / max(1, sum(n for _, n in x)), 2)
    return {"sentences": len(rows), "BLEU": round(b.score, 2), "chrF": round(c.score, 2),
            **{k: sum(k in x for x in bad) for k in ("repetition", "empty", "length")},
            "numbers_right": share(num), "numbers": sum(n for _, n in num), "names_right": share(nam), "names": sum(n for _, n in nam),
            "signatures": [str(bleu.get_signature()), str(chrf.get_signature())]}


def show(rows, outputs, n):
    """Prints up to n outputs with something wrong."""
    for (s, r), o in zip(rows, outputs):
        bad = metrics.failures(s, r, o) + [k for k, (f, a) in (("numbers", metrics.numbers_right(s, o)), ("names", metrics.names_right(s, r, o))) if f < a]
        if bad and n > 0:
            n -= 1
            print(f"  [{' '.join(bad)}]\n    {s}\n    {r}\n    {o}")


def line(name, s):
    return (f"{name:<14} n {s['sentences']:<5} BLEU {s['BLEU']:5.2f} chrF {s['chrF']:5.2f} repetition {s['repetition']} empty {s['empty']} length {s['length']} "
            f"numbers {s['numbers_right']:.1f} % of {s['numbers']} names {s['names_right']:.1f} % of {s['names']}")


def by_tag(cases, outputs):
    tags = sorted({t for c in cases for t in c[0]})
    pick = lambda t: [(c[1:], o) for c, o in zip(cases, outputs) if t in c[0]]
    return {t: summary([x for x, _ in pick(t)], [o for _, o in pick(t)]) for t in tags}


def cased(translate, vocabulary):
    """`translate` as a function of a set's name and texts, with sources in the case the model is given by the page, and headlines in that of headlines."""
    casing = Casing(spm.SentencePieceProcessor(model_file=vocabulary))
    def both(name, texts):
        sources = [casing.source(t) for t in texts]
        return [headline(o) if was else o for o, (_, was) in zip(translate([s for s, _ in sources]), sources)]
    return both


def system(a):
    """A function from texts (and the set's name) to translations."""
    if a.checkpoint:
        return cased(Checkpoint(a.checkpoint, a.spm, a.weights, a.threads).translate, a.spm)
    if a.onnx:
        from onnx_model import OnnxModel
        translate = OnnxModel(a.onnx, a.threads).translate
        trained_so = json.load(open(os.path.join(a.onnx, "config.json"))).get("sentence_case")
        return cased(translate, a.spm) if trained_so else lambda name, texts: translate(texts)
    files = dict(x.split("=", 1) for x in a.translations)
    def lookup(name, texts):
        out = [normalise(l) for l in open(files[name], encoding="utf-8").read().splitlines()]
        assert len(out) == len(texts), f"{files[name]} has {len(out)} lines, {name} {len(texts)}"
        return out
    return lookup


def main():
    ap = argparse.ArgumentParser()
    kind = ap.add_mutually_exclusive_group(required=True)
    kind.add_argument("--checkpoint"); kind.add_argument("--onnx"); kind.add_argument("--translations", nargs="+", metavar="NAME=FILE")
    ap.add_argument("--set", action="append", default=[], metavar="NAME=TSV"); ap.add_argument("--cases", help="regression set: id, tags, source, reference")
    ap.add_argument("--spm", default=os.path.join(HERE, "checkpoints", "joint.model")); ap.add_argument("--weights", default="ema"); ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--limit", type=int); ap.add_argument("--show", type=int, default=0); ap.add_argument("--json"); ap.add_argument("--save", help="folder for the outputs")
    a = ap.parse_args()
    translate, report = system(a), {}
    for item in a.set:
        name, path = item.split("=", 1)
        rows = read_set(path)[:a.limit]
        start = time.time(); out = translate(name, [s for s, _ in rows])
        report[name] = summary(rows, out); report[name]["seconds"] = round(time.time() - start, 1)
        print(line(name, report[name]), f"{report[name]['seconds']} s", flush=True)
        show(rows, out, a.show)
        if a.save:
            open(f"{a.save}/{name}.txt", "w", encoding="utf-8").write("\n".join(out) + "\n")
    if a.cases:
        cases = read_cases(a.cases)
        out = translate("cases", [c[1] for c in cases])
        report["cases"] = summary([c[1:] for c in cases], out); report["cases"]["tags"] = by_tag(cases, out)
        print(line("cases", report["cases"]))
        for t, s in report["cases"]["tags"].items():
            print(line("  " + t, s))
        show([c[1:] for c in cases], out, a.show)
    for s in next(iter(report.values()), {}).get("signatures", []):
        print(s)
    if a.json:
        json.dump(report, open(a.json, "w"), indent=1)


if __name__ == "__main__":
    main()
