"""A trained network as the package's int8 files: `python -m training.export --weights best.pt --out DIR`.

Linear layers are quantised dynamically to int8 with one scale for each output channel; the word embeddings are stored
as int8 with one scale for each word; everything else stays in float32.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from hearsay.reading.windows import AFTER, BEFORE, SIZE
from training import evaluate, fusion
from training.network import CUE_HEADS, WIDTH, Links, Network, Pass, Shape
from training.train import FEATURES, base_folder

_OPSET = 20


class Words(nn.Module):
    """An embedding table in int8 with a scale for each row."""

    rows: Tensor
    scales: Tensor

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scales = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (table / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of some words, in float32."""
        return self.rows[ids].float() * self.scales[ids]


def main() -> None:
    """Read the arguments and write encoder.onnx, links.onnx, reader.json and tokenizer.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--base", type=Path, default=None)
    parser.add_argument("--float", action="store_true", help="leave every layer in float32, for comparison")
    parser.add_argument("--keep", nargs="*", default=[], help="parts of names of layers to leave in float32")
    args = parser.parse_args()
    export(args.weights, args.base or base_folder(), args.out, None if args.float else args.keep)


def export(weights: Path, base: Path, out: Path, keep: Sequence[str] | None) -> None:
    """Write the package's files; `keep` names layers left in float32, None leaves all."""
    network = Network(Shape.read(base), FEATURES, dropout=0.0)
    network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    positions = network.once.encoder.positions
    positions.weight = nn.Parameter(positions.weight.data[:SIZE].clone())
    if keep is not None:
        setattr(network.once.encoder, "words", Words(network.once.encoder.words.weight.data))  # noqa: B010
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder)
        _write_pass(network.once, plain / "encoder.onnx")
        fusion.fuse(plain / "encoder.onnx", Shape.read(base).heads, CUE_HEADS)
        _write_links(network.links, plain / "links.onnx")
        for name in ("encoder.onnx", "links.onnx"):
            _quantise(plain / name, out / name, keep)
    _settings(network, out / "reader.json")
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")


def _write_pass(part: Pass, path: Path) -> None:
    ids = torch.randint(1000, 2000, (2, 40))
    arguments = (ids, torch.ones_like(ids), torch.zeros(2, 40, len(FEATURES), dtype=torch.long))
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "mask", "features", "states", "cues")}
    torch.onnx.export(part, arguments, str(path), input_names=["ids", "mask", "features"],
                      output_names=["states", "cues"], dynamic_axes=axes, opset_version=_OPSET,
                      dynamo=False)  # fmt: skip


def _write_links(part: Links, path: Path) -> None:
    length = BEFORE + AFTER
    mask = torch.ones(2, length, dtype=torch.long)
    arguments = (torch.randn(2, length, WIDTH), mask, torch.cat([mask[:, :1], mask[:, 1:] * 0], 1))
    axes = {name: {0: "cues"} for name in ("states", "mask", "marks", "links")}
    torch.onnx.export(part, arguments, str(path), input_names=["states", "mask", "marks"], output_names=["links"],
                      dynamic_axes=axes, opset_version=_OPSET, dynamo=False)  # fmt: skip


def _quantise(plain: Path, out: Path, keep: Sequence[str] | None) -> None:
    if keep is None:
        shutil.copyfile(plain, out)
        return
    nodes = [node.name for node in onnx.load(plain).graph.node if node.op_type in ("MatMul", "Gemm")]
    exclude = [name for name in nodes if any(part in name for part in keep)]
    quantize_dynamic(plain, out, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=exclude,
                     op_types_to_quantize=["MatMul", "Gemm"],
                     extra_options={"MatMulConstBOnly": True})  # fmt: skip


def _settings(network: Network, path: Path) -> None:
    """The chains; what was tuned before is kept where the file exists."""
    old = json.loads(path.read_text("utf-8")) if path.exists() else {}
    raw = {
        "width": WIDTH,
        "presence": old.get("presence", 0.4),
        "least": old.get("least", 0.0),
        "calibration": old.get("calibration", [0.0, 1.0, 1.0]),
    }
    for name in ("cue_chain", "link_chain"):
        chain = evaluate.chain(getattr(network, name))
        raw[name] = {"transitions": _rounded(chain.transitions.tolist()), "start": _rounded([chain.start.tolist()])[0]}
    path.write_text(json.dumps(raw, indent=1) + "\n", "utf-8")


def _rounded(rows: list[list[float]]) -> list[list[float]]:
    return [[round(value, 5) for value in row] for row in rows]


if __name__ == "__main__":
    main()
