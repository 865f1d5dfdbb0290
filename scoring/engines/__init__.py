"""How networks are run: by `onnx_cpu` unless asked otherwise, by `torch_cuda` on a GPU. One protocol, numbers that agree."""
