"""What grouping sees of planted frames: their glances and their embeddings' features, kept in a cache beside no source."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path

import cv2
import numpy as np
import onnx
import onnxruntime as ort

from index.photo.record import ExifFacts
from scoring.engines.network_input import network_input
from scoring.frame import Frame
from scoring.glance import glance_at
from weights.registry import find_entry

WEIGHTS, LAYER = "multi_level_efficientnet_lite0.biq2021", "/Cast_18_output_0"


class Network:
    """The features of the network that scores."""

    def __init__(self):
        self.entry = find_entry(WEIGHTS)
        model = onnx.load(str(self.entry.files["onnx"].path))
        model.graph.output.append(onnx.helper.make_tensor_value_info(LAYER, onnx.TensorProto.FLOAT, None))
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session = ort.InferenceSession(model.SerializeToString(), options)

    def __call__(self, rgb):
        """(K,) float16."""
        return self.session.run(None, {"picture": network_input(rgb, self.entry.preprocessing)})[1][0].astype(
            np.float16
        )


def seen(rgb, network):
    """Features, glance and a thumbnail to look at of one frame."""
    frame = Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())
    thumbnail = cv2.resize(rgb, (128, max(1, round(128 * rgb.shape[0] / rgb.shape[1]))), interpolation=cv2.INTER_AREA)
    return network(rgb), glance_at(frame), thumbnail


def cached(name, make):
    """What `make()` gives, kept in the system's temporary folder under `name`."""
    path = Path(tempfile.gettempdir()) / "photo-assist-benchmark" / f"{name}.pickle"
    if path.exists():
        return pickle.loads(path.read_bytes())
    found = make()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(pickle.dumps(found))
    return found
