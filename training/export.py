"""A checkpoint to the folder that the page loads: int8 ONNX, tokenizer, configuration, manifest.

    python training/export.py --checkpoint /work/run1/last.pt --spm data/joint.model --out public/models/sejajar-id-en/0.1.0

--calibrate TSV gives the int8 graphs fixed scales, measured on the first lines of a file of pairs (not a dev set); without it
scales follow each batch, which onnxruntime computes but the page's own kernel does not. --float DIR also writes the float32 graphs and `pytorch_model.bin` for MarianMTModel (not shipped); --check TSV compares
PyTorch, float ONNX and int8 ONNX on the first lines of a file.
"""
import argparse, functools, hashlib, json, os, shutil, tempfile
import numpy as np
import onnx
import torch
import graph, hf_tokenizer
from model import Config, sinusoid
from quantize import Int8

UNSURE = -0.3  # mean log-probability of a token; about half of the sentences of the news are below
NEVER = -1e4  # logit offset of pieces that are never generated: pad, and the tag of back-translated sources


def read(path, which="ema"):
    """(configuration, weights by Marian names as float32 tensors) of a checkpoint of train.py or checkpoint.py."""
    s = torch.load(path, map_location="cpu")
    weights = s["opt"][which] if "opt" in s else s["weights"]
    return s["config"], {n: t.float() for n, t in weights.items()}


def complete(config, weights, never=(0, 3)):
    """All tensors that MarianMTModel has, as NumPy arrays."""
    w = {n: t.numpy() for n, t in weights.items()}
    bias = np.zeros((1, config["vocab_size"]), np.float32)
    bias[0, list(never)] = NEVER
    w["final_logits_bias"] = bias
    table = sinusoid(config["max_position_embeddings"], config["d_model"]).numpy()
    for side in ("encoder", "decoder"):
        w[f"model.{side}.embed_tokens.weight"] = w["model.shared.weight"]
        w[f"model.{side}.embed_positions.weight"] = table
    w["lm_head.weight"] = w["model.shared.weight"]
    return w


def hf_config(config):
    c = Config(**config).to_hf()
    c.update(forced_eos_token_id=None, dropout=0.0, transformers_version="4.40.0", torch_dtype="float32")
    return c


def write_json(path, data):
    with open(path, "w", encoding="utf-8") as f:
        json.dump(data, f, indent=1, ensure_ascii=False); f.write("\n")


def write_graphs(folder, weights, config, store, suffix):
    os.makedirs(os.path.join(folder, "onnx"), exist_ok=True)
    for name, make in (("encoder_model", graph.encoder), ("decoder_model_merged", graph.decoder)):
        onnx.save(make(weights, config, store), os.path.join(folder, "onnx", name + suffix + ".onnx"))


def write_meta(folder, config, spm_path):
    os.makedirs(folder, exist_ok=True)
    c = hf_config(config)
    # Read by lib/translation/model-shape.ts: this model is given text in the case that casing.py makes, and searches with beams where it is unsure.
    write_json(os.path.join(folder, "config.json"), c | {"sentence_case": True, "second_look_below": UNSURE})
    write_json(os.path.join(folder, "generation_config.json"),
               {k: c[k] for k in ("decoder_start_token_id", "eos_token_id", "pad_token_id", "forced_eos_token_id")}
               | {"bad_words_ids": [[0]], "max_length": 200, "num_beams": 1, "do_sample": False})
    hf_tokenizer.write(spm_path, folder)


def write_manifest(folder, config, source):
    """Every file with its bytes and sha-256, and where the alignment comes from."""
    files = []
    for base, _, names in sorted(os.walk(folder)):
        for n in sorted(names):
            path = os.path.join(base, n)
            if n not in ("manifest.json", "MODEL_CARD.md"):
                data = open(path, "rb").read()
                files.append({"file": os.path.relpath(path, folder).replace(os.sep, "/"), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()})
    version = os.path.basename(os.path.normpath(folder))
    last = config["decoder_layers"] - 1
    write_json(os.path.join(folder, "manifest.json"),
               {"name": "sejajar-id-en", "version": version, "source_language": "id", "target_language": "en", "checkpoint": source,
                "alignment": {"output": f"cross_attentions.{last}", "shape": "batch x 1 x target x source", "layer": last, "head": 0},
                "bytes": sum(f["bytes"] for f in files), "files": files})
    return files


def calibrated(config, tensors, spm_path, tsv, lines):
    """Activation ranges from the first `lines` pairs of a file."""
    import sentencepiece
    from calibrate import ranges
    from casing import Casing
    sp = sentencepiece.SentencePieceProcessor(model_file=spm_path)
    casing = Casing(sp)
    rows = [l.rstrip("\n").split("\t") for l in open(tsv, encoding="utf-8").readlines()[:lines]]
    return ranges(config, tensors, [tuple(sp.encode(x)[:150] + [1] for x in (casing.source(r[0])[0], r[1])) for r in rows])


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--checkpoint", required=True); ap.add_argument("--spm", required=True); ap.add_argument("--out", required=True)
    ap.add_argument("--weights", default="ema", choices=("ema", "master"))
    ap.add_argument("--float", help="also write float32 graphs and Marian weights into this folder")
    ap.add_argument("--check", help="TSV whose first lines are translated by PyTorch, float and int8 ONNX")
    ap.add_argument("--lines", type=int, default=100)
    ap.add_argument("--calibrate", help="TSV of pairs like those to be translated"); ap.add_argument("--calibrate-lines", type=int, default=400)
    a = ap.parse_args()
    config, tensors = read(a.checkpoint, a.weights)
    weights = complete(config, tensors)
    write_meta(a.out, config, a.spm)
    ranges = calibrated(config, tensors, a.spm, a.calibrate, a.calibrate_lines) if a.calibrate else None
    write_graphs(a.out, weights, config, functools.partial(Int8, ranges=ranges), "_quantized")
    step = torch.load(a.checkpoint, map_location="cpu").get("opt", {}).get("step")
    files = write_manifest(a.out, config, {"step": step, "weights": a.weights})
    for f in files:
        print(f"{f['bytes']:>10} {f['file']}")
    print(f"{sum(f['bytes'] for f in files):>10} in all")
    if a.float or a.check:
        folder = a.float or tempfile.mkdtemp()
        write_meta(folder, config, a.spm)
        write_graphs(folder, weights, config, graph.Float, "")
        torch.save({n: torch.from_numpy(v) for n, v in weights.items()}, os.path.join(folder, "pytorch_model.bin"))
        if a.check:
            check(a, config, tensors, folder)
        if not a.float:
            shutil.rmtree(folder)


def check(a, config, tensors, folder):
    """Prints on how many lines the three agree, and the lines that the tokenizer splits otherwise than SentencePiece."""
    from parity import compare
    compare(config, tensors, folder, a.out, a.spm, a.check, a.lines)


if __name__ == "__main__":
    main()
