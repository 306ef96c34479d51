"""Fill MODEL_CARD.md from reports: every number comes from a file that a command wrote.

    python card.py --model ../public/models/sejajar-id-en/0.1.0 --report int8.json [--float-report float.json] --log run/log.txt [--note "..."]

Reports are evaluate.py's --json; the log is train.py's (its last minute, step and target pieces seen).
"""
import argparse, json, os, re

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = ("sentences", "BLEU", "chrF", "repetition", "empty", "length", "numbers_right", "names_right")


def scores(report):
    """A table of all sets."""
    rows = [(n, *(s[c] for c in COLUMNS)) for n, s in report.items()]
    return table(("set", "sentences", "BLEU", "chrF", "with repetition", "empty", "odd length", "numbers right %", "names right %"), rows)


def tags(report):
    found = report.get("cases", {}).get("tags", {})
    return table(("tag", "sentences", "BLEU", "chrF"), [(t, s["sentences"], s["BLEU"], s["chrF"]) for t, s in found.items()]) if found else "(not scored)"


def loss(report, floats):
    """BLEU of int8 minus that of float32 per set."""
    return table(("set", "float32 BLEU", "int8 BLEU", "difference"),
                 [(n, f["BLEU"], report[n]["BLEU"], round(report[n]["BLEU"] - f["BLEU"], 2)) for n, f in floats.items() if n in report]) if floats else "(not measured)"


def table(head, rows):
    return "\n".join("| " + " | ".join(str(x) for x in r) + " |" for r in (head, ["---"] * len(head), *rows))


def training(path):
    """Minutes, steps and target pieces, of the last line of the log that has them."""
    last = None
    for l in open(path, encoding="utf-8", errors="replace") if path else ():
        last = re.match(r"step (\d+) ([\d.]+)/\S+ min .*seen ([\d.]+)M", l) or last
    return {"steps": last[1], "minutes": last[2], "pieces": last[3]} if last else {"steps": "?", "minutes": "?", "pieces": "?"}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--model", required=True); ap.add_argument("--report", required=True); ap.add_argument("--float-report"); ap.add_argument("--log")
    ap.add_argument("--note", default="", help="a paragraph on how this version was trained"); ap.add_argument("--out", help="default: MODEL_CARD.md in the model's folder")
    a = ap.parse_args()
    manifest, config = (json.load(open(os.path.join(a.model, f))) for f in ("manifest.json", "config.json"))
    report = json.load(open(a.report)); floats = json.load(open(a.float_report)) if a.float_report else None
    text = open(os.path.join(HERE, "MODEL_CARD.template.md"), encoding="utf-8").read()
    values = {"version": manifest["version"], "bytes": f"{manifest['bytes'] / 1e6:.1f}", "scores": scores(report), "tags": tags(report), "loss": loss(report, floats),
              "signatures": "\n".join("- `" + s + "`" for s in next(iter(report.values()))["signatures"]), "note": a.note,
              "parameters": f"{parameters(config) / 1e6:.1f}", **training(a.log), **{k: config[k] for k in ("d_model", "encoder_layers", "decoder_layers", "encoder_ffn_dim", "vocab_size")}}
    for k, v in values.items():
        text = text.replace("{{" + k + "}}", str(v))
    open(a.out or os.path.join(a.model, "MODEL_CARD.md"), "w", encoding="utf-8").write(text)
    print(text[:300])


def parameters(c):
    """Trained weights of the shape."""
    d, f = c["d_model"], c["encoder_ffn_dim"]
    attention, norm, ffn = 4 * (d * d + d), 2 * d, 2 * d * f + d + f
    return c["vocab_size"] * d + c["encoder_layers"] * (attention + ffn + 2 * norm) + c["decoder_layers"] * (2 * attention + ffn + 3 * norm)


if __name__ == "__main__":
    main()
