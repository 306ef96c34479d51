"""Train the joint SentencePiece unigram vocabulary on a balanced sample of both languages.

    python tokenizer.py --data data --out data/joint --vocab 8000
"""
import argparse, os, random
import sentencepiece as spm

REQUIRED = ("0123456789.,:;!?%&/()[]{}'\"+-=*#@$€£¥°_~<>|\\^" + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
            + "áàâäãåāăąçćčďđéèêëēėęěğíìîïīįıłľñńňóòôöõøōőœřśšşșťțúùûüūůűųýÿžźżÁÀÂÄÃÅĀÇĆČĐÉÈÊËĒĞÍÌÎÏİŁÑÓÒÔÖÕØŌŒŘŚŠŞÚÙÛÜŪÝŽßæÆðþ")
SHARE = {"reference": 60000, "news": 50000, "general": 25000, "technical": 15000, "mono.id": 50000, "mono.en": 50000}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--data", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--vocab", type=int, default=8000)
    a = ap.parse_args()
    rng, lines = random.Random(1), []
    for name, n in SHARE.items():
        path = os.path.join(a.data, name if name.startswith("mono") else name + ".tsv")
        rows = open(path, encoding="utf-8").read().splitlines()
        for row in rng.sample(rows, min(n, len(rows))):
            lines += row.split("\t")[:2] if not name.startswith("mono") else [row]
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(lines), model_prefix=a.out, vocab_size=a.vocab, model_type="unigram", character_coverage=0.9999,
        required_chars="".join(dict.fromkeys(REQUIRED)), split_digits=True, normalization_rule_name="identity", remove_extra_whitespaces=True,
        pad_id=0, eos_id=1, unk_id=2, bos_id=-1, pad_piece="<pad>", eos_piece="</s>", unk_piece="<unk>", user_defined_symbols=["<bt>"],
        num_threads=2, max_sentence_length=4000, input_sentence_size=400000, minloglevel=1, hard_vocab_limit=False)


if __name__ == "__main__":
    main()
