"""Our weights in Hugging Face's MarianMTModel give our logits, and so do the float graphs."""
import numpy as np
import pytest
import torch
import functools
import calibrate, export, graph, onnx_model
from model import Config, Marian

SMALL = dict(vocab_size=120, d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4, decoder_attention_heads=4,
             encoder_ffn_dim=64, decoder_ffn_dim=64, max_position_embeddings=64, dropout=0.0)


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(3)
    m = Marian(Config(**SMALL)).eval()
    for p in m.parameters():
        if p.dim() == 1:
            torch.nn.init.normal_(p, 0.1, 0.3)
    return m


@pytest.fixture(scope="module")
def batch():
    src = torch.tensor([[9, 14, 33, 70, 1], [8, 99, 1, 0, 0]])
    return src, torch.tensor([[0, 20, 31, 40], [0, 55, 7, 12]])


def weights(model):
    return export.complete(SMALL, {n: p.detach() for n, p in model.named_parameters() if "embed_positions" not in n}, never=())


def test_transformers_agrees(model, batch):
    from transformers import MarianConfig, MarianMTModel
    hf = MarianMTModel(MarianConfig(**{k: v for k, v in export.hf_config(SMALL).items() if k not in ("architectures", "transformers_version", "torch_dtype")})).eval()
    report = hf.load_state_dict({n: torch.from_numpy(v) for n, v in weights(model).items()}, strict=False)
    assert not report.unexpected_keys and not report.missing_keys
    src, tgt = batch
    with torch.no_grad():
        ours = model(src, tgt)
        theirs = hf(input_ids=src, attention_mask=(src != 0).long(), decoder_input_ids=tgt).logits
    assert torch.allclose(ours, theirs, atol=1e-4)


@pytest.fixture(scope="module")
def folder(model, tmp_path_factory):
    path = str(tmp_path_factory.mktemp("onnx"))
    export.write_json(path + "/config.json", export.hf_config(SMALL))
    export.write_graphs(path, weights(model), SMALL, graph.Float, "")
    export.write_graphs(path, weights(model), SMALL, export.Int8, "_quantized")
    rng = np.random.default_rng(1)
    pairs = [tuple(rng.integers(4, 120, n).tolist() + [1] for n in rng.integers(3, 9, 2)) for _ in range(64)]
    tensors = {n: p.detach() for n, p in model.named_parameters() if "embed_positions" not in n}
    ranges = calibrate.ranges(SMALL, tensors, pairs)
    export.write_graphs(path, weights(model), SMALL, functools.partial(export.Int8, ranges=ranges), "_fixed")
    return path


def runner(folder, suffix):
    """An OnnxModel without a tokenizer."""
    m = onnx_model.OnnxModel.__new__(onnx_model.OnnxModel)
    m.open(folder, suffix, 1)
    return m


@pytest.mark.parametrize("suffix,tolerance", [("", 1e-4), ("_quantized", 0.25), ("_fixed", 0.5)])
def test_graphs_agree_with_and_without_cache(model, batch, folder, suffix, tolerance):
    m, (src, tgt) = runner(folder, suffix), batch
    with torch.no_grad():
        want = model(src, tgt).numpy()
    mask = (src.numpy() != 0).astype(np.int64)
    hidden = m.encode(src.numpy(), mask)
    whole, _, cross = m.step(tgt.numpy(), mask, hidden, None)
    assert np.abs(whole - want).max() < tolerance
    assert cross.shape == (2, 1, 4, 5) and np.allclose(cross.sum(-1), 1, atol=1e-5) and cross[1, ..., 3:].max() < 1e-6
    past, steps = None, []
    for i in range(tgt.shape[1]):
        logits, past, _ = m.step(tgt.numpy()[:, i:i + 1], mask, hidden, past)
        steps.append(logits[:, 0])
    assert np.abs(np.stack(steps, 1) - want).max() < tolerance


def test_padding_changes_nothing(batch, folder):
    m, (src, _) = runner(folder, ""), batch
    both, _ = m.greedy(src.numpy(), 12)
    alone, _ = m.greedy(src.numpy()[1:, :3], 12)
    n = min(len(both[1]), len(alone[0]))
    assert both[1][:n] == alone[0][:n]


def test_fixed_ranges_make_a_sentence_independent_of_its_batch(folder):
    m = runner(folder, "_fixed")
    one = np.array([[9, 14, 33, 70, 1]])
    loud = np.concatenate([one, np.array([[119, 118, 117, 116, 1]])])
    mask = np.ones_like(loud)
    alone, beside = m.encode(one, mask[:1]), m.encode(loud, mask)
    assert np.allclose(alone[0], beside[0], atol=1e-5)


def test_matrices_have_the_names_of_their_places(folder):
    """The page's kernel (lib/translation/kernel/placed-model.ts) finds them by these."""
    import onnx
    named = {}
    for graph_name in ("encoder_model", "decoder_model_merged"):
        for i in onnx.load(f"{folder}/onnx/{graph_name}_fixed.onnx").graph.initializer:
            named[i.name] = tuple(i.dims)
    assert named["embedding.weight"] == (120, 32) and named["embedding.scale"] == named["logits.bias"] == (120,)
    for place, columns in (("encoder.layers.1.self_attn.q_proj", 96), ("decoder.layers.0.encoder_attn.k_proj", 64), ("decoder.layers.1.fc1", 64)):
        place = "model." + place
        assert named[place + ".weight"] == (32, columns) and named[place + ".scale"] == named[place + ".bias"] == (columns,)
        assert named[place + ".input_scale"] == named[place + ".input_zero"] == ()
    assert named["model.encoder.layers.0.self_attn_layer_norm.weight"] == (32,)


def test_guided_head_is_the_first(model, batch, folder):
    src, tgt = batch
    guided = model.model.decoder.layers[-1].encoder_attn
    guided.keep_head = True
    with torch.no_grad():
        model(src, tgt)
    m = runner(folder, "")
    mask = (src.numpy() != 0).astype(np.int64)
    _, _, cross = m.step(tgt.numpy(), mask, m.encode(src.numpy(), mask), None)
    assert np.allclose(cross[:, 0], guided.head.exp().numpy(), atol=1e-5)
