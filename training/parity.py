"""Do PyTorch, the float graphs and the int8 graphs say the same? Used by `export.py --check` and the tests."""
import torch
import sentencepiece as spm
import hf_tokenizer
from model import Config, Marian
from onnx_model import OnnxModel


def torch_model(config, tensors):
    m = Marian(Config(**config)).eval()
    missing = m.load_state_dict(tensors, strict=False).missing_keys
    assert all("embed_positions" in n or "embed_tokens" in n or n == "final_logits_bias" for n in missing), missing
    return m


def torch_greedy(m, ids, batch=32):
    """Lists of ids without eos. <bt> is never generated, as in the graphs."""
    m.final_logits_bias[0, 3] = -1e4
    plain, m.logits = m.logits, lambda h: torch.nn.functional.linear(h, m.model.shared.weight) + m.final_logits_bias
    order, out = sorted(range(len(ids)), key=lambda i: len(ids[i])), [None] * len(ids)
    for k in range(0, len(order), batch):
        part = order[k:k + batch]; w = max(len(ids[i]) for i in part)
        for i, y in zip(part, m.greedy(torch.tensor([ids[i] + [0] * (w - len(ids[i])) for i in part])).tolist()):
            out[i] = y[:y.index(1)] if 1 in y else [v for v in y if v]
    m.logits = plain
    return out


def onnx_greedy(m, ids, batch=32):
    order, out = sorted(range(len(ids)), key=lambda i: len(ids[i])), [None] * len(ids)
    for k in range(0, len(order), batch):
        part = order[k:k + batch]; w = max(len(ids[i]) for i in part)
        for i, y in zip(part, m.greedy([ids[i] + [0] * (w - len(ids[i])) for i in part])[0]):
            out[i] = y
    return out


def compare(config, tensors, float_folder, int8_folder, spm_path, tsv, lines):
    import sacrebleu
    rows = [l.rstrip("\n").split("\t")[:2] for l in open(tsv, encoding="utf-8")][:lines]
    wrong = hf_tokenizer.differences(spm_path, int8_folder, [x for r in rows for x in r])
    sp = spm.SentencePieceProcessor(model_file=spm_path)
    ids = [sp.encode(r[0])[:150] + [1] for r in rows]
    got = {"pytorch": torch_greedy(torch_model(config, tensors), ids), "float onnx": onnx_greedy(OnnxModel(float_folder), ids),
           "int8 onnx": onnx_greedy(OnnxModel(int8_folder), ids)}
    print(f"tokenizer: {len(wrong)} of {2 * len(rows)} lines differ from SentencePiece", wrong[:2])
    for name, out in got.items():
        text = [sp.decode([v for v in y if v > 3]) for y in out]
        same = sum(a == b for a, b in zip(out, got["pytorch"]))
        print(f"{name}: {same} of {len(out)} equal to pytorch, BLEU {sacrebleu.corpus_bleu(text, [[r[1] for r in rows]]).score:.2f}")
    return wrong, got
