"""A model of another shape with random weights, for measuring speed only (npm run bench).

    python training/bench_model.py --tokenizer public/models/sejajar-id-en/0.1.0 --out node_modules/.cache/sejajar-bench/opus-shape

The source is cut into the same pieces as for the built-in model. The other model writes none of those and never ends by
itself, only pieces without letters, so that every row runs to its limit and no loop guard stands in the way.
"""
import argparse, json, os, shutil
import torch
import export
from model import Config, Marian
from quantize import Int8


def widen(folder, out, size):
    """The tokenizer of `folder` with pieces "#0", "#1", ... up to `size`; returns how many it had."""
    with open(os.path.join(folder, "tokenizer.json"), encoding="utf-8") as f:
        tokenizer = json.load(f)
    vocab = tokenizer["model"]["vocab"]
    real = len(vocab)
    vocab += [[f"▁#{i}", -99.0] for i in range(size - real)]
    with open(os.path.join(out, "tokenizer.json"), "w", encoding="utf-8") as f:
        json.dump(tokenizer, f, ensure_ascii=False)
    shutil.copy(os.path.join(folder, "tokenizer_config.json"), out)
    return real


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--tokenizer", required=True, help="folder of a model whose tokenizer is used")
    ap.add_argument("--out", required=True)
    ap.add_argument("--width", type=int, default=512)
    ap.add_argument("--encoder-layers", type=int, default=6)
    ap.add_argument("--decoder-layers", type=int, default=6)
    ap.add_argument("--feed-forward", type=int, default=2048)
    ap.add_argument("--vocabulary", type=int, default=54796)
    a = ap.parse_args()
    torch.manual_seed(0)
    os.makedirs(a.out, exist_ok=True)
    config = dict(vocab_size=a.vocabulary, d_model=a.width, encoder_layers=a.encoder_layers, decoder_layers=a.decoder_layers,
                  encoder_attention_heads=8, decoder_attention_heads=8, encoder_ffn_dim=a.feed_forward, decoder_ffn_dim=a.feed_forward,
                  max_position_embeddings=512, dropout=0.0, pad_token_id=0, eos_token_id=1)
    real = widen(a.tokenizer, a.out, a.vocabulary)
    weights = export.complete(config, Marian(Config(**config)).state_dict(), never=range(real))
    marian = export.hf_config(config)
    export.write_json(os.path.join(a.out, "config.json"), marian)
    export.write_json(os.path.join(a.out, "generation_config.json"),
                      {"decoder_start_token_id": 0, "eos_token_id": 1, "pad_token_id": 0, "bad_words_ids": [[0]]})
    export.write_graphs(a.out, weights, config, Int8, "_quantized")


if __name__ == "__main__":
    main()
