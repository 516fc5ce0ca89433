"""Attention as one operator: `python -m training.fusion FILE` rewrites an exported encoder, before or after int8.

The exporter writes attention as some forty operators a layer. Windows are read one by one, so nothing is padded and no
mask is needed: each layer becomes a split and onnxruntime's MultiHeadAttention, with the same weights.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import onnx
from onnx import ModelProto, NodeProto, helper

_DOMAIN = "com.microsoft"
_QKV, _SEEN = "/qkv/Add_output_0", "/Reshape_1_output_0"  # what goes into attention, and what comes of it


def main() -> None:
    """Read the argument and rewrite the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--heads", type=int, default=12, help="of the encoder's layers")
    parser.add_argument("--cue-heads", type=int, default=4, help="of the cue head's layer")
    args = parser.parse_args()
    fuse(args.file, args.heads, args.cue_heads)


def fuse(path: Path, heads: int, cue_heads: int) -> None:
    """Rewrite the attention of every layer in a file; the inputs that nothing needs any more are dropped."""
    model = onnx.load(path)
    layers = [out.removesuffix(_QKV) for node in model.graph.node for out in node.output if out.endswith(_QKV)]
    nodes = list(model.graph.node)
    for layer in layers:
        place = next(at for at, node in enumerate(nodes) if layer + _SEEN in node.output)
        nodes[place : place + 1] = _attention(layer, heads if "encoder" in layer else cue_heads)
    _keep(model, nodes)
    if all(one.domain != _DOMAIN for one in model.opset_import):
        model.opset_import.append(helper.make_opsetid(_DOMAIN, 1))
    onnx.save(model, path)


def _attention(layer: str, heads: int) -> tuple[NodeProto, NodeProto]:
    parts = [f"{layer}/{name}" for name in ("query", "key", "value")]
    return (
        helper.make_node("Split", [layer + _QKV], parts, f"{layer}/split", axis=-1, num_outputs=3),
        helper.make_node("MultiHeadAttention", parts, [layer + _SEEN], f"{layer}/attention", domain=_DOMAIN,
                         num_heads=heads),
    )  # fmt: skip


def _keep(model: ModelProto, nodes: Sequence[NodeProto]) -> None:
    """Keep what the outputs come from."""
    needed = {out.name for out in model.graph.output}
    kept = []
    for node in reversed(nodes):
        if needed & set(node.output):
            kept.append(node)
            needed |= set(node.input)
    del model.graph.node[:]
    model.graph.node.extend(reversed(kept))
    for given in [one for one in model.graph.input if one.name not in needed]:
        model.graph.input.remove(given)


if __name__ == "__main__":
    main()
