"""The SentencePiece model as Hugging Face's `tokenizer.json`, which transformers.js loads; same ids, checked by `differences`."""
import json, os
import sentencepiece as spm
from sentencepiece import sentencepiece_model_pb2 as pb

SPECIAL = (2, 3, 4)  # SentencePiece's types: unknown, control, user defined


def tokenizer_json(path):
    """Unigram over words; Metaspace splits at spaces, where SentencePiece's pieces never cross either. No normaliser: text
    comes normalised (prepare.normalise), with single spaces. `</s>` is added at the end of each text."""
    proto = pb.ModelProto(); proto.ParseFromString(open(path, "rb").read())
    space = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    added = [{"id": i, "content": p.piece, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
             for i, p in enumerate(proto.pieces) if p.type in SPECIAL]
    eos = proto.pieces[1].piece
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": None, "pre_tokenizer": space,
            "post_processor": {"type": "TemplateProcessing", "single": [{"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": eos, "type_id": 0}}],
                               "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}, {"SpecialToken": {"id": eos, "type_id": 0}}],
                               "special_tokens": {eos: {"id": eos, "ids": [1], "tokens": [eos]}}},
            "decoder": space,
            "model": {"type": "Unigram", "unk_id": 2, "byte_fallback": False, "vocab": [[p.piece, p.score] for p in proto.pieces]}}


def write(spm_path, out):
    with open(os.path.join(out, "tokenizer.json"), "w", encoding="utf-8") as f:
        json.dump(tokenizer_json(spm_path), f, ensure_ascii=False, separators=(",", ":"))
    names = {"eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>"}
    with open(os.path.join(out, "tokenizer_config.json"), "w") as f:
        json.dump({"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 512, "clean_up_tokenization_spaces": False,
                   "source_lang": "id", "target_lang": "en", **names}, f, indent=1)
    with open(os.path.join(out, "special_tokens_map.json"), "w") as f:
        json.dump(names, f, indent=1)


def differences(spm_path, folder, lines):
    """Lines whose ids differ between SentencePiece and the written tokenizer."""
    from tokenizers import Tokenizer
    sp, hf = spm.SentencePieceProcessor(model_file=spm_path), Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    return [l for l in lines if hf.encode(l).ids != sp.encode(l) + [1]]
